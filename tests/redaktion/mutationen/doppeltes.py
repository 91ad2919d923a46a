"""What may stand only once in the data: a word, a former id."""

from __future__ import annotations

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, Worte, geaendert, gemeldet
from tests.redaktion.mutationen.stelle import Stelle

# The fields that no two entries share, and what else tells two of them apart.
WORTE = {"Suchbegriff.wort": "sprache", "Begriff.begriff": "", "Orientierung.sprache": ""}


def wort_doppelt(stelle: Stelle, variante: int) -> Mutation | None:
    """The word of another entry of the same list and language: the later one is too much."""
    alle = [s for s in daten().stellen if s.ort == stelle.ort and _neben(s) == _neben(stelle)]
    andere = alle[variante % len(alle)]
    if andere is stelle:
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    hier, worte = alle.index(stelle), (f"„{andere.wert.value}“", "gibt es hier schon")
    spaeter = hier > alle.index(andere)
    marken = ((0, worte),) if spaeter else ()
    schnitte = [Schnitt(datei, anfang, ende, f'"{andere.wert.value}"', marken)]
    if not spaeter:
        schnitte.append(gemeldet(datei, andere.wert, *worte))
    return geaendert(stelle, schnitte, (), daten().bereich(datei, andere.gruppe.knoten))


def _neben(stelle: Stelle) -> str:
    feld = WORTE[stelle.ort]
    knoten = stelle.gruppe.feld(feld)
    return str(knoten.value) if knoten else ""


def frueher_gilt(stelle: Stelle, _: int) -> Mutation:
    """An id of today among the former ones of its own entry."""
    kennung = stelle.wert.value
    return geaendert(stelle, [_frueher(stelle, kennung, (f"„{kennung}“", "gilt noch"))])


def frueher_vergeben(stelle: Stelle, variante: int) -> Mutation | None:
    """The id of another entry, as if it were a former one."""
    andere = _andere(stelle, variante)
    if andere is None:
        return None
    kennung = andere.wert.value
    schnitt = _frueher(stelle, kennung, (f"„{kennung}“", "gehört heute", andere.datei))
    return geaendert(stelle, [schnitt], (), daten().bereich(andere.datei, andere.gruppe.knoten))


def frueher_doppelt(stelle: Stelle, variante: int) -> Mutation | None:
    """Two entries had the same id before: the later one is told of the earlier one."""
    andere = _andere(stelle, variante)
    if andere is None or andere.gruppe.feld("frueher") or not _darf_umziehen(andere):
        return None
    alle = list(daten().kennungen.values())
    erste, zweite = sorted((stelle, andere), key=alle.index)
    neu = f"ehemals-{erste.wert.value}"
    worte = (f"„{neu}“", f"„{erste.wert.value}“", erste.datei)
    schnitte = [_frueher(erste, neu), _frueher(zweite, neu, worte)]
    return geaendert(stelle, schnitte, (), daten().bereich(andere.datei, andere.gruppe.knoten))


def _darf_umziehen(stelle: Stelle) -> bool:
    return stelle.ort.removesuffix(".id") not in ("Kapitel", "Handlungsfeld")


def _andere(stelle: Stelle, variante: int) -> Stelle | None:
    alle = list(daten().kennungen.values())
    andere = alle[variante * 41 % len(alle)]
    return None if andere is stelle else andere


def _frueher(stelle: Stelle, kennung: str, worte: Worte = ()) -> Schnitt:
    assert stelle.name is not None
    anfang = int(stelle.name.start_mark.index)
    neu = f"frueher: [{kennung}]\n" + " " * stelle.name.start_mark.column
    marken = ((neu.index("[") + 1, worte),) if worte else ()
    return Schnitt(stelle.datei, anfang, anfang, neu, marken)
