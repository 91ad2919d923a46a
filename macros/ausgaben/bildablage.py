"""Keeps drawn pictures in a folder: the same text is drawn once, whatever is built."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from importlib import metadata
from pathlib import Path

from macros.ganzdatei import ersetze

from . import bild
from .bild import Bildtext, zeichne


class Bildablage:
    """Pictures by their content; a folder that cannot be written only costs time."""

    def __init__(self, ordner: Path) -> None:
        self._ordner = ordner

    def hole(self, text: Bildtext) -> bytes:
        """Gives the picture of a text, drawn unless it is there already."""
        datei = self._ordner / f"{_schluessel(text)}.png"
        with suppress(OSError):
            return datei.read_bytes()
        inhalt = zeichne(text)
        with suppress(OSError):
            ersetze(datei, inhalt)
        return inhalt


def _schluessel(text: Bildtext) -> str:
    return hashlib.sha256(f"{_fassung()}{text!r}".encode()).hexdigest()


@cache
def _fassung() -> str:
    """What draws: another version of it makes other pictures of the same text."""
    pakete = map(metadata.version, ("pillow", "font-source-sans-pro"))
    return "".join((*pakete, Path(bild.__file__).read_text(encoding="utf-8")))
