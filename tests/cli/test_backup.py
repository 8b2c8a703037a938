"""`quizapp backup` and `quizapp restore`: a whole installation in one file, taken while others play."""

import sqlite3
import threading
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import downgrade
from sqlalchemy import create_engine, insert, select
from sqlalchemy.exc import DBAPIError

from quizapp.cli.application import app_on
from quizapp.extensions import db
from quizapp.services import backing_up
from quizapp.services.backing_up import SKIPPED_PLAYERS
from quizapp.services.playing import Seat
from quizapp.store import copying
from quizapp.store.copying import TABLES
from quizapp.store.journal import journal
from quizapp.store.player import players
from quizapp.store.response import responses
from quizapp.store.standing import standings
from quizapp.store.transaction import reading, writing
from tests.cli.conftest import Quizapp
from tests.cli.test_db import rows
from tests.services.rounds import Play
from tests.store.everything import NUMBERS, a_row, fill


def sit(name: str) -> Seat:
    """A player of that name, and their seat."""
    keys = {"name": name, "name_key": name, "lookalike_key": name, "is_guest": True}
    with writing() as connection:
        row = keys | {"epoch": 0, "created_at_ms": 1, "seen_at_ms": 1}
        return Seat(connection.execute(insert(players).returning(players.c.id), row).scalar_one(), 0)


def points() -> list[int]:
    """The sums on the board of all time."""
    with reading() as connection:
        board = select(standings.c.points).where(standings.c.board == "timed/all/")
        return sorted(connection.scalars(board).all())


@pytest.fixture
def full(app: Flask) -> None:
    """Rows in every table."""
    with writing() as connection:
        copying.emptied(connection)
        fill(connection)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the backup goes."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "monday.sqlite3"


def test_a_backup_holds_every_row_and_says_how_many(full: None, file: Path, quizapp: Quizapp) -> None:
    code, said = quizapp("backup", file)

    assert code == 0, said
    engine = create_engine(f"sqlite:///{file}")
    assert rows(engine) == rows(db.engine)
    engine.dispose()
    assert all(f"{table.name:16}{len(NUMBERS):>14}\n" in said for table in TABLES)
    assert f"{len(NUMBERS) * len(TABLES)} rows in {file}" in said
    assert "The secret key is not in it" in said


def test_only_its_owner_can_read_a_backup_and_it_is_one_file(
    app: Flask, file: Path, quizapp: Quizapp
) -> None:
    quizapp("backup", file)

    assert list(file.parent.iterdir()) == [file]
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_backup_is_not_written_over_unless_that_is_said(app: Flask, file: Path, quizapp: Quizapp) -> None:
    file.write_text("precious")

    refused = quizapp("backup", file)
    assert refused == (1, f"{file} is there already. Choose another name, or say --replace.")
    assert file.read_text() == "precious"

    code, _ = quizapp("backup", file, "--replace")
    assert code == 0
    assert quizapp("restore", file, "--replace")[0] == 0


