"""Publishing in a real browser: from a pack file to a guest who plays it on a phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from quizapp.packs.writer import save_pack
from tests.browser.conftest import DESKTOP, PHONE, OpenPage
from tests.browser.test_accessibility import LOOKS, SIZES, overflow, violations
from tests.builders import a_pack

LONG = "Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ARABIC = "ما هو الكوكب الأول"
PAGES = ("", "/details", "/text", "/publish", "/preview")


def _author(open_page: OpenPage, file: Path, slug: str, **options: object) -> Page:
    """A new author who has just uploaded a pack that was published nowhere."""
    page = open_page("/sign-up", **options)
    page.get_by_label("Name", exact=False).first.fill(f"by {slug}")
    page.get_by_label("Password", exact=True).fill("correct horse battery")
    page.get_by_role("button", name="Sign up").click()
    page.wait_for_url(lambda url: "/sign-up" not in url)
    save_pack(a_pack(slug=slug, title=f"Planets {slug}"), file)
    page.goto("/drafts")
    page.get_by_label("A file that ends in .yaml").set_input_files(file)
    page.get_by_role("button", name="Upload", exact=True).click()
    page.wait_for_url(re.compile(r"/drafts/\w+$"))
    return page


def test_a_pack_is_published_and_played_by_a_guest_on_a_phone(open_page: OpenPage, tmp_path: Path) -> None:
    page = _author(open_page, tmp_path / "pack.yaml", "phone-pack", viewport=DESKTOP)
    page.get_by_role("link", name="Details").click()
    page.get_by_label("Topic").fill("astronomy & more")
    page.get_by_role("button", name="Save the details").click()
    expect(page.locator("main").get_by_text("The details are saved.")).to_be_visible()
    page.get_by_label("This draft").get_by_role("link", name="Publish").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("main").get_by_text("Everybody can play it now.")).to_be_visible()

    guest = open_page("/packs/phone-pack", viewport=PHONE, has_touch=True)
    guest.get_by_label("All 8").check()
    guest.get_by_role("button", name="Start").click()
    for _ in range(8):
        guest.locator(".option:enabled").first.click()
        guest.locator("[data-next]").click()

    expect(guest).to_have_url(re.compile(r"/result$"))


def test_a_draft_is_previewed_by_keyboard_alone(open_page: OpenPage, tmp_path: Path) -> None:
    page = _author(open_page, tmp_path / "pack.yaml", "key-pack", viewport=DESKTOP)

    page.goto(f"{page.url}/preview")
    for number in range(1, 9):
        expect(page.get_by_role("banner").get_by_text(f"{number} of 8")).to_be_visible()
        page.locator("html[data-ready] h1.stem").wait_for()
        page.keyboard.press("a")
        expect(page.locator("[data-next]")).to_be_focused()
        page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/publish$"))


def test_a_finding_leads_to_its_line(open_page: OpenPage, tmp_path: Path) -> None:
    page = _author(open_page, tmp_path / "pack.yaml", "line-pack", viewport=DESKTOP)
    page.goto(f"{page.url}/text")
    text = page.get_by_label("The whole pack as text")
    broken = text.input_value().replace("key: Uranus", "ley: Uranus")
    text.fill(broken)
    page.get_by_role("button", name="Save the text").click()
    expect(page.locator("main").get_by_text("Not saved yet")).to_be_visible()

    line = broken.splitlines().index("    ley: Uranus") + 1
    page.get_by_role("link", name=f"Line {line}").first.click()

    field = page.get_by_label("The whole pack as text")
    expect(field).to_be_focused()
    chosen = field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
    assert chosen == "    ley: Uranus"
    assert page.locator(".code__lines").inner_text().splitlines()[:2] == ["1", "2"]


def test_a_text_is_saved_without_script(open_page: OpenPage, tmp_path: Path) -> None:
    page = _author(
        open_page, tmp_path / "pack.yaml", "plain-pack", viewport=DESKTOP, java_script_enabled=False
    )
    page.goto(f"{page.url}/text")
    text = page.get_by_label("The whole pack as text")
    text.fill(text.input_value().replace("key: Uranus", "ley: Uranus"))
    page.get_by_role("button", name="Save the text").click()
    assert page.get_by_text("Not saved yet").is_visible()

    text.fill(text.input_value().replace("ley: Uranus", "key: Uranus").replace("Planets", "Wanderers"))
    page.get_by_role("button", name="Save the text").click()

    assert page.get_by_role("heading", name="Wanderers plain-pack").is_visible()


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_no_page_of_publishing_breaks_a_rule(
    open_page: OpenPage, tmp_path: Path, size: str, theme: str
) -> None:
    slug = f"axe-{size}-{theme}"
    page = _author(open_page, tmp_path / "pack.yaml", slug, viewport=SIZES[size], color_scheme=theme)
    draft, found = page.url, {}
    for path in PAGES:
        page.goto(f"{draft}{path}")
        found[path] = violations(page)
    page.goto(f"{draft}/publish")
    page.get_by_role("button", name="Publish").click()
    for path in ("", "/editions"):
        page.goto(f"/packs/{slug}{path}")
        found[f"pack{path}"] = violations(page)

    assert {path: broken for path, broken in found.items() if broken} == {}


@pytest.mark.parametrize("width", [320, 640])
def test_long_words_and_other_scripts_stay_on_the_screen(
    open_page: OpenPage, tmp_path: Path, width: int
) -> None:
    file = tmp_path / "pack.yaml"
    slug = f"wide-{width}"
    page = _author(
        open_page, file, slug, viewport={"width": width, "height": 740}, device_scale_factor=640 // width
    )
    draft = page.url
    text = file.read_text("utf-8")
    text = text.replace(f"title: Planets {slug}", f'title: "{LONG} <b>"')
    text = text.replace("topic: astronomy", f"topic: {LONG[:60]}")
    text = text.replace("stem: Which planet is the first", f"stem: {ARABIC} {LONG} which planet is the first")
    text = text.replace("- Venus", f"- {LONG}").replace("A Guide to the Planets", f"{LONG} {ARABIC}")
    page.goto(f"{draft}/text")
    page.get_by_label("The whole pack as text").fill(text)
    page.get_by_role("button", name="Save the text").click()
    expect(page.locator("main").get_by_text("Saved. Questions")).to_be_visible()

    wide = {}
    for path in (*PAGES, "/preview?item=q-jupiter&option=A"):
        page.goto(f"{draft}{path}")
        wide[path] = overflow(page)
    page.goto(f"{draft}/publish")
    page.get_by_role("button", name="Publish").click()
    for path in (f"/packs/{slug}", f"/packs/{slug}/editions", "/", "/drafts", f"/leaderboards/{slug}"):
        page.goto(path)
        wide[path] = overflow(page)
    page.goto(f"/packs/{slug}")
    page.get_by_label("All 8").check()
    page.get_by_role("button", name="Start").click()
    for number in range(8):
        wide[f"asked {number}"] = overflow(page)
        page.locator(".option:enabled").first.click()
        page.locator("[data-next]").wait_for()
        wide[f"told {number}"] = overflow(page)
        page.locator("[data-next]").click()
    page.locator(".result__points").wait_for()
    wide["result"] = overflow(page)

    assert {place: pixels for place, pixels in wide.items() if pixels > 0} == {}
