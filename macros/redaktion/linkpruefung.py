"""Which outside links of the data and pages still lead somewhere, as German lines with a place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

from macros.darstellung.format import tag
from macros.lesen.befund import Befund, Pfad
from macros.lesen.bestand import lies_ordner
from macros.lesen.datei import Datei
from macros.lesen.eintragsname import eintrag_bei
from macros.sprache import Sprache

from .linkabruf import Auskunft
from .linkausnahmen import Fundausnahme, lies_ausnahmen

Frage = Callable[[list[str]], Mapping[str, Auskunft]]
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


@dataclass(frozen=True)
class Linkbericht:
    """Lines to print: what must be mended, and what is good to know."""

    fehler: tuple[str, ...]
    hinweise: tuple[str, ...]
    geprueft: int

    def als_text(self, sprache: Sprache) -> str:
        """Gives the lines and their numbers, what must be mended last: it is read first."""
        zahlen = {"fehler": len(self.fehler), "hinweise": len(self.hinweise)}
        ergebnis = sprache("links.ergebnis", geprueft=self.geprueft, **zahlen)
        return "\n".join((*self.hinweise, *self.fehler, ergebnis)) + "\n"


def pruefe_links(
    stellen: Mapping[str, list[Stelle]],
    ausnahmen: Path,
    heute: date,
    sprache: Sprache,
    frage: Frage,
) -> Linkbericht:
    """Has every address asked that no exception leaves out, and says what became of it."""
    funde, befunde = lies_ausnahmen(ausnahmen, sprache)
    if befunde:
        return Linkbericht(tuple(b.als_zeile(str(ausnahmen.parent)) for b in befunde), (), 0)
    offen = [a for a in stellen if not any(f.gilt(a, heute) for f in funde)]
    auskuenfte = frage(offen)
    hinweise = list(_zu_ausnahmen(stellen, funde, ausnahmen, heute, sprache))
    fehler: list[str] = []
    for adresse, auskunft in auskuenfte.items():
        if auskunft.art == "lebt":
            continue
        satz = _satz(adresse, auskunft, ausnahmen, sprache)
        zeilen = [stelle.zeige(satz) for stelle in sorted(stellen[adresse])]
        (fehler if auskunft.art == "tot" else hinweise).extend(zeilen)
    return Linkbericht(tuple(fehler), tuple(hinweise), len(auskuenfte))


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


def _satz(adresse: str, auskunft: Auskunft, ausnahmen: Path, sprache: Sprache) -> str:
    angaben = {"url": adresse, "angabe": auskunft.angabe, "datei": ausnahmen}
    if auskunft.grund:
        angaben["grund"] = sprache(f"links.grund.{auskunft.grund}", angabe=auskunft.angabe)
    return sprache(f"links.{auskunft.art}", **angaben)


def _zu_ausnahmen(
    stellen: Mapping[str, list[Stelle]],
    funde: list[Fundausnahme],
    pfad: Path,
    heute: date,
    sprache: Sprache,
) -> Iterator[str]:
    for fund in funde:
        ausnahme = fund.ausnahme
        betroffen = sum(adresse.startswith(ausnahme.url) for adresse in stellen)
        art = "unbenutzt" if not betroffen else "gilt"
        if betroffen and ausnahme.bis < heute:
            art = "abgelaufen"
        satz = sprache(
            f"links.ausnahme.{art}",
            url=ausnahme.url,
            grund=ausnahme.grund,
            bis=tag(ausnahme.bis, sprache),
            anzahl=betroffen,
        )
        yield Stelle(str(pfad), fund.zeile, 1).zeige(satz)
