"""What Prometheus reads, and that nobody else does."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.web.rounds.somebody import Somebody

TOKEN = "a token of plain letters"


@pytest.fixture
def counted(with_settings: Callable[..., Flask]) -> Flask:
    """The same game, counted."""
    return with_settings(metrics_token=TOKEN)


def read(app: Flask, token: str = TOKEN) -> dict[str, float]:
    """Every number by its name and labels."""
    answer = app.test_client().get("/metrics", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 200
    lines = [line for line in answer.text.splitlines() if not line.startswith("#")]
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}


def test_requests_are_timed_by_route_and_not_by_address(counted: Flask) -> None:
    name = 'quizapp_request_seconds_count{method="GET",route="/packs/<slug>",status="2xx"}'
    before = read(counted).get(name, 0)

    counted.test_client().get("/packs/solar-system?from=somewhere")

    after = read(counted)
    assert after[name] == before + 1
    assert not any("solar-system" in each or "somewhere" in each for each in after)


def test_what_is_made_up_makes_no_name_of_its_own(counted: Flask) -> None:
    before = set(read(counted))

    for nonsense in ("one", "two", "three"):
        counted.test_client().get(f"/{nonsense}")
        counted.test_client().open("/", method=nonsense.upper())

    new = {name for name in set(read(counted)) - before if name.startswith("quizapp_request_seconds_count")}
    assert len(new) <= 2


def test_answers_are_counted(counted: Flask) -> None:
    alice = Somebody(counted)
    before = read(counted)["quizapp_responses_total"]

    alice.start()
    alice.answer_right()

    assert read(counted)["quizapp_responses_total"] == before + 1


def test_waiting_tasks_are_counted(counted: Flask) -> None:
    assert read(counted)["quizapp_tasks_waiting"] == 0


@pytest.mark.parametrize("said", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", TOKEN])
def test_who_does_not_bear_the_token_finds_nothing(counted: Flask, said: str) -> None:
    assert counted.test_client().get("/metrics", headers={"Authorization": said}).status_code == 404


@pytest.mark.parametrize("said", ["", "Bearer", "Bearer "])
def test_without_a_token_there_are_no_metrics(app: Flask, said: str) -> None:
    assert app.test_client().get("/metrics", headers={"Authorization": said}).status_code == 404
