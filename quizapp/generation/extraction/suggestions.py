"""What a clause says of its subject, with a name or a year taken out: facts for a person to judge.

The parse alone is asked, and what the words mean outside of their text is judged less strictly than for facts
that may stand on their own: these never do. So an author is offered much, and nothing is published unseen.
"""

import re
from collections.abc import Iterable, Iterator

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction import context, deeds
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.slots import Meaning
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.general import told_as
from quizapp.generation.extraction.told import Told, adverbs, end_before_next, has_time, head, timed
from quizapp.generation.scopes import GAP

_TYPES = (
    EntityType.PERSON,
    EntityType.ORGANISATION,
    EntityType.PLACE,
    EntityType.WORK,
    EntityType.EVENT,
    EntityType.THING,
)
_MOST_WORDS = 12
_ARTICLE = re.compile(r"(?:the|a|an) $", re.IGNORECASE)
_TAIL = re.compile(r" (?:in|on|at|from|to|for|with|as|by|during)\b[\w’' -]*")


def suggested(meanings: Meaning, line: Line, clauses: Iterable[Clause]) -> Iterator[Candidate]:
    """The facts that the clauses of a sentence suggest."""
    for clause in clauses:
        if not clause.stated or clause.apposition or len(clause.subjects) != 1 or clause.verb == "be":
            continue
        told = told_as(clause, line.text)
        if not line.is_plain(told.verb[0]) or head(line.text, told) is None or adverbs(line.text, told):
            continue
        subject = meanings.mention(line, *told.subject, _TYPES)
        if subject:
            yield from _with_year(line, told, subject)
            yield from _with_name(meanings, line, clause, told, subject)


def _with_year(line: Line, told: Told, subject: Mention) -> Iterator[Candidate]:
    found = deeds.deed(line.text, told)
    if found and found.year and found.past and found.rest:
        how = "passive" if found.passive else "active"
        place = line.paragraph, line.sentence
        yield Candidate(subject, f"told_in_year_{how}", found.year, *place, "suggested", found.text, "syntax")


def _with_name(
    meanings: Meaning, line: Line, clause: Clause, told: Told, subject: Mention
) -> Iterator[Candidate]:
    """The clause with one of its names taken out: the last words, or right after the verb."""
    text, start = line.text, told.verb[1]
    end = end_before_next(text, start, told.end)
    if has_time(text, told) and timed(text, told)[0] is None:
        return
    for phrase in (*clause.objects, *clause.adjuncts, *clause.of):
        if not start <= phrase.start < phrase.end <= end or _is_one_of_many(phrase, clause):
            continue
        value = meanings.mention(line, phrase.start, phrase.end, _TYPES)
        at = _name_at(text, phrase, value) if value else None
        if value is None or at is None or value.name == subject.name:
            continue
        before, after = text[start : at[0]], text[at[1] : end]
        if _ARTICLE.search(before) and not value.takes_the:
            before = _ARTICLE.sub("", before)
        yield from _gapped(line, told, clause, subject, value, before, after)


def _gapped(
    line: Line, told: Told, clause: Clause, subject: Mention, value: Mention, before: str, after: str
) -> Iterator[Candidate]:
    found = head(line.text, told)
    if found is None:
        return
    verb = f"was {found[0]}" if clause.passive else found[0]
    place = line.paragraph, line.sentence
    words = " ".join(f"{verb} {before}".split())
    if not after.strip(" ,") and _is_clear(before):
        yield Candidate(subject, "told_last", value, *place, "suggested", words, "syntax")
    elif not before.strip() and not clause.passive and _TAIL.fullmatch(after) and _is_clear(after):
        of = "told_of_person" if value.type is EntityType.PERSON else "told_of"
        scope = f"{verb} {GAP} {after.strip()}"
        yield Candidate(subject, of, value, *place, "suggested", scope, "syntax")


def _is_one_of_many(phrase: Phrase, clause: Clause) -> bool:
    """Whether another phrase stands beside it in the same part: `Leeds, Manchester and Bristol`."""
    groups = (clause.objects, [each for each in clause.adjuncts if each.preposition == phrase.preposition])
    return any(phrase in group and len(group) > 1 for group in groups)


def _name_at(text: str, phrase: Phrase, value: Mention) -> tuple[int, int] | None:
    """Where the name itself stands in its phrase, by any way of writing it; nothing for a pronoun."""
    for name in sorted((value.name, *value.aliases), key=len, reverse=True):
        found = re.search(rf"(?<!\w)[“\"]?{re.escape(name)}[”\"]?(?!\w)", text[phrase.start : phrase.end])
        if found and found.end() == phrase.end - phrase.start:
            return phrase.start + found.start(), phrase.end
    return None


def _is_clear(words: str) -> bool:
    """Whether the words are few, whole, and point at nothing outside of them."""
    return (
        len(words.split()) <= _MOST_WORDS
        and not re.search(r"[();:–—?!,“”\"]", words)
        and not context.needs_text(context.OWN.sub("", words))
        and context.knows_its_articles(words.removesuffix("the "))
    )
