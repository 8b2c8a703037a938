"""What on a page is not the article: menus, share bars, captions, other headlines, author boxes, forms.

Rules look at the shape and wording that such lines have on any site. A line is judged alone first, then by
its neighbours. When in doubt a line stays: a fact needs a sentence, and furniture seldom states one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.utils import default_process

from quizapp.packs.passage import Passage

# Longer lines are prose, whatever words stand in them.
_LONGEST_NOTICE = 160

_NOTICES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "share bar",
            r"(share|tweet|pin|e-?mail|print|copy link|facebook|whatsapp)( (this|on|via)\b.{0,30})?",
        ),
        (
            "comment form",
            r".*\b(leave a (comment|reply)|(join|in) the (comments?|conversation)\b|post a comment).*",
        ),
        (
            "comment form",
            r"your e-?mail address will not be published.*|\d+ comments?|(log|sign) in to comment.*",
        ),
        ("feedback form", r"(was|did you find) this \w+ (helpful|useful).*|rate this \w+.*"),
        (
            "read-on link",
            r"(read|continue|view|see|load|show) (more|on|all|next|reading|(the )?(full|entire|whole))\b.*",
        ),
        ("time stamp", r"\d+ (second|minute|hour|day|week|month|year)s? ago\b.{0,12}"),
        ("time stamp", r"((first |last )?(published|updated|posted|modified))( on|:)? .*\d.*"),
        (
            "spoiler notice",
            r"\W*(this \w+ )?(may|might|could)? ?contains? (\w+ )?spoilers?\W*|\W*spoilers?( ahead)?\W*",
        ),
        ("advert", r"(advertisement|sponsored( content)?|promoted)"),
        (
            "advert",
            r".*\b(subscribe|sign up|newsletter|follow us|download (our|the) app|preferred .*source)\b.*",
        ),
        ("advert", r"don['’]t miss (any|out|our)\b.*"),
        (
            "author box",
            r"(written|reviewed|edited|words|story) by\b.{0,60}|about the authors?|.* avatar|by [A-Z]\S+ \S+",
        ),
        (
            "author box",
            r"(\w+[ -])?(editor|writer|reporter|journalist|critic|contributor) (of|at|for|on)\b[^.]*\.?",
        ),
        (
            "cookie notice",
            r".*\b(we use cookies|accept (all )?cookies|privacy policy|terms of (use|service))\b.*",
        ),
        (
            "related headlines",
            r"(related|you may also like|recommended|more (from|on)|trending|most read|also read)\b.*",
        ),
        ("copyright", r"(©|\(c\)|copyright\b).*"),
    )
)
_BIOGRAPHY = re.compile(
    r"^(?:\w+ ){1,3}(?:joined \S.* (?:as an?|in \d{4})|(?:is|was) an? (?:\w+[- ]){0,3}"
    r"(?:writer|editor|reporter|journalist|contributor|critic)\b.* (?:at|for|covering|based in)\b)"
)
_MENU = re.compile(r"[^|»›•·]{1,30}(?:\s[|»›•·]\s?[^|»›•·]{1,30}){2,}")
_CREDIT = re.compile(
    r"\b(photo|image|picture|still|video)s?( credit)?\s?(:|by\b)|\bcourtesy of\b|\bgetty images\b"
    r"|\bcredit:|/(shutterstock|ap)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"[A-Z][A-Z ,.]{2,40}[–—-] [A-Z]+ \d{1,2}:")
_SENTENCE_END = re.compile(r"[.!?:;][\"”’')\]*_]*(?:\[\w{1,3}\])*$")


def furniture(lines: Sequence[Passage]) -> dict[int, str]:
    """For each passage that is not the article its number and what it is."""
    found = {line.number: reason for line in lines if (reason := _alone(line))}
    for rule in _RULES:
        found.update(rule(lines, found))
    return found


def _alone(line: Passage) -> str:
    if (_CREDIT.search(line.text) and len(line.text) < 2 * _LONGEST_NOTICE) or _DATELINE.match(line.text):
        return "caption"
    if len(line.text) > 2 * _LONGEST_NOTICE:
        return ""
    if _MENU.fullmatch(line.text):
        return "menu"
    if _BIOGRAPHY.match(line.text):
        return "author box"
    if len(line.text) > _LONGEST_NOTICE:
        return ""
    return next((reason for reason, notice in _NOTICES if notice.fullmatch(line.text)), "")


def _caption_heads(lines: Sequence[Passage], found: dict[int, str]) -> dict[int, str]:
    """A heading right above a caption names the picture; the page's first line is its title all the same."""
    return {
        above.number: "caption"
        for above, line in pairwise(lines[1:])
        if found.get(line.number) == "caption" and _is_bare(above) and above.number not in found
    }


def _credit_lines(lines: Sequence[Passage], _found: dict[int, str]) -> dict[int, str]:
    """Two bare lines amid prose, the second of one to three words: a picture's caption and its source."""
    dropped: dict[int, str] = {}
    for before, above, line, below in zip(lines, lines[1:], lines[2:], lines[3:], strict=False):
        amid_prose = not _is_bare(before) and not _is_bare(below)
        if amid_prose and _is_bare(above) and _is_bare(line) and len(line.text.split()) <= 3:
            dropped |= {above.number: "caption", line.number: "caption"}
    return dropped


def _author_box(lines: Sequence[Passage], found: dict[int, str]) -> dict[int, str]:
    """What follows `Written by` near the end of a page is about the author."""
    for place, line in enumerate(lines):
        near_end = place >= len(lines) - 5 and place > len(lines) // 2
        if near_end and found.get(line.number) == "author box":
            return {later.number: "author box" for later in lines[place:]}
    return {}


def _bylines(lines: Sequence[Passage], _found: dict[int, str]) -> dict[int, str]:
    """Bare names near the top that repeat one another."""
    top = lines[:8]
    texts = [line.text for line in top]
    return {
        line.number: "author box"
        for line in top[1:]
        if _is_bare(line) and len(line.text.split()) <= 4 and texts.count(line.text) > 1
    }


def _repeated_title(lines: Sequence[Passage], _found: dict[int, str]) -> dict[int, str]:
    """Bare lines near the top that say the title over again: alternative texts of pictures."""
    return {
        line.number: "repeated title"
        for line in lines[1:6]
        if _is_bare(line) and token_set_ratio(lines[0].text, line.text, processor=default_process) >= 85
    }


def _trailing_headlines(lines: Sequence[Passage], found: dict[int, str]) -> dict[int, str]:
    """Lines after the last prose that do not end like sentences: teasers of other articles."""
    dropped: dict[int, str] = {}
    for line in reversed(lines[1:]):
        if line.number in found:
            continue
        is_sentence = _SENTENCE_END.search(line.text) and not line.text.endswith("...")
        if is_sentence or len(line.text) > 2 * _LONGEST_NOTICE:
            break
        dropped[line.number] = "related headlines"
    return dropped


def _is_bare(line: Passage) -> bool:
    """Whether a line is short and does not end like a sentence."""
    return len(line.text) <= 120 and not _SENTENCE_END.search(line.text)


_RULES = (_caption_heads, _credit_lines, _author_box, _bylines, _repeated_title, _trailing_headlines)
