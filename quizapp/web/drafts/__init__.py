"""The studio in the browser: drafts made, mended and published."""

from quizapp.web.drafts import (
    desk,
    details,
    disagreements,
    documents,
    editing,
    entities,
    fact_form,
    facts,
    judged,
    making,
    preview,
    publish,
    shelf,
    text,
)
from quizapp.web.drafts.blueprint import bp

__all__ = [
    "bp",
    "desk",
    "details",
    "disagreements",
    "documents",
    "editing",
    "entities",
    "fact_form",
    "facts",
    "judged",
    "making",
    "preview",
    "publish",
    "shelf",
    "text",
]
