"""The contract of the published data: what each record holds, told apart from the model.

It has a version of its own, so that a change of the model does not silently change what
partners read. A field more is a minor version; one less, or another meaning, a major one with
a new folder. What no source tells is left out.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict

FASSUNG = "1.1.0"


class Satz(BaseModel):
    """Base of the contract: frozen, and nothing beside the named fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class QuelleDaten(Satz):
    """A source; the proofs name it by its id."""

    id: str
    titel: str
    herausgeber: str
    art: Literal["amtlich", "traeger", "dritte"]
    datum: str | None = None
    url: str
    abgerufen: date | None = None
    gelesen: Literal["ganz", "auszug"]
    anmerkung: str | None = None


class BelegDaten(Satz):
    """A proof; with a quotation, `fundstelle` is the link to the very sentence."""

    quelle: str
    zitat: str | None = None
    wofuer: str | None = None
    fundstelle: str | None = None


class AntwortDaten(Satz):
    """What one source answers."""

    text: str
    quelle: str


class WiderspruchDaten(Satz):
    """Where sources differ."""

    frage: str
    antworten: tuple[AntwortDaten, ...]
    wir_schreiben: str


class ZahlDaten(Satz):
    """A figure and what proves it."""

    wert: int | float
    genauigkeit: Literal["genau", "rund", "mehr-als"]
    einheit: str
    was: str
    stand: str
    belege: tuple[BelegDaten, ...]


class LinkDaten(Satz):
    """A link to another site."""

    titel: str
    url: str


class _Eintrag(Satz):
    """What every record says of itself: `pfad` is its address as seen from the site's root."""

    id: str
    pfad: str
    url: str | None = None
    sprache: str
    wortlaut: Literal["amtlich", "redaktionell"]
    belege: tuple[BelegDaten, ...]
    geaendert_am: date | None = None
    frueher: tuple[str, ...] | None = None


class LeitlinieDaten(_Eintrag):
    """A Leitlinie, quoted or in our own words."""

    art: Literal["leitlinie"] = "leitlinie"
    handlungsfeld: str
    text: str
    geprueft_am: date | None = None


class PraxisbeispielDaten(_Eintrag):
    """A Praxisbeispiel, in our own words."""

    art: Literal["praxisbeispiel"] = "praxisbeispiel"
    titel: str
    kurztitel: str
    handlungsfeld: str
    kurz: str
    beschreibung: tuple[str, ...]
    traeger: tuple[str, ...]
    stand: Literal["laufend", "beendet", "unbekannt"]
    geprueft_am: date
    leitlinien: tuple[str, ...] | None = None
    partner: tuple[str, ...] | None = None
    zielgruppen: tuple[str, ...] | None = None
    seit: str | None = None
    bis: str | None = None
    stadtteile: tuple[str, ...] | None = None
    sprachen: tuple[str, ...] | None = None
    zahlen: tuple[ZahlDaten, ...] | None = None
    finanzierung: str | None = None
    links: tuple[LinkDaten, ...] | None = None
    widersprueche: tuple[WiderspruchDaten, ...] | None = None
    suchbegriffe: tuple[str, ...] | None = None


EintragDaten = LeitlinieDaten | PraxisbeispielDaten


class HandlungsfeldDaten(Satz):
    """A Handlungsfeld: what the ids in the records stand for."""

    id: str
    nummer: int
    titel: str
    pfad: str


class MesswertDaten(Satz):
    """One of the values that a figure compares, and what proves it."""

    bezeichnung: str
    wert: int | float
    genauigkeit: Literal["genau", "rund", "mehr-als"]
    stand: str
    belege: tuple[BelegDaten, ...]


class KennzahlDaten(Satz):
    """A figure of the concept, in our own words: a question and its values in one unit."""

    id: str
    pfad: str
    url: str | None = None
    sprache: str
    wortlaut: Literal["redaktionell"] = "redaktionell"
    titel: str
    text: str
    einheit: str
    werte: tuple[MesswertDaten, ...]
    widersprueche: tuple[WiderspruchDaten, ...] | None = None
    geprueft_am: date | None = None
    geaendert_am: date | None = None
    frueher: tuple[str, ...] | None = None
