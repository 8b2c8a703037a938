"""/packs/<slug>/insights: what only the author of a pack sees of it."""

import re

import pytest
from flask import Flask

from quizapp.services.settling import open_flags
from tests.services.rounds import SLUG
from tests.web.accounts.visitor import Visitor
from tests.web.rounds.somebody import Somebody

PAGE = f"/packs/{SLUG}/insights"


@pytest.fixture
def player(app: Flask) -> Somebody:
    """Somebody who plays a round of the pack and flags its first question."""
    player = Somebody(app)
    player.start()
    item = player.field("item")
    player.answer_right()
    player.look()
    note = "Look <b>here</b>."
    player.send(f"{player.address}/flags", item=item, reason="wrong", note=note)
    player.send(f"{player.address}/end")
    return player


def test_the_author_is_led_there_from_the_pack(author: Visitor) -> None:
    assert PAGE in author.see(f"/packs/{SLUG}")


def test_it_is_not_there_for_others(app: Flask, author: Visitor, reader: Visitor) -> None:
    assert PAGE not in reader.see(f"/packs/{SLUG}")
    for path in (PAGE, f"/packs/{SLUG}/results.csv", "/packs/no-such-pack/insights"):
        assert reader.client.get(path).status_code == 404
        assert Visitor(app).client.get(path).location.startswith("/log-in")


def test_an_administrator_sees_it_for_every_pack(administrator: Visitor) -> None:
    assert "Nobody has answered a question" in administrator.see(PAGE)
    assert administrator.client.get("/packs/no-such-pack/insights").status_code == 404


def test_an_empty_page_says_what_will_stand_there(author: Visitor) -> None:
    assert "Nobody has answered a question of this edition yet" in author.see(PAGE)


def test_the_first_round_is_seen_at_once(author: Visitor, player: Somebody) -> None:
    page = author.see(PAGE)

    assert "100 %" in page
    assert page.count('class="choices__mark"') == 1
    assert 'width="100.0"' in page


def test_an_edition_that_is_not_there_is_not_found(author: Visitor) -> None:
    assert author.client.get(f"{PAGE}?edition=none").status_code == 404


def test_a_flag_is_shown_as_text_and_dismissed_with_thanks(author: Visitor, player: Somebody) -> None:
    page = author.see(PAGE)
    assert "Look &lt;b&gt;here&lt;/b&gt;." in page
    (flag,) = open_flags(SLUG)

    answer = author.send(
        f"/packs/{SLUG}/flags/{flag.flag_id}/dismiss", on=PAGE, thanks="It is right; <i>thank you</i>."
    )

    assert answer.location == PAGE
    assert "flagged__note" not in author.see(PAGE)
    heard = player.look("/").text
    assert "Your flag has been read." in heard
    assert "It is right; &lt;i&gt;thank you&lt;/i&gt;." in heard
    assert "Your flag has been read." not in player.look("/").text


def test_a_flag_of_anothers_pack_cannot_be_settled(
    author: Visitor, reader: Visitor, player: Somebody
) -> None:
    (flag,) = open_flags(SLUG)

    for path in (f"flags/{flag.flag_id}/dismiss", f"items/{flag.item_id}/mend"):
        assert reader.send(f"/packs/{SLUG}/{path}", on="/account").status_code == 404
    assert author.send(f"/packs/{SLUG}/flags/999/dismiss", on="/account").status_code == 404
    assert author.send("/packs/moons/items/q-io/mend", on="/account").status_code == 404
    assert open_flags(SLUG) == [flag]


def test_one_click_leads_to_the_question_in_the_draft(author: Visitor, player: Somebody) -> None:
    (flag,) = open_flags(SLUG)
    path = f"/packs/{SLUG}/items/{flag.item_id}/mend"

    first, again = (author.send(path, on=PAGE).location for _ in range(2))

    assert re.fullmatch(rf"/drafts/[0-9a-f]+/items/{flag.item_id}/edit", first)
    assert again == first


def test_an_item_that_is_gone_leads_to_the_draft(author: Visitor) -> None:
    answer = author.send(f"/packs/{SLUG}/items/q-gone/mend", on="/account")

    assert "not in your draft any more" in author.see(answer.location)
