"""The real files as text, with the place of every value in them."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, cached_property
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from tests.redaktion.faelle import DATEN
from tests.redaktion.mutationen.gruppen import DATEIEN, GRUPPEN, regeln
from tests.redaktion.mutationen.stelle import Gruppe, Stelle, kennungen_in

EINZELN = "praxisbeispiele"
Bereich = tuple[str, int, int]


class Daten:
    """The real files as text, and every value in them with its place.

    Entries in files of their own stand at the end of their list.
    """

    def __init__(self, ordner: Path) -> None:
        self.texte = {
            f"{n}.yaml": (ordner / f"{n}.yaml").read_text(encoding="utf-8") for n in DATEIEN
        }
        self.texte[f"{EINZELN}.yaml"] += "".join(
            _als_punkt(datei.read_text(encoding="utf-8"))
            for datei in sorted((ordner / EINZELN).glob("*.yaml"))
        )
        self.abdruecke = {pfad.stem for pfad in (ordner / "fingerabdruecke").glob("*.txt")}
        self.stellen: list[Stelle] = []
        for name, typ in DATEIEN.items():
            datei = f"{name}.yaml"
            wurzel = yaml.compose(self.texte[datei], Loader=yaml.SafeLoader)
            self._lies(wurzel, typ, name, Gruppe(datei, "", yaml.MappingNode("", []), None))

    def _lies(self, knoten: Any, typ: str, feld: str, eltern: Gruppe) -> None:
        if typ.startswith("["):
            for kind in knoten.value:
                self.stellen.append(Stelle(typ[1:-1], feld, kind, None, eltern, liste=knoten))
                self._lies(kind, typ[1:-1], feld, eltern)
        elif typ in GRUPPEN:
            gruppe = Gruppe(eltern.datei, typ, knoten, eltern)
            for name, wert in knoten.value:
                art, pflicht = regeln(typ)[name.value]
                self.stellen.append(Stelle(art, name.value, wert, name, gruppe, pflicht))
                self._lies(wert, art, name.value, gruppe)

    @cached_property
    def kennungen(self) -> dict[str, Stelle]:
        """Every id and where it stands, in reading order."""
        return {s.wert.value: s for s in self.stellen if s.ist_kennung}

    @cached_property
    def verweise(self) -> dict[str, list[Stelle]]:
        """The references by the id they name."""
        je_kennung = defaultdict(list)
        for stelle in self.stellen:
            if stelle.typ.startswith(">"):
                je_kennung[stelle.wert.value].append(stelle)
        return je_kennung

    def ende(self, datei: str, knoten: Any) -> int:
        """Gives where a value ends, without the blank lines and comments after it."""
        anfang, ende = int(knoten.start_mark.index), int(knoten.end_mark.index)
        if isinstance(knoten, yaml.ScalarNode) or knoten.flow_style:
            return anfang + len(self.texte[datei][anfang:ende].rstrip())
        letztes = knoten.value[-1]
        return self.ende(datei, letztes[1] if isinstance(letztes, tuple) else letztes)

    def zeilenende(self, datei: str, stelle: int) -> int:
        """Gives where the line of an offset ends."""
        return self.texte[datei].index("\n", stelle)

    def zeilenanfang(self, datei: str, stelle: int) -> int:
        """Gives where the line of an offset begins."""
        return self.texte[datei].rfind("\n", 0, stelle) + 1

    def bereich(self, datei: str, knoten: Any) -> Bereich:
        """Gives the passage of a value."""
        return datei, int(knoten.start_mark.index), self.ende(datei, knoten)


def _als_punkt(eintrag: str) -> str:
    """Gives the text of an entry's own file as a point of a list."""
    punkt = indent(re.sub(r"^#.*\n", "", eintrag, flags=re.MULTILINE).strip(), "  ")
    return f"\n-{punkt[1:]}\n"


@cache
def daten() -> Daten:
    """Gives the real data, read once."""
    return Daten(DATEN)


@cache
def suchende_in(liste: str) -> tuple[Bereich, ...]:
    """Gives the groups with references into a list: without it, nobody can look them up."""
    suchende = [s for s in daten().stellen if s.typ[0] == ">" and liste in s.typ[1:].split(",")]
    return tuple(dict.fromkeys(daten().bereich(s.datei, s.gruppe.knoten) for s in suchende))


def nennt_andere(stelle: Stelle) -> bool:
    """Whether ids lie in a value on which other entries rely."""
    return any(daten().verweise[kennung.value] for kennung in kennungen_in(stelle.wert))
