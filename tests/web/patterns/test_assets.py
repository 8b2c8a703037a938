import gzip
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quizapp.places import place
from quizapp.web.assets import Assets

STYLES = sorted((place("static") / "css").rglob("*.css"))
FORBIDDEN = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function")
SCRIPTS = sorted((place("static") / "js").rglob("*.js"))


def test_a_page_links_to_files_that_may_be_kept_for_ever(client: FlaskClient) -> None:
    page = client.get("/").text

    addresses = re.findall(r'(?:href|src)="(/assets/[^"]+)"', page)

    assert len(addresses) == 3
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert "Set-Cookie" not in answer.headers


def test_the_first_visit_is_light(client: FlaskClient) -> None:
    page = client.get("/")
    addresses = re.findall(r'(?:href|src)="(/assets/[^"]+)"', page.text)

    sent = len(page.data) + sum(len(client.get(address).data) for address in addresses)

    assert sent <= 60_000


def test_files_are_packed_for_browsers_that_can_unpack(client: FlaskClient) -> None:
    address = re.findall(r'href="(/assets/[^"]+css)"', client.get("/").text)[0]

    packed = client.get(address, headers={"Accept-Encoding": "gzip"})

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get(address).data


def test_another_edition_is_not_kept_under_this_name(client: FlaskClient) -> None:
    answer = client.get("/assets/0123456789ab/js/main.js")

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"


def test_an_unknown_file_is_not_found(client: FlaskClient) -> None:
    assert client.get("/assets/x/../config.py").status_code == 404
    assert client.get("/assets/x/nothing.js").status_code == 404


def test_a_change_of_any_file_changes_every_address(tmp_path: Path) -> None:
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "tokens.css").write_text("@layer base;")
    before = Assets(tmp_path).address("css/all.css")

    (tmp_path / "css" / "base.css").write_text("@layer base { p { color: red; } }")

    assert Assets(tmp_path).address("css/all.css") != before


def test_the_order_of_layers_is_declared_first() -> None:
    styles = Assets(place("static")).find("css/all.css")

    assert styles is not None
    assert styles.content.decode().index("@layer reset, base") < styles.content.decode().index("{")


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_every_style_sheet_names_its_layer(path: Path) -> None:
    text = path.read_text("utf8")

    assert "@layer" in text
    if path.name != "utilities.css":
        assert "!important" not in text


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_writes_markup_or_runs_text(path: Path) -> None:
    text = path.read_text("utf8")

    assert not [word for word in FORBIDDEN if word in text]


def test_every_module_that_a_page_names_is_known_and_there() -> None:
    main = (place("static") / "js" / "main.js").read_text("utf8")
    known = set(re.findall(r'"([a-z-]+)"', main.split("new Set(")[1].split(")")[0]))
    templates = Path(__file__).parents[3] / "quizapp" / "templates"

    named = {
        name
        for path in templates.rglob("*.html")
        for names in re.findall(r'data-module="([^"]+)"', re.sub(r"{%.*?%}", "", path.read_text("utf8")))
        for name in names.split()
    }

    assert named == known
    assert {path.stem for path in SCRIPTS} >= known
