"""Mistakes in lists of entries and in the ids by which they name each other."""

from __future__ import annotations

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.schnitte import (
    Mutation,
    Schnitt,
    alte_kennung,
    ersetzt,
    geaendert,
    gemeldet,
)
from tests.redaktion.mutationen.stelle import Stelle, kennungen_in


def kennung_doppelt(stelle: Stelle, variante: int) -> Mutation | None:
    """The id of another entry."""
    alle = list(daten().kennungen.values())
    andere = alle[variante * 37 % len(alle)]
    if andere is stelle:
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    neu = andere.wert.value
    zuerst, spaeter = sorted((stelle, andere), key=alle.index)
    worte = (neu, "gibt es schon", zuerst.datei)
    if spaeter is stelle:
        schnitte = [Schnitt(datei, anfang, ende, neu, ((0, worte),))]
    else:
        schnitte = [Schnitt(datei, anfang, ende, neu), gemeldet(andere.datei, andere.wert, *worte)]
    bereich = daten().bereich(andere.datei, andere.gruppe.knoten)
    return geaendert(stelle, schnitte, alte_kennung(stelle), bereich)


def ins_nichts(stelle: Stelle, variante: int) -> Mutation:
    """A reference to nothing."""
    alt = stelle.wert.value
    neu = ("zzz-nirgends", f"{alt}-99", alt.capitalize() + "x", "seite-ohne-namen")[variante % 4]
    return ersetzt(stelle, neu, f"„{neu}“", f"„{stelle.feld}“", "gibt es nicht")


def vertauscht(stelle: Stelle, variante: int) -> Mutation:
    """Two entries of a fixed order change places."""
    eintraege = stelle.wert.value
    erster = variante % (len(eintraege) - 1)
    zweiter = erster + 1 + variante // 7 % (len(eintraege) - 1 - erster)
    stuecke = [daten().bereich(stelle.datei, eintraege[n]) for n in (erster, zweiter)]
    text = daten().texte[stelle.datei]
    schnitte = [
        Schnitt(*hier, text[dort[1] : dort[2]])
        for hier, dort in zip(stuecke, stuecke[::-1], strict=True)
    ]
    marke = gemeldet(stelle.datei, stelle.wert, "in dieser Reihenfolge")
    bereich = daten().bereich(stelle.datei, stelle.wert)
    return Mutation("", stelle.ort, (marke, *schnitte), (bereich,))


def punkt_doppelt(stelle: Stelle, _: int) -> Mutation:
    """A text or an id once more behind itself: the second one is too much."""
    assert stelle.liste is not None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    davor = ", " if stelle.liste.flow_style else f"\n{' ' * stelle.liste.start_mark.column}- "
    marke = (len(davor), (f"„{stelle.feld}“", "schon", "Zeile"))
    neu = davor + daten().texte[datei][anfang:ende]
    return geaendert(stelle, [Schnitt(datei, ende, ende, neu, (marke,))])


def gruppe_doppelt(stelle: Stelle, _: int) -> Mutation:
    """A group without an id, such as a proof, once more behind itself."""
    assert stelle.liste is not None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    davor = f"\n{' ' * stelle.liste.start_mark.column}- "
    marke = (len(davor), (f"„{stelle.feld}“", "schon", "Zeile"))
    danach = daten().zeilenende(datei, ende)
    neu = davor + daten().texte[datei][anfang:ende]
    return geaendert(stelle, [Schnitt(datei, danach, danach, neu, (marke,))])


def eintrag_kopiert(stelle: Stelle, _: int) -> Mutation:
    """The whole entry twice, as after pasting it: each of its ids is there already."""
    assert stelle.liste is not None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    davor = "\n" + " " * stelle.liste.start_mark.column + "- "
    marken = tuple(
        (len(davor) + int(k.start_mark.index) - anfang, (k.value, "gibt es schon", datei))
        for k in kennungen_in(stelle.wert)
    )
    danach = daten().zeilenende(datei, ende)
    neu = davor + daten().texte[datei][anfang:ende]
    bereich = daten().bereich(datei, stelle.wert)
    schnitt = Schnitt(datei, danach, danach, neu, marken)
    return Mutation("", stelle.ort, (schnitt,), (bereich,))


def eintrag_weg(stelle: Stelle, _: int) -> Mutation | None:
    """A whole entry is gone."""
    assert stelle.liste is not None
    if len(stelle.liste.value) < 2:
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    von, bis = daten().zeilenanfang(datei, anfang), daten().zeilenende(datei, ende) + 1
    weg = Schnitt(datei, von, bis)
    mutation = geaendert(stelle, [weg], [k.value for k in kennungen_in(stelle.wert)])
    # Two entries of one list must not go together: it might be left empty.
    bereiche = (daten().bereich(datei, stelle.liste), *mutation.bereiche[1:])
    return Mutation("", stelle.ort, mutation.schnitte, bereiche)
