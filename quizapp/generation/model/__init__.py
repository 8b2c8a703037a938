"""Our trained language pipeline (`pipeline.zip`), its licence, sources and card, and how the file is read."""
