import pytest

from tests.web.rounds.somebody import Somebody


@pytest.mark.parametrize("reason", ["wrong", "two-answers", "typo"])
def test_a_question_can_be_flagged_without_leaving_the_round(alice: Somebody, reason: str) -> None:
    alice.start()
    item = alice.field("item")
    alice.answer_right()
    alice.look()

    answer = alice.send(f"{alice.address}/flags", item=item, reason=reason, note="Look here.")

    assert answer.status_code == 303
    assert "Thank you" in alice.look(answer.location).text


def test_a_question_can_be_flagged_from_the_result(alice: Somebody) -> None:
    alice.start()
    item = alice.field("item")
    alice.play_to_the_end(right=5)
    alice.look(f"{alice.address}/result")

    answer = alice.send(f"{alice.address}/flags", item=item, reason="wrong", **{"from": "result"})
    alice.look(answer.location)

    assert answer.location.startswith(f"{alice.address}/result")
    assert "You flagged this question" in alice.page


def test_the_script_gets_a_short_answer(alice: Somebody) -> None:
    alice.start()
    item = alice.field("item")
    alice.answer_right()

    answer = alice.send(f"{alice.address}/flags", "application/json", item=item, reason="typo")

    assert answer.get_json() == {"flagged": True}


@pytest.mark.parametrize("fields", [{"reason": "boring"}, {}, {"reason": "wrong", "note": "x" * 501}])
def test_a_flag_without_a_known_reason_is_refused(alice: Somebody, fields: dict[str, str]) -> None:
    alice.start()
    alice.answer_right()

    assert alice.send(f"{alice.address}/flags", item=alice.field("item"), **fields).status_code == 400


def test_a_question_of_another_round_cannot_be_flagged(alice: Somebody) -> None:
    alice.start()

    assert alice.send(f"{alice.address}/flags", item="q-nothing", reason="wrong").status_code == 404
