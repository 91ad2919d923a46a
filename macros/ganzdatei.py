"""The one way a file is put where one may stand already: whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def ersetze(datei: Path, inhalt: bytes) -> None:
    """Writes a file beside its place and then moves it there, with the folder if that is missing.

    Raises OSError where that is not possible; what stood there stays then, and nothing is left.
    """
    datei.parent.mkdir(parents=True, exist_ok=True)
    # Two processes may write the same file at a time.
    daneben = datei.with_name(f".{datei.name}.{os.getpid()}")
    try:
        daneben.write_bytes(inhalt)
        daneben.replace(datei)
    except OSError:
        with suppress(OSError):
            daneben.unlink()
        raise
