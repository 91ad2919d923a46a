"""The YAML nodes of a text, which know where they stand."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import yaml

from .befund import Pfad
from .feldzeichen import gemeintes
from .skalar import stelle_von
from .textzeilen import stelle_im_text

LADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Baum:
    """The nodes of a text that reads without a mistake of syntax; they take ten times its room.

    The text may be a piece of a file, `davor` lines of which stand before it.
    """

    def __init__(self, text: str, davor: int = 0) -> None:
        self._text, self._davor = text, davor

    @classmethod
    def eines_eintrags(cls, zeilen: list[str], erste: int, letzte: int) -> Baum | None:
        """Gives the nodes of an entry of a file's list in these lines, from 1, as a list of one.

        None where the lines do not hold the entry alone, as in a list between brackets.
        """
        baum = cls("\n".join(zeilen[erste - 1 : letzte]) + "\n", erste - 1)
        try:
            wurzel = baum._wurzel
        except yaml.YAMLError:
            return None
        return baum if isinstance(wurzel, yaml.SequenceNode) and len(wurzel.value) == 1 else None

    @cached_property
    def _wurzel(self) -> yaml.Node:
        wurzel = yaml.compose(self._text, Loader=LADER)
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
        """Gives line and column of the value at a path, from 1, in the file."""
        return self._in_der_datei(stelle_von(self.knoten(pfad)))

    def stelle_im_text(self, pfad: Pfad, davor: int) -> tuple[int, int]:
        """Gives line and column, from 1, of the sign of a text that has `davor` others before it.

        White space does not count. Where the sign cannot be found: the place of the whole text.
        """
        knoten = self.knoten(pfad)
        gefunden = isinstance(knoten, yaml.ScalarNode) and stelle_im_text(knoten, self._text, davor)
        return self._in_der_datei(gefunden or stelle_von(knoten))

    def stelle_des_namens(self, pfad: Pfad) -> tuple[int, int]:
        """Gives line and column of the key that a path ends with, from 1."""
        eltern = self.knoten(pfad[:-1])
        namen = eltern.value if isinstance(eltern, yaml.MappingNode) else ()
        hier = next((name for name, _ in namen if _heisst(name, pfad[-1])), eltern)
        return self._in_der_datei(stelle_von(hier))

    def _in_der_datei(self, stelle: tuple[int, int]) -> tuple[int, int]:
        return stelle[0] + self._davor, stelle[1]


def _kind(knoten: yaml.Node, schritt: str | int) -> yaml.Node | None:
    if isinstance(knoten, yaml.SequenceNode) and isinstance(schritt, int):
        return knoten.value[schritt] if schritt < len(knoten.value) else None
    if isinstance(knoten, yaml.MappingNode):
        for name, wert in knoten.value:
            if _heisst(name, schritt):
                return wert  # type: ignore[no-any-return]  # PyYAML's stubs leave it open
    return None


def _heisst(name: yaml.Node, feld: str | int) -> bool:
    """Tells whether a name means a field, if only by what it looks like."""
    wort = name.value
    return bool(wort == feld) or (isinstance(wort, str) and gemeintes(wort) == feld)
