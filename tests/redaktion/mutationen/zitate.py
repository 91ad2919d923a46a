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
from tests.redaktion.mutationen.stelle import Gruppe, Stelle, ist_feld


def zitat_falsch(stelle: Stelle, variante: int) -> Mutation:
    """A quotation that is too short, or has a word that its source has not."""
    woerter = stelle.wert.value.split()
    stelle_im_satz = variante % len(woerter)
    ersatz = [*woerter[:stelle_im_satz], "Xylophon", *woerter[stelle_im_satz + 1 :]]
    neu = [ersatz, woerter[:2], [*woerter, "Xylophon"]][variante // 5 % 3]
    worte = "zu kurz" if len(neu) == 2 else "steht so nicht in der Quelle"
    text = in_anfuehrung(" ".join(neu))
    davor = text.partition("Xylophon")[0]
    # Four words together are what a source can be asked for.
    zaehlbar = len(re.findall(r"\w+(?:[-–*:/]\w+)*", davor)) >= 4
    wo = len(davor) if zaehlbar and "Xylophon" in text else 0
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    return geaendert(stelle, [Schnitt(datei, anfang, ende, text, ((wo, (worte,)),))])


def zitat_in_zeichen(stelle: Stelle, variante: int) -> Mutation | None:
    """A quotation between quotation marks, which the page sets itself."""
    if re.search('[„“»«"]', stelle.wert.value):
        return None
    auf, zu = ("„“", "»«", '""')[variante % 3]
    return ersetzt(stelle, in_anfuehrung(f"{auf}{stelle.wert.value}{zu}"), "Anführungszeichen")


def zitat_erfunden(stelle: Stelle, _: int) -> Mutation:
    """A quotation of which the source has nothing."""
    return ersetzt(stelle, "Xylophone mögen keine Zebras", "steht so nicht in der Quelle")


def zitat_ohne_abdruck(stelle: Stelle, _: int) -> Mutation:
    """A quotation from a source of which nobody has a fingerprint."""
    assert stelle.name is not None
    anfang = int(stelle.name.start_mark.index)
    neu = "zitat: Vier Wörter sind genug\n" + " " * stelle.name.start_mark.column
    marken = ((len("zitat: "), (f"„{stelle.wert.value}“", "keinen Fingerabdruck")),)
    return geaendert(stelle, [Schnitt(stelle.datei, anfang, anfang, neu, marken)])


def ist_ohne_abdruck(stelle: Stelle) -> bool:
    """Whether it is the source of a Beleg without a quotation, and has no fingerprint."""
    if stelle.ort != "Beleg.quelle" or stelle.gruppe.feld("zitat") is not None:
        return False
    return stelle.wert.value not in daten().abdruecke and ist_feld(stelle)


def quelle_umbenannt(stelle: Stelle, _: int) -> Mutation | None:
    """A source has another id, but its fingerprint has not."""
    if stelle.wert.value not in daten().abdruecke:
        return None
    return ersetzt(stelle, "quelle-von-morgen", marken=False)


def nicht_amtlich(stelle: Stelle, variante: int) -> Mutation | None:
    """The source of official wordings is no official one."""
    quelle = _wert(stelle.gruppe, "id")
    alle = {id(s.gruppe.eltern): s.gruppe.eltern for s in leitlinienzitate()}.values()
    amtliche = [g for g in alle if g and _wert(g, "wortlaut") == "amtlich"]
    quellen = [{_wert(s.gruppe, "quelle") for s in zitate_von(g)} for g in amtliche]
    je = zip(amtliche, quellen, strict=True)
    betroffen = [leitlinie for leitlinie, ihre in je if quelle in ihre]
    if not betroffen or any(len(ihre) > 1 for ihre in quellen if quelle in ihre):
        return None
    mutation = ersetzt(stelle, ("traeger", "dritte")[variante % 2], marken=False)
    marken = [gemeldet(g.datei, g.knoten, "amtlichen Quelle") for g in betroffen]
    bereiche = [daten().bereich(g.datei, g.knoten) for g in betroffen]
    return Mutation("", stelle.ort, (*marken, *mutation.schnitte), (*mutation.bereiche, *bereiche))


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
