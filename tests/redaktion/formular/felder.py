"""The fields that the form should have, by their paths such as `zahlen/0/wert`."""

from __future__ import annotations

from collections.abc import Iterator

from macros.formular.felder import Feld, felder
from tests.orte import ECHT, W, website


def _alle(liste: tuple[Feld, ...], davor: str = "") -> Iterator[tuple[str, Feld]]:
    for feld in liste:
        yield davor + feld.name, feld
        yield from _alle(feld.felder, f"{davor}{feld.name}/0/")


FELDER = dict(_alle(felder(website(ECHT).verzeichnis, W)))
