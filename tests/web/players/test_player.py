import re

from tests.web.rounds.somebody import Somebody


def test_a_player_has_a_public_page_with_standings(alice: Somebody, charlie: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=4)
    charlie.look("/leaderboards")
    address = re.search(r'href="(/players/[^"]+)"', charlie.page)
    assert address

    charlie.look(address[1])

    assert "The Solar System" in charlie.page
    assert "4,000" in charlie.page
    assert "80 %" in charlie.page
    assert "4 in a row" in charlie.page
    assert "21 November 2026" in charlie.page


def test_an_unknown_player_is_not_found(alice: Somebody) -> None:
    assert alice.look("/players/nobody-of-that-name").status_code == 404
