"""GET /account: the page of one's own."""

from tests.web.accounts.visitor import Visitor


def test_a_stranger_is_asked_to_log_in(visitor: Visitor) -> None:
    answer = visitor.client.get("/account")

    assert (answer.status_code, answer.location) == (303, "/log-in?next=/account")


def test_a_guest_is_shown_how_to_keep_the_points(guest: Visitor) -> None:
    page = guest.see("/account")

    assert "Sign up and keep your points" in page
    assert "Change password" not in page


def test_an_account_is_shown_all_that_it_can_do(alice: Visitor) -> None:
    page = alice.see("/account")

    for action in ("settings", "password", "delete"):
        assert f'action="/account/{action}"' in page
    assert 'action="/log-out-everywhere"' in page


def test_a_forged_or_stale_session_is_nobodys(visitor: Visitor) -> None:
    for claimed in ("1.99", "999.0", "1", "x.y", "1.0.0", "-1.0", "9" * 30 + ".0", "", "१.0"):
        with visitor.client.session_transaction() as session:
            session["_user_id"] = claimed

        assert not visitor.is_known()
