"""The concept itself: frame, five Kapitel, seven Handlungsfelder and their Leitlinien."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from .beleg import NICHT_AMTLICH, Abschnitt, Beleg, QuelleVerweis, Widerspruch, Wortlaut
from .fingerabdruck import gruppen
from .grundtypen import Eintrag, Kennung, Liste, Menge, Verweis
from .klartext import Klartext
from .zeitpunkt import TagBisHeute

KapitelKennung = Literal["kapitel-i", "kapitel-ii", "kapitel-iii", "kapitel-iv", "kapitel-v"]
HandlungsfeldKennung = Literal[
    "bildung", "beschaeftigung", "teilhabe", "gesundheit", "alter", "sicherheit", "wohnen"
]
HandlungsfeldVerweis = Annotated[str, AfterValidator(Verweis("handlungsfelder"))]


class Rahmen(Eintrag):
    """What holds for the concept as a whole; `ausgangsquelle` is the text it is drawn from."""

    titel: Klartext
    untertitel: Klartext
    kurz: Klartext
    ausgangsquelle: QuelleVerweis
    perspektiven: Liste[Abschnitt]
    abschnitte: Liste[Abschnitt]
    geprueft_am: TagBisHeute | None = None


class Kapitel(Eintrag):
    """One of the five chapters; `titel` is the official one."""

    id: KapitelKennung
    titel: Klartext
    kurz: Klartext
    abschnitte: Liste[Abschnitt]
    widersprueche: Menge[Widerspruch] | None = None
    geprueft_am: TagBisHeute | None = None


class Schwerpunkt(Eintrag):
    """A focus of a Handlungsfeld; official only where the source names it as such."""

    id: Kennung
    titel: Klartext
    text: Klartext
    wortlaut: Wortlaut = "redaktionell"
    belege: Menge[Beleg] | None = None
    frueher: Menge[Kennung] | None = None


class Leitlinie(Eintrag):
    """A "Wir" statement, quoted (`amtlich`) or drawn from a passage by us (`redaktionell`)."""

    id: Kennung
    text: Klartext
    wortlaut: Wortlaut
    belege: Menge[Beleg]
    frueher: Menge[Kennung] | None = None

    @model_validator(mode="after")
    def _wortlaut_ist_belegt(self, info: ValidationInfo) -> Self:
        if any(b.zitat is None and "zitat" in b.model_fields_set for b in self.belege):
            # An empty value is reported where it stands.
            return self
        zitate = [beleg.zitat for beleg in self.belege if beleg.zitat]
        if not zitate:
            raise PydanticCustomError("leitlinie_ohne_zitat", "no quotation")
        if self.wortlaut == "redaktionell" or info.context is None:
            return self
        gleiche = [b for b in self.belege if b.zitat and gruppen(b.zitat) == gruppen(self.text)]
        if not gleiche:
            raise PydanticCustomError("leitlinie_nicht_woertlich", "not the quoted words")
        arten = info.context["quellenarten"]
        if arten is not None and all(arten.get(b.quelle) in NICHT_AMTLICH for b in gleiche):
            raise PydanticCustomError("leitlinie_nicht_amtlich", "no official source")
        return self


class Handlungsfeld(Eintrag):
    """One of the seven fields, in everyday words beside the official title."""

    id: HandlungsfeldKennung
    titel: Klartext
    kurz: Klartext
    alltag: Klartext | None = None
    beschreibung: Menge[Klartext] | None = None
    schwerpunkte: Liste[Schwerpunkt] | None = None
    leitlinien: Liste[Leitlinie]
    nachbarn: Menge[HandlungsfeldVerweis] | None = None
    widersprueche: Menge[Widerspruch] | None = None
    belege: Menge[Beleg] | None = None
    geprueft_am: TagBisHeute | None = None


class Leitlinien(Eintrag):
    """The file `leitlinien.yaml`."""

    konzept: Rahmen
    kapitel: Liste[Kapitel]
    handlungsfelder: Liste[Handlungsfeld]


# The official order (press release of 2020-02-20): these entries, all of them, in this order.
FOLGEN: dict[str, tuple[str, ...]] = {
    "kapitel": get_args(KapitelKennung),
    "handlungsfelder": get_args(HandlungsfeldKennung),
}
