"""Which fuller name of the document a shorter one stands for: surnames, first names, `the Tower`, `WHO`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.bearer import Bearer
from quizapp.generation.extraction.classes import known, nouns, singular, words
from quizapp.generation.extraction.evidence import TITLED, Vote
from quizapp.generation.extraction.spans import SHIP

_SURNAME_ALONE = 1.5
_TOO_MUCH = 2.5
_A_SHIP = 3.0

# "The Angara" is the Angara River.
_WATERS = ("River", "Sea", "Ocean", "Desert", "Mountains", "Canal", "Strait")

_HEIGHTS = ("Lake", "Mount", "River")

_CLUB = re.compile(
    r"(?P<bare>.+) (?:F\.?C\.?|A\.?F\.?C\.?"
    r"|(?:(?:Association )?Football|Rugby|Cricket|Athletic|Hockey|Rowing) Club)"
)
_Fuller = Mapping[str, list[Bearer]]


def unite(
    bearers: dict[str, Bearer],
    title: str,
    initials: Mapping[str, str],
    others: Iterable[tuple[str, str]] = (),
) -> None:
    """Lets every name point to the bearer whom it means here.

    `initials` come with their names, `others` are two names of one person, first the one to be shown.
    """
    _hear_surnames(bearers)
    for shown, other in others:
        _unite_names(bearers, shown, other, title)
    _unite_middle_names(bearers, title)
    _unite_with_place(bearers)
    _unite_clubs(bearers)
    ships = _bare_ships(bearers)
    for _, ship in ships:
        bearers[ship].take(Vote(EntityType.THING, _A_SHIP, "ship"))
    for short, full in (*initials.items(), *ships):
        _point(bearers, short, bearers[full])
    fuller = _by_parts(bearers.values())
    for name in list(bearers):
        lone = bearers[name]
        if lone.name != name or len(name.split()) > 2:
            continue
        others_called_so = _without(lone, fuller.get(name, ()), bearers)
        whole = _whole(lone, others_called_so, title)
        if whole is not None:
            _point(bearers, name, whole)
        elif (is_generic(name) and not _is_a_title(lone)) or _is_shared(lone, others_called_so):
            lone.usable = False


def _without(lone: Bearer, fuller: Iterable[Bearer], bearers: Mapping[str, Bearer]) -> list[Bearer]:
    """The bearers of fuller names that are others, each once, also where two such names mean one."""
    found = {id(whole): whole for each in fuller if (whole := bearers[each.name]) is not lone}
    return list(found.values())


def _unite_names(bearers: dict[str, Bearer], shown: str, other: str, title: str) -> None:
    """Two names that the text gives one person: the one in the title is shown."""
    if other in title and shown not in title:
        shown, other = other, shown
    both = [bearers[name] for name in (shown, other) if name in bearers]
    if len(both) == 2 and not any(set(each.votes) - {EntityType.PERSON} for each in both):
        _point(bearers, other, both[0])


def is_generic(name: str) -> bool:
    """Whether a name is a class noun with a capital, such as `the Tower`, `National Museum`."""
    first, _, rest = name.casefold().partition(" ")
    plain = rest if rest and first.title() in words("words", "everywhere") else name.casefold()
    return plain in nouns() or singular(plain) in nouns()


def _hear_surnames(bearers: Mapping[str, Bearer]) -> None:
    """A name of two to four words whose last word stands alone elsewhere is likely a person's."""
    for name, bearer in bearers.items():
        said = name.split()
        if not 2 <= len(said) <= 4 or "of" in said or name in known() or said[0] in known():
            continue
        alone = bearers.get(said[-1])
        if set(bearer.votes) - {EntityType.PERSON}:
            continue
        if alone is None or is_generic(alone.name) or alone.name in known() or alone.with_the:
            continue
        if all(t is EntityType.PERSON or weight < _SURNAME_ALONE for t, weight in alone.votes.items()):
            bearer.take(Vote(EntityType.PERSON, _SURNAME_ALONE))


def _unite_middle_names(bearers: dict[str, Bearer], title: str) -> None:
    """`Brock Wyatt Holt` and `Brock Holt`, `Ada Holt FRS` and `Ada Holt` are one; the commoner is shown.

    Parents often share a child's first name, and stay another person.
    """
    same: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for name, bearer in bearers.items():
        said = re.sub(r",? (?:FRS|OBE|MBE|CBE|PhD|Jr\.?|Sr\.?)$", "", name).split()
        if 2 <= len(said) <= 5 and "of" not in said:
            same[said[0], said[-1]].append(bearer)
    for each in same.values():
        people = [bearer for bearer in each if bearer.type is EntityType.PERSON]
        if len(people) == 2 and set(people[0].name.split()) & set(people[1].name.split()):
            by_use = sorted(people, key=lambda b: (b.name not in title, -b.names[b.name], -len(b.name)))
            chosen, other = by_use
            is_parent = chosen.has_children or other.has_children
            if len(chosen.name.split()) != len(other.name.split()) and not is_parent:
                _point(bearers, other.name, chosen)


