"""Whose something is, by characters: what a genitive or a possessive pronoun means there."""

import re
from dataclasses import replace

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning

NOMINATIVES = {"its": "it", "his": "he", "her": "she"}
_GENITIVE = re.compile(r"['’]s?")


def bearer_of(
    line: Line, start: int, end: int, meaning: Meaning, types: tuple[EntityType, ...]
) -> Mention | None:
    """What the words mean whose it is; `its` means what `it` would mean there, `her` whom `she`."""
    text = line.text
    if nominative := NOMINATIVES.get(text[start:end].lower()):
        text, end = f"{text[:start]}{nominative.ljust(3)}{text[end:]}", start + len(nominative)
    elif genitive := _GENITIVE.match(text, end):
        text = f"{text[:end]}{' ' * len(genitive[0])}{text[genitive.end() :]}"
    return meaning.mention(replace(line, text=text), start, end, types)
