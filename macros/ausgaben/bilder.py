"""Which pages have a preview picture of their own, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

from macros.modell import Handlungsfeld, Praxisbeispiel
from macros.seitenplan import adressen
from macros.seitenplan.seite import Seite
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

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


def bildtexte(verzeichnis: Verzeichnis, sprache: Sprache) -> Iterator[tuple[str, Bildtext]]:
    """Gives what each picture says, by its address; none without a configured address.

    Only an absolute address leads a network to a picture.
    """
    if not verzeichnis.konzept.betrieb.adresse:
        return
    yield adressen.BILD, _startseite(verzeichnis, sprache)
    for feld in verzeichnis.handlungsfelder.values():
        adresse = adressen.eintrag("handlungsfelder", feld.id)
        yield f"{adresse}{adressen.BILD}", _feld(feld, verzeichnis, sprache)
    for beispiel in verzeichnis.praxisbeispiele.values():
        adresse = adressen.eintrag("praxisbeispiele", beispiel.id)
        yield f"{adresse}{adressen.BILD}", _beispiel(beispiel, verzeichnis, sprache)


def bildtext(seite: Seite | None, verzeichnis: Verzeichnis, sprache: Sprache) -> Bildtext | None:
    """Gives what the picture of a page says: its own, or that of the home page; None without one.

    A page written by hand is no `seite`.
    """
    if not verzeichnis.konzept.betrieb.adresse:
        return None
    if seite and seite.liste == "handlungsfelder":
        return _feld(verzeichnis.handlungsfelder[seite.kennung], verzeichnis, sprache)
    if seite and seite.liste == "praxisbeispiele":
        return _beispiel(verzeichnis.praxisbeispiele[seite.kennung], verzeichnis, sprache)
    return _startseite(verzeichnis, sprache)


def _startseite(verzeichnis: Verzeichnis, sprache: Sprache) -> Bildtext:
    dach, fuss = sprache("bild.startseite"), sprache("bild.fuss")
    return _bildtext(dach, (), fuss, verzeichnis, sprache)


def _feld(feld: Handlungsfeld, verzeichnis: Verzeichnis, sprache: Sprache) -> Bildtext:
    dach = sprache("feld.nummer", nummer=verzeichnis.nummer(feld.id))
    return _bildtext(dach, (feld.titel,), "", verzeichnis, sprache, FARBEN[feld.id])


def _beispiel(beispiel: Praxisbeispiel, verzeichnis: Verzeichnis, sprache: Sprache) -> Bildtext:
    feld = verzeichnis.handlungsfelder[beispiel.handlungsfeld]
    # The id is in letters that the font has, and no other entry's.
    titel = (beispiel.titel, beispiel.kurztitel, beispiel.id)
    dach = sprache("bild.beispiel", feld=feld.titel)
    return _bildtext(dach, titel, "", verzeichnis, sprache, FARBEN[feld.id])


def _bildtext(
    dach: str,
    titel: tuple[str, ...],
    fuss: str,
    verzeichnis: Verzeichnis,
    sprache: Sprache,
    farbe: str = _HAUPTFARBE,
) -> Bildtext:
    """Takes the first title that the font can show: a picture with empty boxes helps nobody."""
    konzept = verzeichnis.konzept
    name = konzept.leitlinien.konzept.titel
    return Bildtext(
        dach=dach,
        titel=next((t for t in titel if kann_zeigen(t)), name),
        fuss=fuss or name,
        marke=sprache("bild.marke") if konzept.betrieb.betrieb == "demonstrator" else "",
        farbe=farbe,
    )
