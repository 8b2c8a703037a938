"""Who made a work, read off the parse: agents of making, jobs held, and the companies behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizapp.domain.fact import EntityType
from quizapp.generation.extraction.candidate import Candidate, Mention
from quizapp.generation.extraction.syntax.bounds import preposition_of
from quizapp.generation.extraction.syntax.people import bearer
from quizapp.generation.extraction.syntax.proper import listed, people_at, person_at, run, text_of
from quizapp.generation.extraction.syntax.seen import Seen, person
from quizapp.generation.extraction.syntax.titles import is_work_noun, titles_after
from quizapp.generation.extraction.syntax.verbs import is_passive, noun_lemma, verb_lemma
from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_MAKING = {
    "direct": "directed", "write": "wrote", "pen": "wrote", "script": "wrote", "edit": "edited",
    "compose": "composed_music_for", "score": "composed_music_for", "photograph": "photographed",
}  # fmt: skip
_SCRIPTS = vocabulary("script screenplay teleplay")
_MUSIC = vocabulary("music score soundtrack")
_JOBS = {
    "director": "directed", "writer": "wrote", "screenwriter": "wrote", "composer": "composed_music_for",
    "editor": "edited", "designer": "production_designer_of", "showrunner": "showrunner_of",
    "producer": "produced",
}  # fmt: skip
_HOLDING = vocabulary("serve work list credit act name")
_COMPANIES = vocabulary("company studio house label producer")
_FOR_WORKS = vocabulary("project production work title film series show movie drama hit")
_FILMERS = ("filmmaker", "director")
_HELPING = vocabulary("cooperation collaboration partnership")


def made_by(seen: Seen) -> Iterator[Candidate]:
    """`The series is directed by X and written by Y`, `the film, edited by Z`."""
    for verb in seen.tree.words:
        relation = _MAKING.get(verb_lemma(verb)) if verb.tag_ in ("VBN", "VBD") else None
        if relation is None or not seen.is_said(verb):
            continue
        work, relation = _made(seen, verb, relation)
        for name in _agents(seen, verb):
            if work:
                yield seen.candidate(person(name, "filmmaker"), relation, work, "made by")


def from_script(seen: Seen) -> Iterator[Candidate]:
    """`a film directed by X from a screenplay by Y`: who wrote it."""
    for script in seen.tree.words:
        if script.lower_ not in _SCRIPTS or preposition_of(seen.tree, script) != "from":
            continue
        verb = next((w for w in seen.tree.above(script) if w.tag_ in ("VBN", "VBD")), None)
        work = _made(seen, verb, "")[0] if verb is not None and seen.is_said(verb) else None
        for writer in seen.tree.of(script, "nmod") if work else ():
            if work and preposition_of(seen.tree, writer) == "by":
                for name in people_at(seen.tree, writer):
                    yield seen.candidate(person(name, "filmmaker"), "wrote_screenplay_of", work, "script")


def holds_job(seen: Seen) -> Iterator[Candidate]:
    """`X is the showrunner`, `X serves as editor and Y as composer`, `X, Y and Z are listed as producers`."""
    if seen.main is None:
        return
    for job in seen.tree.words:
        relation = _job(seen, job)
        if relation is None or _is_of_another(seen, job):
            continue
        for name in _holders(seen, job):
            yield seen.candidate(person(name, "filmmaker"), relation, seen.main, "job")


def its_job(seen: Seen) -> Iterator[Candidate]:
    """`The show’s director, X`: of the work that the owner means."""
    for job in seen.tree.words:
        relation = _job(seen, job)
        for owner in seen.tree.of(job, "nmod:poss") if relation else ():
            work = seen.work(owner) or (seen.main if owner.lower_ == "its" else None)
            for name in (person_at(seen.tree, below) for below in seen.tree.of(job, "appos", "flat")):
                if name and work and relation and seen.line.is_plain(job.idx):
                    yield seen.candidate(person(name, "filmmaker"), relation, work, "its job")


def known_for(seen: Seen) -> Iterator[Candidate]:
    """`X, a filmmaker known for titles like Y and Z`: X directed them."""
    for job in seen.tree.words:
        known = [w for w in seen.tree.of(job, "acl") if w.lower_ == "known"] if job.lower_ in _FILMERS else []
        name = bearer(seen, job) if known and seen.line.is_plain(job.idx) else None
        for noun in seen.tree.words[job.i :] if name else ():
            if noun.tag_ != "NNS" or not is_work_noun(noun):
                continue
            for title in titles_after(seen.tree, noun):
                work = Mention(title.name, EntityType.WORK, title.kind)
                yield seen.candidate(person(name or "", "filmmaker"), "directed", work, "known for")


def companies(seen: Seen) -> Iterator[Candidate]:
    """`produced by X`, `X is the production company behind the series`, `X, a studio responsible for Z`."""
    for word in seen.tree.words:
        if verb_lemma(word) == "produce" and word.tag_ in ("VBN", "VBD") and seen.is_said(word):
            work, _ = _made(seen, word, "")
            for agent in _by(seen, word):
                if work and (name := _company(seen, agent)):
                    yield _produced(seen, work, name, "produced by")
        elif noun_lemma(word) in _COMPANIES and word.tag_ == "NN":
            yield from _behind(seen, word)


def _made(seen: Seen, verb: "Token", relation: str) -> tuple[Mention | None, str]:
    """The work that was made; of `the music, composed by` the document's, and which part of it."""
    what = _done_to(seen, verb)
    if what is None:
        return None, relation
    if noun_lemma(what) in _SCRIPTS | _MUSIC and is_work_noun(what) is False:
        return seen.main, "wrote" if noun_lemma(what) in _SCRIPTS else "composed_music_for"
    return seen.work(what), relation


