"""The recipe of the language pipeline: `python -m quizapp.generation.training TREEBANKS_DIR OUT_DIR`."""
