"""A draft made from two texts about invented films, which disagree about who directed one of them."""

import json

from quizapp.domain.draft import Draft
from quizapp.domain.fact import Document, Entity, EntityType, Evidence, Fact
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.services.draft_shelf import add_draft
from quizapp.store.draft_document import insert_document
from quizapp.store.transaction import writing
from tests.conftest import NOON_MS

DIRECTORS = ("Ada Quill", "Bram Osei", "Cleo Varga", "Dan Ferro", "Elif Sand")
FILMS = ("Salt", "The Long Pier", "Gull Island", "Nine Bells", "Low Water")
LINES = tuple(f"{person} directed the film {film}." for person, film in zip(DIRECTORS, FILMS, strict=True))
HARBOUR = f"Films of the harbour\n\nHome | News | Films\n\n{' '.join(LINES[:2])}\n\n{' '.join(LINES[2:])}\n"
EVENING = "The evening paper\n\nSalt was directed by Elif Sand. It is a quiet film.\n"


def told_pack() -> Pack:
    """Five films with their directors, each with its question, and a second director of the first."""
    people = [Entity(_id(name), name, EntityType.PERSON, kind="director") for name in DIRECTORS]
    films = [Entity(_id(name), name, EntityType.WORK, kind="film") for name in FILMS]
    facts = [
        Fact(
            _id(person),
            "directed",
            _id(film),
            (Evidence("harbour", 3 if place < 2 else 4, place + 1 if place < 2 else place - 1),),
            witnesses=2,
            fact_id=f"f-{_id(film)}",
        )
        for place, (person, film) in enumerate(zip(DIRECTORS, FILMS, strict=True))
    ]
    rival = Fact(
        "elif-sand", "directed", "salt", (Evidence("evening", 2, 1),), witnesses=1, fact_id="f-rival"
    )
    return Pack(
        "harbour-films",
        "Harbour films",
        documents=(Document("harbour", "Films of the harbour"), Document("evening", "The evening paper")),
        entities=(*people, *films),
        facts=(*facts, rival),
        items=tuple(_item(place) for place in range(1, 5)),
    )


def told_draft(owner_id: int) -> Draft:
    """The draft of that pack, with both texts."""
    draft = add_draft(owner_id, told_pack(), NOON_MS)
    store_text(draft, "harbour", "Films of the harbour", HARBOUR, {2: "menu"})
    store_text(draft, "evening", "The evening paper", EVENING, {})
    return draft


def store_text(draft: Draft, document_id: str, title: str, text: str, furniture: dict[int, str]) -> None:
    """Keep the text of a document with the draft."""
    row = {
        "draft_id": draft.draft_id,
        "name": f"{document_id}.txt",
        "document_id": document_id,
        "title": title,
        "source": None,
        "text": text,
        "furniture": json.dumps(furniture),
        "words": len(text.split()),
        "dropped": len(furniture),
        "refusal": "",
        "added_at_ms": NOON_MS,
    }
    with writing() as connection:
        connection.execute(insert_document, row)


def _item(place: int) -> Item:
    film, person = FILMS[place], DIRECTORS[place]
    others = [name for name in DIRECTORS if name != person][:3]
    return Item(
        f"Who is the director of “{film}”?",
        person,
        tuple(others),
        f"{person} directed “{film}”.",
        fact_id=f"f-{_id(film)}",
        made=True,
        item_id=f"q-{_id(film)}",
    )


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")
