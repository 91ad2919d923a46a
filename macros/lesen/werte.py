"""From YAML nodes to plain values, refusing what YAML allows but this project does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from macros.sprache import Sprache

from .befund import Pfad
from .dateiname import liste_der_datei
from .namen import Namensleser
from .skalar import TAG, marke_von, stelle_von
from .textzeilen import haengende

_ZWEITER_EINTRAG = 3


class Leser(Namensleser):
    """Turns nodes into values and gathers what YAML allows but this project does not."""

    def __init__(self, name: str, text: str, typ: Any, sprache: Sprache) -> None:
        super().__init__(name, text, typ, sprache)
        self.eintraege: dict[Pfad, tuple[int, int]] = {}
        self.luecken: set[str] = set()
        self.doppelt: set[Pfad] = set()
        self._voraus: list[Any] = []
        self._verankerte: dict[int, yaml.Node] = {}

    def lies_voraus(self, liste: Any) -> None:
        """Takes in the points that a file's list has so far, and drops their nodes."""
        if self._verankert(liste):
            # It may be a point of itself.
            return
        for nummer in range(len(self._voraus), len(liste.value)):
            self._voraus.append(self._punkt(liste.value[nummer], (nummer,)))
            liste.value[nummer] = None

    def wert(self, knoten: yaml.Node, pfad: Pfad) -> Any:
        """Gives the value of a node at a path: dicts, tuples and scalars."""
        if id(knoten) in self._verankerte:
            # An anchor that is used says it all.
            hier = stelle_von(knoten)
            self.befunde = [x for x in self.befunde if (x[1].zeile, x[1].spalte) != hier]
            self.melde(knoten, pfad, "anker")
            return ()
        if self._verankert(knoten):
            # Held, so that no later node gets its number.
            self._verankerte[id(knoten)] = knoten
        if isinstance(knoten, yaml.ScalarNode):
            return self.skalar(knoten, pfad)
        if self.mit_marke(knoten):
            self.melde(knoten, pfad, "yaml_marke", ist=marke_von(knoten.tag))
        if isinstance(knoten, yaml.SequenceNode):
            voraus = () if pfad else self._voraus
            weitere = enumerate(knoten.value[len(voraus) :], len(voraus))
            return (*voraus, *(self._punkt(kind, (*pfad, i)) for i, kind in weitere))
        return self._zuordnung(knoten, pfad)

    def _verankert(self, knoten: yaml.Node) -> bool:
        """Tells whether a node may have an anchor, which a mark may stand before."""
        return self.text.startswith(("&", "!"), knoten.start_mark.index)

    def _punkt(self, knoten: yaml.Node, pfad: Pfad) -> Any:
        if isinstance(knoten, yaml.ScalarNode):
            if haengt := list(haengende(knoten, self.zeilen)):
                self.melde_zeilen(haengt, pfad)
                # The rest of it is no mistake of its own.
                return self.zeilen[knoten.start_mark.line][knoten.start_mark.column :].strip()
            if feld := self.mit_falschem_doppelpunkt(knoten, pfad):
                return feld
        elif self._zweiter_strich(knoten):
            self.melde(knoten, pfad, "zwei_striche")
            # One of them is the point's own.
            innen = knoten.value[0]
            return "" if _ohne_wert(innen) else self._punkt(innen, pfad)
        return self.wert(knoten, pfad)

    def _zweiter_strich(self, knoten: Any) -> bool:
        """Tells whether a point is a list only since a second dash stands in its line."""
        if not isinstance(knoten, yaml.SequenceNode) or knoten.flow_style:
            return False
        marke = knoten.start_mark
        vorn = self.zeilen[marke.line][: marke.column]
        return vorn.rstrip().endswith("-") and len(knoten.value) == 1

    def _zuordnung(self, knoten: Any, pfad: Pfad) -> dict[str, Any] | str:
        if knoten.flow_style and knoten.value and all(_ohne_wert(kind) for _, kind in knoten.value):
            # Text that begins with a brace: it would be fields without a value.
            if not self.mit_marke(knoten):
                self.melde(knoten, pfad, "yaml_zeichen_am_anfang", zeichen="{")
            return ", ".join(str(name.value) for name, _ in knoten.value)
        ergebnis: dict[str, Any] = {}
        doppelte = []
        for name, kind in self._felder(knoten, pfad):
            if not isinstance(name, yaml.ScalarNode):
                self.melde(name, pfad, "name_kein_wort")
            elif (feld := self.feld(name, pfad)) in ergebnis:
                doppelte.append(name)
            else:
                ergebnis[feld] = self.wert(kind, (*pfad, feld))
        self._melde_doppelte(doppelte, pfad)
        if "id" in ergebnis or len(pfad) == 1:
            self.eintraege[pfad] = (knoten.start_mark.line + 1, self._letzte_zeile(knoten))
        return ergebnis

    def _felder(self, knoten: yaml.MappingNode, pfad: Pfad) -> Iterator[tuple[Any, yaml.Node]]:
        """Gives names and values; the field behind a question mark is one of them all the same."""
        for name, kind in knoten.value:
            if not self.mit_fragezeichen(name, pfad):
                yield name, kind
            elif isinstance(name, yaml.MappingNode):
                yield from name.value

    def _melde_doppelte(self, namen: list[yaml.ScalarNode], pfad: Pfad) -> None:
        """Many doubled fields are a second entry that lost its first line."""
        if len(namen) >= _ZWEITER_EINTRAG:
            self.doppelt |= {(*pfad, name.value) for name in namen}
            self.melde(namen[0], pfad, "eintrag_ohne_anfang" if pfad else "zweiter_eintrag")
            liste = next((s for s in reversed(pfad) if isinstance(s, str)), None)
            self.luecken.add(liste or liste_der_datei(self.name))
            return
        for name in namen:
            self.melde(name, pfad, "feld_doppelt", feld=name.value)

    def _letzte_zeile(self, knoten: yaml.CollectionNode) -> int:
        """The parser ends a block where the next one begins, after blank lines and comments."""
        ende = knoten.end_mark.line + bool(knoten.flow_style)
        while ende > 1 and self.zeilen[ende - 1].lstrip()[:1] in ("", "#"):
            ende -= 1
        return ende


def _ohne_wert(knoten: yaml.Node) -> bool:
    return knoten.tag == f"{TAG}null" and knoten.value == ""
