"""From the model's refusal of a value to one German sentence with its place."""

from __future__ import annotations

from typing import Any

import yaml
from pydantic_core import ErrorDetails

from macros.lesen.befund import Befund, Pfad
from macros.lesen.datei import Datei
from macros.lesen.eintragsname import eintrag_bei
from macros.modell.felder import felder_bei
from macros.sprache import Sprache

from . import gemeint

_HOECHSTENS_GENANNT = 12
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
_TEXT, _LISTE, _FELDER, _TAG = "text", "liste", "felder", "tag"
_ERWARTET = {
    "string_type": _TEXT,
    "int_type": "ganze_zahl",
    "float_type": "zahl",
    "int_from_float": "ganze_zahl",
    "tuple_type": _LISTE,
    "model_type": _FELDER,
    "date_type": _TAG,
    "bool_type": "wahrheitswert",
}


def melde(fehler: ErrorDetails, datei: Datei, typ: Any, sprache: Sprache) -> Befund:
    """Gives the finding for one error of the model below `typ` in a file."""
    pfad = _im_baum(datei, fehler["loc"])
    angaben: dict[str, Any] = {
        **fehler.get("ctx", {}),
        "feld": _feld(pfad),
        "ist": _kurz(datei, pfad),
        "gestalt": _gestalt(datei, pfad),
    }
    match fehler["type"]:
        case "missing":
            stelle, pfad = datei.stelle(pfad[:-1]), pfad[:-1]
            satz = sprache("befund.feld_fehlt", **angaben)
        case "extra_forbidden":
            stelle = datei.stelle_des_namens(pfad)
            namen = [str(name) for name in felder_bei(typ, pfad[:-1])]
            hilfe = _hilfe(str(pfad[-1]), namen, sprache)
            satz = sprache("befund.feld_unbekannt", hilfe=hilfe, **angaben)
            pfad = pfad[:-1]
        case art:
            davor = angaben.get("davor")
            stelle = datei.stelle(pfad) if davor is None else datei.stelle_im_text(pfad, davor)
            # Of "a whole number or any" the first is refused first.
            beides = art == "int_type" and fehler["loc"][-1] == "int"
            satz = _satz("float_type" if beides else art, angaben, sprache)
            meinte = _gemeint(art, angaben["ist"], sprache)
            if art == "date_type" and meinte == angaben["ist"] != "":
                # A day between quotation marks is a text.
                satz = sprache("befund.tag_in_zeichen", **angaben)
            elif meinte:
                satz += " " + sprache("befund.meinten_sie", wort=meinte)
            if art in _OHNE_ZEICHEN and angaben["ist"].startswith(_WORDZEICHEN):
                satz += " " + sprache("befund.wordzeichen")
    name = eintrag_bei(datei.name, datei.wert, pfad, sprache)
    fehlt = angaben["ist"] if fehler["type"] == "verweis" else ""
    return Befund(datei.name, *stelle, satz, fehlt).benannt(name)


def gemeintes_feld(fehler: ErrorDetails, typ: Any) -> str | None:
    """Gives the field that an unknown one was probably meant to be."""
    if fehler["type"] != "extra_forbidden":
        return None
    *pfad, name = fehler["loc"]
    return gemeint.wort(str(name), list(felder_bei(typ, tuple(pfad)))) or None


