"""The packs that can be played: every sound pack file of some folders, by slug; the rest with findings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.domain.pack import Pack
from quizapp.packs.check import check_file
from quizapp.packs.findings import Finding


@dataclass(frozen=True, slots=True)
class Shelf:
    """Packs by slug, and the files that were left out with the reasons."""

    packs: Mapping[str, Pack]
    broken: tuple[tuple[Path, tuple[Finding, ...]], ...]


def stock(folders: Iterable[Path]) -> Shelf:
    """The shelf of those folders. Of two packs of one slug the first folder's wins, or else the first file.

    A pack with one blocking flaw is left out as a whole: what cannot be trusted is not played in part.
    """
    packs: dict[str, Pack] = {}
    broken: list[tuple[Path, tuple[Finding, ...]]] = []
    for folder in folders:
        here: dict[str, Path] = {}
        for path in pack_files(folder):
            pack, findings = check_file(path)
            if pack is None:
                broken.append((path, findings))
            elif pack.slug in here:
                broken.append((path, (_slug_taken(path, pack.slug, here[pack.slug]),)))
            else:
                here[pack.slug] = path
                packs.setdefault(pack.slug, pack)
    return Shelf(packs, tuple(broken))


def pack_files(folder: Path) -> list[Path]:
    """The pack files of a folder, by name; none when there is no such folder."""
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))


def _slug_taken(path: Path, slug: str, taken: Path) -> Finding:
    what = f"the slug {slug!r} is the one of {taken.name}"
    return Finding(str(path), 1, "duplicate-slug", what, "give one of the two another slug")
