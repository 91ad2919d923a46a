"""Values that read like an allowed one, but for a sign that nobody sees or takes for another."""

from __future__ import annotations

import re
from typing import Any

from macros.lesen.zeichenname import buchstabe_benannt, unsichtbar_benannt
from macros.modell.grundtypen import KENNUNG_MUSTER
from macros.modell.klartext import davor
from macros.modell.zeichen import lateinisch, unsichtbares
from macros.sprache import Sprache

# What refuses a word that is spelt otherwise; texts have a rule of their own.
_WORTE = ("kennung", "literal_error", "verweis")
_WERTE = (
    *_WORTE,
    "adresse",
    "bool_type",
    "date_type",
    "float_type",
    "int_type",
    "link",
    "string_pattern_mismatch",
    "webadresse",
    "wurzel",
    "zeitpunkt",
)


def verborgenes(art: str, wert: str, sprache: Sprache) -> tuple[str, dict[str, Any]] | None:
    """Gives the kind of refusal that says more than `art`, and what its sentence names."""
    if art in _WERTE and (stelle := _erstes(wert)) is not None:
        zeichen = unsichtbar_benannt(wert[stelle], sprache)
        return "unsichtbar", {"zeichen": zeichen, "davor": davor(wert, stelle)}
    if art not in _WORTE or wert.isascii() or not re.fullmatch(KENNUNG_MUSTER, lateinisch(wert)):
        return None
    stelle = next(n for n, z in enumerate(wert) if not z.isascii())
    zeichen, soll = buchstabe_benannt(wert[stelle], sprache), lateinisch(wert[stelle])
    return "buchstabe", {"zeichen": zeichen, "soll": soll, "davor": davor(wert, stelle)}


def _erstes(wert: str) -> int | None:
    if (stelle := unsichtbares(wert)) is not None:
        return stelle
    leere = (n for n, z in enumerate(wert) if z.isspace() and not z.isascii())
    return next(leere, None)
