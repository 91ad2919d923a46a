"""A file of its own that holds an entry of another list: one mistake, not one for each field."""

from __future__ import annotations

from typing import Any

from macros.lesen.befund import Befund
from macros.lesen.datei import Datei
from macros.lesen.dateiname import ist_einzeln
from macros.lesen.eintragsname import eintrag_bei
from macros.modell import DATEIEN
from macros.modell.felder import felder_bei
from macros.sprache import Sprache


def fremder_eintrag(datei: Datei, typ: Any, sprache: Sprache) -> Befund | None:
    """Gives the finding for a file of one entry whose fields are all those of another list.

    `typ` is what the file should hold; None where any field is only known to that.
    """
    if not ist_einzeln(datei.name) or not isinstance(datei.wert, dict):
        return None
    felder = set(datei.wert)
    if felder <= set(felder_bei(typ, ())):
        return None
    for liste, anderer in DATEIEN.items():
        if felder <= set(felder_bei(anderer, (0,))):
            worte = {"datei": f"{liste}.yaml", "was": sprache(f"eintrag.{liste}")}
            name = eintrag_bei(datei.name, datei.wert, (), sprache)
            satz = sprache("befund.eintrag_fremd", **worte)
            return Befund(datei.name, *datei.stelle(()), satz).benannt(name)
    return None
