"""Where in an item a flaw lies."""

from typing import Any

import pytest

from quizapp.packs.lint import lint_item
from quizapp.packs.lint.marks import marks, texts_of
from tests.builders import an_item


def marked(code: str, **changes: Any) -> dict[str, list[str]]:
    """The words that the flaw of that code is about, by field."""
    item = an_item(**changes)
    flaw = next(flaw for flaw in lint_item(item) if flaw.code == code)
    texts = texts_of(item)
    return {
        mark.field: [texts[mark.field][start:end] for start, end in mark.spans] for mark in marks(item, flaw)
    }


@pytest.mark.parametrize(
    ("code", "changes", "expected"),
    [
        ("undated", {"stem": "Which dwarf planet is now in the belt?"}, {"stem": ["now"]}),
        ("key-in-stem", {"stem": "Which dwarf planet is Ceres?"}, {"stem": ["Ceres"], "key": ["Ceres"]}),
        ("none-of-the-above", {"distractors": ("Pluto", "Eris", "None")}, {"distractor-3": ["None"]}),
        (
            "overlap",
            {"key": "the Thames", "distractors": ("Thames", "Rhine", "Oder")},
            {"key": ["the Thames"], "distractor-1": ["Thames"]},
        ),
        ("no-explanation", {"explanation": ""}, {"explanation": []}),
        ("no-question", {"stem": "Name a dwarf planet in the belt"}, {"stem": []}),
    ],
)
def test_a_flaw_lies_where_its_words_are(
    code: str, changes: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    assert marked(code, **changes) == expected
