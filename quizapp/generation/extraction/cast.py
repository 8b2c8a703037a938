"""Who plays whom: `X plays Y`, `played by X`, `Y (X)`, `X as the cousin of Y`."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.channels import CHANNELS
from quizapp.generation.extraction.names import (
    DEMONYM,
    FULL_NAME,
    NAME,
    TITLE_HERE,
    UPPER,
    WORD,
    WORK_WORDS,
    person,
    title,
    works,
)
from quizapp.generation.extraction.scene import Line, Scene

_THE_ROLE = r"(?:the (?:role|part|character) of )?"
_CHARACTER = rf"(?P<character>{NAME})(?![\w’'-])"
_ACTOR = rf"(?P<actor>{FULL_NAME})(?![\w’'-])"

_PLAYS = (
    re.compile(rf"(?P<actor>{NAME}) (?P<verb>plays|portrays|stars as|appears as) {_THE_ROLE}{_CHARACTER}"),
    re.compile(rf"\b[Tt]he (?:role|part) of {_CHARACTER} (?P<verb>is|was) played by {_ACTOR}"),
    re.compile(rf"{_CHARACTER},? (?:is |was )?(?P<verb>played|portrayed) by {_ACTOR}"),
    re.compile(
        rf"{_CHARACTER}, (?:an?|the) (?:[a-z][\w-]*,? ){{1,8}}(?P<verb>played|portrayed) by "
        rf"(?:(?:{DEMONYM}) )?{_ACTOR}"
    ),
)
_ROLE_IN_WORK = re.compile(
    rf"(?P<actor>{NAME})(?:,? (?:who )?(?:is|was) (?:\w+ )?known)? for (?:his|her|their) "
    rf"(?:role|part|performance|turn) as "
    rf"(?P<character>{NAME}) in (?P<work>{TITLE_HERE})"
)
_OWN_CHARACTER = re.compile(rf"(?P<actor>{FULL_NAME})['’]s (?P<character>{FULL_NAME})(?:,| is | was )")
_BRACKETED = re.compile(rf"(?P<character>{NAME})(?:,? or (?P<alias>{WORD}))? \((?P<actor>{FULL_NAME})\)")
_SEVERAL = 3
_BILLED = re.compile(
    rf"(?:It|The (?:{WORK_WORDS})|(?P<title>{TITLE_HERE})) (?:stars|starred) "
    rf"(?P<names>{FULL_NAME}(?:, {FULL_NAME})*(?:,? and {FULL_NAME})?)"
)
_LISTED = re.compile(rf"[*•–-]? ?(?P<actor>{FULL_NAME}) as (?P<character>{NAME})(?:[,:–-] .*)?")
_PART = re.compile(
    rf"(?P<actor>{FULL_NAME}) as "
    rf"(?P<part>(?:the (?:[a-z]+['’]s )?|{WORD}['’]s )(?:[a-z][\w’'-]*)(?: (?!and\b|who\b"
    rf"|in\b|with\b)[a-z][\w’'-]*){{0,4}})(?=[,.;]| and )"
)
_BY_PRONOUN = re.compile(r"\b(?:He|She|The (?:actor|actress|star))\b")
_ALONGSIDE = re.compile(
    rf"\b(?P<how>starring|starred|stars|appeared|appears) alongside (?P<partner>{FULL_NAME}) in "
    r"(?P<works>the .+)"
)
_ALONGSIDE_LAST = re.compile(
    rf"\b(?P<how>role|starring|starred|appeared) in (?P<works>the [^,;]+?) alongside (?:{WORD}['’]s )?"
    rf"(?P<partner>{FULL_NAME})(?=[.,;]| (?:and|in|at)\b|$)"
)
_CHANNEL = "|".join(sorted(map(re.escape, CHANNELS), key=len, reverse=True))
_NOT_YET = re.compile(
    rf"\b(?:has|have) (?:yet to|never) (?:ma[dk]e (?:his|her|their) (?P<one>{_CHANNEL}) debut"
    rf"|(?:star|appear|starred|appeared) (?:in an? |on )(?P<other>{_CHANNEL}))\b"
)
_CAST_WORDS = re.compile(r"\b(?:cast|starring|stars|including|featur\w+|role|roles)\b", re.IGNORECASE)


def plays(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X plays Y`, `the role of Y is played by X`, `Y, a doctor played by X`: in the document's main work."""
    for pattern in _PLAYS:
        for found in pattern.finditer(line.text):
            if line.is_stated(found.start("verb")):
                yield from _cast(scene, line, found["actor"], found["character"], "plays")


