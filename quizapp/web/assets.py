"""Style sheets joined into one answer and scripts one by one, each address naming its content by a digest.

The files under static/ are read once, at the start. There is no bundler: joining is all that happens to them.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from flask import Flask, Response, abort, request

from quizapp.config import Settings

STYLES = "css/all.css"
# What only authors see is a sheet of its own: players need not fetch it.
STUDIO, STUDIO_STYLES = "css/studio/", "css/studio.css"
# Declares the order of the layers, so it must be read first; each other file names its own layer.
FIRST_STYLE = "css/tokens.css"
FOR_EVER = "public, max-age=31536000, immutable"
_TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    content: bytes
    packed: bytes
    kind: str


class Assets:
    """All that pages link to, under one digest, so that scripts find each other beside them."""

    def __init__(self, folder: Path) -> None:
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
        styles = sorted((name for name in files if name.endswith(".css")), key=_layer_order)
        studio = [name for name in styles if name.startswith(STUDIO)]
        everywhere = [name for name in styles if name not in studio]
        files[STYLES] = b"".join(files.pop(name) for name in everywhere)
        files[STUDIO_STYLES] = b"".join(files.pop(name) for name in studio)
        self._found = {name: _asset(name, content) for name, content in files.items()}
        digest = hashlib.sha256(repr(sorted(files.items())).encode())
        self.version = digest.hexdigest()[:12]

    def address(self, name: str) -> str:
        """The path under which a browser may keep the file for ever."""
        return f"/assets/{self.version}/{name}"

    def find(self, name: str) -> Asset | None:
        """The file of that name."""
        return self._found.get(name)


def init_app(app: Flask) -> None:
    """Serve the files, and give templates `asset(name)`. Debugging reads them anew each time."""
    folder = Path(app.static_folder or "static")
    settings: Settings = app.extensions["quizapp_settings"]
    kept = Assets(folder)

    def current() -> Assets:
        return Assets(folder) if settings.debug else kept

    @app.get("/assets/<version>/<path:name>")
    def send_asset(version: str, name: str) -> Response:
        assets = current()
        return _answer(assets.find(name) or abort(404), known=version == assets.version)

    app.jinja_env.globals["asset"] = lambda name: current().address(name)


def _answer(asset: Asset, *, known: bool) -> Response:
    packs = bool(request.accept_encodings["gzip"]) and len(asset.packed) < len(asset.content)
    response = Response(asset.packed if packs else asset.content, content_type=asset.kind)
    response.vary.add("Accept-Encoding")
    if packs:
        response.content_encoding = "gzip"
    # A page of another edition of the program may still ask; what it gets must not be kept under that name.
    response.headers["Cache-Control"] = FOR_EVER if known else "no-store"
    return response


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _layer_order(name: str) -> tuple[bool, str]:
    return name != FIRST_STYLE, name


def _asset(name: str, content: bytes) -> Asset:
    suffix = Path(name).suffix
    kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    text = kind.startswith("text/") or kind.endswith("+xml")
    return Asset(content, gzip.compress(content, mtime=0), f"{kind}; charset=utf-8" if text else kind)
