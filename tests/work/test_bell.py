"""The bell: what is rung in one process is heard in another, and only if this installation rang it."""

from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.config import Settings
from quizapp.work.bell import Bell, Queue


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        "sqlite://", "a secret that is long enough", (), queue=f"sqlite:///{tmp_path}/queue.sqlite3"
    )


def heard(settings: Settings) -> list[int]:
    """The tasks that a worker hears of."""
    tasks: list[int] = []
    huey = Queue(settings, tasks.append).huey
    for _ in range(huey.pending_count()):
        huey.execute(huey.dequeue())
    huey.storage.close()
    return tasks


def test_what_is_rung_is_heard_in_order(settings: Settings) -> None:
    ring = Bell(settings)
    ring(7)
    ring(8)

    assert heard(settings) == [7, 8]
    assert heard(settings) == []


def test_who_has_another_secret_rings_in_vain(settings: Settings) -> None:
    Bell(replace(settings, secret_key="a secret of somebody else's own"))(7)

    with pytest.raises(ValueError, match="mismatch"):
        heard(settings)


def test_without_a_queue_nothing_rings(settings: Settings, tmp_path: Path) -> None:
    Bell(replace(settings, queue=""))(7)

    assert list(tmp_path.iterdir()) == []
