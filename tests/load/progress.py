"""What the clients of a server have been told is done, and a server killed and started again in between."""

import threading
from typing import Generic, TypeVar

from tests.load.server import Server

Done = TypeVar("Done")


class Progress(Generic[Done]):
    """Everything that was acknowledged, in its order, by whichever client."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._changed = threading.Condition()
        self._over = False
        self.acknowledged: list[Done] = []

    def acknowledge(self, done: Done) -> None:
        """Count it."""
        with self._changed:
            self.acknowledged.append(done)
            self._changed.notify_all()

    def end(self) -> None:
        """There is no more to come."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def kill_in_between(self, times: int, wanted: int) -> int:
        """Kill the server at even distances of so much and start it again; how often that happened."""
        for number in range(1, times + 1):
            if not self._reach(number * wanted // (times + 1)):
                return number - 1
            self._server.kill()
            self._server.start()
        return times

    def _reach(self, count: int) -> bool:
        """Wait until so many are done; whether it came to that."""
        with self._changed:
            while not self._over and len(self.acknowledged) < count:
                self._changed.wait()
            return not self._over
