"""One named thing of a document in the making: its names, and what the document says of it."""

from collections import Counter
from dataclasses import dataclass, field

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Mention
from quizapp.generation.extraction.classes import related, words
from quizapp.generation.extraction.evidence import Vote
from quizapp.packs.vocabulary import vocabulary

_RULERS = vocabulary("Emperor Empress Pope Tsar Czar Sultan Pharaoh Kaiser")
_ENOUGH = 2.0
_SOMETHING = 0.5
# So many times as much must be said for the type as for any other.
_CLEAR = 1.7


@dataclass
class Bearer:
    """A named thing with its votes; `usable` is false where the name tells nobody outside who is meant.

    `has_children`: somebody is called the child of who bears this very name.
    """

    name: str
    first_line: int = 0
    usable: bool = True
    names: Counter[str] = field(default_factory=Counter)
    votes: dict[EntityType, float] = field(default_factory=dict)
    kinds: dict[tuple[EntityType, str], float] = field(default_factory=dict)
    genders: Counter[str] = field(default_factory=Counter)
    with_the: int = 0
    without_the: int = 0
    has_children: bool = False
    _settled: tuple[EntityType | None, str] | None = field(default=None, repr=False, compare=False)

    def take(self, vote: Vote) -> None:
        """Counts a vote."""
        self._settled = None
        self.votes[vote.type] = self.votes.get(vote.type, 0) + vote.weight
        if vote.kind:
            said = vote.type, vote.kind
            self.kinds[said] = self.kinds.get(said, 0) + vote.weight

    def join(self, other: "Bearer") -> None:
        """Takes over all that was said of another name of the same thing."""
        self._settled = None
        self.names.update(other.names)
        self.genders.update(other.genders)
        for type_, weight in other.votes.items():
            self.take(Vote(type_, weight))
        for said, weight in other.kinds.items():
            self.kinds[said] = self.kinds.get(said, 0) + weight
        self.first_line = min(self.first_line, other.first_line)

    def settle(self) -> None:
        """Keeps type and kind as they are said so far: they are asked for again and again."""
        self._settled = None
        self._settled = self.type, self.kind

    @property
    def type(self) -> EntityType | None:
        """The type for which clearly most is said. Of persons only rulers are called "the" so-and-so."""
        if self._settled is not None:
            return self._settled[0]
        is_thing = self.takes_the and self.name.split()[0] not in _RULERS
        said = {t: w for t, w in self.votes.items() if t is not EntityType.PERSON or not is_thing}
        ranked = sorted(said.items(), key=lambda each: (-each[1], each[0]))
        if not ranked or ranked[0][1] < _ENOUGH:
            return None
        best, weight = ranked[0]
        rivals = [(t, w) for t, w in ranked[1:] if _CLEAR * w > weight]
        for type_ in (best, *(t for t, _ in rivals)):
            # "The museum lies in Ost": what is said of it as a place does not make it less a museum.
            kind = self._kind(type_)
            if all(related(kind, type_, (t,)) for t in {best, *(t for t, _ in rivals)}):
                return type_
        return None

    @property
    def kind(self) -> str:
        """The kind said most often of it, of those that tell something."""
        if self._settled is not None:
            return self._settled[1]
        return self._kind(self.type) if self.type else ""

    def _kind(self, type_: EntityType) -> str:
        vague = words("words", "vague")
        said = [(w, kind) for (t, kind), w in self.kinds.items() if t is type_ and kind not in vague]
        return max(said)[1] if said else ""

    @property
    def callings(self) -> frozenset[str]:
        """All that the document calls a person: painter, professor."""
        return frozenset(kind for type_, kind in self.kinds if type_ is EntityType.PERSON)

    @property
    def takes_the(self) -> bool:
        """Whether the document mostly writes it with an article."""
        return self.with_the > self.without_the

    def may_be(self, type_: EntityType) -> bool:
        """Whether nothing speaks for another type, and for a person something, or a name of several words."""
        if set(self.votes) - {type_}:
            return False
        if type_ is EntityType.PERSON:
            said = self.votes.get(type_, 0) >= _SOMETHING or " " in self.name
            return said and not self.takes_the
        if type_ is EntityType.PLACE:
            # "At Sylvania" may be a firm.
            return not self.votes or self.votes[type_] >= _SOMETHING
        return type_ is not EntityType.CHARACTER

    def mention(self, type_: EntityType) -> Mention:
        """What facts say of it: under its name, with the aliases that mean it in other documents too."""
        own = self.name.split() if type_ is EntityType.PERSON else ()
        told = (each for each in self.names if each != self.name and (_tells(each) or each in own[:1]))
        aliases = tuple(sorted(told))
        return Mention(self.name, type_, self.kind, aliases=aliases, takes_the=self.takes_the)


def _tells(alias: str) -> bool:
    return " " in alias or (alias.isupper() and len(alias) > 2)
