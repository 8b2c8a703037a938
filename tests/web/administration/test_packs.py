"""/administration/packs, /flags, /marks and /journal: looking through, and what can be done."""

from flask import Flask
from sqlalchemy import select

from quizapp.services.flagging import flag_item
from quizapp.services.journal import entries
from quizapp.services.marks import mark_unlikely, open_marks
from quizapp.services.players import player_named
from quizapp.services.playing import Seat
from quizapp.store.flag import flags
from quizapp.store.transaction import reading
from tests.conftest import NOON_MS
from tests.services.rounds import Play
from tests.web.accounts.visitor import Visitor

PACKS = "/administration/packs"


def bobs_seat() -> Seat:
    player = player_named("Bob")
    return Seat(player.id, player.epoch)


def test_packs_are_found_by_title_or_address(grace: Visitor) -> None:
    assert ">The Solar System</a>" in grace.see(PACKS)
    assert ">The Solar System</a>" in grace.see(f"{PACKS}?search=SOLAR-s")
    assert "No pack fits" in grace.see(f"{PACKS}?search=_____________________")
    assert "No pack fits" in grace.see(f"{PACKS}?after=solar-system")


def test_packs_are_featured_and_unlisted(grace: Visitor, app: Flask) -> None:
    for deed in ("feature", "unfeature", "feature", "unlist", "relist"):
        assert grace.send(f"{PACKS}/solar-system/{deed}", on=PACKS).location == PACKS
    grace.send(f"{PACKS}/solar-system/unlist", on=PACKS)
    grace.send(f"{PACKS}/solar-system/feature", on=PACKS)

    page = grace.see(PACKS)
    assert "The pack is unlisted. List it again first." in page
    assert ">unlisted</span>" in page
    assert "There is nothing to play yet" in Visitor(app).see("/")
    done = [entry.kind for entry in reversed(entries()) if entry.slug]
    assert done == ["featured", "unfeatured", "featured", "unlisted", "relisted", "unlisted"]
    assert {entry.actor_name for entry in entries() if entry.slug} == {"Grace"}


def test_a_pack_that_is_not_there_cannot_be_featured(grace: Visitor) -> None:
    assert grace.send(f"{PACKS}/nothing/feature", on=PACKS).status_code == 404
    assert grace.send(f"{PACKS}/solar-system/burn", on=PACKS).status_code == 404


def test_flags_of_all_packs_are_dismissed_with_thanks(grace: Visitor, bob: Visitor) -> None:
    play = Play(bobs_seat())
    flag_item(play.seat, play.public_id, play.page.prompt.item_id, "typo", "<b>Venvs</b>", NOON_MS)
    page = grace.see("/administration/flags")
    assert "&lt;b&gt;Venvs&lt;/b&gt;" in page
    with reading() as connection:
        number = connection.scalar(select(flags.c.id))

    address = f"/administration/flags/solar-system/{number}/dismiss"
    assert grace.send(address, on="/administration/flags", thanks="Well seen.").status_code == 303

    assert "No open flags" in grace.see("/administration/flags")
    assert "Well seen." in bob.see("/")
    assert [entry.actor_name for entry in entries(kind="flag-dismissed")] == ["Grace"]


def test_marks_are_looked_at_and_settled(grace: Visitor, bob: Visitor) -> None:
    Play(bobs_seat()).finish(5, after_ms=100)
    mark_unlikely(NOON_MS)
    (mark,) = open_marks()
    assert "Faster than reading" in grace.see("/administration/marks")
    assert "Faster than reading" in grace.see(f"/administration/players/{mark.player_id}")

    grace.send(f"/administration/marks/{mark.mark_id}/settle", on="/administration/marks")

    assert "Nothing to look at" in grace.see("/administration/marks")
    assert ">settled</span>" in grace.see(f"/administration/players/{mark.player_id}")
    assert entries(kind="mark-settled")[0].actor_name == "Grace"
    assert grace.send("/administration/marks/999/settle", on="/account").status_code == 404


def test_the_journal_is_read_by_kind_and_by_player(grace: Visitor, bob: Visitor) -> None:
    bob.send("/log-out-everywhere", on="/account")

    everything = grace.see("/administration/journal")
    assert "signed up" in everything
    assert "The terminal:" in everything
    ended = grace.see("/administration/journal?kind=log-out-everywhere")
    assert "<strong>logged out everywhere</strong>" in ended
    assert "<strong>signed up</strong>" not in ended
    assert ">Grace</a>:" not in grace.see("/administration/journal?player=bob")
    assert "no player called Nobody" in grace.see("/administration/journal?player=Nobody")
    assert "Nothing of that kind" in grace.see("/administration/journal?kind=banned")
