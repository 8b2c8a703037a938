"""Writing packs: what is written reads back equal, in the same bytes, for us and for other YAML readers."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from quizapp.domain.fact import Document, Entity, EntityType, Evidence, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.text import folded, shown
from quizapp.errors import Malformed
from quizapp.packs.reader import read_pack
from quizapp.packs.writer import save_pack, write_pack
from tests.builders import a_pack, an_item
from tests.packs.texts import GOOD


def _can_be_shown(text: str) -> bool:
    try:
        shown(text, "the text", 80)
    except Malformed:
        return False
    return True


_SIGNS = st.text("abé中 :#-?&*!|>'\"%@`{}[],\\~=.0123456789“”’\u200d\u2028\u00a0", min_size=1, max_size=20)
_WORDS = st.sampled_from(
    ["No", "yes", "null", "~", "2010", "1e3", "0x1F", "2010-10-16", "12:30:45", "-", "a: b", "<<"]
)
_TEXT = (_WORDS | _SIGNS | st.text(min_size=1, max_size=20)).filter(_can_be_shown)
_MAYBE = st.just("") | _TEXT
_DATE = st.sampled_from(["", "2025", "2025-10", "2024-02-29"])
_PLACES = st.just((None, None)) | st.tuples(st.integers(1, 999), st.none() | st.integers(1, 99))
_EVIDENCE = st.lists(_PLACES.map(lambda places: Evidence("d-0", *places)), max_size=2).map(tuple)
_DOCUMENTS = st.builds(
    Document, st.just("d-0"), _TEXT, _MAYBE, st.sampled_from(["", "https://example.org/a?b=c#d"]), _DATE,
    st.sampled_from(["", "CC-BY-4.0", "1984"]),
)  # fmt: skip
_ENTITIES = st.builds(
    Entity, st.just("e-0"), _TEXT, st.sampled_from(EntityType), _MAYBE, st.booleans(), st.just(""),
    st.lists(_TEXT, max_size=2).map(tuple),
)  # fmt: skip
_FACTS = st.builds(
    Fact, st.just("e-0"), st.just("plays"), _TEXT, _EVIDENCE, _MAYBE, _DATE, st.sampled_from(["", "d-0"]),
    st.sampled_from([(), ("subject",), ("value",), ("subject", "value"), ("value", "subject")]), _MAYBE,
    st.integers(0, 99), st.just("f-0"),
)  # fmt: skip
_OPTIONS = st.lists(_TEXT, min_size=4, max_size=4, unique_by=folded)
_ITEMS = st.builds(
    lambda stem, options, *rest: Item(stem, options[0], tuple(options[1:]), *rest),
    _TEXT, _OPTIONS, _MAYBE, _EVIDENCE, st.sampled_from(["", "f-0"]), st.sampled_from(["easy", "medium"]),
    st.lists(_TEXT.filter(lambda text: len(text) <= 40), max_size=2).map(tuple), st.booleans(),
)  # fmt: skip
_PACKS = st.builds(
    Pack, st.just("any-pack"), _TEXT, st.sampled_from(["en", "pt-BR"]), _MAYBE, _MAYBE, _MAYBE, _MAYBE,
    _DOCUMENTS.map(lambda document: (document,)), _ENTITIES.map(lambda entity: (entity,)),
    _FACTS.map(lambda fact: (fact,)), _ITEMS.map(lambda item: (item,)),
)  # fmt: skip


@settings(max_examples=150)
@given(_PACKS)
def test_what_is_written_reads_back_equal_and_writes_back_the_same(pack: Pack) -> None:
    text = write_pack(pack)

    assert read_pack(text.encode(), "p.yaml") == pack
    assert write_pack(read_pack(text, "p.yaml")) == text


@given(_TEXT)
def test_other_yaml_readers_read_the_same_text(text: str) -> None:
    pack = replace(a_pack(), description=text, items=(replace(an_item(), tags=(text,)),))

    loaded = YAML(typ="safe", pure=True).load(write_pack(pack))

    assert loaded["description"] == text
    assert loaded["items"][0]["tags"] == [text]


def test_keys_come_in_one_order_and_defaults_are_left_out() -> None:
    text = write_pack(a_pack(items=(replace(an_item(), fact_id="f-ceres", tags=("belt", "No")),)))

    assert text == (
        "format: 1\n"
        "title: The Solar System\n"
        "slug: solar-system\n"
        "language: en\n"
        "licence: CC0-1.0\n"
        "attribution: The quizapp authors\n"
        "description: The planets in their order.\n"
        "topic: astronomy\n"
        "documents:\n"
        "  - id: guide\n"
        "    title: A Guide to the Planets\n"
        "    publisher: Example Press\n"
        "items:\n"
        "  - id: q-ceres\n"
        "    stem: Which dwarf planet lies in the asteroid belt?\n"
        "    key: Ceres\n"
        "    distractors:\n"
        "      - Pluto\n"
        "      - Eris\n"
        "      - Haumea\n"
        "    explanation: Ceres circles the Sun between Mars and Jupiter, in the asteroid belt.\n"
        "    fact: f-ceres\n"
        "    evidence:\n"
        "      - {document: guide, paragraph: 2, sentence: 1}\n"
        '    tags: [belt, "No"]\n'
    )


def test_sides_are_written_only_when_they_are_not_both() -> None:
    both = read_pack(GOOD.replace("    ask: [value]\n", ""), "p.yaml")
    none = read_pack(GOOD.replace("ask: [value]", "ask: []"), "p.yaml")

    assert "ask" not in write_pack(both)
    assert "    ask: []\n" in write_pack(none)


def test_licence_and_witnesses_are_written_only_where_they_are_said() -> None:
    said = write_pack(read_pack(GOOD, "p.yaml"))
    silent = write_pack(a_pack(facts=(Fact("ceres", "discovered_in", "1801", fact_id="f-ceres"),)))

    assert '    date: "2025-10-13"\n    licence: CC-BY-4.0\n' in said
    assert "sentence: 2}\n    witnesses: 2\n" in said
    assert silent.count("licence") == 1
    assert "witnesses" not in silent


def test_a_saved_pack_takes_the_place_of_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "solar-system.yaml"
    path.write_text("old", "utf-8")

    save_pack(a_pack(), path)

    assert read_pack(path.read_bytes(), str(path)) == a_pack()
    assert [file.name for file in tmp_path.iterdir()] == ["solar-system.yaml"]


def test_a_save_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "solar-system.yaml"
    path.mkdir()

    with pytest.raises(OSError, match="solar-system"):
        save_pack(a_pack(), path)

    assert [file.name for file in tmp_path.iterdir()] == ["solar-system.yaml"]
