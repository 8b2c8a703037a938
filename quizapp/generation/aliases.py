"""Names as they are compared: the keys that spellings of one name have in common.

Two names with a strong key in common may mean one entity. A loose key (another transliteration, initials for
given names, a name of one word) says less: something else must tie the two. Keys decide, never distances.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from anyascii import anyascii

from quizapp.domain.fact import EntityType
from quizapp.packs.vocabulary import vocabulary

PEOPLE = (EntityType.PERSON, EntityType.CHARACTER)

_HONORIFICS = vocabulary(
    "mr mrs ms miss dr prof professor sir dame lord lady rev reverend fr captain capt colonel col major"
    " general gen admiral lieutenant lt sergeant sgt president"
)
# These say man, woman or rank of birth: Mrs Reed is not Tom Reed.
_TELLING = vocabulary("mr mrs ms miss sir dame lord lady")
_DEGREES = vocabulary("phd md esq obe mbe cbe kbe dbe frs qc kc")
_GENERATIONS = vocabulary("jr sr junior senior")
_COMPANIES = vocabulary("inc ltd llc plc gmbh ag limited incorporated")
_SHORT = {"mt": "mount", "ft": "fort", "co": "company", "corp": "corporation", "bros": "brothers"}
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
_ROMAN = {word: str(number) for number, word in enumerate(_ROMANS.split(), 1)}
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_SPELT = {word: str(number) for number, word in enumerate(_NUMBERS.split(), 1)}
_NICKNAME = re.compile(r"(?<!\w)[“\"‘'«„(](?P<name>[^“”\"‘’'«»„()]{2,30})[”\"’'»“)](?!\w)")
_WORD = re.compile(r"[a-z0-9]+")
_OWNING = re.compile(r"['’]s\b")
# Ways to write one sound in Latin letters, each to the form on the right; the order matters.
_SOUNDS = (
    (r"^yi$|^rhee$", "lee"),
    (r"^bak$|^pak$", "park"),
    (r"^ye(?=\w)", "e"),
    (r"tsch|tch", "ch"),
    (r"ts|tz|cz", "z"),
    (r"sch", "sh"),
    (r"zh", "j"),
    (r"ph", "f"),
    (r"kh", "h"),
    (r"ck", "k"),
    (r"c(?![heiyj])", "k"),
    (r"x", "ks"),
    (r"w", "v"),
    (r"(?<=[^aeiou])(?:yo|io|eo)(?=[^aeiou])", "o"),
    (r"ou|oo|oe", "o"),
    (r"ae", "a"),
    (r"ue", "u"),
    (r"[yj]", "i"),
    (r"(?<=[oe])f+$", "v"),
    (r"(?<=d)er$", "r"),
    (r"(.)\1+", r"\1"),
)


def words(text: str) -> list[str]:
    """The words of a text as compared: compatibility forms, case, diacritics and signs gone."""
    return list(_plain_words(text))


# Every name is compared with every other, in sentence after sentence.
@lru_cache(maxsize=4096)
def _plain_words(text: str) -> tuple[str, ...]:
    plain = anyascii(unicodedata.normalize("NFKC", text)).casefold()
    return tuple(_WORD.findall(re.sub(r"['’`]", "", plain)))


def unowned(text: str) -> str:
    """The text with what owns something named plainly: of `Ada’s pier` Ada."""
    return _OWNING.sub(" ", text)


def folded_words(name: str) -> list[str]:
    """The words of a name as compared, without the article or honorific that it opens with."""
    found = words(name)
    return found[1:] if len(found) > 1 and found[0] in _HONORIFICS | {"the"} else found


def keys(name: str, type_: EntityType) -> set[str]:
    """The strong keys of a name."""
    if type_ in PEOPLE:
        return {key for form in _forms(name) for key in _orders(form)}
    found = [_of_thing(name), _of_thing(name.replace("-", ""))]
    # Titles keep their order; a plural slip (Anonymous Romantic, Anonymous Romantics) does not part them.
    return {" ".join(w.removesuffix("s") if len(w) > 3 else w for w in form) for form in found if form}


def loose_keys(name: str, type_: EntityType) -> set[str]:
    """The keys under which a person may be found who is written in another way; none for anything else."""
    if type_ not in PEOPLE:
        return set()
    found = set()
    for form in _forms(name):
        plain = [word for word in form if word not in _GENERATIONS]
        if plain:
            found.add(" ".join(sorted(_sound(word) for word in plain)))
        if len(plain) > 1:
            found.add(f"{plain[0][0]}. {plain[-1]}")
    return found


def is_lone(name: str, type_: EntityType) -> bool:
    """Whether it is a first name or a surname only."""
    return type_ in PEOPLE and all(
        len(form) < 2 or (len(form) == 2 and form[0] in _TELLING) for form in _forms(name)
    )


def is_bare(name: str) -> bool:
    """Whether a lone name is written without a title that tells a man from a woman or a lord."""
    return not _TELLING & set(words(name)[:1])


def may_be_spellings(one: str, other: str) -> bool:
    """Whether two people's names may be one name: other letters for the same sounds, or initials."""
    return any(
        _sounds_alike(a, b) or _initials_fit(a, b) or _initials_fit(b, a)
        for a in _forms(one)
        for b in _forms(other)
        if not _generations_differ(a, b)
    )


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is made of the first letters of another: UFA, Universum Film AG."""
    letters = "".join(words(short))
    capitals = "".join(c for c in full if c.isupper()).casefold()
    initials = "".join(word[0] for word in words(full))
    return short.isupper() and " " in full and " " not in short and letters in (capitals, initials)


def called(names: Sequence[str], type_: EntityType) -> tuple[str, ...]:
    """The names, and of a person the surname as well: a text that says it may mean this one."""
    return (*names, *(name.split()[-1] for name in names if type_ is EntityType.PERSON))


def may_share(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether some name of one thing may be some name of another: all words of one stand in the other."""
    return any(a <= b or b <= a for a in map(_word_set, one) for b in map(_word_set, other) if a and b)


