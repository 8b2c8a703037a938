"""A draft edited while the whole server is killed: what was answered as saved is there, and it is whole."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from quizapp import create_app
from quizapp.config import Settings
from quizapp.domain.draft import Draft
from quizapp.errors import NothingToUndo
from quizapp.extensions import db
from quizapp.packs.reader import read_pack
from quizapp.services.drafting import MOST_TO_UNDO, history, open_draft, text_of, undo
from quizapp.services.players import player_named
from quizapp.store import draft as store
from quizapp.store.transaction import Direct, reading
from tests.conftest import NOON_MS
from tests.load.editor import NAME, Editor, Saved
from tests.load.progress import Progress
from tests.load.server import Server
from tests.services.told_drafts import told_draft

KILLS = 3
TURNS = 40
STEPS = 4  # of each turn, at least
ITEMS = ("q-the-long-pier", "q-gull-island", "q-nine-bells", "q-low-water")

pytestmark = pytest.mark.load


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that is stopped at the end whatever happens. No worker of its changes the draft as well."""
    server = Server(tmp_path, worker="off")
    server.start()
    yield server
    server.stop()


@pytest.mark.parametrize("clients", [1, 2])
def test_no_saved_change_is_lost_when_the_server_is_killed(server: Server, clients: int) -> None:
    progress = Progress[Saved](server)
    editors = [Editor(server.port, number, ITEMS[number::clients], progress) for number in range(clients)]
    for editor, page in zip(editors, ("/sign-up", "/log-in"), strict=False):
        editor.log_in(page)
    with studio(server):
        first = told_draft(player_named(NAME).id)

    with ThreadPoolExecutor(1) as keeper:
        killed = keeper.submit(progress.kill_in_between, KILLS, STEPS * TURNS)
        edit_at_once(editors, first, progress)
        assert killed.result() == KILLS

    server.stop()
    assert [each for editor in editors for each in editor.browser.statuses if each >= 500] == []
    assert sum(editor.browser.broken for editor in editors) >= KILLS
    assert len(progress.acknowledged) >= STEPS * TURNS * 3 // 4
    with studio(server):
        last = whole(first)
        for editor in editors:
            assert_nothing_of_its_items_is_lost(last, editor)
        assert {each.words for each in progress.acknowledged if each.part == "fact"} <= names(last)
        told = {words for draft in taken_back(last) for words in words_in(draft)}
        assert {each.words for each in progress.acknowledged if each.words} <= told
        begun = whole(first)
    assert (begun.pack, begun.decisions) == (first.pack, first.decisions)


@contextmanager
def studio(server: Server) -> Iterator[None]:
    """The services on the database of the server."""
    settings = Settings(
        database_url=f"sqlite:///{server.database}",
        secret_key="a secret that is long enough for tests",
        question_folders=(),
    )
    app = create_app(settings)
    with app.app_context():
        yield
        db.session.remove()
        db.engine.dispose()


def edit_at_once(editors: list[Editor], draft: Draft, progress: Progress[Saved]) -> None:
    """Let all of them edit the draft until they have had their turns."""
    turns = TURNS // len(editors)
    try:
        with ThreadPoolExecutor(len(editors)) as pool:
            list(pool.map(lambda editor: editor.edit(draft.public_id, turns), editors))
    finally:
        progress.end()


def whole(draft: Draft) -> Draft:
    """The draft as it stands in the database, where its text reads and everything kept agrees with it."""
    now = open_draft(draft.owner_id, draft.public_id)
    row = store.head.read(owner_id=draft.owner_id, public_id=draft.public_id)
    kept = store.text.read(draft_id=draft.draft_id)
    assert row is not None
    assert kept is not None
    assert read_pack(kept.text, "the text of the draft") == now.pack
    assert kept.text == text_of(now.pack)
    with reading() as connection:
        decided = store.decided.all(Direct.under(connection), draft_id=draft.draft_id)
    assert {(each.kind, each.part_id): each.verdict for each in decided} == {
        part: decision.verdict for part, decision in now.decisions.items()
    }
    assert (row.open_items, row.accepted_items) == (now.counts["open"], now.counts["accepted"])
    assert (row.title, row.slug) == (now.pack.title, now.pack.slug)
    return now


def taken_back(draft: Draft) -> Iterator[Draft]:
    """The draft as it is, and as it was before each of its changes, to the very first."""
    changes = history(draft.owner_id, draft.public_id, most=MOST_TO_UNDO)
    assert 0 < len(changes) < MOST_TO_UNDO
    assert len(changes) == draft.revision - 1
    yield draft
    while True:
        try:
            draft, _ = undo(draft.owner_id, draft.public_id, NOON_MS)
        except NothingToUndo:
            return
        yield draft


def assert_nothing_of_its_items_is_lost(draft: Draft, editor: Editor) -> None:
    """Each item is as the editor was last told, or as something sent later has made it."""
    for item_id in editor.items:
        item = draft.pack.item(item_id)
        assert item
        sent = [(saved, is_saved) for saved, is_saved in editor.sent if saved.part == item_id]
        assert item.stem in last_saved([(saved.words, known) for saved, known in sent if saved.words])
        assert draft.state(item) in last_saved([(saved.state, known) for saved, known in sent])


def last_saved(sent: list[tuple[str, bool]]) -> list[str]:
    """What was last answered as saved, and what was sent since."""
    last = max(place for place, (_, is_saved) in enumerate(sent) if is_saved)
    return [words for words, _ in sent[last:]]


def words_in(draft: Draft) -> Iterable[str]:
    """All that somebody may have written."""
    return {draft.pack.description, *names(draft), *(item.stem for item in draft.pack.items)}


def names(draft: Draft) -> set[str]:
    """What facts are about."""
    return {entity.name for entity in draft.pack.entities}
