"""`quizapp serve`: what is asked is finished, and what only waits does not hold it up."""

import http.client
import json
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.cli.serve import not_shared
from quizapp.config import Settings
from tests.load.server import Server

PATIENCE_S = 40.0
TOKEN = "a token of plain letters"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of two processes, without a worker, that is stopped at the end whatever happens."""
    server = Server(tmp_path, worker="off")
    server.start()
    yield server
    server.stop()


def connect(server: Server) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_S)


def test_a_server_told_to_stop_hangs_up_on_those_who_only_wait(server: Server) -> None:
    with closing(connect(server)) as connection:
        connection.request("GET", "/how-scores-work")
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200

        server.stop()

        assert connection.sock is not None
        assert connection.sock.recv(1) == b""
    assert "graceful timeout" not in server.log.read_text()


def test_what_is_being_asked_is_answered_before_the_end(server: Server) -> None:
    body = b"name=Alice&password=none"
    with closing(connect(server)) as connection, ThreadPoolExecutor(1) as pool:
        connection.putrequest("POST", "/log-in")
        connection.putheader("Content-Type", "application/x-www-form-urlencoded")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body[:5])
        time.sleep(1)  # until the server has read the head and waits for the rest

        stopped = pool.submit(server.stop)
        time.sleep(2)
        connection.send(body[5:])

        answer = connection.getresponse()
        assert answer.status == 400  # there is no token in that form
        assert "open for too long" in answer.read().decode()
        stopped.result(PATIENCE_S)


def test_every_line_can_be_read_by_a_program(tmp_path: Path) -> None:
    server = Server(tmp_path, worker="off", log="json")
    server.start()
    server.kill_one(random.Random(1))
    server.stop()

    lines = [line for line in server.log.read_text().splitlines() if line.startswith("{")]
    told = [json.loads(line) for line in lines]
    assert {"GET"} == {line["method"] for line in told if "method" in line}
    assert any("SIGKILL" in line["message"] for line in told if line["logger"] == "gunicorn.error")


def test_several_processes_say_what_they_do_not_share(settings: Settings) -> None:
    limited = replace(settings, rate_limits=True)

    (line,) = not_shared(limited, 2)

    assert "QUIZAPP_REDIS_URL" in line
    assert not_shared(limited, 1) == []
    assert not_shared(replace(limited, rate_limit_storage="redis://localhost"), 2) == []
    assert not_shared(replace(limited, rate_limits=False), 2) == []


def test_all_processes_count_together_and_one_that_died_is_not_forgotten(tmp_path: Path) -> None:
    server = Server(tmp_path, worker="off", metrics_token=TOKEN)
    server.start()
    try:
        for _ in range(8):
            ask(server, "/how-scores-work")
        before = counted(server)
        server.kill_one(random.Random(1))

        assert counted(server) >= before >= 9
    finally:
        server.stop()


def counted(server: Server) -> float:
    """How often the page of rules has been sent, by all processes together."""
    told = ask(server, "/metrics", Authorization=f"Bearer {TOKEN}")
    line = 'quizapp_request_seconds_count{method="GET",route="/how-scores-work",status="2xx"} '
    return sum(float(each.removeprefix(line)) for each in told.splitlines() if each.startswith(line))


def ask(server: Server, page: str, **headers: str) -> str:
    """The page, over a connection of its own."""
    with closing(connect(server)) as connection:
        connection.request("GET", page, headers=headers)
        answer = connection.getresponse()
        assert answer.status == 200
        return answer.read().decode()
