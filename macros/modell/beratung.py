"""Advice services and the questions that lead to the right one."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from .beleg import Beleg, Widerspruch
from .grundtypen import Eintrag, Fremdsprache, Kennung, Liste, Menge, Verweis, Webadresse
from .handlungsfeld import HandlungsfeldVerweis
from .klartext import Klartext, Selbstauskunft
from .zeitpunkt import TagBisHeute, ZeitpunktBisHeute

AufenthaltVerweis = Annotated[str, AfterValidator(Verweis("aufenthalt"))]
Alter = Annotated[int, Field(ge=0, le=120)]


class Aufenthalt(Eintrag):
    """A residence status as people name it, with the official term explained."""

    id: Kennung
    titel: Klartext
    erklaerung: Klartext
    frueher: Menge[Kennung] | None = None


class Zugang(Eintrag):
    """Whom a service is for. A missing bound means: the sources name none.

    `alter_von` and `alter_bis` are years, both inclusive; `jahre_hoechstens` counts from
    arrival or from the day the status became permanent.
    """

    alter_von: Alter | None = None
    alter_bis: Alter | None = None
    aufenthalt: Menge[AufenthaltVerweis]
    jahre_hoechstens: Annotated[int, Field(ge=1, le=50)] | None = None
    hinweis: Klartext | None = None

    @model_validator(mode="after")
    def _alter_steigt(self) -> Self:
        if self.alter_bis is not None and self.alter_bis < (self.alter_von or 0):
            raise PydanticCustomError("alter_verkehrt", "ages reversed")
        return self


class Kontakt(Eintrag):
    """The public contact page of an institution, and when it was known to be true."""

    traeger: Klartext
    titel: Klartext
    url: Webadresse
    stand: ZeitpunktBisHeute | None = None


class Angabe(Eintrag):
    """What was true of a service at a time."""

    stand: ZeitpunktBisHeute
    text: Selbstauskunft
    belege: Menge[Beleg]


class Angebot(Eintrag):
    """One advice service."""

    id: Kennung
    titel: Klartext
    kurztitel: Klartext
    kurz: Klartext
    beschreibung: Menge[Klartext]
    traeger: Menge[Klartext]
    handlungsfelder: Menge[HandlungsfeldVerweis]
    fuer: Zugang
    kontakte: Menge[Kontakt] | None = None
    angaben: Menge[Angabe] | None = None
    widersprueche: Menge[Widerspruch] | None = None
    belege: Menge[Beleg]
    geprueft_am: TagBisHeute
    frueher: Menge[Kennung] | None = None


class Orientierung(Eintrag):
    """One sentence that points the way, in another language; never an official translation."""

    sprache: Fremdsprache
    name: Klartext
    text: Klartext
    nicht_amtlich: Klartext
    geprueft: Literal["ja", "nein"]


class Beratung(Eintrag):
    """The file `beratung.yaml`."""

    aufenthalt: Liste[Aufenthalt]
    angebote: Liste[Angebot]
    orientierung: Liste[Orientierung]
