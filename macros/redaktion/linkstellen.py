"""The links out of the site: each outside address with its places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from macros.lesen.befund import Befund, Pfad
from macros.lesen.bestand import lies_ordner
from macros.lesen.datei import Datei
from macros.lesen.eintragsname import eintrag_bei
from macros.sprache import Sprache

# On a page the signs around an address are Markdown's, and those after it the sentence's.
_ADRESSE = re.compile(r"https?://[^\s<>\"'`()\[\]{}]+[^\s<>\"'`()\[\]{}.,;:!?*_]")


@dataclass(frozen=True, order=True)
class Stelle:
    """Where a link stands; `name` is the entry's, empty on a hand-written page."""

    datei: str
    zeile: int
    spalte: int
    name: str = ""

    def zeige(self, satz: str) -> str:
        """Gives the line that reports something about this place."""
        satz = f"{self.name}: {satz}" if self.name else satz
        return f"{self.datei}:{self.zeile}:{self.spalte}: {satz}"


def links(daten: Path, seiten: Path, sprache: Sprache) -> dict[str, list[Stelle]]:
    """Gives every outside address with its places, in a sound data folder and in Markdown pages."""
    gefunden = defaultdict(list)
    bestand, _ = lies_ordner(daten, sprache)
    for datei in bestand.dateien.values():
        for pfad, text in _texte(datei.wert, ()):
            if text.startswith("https://") and " " not in text:
                gefunden[urldefrag(text).url].append(_stelle(datei, pfad, daten, sprache))
    for seite in sorted(seiten.rglob("*.md")):
        for nummer, zeile in enumerate(seite.read_text(encoding="utf-8").splitlines(), start=1):
            for treffer in _ADRESSE.finditer(zeile):
                stelle = Stelle(str(seite), nummer, treffer.start() + 1)
                gefunden[urldefrag(treffer.group()).url].append(stelle)
    return dict(gefunden)


def _texte(wert: Any, pfad: Pfad) -> Iterator[tuple[Pfad, str]]:
    if isinstance(wert, str):
        yield pfad, wert
    elif isinstance(wert, dict):
        for name, kind in wert.items():
            yield from _texte(kind, (*pfad, name))
    elif isinstance(wert, tuple):
        for nummer, kind in enumerate(wert):
            yield from _texte(kind, (*pfad, nummer))


def _stelle(datei: Datei, pfad: Pfad, daten: Path, sprache: Sprache) -> Stelle:
    ort = Befund(datei.name, *datei.stelle(pfad), "")
    name = eintrag_bei(datei.name, datei.wert, pfad, sprache)
    return Stelle(ort.pfad(str(daten)), ort.zeile, ort.spalte, name)