def _done_to(seen: Seen, verb: "Token") -> "Token | None":
    """What the passive verb is done to: its subject, or the noun that it hangs on and whom that describes."""
    while verb.dep_ == "conj" and not seen.tree.has(verb, "nsubj:pass", "nsubj"):
        verb = verb.head
    if own := seen.tree.of(verb, "nsubj:pass", "nsubj"):
        is_done = is_passive(seen.tree, verb) or seen.tree.has(verb, "obl:agent") or _by(seen, verb)
        subject = own[0] if is_done else None
        # `It is the first series produced by`: the parser gives the participle the predicate as subject.
        return _said_of(seen, subject) if subject is not None else None
    if not verb.dep_.startswith("acl"):
        return None
    return _said_of(seen, verb.head)


def _said_of(seen: Seen, noun: "Token") -> "Token":
    """Whom a noun describes: of `It is a series` it, of `Salt, a series` Salt."""
    if seen.tree.has(noun, "cop"):
        return next(iter(seen.tree.of(noun, "nsubj")), noun)
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return noun.head
    return noun


def _by(seen: Seen, verb: "Token") -> list["Token"]:
    """The agents of a passive; those of the verbs joined to it are their own."""
    below = seen.tree.of(verb, "obl:agent", "obl")
    found = [one for one in below if preposition_of(seen.tree, one) == "by"]
    joined = [one for one in seen.tree.of(verb, "conj") if one.tag_ == "VBN"]
    # Of `developed and produced by X` both have one agent.
    return found or ([each for one in joined[:1] for each in _by(seen, one)] if joined else [])


def _agents(seen: Seen, verb: "Token") -> list[str]:
    """The people by whom it was done, with those in cooperation with whom they did it."""
    names: list[str] = []
    for agent in _by(seen, verb):
        named = [w for w in (agent, *seen.tree.of(agent, "flat", "appos")) if person_at(seen.tree, w, True)]
        single = verb_lemma(verb) in ("compose", "score")
        names += people_at(seen.tree, named[0], single) if named else []
    for helping in seen.tree.of(verb, "obl"):
        if noun_lemma(helping) in _HELPING:
            names += [name for one in seen.tree.of(helping, "nmod") if (name := person_at(seen.tree, one))]
    return names


