"""The German sentence for a value that the model refuses: what is there, and what is allowed."""

from __future__ import annotations

from typing import Any

from macros.sprache import Sprache

from . import gemeint

_HOECHSTENS_GENANNT = 12
_ZEICHEN_GENANNT = 60
_ERWARTET = {
    "string_type": "text",
    "int_type": "ganze_zahl",
    "float_type": "zahl",
    "int_from_float": "ganze_zahl",
    "tuple_type": "liste",
    "model_type": "felder",
    "date_type": "tag",
    "bool_type": "wahrheitswert",
}
_LEER = ("leer", "too_short")
# Values that a word processor's quotation marks break.
_OHNE_ZEICHEN = (
    "zeitpunkt",
    "link",
    "webadresse",
    "kennung",
    "verweis",
    "literal_error",
    "date_type",
)
_WORDZEICHEN = ("„", "“", "”", "‚", "‘", "»", "«")


def gekuerzt(wert: str, hoechstens: int = _ZEICHEN_GENANNT) -> str:
    """Gives a value with at most so many signs; without a number, as many as a sentence bears."""
    return wert if len(wert) <= hoechstens else wert[: hoechstens - 1] + "…"


def satz(art: str, angaben: dict[str, Any], sprache: Sprache) -> str:
    """Gives the sentence for a kind of refusal.

    `angaben` holds what the refusal says of itself, and of the value: `feld`, `ist` (in short)
    and `ganz`, `gestalt` if it is no single value, `beispiel` of what could stand there, whether
    the field is `freiwillig`, and whether the value is a point of a list (`punkt`).
    """
    meinte = _gemeint(art, angaben["ganz"], sprache)
    if art in ("date_type", "zeitpunkt") and meinte == angaben["ist"] != "":
        # A day between quotation marks is a text.
        return sprache("befund.tag_in_zeichen", **angaben)
    saetze = [_kern(art, angaben, sprache)]
    if meinte:
        saetze.append(sprache("befund.meinten_sie", wort=meinte))
    if art in _LEER and angaben["freiwillig"]:
        saetze.append(sprache("befund.freiwillig"))
    if art in _OHNE_ZEICHEN and angaben["ist"].startswith(_WORDZEICHEN):
        saetze.append(sprache("befund.wordzeichen"))
    return " ".join(saetze)


def hilfe(ist: str, erlaubt: list[str], sprache: Sprache) -> str:
    """Gives what was probably meant, and what is allowed unless that are too many to name."""
    nah = gemeint.worte(ist, tuple(erlaubt))
    oder = sprache("befund.oder")
    meinten = sprache("befund.meinten_sie", wort=oder.join(nah)) + " " if nah else ""
    if nah and len(erlaubt) > _HOECHSTENS_GENANNT:
        return meinten.strip()
    if not erlaubt:
        return meinten
    if len(erlaubt) <= _HOECHSTENS_GENANNT:
        return meinten + sprache("befund.erlaubt_sind", liste=", ".join(erlaubt))
    liste = gemeint.verwandte_zuerst(ist, erlaubt)[:_HOECHSTENS_GENANNT]
    return meinten + sprache("befund.erlaubt_unter_anderem", liste=", ".join(liste))


def _kern(art: str, angaben: dict[str, Any], sprache: Sprache) -> str:
    if art in _ERWARTET:
        return _falsche_art(art, angaben, sprache)
    if angaben["gestalt"] and art in ("literal_error", "zeitpunkt"):
        einer = sprache("befund.erwartet.nur_wert")
        ist = sprache(f"befund.gestalt.{angaben['gestalt']}")
        return sprache("befund.falsche_gestalt", **{**angaben, "erwartet": einer, "ist": ist})
    if art == "literal_error":
        erlaubt = [wert.strip("'") for wert in _teile(angaben["expected"])]
        return sprache(
            "befund.nicht_erlaubt", hilfe=hilfe(angaben["ist"], erlaubt, sprache), **angaben
        )
    if art == "verweis":
        return _verweis(angaben, sprache)
    if art == "too_short" and not angaben["feld"]:
        return sprache("befund.datei_leer")
    if art == "string_pattern_mismatch" and sprache.gibt_es(f"befund.muster.{angaben['feld']}"):
        return sprache(f"befund.muster.{angaben['feld']}", **angaben)
    if sprache.gibt_es(f"befund.{art}"):
        return sprache(f"befund.{art}", **angaben)
    return sprache("befund.unpassend", **angaben)


def _falsche_art(art: str, angaben: dict[str, Any], sprache: Sprache) -> str:
    erwartet = sprache(f"befund.erwartet.{_ERWARTET[art]}")
    if angaben["gestalt"]:
        if art == "string_type":
            erwartet = sprache("befund.erwartet.nur_text")
        schluessel = "falsche_gestalt" if angaben["feld"] else "hier_falsche_gestalt"
        ist = sprache(f"befund.gestalt.{angaben['gestalt']}")
        gesagt = sprache(f"befund.{schluessel}", **{**angaben, "erwartet": erwartet, "ist": ist})
        if art == "string_type" and angaben["gestalt"] == "felder":
            gesagt += " " + sprache("befund.doppelpunkt_im_text")
        return gesagt
    if angaben["beispiel"]:
        erwartet += sprache("befund.erwartet.beispiel", beispiel=angaben["beispiel"])
    schluessel = "falsche_art" if angaben["feld"] else "hier_falsche_art"
    return sprache(f"befund.{schluessel}", erwartet=erwartet, **angaben)


def _verweis(angaben: dict[str, Any], sprache: Sprache) -> str:
    erlaubt, listen = angaben["erlaubt"], angaben["listen"]
    if gemeint.mehrere(angaben["ganz"], erlaubt):
        schluessel = "verweis_mehrere" if angaben["punkt"] else "verweis_nur_einer"
        return sprache(f"befund.{schluessel}", **angaben)
    hinweis = hilfe(angaben["ist"], erlaubt, sprache)
    if listen == ["quellen"]:
        hinweis += " " + sprache("befund.verweis_quelle")
    was = ", ".join(sprache(f"eintrag.{liste}") for liste in listen)
    return sprache("befund.verweis", hilfe=hinweis, was=was, **angaben)


def _gemeint(art: str, ist: str, sprache: Sprache) -> str:
    match art:
        case "date_type" | "zeitpunkt":
            return gemeint.zeitpunkt(ist, sprache, nur_tag=art == "date_type")
        case "link":
            return gemeint.adresse(ist)
        case "webadresse":
            meinte = gemeint.adresse(ist)
            return meinte if meinte.startswith("https:") else ""
        case "kennung":
            return gemeint.kennung(ist)
    return ""


def _teile(erwartet: str) -> list[str]:
    return erwartet.replace(" or ", ", ").split(", ")
