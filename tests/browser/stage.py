"""The real thing for browser tests: `quizapp serve` in a process of its own, and a real Chromium."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import database_on

STARTS_WITHIN_S = 30
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str | None:
    """The path of the machine's own Chromium, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


@contextmanager
def launched() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def served(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """The address of a game served from an empty folder, as a stranger would start it."""
    port = _free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
    command = [sys.executable, "-m", "quizapp", "serve", "--port", str(port)]
    with (folder / "serve.log").open("w") as log:
        server = subprocess.Popen(
            command, cwd=folder, env={**kept, **(settings or {})}, stdout=log, stderr=log
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=STARTS_WITHIN_S)


@contextmanager
def a_database() -> Iterator[dict[str, str]]:
    """Settings to play on a new database of the PostgreSQL server that is named; none where none is."""
    server = os.environ.get("QUIZAPP_TEST_DATABASE_URL")
    if server is None:
        yield {}
        return
    with database_on(server, f"quizapp_browser_{os.getpid()}_{secrets.token_hex(2)}") as address:
        yield {"QUIZAPP_DATABASE_URL": address}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(address + "/how-scores-work", timeout=5):
                return
        except OSError:  # not yet there, or too busy to answer
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start; see serve.log (exit code {server.poll()})")
