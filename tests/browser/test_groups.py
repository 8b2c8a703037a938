"""Groups and the pictures of boards, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, OpenPage
from tests.browser.test_accessibility import LOOKS, SIZES, overflow, violations


def make_group(page: Page, name: str) -> None:
    page.get_by_label("Name of the group").fill(name)
    page.get_by_role("button", name="Make the group").click()
    page.get_by_role("heading", level=1, name=name).wait_for()


def test_friends_meet_by_a_link_that_was_copied(open_page: OpenPage) -> None:
    alice = open_page("/groups", permissions=["clipboard-read", "clipboard-write"])
    make_group(alice, "The Planeteers")
    alice.get_by_role("button", name="Copy the link").click()
    alice.get_by_role("button", name="Copied").wait_for()
    link = alice.evaluate("navigator.clipboard.readText()")

    bob = open_page(link, viewport=PHONE)
    bob.get_by_role("button", name="Join the group").click()

    expect(bob.get_by_role("heading", level=1)).to_have_text("The Planeteers")
    members = bob.get_by_role("region", name="Members")
    expect(members.get_by_role("listitem")).to_have_count(2)
    expect(members.get_by_role("listitem").filter(has_text="owner")).to_have_count(1)


def test_an_owner_removes_a_member_with_the_keyboard(open_page: OpenPage) -> None:
    alice = open_page("/groups")
    make_group(alice, "The Planeteers")
    bob = open_page(alice.get_by_role("textbox", name="Invite others").input_value())
    bob.get_by_role("button", name="Join the group").click()
    bob.get_by_role("heading", name="Members").wait_for()

    alice.reload()
    alice.get_by_role("button", name="Remove").press("Enter")

    expect(alice.get_by_text("is no longer in the group")).to_be_visible()
    assert bob.reload().status == 404  # type: ignore[union-attr]


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_an_invitation_breaks_no_rule(open_page: OpenPage, size: str, theme: str) -> None:
    alice = open_page("/groups")
    make_group(alice, "The Planeteers")
    link = alice.get_by_role("textbox", name="Invite others").input_value()

    page = open_page(link, viewport=SIZES[size], color_scheme=theme)
    assert violations(page) == []
    page.get_by_role("button", name="Join the group").click()
    page.get_by_role("heading", name="Members").wait_for()

    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_pictures_fit_the_screen_and_say_in_words_what_they_show(open_page: OpenPage, width: int) -> None:
    page = open_page("/patterns", viewport={"width": width, "height": 740})

    for name in ("The scores of 100 players", "Your places of the last 12 weeks"):
        picture = page.get_by_role("img", name=name)
        box = picture.bounding_box()
        assert box
        for text in picture.locator("text:visible").all():
            inside = text.bounding_box()
            assert inside
            assert box["x"] - 1 <= inside["x"]
            assert inside["x"] + inside["width"] <= box["x"] + box["width"] + 1
    for table in page.get_by_text("The same as a table").all():
        table.click()
    assert overflow(page) == 0
    assert violations(page) == []
