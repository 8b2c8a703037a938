"""What somebody did, or what befell something, in words that stand on their own outside their document.

Both readings of the general route give a verb phrase as places in a sentence; here it gets its one normal
form, or is refused. The rules are strict, since nothing but the words themselves makes such a question good.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from quizapp.generation import english
from quizapp.generation.extraction import context
from quizapp.generation.extraction.deed_verbs import (
    COMPLETE,
    OF_ONE,
    ONCE,
    RECURRING,
    VAGUE,
)
from quizapp.generation.extraction.names import UPPER
from quizapp.generation.extraction.told import Told, adverbs, end_before_next, has_time, head, timed
from quizapp.generation.extraction.values import values

_LONGEST_PREDICATE = 16
# A bracket inside a phrase: `the corner of California and Dupont (now Grant) streets`.
_CUT = re.compile(r" ?\([^)]*\) (?!and\b|in\b|on\b|at\b|to\b|by\b|for\b|with\b|from\b|as\b)[a-z]")
# Who came along, and what for, may go too.
_COMPANY = re.compile(r" with (?:his|her|their|its) (?:[a-z]+ )?[a-z]+(?= |$)")
_REASON = re.compile(r" for (?:the|his|her|their|its|an?) [a-z][^A-Z]*$")
_PURPOSE = re.compile(r" (?:in order|so as) to [a-z].*$")
_PRICE = re.compile(r" for [£$€]\d[\d.,]*(?: (?:thousand|million|billion))?$")
# What a name in the words is, said in commas before the time.
_APPOSED = re.compile(r"(?<=[\w”]), (?:an?|the) [a-z][^,;:()]*$")
# What a comma sets off behind says more, and need not be kept: `entered the Long School, in Skell`.
_SET_OFF = re.compile(
    r", (?:in|on|at|with|without|for|as|to|under|by|from|along|alongside|together|near|after|before"
    r"|during) .*"
)
_THERE = re.compile(r" there$")
# Of `Amarillo, Texas` the first half is enough.
_SECOND_HALF = re.compile(rf"(?<=\w), [{UPPER}][\w’-]*(?: [{UPPER}][\w’-]*)?$")
_FILLER = re.compile(
    r"(?<![\w-])(?:then|also|later|finally|eventually|subsequently|thus|hence|soon|too|instead|meanwhile|however"
    r"|afterwards|thereafter|accordingly|successfully|officially|formally|promptly|immediately|quickly|gradually"
    r"|simply)(?![\w-]),? ?"
)
_REFUSED_ADVERB = re.compile(
    r"\b(?:again|once|twice|often|usually|sometimes|always|still|only|even|just|already|long|partly|largely|mainly"
    r"|mostly|rarely|seldom|regularly|repeatedly|frequently|jointly|together|both|each|all|now|initially"
    r"|originally|unofficially|temporarily|secretly|nearly|possibly|early|reportedly|unsuccessfully|briefly)\b"
)
_SHARED = re.compile(
    r"\b(?:with|together|alongside|accompanied|joined by|part|among|including|one of|members?)\b"
)
_MOST = r"(?!(?:\w*(?:west|rest|guest|interest|test|priest|harvest|honest|request)|best|latest)\b)\w{3,}est"
_FIRST = re.compile(rf"\bthe (?:first|last|{_MOST}) ")
_AMONG = re.compile(rf"\b(?:first|last|only|most|{_MOST})\b")
# Where and with whom, which may go: `made her film debut | opposite Otto Finch in The Silent Fox`.
_ADJUNCT = re.compile(
    rf" (?:in|at|on|during|opposite|alongside) (?:the )?(?:[a-z\d][\w-]* ){{0,3}}[“\"]?[{UPPER}\d]"
)
_SUPERLATIVE = re.compile(
    rf"the (?:(?:second|third|fourth|fifth)[ -])?(?:first|last|{_MOST}"
    r"|most [a-z]+(?:ous|ed|al|ive|ful|ern|ent|ant|ly|ing))\b"
)
# When it was is one thing more: `the first woman to win it, in 1871`.
_ITS_TIME = re.compile(r", (?:in|on) (?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}$")
# What hardly anybody does twice in a life, though no name says what.
_STEP = re.compile(
    r"(?:first )?(?:qualified as an? [a-z]+(?: [a-z]+)?|joined the (?:army|navy)|turned professional"
    r"|ordained (?:as )?(?:a )?(?:priest|deacon|minister|rabbi)|entered (?:politics|the priesthood)"
    r"|left (?:school|politics|the (?:army|navy|priesthood|stage))|broke the surface|entered service"
    r"|set (?:out|off|sail) on (?:her|its) maiden voyage"
    r"|granted (?:(?:a|its) )?(?:(?:town|city|market|royal|borough|municipal) (?:charter|rights"
    r"|privileges|status)"
    r"|independence|autonomy|statehood)|(?:gained|declared|won|regained|achieved"
    r"|lost) (?:its )?(?:independence"
    r"|autonomy|statehood)|became (?:a republic|an? (?:[A-Z][a-z]+ )?(?:colony|protectorate)|independent"
    r"|a city"
    r"|a kingdom|a county|a state)|abolished (?:slavery|serfdom|the death penalty|the monarchy)"
    r"|(?:went|put) (?:on (?:sale|display|show|the market)|into (?:service|production|operation|use|print))"
    r"|came (?:to power|into (?:force|use|effect|operation|service))|went (?:bankrupt|public|on (?:air"
    r"|the air))"
    r"|(?:patented|invented) an? (?:(?!to\b|that\b|for\b|of\b)[a-z-]+ ){1,3}[a-z-]+)"
)
# With its particle a common verb tells of one deed: `set up the Quill Works`, `took over Ost Lines`.
_PHRASAL = re.compile(
    r"(?:set (?:up|sail)|set out (?:on|for|to|from)|gave up|took (?:over|office|possession|command)"
    r"|bought out"
    r"|brought out|put out|called off|(?:set|broke) off|finished (?:school|building)) "
)
_MADE = re.compile(
    r"made (?:an? )?(?:honorary |full )?(?:[a-z]+ )?(?:baron|baroness|bishop|archbishop|cardinal|citizen"
    r"|commander|companion|count|curator|dame|dean|director|duke|earl|fellow|freeman|governor|head|knight"
    rf"|member|officer|professor|president|rector) (?:of|at|in) (?:the )?(?:[a-z]+ )?[{UPPER}]"
)
_PRIZE = re.compile(r"[A-Z]\w+ (?:[A-Z]\w+ )*(?:Prize|Medal|Award)\b")
# Nobody is asked about these.
_TACTLESS = re.compile(
    r"\b(?:rap(?:ed?|ing|ist|ists)|molest\w*|abus(?:e|ed|er|ing|ive)|suicide|harass\w*|hang(?:ed)? (?:him"
    r"|her)self"
    r"|sexual\w*|assaulted|indecent\w*|incest\w*|miscarri\w+|overdose\w*|own (?:life|hands|way|terms)"
    r"|(?:shot|killed|drowned|hanged) \w+self)\b"
)
# What is no deed, or one of a hundred in a game.
_PASSING = ("took place", "drove in ", "batted in ", "struck out ")
_PREPOSITION = "in|on|at|to|from|by|as|into|for|with|under|near"
_ANCHOR = re.compile(r"\b(?:in|of|on|to|from) (?:the )?(?:world|universe|[Ss]olar [Ss]ystem)\b")


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb phrase in its normal form: the verb as it stands with its complements, without its time.

    `alone`: the sentence does not say that others took part.
    """

    verb: str
    text: str
    passive: bool
    past: bool
    year: str = ""
    date: str = ""
    alone: bool = True

    @property
    def rest(self) -> str:
        """The words after the verb."""
        return self.text.removeprefix("first ").partition(" ")[2]

    @property
    def has_object(self) -> bool:
        """Whether more than a place or another adjunct follows an active verb."""
        return not self.passive and bool(re.match(rf"(?!(?:{_PREPOSITION})\b).", self.rest))


