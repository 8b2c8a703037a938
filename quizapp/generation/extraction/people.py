"""What documents say about people in passing: where else they appeared, whence they come, what they do."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.classes import nouns
from quizapp.generation.extraction.names import (
    COUNTRIES,
    DEMONYM,
    FULL_NAME,
    NAME,
    WORK_WORDS,
    is_described,
    kind_of,
    person,
    works,
)
from quizapp.generation.extraction.nationality import tells_origin
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.slots import Meaning

_KNOWN_FOR = re.compile(
    r"\bknown for (?:(?:his|her|their) )?(?:(?:[a-z]+ )?(?P<how>roles?|starring|performances?"
    r"|appearances?|work)\b)?"
    rf"(?: alongside (?P<partner>{FULL_NAME}))? ?(?:in )?(?P<loose>)"
)
# One can be seen in a town: there the words after it must say that they name works.
_SEEN_IN = re.compile(
    r"\b(?:(?P<loose>seen|appeared)|starred|starring|roles?) (?:in|alongside (?P<partner>[^,]+?) in) "
)
_INTRODUCED = re.compile(
    rf"^(?:[\w’'-]+ ){{0,8}}?(?:(?P<noun>{WORK_WORDS})s?,? |[\w’'-]+, )?(?:like|such as|including) "
)
_HERE = re.compile(r"\b(?:He|She|The (?:actor|actress|star))\b")
_WORDS = r"(?:(?!(?:the|an?|of|in|to|by|with|for|from|was|is|had|who)\b)[a-z][\w-]*,? ){0,3}"
_CALLING = rf"{_WORDS}?(?P<calling>[a-z][\w-]*)"
_FROM = (
    re.compile(rf"\b(?P<from>{DEMONYM}) {_CALLING} (?P<name>{FULL_NAME})"),
    re.compile(
        rf"(?P<name>{FULL_NAME})(?:,| \([^()]*\)| (?:is|was)| \([^()]*\) (?:is|was)) an? {_WORDS}"
        rf"(?P<from>{DEMONYM}) {_WORDS}?(?P<calling>[a-z][\w-]*)(?![\w-])"
    ),
)
_TRADE = (
    r"(?P<trade>[a-z]+(?:ist|tier|chef|baker|teacher|lawyer|doctor|nurse|bartender|therapist|detective))\b"
)
_WORKS_AS = re.compile(
    rf"(?P<name>{NAME})(?:, | (?:is|was) )an? (?:[a-z][\w-]* ){{0,2}}?{_TRADE}"
    r"(?= who| whose| with|,|\.| played| dealing| but)"
)
_AT_WORK = re.compile(rf"(?P<name>{NAME}) works in “[^“”]+” as (?P<what>an? {_TRADE})\.")


def appearances(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X is known for roles in A and B`, `the actress was seen in titles such as C`."""
    for pattern in (_KNOWN_FOR, _SEEN_IN):
        for found in pattern.finditer(line.text):
            actor = _who(scene, line, found.start())
            if actor is None or not line.is_stated(found.start()) or not _is_acting(found, line):
                continue
            people = [actor]
            if partner := person(found["partner"] or ""):
                people.append(partner)
            rest = line.text[found.end() :]
            introduced = _INTRODUCED.match(rest)
            kind_said = kind_of(introduced["noun"] or "") if introduced else ""
            if found["loose"] and not introduced and not is_described(rest):
                continue
            listed = works(rest[introduced.end() :] if introduced else rest)
            titles = [(name, kind or kind_said) for name, kind in listed if name not in scene.actors]
            for name, kind in titles:
                for who in people:
                    mention = Mention(who, EntityType.PERSON, "actor")
                    value = Mention(name, EntityType.WORK, kind)
                    yield Candidate(
                        mention, "appears_in", value, line.paragraph, line.sentence, "appearances"
                    )


def origins(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`the French chemist X`, `X was an acclaimed French chemist`: where a person comes from."""
    for pattern in _FROM:
        for found in pattern.finditer(line.text):
            country, name = COUNTRIES.get(found["from"], ""), person(found["name"])
            is_calling = nouns().get(found["calling"]) is EntityType.PERSON
            is_told = tells_origin(found["calling"], line.text[found.end() :])
            if country and name and is_calling and is_told and line.is_stated(found.start("calling")):
                place = Mention(
                    country.removeprefix("the "),
                    EntityType.PLACE,
                    "country",
                    takes_the=country.startswith("the "),
                )
                who = Mention(name, EntityType.PERSON, "actor" if name in scene.actors else "")
                yield Candidate(who, "comes_from", place, line.paragraph, line.sentence, "origin")


def trades(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`Y, a gifted psychologist`: what a character of the main work does."""
    if scene.main is None:
        return
    for found in _WORKS_AS.finditer(line.text):
        name = person(found["name"], single=True)
        if name and name not in scene.actors and line.is_stated(found.start("trade")):
            article = "an" if found["trade"][0] in "aeiou" else "a"
            who = Mention(name, EntityType.CHARACTER, "character", scene.main.name)
            yield Candidate(
                who, "works_as", f"{article} {found['trade']}", line.paragraph, line.sentence, "trade"
            )


def at_work(line: Line, meaning: Meaning) -> Iterator[Candidate]:
    """`X works in “The Pier” as a baker`: what a character of that work does."""
    for found in _AT_WORK.finditer(line.text):
        who = meaning.mention(line, *found.span("name"), (EntityType.CHARACTER,))
        if who and line.is_stated(found.start("what")):
            yield Candidate(who, "works_as", found["what"], line.paragraph, line.sentence, "at work")


def _is_acting(found: re.Match[str], line: Line) -> bool:
    """Whether the words before a list of titles speak of acting, not of directing or liking."""
    if found.re is not _KNOWN_FOR:
        return True
    how = found["how"] or ""
    acts = re.search(r"\b(?:actor|actress)\b[^,;]*$", line.text[: found.start()])
    return how not in ("", "work") or bool(acts)


def _who(scene: Scene, line: Line, at: int) -> str | None:
    """The one actor whom the words before a place speak of: by name, or by pronoun after a name."""
    named = _last_actor(scene, line.text[:at])
    if named:
        return named
    if _HERE.search(line.text[:at]):
        return _only_actor(scene, line.before)
    return None


def _last_actor(scene: Scene, text: str) -> str | None:
    places = {actor: text.rfind(actor) for actor in scene.actors}
    best = max(places, key=lambda actor: (places[actor], actor), default=None)
    return best if best and places[best] >= 0 else None


def _only_actor(scene: Scene, text: str) -> str | None:
    found = [actor for actor in scene.actors if actor in text]
    return found[0] if len(found) == 1 else None
