"""The names among GUM's mentions.

GUM marks every mention ("the acclaimed South Korean actress X"); a name is the part of it around its head
that is a proper name ("X"). Titles of persons are left out, so that one person is the same span everywhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.generation.training.conllu import Name, Sentence, Token
from quizapp.generation.training.words import words

KINDS = {"person": "PERSON", "organization": "ORG", "place": "PLACE", "event": "EVENT"}


def with_gum_names(sentence: Sentence) -> Sentence:
    """The sentence with the names among its mentions; where two overlap, the longer one."""
    tokens = sentence.tokens
    found = [name for start, end, kind in _mentions(tokens) if (name := _name_in(tokens, start, end, kind))]
    return replace(sentence, names=_apart(found))


def _mentions(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Start, end and entity type of GUM's mentions: "(7-person-..." opens number 7, "7)" closes it."""
    opened: list[tuple[str, str, int]] = []
    for index, token in enumerate(tokens):
        annotation = re.search(r"(?:^|\|)Entity=([^|]*)", token.misc)
        for opening, closing in re.findall(r"\(([^()]+)|([^()]*)\)", annotation[1] if annotation else ""):
            if opening:
                number, _, rest = opening.partition("-")
                opened.append((number.partition("[")[0], rest.partition("-")[0], index))
                continue
            number = closing.partition("[")[0]
            place = next((i for i in reversed(range(len(opened))) if number in ("", opened[i][0])), None)
            if place is not None:
                _, kind, start = opened.pop(place)
                yield start, index + 1, kind


def _name_in(tokens: Sequence[Token], start: int, end: int, kind: str) -> Name | None:
    if kind == "time":
        return _date_in(tokens, start, end)
    head = next(
        (i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i), None
    )
    if head is None or not (tokens[head].upos == "PROPN" or "ExtPos=PROPN" in tokens[head].feats):
        return None
    first, last = _Reach(tokens, head, kind).grown(start, end - 1)
    while kind == "person" and first < last and tokens[first].form.lower().strip(".") in words("titles"):
        first += 1
    whole = "ExtPos=PROPN" in tokens[head].feats
    if tokens[first].form.lower() in ("the", "a", "an") and first < last and not whole:
        first += 1
    if not any(re.search(r"[A-Za-z]", token.form) for token in tokens[first : last + 1]):
        return None
    return Name(first, last + 1, KINDS.get(kind) or _work_or_else(tokens, first, last))


def _date_in(tokens: Sequence[Token], start: int, end: int) -> Name | None:
    """A date or period with a digit or a calendar word in it; "three years" is none."""
    while start < end and tokens[start].upos in ("ADP", "DET", "PUNCT", "SCONJ", "ADV"):
        start += 1
    while end > start and tokens[end - 1].upos == "PUNCT":
        end -= 1
    parts = {token.form.lower().strip(".") for token in tokens[start:end]}
    dated = any(word in words("calendar") or re.search(r"\d", word) for word in parts)
    clause = any(token.upos in ("VERB", "AUX", "PRON") for token in tokens[start:end])
    return (
        Name(start, end, "DATE")
        if dated and not clause and not parts & {*words("duration")} and end - start < 8
        else None
    )


class _Reach:
    """Grows a name from its head over neighbouring name words, and over links that join two of them."""

    def __init__(self, tokens: Sequence[Token], head: int, kind: str) -> None:
        self.tokens = tokens
        self.head = head
        self.kind = kind
        self.whole = "ExtPos=PROPN" in tokens[head].feats
        self.links = words("links_of_persons") if kind == "person" else words("links")

    def grown(self, leftmost: int, rightmost: int) -> tuple[int, int]:
        first = last = self.head
        while step := self._step(first, -1, leftmost, rightmost):
            first -= step
        while step := self._step(last, 1, leftmost, rightmost):
            last += step
        return first, last

    def _step(self, edge: int, way: int, leftmost: int, rightmost: int) -> int:
        """How many tokens the name grows beyond its edge: a name word, or up to two links and a name word."""
        reach = 0
        while leftmost <= edge + way * (reach + 1) <= rightmost and reach < 3:
            reach += 1
            if self._is_name_word(edge + way * reach):
                return reach
            if not self._joins(edge + way * reach, reach):
                return 0
        return 0

    def _is_name_word(self, index: int) -> bool:
        token = self.tokens[index]
        if token.upos == "PROPN":
            return True
        if self.kind == "person" or not (token.form[0].isupper() or token.form[0].isdigit()):
            return False
        if token.upos == "NUM":
            return self.whole or self.kind in ("event", "abstract", "object")
        return self.whole or token.upos not in ("DET", "ADP", "CCONJ", "PRON", "PUNCT", "AUX")

    def _joins(self, index: int, reach: int) -> bool:
        token = self.tokens[index]
        if token.form in ("-", "–", "/", "."):
            return reach == 1 and index > 0 and not self.tokens[index - 1].space_after
        if token.form in ("'s", "’s"):
            return reach == 1 and self.kind not in ("person", "place") and index > self.head
        return token.form.lower() in self.links and (reach == 1 or self.kind != "person")


def _work_or_else(tokens: Sequence[Token], first: int, last: int) -> str:
    """WORK where quotation marks or italics enclose the name, else MISC."""
    before = tokens[first - 1].form if first else ""
    after = {token.form for token in tokens[last + 1 : last + 4]}
    quoted = before in tuple("\"“'‘") and bool(after & set("\"”'’"))
    italic = any('rend:::"italic' in token.misc for token in tokens[max(0, first - 1) : first + 1])
    return "WORK" if quoted or italic else "MISC"


def _apart(found: list[Name]) -> tuple[Name, ...]:
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(found, key=lambda name: (name.start - name.end, name.start)):
        span = set(range(name.start, name.end))
        if not span & taken:
            taken |= span
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: name.start))
