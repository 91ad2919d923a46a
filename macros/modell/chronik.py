"""What happened when, and how much: timeline and figures."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .beleg import Beleg, Genauigkeit, Widerspruch, Zahlenwert
from .grundtypen import Eintrag, Kennung, Menge
from .klartext import Klartext
from .zeitpunkt import TagBisHeute, ZeitpunktBisHeute, ZeitpunktFeld


class Ereignis(Eintrag):
    """An entry of the timeline. `jahr_erschlossen`: the source names only day and month."""

    id: Kennung
    datum: ZeitpunktFeld
    bis: ZeitpunktFeld | None = None
    ungefaehr: Klartext | None = None
    titel: Annotated[Klartext, Field(max_length=60)]
    text: Klartext | None = None
    jahr_erschlossen: bool = False
    belege: Menge[Beleg]
    widersprueche: Menge[Widerspruch] | None = None
    geprueft_am: TagBisHeute | None = None
    frueher: Menge[Kennung] | None = None


class Messwert(Eintrag):
    """One value of a chart: what it is, how much, how exactly known, and when it was true."""

    bezeichnung: Klartext
    wert: Zahlenwert
    genauigkeit: Genauigkeit = "genau"
    stand: ZeitpunktBisHeute
    belege: Menge[Beleg]


class Kennzahl(Eintrag):
    """A question and its figures in one unit; drawn as `balken` where there are several."""

    id: Kennung
    titel: Klartext
    text: Klartext
    einheit: Klartext
    darstellung: Literal["balken", "zahl"]
    werte: Menge[Messwert]
    widersprueche: Menge[Widerspruch] | None = None
    geprueft_am: TagBisHeute | None = None
    frueher: Menge[Kennung] | None = None
