"""What a database may not be able to keep, wherever a browser can send it."""

import pytest
from flask import Flask
from werkzeug.routing import IntegerConverter

from tests.web.rounds.somebody import Somebody

NOTHING_TO_READ = "text\0with U+0000"
# Hears of what happens until the browser goes away.
STREAMS = ("events",)


def addresses(app: Flask, method: str) -> list[str]:
    """Every address that answers the method, with the character in each part that can vary."""
    return [
        app.url_map.bind("localhost").build(
            rule.endpoint, {name: _part(rule, name) for name in rule.arguments}, method=method
        )
        for rule in app.url_map.iter_rules()
        if method in (rule.methods or ()) and not rule.endpoint.endswith(STREAMS)
    ]


def _part(rule: object, name: str) -> str | int:
    converter = rule._converters[name]  # type: ignore[attr-defined]
    return 10**30 if isinstance(converter, IntegerConverter) else NOTHING_TO_READ


def test_no_address_breaks_by_what_cannot_be_kept(app: Flask) -> None:
    somebody = Somebody(app)
    somebody.start()

    for address in addresses(app, "GET"):
        assert somebody.client.get(address).status_code < 500, address
        assert somebody.client.get(address, query_string={"q": NOTHING_TO_READ}).status_code < 500, address


def test_no_form_breaks_by_what_cannot_be_kept(app: Flask) -> None:
    somebody = Somebody(app)
    somebody.start()
    names = ("name", "password", "note", "title", "slug", "item", "option", "length", "reason", "q", "text")

    for address in addresses(app, "POST"):
        somebody.look("/packs/solar-system")
        answer = somebody.send(address, **dict.fromkeys(names, NOTHING_TO_READ))
        assert answer.status_code < 500, address


@pytest.mark.parametrize("path", ["/packs/a%00b", "/log-in?next=%00"])
def test_who_sends_one_is_told_so(app: Flask, path: str) -> None:
    answer = Somebody(app).look(path)

    assert answer.status_code == 400
    assert "U+0000" in answer.text
