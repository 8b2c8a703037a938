"""The item rubric: one named check per flaw.

What needs the documents or the facts behind an item is not judged here.
"""

from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.packs.lint.flaw import Check, Flaw, Level
from quizapp.packs.lint.table import ITEM_CHECKS, PACK_CHECKS

__all__ = ["ITEM_CHECKS", "PACK_CHECKS", "Check", "Flaw", "Level", "lint_item", "lint_pack"]


def lint_item(item: Item, language: str = "en") -> list[Flaw]:
    """Every flaw of one item. Checks that know English words stay silent about other languages."""
    english = language.partition("-")[0] == "en"
    flaws = [check.flaw(item) for check in ITEM_CHECKS if english or check.any_language]
    return [flaw for flaw in flaws if flaw is not None]


def lint_pack(pack: Pack) -> list[Flaw]:
    """Every flaw of every item in the pack's order, then those of the pack as a whole."""
    of_items = [flaw for item in pack.items for flaw in lint_item(item, pack.language)]
    of_the_whole = [flaw for find in PACK_CHECKS for flaw in find(pack)]
    return of_items + of_the_whole
