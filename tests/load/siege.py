"""A crowd that plays while processes are killed, and what must be true afterwards.

QUIZAPP_TEST_LOAD says how many answers are given (and has them given by all clients), QUIZAPP_TEST_RESTART
by which command PostgreSQL is restarted in the middle; without it, it is not.
"""

import logging
import os
import random
import shlex
import subprocess

from tests.load.crowd import Acknowledged, Crowd
from tests.load.records import Record, recorded
from tests.load.server import Server

FULL = int(os.environ.get("QUIZAPP_TEST_LOAD", "0"))
RESPONSES = FULL or 600
CLIENTS = 64 if FULL else 16
KILLS = 40 if FULL else 3
RESTART = shlex.split(os.environ.get("QUIZAPP_TEST_RESTART", ""))
LOG = logging.getLogger(__name__)


def kill_now_and_then(server: Server, crowd: Crowd) -> int:
    """How often one of the processes was killed, at even distances; in the middle the database restarts."""
    which = random.Random(7)
    for kill in range(1, KILLS + 1):
        crowd.wait_for(kill * RESPONSES // (KILLS + 1))
        if not crowd.plays:
            return kill - 1
        server.kill_one(which)
        if kill == KILLS // 2 and RESTART and not server.address.startswith("sqlite"):
            LOG.info("restarting the database")
            subprocess.run(RESTART, check=True)
    return KILLS


def assert_kept_as_acknowledged(server: Server, acknowledged: list[Acknowledged]) -> None:
    """Each response is there once, as its player was told, and the boards count each of them."""
    records = recorded(server.address)
    assert len(acknowledged) == RESPONSES
    assert sorted(map(key, records)) == sorted(map(key, acknowledged))
    correct = {(record.round, record.item): record.correct for record in records}
    told = [one for one in acknowledged if one.correct is not None]
    assert [correct[one.round, one.item] for one in told] == [one.correct for one in told]
    assert_boards_agree(server)


def assert_boards_agree(server: Server) -> None:
    """`quizapp boards check` finds nothing."""
    assert server.command("boards", "check") == (0, "no difference\n")


def key(response: Acknowledged | Record) -> tuple[str, str, str]:
    """What names a response and the choice in it."""
    return response.round, response.item, response.option
