"""The architecture, as a test: rules live in `domain`, nothing imports backwards."""

import ast
from pathlib import Path

import pytest

import quizapp

PACKAGE = Path(quizapp.__file__).parent

# layer -> the layers it may import. `errors` is open to all; a package may always import itself.
MAY_IMPORT = {
    "domain": set(),
    "packs": {"domain"},
    "generation": {"domain", "packs"},
    "store": {"domain", "extensions", "config"},
    "services": {"domain", "packs", "store", "extensions", "generation"},
    "web": {"domain", "services", "extensions", "config", "places", "logs", "measures"},
    "cli": {
        *("domain", "packs", "generation", "services", "work"),
        *("extensions", "config", "places", "create_app", "BLUEPRINTS", "logs"),
    },
    "work": {"domain", "services", "generation", "config", "create_app", "measures"},
    "config": {"places"},
    "extensions": set(),
    "places": set(),
    "errors": set(),
}
STANDARD_LIBRARY_ONLY = {"domain"}
NO_FRAMEWORK = {"domain", "packs", "generation"}
LANGUAGE = {"spacy", "thinc"}
FRAMEWORK = {"flask", "sqlalchemy", "flask_sqlalchemy", "flask_login", "flask_wtf", "werkzeug", "wtforms"}

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_imports_backwards(path: Path) -> None:
    layer = path.relative_to(PACKAGE).parts[0]

    reached = {module.split(".")[1] for module in _imports(path) if module.startswith("quizapp.")}

    assert reached <= MAY_IMPORT[layer] | {layer, "errors"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rules_know_no_framework(path: Path) -> None:
    layer = path.relative_to(PACKAGE).parts[0]
    outside = {module.split(".")[0] for module in _imports(path)}

    if layer in NO_FRAMEWORK:
        assert not outside & FRAMEWORK
    if layer in STANDARD_LIBRARY_ONLY:
        assert outside <= {"quizapp"} | _standard_library()
    if layer != "generation":
        assert not outside & LANGUAGE


def test_a_web_process_never_loads_the_generator_at_start() -> None:
    for layer in ("services", "cli", "web", "work"):
        for path in sorted((PACKAGE / layer).rglob("*.py")):
            tree = ast.parse(path.read_text("utf8"))
            at_start = {name for node in tree.body for name in _names(node)}
            assert not any(name.startswith("quizapp.generation") for name in at_start), path


def _imports(path: Path) -> set[str]:
    return {name for node in ast.walk(ast.parse(path.read_text("utf8"))) for name in _names(node)}


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        if node.module == "quizapp":
            return [f"quizapp.{alias.name}" for alias in node.names]
        return [node.module]
    return []


def _standard_library() -> set[str]:
    import sys

    return set(sys.stdlib_module_names)
