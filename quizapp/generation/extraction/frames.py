"""Frames: how clauses state a relation, written once in the catalogue and read by characters and by parse.

`says = ["{value} [found|establish] {subject}", "{subject} [be found|establish] by {value}"]`

Between the two slots stand, in square brackets, the verbs as lemmas (`be` before them makes them passive;
`be` alone is the copula) and the words up to the second slot; words after the second slot must follow it.
`first` before the verbs must stand before them in the text too: what was first held is held again.
`|` separates alternatives. Articles are left out. A frame holds for every tense that states a fact, for
passives cut down to their participle (`X, founded in 1871 by Y`), and, of the copula, for appositions (`X,
the capital of Y`): both readers see to that.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from quizapp.domain.fact import Side
from quizapp.errors import Malformed

_FRAME = re.compile(
    r"\{(?P<first>subject|value)\} \[(?P<verbs>[a-z_|]+(?: [a-z_|]+)*)\] ?(?P<words>[\w|’' -]*?) ?"
    r"\{(?P<last>subject|value)\}(?P<after>(?: [\w|’'-]+)*)"
)

_OF_FIELDS = frozenset({"study", "teach", "lecture", "tutor", "train"})

Words = tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Frame:
    """A way to state a relation: who stands first, the verbs, the words between, and who stands last.

    `only_first`: the verb has `first` before it.
    """

    relation: str
    first: Side
    verbs: frozenset[str]
    passive: bool
    words: Words
    after: Words
    only_first: bool = False

    @cached_property
    def last(self) -> Side:
        """The side of the slot after the verb."""
        return "value" if self.first == "subject" else "subject"

    @property
    def is_copula(self) -> bool:
        """Whether the frame says what something is, and not what it does or what is done to it."""
        return self.verbs == {"be"} and not self.passive

    @property
    def takes_field(self) -> bool:
        """Whether a field may stand behind the verb: `studied physics and botany at`."""
        return bool(self.words) and not self.passive and self.verbs <= _OF_FIELDS

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
    *helpers, lemmas = found["verbs"].split(" ")
    if not set(helpers) <= {"be", "first"}:
        raise Malformed(f"says {text!r}: before the verbs only `be` and `first` may stand")
    first: Side = "subject" if found["first"] == "subject" else "value"
    return Frame(
        relation,
        first,
        frozenset(lemmas.replace("_", " ").split("|")),
        "be" in helpers,
        _alternatives(found["words"]),
        _alternatives(found["after"]),
        "first" in helpers,
    )


def holds(frame: Frame, rivals: Iterable[Frame], is_first: bool) -> bool:
    """Whether the frame holds for its verb with, or without, `first` before it.

    Behind `first` a frame that asks for the word drives out those that do not.
    """
    if frame.only_first or not is_first:
        return frame.only_first == is_first
    return not any(
        rival.only_first and rival.passive == frame.passive and rival.verbs & frame.verbs for rival in rivals
    )


def _alternatives(text: str) -> Words:
    return tuple(frozenset(word.split("|")) for word in text.split())
