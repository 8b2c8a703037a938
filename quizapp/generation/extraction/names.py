"""How names look in running English: people, titles of works, lists of titles, and the words around them.

Only shapes are known here, no list of names: a capital, a hyphen, a nickname in quotes, an initial.
"""

import re

from quizapp.packs.vocabulary import vocabulary

UPPER = "A-ZÀ-ÖØ-ÞĀČĐĒĞĪŁŃŌŘŚŞŠŪŽ"
WORD = rf"[{UPPER}]\w+(?:-\w+)*(?:['’](?!s\b)\w+)?"
_INITIAL = rf"[{UPPER}]\."
_NICKNAME = rf"[“\"‘'(]{WORD}[”\"’')]"
_INNER = rf"(?:{WORD}|{_INITIAL}|de|van|von|der|da|di|bin|al)"
FULL_NAME = rf"(?:{WORD}|{_INITIAL})(?: {_NICKNAME})?(?: {_INNER}){{0,3}} {WORD}"
NAME = rf"(?:{FULL_NAME}|{WORD})"

# Letters behind a name: honours, fellowships and degrees.
LETTERS_BEHIND = (
    r"(?:[CDGKMO]BE|RA|FRSE?|FRCS|FBA|FRSL|FRIBA|FRAS|FRGS|OM|CH|KCB|KCMG|CMG|DSO|VC|[QK]C|MP|MD|Ph\.?D\.?"
    r"|OAM|SJ|OSB)"
)

_LETTERS = re.compile(LETTERS_BEHIND)
# What follows is the end of a title: `Modern Grammar on Historical Principles (1909–1949)`.
END_OF_TITLE = re.compile(r"\b[A-Z]\w+ (?:on|of|in|for|to) (?:the )?$")

_TITLE_WORD = rf"(?:[{UPPER}][\w'’-]*|\d[\w-]*)"
_QUOTED = r"[‘“\"](?P<quoted>[^‘“”\"\n]{1,80}?),?[’”\"](?!\w)|'(?P<single>[^'\n]{1,80}?),?'(?!\w)"
_ENGLISH_TITLE = (
    rf"{_TITLE_WORD}:?(?: (?:{_TITLE_WORD}:?|of|the|a|an|in|to|for|on|at|vs\.?|&|from|with|de|la|les))*"
)
# Romance and German titles have small letters inside: taken where nothing else follows before a stop.
_FOREIGN_TITLE = rf"(?:Les?|La|El|Los|Las|Il|Der|Die|Das) {_TITLE_WORD}(?: [a-zà-ÿ]+){{1,3}}(?=[.,;)’”]|$)"
BARE_TITLE = rf"(?:{_FOREIGN_TITLE}|{_ENGLISH_TITLE})"
TITLE = re.compile(rf"(?:{_QUOTED}|(?P<bare>{BARE_TITLE}))")
TITLE_HERE = r"(?:[‘“\"'][^‘’“”\"\n]{1,80}[’”\"']|" + BARE_TITLE + ")"

FILM_WORDS = r"film|movie|feature"
SERIES_WORDS = r"series|show|K-drama|sitcom|miniseries"
WORK_WORDS = (
    rf"{FILM_WORDS}|{SERIES_WORDS}|drama|thriller|comedy|adaptation|sensation|hit|title|production|project|"
    r"blockbuster"
)

# Adjectives that tell where a person or work comes from, with the country they mean.
COUNTRIES = {
    "American": "the United States", "Argentine": "Argentina", "Australian": "Australia",
    "Austrian": "Austria", "Belgian": "Belgium", "Brazilian": "Brazil", "British": "the United Kingdom",
    "Canadian": "Canada", "Chilean": "Chile", "Chinese": "China", "Czech": "Czechia", "Danish": "Denmark",
    "Dutch": "the Netherlands",
    "Egyptian": "Egypt", "Finnish": "Finland", "French": "France", "German": "Germany", "Greek": "Greece",
    "Hungarian": "Hungary", "Icelandic": "Iceland", "Indian": "India", "Indonesian": "Indonesia",
    "Iranian": "Iran", "Irish": "Ireland", "Israeli": "Israel", "Italian": "Italy", "Japanese": "Japan",
    "Mexican": "Mexico", "Norwegian": "Norway", "Polish": "Poland", "Portuguese": "Portugal",
    "Romanian": "Romania", "Russian": "Russia", "South Korean": "South Korea", "Spanish": "Spain",
    "Swedish": "Sweden", "Swiss": "Switzerland", "Taiwanese": "Taiwan", "Thai": "Thailand",
    "Turkish": "Turkey", "Ukrainian": "Ukraine", "Vietnamese": "Vietnam",
    "English": "England", "Scottish": "Scotland", "Welsh": "Wales", "Bulgarian": "Bulgaria",
    "Croatian": "Croatia", "Cuban": "Cuba", "Estonian": "Estonia", "Ethiopian": "Ethiopia",
    "Kenyan": "Kenya", "Latvian": "Latvia", "Lithuanian": "Lithuania", "Nigerian": "Nigeria",
    "Pakistani": "Pakistan", "Peruvian": "Peru", "Colombian": "Colombia", "Serbian": "Serbia",
    "Slovak": "Slovakia", "Slovenian": "Slovenia", "South African": "South Africa",
}  # fmt: skip
DEMONYM = "|".join(sorted([*COUNTRIES, "Korean", "European", "Asian"], key=len, reverse=True))

