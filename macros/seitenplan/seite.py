"""A page of the site: its address, title, description and outline."""

from __future__ import annotations

from dataclasses import dataclass

from .adressen import BILD, MIT_BILD

FILTERSEITE = "filterseite"
LEER = "filterseite-leer"
GRABSTEIN = "grabstein"
SPRACHREGISTER = "sprachregister"
_BESCHREIBUNG_HOECHSTENS = 155


@dataclass(frozen=True)
class Abschnitt:
    """A heading of a page's outline and the anchor it carries."""

    anker: str
    titel: str


@dataclass(frozen=True)
class Seite:
    """A generated page: `vorlage` renders it.

    `liste` and `kennung` name the entry that it is of ("" for an overview), `auswahl` what it
    gathers of a list: `<facet>/<value>`, as in its address, or the language of index words;
    `erster` is the first entry that it gathers so.
    """

    adresse: str
    titel: str
    beschreibung: str
    vorlage: str
    liste: str = ""
    kennung: str = ""
    auswahl: str = ""
    erster: str = ""
    gliederung: tuple[Abschnitt, ...] = ()

    @property
    def bild(self) -> str:
        """Address of its preview picture: its own, or the home page's, which all others show."""
        return (self.adresse if self.liste in MIT_BILD else "") + BILD


def oberhalb(adresse: str) -> tuple[str, ...]:
    """Gives the addresses above a page, from the home page down, without itself."""
    if not adresse:
        return ()
    oberste = adresse.split("/")[0] + "/"
    return ("", oberste) if oberste != adresse else ("",)


def kurzfassung(text: str) -> str:
    """Gives at most 155 signs of a text, cut at a word: what a result list shows of it."""
    if len(text) <= _BESCHREIBUNG_HOECHSTENS:
        return text
    return text[: _BESCHREIBUNG_HOECHSTENS - 2].rsplit(" ", 1)[0].rstrip(",;:–") + " …"
