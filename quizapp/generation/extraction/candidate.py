"""A fact as one sentence puts it: names as written, not yet entities."""

from dataclasses import dataclass
from typing import Literal

from quizapp.domain.fact import EntityType

# Two kinds of reading that fail in different ways: characters that stand side by side, and the parse.
Witness = Literal["surface", "syntax"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text with what the sentence tells about its bearer; `within` is the name of a whole."""

    name: str
    type: EntityType
    kind: str = ""
    within: str = ""
    aliases: tuple[str, ...] = ()
    takes_the: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Subject, relation, value (a mention or a literal), and the sentence that says so.

    `as_of` is the year for which the sentence says it, where it changes with time.
    """

    subject: Mention
    relation: str
    value: Mention | str
    paragraph: int
    sentence: int
    pattern: str
    scope: str = ""
    witness: Witness = "surface"
    as_of: str = ""
