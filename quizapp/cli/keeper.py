"""Keeps the server's own worker: started with the server, again when it dies, and ended with the server."""

import os
import signal
import subprocess
import sys
import time

_FIRST_PAUSE_S, _LONGEST_PAUSE_S = 1.0, 60.0
_STEADY_S = 60.0
_LAST_WORDS_S = 5.0


class Keeper:
    """One worker process, looked at now and then by whoever keeps it."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._pause_s = _FIRST_PAUSE_S

    def look(self) -> None:
        """Start the worker where none runs; one that keeps dying is started ever more seldom."""
        now = time.monotonic()
        if self._process is not None:
            if self._process.poll() is None:
                return
            lived_s = now - self._started_at
            if lived_s < self._pause_s:
                return
            self._pause_s = (
                _FIRST_PAUSE_S if lived_s > _STEADY_S else min(self._pause_s * 2, _LONGEST_PAUSE_S)
            )
        self._started_at = now
        # In a session of its own, Ctrl-C in the terminal reaches the server alone, which ends the worker.
        command = [sys.executable, "-m", "quizapp", "work", "--beside", str(os.getpid())]
        self._process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 (our own command)

    def ask(self) -> None:
        """Ask the worker to end; what it was doing waits for the next one."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)

    def stop(self) -> None:
        """End the worker, which may have been asked before."""
        if self._process is None or self._process.poll() is not None:
            return
        self.ask()
        try:
            self._process.wait(_LAST_WORDS_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
