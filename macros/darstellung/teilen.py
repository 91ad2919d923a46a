"""What others need to link, quote and show a Praxisbeispiel elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from macros.modell import Praxisbeispiel
from macros.seitenplan import adressen
from macros.sprache import Sprache

from . import format

# The frame of the card, in CSS pixels: at this height each card fits on a phone too, 320 wide.
KARTENMASS = {"breite": 480, "hoehe": 380}


@dataclass(frozen=True)
class Teilen:
    """Ready to copy: `pfad` is the page as seen from the root, `zitat` a line that quotes it.

    The addresses are absolute, None where the site has none.
    """

    pfad: str
    zitat: str
    adresse: str | None
    kurz: str | None
    karte: str | None


def teilen(
    beispiel: Praxisbeispiel, wurzel: str | None, name: str, stand: date, sprache: Sprache
) -> Teilen:
    """Gives what is to be shared of an entry.

    `wurzel` is the site's address, `name` its name. `stand` is the day of this version of the
    site: the day on which someone reads it is known only to the reader.
    """
    pfad = adressen.eintrag("praxisbeispiele", beispiel.id)
    adresse = adressen.absolut(pfad, wurzel)
    angaben = {"titel": beispiel.titel, "name": name, "tag": format.tag(stand, sprache)}
    muster = "teilen.zitat.mit_adresse" if adresse else "teilen.zitat.ohne_adresse"
    return Teilen(
        pfad,
        zitat=sprache(muster, adresse=adresse, **angaben),
        adresse=adresse,
        kurz=adressen.absolut(adressen.eintrag("kurz", beispiel.id), wurzel),
        karte=adressen.absolut(adressen.eintrag("karte", beispiel.id), wurzel),
    )
