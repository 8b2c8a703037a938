"""Characters told apart from people: who is played in a work is nobody in the world."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizapp.domain.fact import EntityType, Relation, Side
from quizapp.domain.text import folded
from quizapp.generation.extraction import Candidate, Mention
from quizapp.generation.extraction.story import STORY

_PLAYED = "plays"
_NICKNAME = re.compile('[“"(]')


def as_characters(candidates: Sequence[Candidate], catalogue: Mapping[str, Relation]) -> list[Candidate]:
    """One document's candidates: what is said of those who are played there is said of them as characters.

    What only people can do is left out then: a plot is no biography.
    """
    played = _played(candidates)
    found = (
        _in_story(candidate, played)
        if candidate.pattern == STORY
        else _told(candidate, played, catalogue[candidate.relation])
        for candidate in candidates
    )
    return [candidate for candidate in found if candidate]


def _in_story(candidate: Candidate, played: Mapping[str, Mention]) -> Candidate | None:
    """What one character is to another; whoever is tied to a character is one. Nothing of other people."""
    sides = [each for each in (candidate.subject, candidate.value) if isinstance(each, Mention)]
    people = [each for each in sides if each.type is EntityType.PERSON]
    known = [character for each in people if (character := _called(each.name, played))]
    if not known:
        return None
    subject = _as_one(candidate.subject, played, known[0])
    value = candidate.value
    if isinstance(value, Mention) and value.type is EntityType.PERSON:
        value = _as_one(value, played, known[0])
    return replace(candidate, subject=subject, value=value)


def _as_one(mention: Mention, played: Mapping[str, Mention], other: Mention) -> Mention:
    called = _called(mention.name, played)
    if called and called.aliases and _NICKNAME.search(called.name):
        # Everybody else writes the nickname or the name, and not both.
        return replace(called, name=called.aliases[0], aliases=(called.name, *called.aliases[1:]))
    return called or replace(mention, type=EntityType.CHARACTER, kind=other.kind, within=other.within)


def _called(name: str, played: Mapping[str, Mention]) -> Mention | None:
    """The character of that name, or the only one of whose name it is a part."""
    if exact := played.get(folded(name)):
        return exact
    found = {each.name: each for each in played.values() if folded(name) in folded(each.name).split()}
    return next(iter(found.values())) if len(found) == 1 else None


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
