"""Names for players who have not chosen one: two friendly words, such as "Brave Otter"."""

from collections.abc import Iterator
from functools import cache
from itertools import count
from random import Random
from typing import Any, cast

from coolname import RandomGenerator
from coolname.data import config

from quizapp.services.names import LONGEST

DRAWS_WITHOUT_NUMBER = 4
HIGHEST_NUMBER = 9999

_TRAITS = """
    adventurous agile attentive bold brave bright calm careful charming cheerful clever courageous curious
    daring dashing determined diligent eager earnest elegant fearless festive friendly funny generous gentle
    gifted graceful happy helpful honest hopeful humble humorous jolly jovial joyful keen kind lively loyal
    lucky merry mighty modest musical neat nimble noble optimistic patient playful poetic polite proud quick
    radiant relaxed resourceful serene sincere smart sociable spirited splendid steady sunny swift thankful
    thoughtful tidy upbeat versatile vivid warm watchful whimsical wise witty zesty
"""
# Creatures that people are insulted with, or that few would like to be.
_UNFRIENDLY = """
    anaconda ape asp baboon barnacle boa boar bonobo booby bug bustard buzzard capuchin chicken chimpanzee
    cockatoo cockle coot cow cuckoo cuscus dodo dog donkey dugong earwig eel fossa gibbon goat goose gorilla
    grouse guan hog hound hyena jackal leech limpet locust loon macaque mandrill mole monkey mosquito mouse
    muskrat mussel orangutan oxpecker oyster peccary piculet pig pillbug polecat rat rook sheep shrew skunk
    sloth slug snake sponge swallow swine tarantula termite toad trout turkey uakari viper vulture warthog
    wasp weasel wildcat woodlouse woodpecker worm
"""


def guest_names(random: Random) -> Iterator[str]:
    """Names to try one after another: some without a number, then ever new ones with one."""
    generator = RandomGenerator(_recipe(), random)
    for tried in count():
        name = " ".join(word.title() for word in generator.generate())
        if tried >= DRAWS_WITHOUT_NUMBER:
            name = f"{name} {random.randint(2, HIGHEST_NUMBER)}"
        if len(name) <= LONGEST:
            yield name


@cache
def _recipe() -> dict[str, Any]:
    unfriendly = set(_UNFRIENDLY.split())
    listed: list[str] = cast("Any", config)["animal"]["words"]
    animals = [word for word in listed if word not in unfriendly]
    return {
        "all": {"type": "cartesian", "lists": ["trait", "animal"]},
        "trait": {"type": "words", "words": _TRAITS.split()},
        "animal": {"type": "words", "words": animals},
    }
