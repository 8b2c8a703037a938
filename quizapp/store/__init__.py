"""What is kept: rows and named queries, one noun per module. The rules are in `domain`."""

from quizapp.store import (
    attempt,
    board_tree,
    correction,
    draft,
    draft_document,
    draft_task,
    flag,
    group,
    journal,
    listing,
    mark,
    player,
    published_pack,
    response,
    standing,
)

# Importing them here makes every table known, whichever of them is used first.
__all__ = [
    "attempt",
    "board_tree",
    "correction",
    "draft",
    "draft_document",
    "draft_task",
    "flag",
    "group",
    "journal",
    "listing",
    "mark",
    "player",
    "published_pack",
    "response",
    "standing",
]
