"""A backup taken while a crowd plays and processes are killed is a moment of the game.

What it has to hold, said by the clock of the machine: every response that was acknowledged before it began;
none that was first sent after it had ended; and of each player the first responses, up to some one of them.
"""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import database_on
from tests.load.crowd import Acknowledged, Crowd
from tests.load.records import recorded
from tests.load.server import Server
from tests.load.siege import LOG, RESPONSES, assert_boards_agree, key, kill_now_and_then

pytestmark = pytest.mark.load


@pytest.fixture
def another(tmp_path: Path, database_url: str) -> Iterator[Server]:
    """An installation of the same kind with nothing in it, that does not run."""
    folder = tmp_path / "another"
    folder.mkdir()
    if database_url.startswith("sqlite"):
        yield Server(folder)
    else:
        with database_on(database_url, f"quizapp_restored_{os.getpid()}") as address:
            yield Server(folder, address)


def test_a_backup_under_load_is_a_moment_of_the_game(
    server: Server, crowd: Crowd, another: Server, tmp_path: Path
) -> None:
    file = tmp_path / "backup"
    with ThreadPoolExecutor(1) as keeper:
        kills = keeper.submit(kill_now_and_then, server, crowd)
        crowd.wait_for(RESPONSES // 3)
        began_ns = time.monotonic_ns()
        status, said = server.command("backup", str(file))
        ended_ns = time.monotonic_ns()
        assert status == 0, said
        told = crowd.told()
        kills.result()

    status, said = another.command("restore", str(file))
    assert status == 0, said
    assert_boards_agree(another)
    acknowledged, restored = crowd.acknowledged(), recorded(another.address)
    held = {key(record) for record in restored}
    before = {key(one) for one in acknowledged if one.told_ns < began_ns}
    LOG.info(
        "%s; %s acknowledged before the backup, %s in it, %.2f s long",
        *(told, len(before), len(held), (ended_ns - began_ns) / 1e9),
    )
    assert len(held) == len(restored)
    assert before <= held <= {key(one) for one in acknowledged if one.sent_ns < ended_ns}
    assert 0 < len(before) <= len(held) < RESPONSES
    for responses in by_client(acknowledged):
        kept = [key(one) in held for one in responses]
        assert kept == sorted(kept, reverse=True)
    verdicts = {key(record): record.correct for record in recorded(server.address)}
    assert all(verdicts[key(record)] == record.correct for record in restored)


def by_client(acknowledged: list[Acknowledged]) -> list[list[Acknowledged]]:
    """The responses of each client in the order in which it gave them."""
    clients: dict[int, list[Acknowledged]] = {}
    for one in sorted(acknowledged, key=lambda one: one.told_ns):
        clients.setdefault(one.client, []).append(one)
    return list(clients.values())