@lru_cache(maxsize=8192)
def _word_set(name: str) -> frozenset[str]:
    return frozenset(folded_words(name))


def _forms(name: str) -> Iterator[list[str]]:
    """A person's name as lists of words: without its nickname, and with that for the given names."""
    nickname = _NICKNAME.search(name)
    if nickname is None:
        yield _of_person(name)
        return
    full = _of_person(name[: nickname.start()] + " " + name[nickname.end() :])
    yield full
    after = _of_person(name[nickname.end() :]) or full[-1:]
    called = words(nickname["name"])
    if called and called[0] not in ("nee", "born"):
        yield [*called, *after]


def _of_person(name: str) -> list[str]:
    found = words(name)
    while (
        len(found) > 1
        and found[0] in _HONORIFICS | {"the"}
        and not (len(found) == 2 and found[0] in _TELLING)
    ):
        found = found[1:]
    while len(found) > 2 and found[-1] in _DEGREES:
        found = found[:-1]
    return [_ROMAN.get(w, w) if place and len(w) > 1 and w != "xi" else w for place, w in enumerate(found)]


def _orders(form: list[str]) -> Iterator[str]:
    """A person's name whichever of its names comes first."""
    if form:
        yield " ".join(sorted(form))
    if len(form) == 3:
        # A given name of two syllables is written Joon-ho, Joon ho or Joonho, before or after the surname.
        yield " ".join(sorted((form[0], form[1] + form[2])))
        yield " ".join(sorted((form[0] + form[1], form[2])))


def _of_thing(name: str) -> list[str]:
    found = words(name.replace("&", " and "))
    if len(found) > 1 and found[0] == "the":
        found = found[1:]
    while len(found) > 1 and found[-1] in _COMPANIES:
        found = found[:-1]
    last = len(found) - 1
    return [_as_usual(word, place, last) for place, word in enumerate(found)]


def _as_usual(word: str, place: int, last: int) -> str:
    if word == "st" and place < last:
        return "saint"
    if place and word in _ROMAN and (len(word) > 1 or place == last):
        return _ROMAN[word]
    return _SHORT.get(word, _SPELT.get(word, word))


@cache
def _sound(word: str) -> str:
    for written, meant in _SOUNDS:
        word = re.sub(written, meant, word)
    return word


def _sounds_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return sorted(map(_sound, one)) == sorted(map(_sound, other))


def _initials_fit(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one name has initials where the other has given names, one for one, and the same surname."""
    if len(short) != len(full) or len(short) < 2 or short[-1] != full[-1]:
        return False
    pairs = list(zip(short[:-1], full[:-1], strict=True))
    return any(len(a) == 1 < len(b) for a, b in pairs) and all(
        a == b or (len(a) == 1 and b.startswith(a)) for a, b in pairs
    )


def _generations_differ(one: Sequence[str], other: Sequence[str]) -> bool:
    a, b = ({w[0] for w in form if w in _GENERATIONS} for form in (one, other))
    return bool(a and b) and a != b