def test_a_backup_that_is_stopped_leaves_nothing(
    app: Flask, file: Path, quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(backing_up, "sealed", stop)

    assert quizapp("backup", file)[0] == 130
    assert list(file.parent.iterdir()) == []


def test_a_backup_goes_into_a_folder_that_is_there(app: Flask, tmp_path: Path, quizapp: Quizapp) -> None:
    nowhere = tmp_path / "nowhere" / "file"

    assert quizapp("backup", nowhere) == (
        1,
        f"{nowhere} is no place for a file. Name a file in a folder that is there.",
    )
    assert quizapp("backup", tmp_path)[0] == 1


def test_what_is_restored_is_what_was_there(app: Flask, file: Path, quizapp: Quizapp) -> None:
    Play(sit("Alice")).finish(right=3)
    then = points()
    quizapp("backup", file)
    Play(sit("Bob")).finish(right=5)
    assert points() != then

    code, said = quizapp("restore", file, "--replace")

    assert code == 0, said
    assert points() == then
    assert "The boards agree with the responses." in said


def test_a_restore_goes_to_an_empty_database_of_either_kind(
    full: None, file: Path, elsewhere: str, quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(db.engine)
    quizapp("backup", file)
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", elsewhere)

    _, said = quizapp("restore", file)

    assert f"{len(NUMBERS) * len(TABLES)} rows from {file}" in said
    engine = create_engine(elsewhere)
    assert rows(engine) == before
    engine.dispose()


def test_a_database_with_rows_is_not_restored_into_by_accident(
    app: Flask, file: Path, quizapp: Quizapp
) -> None:
    quizapp("backup", file)
    sit("Alice")

    code, said = quizapp("restore", file)

    assert code == 1
    assert said.startswith("The database to copy into holds rows already (player: 1, published_pack: 1")
    assert "--replace" in said
    with reading() as connection:
        assert connection.scalars(select(players.c.name)).all() == ["Alice"]


def test_a_restore_that_breaks_off_leaves_what_was_there(
    full: None, file: Path, quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    quizapp("backup", file)
    with writing() as connection:
        connection.execute(insert(journal), a_row(journal, 9))
    before = rows(db.engine)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(copying, "give_numbers_above", stop)

    assert quizapp("restore", file, "--replace")[0] == 130
    assert rows(db.engine) == before


def test_who_came_after_the_backup_does_not_open_the_game_of_who_comes_later(
    app: Flask, file: Path, quizapp: Quizapp
) -> None:
    sit("Alice")
    quizapp("backup", file)
    too_late = sit("Bob")

    quizapp("restore", file, "--replace")

    assert sit("Charlie").player_id > too_late.player_id + SKIPPED_PLAYERS - 1


def test_the_journal_still_only_grows_after_a_restore(full: None, file: Path, quizapp: Quizapp) -> None:
    quizapp("backup", file)
    quizapp("restore", file, "--replace")

    with writing() as connection:
        connection.execute(insert(journal), a_row(journal, 9))
    with pytest.raises(DBAPIError, match="only grows"), writing() as connection:
        connection.execute(journal.update().values(kind="another"))
    with pytest.raises(DBAPIError, match="only grows"), writing() as connection:
        connection.execute(journal.delete())


def test_a_restore_says_where_boards_and_responses_disagree(app: Flask, file: Path, quizapp: Quizapp) -> None:
    Play(sit("Alice")).finish(right=3)
    with writing() as connection:
        connection.execute(standings.update().where(standings.c.board == "timed/all/").values(points=1))
    quizapp("backup", file)

    code, said = quizapp("restore", file, "--replace")

    assert code == 1
    assert "kept 1 points" in said
    assert "`quizapp boards rebuild` mends them." in said


def test_what_is_no_backup_is_refused(app: Flask, file: Path, quizapp: Quizapp) -> None:
    assert quizapp("restore", file) == (1, f"There is no file {file}.")

    file.write_text("Dear Alice, " * 1_000)
    assert quizapp("restore", file) == (1, "That is no database of quizapp: file is not a database.")

    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    assert quizapp("restore", file) == (1, "That is no database of quizapp: it has none of its tables.")


def test_a_damaged_backup_is_refused(full: None, file: Path, quizapp: Quizapp) -> None:
    quizapp("backup", file)
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"\xff" * 20_000
    file.write_bytes(content)

    code, said = quizapp("restore", file, "--replace")

    assert code == 1
    assert said.startswith((f"{file} is damaged: ", "That is no database of quizapp: "))
    with reading() as connection:
        assert all(count == len(NUMBERS) for count in copying.counted(connection).values())


def test_an_older_backup_is_brought_up_to_date_and_left_as_it_is(
    app: Flask, file: Path, quizapp: Quizapp
) -> None:
    with app_on(f"sqlite:///{file}"):
        Play(a_guest_on_a_shelf()).finish(right=3)
        then = points()
        downgrade(revision="0002")
    backing_up.sealed(file)
    older = file.read_bytes()

    code, said = quizapp("restore", file, "--replace")

    assert code == 0, said
    assert "is from an older quizapp: a copy of it has been brought up to date." in said
    assert points() == then
    assert file.read_bytes() == older


def a_guest_on_a_shelf() -> Seat:
    """A player on a database that has no pack yet."""
    from quizapp.packs.shelf import Shelf
    from quizapp.services.shelving import publish_shelf
    from tests.builders import a_pack

    publish_shelf(Shelf({"solar-system": a_pack()}, ()), 1)
    return sit("Alice")


class Crowd:
    """Players in threads of their own, and in order what each was told that they had answered."""

    def __init__(self, app: Flask, size: int) -> None:
        self.acknowledged: dict[int, list[str]] = defaultdict(list)
        self.errors: list[BaseException] = []
        self._app = app
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._play, args=(f"Player {n}",)) for n in range(size)]

    def __enter__(self) -> "Crowd":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        for thread in self._threads:
            thread.join()

    def has_answered(self, least: int) -> None:
        """Wait until so many answers more have been given."""
        until = self._count() + least
        while self._count() < until and not self.errors:
            threading.Event().wait(0.01)

    def _count(self) -> int:
        return sum(map(len, list(self.acknowledged.values())))

    def _play(self, name: str) -> None:
        try:
            with self._app.app_context():
                seat = sit(name)
                while not self._is_over.is_set():
                    play = Play(seat, length=None)
                    answering = True
                    while answering:
                        key = f"{play.public_id} {play.page.prompt.item_id}"
                        answering = not play.respond(play.key, 1_000).is_last
                        self.acknowledged[seat.player_id].append(key)
                        if answering:
                            play.move_on()
        except BaseException as error:
            self.errors.append(error)


def kept_responses() -> dict[int, list[str]]:
    """Of each player what the database has, in order."""
    from quizapp.store.attempt import attempts

    joined = responses.join(attempts, attempts.c.id == responses.c.attempt_id)
    kept: dict[int, list[str]] = defaultdict(list)
    with reading() as connection:
        for row in connection.execute(
            select(responses.c.player_id, attempts.c.public_id, responses.c.item_id)
            .select_from(joined)
            .order_by(responses.c.id)
        ):
            kept[row.player_id].append(f"{row.public_id} {row.item_id}")
    return kept


def test_a_backup_taken_while_others_play_is_of_one_moment(
    app: Flask, file: Path, tmp_path: Path, quizapp: Quizapp, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Crowd(app, 6) as crowd:
        crowd.has_answered(60)
        before = {player: len(told) for player, told in list(crowd.acknowledged.items())}
        code, said = quizapp("backup", file)
        crowd.has_answered(20)
    assert (code, crowd.errors) == (0, []), said

    restored = f"sqlite:///{tmp_path / 'restored.sqlite3'}"
    monkeypatch.setenv("QUIZAPP_DATABASE_URL", restored)
    code, said = quizapp("restore", file)

    assert code == 0, said
    assert "The boards agree with the responses." in said
    with app_on(restored):
        kept = kept_responses()
    for player, told in crowd.acknowledged.items():
        there = kept.get(player, [])
        assert len(there) >= before.get(player, 0)
        assert there == told[: len(there)]
