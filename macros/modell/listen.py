"""The lists of the concept: every entry that has an id of its own, by the name of its list."""

from __future__ import annotations

from typing import Any

from . import Konzept

RAHMEN = "konzept"


def listen(konzept: Konzept) -> dict[str, tuple[Any, ...]]:
    """Gives the entries of each list in the order of the data; the frame has none of its own."""
    felder = konzept.leitlinien.handlungsfelder
    return {
        "kapitel": konzept.leitlinien.kapitel,
        "handlungsfelder": felder,
        "leitlinien": tuple(leitlinie for feld in felder for leitlinie in feld.leitlinien),
        "praxisbeispiele": konzept.praxisbeispiele,
        "quellen": konzept.quellen,
        "angebote": konzept.beratung.angebote,
        "aufenthalt": konzept.beratung.aufenthalt,
        "zeitleiste": konzept.zeitleiste,
        "zahlen": konzept.zahlen,
        "glossar": konzept.glossar,
        "auffaelligkeiten": konzept.auffaelligkeiten,
    }
