"""Which packs can be played, and what stays when they change."""

from pathlib import Path

import pytest

from quizapp.domain.fact import Document
from quizapp.domain.pack import Pack
from quizapp.errors import NotFound
from quizapp.packs.shelf import Shelf
from quizapp.services import shelving
from quizapp.services.playing import Seat
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.rounds import SLUG, Play

SOLAR = a_pack()
MOONS = a_pack(slug="moons", title="moons of Jupiter", description="Four and more.")


def publish(*packs: Pack, now_ms: int = NOON_MS, broken: tuple[str, ...] = ()) -> tuple[int, int]:
    files = tuple((Path(name), ()) for name in broken)
    return shelving.publish_shelf(Shelf({pack.slug: pack for pack in packs}, files), now_ms)


def slugs() -> list[str]:
    return [card.slug for card in shelving.shelf_packs()]


def test_publishing_the_same_shelf_again_changes_nothing(app: object) -> None:
    assert publish(SOLAR) == (0, 0)


def test_the_shelf_lists_its_packs_by_title(app: object) -> None:
    assert publish(SOLAR, MOONS) == (1, 0)

    cards = shelving.shelf_packs()

    assert [card.title for card in cards] == ["moons of Jupiter", "The Solar System"]
    assert (cards[0].slug, cards[0].item_count, cards[0].topic) == ("moons", 8, "astronomy")
    assert (cards[0].licence, cards[0].language) == ("CC0-1.0", "en")


def test_a_removed_file_leaves_the_shelf_and_comes_back_as_it_was(app: object) -> None:
    assert publish(MOONS) == (1, 1)
    assert slugs() == ["moons"]

    assert publish(SOLAR, MOONS) == (1, 0)
    assert slugs() == ["moons", SLUG]


def test_a_changed_file_is_a_new_edition_under_its_slug(app: object) -> None:
    old = shelving.digest_on_shelf(SLUG)
    changed = a_pack(description="The planets, and what else there is.")

    assert publish(changed) == (1, 0)

    assert shelving.digest_on_shelf(SLUG) == changed.digest != old
    assert shelving.pack(old) == SOLAR
    assert publish(SOLAR) == (1, 0)
    assert shelving.digest_on_shelf(SLUG) == old


def test_the_pack_of_a_broken_file_stays_as_it_was(app: object) -> None:
    assert publish(MOONS, broken=("questions/solar-system.yaml",)) == (1, 0)

    assert slugs() == ["moons", SLUG]


def test_a_published_pack_is_decoded_to_the_one_that_was_written(
    app: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelving, "_editions", {})

    assert shelving.pack(shelving.digest_on_shelf(SLUG)) == SOLAR


def test_the_pack_with_most_documents_behind_it_is_featured(app: object) -> None:
    read = (Document("almanac", "An Almanac"), Document("atlas", "An Atlas"))
    well_read = a_pack(slug="moons", title="Moons", documents=(*a_pack().documents, *read))
    assert shelving.featured_slug() == SLUG

    shelving.publish_shelf(Shelf({SLUG: a_pack(), "moons": well_read}, ()), NOON_MS)

    assert shelving.featured_slug() == "moons"


def test_nothing_is_featured_on_an_empty_shelf(app: object) -> None:
    publish()

    assert shelving.featured_slug() is None
    assert shelving.shelf_packs() == []


def test_a_pack_page_says_where_it_comes_from_and_how_often_it_was_played(alice: Seat, bob: Seat) -> None:
    Play(bob).finish(right=5)
    Play(alice).finish(right=2)

    page = shelving.pack_page(SLUG, alice)

    assert (page.title, page.plays, page.attribution) == ("The Solar System", 2, "The quizapp authors")
    assert [document.title for document in page.documents] == ["A Guide to the Planets"]
    assert page.standing is not None
    assert (page.standing.place, page.standing.size, page.standing.points) == (2, 2, 2000)
    assert shelving.pack_page(SLUG, None).standing is None


def test_there_is_no_page_of_a_pack_that_is_not_on_the_shelf(app: object) -> None:
    publish(MOONS)

    for slug in (SLUG, "A\0b", ""):
        with pytest.raises(NotFound):
            shelving.pack_page(slug, None)
    with pytest.raises(NotFound):
        shelving.pack("no digest")
