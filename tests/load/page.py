"""A page as a program fills it in: its forms, by where they go, with the fields that are set in them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """A form and what it would send: hidden fields, texts, chosen radio buttons; and its buttons."""

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
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif self.forms and given.get("name"):
            self._take(tag, given)

    def handle_data(self, data: str) -> None:
        if self._text:
            self.forms[-1].fields[self._text] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text:
            # The line break right after the tag is none of the text's.
            text = self.forms[-1].fields[self._text]
            self.forms[-1].fields[self._text] = text.removeprefix("\n")
            self._text = ""

    def _take(self, tag: str, given: dict[str, str]) -> None:
        name, value, form = given["name"], given.get("value", ""), self.forms[-1]
        is_choice = given.get("type") in {"radio", "checkbox"}
        if tag == "button" and "disabled" not in given:
            form.buttons.append((name, value))
        elif tag == "textarea":
            self._text = name
            form.fields[name] = ""
        elif tag == "input" and (not is_choice or "checked" in given):
            form.fields[name] = value