def _job(seen: Seen, word: "Token") -> str | None:
    """The relation of somebody with that job to the work; a designer is one of the production."""
    lemma = noun_lemma(word)
    if lemma == "designer" and (word.i == 0 or seen.tree.words[word.i - 1].lower_ != "production"):
        return None
    return _JOBS.get(lemma) if word.pos_ == "NOUN" else None


def _is_of_another(seen: Seen, job: "Token") -> bool:
    """Whether the job is said to be held elsewhere, or is one of several kinds: `music director`."""
    if any(
        preposition_of(seen.tree, below) in ("of", "for", "at", "on") for below in seen.tree.of(job, "nmod")
    ):
        return True
    kinds = [below.lower_ for below in seen.tree.of(job, "compound", "amod")]
    return any(kind not in ("production", "screenplay", "film", "executive") for kind in kinds)


def _holders(seen: Seen, job: "Token") -> list[str]:
    """Who holds the job: the subject of `is`, of `serves as`, or the name right before `as`."""
    tree = seen.tree
    if copula := tree.of(job, "cop"):
        is_said = seen.is_said(job) and not any(w.lower_ in ("a", "an") for w in tree.of(job, "det"))
        if not copula[0].i or not is_said:
            return []
        before = tree.words[copula[0].i - 1]
        if copula[0].lower_ in ("is", "was"):  # `X was the writer, and Y was the editor` is no list
            return [name for name in (person_at(tree, before),) if name]
        return people_at(tree, before)
    opens = next((case for case in tree.of(job, "case") if case.lower_ == "as"), None)
    if opens is None or opens.i == 0 or not seen.line.is_plain(opens.idx):
        return []
    before = tree.words[opens.i - 1]
    if before.pos_ == "VERB" and verb_lemma(before) in _HOLDING:
        first = min([before, *tree.of(before, "aux", "aux:pass")], key=lambda word: word.i)
        return people_at(tree, tree.words[first.i - 1]) if first.i else []
    verb = next((w for w in tree.above(job) if w.pos_ == "VERB"), None)
    name = person_at(tree, before)
    return [name] if name and verb is not None and verb_lemma(verb) in _HOLDING else []


def _company(seen: Seen, word: "Token") -> str | None:
    """The name of the company that the word heads; no person's."""
    found = run(seen.tree, word)
    if found is None:
        return None
    name = text_of(seen.tree, found)
    is_person = any(w.ent_type_ == "PERSON" for w in seen.tree.words[found[0] : found[1] + 1])
    return None if is_person and person_at(seen.tree, word) else name


def _behind(seen: Seen, company: "Token") -> Iterator[Candidate]:
    """What a noun for a company says of the name that it describes."""
    tree = seen.tree
    if tree.has(company, "cop"):
        named = next(iter(tree.of(company, "nsubj")), None)
    else:
        named = company.head if company.dep_ == "appos" else None
    name = _company(seen, named) if named is not None and len(listed(tree, named)) == 1 else None
    if name is None or not seen.line.is_plain(company.idx):
        return
    for below in tree.of(company, "nmod", "obl"):
        if preposition_of(tree, below) == "behind" and (work := seen.work(below)):
            yield _produced(seen, work, name, "company behind")
    for known in tree.of(company, "amod", "acl"):
        if known.lower_ not in ("responsible", "known"):
            continue
        for below in tree.of(known, "obl"):
            if preposition_of(tree, below) == "for" and noun_lemma(below) in _FOR_WORKS:
                for title in titles_after(tree, below):
                    work = Mention(title.name, EntityType.WORK, title.kind)
                    yield _produced(seen, work, name, "company works")


def _produced(seen: Seen, work: Mention, company: str, pattern: str) -> Candidate:
    value = Mention(company, EntityType.ORGANISATION, "company")
    return seen.candidate(work, "produced_by", value, pattern)
