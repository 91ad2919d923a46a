"""Reads the names of fields: what is wrong with their signs is noted, and what was meant counts."""

from __future__ import annotations

import re
from typing import Any

import yaml

from macros.modell.felder import alle_feldnamen
from macros.sprache import Sprache

from .befund import Befund, Pfad
from .feldzeichen import Fremdes, falscher_doppelpunkt, im_namen
from .skalar import Skalarleser, stelle_von


class Namensleser(Skalarleser):
    """Gives the fields that names mean."""

    def __init__(self, name: str, text: str, typ: Any, sprache: Sprache) -> None:
        super().__init__(name, text, typ, sprache)
        self._bekannt = alle_feldnamen()

    def feld(self, name: yaml.ScalarNode, pfad: Pfad) -> str:
        """Gives the field that a name means; what is wrong with its signs is noted."""
        wort: str = name.value
        fremdes = None if wort in self._bekannt else im_namen(wort, self.sprache)
        if fremdes is None:
            return wort
        self._melde_fremdes(fremdes, name, pfad)
        return fremdes.feld

    def mit_falschem_doppelpunkt(self, knoten: Any, pfad: Pfad) -> dict[str, Any] | None:
        """Gives the only field of a point whose colon is of another script, and notes that."""
        falscher = None if knoten.style else falscher_doppelpunkt(knoten.value, self.sprache)
        if falscher is None:
            return None
        fremdes, ende = falscher
        self._melde_fremdes(fremdes, knoten, pfad)
        return {fremdes.feld: knoten.value[ende:]}

    def mit_fragezeichen(self, name: yaml.Node, pfad: Pfad) -> bool:
        """Notes a question mark that begins a field to the parser, and to nobody else."""
        marke = name.start_mark
        if "?" not in (self.text[marke.index - 1], self.text[marke.index - 2]):
            return False
        vorn = re.search(r"(?:^|(?<=\s))\? *$", self.zeilen[marke.line][: marke.column])
        if vorn is None:
            return False
        am_anfang = not self.zeilen[marke.line][: vorn.start()].strip()
        schluessel = "yaml_zeile_zeichen" if am_anfang else "yaml_zeichen_am_anfang"
        satz = self.sprache(f"befund.{schluessel}", zeichen="?")
        self.befunde.append((pfad, Befund(self.name, marke.line + 1, vorn.start() + 1, satz)))
        return True

    def _melde_fremdes(self, fremdes: Fremdes, knoten: yaml.ScalarNode, pfad: Pfad) -> None:
        zeile, spalte = stelle_von(knoten)
        spalte += fremdes.stelle + bool(knoten.style)
        self.befunde.append((pfad, Befund(self.name, zeile, spalte, fremdes.satz(self.sprache))))
