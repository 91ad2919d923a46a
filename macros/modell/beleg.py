"""Sources, what they prove, and where they contradict each other."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from .fingerabdruck import MINDESTWOERTER, Fingerabdruck, woerter
from .grundtypen import Eintrag, Kennung, Menge, Verweis, Webadresse
from .klartext import Klartext, davor
from .zeitpunkt import TagBisHeute, ZeitpunktBisHeute

QuelleVerweis = Annotated[str, AfterValidator(Verweis("quellen"))]
_IN_ZEICHEN = re.compile(r"„[^„“]*“|»[^»«]*«|“[^“”]*”|\"[^\"]*\"")
_GENANNTE_WOERTER = 3
NICHT_AMTLICH = ("traeger", "dritte")
Wortlaut = Literal["amtlich", "redaktionell"]
Genauigkeit = Literal["genau", "rund", "mehr-als"]


def _nicht_unter_null(wert: float) -> float:
    if wert < 0:
        raise PydanticCustomError("unter_null", "negative")
    return wert


# Every figure counts or measures something; of what there is less than none no bar can be drawn.
Zahlenwert = Annotated[
    int | float,
    AfterValidator(_nicht_unter_null),
    Field(json_schema_extra={"minimum": 0}),
]


class Quelle(Eintrag):
    """One public source. Without `datum` it carries none; without `abgerufen` nobody noted it."""

    id: Kennung
    titel: Klartext
    herausgeber: Klartext
    art: Literal["amtlich", "traeger", "dritte"]
    datum: ZeitpunktBisHeute | None = None
    url: Webadresse
    abgerufen: TagBisHeute | None = None
    gelesen: Literal["ganz", "auszug"]
    anmerkung: Klartext | None = None
    frueher: Menge[Kennung] | None = None


class Beleg(Eintrag):
    """What proves a statement: a source, and its very words where they are fingerprinted."""

    quelle: QuelleVerweis
    zitat: Klartext | None = None
    wofuer: Klartext | None = None

    @field_validator("zitat")
    @classmethod
    def _steht_in_der_quelle(cls, zitat: str | None, info: ValidationInfo) -> str | None:
        quelle = info.data.get("quelle")
        if zitat is None or info.context is None or quelle is None:
            return zitat
        if _IN_ZEICHEN.fullmatch(zitat):
            raise PydanticCustomError("zitat_in_zeichen", "quoted twice")
        if len(woerter(zitat)) < MINDESTWOERTER:
            raise PydanticCustomError("zitat_kurz", "too short", {"mindestens": MINDESTWOERTER})
        abdruck = info.context["abdruecke"].get(quelle)
        if abdruck is None and quelle in info.context["beschaedigt"]:
            return zitat
        if abdruck is None:
            raise PydanticCustomError("zitat_ohne_abdruck", "no fingerprint", {"quelle": quelle})
        if abdruck.stelle(zitat) is None:
            raise _fremd(zitat, quelle, abdruck)
        return zitat


def _fremd(zitat: str, quelle: str, abdruck: Fingerabdruck) -> PydanticCustomError:
    stelle = abdruck.abweichung(zitat)
    if not stelle:
        return PydanticCustomError("zitat_fremd", "not in the source", {"quelle": quelle})
    ab = " ".join(zitat[stelle:].split()[:_GENANNTE_WOERTER])
    angaben = {"quelle": quelle, "ab": ab, "davor": davor(zitat, stelle)}
    return PydanticCustomError("zitat_weicht_ab", "not all of it in the source", angaben)


class Auszug(Beleg):
    """A passage of a source that stands open on the page: without its words there is none."""

    zitat: Klartext


class Antwort(Eintrag):
    """What one source answers to a disputed question."""

    text: Klartext
    quelle: QuelleVerweis


class Widerspruch(Eintrag):
    """A question on which sources differ, their answers, and what this site writes."""

    frage: Klartext
    antworten: Menge[Antwort]
    wir_schreiben: Klartext


class Abschnitt(Eintrag):
    """A titled passage in our own words, with its proofs and any official excerpts."""

    id: Kennung
    titel: Klartext
    text: Menge[Klartext]
    punkte: Menge[Klartext] | None = None
    auszuege: Menge[Auszug] | None = None
    belege: Menge[Beleg]
    widersprueche: Menge[Widerspruch] | None = None
    frueher: Menge[Kennung] | None = None
