"""Who wrote, painted, composed or recorded a work, said by a noun: `X, a novel by Y`, `Y’s debut novel X`."""

import re
from collections.abc import Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.names import DEMONYM, FULL_NAME, NAME, TITLE_HERE, UPPER, person, title
from quizapp.generation.extraction.scene import Line, Scene
from quizapp.generation.extraction.shapes import is_given
from quizapp.packs.vocabulary import vocabulary

_WRITTEN = vocabulary(
    "novel play poem memoir novella biography autobiography book textbook treatise monograph "
    "tragedy pamphlet cookbook"
)
_COMPOSED = vocabulary("opera symphony ballet operetta oratorio concerto cantata requiem sonata overture")
# What whoever made such a work did.
MADE = {
    **dict.fromkeys(sorted(_WRITTEN), "wrote"),
    **dict.fromkeys(("film", "movie", "documentary"), "directed"),
    **dict.fromkeys(("painting", "fresco", "watercolour"), "painted"),
    **dict.fromkeys(("sculpture", "statue"), "sculpted"),
    **dict.fromkeys(sorted(_COMPOSED), "composed"),
    **dict.fromkeys(("album", "single"), "recorded_by"),
}
# These are their makers’ where they are called somebody’s; a film is its actors’ too, a biography about them.
_MAKING = ("wrote", "composed", "recorded_by")
OWNED = frozenset(noun for noun, deed in MADE.items() if deed in _MAKING and noun != "biography")

_SMALL = rf"(?:(?:\d{{4}}|(?:{DEMONYM})|[a-z][\w-]*) )"
_BY = rf"by (?:the )?(?:(?:{DEMONYM}|[a-z][\w-]*) ){{0,4}}(?P<name>{FULL_NAME})(?![\w’'-])"
_NOUN = rf"(?P<noun>{'|'.join(MADE)})"
_TITLED = rf"(?P<title>{TITLE_HERE})"
_MADE_BY = (
    re.compile(
        rf"(?:^|(?<=[.;] )){_TITLED}(?:,| (?:is|was)) an? {_SMALL}{{0,4}}?{_NOUN} (?:in [a-z ]+ )?{_BY}"
    ),
    re.compile(rf"\b[Tt]he {_SMALL}{{0,4}}?{_NOUN},? {_TITLED},? {_BY}"),
)
_OWN = re.compile(
    rf"(?:(?P<name>{NAME})['’]s?|\b(?P<pronoun>[Hh]is|[Hh]er)) {_SMALL}{{0,3}}?"
    rf"(?P<noun>{'|'.join(sorted(OWNED))})"
    rf",? (?P<title>{TITLE_HERE})(?! (?:[{UPPER}]|and [{UPPER}]))"
)


def made_by(_: Scene, line: Line) -> Iterator[Candidate]:
    """`X is a novel by Y`, `the 1925 novel X by Y`: who made it."""
    for pattern in _MADE_BY:
        for found in pattern.finditer(line.text):
            yield from _made(line, person(found["name"]), found)


def owned(scene: Scene, line: Line) -> Iterator[Candidate]:
    """`Y’s debut novel X`, `her novel X` in a text about her: who made it."""
    for found in _OWN.finditer(line.text):
        name = (
            scene.bearer(person(found["name"], single=True) or "") if found["name"] else teller(scene, line)
        )
        yield from _made(line, name, found)


def teller(scene: Scene, line: Line) -> str | None:
    """Whom `her` means where a document tells of one person, and a paragraph of nobody else."""
    name, said = scene.protagonist, line.before + line.text
    others = (each for each in scene.full_names if is_given(each.split()[0]) and each in said)
    return name if name and all(each.split()[-1] == name.split()[-1] for each in others) else None


def maker(name: str, noun: str, work: str) -> tuple[Mention, str, Mention]:
    """The two sides of the fact that somebody made a work, and the relation between them."""
    who, what = Mention(name, EntityType.PERSON), Mention(work, EntityType.WORK, noun)
    return (what, "recorded_by", who) if MADE[noun] == "recorded_by" else (who, MADE[noun], what)


def _made(line: Line, name: str | None, found: re.Match[str]) -> Iterator[Candidate]:
    work = title(found["title"])
    if name and work and work != name and line.is_plain(found.start("noun")):
        subject, relation, value = maker(name, found["noun"], work)
        yield Candidate(subject, relation, value, line.paragraph, line.sentence, "maker")
