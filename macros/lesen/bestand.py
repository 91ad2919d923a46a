"""All data files of a folder, read but not yet checked against the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from macros.modell import DATEIEN, EINZELN, SEITEN, Fundstelle
from macros.modell.fingerabdruck import Fingerabdruck
from macros.modell.grundtypen import sieht_aus_wie_kennung
from macros.sprache import Sprache

from .abdruecke import ABDRUECKE, lies_abdruecke
from .befund import Befund, Pfad
from .datei import Datei, lies_datei
from .dateiname import ist_einzeln, liste_der_datei, typ_der_datei
from .eintragsname import eintrag_bei
from .kennungen import kennungen_in, ohne_kennung
from .ungelesen import ungelesene


@dataclass(frozen=True)
class Fundort:
    """Where an id stands: its file, the path of its entry, and the list it belongs to."""

    datei: Datei
    pfad: Pfad
    liste: str

    def wert(self) -> Any:
        """Gives the entry's fields as they were read."""
        wert = self.datei.wert
        for schritt in self.pfad:
            wert = wert[schritt]
        return wert

    def stelle(self) -> Fundstelle:
        """Gives the file and the lines of the entry."""
        return Fundstelle(self.datei.name, *self.datei.eintraege[self.pfad])

    def befund(self, darin: Pfad, satz: str, sprache: Sprache) -> Befund:
        """Gives a finding at a place in the entry, with the entry's name before its sentence."""
        stelle = self.datei.stelle((*self.pfad, *darin))
        return Befund(self.datei.name, *stelle, satz).benannt(self.name(sprache))

    def name(self, sprache: Sprache) -> str:
        """Gives what messages call the entry."""
        return eintrag_bei(self.datei.name, self.datei.wert, self.pfad, sprache)


@dataclass(frozen=True)
class Bestand:
    """The files by name, every id with its places, and the fingerprints by source.

    `luecken` names the lists whose ids are not all known, since a file or an id is unreadable:
    what refers to them cannot be judged.
    """

    dateien: dict[str, Datei]
    kennungen: dict[str, list[Fundort]]
    abdruecke: dict[str, Fingerabdruck]
    beschaedigt: frozenset[str]
    luecken: frozenset[str]

    @cached_property
    def fruehere(self) -> dict[str, str]:
        """The id of today by each former one: what refers to an entry need not know its new id."""
        alle = (ort.wert() for orte in self.kennungen.values() for ort in orte)
        return {
            alt: eintrag["id"]
            for eintrag in alle
            for alt in _texte(eintrag.get("frueher"))
            if alt not in self.kennungen
        }

    @cached_property
    def unbenannte(self) -> frozenset[str]:
        """The lists that have an entry whose id is missing, or is no text."""
        return frozenset(liste for datei in self.dateien.values() for liste in ohne_kennung(datei))

    def je_liste(self) -> dict[str, frozenset[str]]:
        """Gives the known ids of each list, and the fixed pages under `seiten`."""
        listen = defaultdict(set)
        for kennung, orte in self.kennungen.items():
            for ort in orte:
                listen[ort.liste].add(kennung)
        ganz = {name: frozenset(k) for name, k in listen.items() if name not in self.luecken}
        return ganz | {"seiten": frozenset(SEITEN)}


def _texte(wert: Any) -> list[str]:
    return [text for text in wert if isinstance(text, str)] if isinstance(wert, tuple) else []


def lies_ordner(ordner: Path, sprache: Sprache) -> tuple[Bestand, list[Befund]]:
    """Gives the files of a data folder and what is wrong with their notation.

    The list whose entries may stand in files of their own need not be there beside such files.
    """
    dateien: dict[str, Datei] = {}
    luecken: set[str] = set()
    befunde = list(ungelesene(ordner, (EINZELN, ABDRUECKE), sprache))
    for name in _namen(ordner):
        datei, neue = lies_datei(ordner / name, name, sprache, typ_der_datei(name))
        befunde += neue
        if datei:
            dateien[name] = datei
            luecken |= datei.luecken
        else:
            luecken.add(liste_der_datei(name))
    # A list copied into the file of one entry: its ids may be those of the list.
    kopien = [d for d in dateien.values() if ist_einzeln(d.name) and isinstance(d.wert, tuple)]
    luecken |= {liste for kopie in kopien for _, _, liste in kennungen_in(kopie)}
    kennungen = _fundorte(d for d in dateien.values() if d not in kopien)
    luecken |= {
        ort.liste
        for kennung, orte in kennungen.items()
        for ort in orte
        if not sieht_aus_wie_kennung(kennung)
    }
    abdruecke, neue = lies_abdruecke(ordner, sprache)
    beschaedigt = frozenset(Path(befund.datei).stem for befund in neue)
    bestand = Bestand(dateien, kennungen, abdruecke, beschaedigt, frozenset(luecken))
    # The file of a fingerprint may keep the former id of its source, unless it has one of today.
    heutige = {
        heute if (heute := bestand.fruehere.get(name, name)) not in abdruecke else name: abdruck
        for name, abdruck in abdruecke.items()
    }
    return replace(bestand, abdruecke=heutige), befunde + neue


def _namen(ordner: Path) -> Iterator[str]:
    einzelne = sorted((ordner / EINZELN).glob("[!.]*.yaml"))
    for name in DATEIEN:
        if not (name == EINZELN and einzelne and _sagt_nichts(ordner / f"{name}.yaml")):
            yield f"{name}.yaml"
    yield from (f"{EINZELN}/{pfad.name}" for pfad in einzelne)


def _sagt_nichts(pfad: Path) -> bool:
    """Tells whether a file is missing, or holds nothing but comments and an empty list."""
    if not pfad.is_file():
        return True
    with pfad.open("rb") as zeilen:
        return all(zeile.partition(b"#")[0].strip() in (b"", b"[]") for zeile in zeilen)


def _fundorte(dateien: Iterable[Datei]) -> dict[str, list[Fundort]]:
    """Gives every place of each id, in the order of the files."""
    fundorte = defaultdict(list)
    for datei in dateien:
        for kennung, pfad, liste in kennungen_in(datei):
            fundorte[kennung].append(Fundort(datei, pfad, liste))
    return dict(fundorte)
