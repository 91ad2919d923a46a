"""The contract's files: which records stand together, under which terms and version."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from .vertrag import (
    HandlungsfeldDaten,
    KennzahlDaten,
    LeitlinieDaten,
    PraxisbeispielDaten,
    QuelleDaten,
    Satz,
)


class LizenzDaten(Satz):
    """On which terms the data may be used; without `name` the operator has not decided."""

    name: str | None = None
    url: str | None = None
    gilt_fuer: str
    gilt_nicht_fuer: tuple[str, ...]
    hinweis: str


class _Datei(Satz):
    schema_: str = Field(alias="$schema")
    fassung: str
    sprache: str
    lizenz: LizenzDaten


class LeitlinieDatei(_Datei):
    """One Leitlinie and the sources that it names."""

    eintrag: LeitlinieDaten
    quellen: tuple[QuelleDaten, ...]


class PraxisbeispielDatei(_Datei):
    """One Praxisbeispiel and the sources that it names."""

    eintrag: PraxisbeispielDaten
    quellen: tuple[QuelleDaten, ...]


class AllesDatei(_Datei):
    """Every record."""

    titel: str
    betrieb: Literal["demonstrator", "amtlich"]
    url: str | None = None
    handlungsfelder: tuple[HandlungsfeldDaten, ...]
    leitlinien: tuple[LeitlinieDaten, ...]
    praxisbeispiele: tuple[PraxisbeispielDaten, ...]
    zahlen: tuple[KennzahlDaten, ...]
    quellen: tuple[QuelleDaten, ...]


class WegDatei(Satz):
    """What answers at the address of a record that is gone."""

    schema_: str = Field(alias="$schema")
    fassung: str
    pfad: str
    was: str
    weg_seit: date
    statt: str | None = None


SCHEMATA: dict[str, type[Satz]] = {
    "alles": AllesDatei,
    "praxisbeispiel": PraxisbeispielDatei,
    "leitlinie": LeitlinieDatei,
    "weg": WegDatei,
}
