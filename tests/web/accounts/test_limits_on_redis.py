"""Limits are counted for all processes together, and a Redis that is away refuses nobody."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from quizapp.config import Settings
from quizapp.web.accounts.limits import storage
from tests.web.rounds.somebody import Somebody

NOWHERE = "redis://127.0.0.1:9"


def test_a_redis_that_is_away_refuses_nobody_and_is_told_of_once(
    with_settings: Callable[..., Flask], caplog: pytest.LogCaptureFixture
) -> None:
    alice = Somebody(with_settings(rate_limits=True, rate_limit_storage=NOWHERE))

    for _ in range(3):
        alice.look("/")
        alice.start()

    assert len([line for line in caplog.records if "unreachable" in line.message]) == 1
    assert not [line for line in caplog.records if line.levelname == "ERROR"]


def test_an_address_of_a_socket_is_understood(settings: Settings) -> None:
    told = storage(replace(settings, rate_limit_storage="unix:///run/redis.sock?db=2"))

    assert told["RATELIMIT_STORAGE_URI"] == "redis+unix:///run/redis.sock?db=2"
