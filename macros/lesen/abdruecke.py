"""The fingerprints beside the data files: one for each source, named by its id."""

from __future__ import annotations

from pathlib import Path

from macros.modell.fingerabdruck import Fingerabdruck, lies
from macros.sprache import Sprache

from .befund import Befund

ABDRUECKE = "fingerabdruecke"


def lies_abdruecke(ordner: Path, sprache: Sprache) -> tuple[dict[str, Fingerabdruck], list[Befund]]:
    """Gives the fingerprints in a data folder by source, and a finding for each unreadable one."""
    abdruecke: dict[str, Fingerabdruck] = {}
    befunde = []
    for pfad in sorted((ordner / ABDRUECKE).glob("*.txt")):
        try:
            abdruecke[pfad.stem] = lies(pfad.read_text(encoding="utf-8"))
        except (ValueError, OSError):
            satz = sprache("befund.abdruck_unlesbar")
            befunde.append(Befund(f"{ABDRUECKE}/{pfad.name}", 1, 1, satz))
    return abdruecke, befunde
