"""Mistakes in the fields of a group: left out, mistyped, written twice, made up."""

from __future__ import annotations

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.gruppen import regeln
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, alte_kennung, geaendert, gemeldet
from tests.redaktion.mutationen.stelle import Stelle
from tests.redaktion.mutationen.zitate import leitlinie_ueber, zitate_von


def pflicht_weg(stelle: Stelle, _: int) -> Mutation:
    """A required field is gone."""
    fehlt = gemeldet(stelle.datei, stelle.gruppe.knoten, f"„{stelle.feld}“ fehlt")
    return geaendert(stelle, [fehlt, _weg(stelle)], alte_kennung(stelle))


def frei_weg(stelle: Stelle, _: int) -> Mutation | None:
    """An optional field is gone, which only some places miss."""
    felder = {name.value for name, _ in stelle.gruppe.knoten.value}
    if stelle.feld == "geprueft" and "sprache" in felder:
        return geaendert(
            stelle,
            [gemeldet(stelle.datei, stelle.gruppe.knoten, "sprache", "geprueft"), _weg(stelle)],
        )
    if stelle.feld == "sprache" and "geprueft" in felder:
        ohne = gemeldet(stelle.datei, stelle.gruppe.knoten, "anderen Sprache", "sprache")
        return geaendert(stelle, [ohne, _weg(stelle)])
    leitlinie = leitlinie_ueber(stelle) if stelle.feld == "zitat" else None
    if leitlinie is None:
        return geaendert(stelle, [_weg(stelle)])
    if len(zitate_von(leitlinie)) > 1:
        return None
    ohne = gemeldet(stelle.datei, leitlinie.knoten, "Leitlinie", "Zitat")
    bereich = daten().bereich(stelle.datei, leitlinie.knoten)
    return geaendert(stelle, [ohne, _weg(stelle)], (), bereich)


def _weg(stelle: Stelle) -> Schnitt:
    """Cuts a field with its name out of its group."""
    assert stelle.name is not None
    felder = stelle.gruppe.knoten.value
    anfang = int(stelle.name.start_mark.index)
    if felder[0][0] is stelle.name:
        return Schnitt(stelle.datei, anfang, int(felder[1][0].start_mark.index))
    ende = daten().zeilenende(stelle.datei, daten().ende(stelle.datei, stelle.wert))
    return Schnitt(stelle.datei, daten().zeilenanfang(stelle.datei, anfang), ende + 1)


def vertippt(stelle: Stelle, variante: int) -> Mutation | None:
    """The name of a field has a typing error."""
    name = stelle.feld
    mitte = len(name) // 2
    tippfehler = [
        name[:mitte] + name[mitte - 1] + name[mitte:],
        name[:1] + name,
        name[:-1] if len(name) > 3 else name + name[-1],
        name[: mitte - 1] + name[mitte] + name[mitte - 1] + name[mitte + 1 :]
        if len(name) > 4
        else name + "s",
        name.capitalize(),
        name[:mitte] + "_" + name[mitte:],
    ]
    neu = tippfehler[variante % len(tippfehler)]
    if neu in regeln(stelle.gruppe.art):
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.name)
    schnitt = Schnitt(datei, anfang, ende, neu, ((0, (f"„{neu}“", f"Meinten Sie „{name}“?")),))
    return geaendert(stelle, [schnitt], alte_kennung(stelle))


def feld_doppelt(stelle: Stelle, _: int) -> Mutation:
    """A field once more behind itself."""
    assert stelle.name is not None
    datei, anfang, _ende = daten().bereich(stelle.datei, stelle.name)
    ende = daten().ende(datei, stelle.wert)
    spalte = stelle.name.start_mark.column
    neu = "\n" + " " * spalte + daten().texte[datei][anfang:ende]
    marke = (1 + spalte, (f"„{stelle.feld}“", "zum zweiten Mal"))
    stelle_danach = daten().zeilenende(datei, ende)
    return geaendert(stelle, [Schnitt(datei, stelle_danach, stelle_danach, neu, (marke,))])


def unbekannt(stelle: Stelle, variante: int) -> Mutation:
    """A field that nobody knows stands in front of another one."""
    assert stelle.name is not None
    feld = ("farbe", "xyz", "q1")[variante % 3]
    wert = ("rot", "[1, 2]", "{eins: 2}", "2017")[variante // 3 % 4]
    anfang = int(stelle.name.start_mark.index)
    neu = f"{feld}: {wert}\n" + " " * stelle.name.start_mark.column
    marken = ((0, (f"„{feld}“ gibt es hier nicht",)),)
    return geaendert(stelle, [Schnitt(stelle.datei, anfang, anfang, neu, marken)])
