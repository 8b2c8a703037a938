"""POST /log-out and /log-out-everywhere: one session ends, or all of them."""

from flask import Flask

from tests.web.accounts.visitor import Visitor


def test_logging_out_ends_this_session_alone(app: Flask, alice: Visitor) -> None:
    elsewhere = Visitor(app)
    elsewhere.log_in("Alice")

    answer = alice.send("/log-out", on="/account")

    assert (answer.status_code, answer.location) == (303, "/")
    assert not alice.is_known()
    assert elsewhere.is_known()


def test_logging_out_everywhere_ends_all_sessions(app: Flask, alice: Visitor) -> None:
    elsewhere = Visitor(app)
    elsewhere.log_in("Alice")

    answer = alice.send("/log-out-everywhere", on="/account")

    assert (answer.status_code, answer.location) == (303, "/log-in")
    assert not alice.is_known()
    assert not elsewhere.is_known()
    assert "logged out on every device" in alice.see("/log-in")


def test_a_copied_cookie_is_worth_nothing_after_that(alice: Visitor, visitor: Visitor) -> None:
    with alice.client.session_transaction() as session:
        copied = dict(session)

    alice.send("/log-out-everywhere", on="/account")

    with visitor.client.session_transaction() as session:
        session.update(copied)
    assert not visitor.is_known()


def test_a_post_without_a_csrf_token_is_refused(alice: Visitor) -> None:
    assert alice.client.post("/log-out").status_code == 400
    assert alice.client.post("/log-out-everywhere").status_code == 400
    assert alice.is_known()
