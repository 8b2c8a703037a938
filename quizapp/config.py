"""Settings, read once from the environment: each has a default and a line of meaning; nonsense is refused."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from quizapp.errors import SettingRefused
from quizapp.places import place

DATA_FOLDER = "quizapp-data"
SHORTEST_SECRET = 32
SHORTEST_TOKEN = 16
REDIS = ("redis://", "rediss://", "unix://")
# The session of a page, a read beside it, and a read within that.
CONNECTIONS_A_REQUEST = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """What an installation can choose."""

    database_url: str
    secret_key: str
    question_folders: tuple[Path, ...]
    document_folders: tuple[Path, ...] = ()
    https: bool = False
    trusted_proxies: int = 0
    sqlite_synchronous: str = "NORMAL"
    rate_limits: bool = True
    rate_limit_storage: str = "memory://"
    log: str = "text"
    metrics_token: str = ""
    debug: bool = False
    language_model: str = ""
    queue: str = ""
    worker: bool = True
    open_publishing: bool = False
    boards_kept_days: int = 100
    database_connections: int = 60
    guests_kept_days: int = 400


# name -> (default as shown, meaning); the README's table and `quizapp settings` are made from this.
MEANINGS: Mapping[str, tuple[str, str]] = {
    "QUIZAPP_DATABASE_URL": (
        f"sqlite:///{DATA_FOLDER}/quizapp.sqlite3",
        "Where everything is kept: a SQLite file, or postgresql+psycopg://user@host/name",
    ),
    "QUIZAPP_DATABASE_CONNECTIONS": (
        "60",
        "PostgreSQL: how many connections `quizapp serve` opens at most, shared out among its processes",
    ),
    "QUIZAPP_SECRET_KEY": (
        "made once, kept beside the database",
        f"Signs cookies; at least {SHORTEST_SECRET} characters, the same for all processes",
    ),
    "QUIZAPP_QUESTIONS": (
        "questions, then the packs that come with quizapp",
        f"Folders of pack files, separated by {os.pathsep!r}; on equal slugs the first wins",
    ),
    "QUIZAPP_DOCUMENTS": (
        "the folder `documents` in each folder of packs",
        f"Folders of texts that packs may quote, named by their documents' ids; separated by {os.pathsep!r}",
    ),
    "QUIZAPP_HTTPS": ("off", "on: players come over https, so cookies are Secure and HSTS is sent"),
    "QUIZAPP_TRUSTED_PROXIES": ("0", "How many proxies in front may say who the player is (X-Forwarded-*)"),
    "QUIZAPP_SQLITE_SYNCHRONOUS": ("normal", "normal, or full: survive a power cut at some cost of speed"),
    "QUIZAPP_RATE_LIMITS": ("on", "off: no limits on sign-ups, log-ins, rounds and flags"),
    "QUIZAPP_REDIS_URL": (
        "none",
        "A Redis server that all processes share: redis://, rediss://, unix://; limits and the queue use it",
    ),
    "QUIZAPP_RATE_LIMIT_STORAGE": (
        "QUIZAPP_REDIS_URL, or memory://",
        "Where limits are counted; memory:// counts in each process",
    ),
    "QUIZAPP_LANGUAGE_MODEL": (
        "the one that comes with quizapp",
        "Another installed spaCy pipeline to read documents with; it must speak Universal Dependencies",
    ),
    "QUIZAPP_WORKER": ("on", "off: `quizapp serve` starts no worker; start your own with `quizapp work`"),
    "QUIZAPP_QUEUE": (
        "QUIZAPP_REDIS_URL, or a SQLite file beside the database",
        "Where the worker is told of work: sqlite:///path, or redis://host for workers on several machines",
    ),
    "QUIZAPP_OPEN_PUBLISHING": (
        "off",
        "on: every account may publish packs; off: those with the role of author",
    ),
    "QUIZAPP_BOARDS_KEPT_DAYS": (
        "100",
        "How many days the board of a day or week is kept after its end; 0: for ever, as those of all time",
    ),
    "QUIZAPP_GUESTS_KEPT_DAYS": (
        "400",
        "Guests not seen for so many days lose name and scores; a cookie ends after 365. 0: never",
    ),
    "QUIZAPP_LOG": ("text", "text, or json: one object a line, for programs that read logs"),
    "QUIZAPP_METRICS_TOKEN": (
        "none: /metrics is not there",
        f"Who asks /metrics must bear this token; at least {SHORTEST_TOKEN} characters",
    ),
    "QUIZAPP_DEBUG": ("off", "on: the page of patterns at /patterns, and templates are read anew"),
}


def read_settings(environ: Mapping[str, str], folder: Path | None = None) -> Settings:
    """The settings in force, from the environment and the folder the program was started in."""
    folder = folder or Path.cwd()
    known = {*MEANINGS, *_FOR_TESTS}
    if unknown := sorted(name for name in environ if name.startswith("QUIZAPP_") and name not in known):
        raise SettingRefused(f"{unknown[0]} is not a setting; `quizapp settings` lists them")
    database_url = _database_url(environ, folder)
    question_folders = _question_folders(environ, folder)
    redis_url = _redis_url(environ)
    return Settings(
        database_url=database_url,
        secret_key=_secret_key(environ, database_url, folder),
        question_folders=question_folders,
        document_folders=_document_folders(environ, question_folders),
        https=_switch(environ, "QUIZAPP_HTTPS", default=False),
        trusted_proxies=_whole_number(environ, "QUIZAPP_TRUSTED_PROXIES", default=0, most=9),
        sqlite_synchronous=_one_of(environ, "QUIZAPP_SQLITE_SYNCHRONOUS", "normal", "full").upper(),
        rate_limits=_switch(environ, "QUIZAPP_RATE_LIMITS", default=True),
        rate_limit_storage=_storage(environ, redis_url),
        log=_one_of(environ, "QUIZAPP_LOG", "text", "json"),
        metrics_token=_metrics_token(environ),
        debug=_switch(environ, "QUIZAPP_DEBUG", default=False),
        language_model=environ.get("QUIZAPP_LANGUAGE_MODEL", ""),
        queue=_queue(environ, redis_url, database_url, folder),
        worker=_switch(environ, "QUIZAPP_WORKER", default=True),
        open_publishing=_switch(environ, "QUIZAPP_OPEN_PUBLISHING", default=False),
        boards_kept_days=_whole_number(environ, "QUIZAPP_BOARDS_KEPT_DAYS", default=100, most=36_500),
        database_connections=_whole_number(
            environ, "QUIZAPP_DATABASE_CONNECTIONS", default=60, least=CONNECTIONS_A_REQUEST, most=10_000
        ),
        guests_kept_days=_whole_number(environ, "QUIZAPP_GUESTS_KEPT_DAYS", default=400, most=36_500),
    )


# Read by the test suite alone.
_FOR_TESTS = (
    *("QUIZAPP_REQUIRE_BROWSER", "QUIZAPP_REQUIRE_POSTGRESQL"),
    *("QUIZAPP_TEST_DATABASE_URL", "QUIZAPP_TEST_DOCUMENTS"),
    *("QUIZAPP_TEST_LOAD", "QUIZAPP_TEST_REDIS_URL", "QUIZAPP_TEST_RESTART"),
)


def database_address(given: str, name: str) -> str:
    """The address of a database with all that is understood of itself; `name` is what was given as it."""
    try:
        url = make_url(given)
    except ArgumentError:
        url = None
    if url is None or url.get_backend_name() not in {"sqlite", "postgresql"}:
        raise SettingRefused(f"{name} is not a sqlite:/// or postgresql+psycopg:// address")
    if url.get_backend_name() == "postgresql" and url.drivername != "postgresql+psycopg":
        url = url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "postgresql" and find_spec("psycopg") is None:
        raise SettingRefused(f"{name} needs psycopg: pip install 'quizapp[postgresql]'")
    if url.get_backend_name() == "sqlite" and url.database in {None, "", ":memory:"}:
        raise SettingRefused(f"{name} names no file; a database in memory would lose every score")
    return url.render_as_string(hide_password=False)


def _database_url(environ: Mapping[str, str], folder: Path) -> str:
    given = environ.get("QUIZAPP_DATABASE_URL")
    if given is None:
        return f"sqlite:///{folder / DATA_FOLDER / 'quizapp.sqlite3'}"
    return database_address(given, "QUIZAPP_DATABASE_URL")


def _secret_key(environ: Mapping[str, str], database_url: str, folder: Path) -> str:
    given = environ.get("QUIZAPP_SECRET_KEY")
    if given is not None:
        if len(given) < SHORTEST_SECRET:
            raise SettingRefused(f"QUIZAPP_SECRET_KEY is shorter than {SHORTEST_SECRET} characters")
        return given
    return _kept_secret(_beside(database_url, folder) / "secret-key")


def _beside(database_url: str, folder: Path) -> Path:
    """The folder of the database's file; where it is a server, the one that would be its."""
    url = make_url(database_url)
    is_file = url.get_backend_name() == "sqlite" and url.database
    return Path(url.database or "").parent if is_file else folder / DATA_FOLDER


