"""How often somebody may try. Counted for each player; by address only where nobody is known yet.

A class of 40 sits behind one address. What is counted by address leaves room for all of them at once, several
times over: 120 first rounds and 60 sign-ups a minute, 60 failed log-ins a minute (and five for each name).
"""

from flask import Response, current_app, request, session
from flask_limiter import RouteLimit

from quizapp.config import Settings
from quizapp.errors import TooFast
from quizapp.extensions import limiter
from quizapp.services.names import could_be_a_name, name_keys
from quizapp.web.accounts.address import address
from quizapp.web.accounts.session import current_seat
from quizapp.web.clock import now_ms

SIGN_UPS, SIGN_UP_TRIES = "200/hour", "60/minute"
FAILED_LOG_INS, FAILED_LOG_INS_OF_NAME = "60/minute;300/hour", "5/minute"
FAILED_PASSWORDS = "10/minute"
NEW_ROUNDS, FIRST_ROUNDS = "60/minute", "120/minute;1500/hour"
FLAGS = "30/minute"
UPLOADS = "30/minute"
EXPORTS = "10/minute"
NEW_GROUPS = "20/minute"
JOINS, JOINS_OF_NEWCOMERS = "30/minute", "120/minute;1500/hour"

_MINUTE_MS = 60_000


def limited(each_player: str, each_address: str = "") -> RouteLimit:
    """Lets a view be used so often by each player, or by each address where there is no player yet."""
    return limiter.limit(
        lambda: each_player if current_seat() else each_address or each_player, key_func=player_or_address
    )


def of_address(limit: str, **options: object) -> RouteLimit:
    """Lets a view be used so often from each address, whoever it is."""
    return limiter.limit(limit, key_func=address, **options)  # type: ignore[arg-type]


def player_or_address() -> str:
    """Who is to be counted. The session is signed, so that nobody can be somebody else."""
    seat = current_seat()
    return f"player {seat.player_id}" if seat else f"address {address()}"


def storage(settings: Settings) -> dict[str, object]:
    """Where limits are counted: while Redis is away, in this process, and nobody is refused for that."""
    address = settings.rate_limit_storage
    if address.startswith("memory://"):
        return {"RATELIMIT_STORAGE_URI": address}
    return {
        "RATELIMIT_STORAGE_URI": address.replace("unix://", "redis+unix://", 1),
        "RATELIMIT_STORAGE_OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": True,
        "RATELIMIT_SWALLOW_ERRORS": True,
    }


def tried_name() -> str:
    """The name in the form, folded, so that one account cannot be tried under many spellings."""
    name = request.form.get("name", "")
    return f"name {name_keys(name)[0]}" if could_be_a_name(name) else f"no name {address()}"


def has_failed(response: Response) -> bool:
    """Whether the form came back; what succeeded sends the browser on."""
    return response.status_code >= 400


def has_succeeded(response: Response) -> bool:
    """Whether the form was accepted."""
    return response.status_code < 400


class Tally:
    """So many a minute for each player, counted in this process alone.

    For what is asked so often that a count shared by all processes would cost more than the answer: with
    several processes it lets as many times more pass. Nobody who plays or writes by hand ever meets it.
    """

    def __init__(self, most_a_minute: int) -> None:
        self._most = most_a_minute
        # A new minute throws all counts away, so that they never fill the memory.
        self._minute, self._counts = 0, dict[str, int]()

    def count(self) -> None:
        """Let this request pass, or refuse it."""
        now = now_ms()
        minute = now // _MINUTE_MS
        if minute != self._minute:
            self._minute, self._counts = minute, {}
        who = session.get("_user_id") or address()
        counted = self._counts[who] = self._counts.get(who, 0) + 1
        if counted > self._most and _are_on():
            raise TooFast("", wait_s=-(-(_MINUTE_MS - now % _MINUTE_MS) // 1000))


# Answers and steps to the next question, and what an author decides and changes.
answers = Tally(300)
changes = Tally(300)


def _are_on() -> bool:
    settings: Settings = current_app.extensions["quizapp_settings"]
    return settings.rate_limits
