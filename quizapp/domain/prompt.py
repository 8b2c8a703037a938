"""An item as a player may see it. It has no key: what a page cannot hold, it cannot leak."""

from dataclasses import dataclass

LETTERS = "ABCD"


@dataclass(frozen=True, slots=True)
class Prompt:
    """Stem and options in the order of this round; `number` counts from 1, of `length`."""

    item_id: str
    stem: str
    options: tuple[str, ...]
    number: int
    length: int
    language: str = "en"

    @property
    def lettered(self) -> tuple[tuple[str, str], ...]:
        """Each option with the letter a player chooses it by."""
        return tuple(zip(LETTERS, self.options, strict=True))
