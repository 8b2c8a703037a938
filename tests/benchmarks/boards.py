"""What boards cost as they grow: the store's own statements beside Redis sorted sets, in the same run.

    python -m tests.benchmarks.boards [--sizes 10000,1000000,10000000]

SQLite is always measured. PostgreSQL is where QUIZAPP_TEST_DATABASE_URL says, Redis where
QUIZAPP_TEST_REDIS_URL says (one of its databases, emptied of the keys made here). All is removed afterwards.
"""

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import redis
from flask import Flask, current_app
from flask_migrate import upgrade
from sqlalchemy import Connection, bindparam, create_engine, func, select, text
from sqlalchemy.engine import make_url

from quizapp import create_app
from quizapp.config import Settings
from quizapp.domain.leaderboard import boards_of
from quizapp.extensions import db
from quizapp.services import standing_moves
from quizapp.services.placing import listed_at
from quizapp.services.standing_moves import Key, Sums
from quizapp.store.board_tree import (
    count_standings,
    place,
    place_of_points,
    standing_of_seat,
    wrong_buckets,
)
from quizapp.store.prepared import Prepared
from quizapp.store.standing import add_to_standings, standings, standings_around, standings_from
from quizapp.store.transaction import Direct, reading, writing, writing_directly

Call = Callable[[], object]
Row = tuple[str, str, float]

SIZES = (10_000, 1_000_000, 10_000_000)
BOARD = "timed/all/"
NOON_MS = 1_795_262_400_000
BLOCKS, TURNS = 9, 200
UPDATES, THREADS, SAMPLES = 2_000, 8, 60
# Aims at a million players, as multiples of Redis, and from the smallest board to the largest.
AIMS = {"SQLite": "<= 0.5 x Redis", "PostgreSQL": "<= 1.6 x Redis"}
GROWTH = "<= 2.2 x"

# What ZREVRANK answers: the place of a player, and nothing else. The game asks for more in one statement.
_RANK = Prepared(
    select(place(standings.c.board, standings.c.points).label("place")).where(
        standings.c.board == bindparam("board"), standings.c.player_id == bindparam("player_id")
    )
)

# Scores from 0 to 200,000, few of them high; the same on every kind of store.
_SCORE = "(({n} * 7919) % 1000003) * (({n} * 7919) % 1000003) / 5000000"
_NUMBERS = {
    "sqlite": "(WITH RECURSIVE some(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM some WHERE n < :size) "
    "SELECT n FROM some) AS numbers",
    "postgresql": "generate_series(1, CAST(:size AS bigint)) AS numbers(n)",
}
_NAME = {"sqlite": "printf('p%08d', n)", "postgresql": "'p' || lpad(n::text, 8, '0')"}


def run(sizes: Sequence[int] = SIZES) -> str:
    """The tables, one for each size, and how the cost of a rank grows."""
    medians = {size: _of_size(size) for size in sizes}
    return "\n\n".join([*(_table(size, found) for size, found in medians.items()), _growth(medians)])


def _of_size(size: int) -> dict[str, dict[str, float]]:
    """Microseconds by store, then by what was asked."""
    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        found["SQLite"] = _measured(f"sqlite:///{folder}/boards.sqlite3", size)
    if server := os.environ.get("QUIZAPP_TEST_DATABASE_URL", ""):
        with _database_on(server) as address:
            found["PostgreSQL"] = _measured(address, size)
    if server := os.environ.get("QUIZAPP_TEST_REDIS_URL", ""):
        found["Redis"] = _measured_redis(server, size)
    return found


def _measured(address: str, size: int) -> dict[str, float]:
    with _filled_app(address, size):
        asked = _asked(size)
        with db.engine.connect() as connection:
            found = medians_us(_reads(connection, asked, size))
        _prove_under_load(size)
        found |= medians_us(_closings(asked))
    return found


