"""Loads the language pipeline: ours from the package's own data, or any installed spaCy pipeline by name.

spaCy is imported on the first call, so that playing a quiz never needs it.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.errors import LanguageMissing

if TYPE_CHECKING:
    from spacy.language import Language

OURS = Path(__file__).parent / "model" / "pipeline.zip"
HOW_TO_GET_SPACY = "The language pipeline needs spaCy. Install it with: pip install 'quizapp[generate]'"


@cache
def load_language(name: str | None = None) -> "Language":
    """The pipeline of that name, ours without one; loaded once in a process."""
    if find_spec("spacy") is None:
        raise LanguageMissing(HOW_TO_GET_SPACY)
    return _installed(name) if name else unpacked(OURS)


def unpacked(path: Path) -> "Language":
    """The pipeline in a packed file, read into memory."""
    import srsly
    from spacy.util import load_model_from_config
    from thinc.api import Config

    from quizapp.generation.model import tokenizer  # noqa: F401  (registers the tokenizer under its name)
    from quizapp.generation.model.weights import read_packed

    if not path.is_file():
        raise LanguageMissing(
            f"The language pipeline is not at {path}. Make it with: make model TREEBANKS=FOLDER"
        )
    content = read_packed(path)
    config = Config().from_bytes(srsly.msgpack_loads(content)["config.cfg"])
    return load_model_from_config(config, auto_fill=True).from_bytes(content, exclude=["tokenizer"])


def _installed(name: str) -> "Language":
    import spacy

    if not (spacy.util.is_package(name) or Path(name).is_dir()):
        raise LanguageMissing(
            f"QUIZAPP_LANGUAGE_MODEL names {name!r}, which is not installed. "
            f"Install it with: python -m spacy download {name}, or leave the setting empty."
        )
    return spacy.load(name)
