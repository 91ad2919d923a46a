"""Points in time: as exact as the source tells them, and days that have come already."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

FRUEHESTES_JAHR, SPAETESTES_JAHR = 1900, 2100
# Nobody plans a project of the city further ahead.
VORAUS = 10
_VIERSTELLIG = 1000


@dataclass(frozen=True, order=True)
class Zeitpunkt:
    """Year, month (0 = unknown), day (0 = unknown); sorts by time, the vaguer first."""

    jahr: int
    monat: int = 0
    tag: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601 in reduced precision: `2017`, `2017-11` or `2017-11-03`."""
        teile = [f"{self.jahr:04}", f"{self.monat:02}", f"{self.tag:02}"]
        return "-".join(teile[: 1 + (self.monat > 0) + (self.tag > 0)])

    def endet_vor(self, anderer: Zeitpunkt) -> bool:
        """Tells whether this is earlier, as far as both are known."""
        genau = 1 + min((z.monat > 0) + (z.tag > 0) for z in (self, anderer))
        teile = [(z.jahr, z.monat, z.tag)[:genau] for z in (self, anderer)]
        return teile[0] < teile[1]


def lies_zeitpunkt(wert: Any) -> Zeitpunkt:
    """Gives the point in time for `2017`, `"2017-11"` or a YAML date.

    Raises `PydanticCustomError` of type `jahr_frueh` or `jahr_fern` for a year that nobody can
    mean, and of type `zeitpunkt` for anything else.
    """
    if isinstance(wert, Zeitpunkt):
        return wert
    if isinstance(wert, date):
        zeitpunkt = Zeitpunkt(wert.year, wert.month, wert.day)
    elif isinstance(wert, int) and not isinstance(wert, bool):
        zeitpunkt = Zeitpunkt(wert)
    elif isinstance(wert, str) and (
        teile := re.fullmatch(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?", wert)
    ):
        zeitpunkt = Zeitpunkt(int(teile[1]), int(teile[2] or 0))
    else:
        raise PydanticCustomError("zeitpunkt", "not a point in time")
    if not _VIERSTELLIG <= zeitpunkt.jahr < 10 * _VIERSTELLIG:
        raise PydanticCustomError("zeitpunkt", "not a point in time")
    _nicht_frueh(zeitpunkt.jahr)
    _hoechstens(SPAETESTES_JAHR, zeitpunkt.jahr)
    return zeitpunkt


def _nicht_frueh(jahr: int) -> None:
    if jahr < FRUEHESTES_JAHR:
        raise PydanticCustomError("jahr_frueh", "too early", {"von": FRUEHESTES_JAHR})


def _hoechstens(bis: int, jahr: int) -> None:
    if jahr > bis:
        raise PydanticCustomError("jahr_fern", "too far ahead", {"voraus": VORAUS})


_Zeitpunkt = Annotated[
    Zeitpunkt,
    BeforeValidator(lies_zeitpunkt),
    PlainSerializer(lambda zeitpunkt: zeitpunkt.iso, return_type=str),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": FRUEHESTES_JAHR, "maximum": SPAETESTES_JAHR},
                {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
            ]
        }
    ),
]


def _nicht_fern(zeitpunkt: Zeitpunkt, info: ValidationInfo) -> Zeitpunkt:
    if info.context is not None:
        _hoechstens(info.context["heute"].year + VORAUS, zeitpunkt.jahr)
    return zeitpunkt


def _ist_gekommen(tag: date, info: ValidationInfo) -> date:
    if info.context is not None and tag > info.context["heute"]:
        raise PydanticCustomError("zukunft", "not yet")
    _nicht_frueh(tag.year)
    return tag


def ist_vergangen(zeitpunkt: Zeitpunkt, heute: date) -> bool:
    """Tells whether a point in time is over, its whole year or month included."""
    return zeitpunkt.endet_vor(Zeitpunkt(heute.year, heute.month, heute.day))


def _nicht_zukuenftig(zeitpunkt: Zeitpunkt, info: ValidationInfo) -> Zeitpunkt:
    if info.context is not None:
        heute = info.context["heute"]
        if Zeitpunkt(heute.year, heute.month, heute.day).endet_vor(zeitpunkt):
            raise PydanticCustomError("zukunft", "not yet")
    return zeitpunkt


ZeitpunktFeld = Annotated[_Zeitpunkt, AfterValidator(_nicht_fern)]
ZeitpunktBisHeute = Annotated[_Zeitpunkt, AfterValidator(_nicht_zukuenftig)]
TagBisHeute = Annotated[date, AfterValidator(_ist_gekommen)]