def _reads(connection: Connection, asked: Iterator[int], size: int) -> Mapping[str, Call]:
    direct = Direct.under(connection)

    def my_rank() -> Any:
        return _RANK.first(direct, board=BOARD, player_id=next(asked))

    def my_standing() -> Any:
        return standing_of_seat.first(direct, board=BOARD, player_id=next(asked), epoch=0)

    def rank_of_score() -> Any:
        return place_of_points.first(direct, board=BOARD, points=score(next(asked)))

    def neighbours() -> Any:
        mine = my_standing()
        keys = {name: getattr(mine, name) for name in ("points", "reached_at_ms", "player_id")}
        return standings_around.all(direct, board=BOARD, **keys)

    def top() -> Any:
        found = standings_from.all(direct, board=BOARD, points=2**40, skipped=0, most=100)
        assert len(found) == 100
        return found

    def jump() -> Any:
        listed = listed_at(connection, BOARD, next(asked))
        assert listed is not None
        return standings_from.all(direct, board=BOARD, points=listed.points, skipped=listed.skipped, most=50)

    return {
        "my rank": my_rank,
        "rank of a score": rank_of_score,
        "my rank, score, size of the board": my_standing,
        "neighbours with rank": neighbours,
        "top 100": top,
        "go to a place": jump,
    }


def _closings(asked: Iterator[int]) -> Mapping[str, Call]:
    def with_trees() -> None:
        with writing_directly() as connection:
            standing_moves.add(connection, _earned(next(asked)))

    def without() -> None:
        with writing_directly() as connection:
            add_to_standings.all(connection, standing_moves.rows_of(_earned(next(asked))))

    return {"standings of a round, without trees": without, "standings of a round": with_trees}


def _earned(player_id: int) -> dict[Key, Sums]:
    boards = boards_of("a-pack", "timed", NOON_MS)
    return {(board.key, player_id): Sums(700 + player_id % 9, 1, 1, NOON_MS) for board in boards}


def _prove_under_load(size: int) -> None:
    """Move many standings at once, and see that the ranks of some players are what counting says."""
    asked = random.Random(2)
    ids = [asked.randint(1, size) for _ in range(UPDATES)]
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(_mover(), ids))
    with reading() as connection:
        assert not connection.execute(wrong_buckets).all(), "the trees do not count the standings"
        for player_id in asked.sample(ids, SAMPLES):
            standing = standing_of_seat.first(
                Direct.under(connection), board=BOARD, player_id=player_id, epoch=0
            )
            ahead = select(func.count()).where(
                standings.c.board == BOARD, standings.c.points > standing.points
            )
            assert standing.place == 1 + (connection.scalar(ahead) or 0), "a rank is not what counting says"
            assert standing.size == size


def _mover() -> Callable[[int], None]:
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]

    def move(player_id: int) -> None:
        with app.app_context(), writing_directly() as connection:
            standing_moves.add(connection, _earned(player_id))

    return move


def _measured_redis(server: str, size: int) -> dict[str, float]:
    client = redis.Redis.from_url(server)
    key = "quizapp-benchmark-board"
    client.unlink(key)
    try:
        for start in range(1, size + 1, 20_000):
            some = range(start, min(start + 20_000, size + 1))
            client.zadd(key, {f"{n:08}": score(n) for n in some})
        asked = _asked(size)

        def my_standing() -> Any:
            player = f"{next(asked):08}"
            asking: Any = client.pipeline(transaction=False)
            return asking.zrevrank(key, player).zscore(key, player).zcard(key).execute()

        def neighbours() -> Any:
            place: Any = client.zrevrank(key, f"{next(asked):08}")
            return client.zrevrange(key, max(0, place - 2), place + 2, withscores=True)

        def jump() -> Any:
            start = next(asked)
            return client.zrevrange(key, start, start + 49, withscores=True)

        return medians_us(
            {
                "my rank": lambda: client.zrevrank(key, f"{next(asked):08}"),
                "rank of a score": lambda: client.zcount(key, f"({score(next(asked))}", "+inf"),
                "my rank, score, size of the board": my_standing,
                "neighbours with rank": neighbours,
                "top 100": lambda: client.zrevrange(key, 0, 99, withscores=True),
                "go to a place": jump,
            }
        )
    finally:
        client.unlink(key)
        client.close()


