"""A page as a program fills it in: its forms, by where they go, with the fields that are set in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form and what it would send: hidden fields, chosen radio buttons, and its buttons to choose from."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


def form_to(page: str, ending: str) -> Form:
    """The form of the page whose address ends so."""
    reader = _Reader()
    reader.feed(page)
    return next(form for form in reader.forms if form.action.endswith(ending))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif self.forms and given.get("name"):
            self._take(tag, given)

    def _take(self, tag: str, given: dict[str, str]) -> None:
        name, value, form = given["name"], given.get("value", ""), self.forms[-1]
        is_choice = given.get("type") in {"radio", "checkbox"}
        if tag == "button" and "disabled" not in given:
            form.buttons.append((name, value))
        elif tag == "input" and (not is_choice or "checked" in given):
            form.fields[name] = value
