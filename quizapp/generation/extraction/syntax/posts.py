"""Posts hung on their holders again: `professor of botany | at the school`, `succeeded as head | by Holt`.

The parser mostly hangs the last of several phrases on the one right before it; of these shapes it is known
better.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.packs.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_FIELDS = vocabulary(
    "professor lecturer reader teacher tutor student curator chair fellow master instructor"
)


def rehung_posts(doc: Sequence["Token"]) -> None:
    """Hangs the place of a post on the post, and who took it over on the verb."""
    for word in doc:
        if word.dep_ == "case" and word.lower_ == "at":
            _hang_place(doc, word.head)
        elif word.dep_ == "case" and word.lower_ == "by":
            _hang_agent(doc, word.head)


def _hang_place(doc: Sequence["Token"], place: "Token") -> None:
    """`professor of botany at the university`: what stands at a university is no field."""
    field = place.head
    post = field.head
    is_of = any(word.head == field and word.lower_ == "of" for word in doc[post.i + 1 : field.i])
    is_bare = not any(word.head == field and word.dep_ in ("det", "nmod:poss") for word in doc)
    if place.dep_ == "nmod" and field.dep_ == "nmod" and is_of and is_bare and post.lower_ in _OF_FIELDS:
        place.head = post


def _hang_agent(doc: Sequence["Token"], agent: "Token") -> None:
    """`was succeeded as director by Holt`: who did it, where nobody else is said to have done it."""
    post = agent.head
    verb = post.head
    if agent.dep_ != "nmod" or post.dep_ != "obl" or verb.tag_ not in ("VBN", "VBD"):
        return
    below = [word for word in doc if word.head == verb]
    is_passive = any(word.dep_ == "aux:pass" for word in below)
    has_agent = any(word.dep_ == "obl:agent" for word in below)
    is_as = any(word.head == post and word.lower_ == "as" for word in doc[verb.i + 1 : post.i])
    if is_passive and is_as and not has_agent:
        agent.head, agent.dep_ = verb, "obl:agent"