def score(number: int) -> int:
    """The score of the player of that number."""
    spread = (number * 7919) % 1000003
    return spread * spread // 5_000_000


def medians_us(calls: Mapping[str, Call], blocks: int = BLOCKS, turns: int = TURNS) -> dict[str, float]:
    """Microseconds on the wall, since servers work elsewhere: the median over blocks of medians within."""
    within: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(blocks):
        for name, call in calls.items():
            taken = []
            for _ in range(turns):
                start = time.perf_counter_ns()
                call()
                taken.append(time.perf_counter_ns() - start)
            within[name].append(statistics.median(taken) / 1000)
    return {name: statistics.median(times) for name, times in within.items()}


def _asked(size: int) -> Iterator[int]:
    chance = random.Random(1)
    return cycle([chance.randint(1, size) for _ in range(5_000)])


@contextmanager
def _filled_app(address: str, size: int) -> Iterator[Flask]:
    app = create_app(Settings(address, "a secret that is long enough for tests", (Path(),)))
    with app.app_context():
        upgrade()
        _fill(size)
        yield app
        db.session.remove()
        db.engine.dispose()


def _fill(size: int) -> None:
    dialect = db.engine.dialect.name
    values = {"numbers": _NUMBERS[dialect], "name": _NAME[dialect], "score": _SCORE.format(n="n")}
    with writing() as connection:
        connection.execute(text("DROP INDEX standing_order"))
        connection.execute(
            text(
                "INSERT INTO player (id, name, name_key, lookalike_key, is_guest, created_at_ms, seen_at_ms) "
                "SELECT n, {name}, {name}, {name}, true, 0, 0 FROM {numbers}".format_map(values)
            ),
            {"size": size},
        )
        connection.execute(
            text(
                "INSERT INTO standing (board, player_id, points, correct, answered, reached_at_ms) "
                "SELECT :board, n, {score}, 1, 1, n FROM {numbers}".format_map(values)
            ),
            {"size": size, "board": BOARD},
        )
        index = next(index for index in standings.indexes if index.name == "standing_order")
        index.create(connection)
        connection.execute(count_standings)
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE" if dialect == "postgresql" else "ANALYZE"))


@contextmanager
def _database_on(server: str) -> Iterator[str]:
    name = f"quizapp_boards_{os.getpid()}"
    admin = create_engine(make_url(server).set(database="postgres"), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()


def _table(size: int, medians: Mapping[str, Mapping[str, float]]) -> str:
    lines = [f"boards, {size:,} players, microseconds"]
    base = medians.get("Redis", {})
    for name in next(iter(medians.values())):
        cells = []
        for store, found in medians.items():
            times = f" {found[name] / base[name]:5.2f} x" if name in found and name in base else " " * 8
            cells.append(f"{store} {found[name]:>7.0f}{times}" if name in found else "")
        lines.append(f"  {name:<38}" + "   ".join(cells))
    lines += [f"  {store}: no server given" for store in ("PostgreSQL", "Redis") if store not in medians]
    if base and size == 1_000_000:
        lines.append("  aims of my rank: " + "; ".join(f"{store} {aim}" for store, aim in AIMS.items()))
    lines.append(f"  ranks equal what counting says after {UPDATES:,} updates by {THREADS} at once")
    return "\n".join(lines)


def _growth(medians: Mapping[int, Mapping[str, Mapping[str, float]]]) -> str:
    first, last = min(medians), max(medians)
    lines = [f"my rank, from {first:,} to {last:,} players"]
    for store, found in medians[first].items():
        growth = medians[last][store]["my rank"] / found["my rank"]
        lines.append(
            f"  {store:<12}{growth:5.2f} x   aim {GROWTH}"
            if store != "Redis"
            else f"  {store:<12}{growth:5.2f} x"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    given = parser.parse_args()
    print(run([int(size) for size in given.sizes.split(",")]))
