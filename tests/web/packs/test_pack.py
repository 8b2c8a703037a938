from tests.web.rounds.somebody import Somebody


def test_a_pack_says_what_it_is_and_what_was_read_for_it(alice: Somebody) -> None:
    alice.look("/packs/solar-system")

    for shown in ("The Solar System", "The planets in their order.", "8 questions", "CC0-1.0"):
        assert shown in alice.page
    assert "A Guide to the Planets" in alice.page


def test_only_lengths_that_the_pack_can_fill_are_offered(alice: Somebody) -> None:
    alice.look("/packs/solar-system")

    assert 'name="length" value="5" checked' in alice.page
    assert 'name="length" value="10"' not in alice.page
    assert "All 8" in alice.page


def test_the_board_of_a_pack_marks_ones_own_row(alice: Somebody) -> None:
    alice.start()
    alice.play_to_the_end(right=2)

    alice.look("/packs/solar-system")

    assert "2,000" in alice.page
    assert '<span class="chip chip--you">you</span>' in alice.page
    assert "You are in place 1 of 1." in alice.page


def test_a_round_of_the_pack_can_be_taken_up(alice: Somebody) -> None:
    alice.start()

    alice.look("/packs/solar-system")

    assert f'href="{alice.address}"' in alice.page


def test_an_unknown_pack_leads_back_to_the_game(alice: Somebody) -> None:
    answer = alice.look("/packs/nowhere")

    assert answer.status_code == 404
    assert "Back to the game" in answer.text
