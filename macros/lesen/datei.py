"""From a YAML file to plain values that still know their line and column."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from macros.sprache import Sprache

from .baum import LADER, Baum
from .befund import Befund, Pfad
from .eintragsname import eintrag_bei, eintrag_in_zeile
from .rohtext import lies_text
from .syntax import syntaxfehler
from .tiefe import zu_tief
from .werte import Leser


class _Lader(LADER):  # type: ignore[misc]  # mypy knows no class by a variable
    """Lets `leser` take in the entries of a list one by one, so that no file's nodes add up."""

    def __init__(self, text: str, leser: Leser) -> None:
        super().__init__(text)
        self._leser = leser
        self._wurzel: yaml.Node | None = None

    def descend_resolver(self, eltern: yaml.Node | None, stelle: object) -> None:
        """Is called by PyYAML before it reads a part of `eltern`: all parts before are whole."""
        if self._wurzel is None:
            self._wurzel = eltern
        elif eltern is self._wurzel and isinstance(eltern, yaml.SequenceNode):
            self._leser.lies_voraus(eltern)


@dataclass(frozen=True)
class Datei:
    """A data file: `wert` in dicts, tuples and scalars, and where its parts stand.

    `eintraege` has the first and last line of every group of fields with an id, and of
    every block of the file, `doppelt` the places of fields that stand twice because a second
    entry begins there. The nodes of all other places take ten times the room of the text, so
    they are made again when needed, and of an entry alone where they can.
    """

    name: str
    wert: Any
    text: str
    eintraege: dict[Pfad, tuple[int, int]]
    luecken: frozenset[str] = frozenset()
    doppelt: frozenset[Pfad] = frozenset()

    def knoten(self, pfad: Pfad) -> yaml.Node:
        """Gives the node at a path, or its nearest ancestor where the path leaves the data.

        Where it stands in the file tells `stelle`.
        """
        baum, innen = self._darin(pfad)
        return baum.knoten(innen)

    def stelle(self, pfad: Pfad) -> tuple[int, int]:
        """Gives line and column of the value at a path, from 1."""
        baum, innen = self._darin(pfad)
        return baum.stelle(innen)

    def stelle_im_text(self, pfad: Pfad, davor: int) -> tuple[int, int]:
        """Gives line and column, from 1, of the sign of a text that has `davor` others before it.

        White space does not count. Where the sign cannot be found: the place of the whole text.
        """
        baum, innen = self._darin(pfad)
        return baum.stelle_im_text(innen, davor)

    def stelle_des_namens(self, pfad: Pfad) -> tuple[int, int]:
        """Gives line and column of the key that a path ends with, from 1."""
        baum, innen = self._darin(pfad)
        return baum.stelle_des_namens(innen)

    def _darin(self, pfad: Pfad) -> tuple[Baum, Pfad]:
        """Gives the nodes that a path leads into: of one entry of a list, or else of the file."""
        nummer = pfad[0] if pfad else None
        if isinstance(nummer, int) and (zeilen := self.eintraege.get((nummer,))):
            if nummer not in self._zuletzt:
                # Mistakes come entry by entry: the nodes of one are enough.
                self._zuletzt.clear()
                self._zuletzt[nummer] = Baum.eines_eintrags(self._zeilen, *zeilen)
            if baum := self._zuletzt[nummer]:
                return baum, (0, *pfad[1:])
        return self._baum, pfad

    @cached_property
    def _baum(self) -> Baum:
        return Baum(self.text)

    @cached_property
    def _zuletzt(self) -> dict[int, Baum | None]:
        return {}

    @cached_property
    def _zeilen(self) -> list[str]:
        return self.text.split("\n")


def lies_datei(
    pfad: Path, name: str, sprache: Sprache, typ: Any = None
) -> tuple[Datei | None, list[Befund]]:
    """Gives a file's content and the mistakes of its notation; no content if unreadable.

    `typ` is the model's type for the content, where there is one.
    """
    text = lies_text(pfad, name, sprache)
    if isinstance(text, Befund):
        return None, [text]
    text = text if text.endswith("\n") else text + "\n"
    if tief := zu_tief(text):
        return None, [Befund(name, *tief, sprache("befund.yaml_zu_tief"))]
    try:
        leser = Leser(name, text, typ, sprache)
        wurzel = _Lader(text, leser).get_single_node()
        if wurzel is None:
            return None, [Befund(name, 1, 1, sprache("befund.datei_leer"))]
        wert = leser.wert(wurzel, ())
        befunde = [b.benannt(eintrag_bei(name, wert, p, sprache)) for p, b in leser.befunde]
        luecken, doppelt = frozenset(leser.luecken), frozenset(leser.doppelt)
        return Datei(name, wert, text, leser.eintraege, luecken, doppelt), befunde
    except yaml.YAMLError as fehler:
        befund = syntaxfehler(fehler, text, name, sprache)
        return None, [befund.benannt(eintrag_in_zeile(name, text, befund.zeile, sprache))]
    except RecursionError:
        return None, [Befund(name, 1, 1, sprache("befund.yaml_zu_tief"))]
