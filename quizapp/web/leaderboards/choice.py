"""Which board an address asks for: its period and its clock."""

from typing import cast, get_args

from flask import request

from quizapp.domain.leaderboard import Clock, Period
from quizapp.errors import NotFound

CLOCKS_IN_WORDS = {"timed": "Timed rounds", "untimed": "Rounds without a clock or with more time"}
PERIODS_IN_WORDS = {"day": "today", "week": "this week", "all": "all time"}


def chosen_period() -> Period:
    """The period in the address, all time if it names none."""
    period = request.args.get("period", "all")
    if period not in get_args(Period):
        raise NotFound("There are boards of today, of this week and of all time.")
    return cast(Period, period)


def chosen_clock() -> Clock:
    """The clock in the address, timed if it names none."""
    clock = request.args.get("clock", "timed")
    if clock not in get_args(Clock):
        raise NotFound("There are timed boards and untimed ones.")
    return cast(Clock, clock)


def in_words(clock: Clock, period: Period) -> str:
    """For example "Timed rounds, this week"."""
    return f"{CLOCKS_IN_WORDS[clock]}, {PERIODS_IN_WORDS[period]}"