def _satz(art: str, angaben: dict[str, Any], sprache: Sprache) -> str:
    if art in _ERWARTET:
        erwartet = sprache(f"befund.erwartet.{_ERWARTET[art]}")
        if angaben["gestalt"]:
            angaben["ist"] = sprache(f"befund.gestalt.{angaben['gestalt']}")
            if art == "string_type":
                erwartet = sprache("befund.erwartet.nur_text")
            schluessel = "falsche_gestalt" if angaben["feld"] else "hier_falsche_gestalt"
            satz = sprache(f"befund.{schluessel}", erwartet=erwartet, **angaben)
            if art == "string_type" and angaben["gestalt"] == "felder":
                satz += " " + sprache("befund.doppelpunkt_im_text")
            return satz
        if not angaben["feld"]:
            return sprache("befund.hier_falsche_art", erwartet=erwartet, **angaben)
        return sprache("befund.falsche_art", erwartet=erwartet, **angaben)
    if angaben["gestalt"] and art in ("literal_error", "zeitpunkt"):
        angaben["ist"] = sprache(f"befund.gestalt.{angaben['gestalt']}")
        einer = sprache("befund.erwartet.nur_wert")
        return sprache("befund.falsche_gestalt", erwartet=einer, **angaben)
    if art == "literal_error":
        erlaubt = [wert.strip("'") for wert in _teile(angaben.pop("expected"))]
        return sprache(
            "befund.nicht_erlaubt", hilfe=_hilfe(angaben["ist"], erlaubt, sprache), **angaben
        )
    if art == "verweis":
        hilfe = _hilfe(angaben["ist"], angaben.pop("erlaubt"), sprache)
        if angaben["listen"] == ["quellen"]:
            hilfe += " " + sprache("befund.verweis_quelle")
        was = ", ".join(sprache(f"eintrag.{liste}") for liste in angaben.pop("listen"))
        return sprache("befund.verweis", hilfe=hilfe, was=was, **angaben)
    if art == "too_short" and not angaben["feld"]:
        return sprache("befund.datei_leer")
    if art == "string_pattern_mismatch" and sprache.gibt_es(f"befund.muster.{angaben['feld']}"):
        return sprache(f"befund.muster.{angaben['feld']}", **angaben)
    if sprache.gibt_es(f"befund.{art}"):
        return sprache(f"befund.{art}", **angaben)
    return sprache("befund.unpassend", **angaben)


def _gemeint(art: str, ist: str, sprache: Sprache) -> str:
    match art:
        case "date_type" | "zeitpunkt":
            return gemeint.zeitpunkt(ist, sprache, nur_tag=art == "date_type")
        case "link" | "webadresse":
            return gemeint.adresse(ist)
    return ""


def _teile(erwartet: str) -> list[str]:
    return erwartet.replace(" or ", ", ").split(", ")


def _hilfe(ist: str, erlaubt: list[str], sprache: Sprache) -> str:
    nah = gemeint.wort(ist, erlaubt)
    meinten = sprache("befund.meinten_sie", wort=nah) + " " if nah else ""
    if nah and len(erlaubt) > _HOECHSTENS_GENANNT:
        return meinten.strip()
    if not erlaubt:
        return meinten
    form = "erlaubt_sind" if len(erlaubt) <= _HOECHSTENS_GENANNT else "erlaubt_unter_anderem"
    return meinten + sprache(f"befund.{form}", liste=", ".join(erlaubt[:_HOECHSTENS_GENANNT]))


def _im_baum(datei: Datei, ort: tuple[int | str, ...]) -> Pfad:
    """Cuts what the model adds to a path for its own types and the file does not have."""
    wert: Any = datei.wert
    for laenge, schritt in enumerate(ort):
        if isinstance(wert, dict) and schritt in wert:
            wert = wert[str(schritt)]
        elif isinstance(wert, tuple) and isinstance(schritt, int) and schritt < len(wert):
            wert = wert[schritt]
        else:
            return ort[: laenge + (isinstance(wert, dict))]
    return ort


def _feld(pfad: Pfad) -> str:
    return next((str(schritt) for schritt in reversed(pfad) if isinstance(schritt, str)), "")


def _kurz(datei: Datei, pfad: Pfad) -> str:
    wert = datei.knoten(pfad).value
    text = " ".join(wert.split()) if isinstance(wert, str) else ""
    return text if len(text) <= 60 else text[:59] + "…"


def _gestalt(datei: Datei, pfad: Pfad) -> str:
    knoten = datei.knoten(pfad)
    if isinstance(knoten, yaml.SequenceNode):
        return "liste"
    return "felder" if isinstance(knoten, yaml.MappingNode) else ""
