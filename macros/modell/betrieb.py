"""Who runs the site, and where it lives."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from .grundtypen import Eintrag, Link, Liste, Menge, Webadresse
from .klartext import Klartext, Selbstauskunft, ohne_unsichtbares
from .zeitpunkt import TagBisHeute


def _wurzel(wert: str) -> str:
    if not wert.endswith("/") or "?" in wert or "#" in wert:
        raise PydanticCustomError("wurzel", "not a root address")
    return wert


_Email = Annotated[
    str,
    Field(pattern=r"^[^@:\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$"),
    AfterValidator(ohne_unsichtbares),
]


class Betreiber(Eintrag):
    """The operator's own particulars; what is not filled in is shown as missing."""

    name: Selbstauskunft | None = None
    anschrift: Menge[Selbstauskunft] | None = None
    vertretung: Selbstauskunft | None = None
    email: _Email | None = None
    formular: Webadresse | None = None
    telefon: Selbstauskunft | None = None
    datenschutzbeauftragte_stelle: Link | None = None
    hoster: Selbstauskunft | None = None
    protokoll: Liste[Selbstauskunft] | None = None
    protokoll_tage: Annotated[int, Field(ge=0, le=365)] | None = None

    @property
    def hat_kontakt(self) -> bool:
        """Tells whether there is any way to reach the operator."""
        return any((self.formular, self.email, self.telefon))


class Pruefung(Eintrag):
    """Something that was really looked at: what, how and when."""

    am: TagBisHeute
    was: Klartext
    wie: Klartext


class Luecke(Eintrag):
    """What is not accessible, why, and what there is instead (BGG NRW § 10b (2) no. 1)."""

    was: Klartext
    warum: Klartext
    stattdessen: Klartext | None = None


class Barrierefreiheit(Eintrag):
    """The accessibility statement: when it was made, and on which evaluation it rests.

    Its parts are those of the EU model statement, Decision (EU) 2018/1523, annex, section 1.
    A status needs an evaluation of the whole site; "ganz" cannot stand beside a gap.
    """

    erklaert_am: TagBisHeute
    bewertet_am: TagBisHeute | None = None
    verfahren: Klartext | None = None
    vereinbarkeit: Literal["ganz", "teilweise", "nicht"] | None = None
    pruefungen: Menge[Pruefung] | None = None
    luecken: Menge[Luecke] | None = None

    @model_validator(mode="after")
    def _vereinbarkeit_ist_bewertet(self) -> Self:
        if self.vereinbarkeit and not (self.bewertet_am and self.verfahren):
            raise PydanticCustomError("vereinbarkeit_ohne_bewertung", "status without evaluation")
        if self.vereinbarkeit == "ganz" and self.luecken:
            raise PydanticCustomError("vereinbarkeit_mit_luecken", "full status beside gaps")
        return self


class Betrieb(Eintrag):
    """The file `betrieb.yaml`. Without `adresse` there is no canonical address."""

    betrieb: Literal["demonstrator", "amtlich"] = "demonstrator"
    adresse: Annotated[Webadresse, AfterValidator(_wurzel)] | None = None
    repository: Webadresse | None = None
    plattform: Literal["github", "gitlab"] | None = None
    zweig: Klartext = "main"
    pruefen_nach_monaten: Annotated[int, Field(ge=1, le=120)] = 24
    betreiber: Betreiber = Betreiber()
    barrierefreiheit: Barrierefreiheit | None = None
    lizenz: Literal["cc0-1.0", "cc-by-4.0", "dl-de-by-2.0", "dl-de-zero-2.0"] | None = None
