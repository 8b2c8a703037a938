"""Parses written by hand: one line of `word tag label head` for each sentence, heads counted from 0."""

import spacy
from spacy.tokens import Doc, Span

from quizapp.generation.extraction.scene import Line
from quizapp.generation.extraction.syntax.clause import Clause, Phrase
from quizapp.generation.extraction.syntax.clauses import clauses
from quizapp.generation.extraction.syntax.tree import Tree

_VOCABULARY = spacy.blank("en").vocab
_POS = {"NNP": "PROPN", "CD": "NUM", "IN": "ADP", "DT": "DET", "CC": "CCONJ", "RB": "ADV", "TO": "PART"}
_POS_BY_LETTER = {"N": "NOUN", "V": "VERB", "J": "ADJ", "P": "PRON", "W": "PRON", "M": "AUX"}
_NO_SPACE_BEFORE = ",.;:)?"


def a_parse(rows: str, names: tuple[tuple[int, int, str], ...] = ()) -> Doc:
    """The document of `Otto NNP nsubj 1; left VBD ROOT 1`; names are runs of words with their type."""
    cells = [row.split() for row in rows.split("; ")]
    words = [cell[0] for cell in cells]
    doc = Doc(
        _VOCABULARY,
        words=words,
        spaces=[after not in _NO_SPACE_BEFORE for after in [*words[1:], "."]],
        tags=[cell[1] for cell in cells],
        pos=[_POS.get(cell[1]) or _POS_BY_LETTER.get(cell[1][0], "PUNCT") for cell in cells],
        morphs=["PronType=Rel" if cell[1] in ("WP", "WDT") else "" for cell in cells],
        deps=[cell[2] for cell in cells],
        heads=[int(cell[3]) for cell in cells],
    )
    doc.set_ents([Span(doc, start, end, label=kind) for start, end, kind in names])
    return doc


def read(rows: str, names: tuple[tuple[int, int, str], ...] = ()) -> list[Clause]:
    """The clauses of a parse written by hand."""
    doc = a_parse(rows, names)
    return list(clauses(Tree(doc, doc.text), Line(doc.text, 1, 1)))


def told(clause: Clause) -> str:
    """A clause in short: `Anna Holt | found | a firm | in 1871, in Leeds`."""
    parts = (clause.subjects, clause.objects, clause.adjuncts)
    texts = [", ".join(_shown(phrase) for phrase in part) for part in parts]
    verb = f"be {clause.verb}" if clause.passive else clause.verb
    return " | ".join([texts[0], verb, *texts[1:]]).rstrip(" |")


def stated(rows: str, names: tuple[tuple[int, int, str], ...] = ()) -> list[str]:
    """What a parse states, in short."""
    return [told(clause) for clause in read(rows, names) if clause.stated]


def _shown(phrase: Phrase) -> str:
    return f"{phrase.preposition} {phrase.text}".strip()
