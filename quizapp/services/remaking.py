"""Items made anew after a decision about facts: asked for in the moment of the decision, done by the worker.

What comes of it is one change of the draft like any other, so that it can be undone.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from quizapp.domain.draft import Decision, Draft, Part
from quizapp.domain.fact import content_id
from quizapp.domain.item import Item
from quizapp.domain.pack import Pack
from quizapp.errors import ChangedMeanwhile
from quizapp.services.draft_texts import texts_of
from quizapp.services.drafting import Edit, change_by_id, open_draft_by_id
from quizapp.services.queueing import queue_task, ring
from quizapp.services.relations import relations, sound
from quizapp.store import draft_task
from quizapp.store.transaction import writing

if TYPE_CHECKING:
    from quizapp.generation.progress import Progress
    from quizapp.generation.remaking import Remade
    from quizapp.generation.standing import Standing

KIND = "remake"
_TRIES = 5

Matter = Mapping[str, Collection[str]]


def ask_anew(draft: Draft, fact_ids: Iterable[str], names: Iterable[str], now_ms: int) -> None:
    """Have the items of these facts made anew; joined to what waits. `names` mean nothing any more."""
    wanted = {"facts": list(dict.fromkeys(fact_ids)), "names": list(dict.fromkeys(names))}
    if not wanted["facts"]:
        return
    with writing() as connection:
        rows = connection.execute(draft_task.tasks_of_draft, {"draft_id": draft.draft_id})
        task = next((row for row in rows if (row.kind, row.state) == (KIND, "waiting")), None)
        if task is None or not _joined(connection, task, wanted):
            task = queue_task(connection, draft.draft_id, KIND, now_ms, matter=wanted)
    ring(task.id)


def _joined(connection: Connection, task: Any, wanted: Matter) -> bool:
    """Whether the task that waits does this too; it may have been taken up in this moment."""
    known = json.loads(task.matter)
    matter = {key: list(dict.fromkeys([*known.get(key, ()), *few])) for key, few in wanted.items()}
    row = {"task_id": task.id, "matter": json.dumps(matter)}
    return connection.execute(draft_task.change_waiting, row).rowcount > 0


def remake(draft_id: int, matter: Matter, progress: "Progress", now_ms: int, model: str = "") -> Draft:
    """The draft with the items of those facts made anew. Others, and those edited by hand, are untouched.

    Should the author decide more about these facts meanwhile, the work is done again on what then stands.
    """
    from quizapp.generation.remaking import remade

    for _ in range(_TRIES):
        draft = open_draft_by_id(draft_id)
        standing = replace(standing_of(draft), forgotten=frozenset(matter.get("names", ())))
        found = remade(
            standing,
            frozenset(matter["facts"]),
            relations(),
            _day(now_ms),
            progress=progress,
            model=model,
        )
        try:
            return change_by_id(draft_id, now_ms, partial(_edit, draft, found))
        except ChangedMeanwhile:
            continue
    raise ChangedMeanwhile("The facts changed faster than questions could be made of them. Try again.")


def standing_of(draft: Draft) -> "Standing":
    """The draft as the generator takes it: facts that it can work with, and what the author let stand."""
    from quizapp.generation.document import document_again
    from quizapp.generation.standing import Standing

    return Standing(
        replace(draft.pack, facts=tuple(sound(draft.pack.facts, draft.pack))),
        [
            document_again(each.document_id, each.title, each.text, each.furniture)
            for each in texts_of(draft.draft_id)
        ],
        frozenset(fact.fact_id for fact in draft.pack.facts if draft.state_of_fact(fact) == "rejected"),
        frozenset(_apart(draft)),
        frozenset(item.item_id for item in draft.items("rejected")),
        frozenset(item.item_id for item in draft.items("accepted")),
    )


def apart_part(entity_ids: Iterable[str]) -> Part:
    """The part of a draft that is decided when two things of nearly one name are said to be two."""
    return "fact", content_id("apart", *sorted(entity_ids))


def _apart(draft: Draft) -> Iterable[frozenset[str]]:
    """The pairs of entities that the author has said to be two."""
    if not any(part_id.startswith("apart-") for _, part_id in draft.decisions):
        return
    ids = [entity.entity_id for entity in draft.pack.entities]
    for place, one in enumerate(ids):
        for another in ids[place + 1 :]:
            if apart_part((one, another)) in draft.decisions:
                yield frozenset((one, another))


def _edit(seen: Draft, found: "Remade", now: Draft) -> Edit:
    """What was made, put into the draft as it stands now; refused where its facts have changed since."""
    if (
        _of_facts(seen, found.fact_ids) != _of_facts(now, found.fact_ids)
        or seen.pack.entities != now.pack.entities
    ):
        raise ChangedMeanwhile("The facts have changed.")
    before = {item.item_id: item for item in seen.pack.items if _is_made_of(item, found.fact_ids)}
    edited = [item for item in now.pack.items if item.item_id in before and before[item.item_id] != item]
    by_hand = {item.fact_id for item in edited}
    new = {item.item_id: item for item in found.items if item.fact_id not in by_hand}
    items = _in_place(now.pack, new, {each for each in before if each not in {i.item_id for i in edited}})
    gone = {item.item_id for item in now.pack.items} - {item.item_id for item in items}
    # Whoever accepted an item has not seen it with other options.
    other = {each for each, item in new.items() if each in before and before[each].options != item.options}
    decisions: dict[Part, Decision | None] = {
        ("item", each): None for each in gone | other if ("item", each) in now.decisions
    }
    worth = {each: value for each, value in now.worth.items() if each not in gone}
    worth |= {each: value for each, value in found.worth.items() if each in new}
    made = len(new.keys() - before.keys())
    return Edit(_what(made, len(gone)), replace(now.pack, items=tuple(items)), decisions, worth)


def _in_place(pack: Pack, new: Mapping[str, Item], replaced: set[str]) -> list[Item]:
    """The items, the new ones where the old ones of their fact stood, or else after those of facts before."""
    taken = {item.item_id for item in pack.items} - replaced
    coming = [item for item in new.values() if item.item_id not in taken]
    items: list[Item] = []
    for item in pack.items:
        if item.item_id not in replaced:
            items.append(item)
            continue
        here = [each for each in coming if each.fact_id == item.fact_id]
        items += here
        coming = [each for each in coming if each not in here]
    places = {fact.fact_id: place for place, fact in enumerate(pack.facts)}
    for each in coming:
        after = (n for n, item in enumerate(items, 1) if places.get(item.fact_id, -1) <= places[each.fact_id])
        items.insert(max(after, default=len(items)), each)
    return items


def _of_facts(draft: Draft, fact_ids: Collection[str]) -> list[object]:
    return [(fact, draft.state_of_fact(fact)) for fact in draft.pack.facts if fact.fact_id in fact_ids]


def _is_made_of(item: Item, fact_ids: Collection[str]) -> bool:
    return item.made and item.fact_id in fact_ids


def _what(made: int, gone: int) -> str:
    counted = [(made, "made"), (gone, "taken away")]
    told = " and ".join(f"{n} {word}" for n, word in counted if n) or "the same again"
    return f"Questions made anew for what changed: {told}"


def _day(now_ms: int) -> date:
    return datetime.fromtimestamp(now_ms / 1000, UTC).date()
