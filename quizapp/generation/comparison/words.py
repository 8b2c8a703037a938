"""The words of weight in a text, as two texts are compared: without endings, diacritics, function words."""

import re
from collections.abc import Iterable
from functools import lru_cache

from quizapp.generation.aliases import words
from quizapp.packs.vocabulary import vocabulary

_LIGHT = vocabulary(
    "a an the this that these those it its he his him she her hers they their them we our us you your i "
    "my me one ones who whom whose which what where when while how why as if than then there here not "
    "no nor and or but so too very more most much many some any all both each every either neither "
    "other others another few several such same own only just also even still yet ever never always "
    "often again once already soon later now today before after during since until till about around "
    "over under above below up down out off in on at by for from to of with without within into onto "
    "upon through between among against near along behind beyond across be is are was were been being "
    "am do does did done have has had having will would shall should can could may might must make made "
    "makes take took taken get got give gave given go went gone come came say said says tell told know "
    "known call called year years month months week weeks day days time times hour hours minute minutes "
    "century centuries evening morning night january february march april june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday first second "
    "third new old great small large long last early late good well st mr mrs hundred thousand million "
    "billion two three four five six seven eight nine ten eleven twelve almost nearly thing things way "
    "part people"
)
_IRREGULAR = {
    "built": "build", "men": "man", "women": "woman", "children": "child", "feet": "foot", "won": "win",
    "wrote": "write", "written": "write", "began": "begin", "begun": "begin", "drew": "draw", "drawn": "draw",
    "struck": "strike", "bought": "buy", "sold": "sell", "held": "hold", "led": "lead", "left": "leave",
    "lost": "lose", "met": "meet", "paid": "pay", "sank": "sink", "sunk": "sink",
    "taught": "teach", "thought": "think", "broke": "break", "broken": "break", "fell": "fall",
    "found": "find", "flew": "fly", "grew": "grow", "grown": "grow", "rose": "rise", "risen": "rise",
    "stood": "stand", "became": "become", "died": "die", "dies": "die", "dying": "die", "teeth": "tooth",
    "wives": "wife", "lives": "life", "shot": "shoot", "cut": "cut", "laid": "lay",
}  # fmt: skip
_LIGHT_PASTS = vocabulary(
    "was were had did took made went came got gave ran kept spent became said told put set"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_IS_A = re.compile(
    r"(?:The )?(?P<name>[^,.;:]{2,60}?)(?: \([^)]*\))? (?:is|was) (?:an?|the) (?P<what>[^,.;:]+?)"
    r"(?= (?:in|on|of|at|based|over|from|that|which|who|by|between|near|and|off)\b|[,.;:])"
)
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZÀ-ÖØ-Þ][^\W\d_]+")
_ENDINGS = ("ings", "ing", "ed", "es", "s")
_SHORTEST = 3


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """What the forms of a word have in common: opened, opening, opens."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    word = word.removesuffix("e") if len(word) > _SHORTEST else word
    return f"{word[:-1]}i" if word.endswith("y") and len(word) > _SHORTEST else word


def is_past(word: str) -> bool:
    """Whether a word looks like a verb in the past tense."""
    return word.endswith("ed") or word in _LIGHT_PASTS or _IRREGULAR.get(word, word) != word


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """The stems of the words of weight, in their order."""
    plain = (words(found[0].removesuffix("’s").removesuffix("'s")) for found in _WORD.finditer(text))
    return tuple(stem(word) for each in plain for word in each if word not in _LIGHT and len(word) > 1)


def names(text: str) -> frozenset[str]:
    """The stems of the capitalised words inside a sentence."""
    return frozenset(word for name in _NAME.findall(text) for word in stems(name))


def subject_words(title: str, sentences: Iterable[str]) -> frozenset[str]:
    """The words for what a text is about: those of its title, and what the title’s bearer is said to be."""
    named = frozenset(stems(title))
    said = (_IS_A.match(text) for text in sentences)
    kinds = (stems(each["what"])[-1:] for each in said if each and named & set(stems(each["name"])))
    return named | frozenset(next(kinds, ()))
