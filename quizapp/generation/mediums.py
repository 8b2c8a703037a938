"""What a work is shown or printed as, by the words for it."""

_MEDIUMS = (
    frozenset({"film", "movie"}),
    frozenset({"series", "show", "sitcom", "miniseries"}),
    frozenset({"novel", "book"}),
)


def are_two_mediums(one: str, other: str) -> bool:
    """Whether no single work is called both: a film, a series."""
    mediums = [next((m for m in _MEDIUMS if m & set(kind.split())), None) for kind in (one, other)]
    return None not in mediums and mediums[0] != mediums[1]