# Words that begin a sentence or stand before a name and are no part of it.
_LEADERS = vocabulary(
    "the a an in on at of as by for from with after before when while where meanwhile later now then however "
    "and but or nor so yet it its he she they his her their this that these those both also plus alongside "
    "director actor actress writer screenwriter composer producer editor showrunner singer filmmaker star "
    "veteran rookie starring stars south north new netflix original like including adding completing "
    "bringing opposite luckily"
)
_NOT_PEOPLE = re.compile(
    r"\b(Festival|Film|Films|Studio|Studios|Project|Pictures|Entertainment|Netflix|Original|University|Institute|"
    r"Award|Awards|Prize|Season|Episode|Museum|Gala|Company|Inc|Ltd|Group|Club|League|Street|Court|Press|Series)\b"
)


def person(text: str, single: bool = False) -> str | None:
    """The person named by a stretch of capitalised words, without titles before it; None for others."""
    words = text.strip().split()
    while words and (words[0].casefold() in _LEADERS or words[0] in COUNTRIES or words[0] == "Korean"):
        words.pop(0)
    while len(words) > 2 and _LETTERS.fullmatch(words[-1]):
        words.pop()
    name = " ".join(words).strip("“”\"'’‘,")
    if not name or (len(words) < 2 and not single) or len(words) > 5 or _NOT_PEOPLE.search(name):
        return None
    return name


def title(text: str) -> str | None:
    """A title as written, without its quotes and without small words that hang off its end."""
    found = TITLE.match(text.strip())
    if found is None:
        return None
    name = found["quoted"] or found["single"]
    if name is None:
        name = re.sub(
            r"(?: (?:of|the|a|an|in|to|for|on|at|vs\.?|&|from|with|de|la|les))+$", "", found["bare"]
        )
    return name.strip(" ,") or None


_LINK = re.compile(r"(?:, and |, | and |; )")
_NOUNS = rf"(?:{WORK_WORDS}|(?:\w+-)?(?:drama|thriller|comedy))s?"
_DESCRIPTION = re.compile(
    rf"(?:the |a |an |his |her )?(?P<year>(?:19|20)\d\d )?(?:(?!and\b)[\w’'-]+ ){{0,5}}?(?P<noun>{_NOUNS})"
    rf"(?: (?:such as|like|including))? (?=[‘“\"'{UPPER}\d])"
    rf"(?![{UPPER}]\w+ {_NOUNS} )"
)
# "the Gintama adaptations": more than one work, none of which is named.
_FRANCHISE = re.compile(rf"the {_ENGLISH_TITLE} (?:films|movies|adaptations|series|franchise|saga|trilogy)\b")


def works(text: str) -> list[tuple[str, str]]:
    """The titles listed from the start of a text, each with `film`, `series` or nothing."""
    found: list[tuple[str, str]] = []
    at, kind = 0, ""
    while True:
        if described := _DESCRIPTION.match(text, at):
            at, kind = described.end(), kind_of(described["noun"])
        franchise = _FRANCHISE.match(text, at)
        name, end = ("", franchise.end()) if franchise else _title_at(text, at)
        if end == at:
            return found
        if found and name and _is_second_half(found[-1][0], name):
            found[-1] = (f"{found[-1][0]}, {name}", found[-1][1])
        elif name:
            found.append((name, kind))
        if described and not described["noun"].endswith("s"):
            kind = ""
        link = _LINK.match(text, end)
        if link is None:
            return found
        at = link.end()


def is_described(text: str) -> bool:
    """Whether a text begins by saying that works follow: `the film`, `the 2013 drama`."""
    return bool(_DESCRIPTION.match(text))


def _title_at(text: str, at: int) -> tuple[str, int]:
    """The title that starts at a place, and where it ends; the same place where there is none."""
    found = TITLE.match(text, at)
    name = title(text[at:]) if found else None
    if not found or not name:
        return "", at
    return name, at + len(name) if found["bare"] else found.end()


def _is_second_half(one: str, other: str) -> bool:
    """Whether a comma parted a title such as `Like Father, Like Son`: both halves begin alike."""
    return len(other.split()) > 1 and one.split()[0] == other.split()[0]


def kind_of(noun: str) -> str:
    """`film` or `series` for a noun that says so, else nothing."""
    singular = noun.rstrip("s")
    if re.fullmatch(FILM_WORDS, singular):
        return "film"
    return "series" if re.fullmatch(rf"{SERIES_WORDS}|serie", noun if noun == "series" else singular) else ""
