"""Verbs hung on their subjects again where the parser lets an aside or a row of verbs lead it astray.

`Holt, who came from Ardo, lost her sight`: the verb behind the closing comma is the one that the noun before
the aside has. `founded a paper, moved to Ardo and sold it`: what is joined has the subject of the first.
Tags, auxiliaries and objects of the parse decide; where they leave two readings nothing is changed.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.generation.extraction.syntax.closing import Aside, asides, is_predicate, opens
from quizapp.generation.extraction.syntax.verbs import is_participle_form
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
_LOOSE = ("conj", "advcl", "parataxis", "acl", "acl:relcl", "advcl:relcl", "dep", "ROOT", "list", "appos")
_FINITE = ("VBD", "VBZ", "VBP")
_SUBORDINATING = ("WP", "WDT", "WP$", "WRB")
_NOMINATIVE = vocabulary("he she they I we who which that because although while if whether than")
_JOINING = ("and", "but")
_LINKS = (",", *_JOINING)
_ADVERBS = ("RB", "RBR")
# A participle may have an object all the same: `a device called Ro`, `the man given the prize`.
_WITH_OBJECT = vocabulary(
    "named called awarded given elected appointed made declared voted considered granted sent offered shown "
    "taught paid told crowned titled entitled nicknamed dubbed termed rendered deemed left kept set put"
)
_NEVER_PASSIVE = vocabulary(
    "died lived worked resided returned travelled traveled emigrated graduated retired performed lectured "
    "fled appeared remained stayed served competed arrived disappeared collapsed sank went came"
)
_MOSTLY_ACTIVE = vocabulary("moved settled studied taught toured trained")
# What is done to people, who then do the rest: `was born in Leeds, studied in Paris`.
_OF_PEOPLE = vocabulary("born educated raised baptised baptized christened brought")


def rehung(doc: Sequence["Token"]) -> None:
    """Hangs the verbs of a parse where they belong."""
    if not any(word.lower_ in _LINKS for word in doc):
        return
    closed = asides(doc)
    for aside in closed:
        if aside.verb is not None:
            _resume(doc, aside, aside.verb)
    inside = {word for aside in closed for word in range(aside.start, aside.end + 1)}
    for word in doc:
        if word.i not in inside and word.dep_ in _LOOSE and is_predicate(word):
            _join(doc, word, inside)


def _resume(doc: Sequence["Token"], aside: Aside, verb: "Token") -> None:
    """Makes the noun before the aside the subject of the verb behind it, and hangs the aside on the noun."""
    noun = aside.noun
    within = range(aside.start, aside.end + 1)
    if noun in _subjects(verb):
        _hang_aside(doc, aside)
    if _subjects(verb) or verb in (noun, aside.head):
        return
    if any(word.i not in within and word != noun for word in _subjects(aside.head)):
        return
    outer = [word for word in (noun, aside.head, verb) if word.head.i == word.i]
    heads = [word.head for word in (noun, aside.head) if word.head not in (noun, aside.head, verb)]
    is_inner = any(above == verb for head in heads for above in _above(head))
    if not outer and (not heads or is_inner):
        return
    label = next((w.dep_ for w in (noun, aside.head) if w.head not in (noun, aside.head, verb)), "ROOT")
    parent = verb if outer else heads[0]
    for word in doc[: aside.start]:
        if word.head.i in within and word.i != noun.i and word.dep_ != "punct":
            word.head = verb
    verb.head = parent
    verb.dep_ = "ROOT" if outer else label
    noun.head, noun.dep_ = verb, "nsubj:pass" if _is_passive(verb) else "nsubj"
    _hang_aside(doc, aside)
    if verb.tag_ == "VBN" and not _helpers(verb):
        verb.tag_ = "VBD"


def _hang_aside(doc: Sequence["Token"], aside: Aside) -> None:
    """Hangs the aside on its noun, and its words on its own head."""
    noun, head, within = aside.noun, aside.head, range(aside.start, aside.end + 1)
    if head.head.i not in within or head.head.i == head.i:
        head.head, head.dep_ = noun, aside.label
    for word in doc[aside.start : aside.end + 1]:
        is_second = word.head.i == noun.i and word.dep_ == "conj"
        if word.i != head.i and word.head.i not in within and (word.head.i != noun.i or is_second):
            word.head = head
        is_row = word.head == head and word.tag_ == head.tag_ == "VBN" and word.dep_ in ("advcl", "acl")
        if is_row and doc[word.i - 1].text == "," and word.i > head.i:
            word.dep_ = "conj"


def _join(doc: Sequence["Token"], verb: "Token", inside: set[int]) -> None:
    """Hangs the verb on the one whose subject it shares, where a comma or `and` joins it to that."""
    first = opens(verb)
    link = first - 1
    while link > 0 and doc[link].tag_ in _ADVERBS and doc[link].head == verb:
        link -= 1
    joining = doc[link] if link > 0 else None
    if joining is None or _subjects(verb):
        return
    is_and = joining.lower_ in _JOINING
    if not is_and and joining.text != ",":
        return
    earlier = _before(doc, link, inside)
    if earlier is None or earlier == verb or not _is_joined(doc, earlier, verb, is_and):
        return
    if earlier.head == verb and not any(below.dep_ == "mark" for below in earlier.lefts):
        is_root = verb.head == verb
        earlier.head, earlier.dep_ = earlier if is_root else verb.head, verb.dep_
    if any(above == verb for above in _above(earlier)):
        return
    earlier = _first_of_row(doc, earlier, inside)
    verb.head, verb.dep_ = earlier, "conj"
    if is_and:
        joining.head, joining.dep_ = verb, "cc"


def _first_of_row(doc: Sequence["Token"], verb: "Token", inside: set[int]) -> "Token":
    """The verb to which the others of its row are joined."""
    while verb.dep_ == "conj" and is_predicate(verb.head) and verb.head.i not in inside:
        if any(word.text in ";:" for word in doc[verb.head.i : verb.i]):
            break
        verb = verb.head
    return verb


def _before(doc: Sequence["Token"], limit: int, inside: set[int]) -> "Token | None":
    """The nearest verb before a place that has a subject or is joined to one that has."""
    for word in reversed(doc[:limit]):
        if word.i in inside:
            continue
        if word.text in ";:" or word.tag_ in _SUBORDINATING or word.lower_ in _NOMINATIVE:
            return None
        if not is_predicate(word) or any(below.tag_ == "TO" for below in word.lefts):
            continue
        if _subjects(word) or (word.dep_ == "conj" and _subjects(word.head)):
            return word
        if word.dep_ not in ("acl", "amod", "compound") or doc[word.i - 1].text == ",":
            return None
    return None


def _is_joined(doc: Sequence["Token"], earlier: "Token", verb: "Token", is_and: bool) -> bool:
    """Whether the verb can only be a second one of that subject; its tag is put right where it is."""
    helpers = _helpers(verb)
    between = doc[earlier.i + 1 : opens(verb)]
    is_pure = not any(is_predicate(word) and word.dep_ == "acl" for word in between)
    if any(helper.tag_ in (*_FINITE, "MD") for helper in helpers):
        return True
    if helpers:
        return False
    has_object = any(below.dep_ == "obj" for below in verb.rights)
    if verb.tag_ in ("VBZ", "VBP") and not is_and:
        return has_object and _goes_on(doc, verb)
    form = verb.lower_
    is_certain = (
        verb.tag_ in ("VBZ", "VBP")
        or not is_participle_form(form)
        or form in _NEVER_PASSIVE
        or (form not in _WITH_OBJECT and has_object)
        or (form in _MOSTLY_ACTIVE and earlier.lower_ in _OF_PEOPLE)
    )
    if is_certain:
        if verb.tag_ == "VBN" and not _is_perfect(earlier):
            verb.tag_ = "VBD"
        return True
    if not is_pure or not (is_and or _goes_on(doc, verb)):
        return False
    if _is_passive(earlier) or _is_perfect(earlier):
        verb.tag_ = "VBN"
        return is_and or _is_timed(doc, opens(verb) - 1)
    after = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if not is_and:
        has_earlier = any(below.dep_ == "obj" for below in earlier.rights)
        is_free = form in _MOSTLY_ACTIVE or _is_timed(doc, opens(verb) - 1)
        is_past = verb.tag_ == "VBD" or form in _MOSTLY_ACTIVE
        if is_past and not has_earlier and is_free:
            verb.tag_ = "VBD"
            return True
        return False
    return verb.tag_ == "VBD" and (after is None or after.lower_ != "by")


def _goes_on(doc: Sequence["Token"], verb: "Token") -> bool:
    """Whether another verb is joined by `and` later on."""
    joined = (word for word in doc[verb.i + 1 :] if word.lower_ == "and")
    return any(is_predicate(doc[cc.i + 1]) for cc in joined if cc.i + 1 < len(doc))


def _is_timed(doc: Sequence["Token"], comma: int) -> bool:
    """Whether a time or a maker stands before the comma, of which the next verb cannot tell."""
    before = doc[comma - 1]
    if before.ent_type_ == "DATE" or before.like_num:
        return True
    agents = (word for word in _above(before) if word.dep_ == "obl:agent")
    return next(agents, None) is not None


def _is_passive(verb: "Token") -> bool:
    if any(below.dep_ == "aux:pass" for below in verb.lefts):
        return True
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not _helpers(verb) and _is_passive(verb.head)


def _is_perfect(verb: "Token") -> bool:
    return any(helper.lower_ in ("had", "has", "have") for helper in _helpers(verb)) and not _is_passive(verb)


def _helpers(verb: "Token") -> list["Token"]:
    return [below for below in verb.lefts if below.dep_ in ("aux", "aux:pass", "cop")]


def _subjects(verb: "Token") -> list["Token"]:
    return [below for below in verb.children if below.dep_ in _SUBJECTS]


def _above(word: "Token") -> list["Token"]:
    """The word and all above it."""
    found = [word]
    while word.head.i != word.i and len(found) < 60:
        word = word.head
        found.append(word)
    return found
