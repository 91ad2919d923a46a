"""Praxisbeispiele: real projects with everything the sources tell of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator

from .beleg import Beleg, Genauigkeit, Quelle, Widerspruch
from .grundtypen import Eintrag, Kennung, Klartext, Link, Liste, Verweis
from .handlungsfeld import HandlungsfeldVerweis
from .zeitpunkt import TagBisHeute, ZeitpunktFeld

LeitlinieVerweis = Annotated[str, AfterValidator(Verweis("leitlinien"))]


class Verknuepfung(Eintrag):
    """A link out of the site: its words and its address (https, mailto or tel)."""

    titel: Klartext
    url: Link


class Zahlenangabe(Eintrag):
    """A figure of a project: `wert` in `einheit`, what it counts, when it was true."""

    wert: int | float
    genauigkeit: Genauigkeit = "genau"
    einheit: Klartext
    was: Klartext
    stand: ZeitpunktFeld
    belege: Liste[Beleg]


class Praxisbeispiel(Eintrag):
    """One project. What no source tells is left out, and the page says so.

    `quellen` brings sources that `quellen.yaml` does not have, so that one file is a whole entry.
    """

    id: Kennung
    titel: Klartext
    kurztitel: Klartext
    handlungsfeld: HandlungsfeldVerweis
    kurz: Klartext
    beschreibung: Liste[Klartext]
    traeger: Liste[Klartext]
    stand: Literal["laufend", "beendet", "unbekannt"]
    belege: Liste[Beleg]
    geprueft_am: TagBisHeute
    quellen: Liste[Quelle] | None = None
    leitlinien: Liste[LeitlinieVerweis] | None = None
    partner: Liste[Klartext] | None = None
    zielgruppen: Liste[Klartext] | None = None
    seit: ZeitpunktFeld | None = None
    bis: ZeitpunktFeld | None = None
    stadtteile: Liste[Klartext] | None = None
    sprachen: Liste[Klartext] | None = None
    zahlen: Liste[Zahlenangabe] | None = None
    finanzierung: Klartext | None = None
    links: Liste[Verknuepfung] | None = None
    widersprueche: Liste[Widerspruch] | None = None
    suchbegriffe: Liste[Klartext] | None = None
    frueher: Liste[Kennung] | None = None
