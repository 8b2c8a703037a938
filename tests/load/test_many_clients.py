"""Many people at once against real server processes: nothing breaks, no answer is lost or doubled."""

import pytest

from tests.load.crowd import Crowd
from tests.load.server import Server
from tests.load.siege import KILLS, LOG, RESPONSES, assert_kept_as_acknowledged, kill_now_and_then

pytestmark = pytest.mark.load


def test_many_clients_play_at_once(server: Server, crowd: Crowd) -> None:
    told = crowd.told()

    server.stop()
    LOG.info("%s", told)
    assert set(told.statuses) == {"200", "303"}
    assert (told.broken, told.turned_away) == (0, 0)
    assert_kept_as_acknowledged(server, crowd.acknowledged())


def test_no_acknowledged_response_is_lost_while_processes_are_killed(server: Server, crowd: Crowd) -> None:
    kills = kill_now_and_then(server, crowd)
    told = crowd.told()

    server.stop()
    LOG.info("%s processes killed: %s", kills, told)
    assert kills == KILLS
    assert told.broken >= KILLS
    assert set(told.statuses) == {"200", "303"}
    assert_kept_as_acknowledged(server, crowd.acknowledged())


def test_no_acknowledged_response_is_lost_when_the_server_is_killed(server: Server, crowd: Crowd) -> None:
    crowd.wait_for(RESPONSES // 2)
    server.kill()
    server.start()
    told = crowd.told()

    server.stop()
    LOG.info("%s", told)
    assert told.broken >= 1
    assert set(told.statuses) == {"200", "303"}
    assert_kept_as_acknowledged(server, crowd.acknowledged())
