"""Own files beside the pages carry a hash of their content in their name.

So a browser may keep them for good: a changed file has another address.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath

ORDNER = "eigen/"
_STELLEN = 8
# Name, eight hex digits, and what kind of file it is.
FUER_IMMER = re.compile(rf"{ORDNER}.+\.[0-9a-f]{{{_STELLEN}}}\.\w+")


def benannt(adresse: str, inhalt: bytes) -> str:
    """Gives the address under which a file is published: `eigen/stil.css`, `eigen/stil.…css`."""
    pfad = PurePosixPath(adresse)
    kennung = hashlib.sha256(inhalt).hexdigest()[:_STELLEN]
    return str(pfad.with_name(f"{pfad.stem}.{kennung}{pfad.suffix}"))