def _unite_with_place(bearers: dict[str, Bearer]) -> None:
    """`the Corbel Theatre of Ost` and `the Corbel Theatre` are one, where no other is called so."""
    longer: dict[str, list[Bearer]] = defaultdict(list)
    for name, bearer in bearers.items():
        head, of, _ = name.partition(" of ")
        if of and " " in head and head in bearers and not is_generic(head):
            longer[head].append(bearer)
    for head, each in longer.items():
        short, types = bearers[head], {bearers[head].type, each[0].type} - {None}
        are_alike = len(each) == 1 and len(types) == 1 and types != {EntityType.PERSON}
        if are_alike and each[0].first_line <= short.first_line:
            _point(bearers, head, each[0])


def _unite_clubs(bearers: dict[str, Bearer]) -> None:
    """`Corbel Rovers Football Club` and `Corbel Rovers` are one, but for a place that is called so too."""
    for name in list(bearers):
        found = _CLUB.fullmatch(name)
        bare = bearers.get(found["bare"]) if found else None
        if bare and " " in bare.name and not set(bare.votes) - {EntityType.ORGANISATION}:
            _point(bearers, name, bare)


def _bare_ships(bearers: Mapping[str, Bearer]) -> list[tuple[str, str]]:
    """`the Skua` with `SS Skua`, unless it is better known for something else and stands without article."""
    found = []
    for name in bearers:
        _, _, bare = name.partition(" ")
        lone = bearers.get(bare)
        if SHIP.match(name) and lone and (lone.takes_the or (bare not in known() and not lone.votes)):
            found.append((bare, name))
    return found


def _by_parts(bearers: Iterable[Bearer]) -> _Fuller:
    """The longer names, by their first word and by their last one and two words."""
    found: dict[str, dict[int, Bearer]] = defaultdict(dict)
    for bearer in bearers:
        for name in bearer.names:
            said = name.split()
            # What Eleanor of Skell is called by is her first name alone.
            parts = (said[0],) if said[1:2] == ["of"] else (said[0], said[-1], " ".join(said[-2:]))
            for part in parts:
                if part != name:
                    found[part][id(bearer)] = bearer
    return {part: list(each.values()) for part, each in found.items()}


def _whole(lone: Bearer, fuller: list[Bearer], title: str) -> Bearer | None:
    """The one bearer of a fuller name that the lone one stands for; it must have been named before."""
    if not fuller or lone.name in known():
        return None
    if is_generic(lone.name) and (lone.takes_the or " " in lone.name):
        chosen = [each for each in fuller if each.type and each.type is not EntityType.PERSON]
        chosen = [each for each in chosen if not is_generic(each.name)]
    elif lone.takes_the:
        chosen = [each for each in fuller if each.name in (f"{lone.name} {water}" for water in _WATERS)]
        chosen = chosen or [each for each in fuller if _is_model(each, lone, title)]
    elif any(t is not EntityType.PERSON and weight > _TOO_MUCH for t, weight in lone.votes.items()):
        return None
    elif whole := [each for each in fuller if each.name in (f"{first} {lone.name}" for first in _HEIGHTS)]:
        chosen = whole if lone.kind in ("", whole[0].kind) and whole[0].name in title else []
    else:
        people = [each for each in fuller if each.type is EntityType.PERSON]
        by_last = [each for each in people if each.name.endswith(f" {lone.name}") and " of " not in each.name]
        chosen = by_last or (people if len(lone.name.split()) == 1 else [])
        if len(chosen) > 1:
            chosen = [each for each in chosen if any(name in title for name in each.names)]
    if len(chosen) != 1 or (lone.first_line and chosen[0].first_line > lone.first_line):
        return None
    return chosen[0]


def _is_model(whole: Bearer, lone: Bearer, title: str) -> bool:
    """Whether the thing in the title goes by the end of its name: `the Merlin`, of the Falk Merlin."""
    return (
        whole.type is EntityType.THING
        and whole.name in title
        and whole.name.endswith(f" {lone.name}")
        and not set(lone.votes) - {EntityType.THING, EntityType.PERSON}
    )


def _is_a_title(lone: Bearer) -> bool:
    """Whether a class noun is the title of a work: `the film Parasite`, `her ballet The Cat`."""
    said = lone.votes.get(EntityType.WORK, 0)
    return lone.type is EntityType.WORK and (not lone.with_the or said >= TITLED)


def _is_shared(lone: Bearer, fuller: list[Bearer]) -> bool:
    """Whether several people of the document bear it."""
    people = sum(bearer.type is EntityType.PERSON for bearer in fuller)
    return people > 0 and lone.type in (None, EntityType.PERSON) and lone.name not in known()


def _point(bearers: dict[str, Bearer], name: str, whole: Bearer) -> None:
    other = bearers[name]
    if other is not whole:
        whole.join(other)
        for each in other.names:
            bearers[each] = whole
        bearers[name] = whole
