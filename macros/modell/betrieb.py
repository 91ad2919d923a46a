"""Who runs the site, and where it lives."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .grundtypen import Eintrag, Klartext, Link, Liste, Webadresse
from .zeitpunkt import TagBisHeute


def _wurzel(wert: str) -> str:
    if not wert.endswith("/") or "?" in wert or "#" in wert:
        raise PydanticCustomError("wurzel", "not a root address")
    return wert


class Betreiber(Eintrag):
    """The operator's own particulars; what is not filled in is shown as missing."""

    name: Klartext | None = None
    anschrift: Liste[Klartext] | None = None
    vertretung: Klartext | None = None
    email: Annotated[str, Field(pattern=r"^[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+$")] | None = None
    formular: Webadresse | None = None
    telefon: Klartext | None = None
    datenschutzbeauftragte_stelle: Link | None = None
    hoster: Klartext | None = None
    protokoll_tage: Annotated[int, Field(ge=0, le=365)] | None = None

    @property
    def hat_kontakt(self) -> bool:
        """Tells whether there is any way to reach the operator."""
        return any((self.formular, self.email, self.telefon))


class Barrierefreiheit(Eintrag):
    """The accessibility statement: when it was made, and on which evaluation it rests."""

    erklaert_am: TagBisHeute
    bewertet_am: TagBisHeute | None = None
    verfahren: Klartext | None = None


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
