import stat
from pathlib import Path

import pytest

from quizapp.config import MEANINGS, read_settings
from quizapp.errors import SettingRefused

README = Path(__file__).parent.parent / "README.md"


def test_an_empty_environment_is_enough(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path)

    assert settings.database_url == f"sqlite:///{tmp_path}/quizapp-data/quizapp.sqlite3"
    assert settings.question_folders
    assert settings.rate_limits
    assert not settings.https


def test_a_secret_is_made_once_and_kept_beside_the_database(tmp_path: Path) -> None:
    first = read_settings({}, tmp_path)
    second = read_settings({}, tmp_path)

    kept = tmp_path / "quizapp-data" / "secret-key"
    assert first.secret_key == second.secret_key == kept.read_text().strip()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    one, other = (read_settings({}, tmp_path / name).secret_key for name in ("one", "other"))

    assert one != other


def test_the_secret_lies_beside_the_database_that_is_named(tmp_path: Path) -> None:
    read_settings({"QUIZAPP_DATABASE_URL": f"sqlite:///{tmp_path}/elsewhere/game.db"}, tmp_path)

    assert (tmp_path / "elsewhere" / "secret-key").is_file()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUIZAPP_DATABASE_URL", "not an address"),
        ("QUIZAPP_DATABASE_URL", "mysql://root@localhost/quiz"),
        ("QUIZAPP_DATABASE_URL", "sqlite://"),
        ("QUIZAPP_DATABASE_URL", "sqlite:///:memory:"),
        ("QUIZAPP_SECRET_KEY", "short"),
        ("QUIZAPP_QUESTIONS", "/no/such/folder"),
        ("QUIZAPP_DOCUMENTS", "/no/such/folder"),
        ("QUIZAPP_HTTPS", "maybe"),
        ("QUIZAPP_TRUSTED_PROXIES", "-1"),
        ("QUIZAPP_TRUSTED_PROXIES", "many"),
        ("QUIZAPP_SQLITE_SYNCHRONOUS", "off"),
        ("QUIZAPP_RATE_LIMITS", "1"),
        ("QUIZAPP_RATE_LIMIT_STORAGE", "file:///tmp/limits"),
        ("QUIZAPP_DEBUG", "true"),
        ("QUIZAPP_WORKER", "no"),
        ("QUIZAPP_QUEUE", "queue.sqlite3"),
        ("QUIZAPP_QUEUE", "sqlite:///"),
        ("QUIZAPP_QUEUE", "redis"),
        ("QUIZAPP_REDIS_URL", "http://localhost"),
        ("QUIZAPP_LOG", "xml"),
        ("QUIZAPP_METRICS_TOKEN", "short"),
        ("QUIZAPP_METRICS_TOKEN", "a token of\nmany lines"),
        ("QUIZAPP_DATABASE_CONNECTIONS", "2"),
        ("QUIZAPP_DATABSE_URL", "sqlite:///typo.db"),
    ],
)
def test_nonsense_is_refused_with_the_name_of_the_setting(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingRefused, match=name):
        read_settings({name: value}, tmp_path)


def test_postgresql_is_spoken_to_by_psycopg(tmp_path: Path) -> None:
    settings = read_settings({"QUIZAPP_DATABASE_URL": "postgresql://quiz:secret@localhost/quiz"}, tmp_path)

    assert settings.database_url == "postgresql+psycopg://quiz:secret@localhost/quiz"


def test_the_queue_lies_beside_the_database(tmp_path: Path) -> None:
    settings = read_settings({"QUIZAPP_DATABASE_URL": f"sqlite:///{tmp_path}/elsewhere/game.db"}, tmp_path)

    assert settings.queue == f"sqlite:///{tmp_path}/elsewhere/queue.sqlite3"


def test_a_queue_on_redis_says_when_redis_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.config.find_spec", lambda _: None)

    with pytest.raises(SettingRefused, match=r"quizapp\[redis\]"):
        read_settings({"QUIZAPP_QUEUE": "redis://localhost"}, tmp_path)


def test_one_redis_serves_limits_and_the_queue_unless_others_are_named(tmp_path: Path) -> None:
    shared = {"QUIZAPP_REDIS_URL": "redis://one"}

    both = read_settings(shared, tmp_path)
    apart = read_settings(
        shared | {"QUIZAPP_QUEUE": "redis://two", "QUIZAPP_RATE_LIMIT_STORAGE": "memory://"}, tmp_path
    )

    assert (both.rate_limit_storage, both.queue) == ("redis://one", "redis://one")
    assert (apart.rate_limit_storage, apart.queue) == ("memory://", "redis://two")


@pytest.mark.parametrize("scheme", ["redis", "rediss", "unix"])
def test_a_redis_can_be_reached_in_three_ways(scheme: str, tmp_path: Path) -> None:
    assert read_settings({"QUIZAPP_REDIS_URL": f"{scheme}://there"}, tmp_path).queue == f"{scheme}://there"


def test_my_own_packs_come_before_the_ones_that_travel_with_the_program(tmp_path: Path) -> None:
    mine = tmp_path / "questions"
    mine.mkdir()

    folders = read_settings({}, tmp_path).question_folders

    assert folders[0] == mine
    assert len(folders) == 2


def test_texts_to_quote_lie_beside_the_packs_or_where_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()

    beside = read_settings({}, tmp_path).document_folders
    said = read_settings({"QUIZAPP_DOCUMENTS": str(tmp_path)}, tmp_path).document_folders

    assert beside[0] == tmp_path / "questions" / "documents"
    assert said == (tmp_path,)


@pytest.mark.parametrize("name", sorted(MEANINGS))
def test_every_setting_is_explained_in_the_readme(name: str) -> None:
    assert f"`{name}`" in README.read_text("utf8")
