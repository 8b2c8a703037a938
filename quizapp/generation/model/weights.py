"""The file format of our pipeline: spaCy's own bytes, its float32 weights as small whole numbers, in a zip.

A row of a matrix is kept as whole numbers from -LEVELS to LEVELS and one scale; the card gives the scores
before and after. Nothing in here knows what the pipeline does.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import srsly

SMALLEST_MATRIX = 256
LEVELS = 63  # 7 bits: packs to four fifths of 8 bits
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same weights make the same file


def write_packed(pipeline: bytes, path: Path) -> None:
    """Writes what `Language.to_bytes()` gave as one small file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, part in srsly.msgpack_loads(pipeline).items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _changed(part, _narrow), compresslevel=9)


def read_packed(path: Path) -> bytes:
    """What `Language.from_bytes()` takes."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: _changed(archive.read(name), _widen) for name in archive.namelist()}
    return bytes(srsly.msgpack_dumps(parts))


def _changed(part: bytes, change: Callable[[Any], Any]) -> bytes:
    """One component's bytes with every weight changed; a part without weights stays as it is."""
    if part[:1] in (b"{", b"["):  # text: the meta data and the configuration
        return part
    content = srsly.msgpack_loads(part)
    if not isinstance(content, dict) or "model" not in content:
        return part
    model = srsly.msgpack_loads(content["model"])
    model["params"] = [{name: change(value) for name, value in layer.items()} for layer in model["params"]]
    return bytes(srsly.msgpack_dumps({**content, "model": srsly.msgpack_dumps(model)}))


def _narrow(weight: Any) -> Any:
    if not isinstance(weight, np.ndarray) or weight.ndim < 2 or weight.size < SMALLEST_MATRIX:
        return weight
    scale = np.abs(weight).max(axis=-1, keepdims=True).astype(np.float32) / LEVELS
    scale[scale == 0] = 1
    return {"rows": np.rint(weight / scale).astype(np.int8), "scale": scale}


def _widen(weight: Any) -> Any:
    return weight["rows"].astype(np.float32) * weight["scale"] if isinstance(weight, dict) else weight
