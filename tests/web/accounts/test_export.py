"""GET /account/export: all that is kept about a player, as a file."""

from quizapp.domain.round import Pace
from quizapp.services.players import seat_in
from quizapp.services.playing import start_round
from tests.conftest import NOON_MS
from tests.web.accounts.visitor import Visitor


def test_the_file_holds_what_was_played_and_no_secret(alice: Visitor) -> None:
    with alice.client.session_transaction() as session:
        seat = seat_in(session["_user_id"])
    assert seat
    public_id = start_round(seat, "solar-system", 5, Pace("timed"), NOON_MS)

    answer = alice.client.get("/account/export")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="quizapp-export.json"'
    assert answer.json is not None
    assert answer.json["player"]["name"] == "Alice"
    assert [attempt["public_id"] for attempt in answer.json["attempts"]] == [public_id]
    assert set(answer.json) == {
        *("player", "attempts", "responses", "standings", "flags", "drafts", "documents", "groups"),
        *("marks", "journal"),
    }
    assert "argon2" not in answer.text


def test_a_stranger_is_asked_to_log_in(visitor: Visitor) -> None:
    assert visitor.client.get("/account/export").status_code == 303
