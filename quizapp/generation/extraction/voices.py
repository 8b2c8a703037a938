"""Whether a verb form, with the subject that stands before it, says what a frame says of its slots."""

from quizapp.generation.extraction.phrasebook import Reading
from quizapp.generation.extraction.subjects import Subject
from quizapp.packs.vocabulary import vocabulary

_INTRANSITIVE = vocabulary(
    "die drown perish live reside settle move work study rise grow arrive come go begin emigrate graduate"
) | {"pass away"}


def fits(reading: Reading, subject: Subject, text: str) -> bool:
    """Whether the verb form has this sense in this voice."""
    frame, tenses = reading.frame, reading.tenses
    if frame.passive:
        if "participle" not in tenses or subject.voice not in ("passive", "reduced"):
            return False
        return not subject.bare or "past" not in tenses or bool(frame.words and "by" in frame.words[0])
    if subject.voice in ("perfect", "did"):
        return ("participle" if subject.voice == "perfect" else "base") in tenses
    if subject.joined:
        return "past" in tenses and (frame.takes_object or frame.verbs <= _INTRANSITIVE)
    if subject.voice != "active":
        return False
    return bool(tenses & {"past", "present"}) or ("plural" in tenses and _is_plural(subject, text))


def turned(reading: Reading, subject: Subject) -> bool:
    """Whether an active verb states a passive frame of its object: `Y founded X in 1871`."""
    frame, tenses = reading.frame, reading.tenses
    if not frame.passive or not frame.words or "by" in frame.words[0]:
        return False
    if subject.voice in ("perfect", "did"):
        return ("participle" if subject.voice == "perfect" else "base") in tenses
    return subject.voice == "active" and bool(tenses & {"past", "present"})


def gives(reading: Reading, subject: Subject) -> bool:
    """Whether an active verb states of its first object what a passive one says: `awarded him the medal`."""
    is_finite = subject.voice == "active" and bool(reading.tenses & {"past", "present"})
    return reading.frame.passive and reading.frame.takes_object and is_finite


def _is_plural(subject: Subject, text: str) -> bool:
    last = text[subject.spans[-1].start : subject.spans[-1].end]
    return len(subject.spans) > 1 or last.lower() == "they" or last.endswith("s")
