"""Whole rounds, played as people play them: by touch on a phone, by keyboard alone, without script."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, OpenPage


def test_a_stranger_plays_a_whole_round_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE, has_touch=True)

    _start(page)
    for number in range(1, 11):
        _see_question(page, number)
        page.locator(".option").nth(number % 4).click()
        _see_the_verdict(page)
        page.locator("[data-next]").click()

    expect(page).to_have_url(re.compile(r"/rounds/\w+/result$"))
    expect(page.get_by_text(re.compile(r"\d+ of 10")).first).to_be_visible()
    page.get_by_role("link", name="See the leaderboard").click()
    expect(page.get_by_role("row").filter(has_text="you")).to_be_visible()


def test_a_whole_round_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/", viewport=DESKTOP, color_scheme="dark")

    _tab_to(page, "Play ten questions")
    page.keyboard.press("Enter")
    page.locator("html[data-ready] h1.stem").wait_for()
    for number in range(1, 11):
        _see_question(page, number)
        expect(page.locator("h1")).to_be_visible()
        page.keyboard.press("1234"[number % 4] if number % 2 else "abcd"[number % 4])
        _see_the_verdict(page)
        expect(page.locator("[data-next]")).to_be_focused()
        page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/result$"))


def test_a_whole_round_without_script(open_page: OpenPage) -> None:
    page = open_page("/", viewport=DESKTOP, java_script_enabled=False)

    page.get_by_label("No clock").check()
    page.get_by_role("button", name="Play ten questions").click()
    for number in range(1, 11):
        _see_question(page, number)
        page.locator(".option").nth(number % 4).click()
        assert page.locator("[data-panel] .verdict__headline").is_visible()
        page.locator("[data-next]").click()

    assert page.url.endswith("/result")


def test_the_page_is_not_loaded_anew_between_questions(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE)
    _start(page)
    page.evaluate("window.stays = true")

    for _ in range(2):
        page.locator(".option").first.click()
        _see_the_verdict(page)
        page.locator("[data-next]").click()
    _see_question(page, 3)

    assert page.evaluate("window.stays") is True


def test_focus_goes_to_the_new_question_and_it_is_announced(open_page: OpenPage) -> None:
    page = open_page("/", viewport=DESKTOP)
    _start(page)
    page.locator(".option").first.click()
    _see_the_verdict(page)

    page.locator("[data-next]").click()

    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("[data-live]")).to_have_text(re.compile("2 of 10"))


def test_leaving_and_coming_back_resumes_the_round(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE)
    page.get_by_label("No clock").check()
    _start(page)
    stem = page.locator("h1").inner_text()

    page.get_by_role("link", name="Leave").click()
    page.get_by_role("link", name="Go on playing").click()

    expect(page.locator("h1")).to_have_text(stem)


def test_back_and_a_second_choice_change_nothing(open_page: OpenPage) -> None:
    page = open_page("/", viewport=DESKTOP, java_script_enabled=False)
    page.get_by_label("No clock").check()
    page.get_by_role("button", name="Play ten questions").click()
    page.locator(".option").first.click()
    verdict = page.locator("[data-panel] .verdict__headline").inner_text()

    page.go_back()
    if page.locator(".option:enabled").count():
        page.locator(".option").nth(1).click()

    assert page.locator("[data-panel] .verdict__headline").inner_text() == verdict


def test_a_guest_who_signs_up_keeps_the_points(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE)
    _start(page)
    page.locator(".option").first.click()
    _see_the_verdict(page)
    page.get_by_text("End the round", exact=True).click()
    page.get_by_role("button", name="End the round now").click()

    page.get_by_role("link", name="Sign up").last.click()
    page.get_by_label("Name", exact=False).first.fill("Ada of Phones")
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    page.get_by_role("button", name="Sign up").click()

    expect(page).to_have_url(re.compile(r"/result$"))
    page.goto("/leaderboards")
    expect(page.get_by_role("row").filter(has_text="Ada of Phones")).to_be_visible()


def test_a_question_can_be_flagged_without_stopping_play(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE)
    _start(page)
    page.locator(".option").first.click()
    _see_the_verdict(page)

    page.locator(".verdict summary").first.click()
    page.get_by_label("Two answers fit").check()
    page.get_by_role("button", name=re.compile("Send|Flag")).click()

    expect(page.locator("main").get_by_text(re.compile("Thank you"))).to_be_visible()
    page.locator("[data-next]").click()
    _see_question(page, 2)


def test_a_lost_connection_keeps_the_answer(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE)
    _start(page)
    page.route("**/responses", lambda route: route.abort())
    page.locator(".option").first.click()
    expect(page.locator("main").get_by_text("Connection lost.")).to_be_visible()

    page.unroute("**/responses")
    page.get_by_role("button", name="Try again").click()

    _see_the_verdict(page)


def test_a_server_that_is_away_for_a_moment_keeps_the_answer(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE)
    _start(page)
    page.route("**/responses", lambda route: route.fulfill(status=503, json={"error": "One moment, please"}))
    page.locator(".option").first.click()
    expect(page.locator("[data-lost]")).to_be_visible()

    page.unroute("**/responses")
    page.get_by_role("button", name="Try again").click()

    _see_the_verdict(page)


def test_an_answer_that_came_too_fast_can_be_sent_again(open_page: OpenPage) -> None:
    page = open_page("/", viewport=PHONE)
    _start(page)
    told = {"error": "A little slower, please", "text": "Wait 7 seconds.", "wait_s": 7}
    page.route("**/responses", lambda route: route.fulfill(status=429, json=told))
    page.locator(".option").first.click()
    expect(page.locator("main").get_by_text("A little slower, please.")).to_be_visible()
    expect(page.locator("main").get_by_text("wait 7 s")).to_be_visible()

    page.unroute("**/responses")
    page.get_by_role("button", name="Try again").click()

    _see_the_verdict(page)
    page.route("**/next", lambda route: route.fulfill(status=429, headers={"Retry-After": "7"}))
    page.locator("[data-next]").click()
    expect(page.locator("main").get_by_text("try again in 7 s")).to_be_visible()
    page.unroute("**/next")
    page.locator("[data-next]").click()
    _see_question(page, 2)


def _start(page: Page) -> None:
    """Play ten questions, with the script at work: a choice made before it has come is an ordinary form."""
    page.get_by_role("button", name="Play ten questions").click()
    page.locator("html[data-ready] h1.stem").wait_for()


def _see_question(page: Page, number: int) -> None:
    expect(page.get_by_role("banner").get_by_text(f"{number} of 10")).to_be_visible()


def _see_the_verdict(page: Page) -> None:
    expect(page.locator("[data-panel] .verdict__headline")).to_be_visible()
    expect(page.locator("[data-next]")).to_be_visible()


def _tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"{name!r} cannot be reached by Tab")
