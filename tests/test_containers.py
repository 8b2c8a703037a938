"""Dockerfile and compose.yaml say what is true: the commands in them start, answer, and stop."""

import json
import re
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from ruamel.yaml import YAML

from quizapp.config import MEANINGS
from tests.load.server import CHECKOUT

PATIENCE_S = 60.0
PAUSE_S = 0.1
REDIS = ("127.0.0.1", 6379)
SECRETS = {
    "POSTGRES_PASSWORD": "for tests alone",
    "QUIZAPP_SECRET_KEY": "a secret that is long enough for tests",
}

SERVICES: dict[str, Any] = YAML(typ="safe").load(CHECKOUT / "compose.yaml")["services"]
DOCKERFILE = (CHECKOUT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
OURS = ("app", "worker")


def instructions(word: str) -> list[str]:
    """What follows that word in the Dockerfile, line by line."""
    return re.findall(rf"^{word}\s+(.+)$", DOCKERFILE, re.MULTILINE)


def environment(service: str) -> dict[str, str]:
    """The service's environment, with what is asked of the operator filled in and all else by default."""

    def filled(match: re.Match[str]) -> str:
        return SECRETS.get(match[1], match[3] if match[2] == ":-" else "")

    given = SERVICES[service]["environment"]
    return {name: re.sub(r"\$\{(\w+)(:-|:\?)([^}]*)\}", filled, value) for name, value in given.items()}


@pytest.mark.parametrize("service", OURS)
def test_every_setting_in_the_compose_file_exists(service: str) -> None:
    assert set(SERVICES[service]["environment"]) <= set(MEANINGS)


def test_no_secret_stands_in_the_compose_file() -> None:
    for service in SERVICES:
        for name, value in SERVICES[service].get("environment", {}).items():
            if re.search("KEY|PASSWORD|TOKEN", name):
                assert value.startswith("${"), name
    assert "${POSTGRES_PASSWORD:?" in SERVICES["app"]["environment"]["QUIZAPP_DATABASE_URL"]


def test_the_game_waits_for_what_it_needs() -> None:
    for service, needs in {"app": {"database", "redis"}, "worker": {"app"}}.items():
        waits = SERVICES[service]["depends_on"]
        assert {name for name, wait in waits.items() if wait["condition"] == "service_healthy"} == needs
    assert all("healthcheck" in SERVICES[name] for name in ("database", "redis"))


def test_the_image_runs_as_nobody_in_particular_and_keeps_its_data_apart() -> None:
    assert instructions("USER") == ["quizapp"]
    assert instructions("VOLUME") == ["/srv/quizapp/quizapp-data"]
    assert all(f"{instructions('VOLUME')[0]}" in SERVICES[name]["volumes"][0] for name in OURS)


def test_the_image_is_made_of_what_is_pinned_and_names_no_index() -> None:
    assert "--require-hashes" in DOCKERFILE
    assert "index-url" not in DOCKERFILE
    locked = (CHECKOUT / ".ci" / "requirements.txt").read_text("utf-8")
    assert all(
        re.search(rf"^{name}==", locked, re.MULTILINE) for name in ("psycopg-binary", "redis", "gevent")
    )


def test_what_the_image_is_made_of_is_there_and_is_not_ignored() -> None:
    lines = (CHECKOUT / ".dockerignore").read_text("utf-8").splitlines()
    sent = [line[1:] for line in lines if line.startswith("!")]
    sources = [
        source for line in instructions("COPY") if "--from" not in line for source in shlex.split(line)[:-1]
    ]

    assert len(sources) >= 8
    for source in sources:
        assert (CHECKOUT / source).exists()
        assert any(fnmatch(source, pattern) for pattern in sent), source


def test_the_commands_of_the_containers_start_answer_and_stop(database_url: str, tmp_path: Path) -> None:
    here = {"QUIZAPP_DATABASE_URL": database_url, "QUIZAPP_REDIS_URL": "redis://{}:{}/3".format(*REDIS)}
    names = {name for service in OURS for name in environment(service)}
    assert here.keys() <= names
    port = free_port()
    if not reachable(*REDIS):
        del here["QUIZAPP_REDIS_URL"]

    with (
        running(started("app", here, port), tmp_path) as app,
        running(started("worker", here, port), tmp_path) as worker,
    ):
        assert answer(app, port, "/healthz") == (200, "ok\n")
        status, told = answer(app, port, "/readyz")
        assert (status, json.loads(told)["ready"]) == (200, True), told
        assert health_check(port) == 0

        for process in (worker, app):
            process.send_signal(signal.SIGTERM)
        assert [process.wait(PATIENCE_S) for process in (worker, app)] == [0, 0]
    lines = (tmp_path / "app.log").read_text("utf-8").splitlines()
    told_lines = [json.loads(line) for line in lines if line.startswith("{")]
    assert {line["route"] for line in told_lines if "route" in line} >= {"/healthz", "/readyz"}


def started(service: str, here: dict[str, str], port: int) -> tuple[str, list[str], dict[str, str]]:
    """Name, command and environment of a service, with the addresses of this machine."""
    (entry,) = (json.loads(line) for line in instructions("ENTRYPOINT"))
    assert entry == ["quizapp"]
    words = [
        {"0.0.0.0": "127.0.0.1", "8000": str(port)}.get(word, word) for word in SERVICES[service]["command"]
    ]
    there = environment(service)
    told = {name: here.get(name, value) for name, value in there.items()}
    if "QUIZAPP_REDIS_URL" not in here:
        del told["QUIZAPP_REDIS_URL"]
    return service, [sys.executable, "-m", *entry, *words], told | {"PYTHONPATH": str(CHECKOUT)}


@contextmanager
def running(what: tuple[str, list[str], dict[str, str]], folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The process, which does not outlive the test."""
    name, command, told = what
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=told, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE_S)


def answer(process: "subprocess.Popen[bytes]", port: int, page: str) -> tuple[int, str]:
    """What the server says, once it does."""
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{page}", timeout=PATIENCE_S) as got:
                return got.status, got.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            assert process.poll() is None, "the server has ended"
            assert time.monotonic() < until, "the server does not answer"
            threading.Event().wait(PAUSE_S)


def health_check(port: int) -> int:
    """What the image's own check makes of the server."""
    (line,) = instructions("HEALTHCHECK")
    _, *words = json.loads(line[line.index("[") :])
    assert "/healthz" in words[-1]
    return subprocess.run([sys.executable, *(word.replace(":8000", f":{port}") for word in words)]).returncode


def reachable(host: str, port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex((host, port)) == 0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
