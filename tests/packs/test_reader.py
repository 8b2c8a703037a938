"""Reading pack text: what a good one becomes, and what every kind of broken one is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.domain.fact import Document, Entity, EntityType, Evidence, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.errors import PackError
from quizapp.packs.findings import MOST_FINDINGS, Finding
from quizapp.packs.reader import read_pack, read_report, survey
from tests.packs.texts import GOOD, broken, line_of

# text, code of the finding, a part of the text that stands on its line
BROKEN = {
    "no slug": (broken("slug: solar-system\n", ""), "missing-key", "format"),
    "unknown key": (broken("topic:", "topc:"), "unknown-key", "topc"),
    "another format": (broken("format: 1", "format: 2"), "bad-format", "format"),
    "slug with capitals": (broken("slug: solar", "slug: Solar"), "bad-slug", "slug"),
    "no language": (broken("language: en", "language: English!"), "bad-language", "language"),
    "title too long": (broken("The Solar System", "S" * 101), "bad-text", "title"),
    "blank licence": (broken("licence: CC0-1.0", 'licence: ""'), "bad-text", "licence"),
    "a direction mark": (broken("key: Ceres", 'key: "Ceres\\u202e"'), "bad-text", "key: "),
    "text over lines": (broken("key: Ceres", 'key: "Ce\\nres"'), "line-break", "key: "),
    "a list for a text": (broken("key: Ceres", "key: [Ceres]"), "wrong-type", "key: "),
    "a text for a list": (broken("tags: [belt]", "tags: belt"), "wrong-type", "tags"),
    "a text for an item": (broken("items:\n", "items:\n  - Ceres\n"), "wrong-type", "- Ceres"),
    "a mapping among options": (broken("[Pluto,", "[{Pluto: 1},"), "wrong-type", "[{Pluto"),
    "key twice": (broken("key: Ceres\n", "key: Ceres\n    key: Eris\n"), "duplicate-key", "key: Eris"),
    "two distractors": (broken("[Pluto, Eris, Haumea]", "[Pluto, Eris]"), "distractors", "[Pluto"),
    "the key as distractor": (broken("[Pluto", "[ceres"), "malformed", "- id: q-ceres"),
    "unknown document": (broken("document: guide", "document: giude"), "unknown-document", "giude"),
    "unknown entity": (broken("subject: ceres", "subject: cere"), "unknown-entity", "subject"),
    "unknown whole": (broken("within: belt", "within: best"), "unknown-entity", "within"),
    "unknown source": (broken("according_to: guide", "according_to: x"), "unknown-document", "according"),
    "unknown fact": (broken("difficulty: easy", "fact: f-eris"), "unknown-fact", "fact: f-eris"),
    "within itself": (broken("    the: true", "    within: ceres"), "within-loop", "entities"),
    "thirteenth month": (broken("2025-10-13", "2025-13-13"), "bad-date", "date: "),
    "30 February": (broken("2025-10-13", "2025-02-30"), "bad-date", "date: "),
    "date in words": (broken("as_of: 2025-10", "as_of: October"), "bad-date", "as_of"),
    "year nought": (broken("as_of: 2025-10", "as_of: 0000"), "bad-date", "as_of"),
    "item id twice": (GOOD + GOOD[GOOD.index("  - id: q-ceres") :], "duplicate-id", ""),
    "document id twice": (
        broken("entities:\n", "  - {id: guide, title: Again}\nentities:\n"), "duplicate-id", "- {id: guide",
    ),
    "id with spaces": (broken("id: q-ceres", "id: q ceres"), "bad-id", "id: q ceres"),
    "unknown type": (broken("type: place", "type: rock"), "bad-type", "type: rock"),
    "unknown difficulty": (broken("easy", "fiendish"), "bad-difficulty", "fiendish"),
    "unknown side": (broken("ask: [value]", "ask: [relation]"), "bad-ask", "ask"),
    "perhaps made": (broken("made: true", "made: perhaps"), "bad-made", "made"),
    "paragraph nought": (broken("paragraph: 12", "paragraph: 0"), "bad-paragraph", "sentence: 2"),
    "sentence in no paragraph": (broken("paragraph: 12, ", ""), "malformed", "sentence: 2"),
    "relation in words": (broken("discovered_in", "was discovered in"), "bad-relation", "relation"),
    "script for an address": (broken("https://example.org/guide", "javascript:x"), "bad-url", "url"),
    "empty": ("", "empty", ""),
    "only a comment": ("# soon\n", "empty", ""),
    "a list": ("- a\n", "wrong-type", "- a"),
    "open bracket": (broken("tags: [belt]", "tags: [belt"), "yaml", "made"),
    "colon in a title": (broken("title: The", "title: The: The"), "yaml", "title"),
    "escape of no character": (broken("key: Ceres", 'key: "\\UFFFFFFFF"'), "yaml", "key: "),
    "tab": (broken("    key: Ceres", "\tkey: Ceres"), "tab", "key: "),
    "anchor": (broken("key: Ceres", "key: &c Ceres"), "anchor", "key: "),
    "alias": (broken("key: Ceres", "key: *c"), "alias", "key: "),
    "tag": (broken("value: 1801", "value: !!int 1801"), "tag", "value: "),
    "second document": (GOOD + "---\nformat: 1\n", "documents", "---"),
    "a list as key": (broken("topic: a", "? [a]\n: a"), "key", "? [a]"),
    "nine deep": (broken("tags: [belt]", "tags: [[[[[[belt]]]]]]"), "deep", "tags"),
    "NUL": (broken("key: Ceres", "key: Ce\0res"), "nul", "key: "),
    "hidden control": (broken("key: Ceres", "key: Ce\x1bres"), "hidden-character", "key: "),
    "line separator": (broken("key: Ceres", "key: Ce\u2028res"), "hidden-character", "key: "),
}  # fmt: skip


@pytest.mark.parametrize(("text", "code", "part"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_pack_is_told_what_and_where(text: str, code: str, part: str) -> None:
    pack, findings = read_report(text, "p.yaml")

    assert pack is None
    assert [(finding.code, finding.severity) for finding in findings] == [(code, "error")]
    if part:
        assert findings[0].line == line_of(text, part)


def test_a_good_pack_is_read_whole() -> None:
    pack = read_pack(GOOD, "p.yaml")

    assert pack == Pack(
        slug="solar-system",
        title="The Solar System",
        licence="CC0-1.0",
        attribution="The quizapp authors",
        description="The planets in their order.",
        topic="astronomy",
        documents=(
            Document(
                "guide", "A Guide to the Planets", "Example Press", "https://example.org/guide", "2025-10-13",
                "CC-BY-4.0",
            ),
        ),
        entities=(
            Entity("ceres", "Ceres", EntityType.PLACE, "dwarf planet", False, "belt", ("1 Ceres",)),
            Entity("belt", "asteroid belt", EntityType.PLACE, takes_the=True),
        ),
        facts=(
            Fact(
                "ceres", "discovered_in", "1801", (Evidence("guide", 12, 2),),
                as_of="2025-10", according_to="guide", ask=("value",), witnesses=2, fact_id="f-ceres",
            ),
        ),
        items=(
            Item(
                "Which dwarf planet lies in the asteroid belt?", "Ceres", ("Pluto", "Eris", "Haumea"),
                "Ceres circles the Sun between Mars and Jupiter.", (Evidence("guide", 3),),
                difficulty="easy", tags=("belt",), made=True, item_id="q-ceres",
            ),
        ),
    )  # fmt: skip


def test_every_scalar_is_text() -> None:
    text = broken("[Pluto, Eris, Haumea]", "[No, 2010, 2010-10-16]")

    assert read_pack(text, "p.yaml").items[0].distractors == ("No", "2010", "2010-10-16")


def test_a_folded_block_is_one_line() -> None:
    text = broken("The planets in their order.", ">\n  The planets\n  in their order.")

    assert read_pack(text, "p.yaml").description == "The planets in their order."


def test_what_is_absent_has_its_default() -> None:
    pack = read_pack("format: 1\ntitle: T\nslug: tt\n", "p.yaml")

    assert (pack.language, pack.items, pack.licence) == ("en", (), "")


def test_ids_come_from_the_content_when_absent() -> None:
    text = broken("  - id: q-ceres\n    stem", "  - stem").replace("  - id: f-ceres\n    sub", "  - sub")

    pack = read_pack(text, "p.yaml")

    assert pack.items[0].item_id.startswith("q-")
    assert pack.facts[0].fact_id.startswith("f-")


def test_line_ends_and_byte_order_mark_of_other_systems_change_nothing() -> None:
    source = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()

    assert read_pack(source, "p.yaml") == read_pack(GOOD, "p.yaml")


def test_all_findings_come_at_once_in_the_order_of_lines() -> None:
    text = broken("key: Ceres", "kye: Ceres").replace("document: guide", "document: giude")

    with pytest.raises(PackError) as refusal:
        read_pack(text, "p.yaml")

    found = [finding for finding in refusal.value.findings if isinstance(finding, Finding)]
    assert [f.code for f in found] == [
        "unknown-document", "missing-key", "unknown-key", "unknown-document",
    ]  # fmt: skip
    assert found == sorted(found)
    assert str(refusal.value).endswith("(and 3 more)")


def test_an_unknown_key_is_told_the_nearest_known_one() -> None:
    _, findings = read_report(broken("explanation:", "explaination:"), "p.yaml")

    line = line_of(GOOD, "explanation:")
    assert str(findings[0]) == (
        f"p.yaml:{line}: unknown-key: this item has the unknown key 'explaination' - "
        "did you mean 'explanation'?"
    )


def test_a_finding_cannot_steer_the_terminal() -> None:
    _, findings = read_report(broken("format: 1", 'format: "\\e[2J\\n\\uD800"'), "p.yaml")

    assert str(findings[0]).startswith("p.yaml:1: bad-format: `format: \\x1b[2J\\n\\ud800` is unknown")


def test_a_value_like_the_id_of_an_entity_is_a_warning_only() -> None:
    text = GOOD.replace("ceres", "dwarf-ceres").replace("value: 1801", "value: dwarf-cerse")

    pack, findings = read_report(text, "p.yaml")

    assert pack is not None
    assert [(f.code, f.severity) for f in findings] == [("misspelt-entity", "warning")]


def test_items_keep_their_lines() -> None:
    assert survey(GOOD, "p.yaml").lines == {"q-ceres": line_of(GOOD, "- id: q-ceres")}


def test_bytes_that_are_not_utf8_are_named() -> None:
    _, findings = read_report(GOOD.encode().replace(b"Pluto", b"Plut\xf3"), "p.yaml")

    assert findings[0].code == "not-utf8"
    assert findings[0].line == line_of(GOOD, "Pluto")
    assert "0xf3" in findings[0].what


def test_utf16_is_named() -> None:
    _, findings = read_report(GOOD.encode("utf-16"), "p.yaml")

    assert findings[0].what == "is UTF-16 text"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"#" * 50_000_000, "too-big"),
        ("[" * 5_000_000, "deep"),
        ("- " * 2_500_000, "deep"),
        ("{a: " * 1_250_000, "deep"),
        ("a: &a [x]\nb: &b [*a, *a]\n", "anchor"),
        ("\0" * 4_000_000, "nul"),
    ],
    ids=["50 MB", "brackets", "dashes", "braces", "aliases", "NULs"],
)
def test_what_is_made_to_choke_the_reader_is_refused_at_once(source: str | bytes, code: str) -> None:
    _, findings = read_report(source, "p.yaml")

    assert findings[0].code == code


def test_the_report_ends_when_it_is_too_long_to_be_useful() -> None:
    _, findings = read_report(GOOD + "".join(f"k{n}: v\n" for n in range(1000)), "p.yaml")

    assert len(findings) == MOST_FINDINGS


# Signs of the syntax, and words of the format, come together more often than chance would have it.
_SIGNS = "[ ] { } , : ' \" | > &a *a !t --- ... ? \\x \\U # % - key items: stem:"
_YAMLISH = st.lists(
    st.sampled_from(_SIGNS.split(" "))
    | st.sampled_from(["format: 1\n", "title: T\n", "slug: tt\n", "\n", "    ", " ", "%YAML 1.2\n"])
    | st.text(max_size=3)
).map("".join)


@given(st.binary(max_size=200) | st.text(max_size=200) | _YAMLISH)
def test_any_input_is_a_pack_or_a_pack_error(source: str | bytes) -> None:
    try:
        assert isinstance(read_pack(source, "p.yaml"), Pack)
    except PackError as error:
        assert error.findings
