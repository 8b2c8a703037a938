"""Authors at their browsers."""

import pytest
from flask import Flask

from quizapp.domain.draft import Draft
from quizapp.services.draft_shelf import add_draft
from quizapp.services.players import player_named
from tests.builders import a_found_pack
from tests.conftest import NOON_MS
from tests.services.told_drafts import told_draft
from tests.web.accounts.visitor import Visitor


@pytest.fixture
def stranger(app: Flask) -> Visitor:
    """A browser that has not been here before."""
    return Visitor(app)


@pytest.fixture
def alice(app: Flask) -> Visitor:
    """Alice, signed up."""
    visitor = Visitor(app)
    visitor.sign_up("Alice")
    return visitor


@pytest.fixture
def bob(app: Flask) -> Visitor:
    """Bob, signed up in a browser of his own."""
    visitor = Visitor(app)
    visitor.sign_up("Bob")
    return visitor


@pytest.fixture
def draft(alice: Visitor) -> Draft:
    """A draft of Alice's with eight found items, none of them decided."""
    return add_draft(player_named("Alice").id, a_found_pack(), NOON_MS)


@pytest.fixture
def told(alice: Visitor) -> Draft:
    """A draft of Alice's with two texts that disagree."""
    return told_draft(player_named("Alice").id)
