"""Mistakes in a value: of a wrong type, empty, or out of its bounds."""

from __future__ import annotations

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.gruppen import art_von, regeln
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, alte_kennung, ersetzt, geaendert
from tests.redaktion.mutationen.stelle import Stelle, ist_feld, kennungen_in

_LISTE, _FELDER = "eine Liste", "eine Gruppe von Feldern"
# Wrong values by the kind of the right one. A list or group in front of it names what it is.
_FALSCH = {
    "text": ("2017", "4.9", "no", "true", "2020-02-20", "[eins]", "{eins: zwei}", "[{eins: 2}]"),
    "https": ("2017", "no", "[eins]", "{eins: zwei}", "keine", '"https://"'),
    "link": ("2017", "no", "[eins]", "{eins: zwei}", "keine"),
    "kennung": (
        "2017",
        "no",
        "2020-02-20",
        "[eins]",
        "{eins: zwei}",
        "Ümlaut",
        '"a b"',
        "[{a: b}]",
    ),
    "zeit": ("17", "3020", "20.5", "gestern", "true", '"2017-13"', "[2017]", "{eins: zwei}"),
    "tag": ("2020", "20.5", "gestern", '"2020-02-20"', "true", "[2020-02-20]", "{eins: zwei}"),
    "zahl": ("viele", '"12"', "true", "2020-02-20", "[1]", "{eins: 2}", "1_000", "0x1F", ".inf"),
    "wahr": ("ja", "1", '"true"', "[true]", "{eins: zwei}"),
    "wahl": ("falsch", "2017", "no", "[falsch]", "{eins: zwei}"),
    "verweis": ("2017", "no", "2020-02-20", "[eins]", "{eins: zwei}"),
    "liste": ("Wort", "2017", "no", "2020-02-20", "{eins: zwei}"),
    "gruppe": ("Wort", "2017", "no", "2020-02-20", "[eins]", "[]"),
    "ganz": ("viele", '"12"', "12.5", "true", "[1]", "{eins: 2}"),
}
_LEER = ("~", "null")


def falscher_typ(stelle: Stelle, variante: int) -> Mutation:
    """A value of another type."""
    falsche = _FALSCH[art_von(stelle.typ)]
    neu = falsche[variante % len(falsche)]
    ist = {"[": _LISTE, "{": _FELDER}.get(neu[0], f"„{neu.strip(chr(34))}“")
    return ersetzt(stelle, neu, ist)


def null(stelle: Stelle, variante: int) -> Mutation:
    """No value at all."""
    if variante % 3 < 2 or not ist_feld(stelle):
        return ersetzt(stelle, _LEER[variante % 2], "ist leer")
    anfang = daten().ende(stelle.datei, stelle.name) + 1
    ende = daten().ende(stelle.datei, stelle.wert)
    schnitt = Schnitt(stelle.datei, anfang, ende, "", ((0, ("ist leer",)),))
    return geaendert(stelle, [schnitt], alte_kennung(stelle))


def leer(stelle: Stelle, variante: int) -> Mutation:
    """A value with nothing in it."""
    art = art_von(stelle.typ)
    if art == "liste":
        return ersetzt(stelle, "[]", f"„{stelle.feld}“ ist leer")
    if art == "gruppe":
        pflicht = [name for name, (_, muss) in regeln(stelle.typ).items() if muss]
        fehlt = tuple((0, (f"„{name}“ fehlt",)) for name in pflicht)
        datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
        verloren = [k.value for k in kennungen_in(stelle.wert)]
        return geaendert(stelle, [Schnitt(datei, anfang, ende, "{}", fehlt)], verloren)
    worte = (f"„{stelle.feld}“ ist leer",) if art == "text" else ()
    return ersetzt(stelle, ('""', '"  "', "''")[variante % 3], *worte)


def ohne_https(stelle: Stelle, variante: int) -> Mutation:
    """An address without https, or with a sign of the sentence behind it."""
    rest = stelle.wert.value.split("://")[-1]
    falsche = (f"http://{rest}", f"ftp://{rest}", f"//{rest}", f"https:/{rest}")
    neu = (*falsche, f"https://{rest},", f"https://{rest};")[variante % 6]
    return ersetzt(stelle, f'"{neu}"', "https://")


def tag_unmoeglich(stelle: Stelle, variante: int) -> Mutation:
    """A day that no calendar has."""
    neu = ("2020-02-31", "2023-02-29", "2020-13-01", "31.02.2020", "2020-00-10")[variante % 5]
    return ersetzt(stelle, neu, f"„{neu}“")


def zukunft(stelle: Stelle, variante: int) -> Mutation:
    """A day that is still to come."""
    neu = ("2999-12-31", "2100-01-01", "2999-01-01")[variante % 3]
    return ersetzt(stelle, neu, f"„{neu}“", "in der Zukunft")


def spanne(stelle: Stelle, variante: int) -> Mutation:
    """An end before the beginning."""
    neu = ("1950", "1901-01-01", '"1960-12"')[variante % 3]
    return ersetzt(stelle, neu, "„bis“", "liegt vor")


def ausserhalb(stelle: Stelle, variante: int) -> Mutation:
    """A whole number beyond its bounds."""
    unten, oben = (int(teil) for teil in stelle.typ.split("-"))
    neu = str((unten - 1, oben + 1, -99, 10**6)[variante % 4])
    return ersetzt(stelle, neu, f"„{neu}“", f"„{stelle.feld}“")
