"""What names mean and by what names people of a story go, read off the parse."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.called import CALLED
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.syntax.bounds import QUOTES, is_capitalised, preposition_of
from quizapp.generation.extraction.syntax.proper import person_at, run, text_of
from quizapp.generation.extraction.syntax.seen import Seen, person
from quizapp.generation.extraction.syntax.verbs import verb_lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 6
_MARKS = "“”‘’\"', "


def name_means(seen: Seen) -> Iterator[Candidate]:
    """`“Fika”, a café whose name means “coffee break”`: what the name of a house says."""
    for name in seen.tree.words if " name" in seen.line.text else ():
        if name.lower_ != "name" or not seen.line.is_stated(name.idx):
            continue
        bearer, meaning = _named(seen, name), _quoted_after(seen, name)
        if bearer and meaning and bearer.casefold() != meaning.casefold():
            yield seen.candidate(Mention(bearer, EntityType.ORGANISATION), "name_means", meaning, CALLED)


def known_as(seen: Seen) -> Iterator[Candidate]:
    """`Nora, a cook who becomes known as the Night Baker`: by what name somebody goes."""
    for known in seen.tree.words if " known as " in seen.line.text else ():
        name = _so_called(seen, known) if known.lower_ == "known" else None
        for below in seen.tree.of(known, "obl") if name else ():
            found = run(seen.tree, below) if preposition_of(seen.tree, below) == "as" else None
            opens = seen.tree.words[found[0] - 1] if found else None
            if found and opens is not None and opens.lower_ == "the":
                title = f"the {text_of(seen.tree, found)}"
                yield seen.candidate(person(name or ""), "known_as", title, CALLED)


def _named(seen: Seen, name: "Token") -> str | None:
    """What bears the name: of `X, a shop whose name` X, of `the name X` X."""
    tree = seen.tree
    before = tree.words[name.i - 1] if name.i else None
    if before is None or before.lower_ != "whose":
        after = tree.words[name.i + 1 : name.i + 3]
        beside = next((word for word in after if word.text not in QUOTES), None)
        if beside is None or before is None or before.lower_ != "the":
            return None
        return _quoted(seen, beside) or _run_of(seen, beside)
    place = before.i - 1
    # Back over the aside: `, a popular shop`.
    while place > 0 and not is_capitalised(tree.words[place]):
        place -= 1
    return _quoted(seen, tree.words[place]) or _run_of(seen, tree.words[place])


def _run_of(seen: Seen, word: "Token") -> str | None:
    found = run(seen.tree, word)
    return text_of(seen.tree, found) if found else None


def _quoted(seen: Seen, word: "Token") -> str | None:
    """The words in quotation marks that the parser saw as one."""
    text = seen.tree.text[word.idx : word.idx + len(word)]
    return text.strip(_MARKS) if text[0] in QUOTES and len(text) > 1 else None


def _quoted_after(seen: Seen, name: "Token") -> str | None:
    """The words in quotation marks behind `name,` or behind `means`."""
    tree = seen.tree
    opens = next((w for w in tree.words[name.i + 1 :] if tree.text[w.idx] in QUOTES), None)
    if opens is None or opens.i == name.i + 1:
        return _bare_after(seen, name)
    between = tree.words[name.i + 1 : opens.i]
    said = [word for word in between if word.pos_ in ("VERB", "AUX") or word.text == ","]
    if not said or any(word.text != "," and verb_lemma(word) != "mean" for word in said):
        return None
    if whole := _quoted(seen, opens):
        return whole
    closes = next((w for w in tree.words[opens.i + 1 : opens.i + 2 + _LONGEST] if w.text in QUOTES), None)
    if closes is None:
        return None
    return tree.text[opens.idx + 1 : closes.idx].strip(" ,") or None


def _bare_after(seen: Seen, name: "Token") -> str | None:
    """Of `the name X means hope` what stands between the verb and the stop."""
    tree = seen.tree
    verb = next((w for w in tree.words[name.i + 1 :] if w.pos_ == "VERB"), None)
    if verb is None or verb_lemma(verb) != "mean" or verb.i + 1 >= len(tree.words):
        return None
    stop = next((w for w in tree.words[verb.i + 1 :] if w.dep_ == "punct" and w.text in ".,;"), None)
    is_short = stop is not None and stop.i - verb.i <= _LONGEST
    if stop is None or not is_short:
        return None
    return tree.text[tree.words[verb.i + 1].idx : stop.idx].strip(_MARKS) or None


def _so_called(seen: Seen, known: "Token") -> str | None:
    """Who is known by another name: the subject, or whom a relative clause describes."""
    tree = seen.tree
    verb = known.head if known.dep_ == "xcomp" and verb_lemma(known.head) == "become" else known
    if not (verb.lower_ in ("becomes", "became") or tree.has(verb, "aux:pass", "cop")):
        return None
    if not seen.is_said(verb):
        return None
    subjects = tree.of(verb, "nsubj", "nsubj:pass")
    if not subjects:
        return None
    if subjects[0].lower_ != "who":
        return person_at(tree, subjects[0], single=True)
    noun = verb.head if verb.dep_.startswith("acl") else None
    if noun is None or noun.dep_ != "appos" or noun.head.pos_ != "PROPN":
        return None
    return person_at(tree, noun.head, single=True)
