"""Mistakes in quotations: not in the source, borrowed, not the wording of the Leitlinie."""

from __future__ import annotations

import re
from functools import cache

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.schnitte import (
    Mutation,
    Schnitt,
    ersetzt,
    geaendert,
    gemeldet,
    in_anfuehrung,
)
from tests.redaktion.mutationen.stelle import Gruppe, Stelle


def zitat_falsch(stelle: Stelle, variante: int) -> Mutation:
    """A quotation that is too short, or has a word that its source has not."""
    woerter = stelle.wert.value.split()
    stelle_im_satz = variante % len(woerter)
    ersatz = [*woerter[:stelle_im_satz], "Xylophon", *woerter[stelle_im_satz + 1 :]]
    neu = [ersatz, woerter[:2], [*woerter, "Xylophon"]][variante // 5 % 3]
    worte = "zu kurz" if len(neu) == 2 else "steht so nicht in der Quelle"
    text = in_anfuehrung(" ".join(neu))
    davor = text.partition("Xylophon")[0]
    # Four words together are what a source can be asked for; with a backslash nothing is counted.
    zaehlbar = len(re.findall(r"\w+(?:[-–*:/]\w+)*", davor)) >= 4 and "\\" not in text
    wo = len(davor) if zaehlbar and "Xylophon" in text else 0
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    return geaendert(stelle, [Schnitt(datei, anfang, ende, text, ((wo, (worte,)),))])


def nicht_woertlich(stelle: Stelle, variante: int) -> Mutation | None:
    """The official wording of a Leitlinie differs from its quotation."""
    wortlaut = stelle.gruppe.feld("wortlaut")
    if wortlaut is None or wortlaut.value != "amtlich":
        return None
    woerter = stelle.wert.value.split()
    woerter[variante % len(woerter)] = "Xylophon"
    mutation = ersetzt(stelle, in_anfuehrung(" ".join(woerter)), marken=False)
    marke = gemeldet(stelle.datei, stelle.gruppe.knoten, "wortlaut: amtlich", "verschieden")
    return Mutation("", stelle.ort, (marke, *mutation.schnitte), mutation.bereiche)


def zitat_geliehen(stelle: Stelle, variante: int) -> Mutation | None:
    """Two Leitlinien with one passage: the later one is told of the earlier one."""
    eigene, andere = stelle.gruppe.eltern, _andere_leitlinie(stelle, variante)
    assert eigene is not None
    if andere is None or andere.gruppe.eltern is None or _wert(eigene, "wortlaut") == "amtlich":
        return None
    zuerst, spaeter = sorted((stelle, andere), key=lambda s: int(s.wert.start_mark.index))
    assert zuerst.gruppe.eltern is not None
    worte = ("Textstelle", f"„{_wert(zuerst.gruppe.eltern, 'id')}“")
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    marken = ((0, worte),) if spaeter is stelle else ()
    schnitte = [Schnitt(datei, anfang, ende, in_anfuehrung(andere.wert.value), marken)]
    if spaeter is andere:
        schnitte.append(gemeldet(datei, andere.wert, *worte))
    gruppen = [daten().bereich(datei, g.knoten) for g in (eigene, andere.gruppe.eltern)]
    return geaendert(stelle, schnitte, (), *gruppen)


def _wert(gruppe: Gruppe, feld: str) -> str:
    knoten = gruppe.feld(feld)
    return str(knoten.value) if knoten else ""


def _andere_leitlinie(stelle: Stelle, variante: int) -> Stelle | None:
    quelle = _wert(stelle.gruppe, "quelle")
    andere = [
        s
        for s in leitlinienzitate()
        if s.gruppe.eltern is not stelle.gruppe.eltern and _wert(s.gruppe, "quelle") == quelle
    ]
    return andere[variante % len(andere)] if andere else None


@cache
def leitlinienzitate() -> list[Stelle]:
    """Gives the quotations of all Leitlinien."""
    return [s for s in daten().stellen if s.feld == "zitat" and leitlinie_ueber(s)]


def leitlinie_ueber(stelle: Stelle) -> Gruppe | None:
    """Gives the Leitlinie that a field of a Beleg belongs to."""
    eltern = stelle.gruppe.eltern
    return eltern if eltern and eltern.art == "Leitlinie" else None


def zitate_von(leitlinie: Gruppe) -> list[Stelle]:
    """Gives the quotations of a Leitlinie."""
    return [s for s in daten().stellen if s.feld == "zitat" and s.gruppe.eltern is leitlinie]
