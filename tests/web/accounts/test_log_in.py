"""POST /log-in: name and password open an account again."""

import pytest

from quizapp.domain.round import Pace
from quizapp.services.players import seat_in
from quizapp.services.playing import start_round
from tests.conftest import NOON_MS
from tests.web.accounts.visitor import PASSWORD, Visitor

AWAY = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "http:evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "evil.example",
    "/é",
    "/" + "x" * 600,
]


def test_the_right_password_opens_the_account(alice: Visitor, visitor: Visitor) -> None:
    answer = visitor.log_in("Alice")

    assert (answer.status_code, answer.location) == (303, "/")
    assert "Alice" in visitor.see("/account")


def test_the_name_may_be_written_in_any_case(alice: Visitor, visitor: Visitor) -> None:
    assert visitor.log_in(" ALICE ").status_code == 303


@pytest.mark.parametrize("name", ["Alice", "Nobody", "x" * 10_000, "\u202e"])
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(
    alice: Visitor, visitor: Visitor, name: str
) -> None:
    answer = visitor.log_in(name, "wrong password")

    assert answer.status_code == 400
    assert "Name and password do not belong together." in answer.text
    assert not visitor.is_known()


def test_a_guest_cannot_be_logged_in_to(guest: Visitor, visitor: Visitor) -> None:
    name = guest.see("/account").split("<h1>")[1].split("<")[0]

    assert visitor.log_in(name, "").status_code == 400
    assert visitor.log_in(name, "anything at all").status_code == 400


def test_nothing_of_the_session_before_stays(alice: Visitor, visitor: Visitor) -> None:
    with visitor.client.session_transaction() as session:
        session["planted"] = "by somebody else"

    visitor.log_in("Alice")

    with visitor.client.session_transaction() as session:
        assert "planted" not in session


def test_a_round_begun_as_a_guest_goes_on_in_the_account(alice: Visitor, guest: Visitor) -> None:
    with guest.client.session_transaction() as session:
        seat = seat_in(session["_user_id"])
    assert seat
    public_id = start_round(seat, "solar-system", 5, Pace("timed"), NOON_MS)

    guest.log_in("Alice")

    assert guest.client.get(f"/rounds/{public_id}").status_code == 200


@pytest.mark.parametrize("path", ["/leaderboards", "/packs/solar-system?x=1&y=2", "/"])
def test_one_goes_on_where_one_came_from(alice: Visitor, visitor: Visitor, path: str) -> None:
    assert visitor.log_in("Alice", next=path).location == path


@pytest.mark.parametrize("path", AWAY)
def test_nobody_is_led_away_from_this_site(alice: Visitor, visitor: Visitor, path: str) -> None:
    assert visitor.log_in("Alice", next=path).location == "/"


@pytest.mark.parametrize("path", AWAY)
def test_a_link_cannot_plant_another_destination_in_the_form(visitor: Visitor, path: str) -> None:
    page = visitor.client.get("/log-in", query_string={"next": path}).text

    assert 'name="next"' not in page


def test_who_is_logged_in_is_sent_to_the_account(alice: Visitor) -> None:
    answer = alice.client.get("/log-in")

    assert (answer.status_code, answer.location) == (303, "/account")


def test_a_post_without_a_csrf_token_is_refused(alice: Visitor, visitor: Visitor) -> None:
    answer = visitor.client.post("/log-in", data={"name": "Alice", "password": PASSWORD})

    assert answer.status_code == 400
    assert not visitor.is_known()


def test_one_account_can_be_tried_five_times_a_minute(strict: Visitor, alice: Visitor) -> None:
    tries = [strict.log_in(name, "wrong password").status_code for name in ("Alice", " ALICE ") * 3]

    assert tries == [400] * 5 + [429]
    assert strict.log_in("Bob", "wrong password").status_code == 400


def test_one_address_can_fail_sixty_times_a_minute(strict: Visitor) -> None:
    tries = [strict.log_in(f"Nobody {number}", "wrong password").status_code for number in range(61)]

    assert tries == [400] * 60 + [429]


def test_logging_in_rightly_is_not_counted(strict: Visitor, alice: Visitor) -> None:
    for _ in range(12):
        assert strict.log_in("Alice").status_code == 303
        strict.send("/log-out", on="/account")
