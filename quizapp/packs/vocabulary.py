"""Lists of words, written as prose so that they can be read and grown."""


def vocabulary(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())
