"""From a YAML file to plain values that still know their line and column."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from macros.sprache import Sprache

from .befund import Befund, Pfad
from .eintragsname import eintrag_bei, eintrag_in_zeile
from .rohtext import lies_text
from .skalar import stelle_von
from .syntax import syntaxfehler
from .textzeilen import stelle_im_text
from .tiefe import zu_tief
from .werte import Leser

_LADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Lader(_LADER):  # type: ignore[misc]  # mypy knows no class by a variable
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
    they are made again when needed.
    """

    name: str
    wert: Any
    text: str
    eintraege: dict[Pfad, tuple[int, int]]
    luecken: frozenset[str] = frozenset()
    doppelt: frozenset[Pfad] = frozenset()

    @cached_property
    def _wurzel(self) -> yaml.Node:
        wurzel = yaml.compose(self.text, Loader=_LADER)
        assert wurzel is not None, "an empty text makes no Datei"
        return wurzel

    def knoten(self, pfad: Pfad) -> yaml.Node:
        """Gives the node at a path, or its nearest ancestor where the path leaves the data."""
        knoten = self._wurzel
        for schritt in pfad:
            naechster = _kind(knoten, schritt)
            if naechster is None:
                break
            knoten = naechster
        return knoten

    def stelle(self, pfad: Pfad) -> tuple[int, int]:
        """Gives line and column of the value at a path, from 1."""
        return stelle_von(self.knoten(pfad))

    def stelle_im_text(self, pfad: Pfad, davor: int) -> tuple[int, int]:
        """Gives line and column, from 1, of the sign of a text that has `davor` others before it.

        White space does not count. Where the sign cannot be found: the place of the whole text.
        """
        knoten = self.knoten(pfad)
        gefunden = isinstance(knoten, yaml.ScalarNode) and stelle_im_text(knoten, self.text, davor)
        return gefunden or stelle_von(knoten)

    def stelle_des_namens(self, pfad: Pfad) -> tuple[int, int]:
        """Gives line and column of the key that a path ends with, from 1."""
        eltern = self.knoten(pfad[:-1])
        if isinstance(eltern, yaml.MappingNode):
            for name, _ in eltern.value:
                if name.value == pfad[-1]:
                    return stelle_von(name)
        return stelle_von(eltern)


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


def _kind(knoten: yaml.Node, schritt: str | int) -> yaml.Node | None:
    if isinstance(knoten, yaml.SequenceNode) and isinstance(schritt, int):
        return knoten.value[schritt] if schritt < len(knoten.value) else None
    if isinstance(knoten, yaml.MappingNode):
        for name, wert in knoten.value:
            if name.value == schritt:
                return wert  # type: ignore[no-any-return]  # PyYAML's stubs leave it open
    return None
