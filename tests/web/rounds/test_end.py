from tests.web.rounds.somebody import Somebody


def test_ending_early_leads_to_the_result(alice: Somebody) -> None:
    alice.start()
    alice.answer_right()

    answer = alice.send(f"{alice.address}/end")

    assert answer.status_code == 303
    assert answer.location == f"{alice.address}/result"
    assert "1 of 5" in alice.look(answer.location).text


def test_ending_twice_changes_nothing(alice: Somebody) -> None:
    alice.start()
    alice.send(f"{alice.address}/end")

    assert alice.send(f"{alice.address}/end").status_code == 303


def test_a_round_that_is_over_shows_its_result(alice: Somebody) -> None:
    alice.start()
    alice.send(f"{alice.address}/end")

    answer = alice.look()

    assert answer.status_code == 303
    assert answer.location == f"{alice.address}/result"


def test_nobody_ends_the_round_of_somebody_else(alice: Somebody, charlie: Somebody) -> None:
    alice.start()
    charlie.start()

    assert charlie.send(f"{alice.address}/end").status_code == 404
    assert alice.look().status_code == 200
