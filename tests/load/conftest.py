"""A server that can be besieged, on the database of the test, and the crowd that plays on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.load.crowd import Crowd
from tests.load.server import Server
from tests.load.siege import CLIENTS, RESPONSES


@pytest.fixture
def server(tmp_path: Path, database_url: str) -> Iterator[Server]:
    """A server of two processes that is stopped at the end whatever happens."""
    server = Server(tmp_path, database_url, worker="off")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def crowd(server: Server, tmp_path: Path) -> Iterator[Crowd]:
    """A crowd that has begun to play; it is sent home at the end whatever happens."""
    crowd = Crowd(server.port, CLIENTS, RESPONSES, tmp_path / "crowd")
    yield crowd
    crowd.leave()