# Both readings come upon the same clauses, and an author is offered them once more.
@lru_cache(maxsize=64)
def deed(text: str, told: Told) -> Deed | None:
    """The verb phrase of a clause in its normal form; None where it would need its text to be understood."""
    found, before = head(text, told), adverbs(text, told)
    if found is None or refused_adverb(before):
        return None
    verb, passive, is_past = found
    end = end_before_next(text, told.verb[1], told.end)
    time, rest = timed(text, replace(told, end=end))
    rest = _shortened(tidied(rest))
    # To be awarded with a prize is to be awarded it.
    rest = rest.removeprefix("with ") if passive and verb == "awarded" else rest
    if _CUT.match(text, end):
        return None
    if (time is None and has_time(text, told)) or not context.stands_alone(rest):
        return None
    if _TACTLESS.search(f"{verb} {rest}"):
        return None
    first = "first " if "first" in before else ""
    return Deed(
        english.base(verb),
        f"{first}{verb} {rest}".strip(),
        passive,
        is_past,
        time.content[:4] if time else "",
        time.content if time and len(time.content) == 10 else "",
        not _SHARED.search(text[told.opening : told.end]),
    )


def _shortened(rest: str) -> str:
    """The words without the last places and company where they are too many, if names tell enough without.

    Of the first or the most of a kind the place says among whom, and has to stay.
    """
    if len(rest.split()) <= context.MOST_WORDS or _AMONG.search(rest):
        return rest
    found = [each.start() for each in _ADJUNCT.finditer(rest)]
    fitting = [at for at in found if len(rest[:at].split()) <= context.MOST_WORDS]
    shorter = rest[: fitting[-1]] if fitting else ""
    return shorter if context.holds_name(shorter) or context.owners(shorter) else rest


