"""The desk in a real browser: by keyboard alone, by two at once, without a connection."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from quizapp.packs.writer import write_pack
from tests.browser.conftest import DESKTOP, OpenPage
from tests.browser.test_accessibility import LOOKS, SIZES, overflow, violations
from tests.builders import a_found_pack, many_found_items

PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="module")
def pack_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A pack of 32 found items, two of which have a finding."""
    path = tmp_path_factory.mktemp("pack") / "pack.yaml"
    path.write_text(write_pack(a_found_pack(items=many_found_items(32), facts=(), entities=())), "utf-8")
    yield path


@pytest.fixture(scope="module")
def author(browser: Browser, address: str) -> Any:
    """The cookies of a new author: signing up is slow on purpose, and one will do for all."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto("/sign-up")
    page.get_by_label("Name", exact=False).first.fill("Author of Desks")
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(lambda url: "/sign-up" not in url)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def desk(open_page: OpenPage, author: Any, pack_file: Path) -> Page:
    """The desk with a draft of 32 items."""
    page = open_page("/drafts", viewport=DESKTOP, storage_state=author)
    begin(page, pack_file)
    return page


def begin(page: Page, pack_file: Path) -> None:
    """Open the desk with all items of a new draft."""
    page.context.set_default_timeout(PATIENCE_MS)
    form = page.locator("form[action='/drafts/from-file']")
    form.locator("input[type=file]").set_input_files(pack_file)
    form.get_by_role("button", name="Upload").click()
    page.wait_for_url(re.compile(r"/drafts/\w+$"))
    page.goto(f"{page.url}/items?show=all")
    page.locator("html[data-ready]").wait_for()


def put_all_back(page: Page) -> None:
    """What comes from a pack file is accepted; begin from items that are all to decide."""
    address = page.url.partition("?")[0]
    page.evaluate(
        """async (address) => {
             const token = document.querySelector("[name=csrf_token]").value;
             for (const link of document.querySelectorAll("[data-jump-to]")) {
               const body = new URLSearchParams({ csrf_token: token, verdict: "open" });
               const headers = { Accept: "application/json" };
               await fetch(`${address}/${link.dataset.jumpTo}/decision`, { method: "POST", body, headers });
             }
           }""",
        address,
    )
    page.goto(address)
    page.locator("html[data-ready]").wait_for()


def stem(page: Page) -> str:
    return page.locator("[data-stage] .stem").inner_text()


def see_count(page: Page, pile: str, number: int) -> None:
    expect(page.locator(f'[data-pile="{pile}"]')).to_have_text(str(number))


def press(page: Page, key: str) -> None:
    """Press a key and wait until another item lies there."""
    before = stem(page)
    page.keyboard.press(key)
    expect(page.locator("[data-stage] .stem")).not_to_have_text(before)


def test_thirty_items_by_keyboard_alone(desk: Page) -> None:
    put_all_back(desk)
    desk.evaluate("window.stays = true")

    for number in range(30):
        if number % 3 == 2:
            desk.keyboard.press("r")
            press(desk, "4" if number % 2 else "Enter")
        else:
            press(desk, "a")

    expect(desk.locator("[data-stage] .stem")).to_be_focused()
    see_count(desk, "accepted", 20)
    see_count(desk, "rejected", 10)
    see_count(desk, "open", 2)
    assert desk.evaluate("window.stays") is True
    desk.reload()
    see_count(desk, "accepted", 20)


def test_undo_edit_arrows_and_the_list_of_keys(desk: Page) -> None:
    put_all_back(desk)
    first = stem(desk)

    press(desk, "ArrowRight")
    press(desk, "ArrowLeft")
    assert stem(desk) == first
    press(desk, "a")
    see_count(desk, "accepted", 1)
    desk.keyboard.press("u")
    expect(desk.locator("[data-stage] .stem")).to_have_text(first)
    see_count(desk, "accepted", 0)
    desk.keyboard.press("?")
    expect(desk.locator("dialog[open]")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.keyboard.press("e")
    expect(desk).to_have_url(re.compile("/edit"))


def test_findings_come_while_typing_and_go_when_mended(desk: Page) -> None:
    desk.keyboard.press("e")
    desk.locator("html[data-ready] #stem").wait_for()
    words = desk.locator("#stem").input_value()

    desk.locator("#stem").fill(words.replace("Which", "Which now"))
    expect(desk.locator("#stem-said mark")).to_have_text("now")
    desk.locator("#stem").fill(words)
    expect(desk.locator("#stem-said mark")).to_have_count(0)


def test_changing_the_right_answer_asks_where_it_stands(desk: Page) -> None:
    desk.keyboard.press("e")
    desk.locator("html[data-ready] #key").wait_for()
    expect(desk.locator("[data-evidence]")).to_be_hidden()

    desk.locator("#key").fill("Something else")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("main").get_by_text("Not saved yet.", exact=True)).to_be_visible()

    desk.get_by_label("I state it myself").check()
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("main").get_by_text("The right answer is now “Something else”")).to_be_visible()


@pytest.mark.parametrize("later", ["edits", "accepts"])
def test_whoever_comes_later_is_told_and_nothing_is_overwritten(desk: Page, later: str) -> None:
    other = desk.context.new_page()
    item = desk.locator("[data-stage] [data-card]").get_attribute("data-item")
    edit = f"{desk.url.partition('?')[0]}/{item}/edit"
    if later == "edits":
        desk.goto(edit)
        desk.locator("html[data-ready] #stem").wait_for()

    other.goto(edit)
    other.locator("html[data-ready] #stem").wait_for()
    other.locator("#stem").fill("Which of the two windows was first?")
    other.get_by_role("button", name="Save").click()
    other.locator("main").get_by_text("Saved.", exact=True).wait_for()

    if later == "accepts":
        desk.keyboard.press("r")
        desk.keyboard.press("Enter")
        expect(desk.locator("[data-told]")).to_contain_text("changed in another window")
        expect(desk.locator("[data-stage] .stem")).to_have_text("Which of the two windows was first?")
        return
    desk.locator("#stem").fill("Which of the two windows was second?")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_role("heading", name="Two versions of one question")).to_be_visible()
    assert violations(desk) == []
    desk.get_by_role("button", name="Take this text for: Question").click()
    expect(desk.locator("#stem")).to_have_value("Which of the two windows was first?")
    desk.locator("#stem").fill("Which of the two windows was merged?")
    desk.get_by_role("button", name="Save my version").click()
    expect(desk.locator("[data-stage] .stem")).to_have_text("Which of the two windows was merged?")


def test_a_lost_connection_keeps_decisions_and_sends_them_in_order(desk: Page) -> None:
    put_all_back(desk)
    desk.wait_for_load_state("networkidle")
    desk.context.set_offline(True)
    for key in ("a", "a", "a"):
        press(desk, key)
    expect(desk.locator("[data-unsaved]")).to_contain_text("3 changes not saved yet")

    desk.context.set_offline(False)
    expect(desk.locator("[data-unsaved]")).to_be_hidden()

    see_count(desk, "accepted", 3)
    desk.reload()
    see_count(desk, "accepted", 3)


def test_words_survive_a_lost_connection_and_a_closed_window(desk: Page) -> None:
    desk.keyboard.press("e")
    desk.locator("html[data-ready] #stem").wait_for()
    address = desk.url
    desk.context.set_offline(True)
    desk.locator("#stem").fill("Which words were not lost on the way?")
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("main").get_by_text(re.compile("Not saved yet. No connection."))).to_be_visible()
    context = desk.context
    desk.close()
    context.set_offline(False)

    again = context.new_page()
    again.goto(address)
    again.get_by_role("button", name="Bring them back").click()
    expect(again.locator("#stem")).to_have_value("Which words were not lost on the way?")
    again.get_by_role("button", name="Save").click()
    expect(again.locator("[data-stage] .stem")).to_have_text("Which words were not lost on the way?")
    again.goto(address)
    again.locator("html[data-ready]").wait_for()
    expect(again.get_by_role("button", name="Bring them back")).to_have_count(0)


def test_a_window_learns_that_the_draft_was_changed_elsewhere(desk: Page) -> None:
    other = desk.context.new_page()
    other.goto(desk.url)
    other.locator("html[data-ready]").wait_for()
    other.keyboard.press("r")
    other.keyboard.press("Enter")
    see_count(other, "rejected", 1)

    desk.evaluate("dispatchEvent(new Event('focus'))")

    expect(desk.locator("main").get_by_text("This draft was changed in another window.")).to_be_visible()


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_the_desk_breaks_no_rule(
    open_page: OpenPage, author: Any, pack_file: Path, size: str, theme: str
) -> None:
    page = open_page("/drafts", viewport=SIZES[size], color_scheme=theme, storage_state=author)
    begin(page, pack_file)
    desk = page.url
    found = {}
    for place in (desk, desk.replace("all", "findings"), desk.replace("all", "open")):
        page.goto(place)
        found[place] = violations(page)
    page.goto(desk)
    page.locator("html[data-ready]").wait_for()
    page.locator("[data-reject] summary").click()
    found["rejecting"] = violations(page)
    page.locator("[data-edit]").click()
    page.locator("html[data-ready] #key").wait_for()
    page.locator("#key").fill("currently")
    page.locator("#stem-said").wait_for(state="attached")
    found["editing"] = violations(page)
    page.goto(desk.partition("/items")[0] + "/new-item")
    found["writing"] = violations(page)

    assert {place: told for place, told in found.items() if told} == {}


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_is_lost_on_a_narrow_screen(
    open_page: OpenPage, author: Any, pack_file: Path, width: int
) -> None:
    screen = {"viewport": {"width": width, "height": 740}, "device_scale_factor": 640 // width}
    page = open_page("/drafts", **screen, storage_state=author)
    begin(page, pack_file)

    wide = {"desk": overflow(page)}
    page.locator("[data-edit]").click()
    page.locator("html[data-ready] #key").wait_for()
    wide["editing"] = overflow(page)

    assert wide == {"desk": 0, "editing": 0}
