"""`quizapp generate`: documents and packs in, a pack out, and an account of what was made and what not."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import click

from quizapp.cli import disagreements
from quizapp.cli.progress import progress_bars
from quizapp.config import read_settings
from quizapp.services.authoring import Written, generate_pack


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The pack file to write."
)
@click.option(
    "-c",
    "--candidates",
    type=click.Path(path_type=Path),
    help="Also write what one reading alone states, as a pack: take out what is wrong, give back the rest.",
)
@click.option(
    "-n", "--size", type=click.IntRange(min=1), default=None, help="Make so many questions at most: the best."
)
@click.option(
    "-t", "--title", default="", help="The pack's title; otherwise a pack's own or the first document's."
)
@click.option(
    "--explain", is_flag=True, help="Show how much each step let through, and why the rest was dropped."
)
@click.option("--refusals", is_flag=True, help="List every question that was refused, with its reason.")
@click.option("--json", "as_json", is_flag=True, help="Print the account as JSON.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="The date to take as today, so that a later run makes the same pack.",
)
def generate(
    files: tuple[Path, ...],
    output: Path,
    candidates: Path | None,
    size: int | None,
    title: str,
    explain: bool,
    refusals: bool,
    as_json: bool,
    today: datetime | None,
) -> None:
    """Make a pack of questions from documents (.txt, .md, .html, .pdf) and from the facts of packs (.yaml).

    Web pages and PDFs are read from files, never fetched; they need `pip install quizapp[documents]`.

    A pack that lies at the output already is read too: what was written in it by hand stays.
    """
    model = read_settings(os.environ).language_model
    with progress_bars() as progress:
        written = generate_pack(files, output, _day(today), title, candidates, progress, model, size)
    if as_json:
        click.echo(json.dumps(_account(written), ensure_ascii=False, indent=2))
        return
    lines = [*_summary(written), *_disagreements(written)]
    if explain:
        lines += _steps(written)
    if refusals:
        lines += [f"refused: {r.reason}: {r.stem or r.about}" for r in written.generated.refusals]
    click.echo("\n".join(lines))


def _day(today: datetime | None) -> date:
    return (today or datetime.now(UTC)).date()


def _summary(written: Written) -> Iterator[str]:
    yield from (f"left out: “{each.title}” {each.lack}." for each in written.documents if each.lack)
    funnel = written.generated.funnel
    by_hand = f"; {_count(funnel.by_hand, 'written by hand')} kept" if funnel.by_hand else ""
    made, facts = _count(funnel.made, "question"), _count(funnel.standing, "fact")
    yield f"{written.path}: {made} made from {facts}{by_hand}."
    if unsure := list(_unsure(funnel.facts - funnel.standing, funnel.waiting)):
        where = f" in {written.candidates}" if written.candidates else "; --candidates FILE keeps them"
        yield f"Waiting for a person: {' and '.join(unsure)}{where}."
    refused = sum(funnel.refused.values())
    if refused:
        yield f"{_count(refused, 'question')} refused; --explain says why."


def _unsure(facts: int, questions: int) -> Iterator[str]:
    """What was found and does not stand by itself."""
    if facts:
        yield f"{_count(facts, 'fact')} that one reading alone states"
    if questions:
        yield _count(questions, "question")


def _disagreements(written: Written) -> Iterator[str]:
    for found in written.generated.disagreements:
        yield from disagreements.lines(found, written.generated.pack, written.documents)


def _steps(written: Written) -> Iterator[str]:
    funnel = written.generated.funnel
    yield f"documents read:       {funnel.documents} ({_count(funnel.passages, 'passage')})"
    yield f"furniture dropped:    {sum(funnel.furniture.values())}{_by(funnel.furniture)}"
    yield f"sentences searched:   {funnel.sentences}"
    yield f"statements in them:   {sum(funnel.found.values())}{_by(funnel.found)}"
    yield f"facts from packs:     {funnel.from_packs}"
    yield f"facts in all, merged: {funnel.facts}"
    yield f"facts that stand:     {funnel.standing}"
    yield f"disagreements:        {funnel.disagreements}"
    yield f"questions proposed:   {funnel.proposed}"
    yield f"questions refused:    {sum(funnel.refused.values())}{_by(funnel.refused)}"
    yield f"questions made:       {funnel.made}"
    yield f"questions waiting:    {funnel.waiting}"


def _by(reasons: Mapping[str, int]) -> str:
    return "".join(f"\n  {count:>4}  {reason}" for reason, count in reasons.items())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 or noun.startswith("written") else f"{number} {noun}s"


def _account(written: Written) -> dict[str, object]:
    generated = written.generated
    return {
        "pack": str(written.path),
        "digest": generated.pack.digest,
        "funnel": asdict(generated.funnel),
        "disagreements": [
            asdict(found)
            | {"stated": [asdict(s) for s in disagreements.stated(found, generated.pack, written.documents)]}
            for found in generated.disagreements
        ],
        "refusals": [asdict(refusal) for refusal in generated.refusals],
    }