def _kept_secret(path: Path) -> str:
    """The secret in the file, made on the first call. Two processes that start at once agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        kept = path.read_text("ascii").strip()
        if len(kept) < SHORTEST_SECRET:
            raise SettingRefused(f"{path} is too short to be a secret; delete it and start again") from None
        return kept
    secret = secrets.token_urlsafe(48)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secret + "\n")
    return secret


def _question_folders(environ: Mapping[str, str], folder: Path) -> tuple[Path, ...]:
    given = _folders(environ, "QUIZAPP_QUESTIONS")
    if given is not None:
        return given
    mine, bundled = folder / "questions", place("questions")
    return (mine, bundled) if mine.is_dir() and mine.resolve() != bundled.resolve() else (bundled,)


def _document_folders(environ: Mapping[str, str], question_folders: tuple[Path, ...]) -> tuple[Path, ...]:
    given = _folders(environ, "QUIZAPP_DOCUMENTS")
    return tuple(each / "documents" for each in question_folders) if given is None else given


def _folders(environ: Mapping[str, str], name: str) -> tuple[Path, ...] | None:
    """The folders given, if the setting is there."""
    given = environ.get(name)
    if given is None:
        return None
    folders = tuple(Path(part) for part in given.split(os.pathsep) if part)
    for each in folders:
        if not each.is_dir():
            raise SettingRefused(f"{name} names {each}, which is not a folder")
    return folders


def _switch(environ: Mapping[str, str], name: str, *, default: bool) -> bool:
    return _one_of(environ, name, *(("on", "off") if default else ("off", "on"))) == "on"


def _one_of(environ: Mapping[str, str], name: str, *choices: str) -> str:
    """The value given, or the first choice."""
    value = environ.get(name, choices[0]).strip().lower()
    if value not in choices:
        raise SettingRefused(f"{name} is {value!r}; it can be {' or '.join(choices)}")
    return value


def _whole_number(environ: Mapping[str, str], name: str, *, default: int, least: int = 0, most: int) -> int:
    value = environ.get(name, str(default)).strip()
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise SettingRefused(f"{name} is {value!r}; it is a whole number from {least} to {most}")
    return int(value)


def _redis_url(environ: Mapping[str, str]) -> str:
    return _redis_at(environ.get("QUIZAPP_REDIS_URL", ""), "QUIZAPP_REDIS_URL")


def _storage(environ: Mapping[str, str], redis_url: str) -> str:
    given = environ.get("QUIZAPP_RATE_LIMIT_STORAGE", redis_url or "memory://")
    if given.startswith("memory://"):
        return given
    return _redis_at(given, "QUIZAPP_RATE_LIMIT_STORAGE", "memory://, or ")


def _queue(environ: Mapping[str, str], redis_url: str, database_url: str, folder: Path) -> str:
    given = environ.get("QUIZAPP_QUEUE", "") or redis_url
    if not given:
        return f"sqlite:///{_beside(database_url, folder) / 'queue.sqlite3'}"
    if given.startswith("sqlite:///") and given.removeprefix("sqlite:///"):
        return given
    return _redis_at(given, "QUIZAPP_QUEUE", "sqlite:///path, or ")


def _redis_at(address: str, name: str, others: str = "") -> str:
    """The address, which is that of a Redis server; or nothing, where nothing is given."""
    if address and not address.startswith(REDIS):
        raise SettingRefused(f"{name} is {others}the address of a Redis server: redis://, rediss://, unix://")
    if address and find_spec("redis") is None:
        raise SettingRefused(f"{name} needs redis: pip install 'quizapp[redis]'")
    return address


def _metrics_token(environ: Mapping[str, str]) -> str:
    token = environ.get("QUIZAPP_METRICS_TOKEN", "")
    if token and (len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable()):
        raise SettingRefused(
            f"QUIZAPP_METRICS_TOKEN is not a token of {SHORTEST_TOKEN} or more plain characters"
        )
    return token
