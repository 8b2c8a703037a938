"""The player's row, as Flask-Login sees it."""

from quizapp.store.player import Player


def test_a_session_holds_for_an_id_and_an_epoch() -> None:
    player = Player(id=7, epoch=3)

    assert player.get_id() == "7.3"
    assert player.is_authenticated
