"""Which pages have a preview picture of their own, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

from macros.darstellung.website import Website
from macros.modell import Handlungsfeld, Praxisbeispiel
from macros.seitenplan import adressen
from macros.seitenplan.seite import Seite

from .bild import Bildtext, kann_zeigen

_HAUPTFARBE = "#0b565e"
# The colours of the Handlungsfelder on a light ground, as in theme/eigen/stil.css.
FARBEN = {
    "bildung": "#7a4a06",
    "beschaeftigung": "#35508c",
    "teilhabe": "#8a2f57",
    "gesundheit": "#a3262e",
    "alter": "#3c6318",
    "sicherheit": "#4b3f8f",
    "wohnen": "#0b6169",
}


def bildtexte(website: Website) -> Iterator[tuple[str, Bildtext]]:
    """Gives what each picture says, by its address; none without a configured address."""
    for seite in website.seiten.values():
        hat_eigenes = seite.bild == f"{seite.adresse}{adressen.BILD}"
        if hat_eigenes and (text := bildtext(website, seite)):
            yield seite.bild, text


def bildtext(website: Website, seite: Seite | None) -> Bildtext | None:
    """Gives what the picture says that a page shows; a page written by hand is no `seite`.

    None without a configured address: only an absolute one leads a network to a picture.
    """
    if not website.konzept.betrieb.adresse:
        return None
    if seite and seite.liste == "handlungsfelder":
        return _feld(website, website.verzeichnis.handlungsfelder[seite.kennung])
    if seite and seite.liste == "praxisbeispiele":
        return _beispiel(website, website.verzeichnis.praxisbeispiele[seite.kennung])
    sprache = website.sprache
    return _bildtext(website, sprache("bild.startseite"), fuss=sprache("bild.fuss"))


def _feld(website: Website, feld: Handlungsfeld) -> Bildtext:
    dach = website.sprache("feld.nummer", nummer=website.verzeichnis.nummer(feld.id))
    return _bildtext(website, dach, (feld.titel,), farbe=FARBEN[feld.id])


def _beispiel(website: Website, beispiel: Praxisbeispiel) -> Bildtext:
    feld = website.verzeichnis.handlungsfelder[beispiel.handlungsfeld]
    # The id is in letters that the font has, and no other entry's.
    titel = (beispiel.titel, beispiel.kurztitel, beispiel.id)
    dach = website.sprache("bild.beispiel", feld=feld.titel)
    return _bildtext(website, dach, titel, farbe=FARBEN[feld.id])


def _bildtext(
    website: Website,
    dach: str,
    titel: tuple[str, ...] = (),
    fuss: str = "",
    farbe: str = _HAUPTFARBE,
) -> Bildtext:
    """Takes the first title that the font can show: a picture with empty boxes helps nobody.

    The name of the concept stands where there is no title, or no line below it.
    """
    name, betrieb = website.konzept.leitlinien.konzept.titel, website.konzept.betrieb.betrieb
    return Bildtext(
        dach=dach,
        titel=next((t for t in titel if kann_zeigen(t)), name),
        fuss=fuss or name,
        marke=website.sprache("bild.marke") if betrieb == "demonstrator" else "",
        farbe=farbe,
    )