def is_telling(found: Deed) -> bool:
    """Whether the deed stands alone in its subject's story, so that one year says when it was done."""
    if not found.past or found.text.startswith(_PASSING):
        return False
    if found.passive and found.text.startswith("first "):
        return True
    if found.verb in RECURRING and (_FIRST.search(found.text) or context.OWN.search(found.text)):
        return True
    if _is_once(found):
        return True
    if _STEP.fullmatch(found.text):
        return True
    is_common = found.verb in VAGUE | RECURRING and not _PHRASAL.match(found.text)
    if is_common and not (_is_made(found) or _is_let_in(found)):
        return False
    if re.search(rf"(?<![\w’'-])[{UPPER}]", found.rest) or context.OWN.search(found.rest):
        return True
    return found.verb in COMPLETE and found.rest in ("", "from service")


def _is_let_in(found: Deed) -> bool:
    """Whether a body took somebody in, which verbs of speech do not do: `admitted to the Vale Society`."""
    return found.passive and bool(re.match(r"(?:admitted (?:to|into|as)|called to the) ", found.text))


def _is_made(found: Deed) -> bool:
    """Whether somebody was raised to a rank: `made a Dame`, `made a knight of the Order of Skell`."""
    return bool(re.match(r"made an? [A-Z]", found.text)) or (found.passive and bool(_MADE.match(found.text)))


def _is_once(found: Deed) -> bool:
    """Whether hardly anybody does it twice: weddings, degrees and prizes, of which the name is given."""
    if found.verb == "win":
        return bool(_PRIZE.search(found.rest))
    return found.verb in ONCE and context.holds_name(found.rest)


def is_of_one(found: Deed) -> bool:
    """Whether only one can have done it: once, at a time given, or for the first time ever."""
    once = found.year and found.verb in OF_ONE and context.opens_with_name(found.rest)
    known = context.holds_name(found.rest) and not context.owners(found.rest)
    return found.alone and known and bool(once or _FIRST.search(found.text))


def superlative(text: str, start: int, end: int) -> str:
    """The predicate `the first woman to climb Mount Skarn`, where it names what it is compared with."""
    found = _ITS_TIME.sub("", " ".join(text[start:end].split()).rstrip(" ,"))
    found = found.replace("the first and only ", "the first ", 1)
    opens = _SUPERLATIVE.match(found)
    rest = found[opens.end() :] if opens else ""
    sound = (
        3 <= len(found.split()) <= _LONGEST_PREDICATE
        and (context.holds_name(rest) or _ANCHOR.search(rest))
        and not context.needs_text(rest)
        and context.is_whole(rest)
        and context.knows_its_articles(rest)
        and not values(found)
    )
    return found if sound else ""


def refused_adverb(said: str) -> bool:
    """Whether an adverb says that it was done again, partly, in secret or with others."""
    return bool(_REFUSED_ADVERB.search(said))


def tidied(rest: str) -> str:
    """The words after the verb without fillers, company, reason and what commas set off."""
    said = _SET_OFF.sub("", " ".join(_FILLER.sub("", f"{rest} ").split()).strip(" ,").replace(" ,", ","))
    plain = _PURPOSE.sub("", _APPOSED.sub("", said))
    return _SECOND_HALF.sub("", _REASON.sub("", _COMPANY.sub("", _THERE.sub("", _PRICE.sub("", plain)))))
