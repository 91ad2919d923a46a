"""From the model's refusal of a value to one German sentence with its place."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from pydantic_core import ErrorDetails

from .befund import Befund
from .lesen import Datei, Pfad
from .modell.felder import felder_bei
from .sprache import Sprache

_HOECHSTENS_GENANNT = 12
_TEXT, _ZAHL, _LISTE, _FELDER, _TAG = "text", "zahl", "liste", "felder", "tag"
_ERWARTET = {
    "string_type": _TEXT,
    "int_type": _ZAHL,
    "float_type": _ZAHL,
    "int_from_float": _ZAHL,
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
            stelle = datei.stelle(pfad)
            satz = _satz(art, angaben, sprache)
    return Befund(datei.name, *stelle, _mit_eintrag(satz, datei, pfad, sprache))


def _satz(art: str, angaben: dict[str, Any], sprache: Sprache) -> str:
    if art in _ERWARTET:
        erwartet = sprache(f"befund.erwartet.{_ERWARTET[art]}")
        return sprache("befund.falsche_art", erwartet=erwartet, **angaben)
    if art == "literal_error":
        erlaubt = [wert.strip("'") for wert in _teile(angaben.pop("expected"))]
        return sprache(
            "befund.nicht_erlaubt", hilfe=_hilfe(angaben["ist"], erlaubt, sprache), **angaben
        )
    if art == "verweis":
        hilfe = _hilfe(angaben["ist"], angaben.pop("erlaubt"), sprache)
        was = ", ".join(sprache(f"eintrag.{liste}") for liste in angaben.pop("listen"))
        return sprache("befund.verweis", hilfe=hilfe, was=was, **angaben)
    if art == "reihenfolge":
        return sprache("befund.reihenfolge", folge=", ".join(angaben["soll"]))
    if sprache.gibt_es(f"befund.{art}"):
        return sprache(f"befund.{art}", **angaben)
    return sprache("befund.unpassend", **angaben)


def _teile(erwartet: str) -> list[str]:
    return erwartet.replace(" or ", ", ").split(", ")


def _hilfe(ist: str, erlaubt: list[str], sprache: Sprache) -> str:
    nah = get_close_matches(ist.lower(), erlaubt, n=1, cutoff=0.6)
    meinten = sprache("befund.meinten_sie", wort=nah[0]) + " " if nah else ""
    genannt = ", ".join(erlaubt[:_HOECHSTENS_GENANNT])
    if len(erlaubt) > _HOECHSTENS_GENANNT:
        genannt += " …"
    return meinten + (sprache("befund.erlaubt_sind", liste=genannt) if erlaubt else "")


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


def _mit_eintrag(satz: str, datei: Datei, pfad: Pfad, sprache: Sprache) -> str:
    """Puts the name of the entry that a path lies in before a sentence."""
    if name := eintrag_bei(datei, pfad, sprache):
        return f"{name}: {satz}"
    return satz


def eintrag_bei(datei: Datei, pfad: Pfad, sprache: Sprache) -> str:
    """Gives the innermost entry with an id around a path, as its kind and id; "" if none."""
    werte = [datei.wert]
    for schritt in pfad:
        try:
            werte.append(werte[-1][schritt])
        except (KeyError, IndexError, TypeError):
            break
    for tiefe in range(len(werte) - 1, -1, -1):
        wert = werte[tiefe]
        kennung = wert.get("id") or wert.get("wort") if isinstance(wert, dict) else None
        if isinstance(kennung, str):
            liste = next((s for s in reversed(pfad[:tiefe]) if isinstance(s, str)), None)
            liste = liste or datei.name.split("/")[0].removesuffix(".yaml")
            art = f"eintrag.{liste}"
            return f"{sprache(art)} „{kennung}“" if sprache.gibt_es(art) else f"„{kennung}“"
    return ""
