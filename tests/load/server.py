"""The real server in processes of its own, to be played on and to be killed."""

import http.client
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import quizapp

CHECKOUT = Path(quizapp.__file__).parent.parent
PATIENCE_S = 40.0
PAUSE_S = 0.05


class Server:
    """`quizapp serve` with two workers, in a process group that can be killed as a whole.

    Its database is a SQLite file of its own where no other is named.
    """

    def __init__(self, folder: Path, address: str = "", workers: int = 2, **settings: str) -> None:
        self.database = folder / "quizapp.sqlite3"
        self.address = address or f"sqlite:///{self.database}"
        self.log = folder / "server.log"
        self.port = _free_port()
        self._workers = workers
        self._folder = folder
        self._settings = {f"QUIZAPP_{name.upper()}": value for name, value in settings.items()}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it can be played."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "quizapp", "serve", *self._options()],
                cwd=self._folder,
                env=self._environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until = time.monotonic() + PATIENCE_S
        while not self._answers():
            assert self._process.poll() is None, self.log.read_text()
            assert time.monotonic() < until, self.log.read_text()
            threading.Event().wait(PAUSE_S)

    def kill(self) -> None:
        """Kill all of its processes at once, as a crash of the machine's memory would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Stop it as a person would; nothing happens when it does not run."""
        self._end(signal.SIGTERM)

    def kill_one(self, which: random.Random) -> None:
        """Kill one of the processes that answer, as if memory had run out; the others go on."""
        assert self._process
        until = time.monotonic() + PATIENCE_S
        while not (answering := _children(self._process.pid)):
            assert time.monotonic() < until, "no process answers"
            threading.Event().wait(PAUSE_S)
        os.kill(which.choice(answering), signal.SIGKILL)

    def kill_worker(self) -> None:
        """Kill the process that makes questions, and nothing else."""
        os.kill(self._worker(), signal.SIGKILL)

    def kill_main(self) -> None:
        """Kill the process that keeps the others, and wait until these have noticed."""
        assert self._process
        worker, group = self._worker(), self._process.pid
        os.kill(group, signal.SIGKILL)
        self._process.wait(PATIENCE_S)
        self._process = None
        until = time.monotonic() + PATIENCE_S
        while _runs(worker):
            assert time.monotonic() < until, "the worker has outlived the server"
            threading.Event().wait(PAUSE_S)
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)

    def command(self, *words: str) -> tuple[int, str]:
        """What another `quizapp` command says about the same database."""
        done = subprocess.run(
            [sys.executable, "-m", "quizapp", *words],
            cwd=self._folder,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        os.killpg(self._process.pid, how)
        self._process.wait(PATIENCE_S)
        self._process = None

    def _worker(self) -> int:
        """The number of the worker's process."""
        assert self._process
        ending = f"work\0--beside\0{self._process.pid}\0"
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            for entry in Path("/proc").glob("[0-9]*/cmdline"):
                with suppress(OSError):
                    if entry.read_text().endswith(ending):
                        return int(entry.parent.name)
            threading.Event().wait(PAUSE_S)
        raise AssertionError("no worker runs")

    def _answers(self) -> bool:
        """Whether it answers a request; a socket alone may still belong to processes that are dying."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            connection.request("GET", "/how-scores-work")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def _options(self) -> list[str]:
        return ["--workers", str(self._workers), "--port", str(self.port)]

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QUIZAPP_")}
        return (
            self._settings
            | kept
            | {
                "QUIZAPP_DATABASE_URL": self.address,
                "QUIZAPP_RATE_LIMITS": "off",
                "PYTHONPATH": str(CHECKOUT),
            }
        )


def _children(process: int) -> list[int]:
    """The processes it has made that share its session: those that answer, without the worker."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent, _, session = entry.read_text().rpartition(")")[2].split()[:4]
            if (int(parent), int(session)) == (process, process) and state != "Z":
                found.append(int(entry.parent.name))
    return sorted(found)


def _runs(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
