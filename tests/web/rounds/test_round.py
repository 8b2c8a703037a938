import re

import pytest
from flask import Flask

from tests.conftest import FrozenClock
from tests.web.rounds.somebody import KEYS, Somebody


def test_a_question_shows_its_number_stem_and_four_options(alice: Somebody) -> None:
    alice.start()

    assert "1 of 5" in alice.page
    assert "Which planet is the" in alice.page
    assert len(alice.options()) == 4


def test_no_byte_before_the_response_tells_the_key(alice: Somebody) -> None:
    alice.start()

    sent = re.sub(r'class="option__text"[^>]*>[^<]*<', "", alice.page)
    assert alice.options()[alice.key_letter()] not in sent
    assert "Counted from the Sun" not in alice.page
    assert "Example Press" not in alice.page
    assert "data-state" not in alice.page


def test_a_question_can_be_read_before_and_without_script(alice: Somebody) -> None:
    alice.start()

    assert "You have 20 seconds from now." in alice.page
    assert alice.page.count('<button class="option" name="option"') == 4


def test_the_time_that_is_left_comes_from_the_server(alice: Somebody, clock: FrozenClock) -> None:
    alice.start()

    clock.pass_ms(12_400)
    alice.look()

    assert "You have 8 seconds from now." in alice.page
    shown, now = (int(_number(alice.page, name)) for name in ("data-deadline-ms", "data-now-ms"))
    assert shown - now == 7_600


def test_when_time_is_up_the_options_are_closed_and_the_answer_can_be_seen(
    alice: Somebody, clock: FrozenClock
) -> None:
    alice.start()

    clock.pass_ms(20_000)
    alice.look()
    assert alice.page.count("disabled") == 4
    assert not re.search(r"data-time-up hidden", alice.page)

    alice.answer(None)
    alice.look()
    assert "Time ran out. The answer is:" in alice.page


def test_without_a_clock_nothing_counts_down(alice: Somebody, clock: FrozenClock) -> None:
    alice.start(pace="relaxed")

    clock.pass_ms(3_600_000)
    alice.look()

    assert "data-deadline-ms" not in alice.page
    assert "seconds" not in alice.page
    assert "disabled" not in alice.page


def test_a_round_of_somebody_else_is_not_there(alice: Somebody, charlie: Somebody) -> None:
    alice.start()
    charlie.start()

    assert charlie.look(alice.address).status_code == 404
    assert charlie.look(f"{alice.address}/result").status_code == 404


def test_a_browser_without_a_name_sees_no_round(app: Flask, alice: Somebody) -> None:
    alice.start()

    assert app.test_client().get(alice.address).status_code == 404


def test_an_unknown_round_leads_back_to_the_game(alice: Somebody) -> None:
    alice.start()

    answer = alice.look("/rounds/nothing")

    assert answer.status_code == 404
    assert "Back to the game" in answer.text


def test_the_page_of_a_round_loads_no_player(
    app: Flask, alice: Somebody, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice.start()

    def refuse(_: str) -> None:
        raise AssertionError("a player was loaded")

    monkeypatch.setattr(app.login_manager, "_user_callback", refuse)  # type: ignore[attr-defined]

    assert alice.look().status_code == 200


def test_every_question_is_asked_once(alice: Somebody) -> None:
    alice.start(length="all")
    asked = []

    for number in range(8):
        asked.append(re.search(r"Which planet is the (\w+)", alice.page)[1])  # type: ignore[index]
        alice.answer_wrong()
        if number < 7:
            alice.move_on()

    assert sorted(asked) == sorted(KEYS)


def test_markup_in_a_pack_is_shown_as_text(app: Flask) -> None:
    from quizapp.packs.shelf import Shelf
    from quizapp.services.shelving import publish_shelf
    from tests.builders import a_pack, an_item
    from tests.conftest import NOON_MS

    item = an_item(stem="Is <b>this</b> & that safe?", distractors=("<i>Pluto</i>", "Eris", "Haumea"))
    publish_shelf(Shelf({"markup": a_pack(slug="markup", items=(item,))}, ()), NOON_MS)
    alice = Somebody(app)

    alice.start(slug="markup", length="all")

    assert "Is &lt;b&gt;this&lt;/b&gt; &amp; that safe?" in alice.page
    assert "&lt;i&gt;Pluto&lt;/i&gt;" in alice.page
    assert "<i>Pluto" not in alice.page


def _number(page: str, name: str) -> str:
    found = re.search(rf'{name}="(\d+)"', page)
    assert found
    return found[1]