def role_in_work(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X for his role as Y in Z`: in that other work, however the sentence frames it."""
    for found in _ROLE_IN_WORK.finditer(line.text):
        work, actor = title(found["work"]), _known_actor(scene, found["actor"])
        character = person(found["character"], single=True)
        if work and actor and character:
            yield _candidate(
                line, actor, Mention(character, EntityType.CHARACTER, "character", work), "role in work"
            )


def own_character(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X’s Y is a baker`, where the document says elsewhere that X acts."""
    for found in _OWN_CHARACTER.finditer(line.text):
        if (actor := _known_actor(scene, found["actor"])) and scene.main:
            yield from _cast(scene, line, actor, found["character"], "own character")


def bracketed(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`Y (X)`, where the document says that X acts, has many such brackets, or tells mostly of Y."""
    for found in _BRACKETED.finditer(line.text):
        actor, character = person(found["actor"]), person(found["character"], single=True)
        if actor and character and _is_cast(scene, character, actor):
            aliases = (found["alias"],) if found["alias"] else ()
            yield from _cast(scene, line, actor, character, "bracketed", aliases)


def billed(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`The film stars X, Y and Z`: they appear in the main work."""
    found = _BILLED.match(line.text)
    if found is None or scene.main is None:
        return
    if found["title"] and title(found["title"]) != scene.main.name:
        return
    for name in re.split(r",? and |, ", found["names"]):
        if actor := person(name):
            who = Mention(actor, EntityType.PERSON, "actor")
            yield Candidate(who, "appears_in", scene.main, line.paragraph, line.sentence, "billed")


def co_stars(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X ... alongside Y in the film Z`, `her role in the film Z alongside Y`: two in one other work."""
    for found in (*_ALONGSIDE.finditer(line.text), *_ALONGSIDE_LAST.finditer(line.text)):
        who, partner = actor_before(scene, line, found.start("how")), person(found["partner"])
        named = works(found["works"]) if who and partner and line.is_stated(found.start("how")) else []
        if len(named) != 1 or (scene.main and named[0][0] == scene.main.name):
            continue
        pair = [Mention(name or "", EntityType.PERSON, "actor") for name in (who, partner)]
        scope, place = f"in {named[0][0]}", (line.paragraph, line.sentence)
        work = Mention(named[0][0], EntityType.WORK, named[0][1])
        yield Candidate(pair[1], "appears_in", work, *place, "co-stars")
        yield Candidate(pair[0], "co_starred_with", pair[1], *place, "co-stars", scope)


def actor_before(scene: Scene, line: Line, at: int) -> str | None:
    """The actor named last before a place, or by `she` after the one actor named before the sentence."""
    places = {actor: line.text.rfind(actor, 0, at) for actor in sorted(scene.actors)}
    best = max(places, key=lambda actor: places[actor], default="")
    if best and places[best] >= 0:
        return best
    named = [actor for actor in scene.actors if actor in line.before]
    return named[0] if len(named) == 1 and _BY_PRONOUN.search(line.text[:at]) else None


def not_yet(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`Ada Quill is still to debut on Tern TV`: what another document may contradict."""
    for found in _NOT_YET.finditer(line.text):
        if actor := actor_before(scene, line, found.start()):
            who = Mention(actor, EntityType.PERSON, "actor")
            channel = Mention(found["one"] or found["other"], EntityType.ORGANISATION)
            yield Candidate(who, "not_yet_on", channel, line.paragraph, line.sentence, "not yet")


def listed(scene: Scene, line: Line) -> Iterator[Candidate]:
    """Lines of the shape `X as Y`, several of them: a list of the cast."""
    found = _LISTED.fullmatch(line.text)
    if found and scene.matching(_LISTED) >= _SEVERAL:
        yield from _cast(scene, line, found["actor"], found["character"], "listed")


def parts(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`X as the head chef` in a sentence about a cast: a part described instead of named."""
    if scene.main is None or not _CAST_WORDS.search(line.text):
        return
    for found in _PART.finditer(line.text):
        actor = person(found["actor"])
        if actor and line.is_stated(found.start("actor")):
            name = re.sub(r"^the ", "", found["part"])
            part = Mention(name, EntityType.THING, "part", scene.main.name, takes_the=found["part"] != name)
            mention = Mention(actor, EntityType.PERSON, "actor")
            yield Candidate(mention, "plays_part", part, line.paragraph, line.sentence, "part")


def _cast(
    scene: Scene, line: Line, actor: str, character: str, pattern: str, aliases: tuple[str, ...] = ()
) -> Iterator[Candidate]:
    who, whom = person(actor) or _known_actor(scene, actor), person(character, single=True)
    if who and whom and who != whom and not re.search(rf"\b(?:himself|herself|[{UPPER}]{{4,}})\b", whom):
        # The nickname inside a full name is one more way to say it: Hiroshi “Hiro” Takada.
        nickname = re.search(rf"^({WORD}) [“\"‘'(]({WORD})[”\"’')] (.+)$", whom)
        if nickname:
            aliases = (*aliases, f"{nickname[2]} {nickname[3]}", f"{nickname[1]} {nickname[3]}", nickname[2])
        within = scene.main.name if scene.main else ""
        yield _candidate(
            line, who, Mention(whom, EntityType.CHARACTER, "character", within, aliases), pattern
        )


def _candidate(line: Line, actor: str, character: Mention, pattern: str) -> Candidate:
    who = Mention(actor, EntityType.PERSON, "actor")
    return Candidate(who, "plays", character, line.paragraph, line.sentence, pattern)


def _known_actor(scene: Scene, name: str) -> str | None:
    """The actor of the document who goes by that name, in full; a surname or first name may stand for one."""
    wanted = person(name, single=True)
    if wanted is None:
        return None
    found = [actor for actor in sorted(scene.actors) if wanted == actor or wanted in actor.split()]
    return found[0] if len(found) == 1 else None


def _is_cast(scene: Scene, character: str, actor: str) -> bool:
    if character in scene.actors:
        return False
    if actor in scene.actors:
        return True
    if scene.matching(_BRACKETED) >= _SEVERAL:
        return True
    # A story tells of its characters again and again, of its actors seldom.
    told = max(scene.count(word) for word in character.split())
    return bool(scene.actors) and told >= _SEVERAL and told > 2 * max(scene.count(w) for w in actor.split())
