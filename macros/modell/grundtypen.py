"""The small types every data file is made of: ids, references, links, lists, languages.

All of them refuse bad input with a `PydanticCustomError`; its type is the key of the
German sentence in `sprache/de.yaml` under `befund`.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from .klartext import ohne_unsichtbares

T = TypeVar("T")

KENNUNG_MUSTER = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
# It names files too: some file systems end a name at 143 bytes (eCryptfs).
KENNUNG_HOECHSTENS = 100
# Folders and anchors of the site itself; an entry with such an id would take their place.
_VERGEBEN = """
auf-einen-blick aufenthalt barrierefreiheit beratung beschreibung daten datenschutz entstehung
felder glossar grammatik handlungsfelder impressum index inhalt kapitel karte konzept leitlinien
links menue mitmachen nach nachbarn oembed p perspektiven praxisbeispiele qr quellen redaktion
sachangabe schreibweise schwerpunkte sinn sprachen startseite stichwoerter suche suchwort teilen
teilen-adresse teilen-karte teilen-tag teilen-zitat themen titel umgang-mit-der-quelle v1
wegweiser wessen-worte widersprueche zahlen
"""
VERGEBEN = frozenset(_VERGEBEN.split())

# Patterns of addresses, in a notation that Python and ECMA (in JSON Schema) share. `\w` is not:
# ECMA knows no "ü" by it. These are the letters of all scripts, without their punctuation.
_BUCHSTABEN = r"0-9A-Za-z_\u00c0-\u1fff\u3040-\ud7ff"
_WIRT = rf"[{_BUCHSTABEN}.-]+\.[{_BUCHSTABEN}]+(:[0-9]+)?"
_HTTPS = rf"https://{_WIRT}(?=[/?#]|$)"
_POST_ODER_TELEFON = r"(mailto:|tel:)(?=[^?#])"


def _adressmuster(anfang: str) -> str:
    """No address ends with what stands behind one in a list; a full stop may end it ("e.V.")."""
    return rf'^(?!.*[,;]$)({anfang})[^\s"<>\\^`{{|}}]*$'


WEBADRESSE_MUSTER = _adressmuster(_HTTPS)
LINK_MUSTER = _adressmuster(f"{_HTTPS}|{_POST_ODER_TELEFON}")


class Eintrag(BaseModel):
    """Base of everything that comes from the data: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def sieht_aus_wie_kennung(text: str) -> bool:
    """Tells whether a text has the form of an id; a longer one is none to refer to."""
    return len(text) <= KENNUNG_HOECHSTENS and bool(re.fullmatch(KENNUNG_MUSTER, text))


def _kennung(wert: str) -> str:
    if not re.fullmatch(KENNUNG_MUSTER, wert):
        raise PydanticCustomError("kennung", "not a slug")
    if len(wert) > KENNUNG_HOECHSTENS:
        grenze = {"hoechstens": KENNUNG_HOECHSTENS}
        raise PydanticCustomError("kennung_zu_lang", "too long", grenze)
    if wert in VERGEBEN:
        raise PydanticCustomError("kennung_vergeben", "reserved")
    return wert


def _link(wert: str) -> str:
    if not re.fullmatch(LINK_MUSTER, wert):
        raise PydanticCustomError("link", "not a link")
    return ohne_unsichtbares(wert)


def _webadresse(wert: str) -> str:
    if not re.fullmatch(WEBADRESSE_MUSTER, wert):
        raise PydanticCustomError("webadresse", "not https")
    return ohne_unsichtbares(wert)


class Verweis:
    """Validator of a reference: the id must be known to one of the named lists of the data.

    The known ids come with the validation context, `{"kennungen": {list name: ids}}`, and with
    `fruehere` the ids of today by former ones. Nothing is looked up without a context, nor in a
    list whose file could not be read.
    """

    def __init__(self, *listen: str) -> None:
        self.listen = listen

    def __call__(self, wert: str, info: ValidationInfo) -> str:
        """Gives the id of today, or refuses one that is unknown with those that are known."""
        if info.context is None:
            return wert
        wert = info.context["fruehere"].get(wert, wert)
        kennungen = info.context["kennungen"]
        if any(wert in kennungen.get(liste, ()) for liste in self.listen):
            return wert
        if all(liste in kennungen for liste in self.listen):
            bekannt = {kennung for liste in self.listen for kennung in kennungen[liste]}
            raise PydanticCustomError(
                "verweis", "unknown id", {"erlaubt": sorted(bekannt), "listen": list(self.listen)}
            )
        return wert


Kennung = Annotated[
    str,
    AfterValidator(_kennung),
    Field(json_schema_extra={"pattern": KENNUNG_MUSTER, "maxLength": KENNUNG_HOECHSTENS}),
]
Link = Annotated[str, AfterValidator(_link), Field(json_schema_extra={"pattern": LINK_MUSTER})]
Webadresse = Annotated[
    str, AfterValidator(_webadresse), Field(json_schema_extra={"pattern": WEBADRESSE_MUSTER})
]
Liste = Annotated[tuple[T, ...], Field(min_length=1)]
# The languages that the site is found in beside its own (BCP 47).
Fremdsprache = Literal["en", "tr", "ar", "uk", "pl", "ro", "bg", "ru"]


def _ohne_gleiche(wert: Any, weiter: ValidatorFunctionWrapHandler) -> Any:
    """Compares what was written: two ids may lead to one entry since it was renamed."""
    ergebnis = weiter(wert)
    bisher: list[Any] = []
    for nummer, einer in enumerate(wert):
        gleich = " ".join(einer.split()) if isinstance(einer, str) else einer
        if gleich in bisher:
            orte = {"nummer": nummer, "erste": bisher.index(gleich)}
            raise PydanticCustomError("punkt_doppelt", "not unique", orte)
        bisher.append(gleich)
    return ergebnis


# A list of texts, ids or groups without one, in which nothing stands twice.
Menge = Annotated[
    tuple[T, ...],
    Field(min_length=1, json_schema_extra={"uniqueItems": True}),
    WrapValidator(_ohne_gleiche),
]
