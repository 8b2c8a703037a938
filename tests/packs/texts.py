"""Pack texts for tests: one that is good, to be broken in one visible way."""

GOOD = """\
format: 1
title: The Solar System
slug: solar-system
language: en
licence: CC0-1.0
attribution: The quizapp authors
description: The planets in their order.
topic: astronomy
documents:
  - id: guide
    title: A Guide to the Planets
    publisher: Example Press
    url: https://example.org/guide
    date: 2025-10-13
    licence: CC-BY-4.0
entities:
  - id: ceres
    name: Ceres
    type: place
    kind: dwarf planet
    within: belt
    aliases: [1 Ceres]
  - id: belt
    name: asteroid belt
    type: place
    the: true
facts:
  - id: f-ceres
    subject: ceres
    relation: discovered_in
    value: 1801
    evidence:
      - {document: guide, paragraph: 12, sentence: 2}
    witnesses: 2
    as_of: 2025-10
    according_to: guide
    ask: [value]
items:
  - id: q-ceres
    stem: Which dwarf planet lies in the asteroid belt?
    key: Ceres
    distractors: [Pluto, Eris, Haumea]
    explanation: Ceres circles the Sun between Mars and Jupiter.
    evidence:
      - {document: guide, paragraph: 3}
    difficulty: easy
    tags: [belt]
    made: true
"""


def broken(old: str, new: str) -> str:
    """The good text with one passage exchanged."""
    assert GOOD.count(old) >= 1, old
    return GOOD.replace(old, new, 1)


def line_of(text: str, part: str) -> int:
    """The line, from 1, on which the part stands first."""
    return text[: text.index(part)].count("\n") + 1
