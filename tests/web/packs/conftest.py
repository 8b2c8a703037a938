"""Authors of published packs at their browsers."""

import pytest
from flask import Flask
from sqlalchemy import update

from quizapp.services.players import player_named
from quizapp.store.listing import put_listing
from quizapp.store.player import players
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS
from tests.services.rounds import SLUG
from tests.web.accounts.visitor import Visitor


def signed_up(app: Flask, name: str) -> Visitor:
    visitor = Visitor(app)
    visitor.sign_up(name)
    return visitor


@pytest.fixture
def author(app: Flask) -> Visitor:
    """Ada, whose pack about the planets is."""
    visitor = signed_up(app, "Ada")
    row = {"slug": SLUG, "owner_id": player_named("Ada").id, "featured": False, "unlisted": False}
    with writing() as connection:
        connection.execute(put_listing(connection.dialect.name), row | {"changed_at_ms": NOON_MS})
    return visitor


@pytest.fixture
def administrator(app: Flask) -> Visitor:
    """Olga, who looks after all packs."""
    visitor = signed_up(app, "Olga")
    with writing() as connection:
        connection.execute(update(players).where(players.c.name == "Olga").values(role="administrator"))
    return visitor


@pytest.fixture
def reader(app: Flask) -> Visitor:
    """Rita, signed up, who has published nothing."""
    return signed_up(app, "Rita")
