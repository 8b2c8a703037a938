"""Where the folders that are not Python lie: around the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def place(name: str) -> Path:
    """The folder `static`, `migrations` or `questions` that belongs to this copy of the program."""
    checkout = _PACKAGE.parent
    around = checkout / name
    return (
        around if (checkout / "pyproject.toml").is_file() and around.is_dir() else _PACKAGE / "bundled" / name
    )
