"""A parse with its downward links laid out, because every rule looks from a word at what hangs on it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Tree:
    """The words of a parse, each with the words that hang on it, left to right."""

    def __init__(self, doc: "Doc", text: str) -> None:
        self.text = text
        self.words: list[Token] = list(doc)
        self._below: list[list[Token]] = [[] for _ in self.words]
        for word in self.words:
            if word.head.i != word.i:
                self._below[word.head.i].append(word)

    def below(self, word: "Token") -> list["Token"]:
        """The words that hang directly on that word."""
        return self._below[word.i]

    def of(self, word: "Token", *labels: str) -> list["Token"]:
        """Those of them that hang on it by one of these labels."""
        return [below for below in self._below[word.i] if below.dep_ in labels]

    def has(self, word: "Token", *labels: str) -> bool:
        """Whether anything hangs on it by one of these labels."""
        return any(below.dep_ in labels for below in self._below[word.i])

    def left_edge(self, word: "Token") -> int:
        """The place of the first word of all that hangs on the word."""
        while (below := self._below[word.i]) and below[0].i < word.i:
            word = below[0]
        return word.i

    def right_edge(self, word: "Token") -> int:
        """The place of the last word of all that hangs on the word."""
        while (below := self._below[word.i]) and below[-1].i > word.i:
            word = below[-1]
        return word.i

    def above(self, word: "Token") -> Iterator["Token"]:
        """The word, its head, the head of that, up to the root."""
        while True:
            yield word
            if word.head.i == word.i:
                return
            word = word.head
