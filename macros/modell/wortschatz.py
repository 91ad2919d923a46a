"""Words: the glossary, what people type instead, and the slips of the source."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from .beleg import Beleg
from .grundtypen import Eintrag, Fremdsprache, Kennung, Menge, Verweis
from .klartext import Klartext
from .zeitpunkt import TagBisHeute

SEITEN = (
    "konzept",
    "entstehung",
    "zahlen",
    "leitlinien",
    "handlungsfelder",
    "praxisbeispiele",
    "beratung",
    "glossar",
    "quellen",
    "umgang-mit-der-quelle",
    "mitmachen",
    "barrierefreiheit",
    "datenschutz",
    "daten",
    "impressum",
)
Ziel = Annotated[
    str,
    AfterValidator(
        Verweis("seiten", "kapitel", "handlungsfelder", "praxisbeispiele", "angebote", "glossar")
    ),
]

# What people type is a word or two; a sentence leads nobody.
HOECHSTWOERTER = 2
_ZWEI_WOERTER = r"^\s*\S+(\s+\S+)?\s*$"
# Letters after the Latin ones, from Greek on: no German word has them.
_FREMDE_SCHRIFT = r"[\u0370-\u1cff]"


def _hoechstens_zwei(wert: str) -> str:
    if len(wert.split()) > HOECHSTWOERTER:
        raise PydanticCustomError("wort_lang", "too many words", {"hoechstens": HOECHSTWOERTER})
    return wert


Suchwort = Annotated[
    Klartext,
    AfterValidator(_hoechstens_zwei),
    Field(json_schema_extra={"allOf": [{"pattern": _ZWEI_WOERTER}]}),
]


class Begriff(Eintrag):
    """A glossary term; `auch` lists its abbreviations and other spellings."""

    id: Kennung
    begriff: Klartext
    auch: Menge[Klartext] | None = None
    kurz: Klartext
    text: Klartext | None = None
    belege: Menge[Beleg] | None = None
    geprueft_am: TagBisHeute | None = None
    frueher: Menge[Kennung] | None = None


class Suchbegriff(Eintrag):
    """An everyday or foreign word and the entries or pages it leads to.

    A foreign one says whether somebody who grew up with the language has read it.
    """

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"sprache": ["geprueft"], "geprueft": ["sprache"]}}
    )

    wort: Suchwort
    ziele: Menge[Ziel]
    sprache: Fremdsprache | None = None
    geprueft: Literal["ja", "nein"] | None = None

    @model_validator(mode="after")
    def _fremdes_sagt_ob_geprueft(self) -> Self:
        if self.sprache and "geprueft" not in self.model_fields_set:
            raise PydanticCustomError("fremd_ungeprueft", "foreign word without review")
        fremd = self.geprueft or re.search(_FREMDE_SCHRIFT, self.wort)
        if fremd and "sprache" not in self.model_fields_set:
            raise PydanticCustomError("fremd_ohne_sprache", "foreign word without language")
        return self


class Auffaelligkeit(Eintrag):
    """A slip of the source text: its very words, why it is one, and what this site writes."""

    id: Kennung
    art: Literal["sinn", "grammatik", "schreibweise", "sachangabe"]
    stelle: Klartext
    beleg: Beleg
    warum: Klartext
    wir_schreiben: Klartext
    belege: Menge[Beleg] | None = None
    frueher: Menge[Kennung] | None = None
