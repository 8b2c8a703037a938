"""A sentence as the parse-driven patterns see it: its tree, its document, and the works that it speaks of."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.aliases import keys
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import kind_of
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.syntax.assertion import is_asserted
from quizapp.generation.extraction.syntax.proper import run, text_of
from quizapp.generation.extraction.syntax.titles import is_work_noun, title_after
from quizapp.generation.extraction.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = "“”‘’\"', "
_THE = ("the", "this")
_SAME = ("new", "whole", "entire", "acclaimed", "romantic")


@dataclass(frozen=True)
class Seen:
    """One sentence with its tree, in its document."""

    scene: Scene
    line: Line
    tree: Tree

    @cached_property
    def main(self) -> Mention | None:
        """The work that the document is about."""
        return self.scene.main

    def is_said(self, word: "Token") -> bool:
        """Whether the sentence states on its own word what that word tells."""
        return self.line.is_plain(word.idx) and is_asserted(self.tree, word)

    def work(self, word: "Token") -> Mention | None:
        """The work that the word means: by its title, or as `the series`, `it`, the one of the document."""
        if word.lower_ == "it":
            return self.main if self.scene.is_of_main(self.line) else None
        if is_work_noun(word):
            if title := title_after(self.tree, word):
                return self.known(Mention(title.name, EntityType.WORK, title.kind))
            return self.main if self._is_the_one(word) and self.scene.is_of_main(self.line) else None
        return self._titled(word)

    def known(self, work: Mention) -> Mention:
        """The document's own work where the title is its title, else the work itself."""
        if self.main and keys(work.name, EntityType.WORK) & keys(self.main.name, EntityType.WORK):
            return Mention(work.name, EntityType.WORK, self.main.kind)
        return work

    def _is_the_one(self, noun: "Token") -> bool:
        """Whether `the series` stands there, with no word that tells it from another: `the first film`."""
        if noun.tag_ == "NNS" or self.tree.has(noun, "nmod", "nummod", "acl:relcl"):
            return False
        if any(below.lower_ not in _SAME for below in self.tree.of(noun, "amod")):
            return False
        kind = kind_of(noun.lower_)
        fits = not (kind and self.main and self.main.kind) or kind == self.main.kind
        return fits and any(below.lower_ in _THE for below in self.tree.of(noun, "det", "nmod:poss"))

    def _titled(self, word: "Token") -> Mention | None:
        found = run(self.tree, word)
        if found is None:
            return None
        name = text_of(self.tree, found).strip(_MARKS)
        is_quoted = self.tree.text[self.tree.words[found[0]].idx] in "“‘\"'"
        return self.known(Mention(name, EntityType.WORK)) if is_quoted or self._is_main(name) else None

    def _is_main(self, name: str) -> bool:
        return bool(self.main and keys(name, EntityType.WORK) & keys(self.main.name, EntityType.WORK))

    def candidate(
        self, subject: Mention, relation: str, value: Mention | str, pattern: str, scope: str = ""
    ) -> Candidate:
        """What the sentence states."""
        line = self.line
        return Candidate(
            subject, relation, value, line.paragraph, line.sentence, pattern, scope, witness="syntax"
        )


def person(name: str, kind: str = "") -> Mention:
    """A person by that name."""
    return Mention(name, EntityType.PERSON, kind)


def nickname_of(name: str) -> tuple[str, ...]:
    """The other names that a nickname inside a full name makes: Hiroshi “Hiro” Takada."""
    found = re.fullmatch(r"(\S+) [“\"‘'(](\S+)[”\"’')] (.+)", name)
    return (f"{found[2]} {found[3]}", f"{found[1]} {found[3]}", found[2]) if found else ()
