"""The results of a pack as a sheet that no spreadsheet can take for formulas."""

import csv
from io import StringIO

import pytest

from quizapp.packs.shelf import Shelf
from quizapp.services import result_sheet as service
from quizapp.services.playing import Seat
from quizapp.services.result_sheet import result_sheet
from quizapp.services.shelving import publish_shelf
from tests.builders import a_pack, an_item
from tests.conftest import NOON_MS
from tests.services.conftest import Sit
from tests.services.rounds import RELAXED, SLUG, Play
from tests.services.test_correcting import MARS, play_to


def sheet(slug: str = SLUG) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO("".join(result_sheet(slug)).removeprefix("\ufeff"))))


def test_each_answer_of_a_finished_round_is_a_line(alice: Seat, bob: Seat) -> None:
    play_to(alice, "Saturn")
    open_one = Play(bob)
    open_one.respond(open_one.key)

    lines = sheet()

    assert len(lines) == 8
    assert next(line for line in lines if line["item"] == MARS) == {
        "day": "2026-11-21",
        "player": "Alice",
        "item": MARS,
        "question": "Which planet is the fourth from the Sun?",
        "chosen": "Saturn",
        "correct": "no",
        "points": "0",
        "seconds": "2.0",
    }


def test_a_pack_without_rounds_has_a_head_alone(alice: Seat) -> None:
    assert "".join(result_sheet(SLUG)) == "\ufeff" + ",".join(service.HEAD) + "\r\n"


def test_what_looks_like_a_formula_is_text(sit: Sit) -> None:
    item = an_item(
        stem='=HYPERLINK("http://example.org";"Which?")',
        key="-5 °C",
        distractors=("+1", "@SUM(A1)", "\u05d0\u05d1\u05d2 “quoted, and more”"),
    )
    publish_shelf(Shelf({"cold": a_pack(slug="cold", items=(item,))}, ()), NOON_MS)
    for letter in "ABCD":
        Play(sit(f"=cmd|{letter}"), slug="cold", length=None, pace=RELAXED).respond(letter)

    lines = sheet("cold")

    assert {line["question"] for line in lines} == {f"'{item.stem}"}
    assert {line["chosen"] for line in lines} == {"'-5 °C", "'+1", "'@SUM(A1)", item.distractors[2]}
    assert all(line["player"].startswith("'=") for line in lines)


def test_the_sheet_comes_in_pieces_and_leaves_nothing_out(
    alice: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        Play(alice).finish(right=5)
    monkeypatch.setattr(service, "_ROUNDS_AT_ONCE", 2)

    assert (len(list(result_sheet(SLUG))), len(sheet())) == (4, 25)
