"""Praxisbeispiele: real projects with everything the sources tell of them."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, model_validator
from pydantic_core import PydanticCustomError

from .beleg import Beleg, Genauigkeit, Quelle, Widerspruch, Zahlenwert
from .grundtypen import Eintrag, Kennung, Link, Liste, Menge, Verweis
from .handlungsfeld import HandlungsfeldVerweis
from .klartext import Einzelwert, Klartext
from .zeitpunkt import TagBisHeute, ZeitpunktBisHeute, ZeitpunktFeld, ist_vergangen, lies_zeitpunkt

LeitlinieVerweis = Annotated[str, AfterValidator(Verweis("leitlinien"))]


class Verknuepfung(Eintrag):
    """A link out of the site: its words and its address (https, mailto or tel)."""

    titel: Klartext
    url: Link


class Zahlenangabe(Eintrag):
    """A figure of a project: `wert` in `einheit`, what it counts, when it was true."""

    wert: Zahlenwert
    genauigkeit: Genauigkeit = "genau"
    einheit: Klartext
    was: Klartext
    stand: ZeitpunktBisHeute
    belege: Menge[Beleg]


class Praxisbeispiel(Eintrag):
    """One project. What no source tells is left out, and the page says so.

    `quellen` brings sources that `quellen.yaml` does not have, so that one file is a whole entry.
    """

    id: Kennung
    titel: Klartext
    kurztitel: Klartext
    handlungsfeld: HandlungsfeldVerweis
    kurz: Klartext
    beschreibung: Menge[Klartext]
    traeger: Menge[Klartext]
    stand: Literal["laufend", "beendet", "unbekannt"]
    belege: Menge[Beleg]
    geprueft_am: TagBisHeute
    quellen: Liste[Quelle] | None = None
    leitlinien: Menge[LeitlinieVerweis] | None = None
    partner: Menge[Klartext] | None = None
    zielgruppen: Menge[Klartext] | None = None
    seit: ZeitpunktFeld | None = None
    bis: ZeitpunktFeld | None = None
    stadtteile: Menge[Einzelwert] | None = None
    sprachen: Menge[Einzelwert] | None = None
    zahlen: Menge[Zahlenangabe] | None = None
    finanzierung: Klartext | None = None
    links: Menge[Verknuepfung] | None = None
    widersprueche: Menge[Widerspruch] | None = None
    suchbegriffe: Menge[Klartext] | None = None
    frueher: Menge[Kennung] | None = None

    @model_validator(mode="after")
    def _was_laeuft_hat_begonnen_und_nicht_geendet(self) -> Self:
        # Not today: the same data must be as sound next year.
        geprueft = lies_zeitpunkt(self.geprueft_am)
        if self.stand == "laufend" and self.seit and geprueft.endet_vor(self.seit):
            raise PydanticCustomError("laufend_vor_beginn", "running, but not begun")
        if self.stand == "laufend" and self.bis and ist_vergangen(self.bis, self.geprueft_am):
            raise PydanticCustomError("laufend_beendet", "ended, but running")
        return self
