"""What the parse says of works themselves: models, years, lands, lengths, channels, prizes."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.channels import CHANNELS
from quizapp.generation.extraction.names import COUNTRIES, kind_of
from quizapp.generation.extraction.numerals import IN_WORDS, in_digits
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.proper import people_at, run, text_of
from quizapp.generation.extraction.syntax.seen import Seen
from quizapp.generation.extraction.syntax.titles import Title, is_work_noun, title_after
from quizapp.generation.extraction.syntax.verbs import noun_lemma, verb_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:19|20)\d\d")
_MODELS = {"base": "on", "adapt": "from"}
_BOOKS = vocabulary("novel book memoir comic manga webtoon novella")
_DERIVED = vocabulary("adaptation remake version")
_SERIES = vocabulary("series drama show season miniseries")
_SHOWING = vocabulary("premiere stream air debut")
_SHOWN = vocabulary("screen show premiere")
_CONSISTS = vocabulary("have comprise span consist")
_FESTIVALS = ("Festival",)


def based_on(seen: Seen) -> Iterator[Candidate]:
    """`based on the novel X`, `adapted from the 2010 French film X`, `a remake of the film X`."""
    for word in seen.tree.words:
        title = _model(seen, word)
        if title and seen.main and seen.line.is_plain(word.idx):
            work = Mention(title.name, EntityType.WORK, title.kind)
            yield seen.candidate(seen.main, "based_on", work, "based on")


def based_on_work_by(seen: Seen) -> Iterator[Candidate]:
    """`based on a 2010 French film written by X`: who wrote what the main work is based on."""
    for word in seen.tree.words:
        lemma = verb_lemma(word) if word.tag_ in ("VBN", "VBD") else ""
        if lemma not in _MODELS or seen.main is None or not seen.is_said(word):
            continue
        models = [b for b in seen.tree.of(word, "obl") if preposition_of(seen.tree, b) == _MODELS[lemma]]
        for model in models if seen.scene.is_of_main(seen.line) else ():
            for name in _writers(seen, model) if is_work_noun(model) else ():
                writer = Mention(name, EntityType.PERSON)
                yield seen.candidate(seen.main, "based_on_work_by", writer, "based on work by")


def _writers(seen: Seen, work: "Token") -> list[str]:
    """Who wrote a work that only its writers name: one of them, or a whole list."""
    return [
        name
        for verb in seen.tree.of(work, "acl")
        if verb_lemma(verb) in ("write", "pen")
        for agent in seen.tree.of(verb, "obl:agent", "obl")
        if preposition_of(seen.tree, agent) == "by"
        for name in people_at(seen.tree, agent)
    ]


def described(seen: Seen) -> Iterator[Candidate]:
    """`the 2013 French thriller X`: its year and its land; `X is a 2011 Irish film`: those of X."""
    for noun in seen.tree.words:
        if not is_work_noun(noun) or noun.tag_ == "NNS":
            continue
        work = _described(seen, noun)
        for below in (*_before(seen, noun), *_of_year(seen, noun)) if work else ():
            if _YEAR.fullmatch(below.text):
                relation = "published_in_year" if noun.lower_ in _BOOKS else "released_in_year"
                yield seen.candidate(work, relation, below.text, "year")  # type: ignore[arg-type]
            elif country := _country(seen, below):
                yield seen.candidate(work, "country_of_origin", country, "country")  # type: ignore[arg-type]


def length(seen: Seen) -> Iterator[Candidate]:
    """`an eight-episode series`, `the show has 8 episodes`."""
    for word in seen.tree.words:
        if noun_lemma(word) not in ("episode", "part") or not seen.main or seen.main.kind == "film":
            continue
        number = next((_in_digits(w.lower_) for w in seen.tree.of(word, "nummod")), None)
        if not seen.scene.is_of_main(seen.line):
            return
        if number and seen.line.is_plain(word.idx) and _is_length(seen, word):
            yield seen.candidate(seen.main, "episode_count", number, "length")


def shown(seen: Seen) -> Iterator[Candidate]:
    """`was screened at the X Festival`, `premieres on Y`."""
    for verb in seen.tree.words:
        lemma = verb_lemma(verb) if verb.pos_ == "VERB" else ""
        if lemma not in _SHOWING | _SHOWN or not seen.is_said(verb):
            continue
        subject = next(iter(seen.tree.of(verb, "nsubj", "nsubj:pass")), None)
        work = seen.work(subject) if subject is not None else None
        for place in seen.tree.of(verb, "obl") if work else ():
            found = run(seen.tree, place)
            name = text_of(seen.tree, found) if found else ""
            if preposition_of(seen.tree, place) == "at" and place.text in _FESTIVALS and lemma in _SHOWN:
                event = Mention(
                    _numbered(seen, place, name), EntityType.EVENT, "film festival", takes_the=True
                )
                yield seen.candidate(work, "screened_at", event, "festival")  # type: ignore[arg-type]
            elif preposition_of(seen.tree, place) == "on" and name and place.ent_type_ != "DATE":
                channel = Mention(name, EntityType.ORGANISATION, CHANNELS.get(name, ""))
                yield seen.candidate(work, "released_on", channel, "channel")  # type: ignore[arg-type]


def of_channels(seen: Seen) -> Iterator[Candidate]:
    """`the Netflix series X`: where it is shown."""
    for noun in seen.tree.words:
        title = title_after(seen.tree, noun) if is_work_noun(noun) else None
        for word in _before(seen, noun) if title else ():
            if title and word.text in CHANNELS and seen.line.is_stated(noun.idx):
                work = Mention(title.name, EntityType.WORK, title.kind)
                channel = Mention(word.text, EntityType.ORGANISATION, CHANNELS[word.text])
                yield seen.candidate(work, "released_on", channel, "of channel")


def prizes(seen: Seen) -> Iterator[Candidate]:
    """`the Oscar-winning film X`: X won an Oscar."""
    for word in seen.tree.words[2:]:
        if word.lower_ != "winning" or seen.tree.words[word.i - 1].text != "-":
            continue
        prize = run(seen.tree, seen.tree.words[word.i - 2])
        noun = (
            word.head
            if is_work_noun(word.head)
            else next((below for below in seen.tree.of(word.head, "compound") if is_work_noun(below)), None)
        )
        title = title_after(seen.tree, noun) if noun is not None else None
        if prize and title and seen.line.is_plain(word.idx):
            work = Mention(title.name, EntityType.WORK, title.kind)
            yield seen.candidate(work, "won_award", prize_named(text_of(seen.tree, prize)), "prize")


def prize_named(name: str) -> Mention:
    """A prize by its name."""
    return Mention(name, EntityType.THING, "award")


def _model(seen: Seen, word: "Token") -> Title | None:
    """The work behind `based on`, `adapted from` and `a remake of`, with a noun that says what it is."""
    tree = seen.tree
    is_verb = word.tag_ in ("VBN", "VBD") and verb_lemma(word) in _MODELS
    wanted = (_MODELS[verb_lemma(word)],) if is_verb else ("of",) if noun_lemma(word) in _DERIVED else ()
    if not wanted and word.lower_ == "screenplay":
        wanted = ("from",)
    if is_verb and tree.has(word, "obj"):
        is_script = any(below.lower_ in ("screenplay", "script", "story") for below in tree.of(word, "obj"))
        wanted = wanted if is_script else ()
    for below in tree.of(word, "obl", "nmod") if wanted else ():
        if preposition_of(tree, below) in wanted and is_work_noun(below):
            return title_after(tree, below) or _of_that_name(seen, below)
    return None


def _of_that_name(seen: Seen, noun: "Token") -> Title | None:
    """The title in `the film of the same name, ‘X’`."""
    for below in seen.tree.of(noun, "nmod"):
        if below.lower_ == "name" and below.i + 2 < len(seen.tree.words):
            found = title_after(seen.tree, below)
            kind = kind_of(noun.lower_)
            return Title(found.name, kind, noun, found.first, found.last) if found else None
    return None


def _described(seen: Seen, noun: "Token") -> Mention | None:
    """The work that a noun with its modifiers describes."""
    is_the = any(word.lower_ == "the" for word in _before(seen, noun))
    if title := title_after(seen.tree, noun):
        return seen.known(Mention(title.name, EntityType.WORK, title.kind)) if is_the else None
    if is_the and (title := _of_that_name(seen, noun)):
        return Mention(title.name, EntityType.WORK, kind_of(noun.lower_))  # not the one that has its name
    if seen.tree.has(noun, "cop") and any(w.lower_ in ("a", "an") for w in seen.tree.of(noun, "det")):
        subject = next(iter(seen.tree.of(noun, "nsubj")), None)
        is_main = subject is not None and subject.pos_ == "PROPN" and seen.is_said(noun)
        return seen.work(subject) if is_main and subject is not None else None
    return None


def _of_year(seen: Seen, noun: "Token") -> list["Token"]:
    """The year of `a film of 1949` that the sentence says a work to be."""
    found = [below for below in seen.tree.of(noun, "nmod") if preposition_of(seen.tree, below) == "of"]
    return found if seen.tree.has(noun, "cop") else []


def _before(seen: Seen, noun: "Token") -> list["Token"]:
    """The words of the phrase before the noun, from its article on."""
    found: list[Token] = []
    for word in reversed(seen.tree.words[max(0, noun.i - 8) : noun.i]):
        if (word.dep_ == "punct" and word.text != "-") or word.pos_ in ("ADP", "VERB", "CCONJ", "AUX"):
            break
        found.append(word)
        if word.dep_ == "det":
            break
    return found


def _country(seen: Seen, word: "Token") -> Mention | None:
    """The land that an adjective of origin means; `Korean` alone is of two."""
    before = seen.tree.words[word.i - 1].text if word.i else ""
    said = f"{before} {word.text}" if before in ("South", "North") else word.text
    country = COUNTRIES.get(said)
    if country is None:
        return None
    name = country.removeprefix("the ")
    return Mention(name, EntityType.PLACE, "country", takes_the=name != country)


def _is_length(seen: Seen, word: "Token") -> bool:
    """Whether the number of episodes is that of a whole series."""
    head = word.head
    if word.dep_ in ("compound", "nmod:unmarked", "amod") and noun_lemma(head) in _SERIES:
        return True
    if word.tag_ != "NNS" or head.pos_ != "VERB" or verb_lemma(head) not in _CONSISTS:
        return False
    subject = next(iter(seen.tree.of(head, "nsubj")), None)
    return subject is not None and seen.work(subject) is not None


def _in_digits(word: str) -> str | None:
    if word.isdigit():
        return word
    return in_digits(word) if re.fullmatch(IN_WORDS, word) else None


def _numbered(seen: Seen, head: "Token", name: str) -> str:
    """The festival with its number: `30th Busan International Film Festival`."""
    opens = run(seen.tree, head)
    before = seen.tree.words[opens[0] - 1] if opens and opens[0] else None
    return f"{before.text} {name}" if before is not None and re.fullmatch(r"\d+\w\w", before.text) else name
