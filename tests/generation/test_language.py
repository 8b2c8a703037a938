"""Loading the language pipeline: ours, another one by name, and what is said when there is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.errors import LanguageMissing
from quizapp.generation import language
from quizapp.generation.language import load_language, unpacked


@pytest.fixture(autouse=True)
def nothing_loaded() -> Iterator[None]:
    load_language.cache_clear()
    yield
    load_language.cache_clear()


def test_without_spacy_the_message_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "find_spec", lambda name: None)

    with pytest.raises(LanguageMissing, match=r"pip install 'quizapp\[generate\]'"):
        load_language()


def test_a_pipeline_that_is_not_installed_is_named_with_its_setting() -> None:
    pytest.importorskip("spacy")

    with pytest.raises(LanguageMissing, match=r"QUIZAPP_LANGUAGE_MODEL names 'xx_no_such_model'"):
        load_language("xx_no_such_model")


def test_a_missing_data_file_is_named_with_the_command_that_makes_it(tmp_path: Path) -> None:
    pytest.importorskip("spacy")

    with pytest.raises(LanguageMissing, match="make model TREEBANKS"):
        unpacked(tmp_path / "pipeline.zip")


def test_an_installed_pipeline_can_take_the_place_of_ours(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    folder = tmp_path / "blank"
    spacy.blank("en").to_disk(folder)

    assert load_language(str(folder)).pipe_names == []


def test_importing_the_module_does_not_import_spacy() -> None:
    source = Path(language.__file__).read_text(encoding="utf-8")

    top_level = [line for line in source.splitlines() if line.startswith(("import ", "from "))]

    assert not any("spacy" in line or "thinc" in line or "srsly" in line for line in top_level)


@pytest.mark.model
def test_ours_is_loaded_once_and_has_all_its_components() -> None:
    pytest.importorskip("spacy")

    nlp = load_language()

    assert load_language() is nlp
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
