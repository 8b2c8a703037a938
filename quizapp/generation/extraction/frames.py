"""Frames: how clauses state a relation, written once in the catalogue and read by characters and by parse.

`says = ["{value} [found|establish] {subject}", "{subject} [be found|establish] by {value}"]`

Between the two slots stand, in square brackets, the verbs as lemmas (`be` before them makes them passive;
`be` alone is the copula) and the words up to the second slot; words after the second slot must follow it.
`|` separates alternatives. Articles are left out. A frame holds for every tense that states a fact, for
passives cut down to their participle (`X, founded in 1871 by Y`), and, of the copula, for appositions (`X,
the capital of Y`): both readers see to that.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from quizapp.domain.fact import Side
from quizapp.errors import Malformed

_FRAME = re.compile(
    r"\{(?P<first>subject|value)\} \[(?P<verbs>[a-z_|]+(?: [a-z_|]+)*)\] ?(?P<words>[\w|’' -]*?) ?"
    r"\{(?P<last>subject|value)\}(?P<after>(?: [\w|’'-]+)*)"
)

Words = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Frame:
    """A way to state a relation: who stands first, the verbs, the words between, and who stands last."""

    relation: str
    first: Side
    verbs: frozenset[str]
    passive: bool
    words: Words
    after: Words

    @cached_property
    def last(self) -> Side:
        """The side of the slot after the verb."""
        return "value" if self.first == "subject" else "subject"

    @property
    def is_copula(self) -> bool:
        """Whether the frame says what something is, and not what it does or what is done to it."""
        return self.verbs == {"be"} and not self.passive

    @property
    def takes_object(self) -> bool:
        """Whether the last slot is the verb's own object: no word stands between them."""
        return not self.words


def frame(relation: str, text: str) -> Frame:
    """The frame that a text in the catalogue writes; Malformed says what a frame looks like."""
    found = _FRAME.fullmatch(text)
    if found is None or found["first"] == found["last"]:
        raise Malformed(
            f"says {text!r} is no frame; write one as {{subject}} [be found|establish] by {{value}}"
        )
    verbs = found["verbs"].split(" ", 1)
    passive = verbs[0] == "be" and len(verbs) > 1
    lemmas = verbs[1] if passive else found["verbs"]
    first: Side = "subject" if found["first"] == "subject" else "value"
    return Frame(
        relation,
        first,
        frozenset(lemmas.replace("_", " ").split("|")),
        passive,
        _alternatives(found["words"]),
        _alternatives(found["after"]),
    )


def _alternatives(text: str) -> Words:
    return tuple(frozenset(word.split("|")) for word in text.split())
