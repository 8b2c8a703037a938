"""Characters told apart from people: who is played in a work is nobody in the world."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.domain.fact import EntityType, Relation, Side
from quizapp.domain.text import folded
from quizapp.generation.extraction import Candidate, Mention

_PLAYED = "plays"


def as_characters(candidates: Sequence[Candidate], catalogue: Mapping[str, Relation]) -> list[Candidate]:
    """One document's candidates: what is said of those who are played there is said of them as characters.

    What only people can do is left out then: a plot is no biography.
    """
    played = _played(candidates)
    found = (_told(candidate, played, catalogue[candidate.relation]) for candidate in candidates)
    return [candidate for candidate in found if candidate]


def _played(candidates: Sequence[Candidate]) -> dict[str, Mention]:
    """Every name of a character that no actor bears."""
    cast = [each for each in candidates if each.relation == _PLAYED]
    actors = {folded(each.subject.name) for each in cast}
    return {
        folded(name): each.value
        for each in cast
        if isinstance(each.value, Mention)
        for name in (each.value.name, *each.value.aliases)
        if folded(name) not in actors
    }


def _told(candidate: Candidate, played: Mapping[str, Mention], relation: Relation) -> Candidate | None:
    sides: tuple[tuple[Side, Mention | str], ...] = (
        ("subject", candidate.subject),
        ("value", candidate.value),
    )
    for side, mention in sides:
        if not isinstance(mention, Mention) or mention.type is not EntityType.PERSON:
            continue
        character = played.get(folded(mention.name))
        if character is None:
            continue
        allowed = relation.subject if side == "subject" else relation.value
        if EntityType.CHARACTER not in allowed:
            return None
        told = replace(mention, type=EntityType.CHARACTER, kind=character.kind, within=character.within)
        candidate = replace(candidate, subject=told) if side == "subject" else replace(candidate, value=told)
    return candidate
