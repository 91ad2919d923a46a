"""From the model's refusal of a value to a finding: its place, its entry's name, its sentence."""

from __future__ import annotations

import re
from typing import Any

import yaml
from pydantic_core import ErrorDetails

from macros.lesen.befund import Befund, Pfad
from macros.lesen.datei import Datei
from macros.lesen.dateiname import ist_einzeln
from macros.lesen.eintragsname import eintrag_bei
from macros.lesen.zeichenname import unsichtbar_benannt
from macros.modell.felder import felder_bei, ist_freiwillig
from macros.sprache import Sprache

from . import gemeint
from .nachbarn import getrennt
from .satz import gekuerzt, hilfe, satz
from .verborgen import verborgenes

_KEIN_STRICH = re.compile(r"^[-–—•·*+\s]+")


def melde(fehler: ErrorDetails, datei: Datei, typ: Any, sprache: Sprache) -> Befund:
    """Gives the finding for one error of the model below `typ` in a file."""
    pfad = _im_baum(datei, fehler["loc"], fehlt=fehler["type"] == "missing")
    angaben = _angaben(fehler, datei, pfad, typ)
    art = fehler["type"]
    if art == "unsichtbar":
        angaben["zeichen"] = unsichtbar_benannt(angaben["zeichen"], sprache)
    elif verborgen := verborgenes(art, _roh(datei, pfad), sprache):
        art, mehr = verborgen
        angaben |= mehr
    match art:
        case "missing":
            gesagt = sprache("befund.feld_fehlt", **angaben)
            if getrennt(pfad, datei):
                gesagt += " " + sprache("befund.strich_zu_viel")
            stelle, pfad = datei.stelle(pfad[:-1]), pfad[:-1]
        case "extra_forbidden":
            stelle = datei.stelle_des_namens(pfad)
            hinweis = _anderswo(pfad, typ, sprache) or hilfe(
                str(pfad[-1]), list(felder_bei(typ, pfad[:-1])), sprache
            )
            gesagt = sprache("befund.feld_unbekannt", hilfe=hinweis, **angaben)
            pfad = pfad[:-1]
        case "model_type" if not pfad and angaben["gestalt"] == "liste" and ist_einzeln(datei.name):
            # One entry has a file of its own, and was copied from the list with its dash.
            stelle, pfad = datei.stelle(pfad), (0,)
            gesagt = sprache("befund.eintrag_mit_strich")
        case "punkt_doppelt":
            liste, pfad = pfad, (*pfad, angaben["nummer"])
            stelle, zeile = datei.stelle(pfad), datei.stelle((*liste, angaben["erste"]))[0]
            gesagt = sprache("befund.punkt_doppelt", zeile=zeile, **angaben)
        case _:
            davor = angaben.get("davor")
            stelle = datei.stelle(pfad) if davor is None else datei.stelle_im_text(pfad, davor)
            # Of "a whole number or any" the first is refused first.
            beides = art == "int_type" and fehler["loc"][-1] == "int"
            gesagt = satz("float_type" if beides else art, angaben, sprache)
    name = eintrag_bei(datei.name, datei.wert, pfad, sprache)
    fehlt = angaben["ganz"] if art == "verweis" else ""
    return Befund(datei.name, *stelle, gesagt, fehlt).benannt(name)


def gemeintes_feld(fehler: ErrorDetails, typ: Any) -> str | None:
    """Gives the field that an unknown one was probably meant to be."""
    if fehler["type"] != "extra_forbidden":
        return None
    *pfad, name = fehler["loc"]
    return next(iter(gemeint.worte(str(name), felder_bei(typ, tuple(pfad)))), None)


def _anderswo(pfad: Pfad, typ: Any, sprache: Sprache) -> str:
    """Gives where a field belongs that is none here but one of a single group next to it; or ""."""
    *eltern, name = pfad
    felder = felder_bei(typ, tuple(eltern))
    innen = [f for f in felder if name in _felder_in((*eltern, f), typ)]
    if len(innen) != 1 or gemeint.worte(str(name), felder):
        return ""
    return sprache("befund.feld_gehoert_unter", ort=innen[0])


def _felder_in(pfad: Pfad, typ: Any) -> tuple[str, ...]:
    return felder_bei(typ, pfad) + felder_bei(typ, (*pfad, 0))


def _angaben(fehler: ErrorDetails, datei: Datei, pfad: Pfad, typ: Any) -> dict[str, Any]:
    """Gives what a sentence may name: see `satz`."""
    ganz = _text(datei, pfad)
    return {
        **fehler.get("ctx", {}),
        "feld": next((str(schritt) for schritt in reversed(pfad) if isinstance(schritt, str)), ""),
        "ist": gekuerzt(ganz),
        "ganz": ganz,
        "gestalt": _gestalt(datei, pfad),
        "beispiel": _beispiel(fehler["type"], datei, pfad, typ),
        "freiwillig": ist_freiwillig(typ, pfad),
        "punkt": bool(pfad) and isinstance(pfad[-1], int),
    }


def _beispiel(art: str, datei: Datei, pfad: Pfad, typ: Any) -> str:
    """Gives how a text could be written as a list or a group of fields, or as a point of one."""
    # Lines that lack their dash, or have another sign for it, read as one text: the first counts.
    ist = re.split(r",| - ", _KEIN_STRICH.sub("", _text(datei, pfad)))[0]
    if art == "tuple_type":
        feld = next(iter(felder_bei(typ, (*pfad, 0))), "")
        return f"- {_als_feld(feld, ist)}" if feld else f"- {ist}"
    if art == "model_type" and pfad and isinstance(pfad[-1], int):
        return _als_feld(felder_bei(typ, pfad)[0], ist)
    return ""


def _als_feld(feld: str, text: str) -> str:
    """Gives a text as the value of a field, whose name may stand before it without its colon."""
    return f"{feld}: {re.sub(rf'^{feld}[;,.=]? +', '', text)}"


def _im_baum(datei: Datei, ort: tuple[int | str, ...], fehlt: bool) -> Pfad:
    """Cuts what the model adds to a path for its own types; a field that `fehlt` stays."""
    wert: Any = datei.wert
    for laenge, schritt in enumerate(ort):
        if isinstance(wert, dict) and schritt in wert:
            wert = wert[str(schritt)]
        elif isinstance(wert, tuple) and isinstance(schritt, int) and schritt < len(wert):
            wert = wert[schritt]
        else:
            return ort[: laenge + fehlt]
    return ort


def _text(datei: Datei, pfad: Pfad) -> str:
    return " ".join(_roh(datei, pfad).split())


def _roh(datei: Datei, pfad: Pfad) -> str:
    wert = datei.knoten(pfad).value
    return wert if isinstance(wert, str) else ""


def _gestalt(datei: Datei, pfad: Pfad) -> str:
    knoten = datei.knoten(pfad)
    if isinstance(knoten, yaml.SequenceNode):
        return "liste"
    return "felder" if isinstance(knoten, yaml.MappingNode) else ""
