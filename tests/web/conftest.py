"""People at their browsers."""

import pytest
from flask import Flask

from tests.web.rounds.somebody import Somebody


@pytest.fixture
def alice(app: Flask) -> Somebody:
    """Alice plays."""
    return Somebody(app)


@pytest.fixture
def charlie(app: Flask) -> Somebody:
    """Charlie has a browser of his own."""
    return Somebody(app)
