"""No byte sent before the response tells the key.

Each pack is played beside a twin in which another option is the key and all else that a player could see
is the same. If what the server sends to the two is equal byte for byte, nothing in it tells the key: not the
order of the options, not their ids, no header, no script, no field.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.domain.round import Pace, draw
from quizapp.packs.shelf import Shelf, stock
from quizapp.places import place
from quizapp.services.playing import start_round
from quizapp.services.shelving import publish_shelf
from tests.builders import a_quoting_pack
from tests.conftest import NOON_MS

PACKS = stock([place("questions")]).packs
SEED = "the same for both"


@pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.slug)
def test_nothing_sent_before_the_response_tells_the_key(app: Flask, pack: Pack) -> None:
    mine = list(_all_that_is_sent_before_each_response(app, pack))
    twins = list(_all_that_is_sent_before_each_response(app, _twin(pack)))

    assert len(mine) == len(pack.items)
    assert mine == twins


@pytest.mark.parametrize("pack", PACKS.values(), ids=lambda pack: pack.slug)
def test_the_explanation_and_the_source_come_with_the_response(app: Flask, pack: Pack) -> None:
    items = draw(pack, SEED, None)

    for position, sent in enumerate(_all_that_is_sent_before_each_response(app, pack)):
        item = items.item(position)
        assert item.explanation not in sent
        assert item.item_id in sent


def test_the_sentence_that_states_the_answer_comes_with_the_response(app: Flask, guide: Path) -> None:
    pack = a_quoting_pack()
    mine = list(_all_that_is_sent_before_each_response(app, pack))
    twins = list(_all_that_is_sent_before_each_response(app, _twin(pack)))

    assert len(mine) == len(pack.items)
    assert mine == twins
    assert not any("Outwards come" in sent or "CC BY" in sent for sent in mine)


def _twin(pack: Pack) -> Pack:
    """The pack with every key swapped for a distractor, and with other explanations."""
    return replace(pack, items=tuple(_swapped(item) for item in pack.items))


def _swapped(item: Item) -> Item:
    first, *others = item.distractors
    distractors = (*others, item.key)
    return replace(item, key=first, distractors=distractors, explanation="It is another.", evidence=())


def _all_that_is_sent_before_each_response(app: Flask, pack: Pack) -> Iterator[str]:
    publish_shelf(Shelf({pack.slug: pack}, ()), NOON_MS)
    client = app.test_client()
    client.environ_base["HTTP_X_REQUEST_ID"] = "the-same-for-all"
    client.post("/rounds", data=_form(client, slug=pack.slug, length="5", pace="relaxed"))
    seat = _seat(client)
    address = f"/rounds/{start_round(seat, pack.slug, None, Pace('relaxed'), NOON_MS, seed=SEED)}"
    for number in range(len(pack.items)):
        answer = client.get(address)
        page = answer.text
        yield _without_names_of_the_moment(f"{answer.headers}\n{page}")
        item = re.search(r'name="item"[^>]*value="([^"]*)"', page)
        assert item is not None
        client.post(f"{address}/responses", data=_form(client, page=page, item=item[1], option="A"))
        if number < len(pack.items) - 1:
            client.post(f"{address}/next", data=_form(client, page=page, item=item[1]))


def _form(client: FlaskClient, page: str = "", **fields: str) -> dict[str, str]:
    token = re.search(r'name="csrf_token"[^>]*value="([^"]*)"', page or client.get("/log-in").text)
    assert token is not None
    return {"csrf_token": token[1], **fields}


def _seat(client: FlaskClient):  # type: ignore[no-untyped-def]
    from quizapp.services.accounts import seat_of

    with client.session_transaction() as session:
        return seat_of(session)


def _without_names_of_the_moment(sent: str) -> str:
    """What was sent, less what differs between any two rounds: tokens, the round's address, scores so far."""
    sent = re.sub(r'(name="csrf_token"[^>]*value=)"[^"]*"', r"\1", sent)
    sent = re.sub(r"/rounds/[\w-]+", "/rounds/x", sent)
    sent = re.sub(r"Set-Cookie:[^\n]*\n", "", sent)
    sent = re.sub(r"Content-Length:[^\n]*\n", "", sent)
    return re.sub(r"\b(?:0|[1-9][\d,]*) points?\b|streak of \d+|\d+ in a row", "score", sent)
