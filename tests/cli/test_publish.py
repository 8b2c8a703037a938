"""`quizapp pack publish` and `quizapp player promote`: the studio's doors in the terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from quizapp.cli import cli
from quizapp.cli.serve import _load_packs
from quizapp.config import Settings
from quizapp.errors import Malformed, NotAllowed
from quizapp.packs.writer import save_pack
from quizapp.services.accounts import new_guest
from quizapp.services.draft_shelf import drafts_of
from quizapp.services.shelving import digest_on_shelf, pack
from tests.builders import a_pack
from tests.conftest import NOON_MS
from tests.services.authors import a_draft_of, an_author, published

PLANETS = a_pack(slug="planets", title="Planets")
VULCAN = replace(
    PLANETS.items[0], key="Vulcan", explanation="Counted from the Sun, Vulcan is the first planet."
)


@pytest.fixture(autouse=True)
def in_this_app(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands work on the database of the test."""

    @contextmanager
    def ready_app() -> Iterator[Flask]:
        yield app

    for name in ("quizapp.cli.pack", "quizapp.cli.player"):
        monkeypatch.setattr(sys.modules[name], "ready_app", ready_app)


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A pack file that nobody has published."""
    save_pack(PLANETS, tmp_path / "planets.yaml")
    return tmp_path / "planets.yaml"


def test_a_file_is_published_and_its_author_has_a_draft(file: Path) -> None:
    ada = an_author("Ada")

    first, again = (_run("pack", "publish", file, "--as", "Ada") for _ in range(2))

    assert (first.exit_code, first.output) == (0, f"Published at /packs/planets as {PLANETS.digest[:10]}.\n")
    assert again.output == first.output
    assert [draft.title for draft in drafts_of(ada.id)] == ["Planets"]


def test_another_answer_is_a_new_question_unless_the_old_one_was_wrong(file: Path) -> None:
    an_author("Ada")
    _run("pack", "publish", file, "--as", "Ada")
    save_pack(replace(PLANETS, items=(VULCAN, *PLANETS.items[1:])), file)

    _run("pack", "publish", file, "--as", "Ada")
    anew = pack(digest_on_shelf("planets"))
    assert _run("pack", "publish", file, "--as", "Ada").exit_code == 0
    assert pack(digest_on_shelf("planets")) == anew
    _run("pack", "publish", file, "--as", "Ada", "--wrong", "q-mercury")

    assert anew.item("q-mercury") is None
    assert pack(digest_on_shelf("planets")).item("q-mercury") == VULCAN


def test_an_answer_that_did_not_change_was_not_wrong(file: Path) -> None:
    an_author("Ada")

    result = _run("pack", "publish", file, "--as", "Ada", "--wrong", "q-mars")

    assert isinstance(result.exception, Malformed)


def test_a_player_cannot_publish_until_promoted(file: Path) -> None:
    an_author("Ada", "player")

    refused = _run("pack", "publish", file, "--as", "Ada")
    promoted = _run("player", "promote", "Ada", "--author")

    assert isinstance(refused.exception, NotAllowed)
    assert promoted.output == "Ada is now an author.\n"
    assert _run("pack", "publish", file, "--as", "Ada").exit_code == 0


def test_the_list_of_players_shows_roles(app: Flask) -> None:
    an_author("Ada")
    an_author("Grace", "administrator")

    output = _run("player", "list").output

    assert "author         Ada" in output
    assert "administrator  Grace" in output


def test_a_guest_has_no_role(app: Flask) -> None:
    guest = new_guest(NOON_MS)

    assert isinstance(_run("player", "promote", guest.name, "--author").exception, Malformed)
    assert _run("player", "promote", guest.name).exit_code == 2


def test_a_file_with_the_slug_of_a_players_pack_is_left_out(
    app: Flask, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    ada = an_author("Ada")
    of_ada = published(ada, a_draft_of(ada)).digest
    save_pack(replace(PLANETS, title="From a file"), settings.question_folders[0] / "planets.yaml")

    _load_packs(app)

    assert "Left out: the file with the slug planets" in capsys.readouterr().err
    assert digest_on_shelf("planets") == of_ada
