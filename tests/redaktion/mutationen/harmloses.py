"""Changes of the text that change nothing of the data."""

from __future__ import annotations

import yaml

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.gruppen import art_von
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, geaendert, in_anfuehrung
from tests.redaktion.mutationen.stelle import Stelle


def harmlos(stelle: Stelle, variante: int) -> Mutation | None:
    """Comments, blank lines, quotes, another order: nothing may be reported."""
    arten = (_kommentar, _leerzeilen, _kommentar_dahinter, _andere_folge, _anders_zitiert, _weit)
    schnitte = arten[variante % len(arten)](stelle)
    if not schnitte:
        return None
    return geaendert(stelle, schnitte)


def _kommentar(stelle: Stelle) -> list[Schnitt]:
    zeile = daten().zeilenanfang(stelle.datei, int(stelle.wert.start_mark.index))
    if stelle.name:
        zeile = daten().zeilenanfang(stelle.datei, int(stelle.name.start_mark.index))
    text = daten().texte[stelle.datei]
    rand = len(text[zeile:]) - len(text[zeile:].lstrip(" "))
    return [Schnitt(stelle.datei, zeile, zeile, " " * rand + "# quelle: falsch {{ x }}\n")]


def _leerzeilen(stelle: Stelle) -> list[Schnitt]:
    (schnitt,) = _kommentar(stelle)
    return [Schnitt(schnitt.datei, schnitt.anfang, schnitt.ende, "\n\n")]


def _kommentar_dahinter(stelle: Stelle) -> list[Schnitt]:
    if not isinstance(stelle.wert, yaml.ScalarNode) or stelle.wert.style in (">", "|"):
        return []
    # Behind a plain text it may be a part of the text that nobody would read.
    if not stelle.wert.style and stelle.wert.tag.endswith(":str"):
        return []
    ende = daten().ende(stelle.datei, stelle.wert)
    if daten().zeilenende(stelle.datei, ende) != ende:
        return []
    return [Schnitt(stelle.datei, ende, ende, "   # <b> [x](y)")]


def _andere_folge(stelle: Stelle) -> list[Schnitt]:
    """Two fields that follow each other change places."""
    felder = stelle.gruppe.knoten.value
    nummer = next(n for n, (name, _) in enumerate(felder) if name is stelle.name)
    if nummer + 1 == len(felder):
        return []
    stuecke = [
        (int(name.start_mark.index), daten().ende(stelle.datei, wert))
        for name, wert in felder[nummer : nummer + 2]
    ]
    text = daten().texte[stelle.datei]
    return [
        Schnitt(stelle.datei, *hier, text[dort[0] : dort[1]])
        for hier, dort in zip(stuecke, stuecke[::-1], strict=True)
    ]


def _anders_zitiert(stelle: Stelle) -> list[Schnitt]:
    if art_von(stelle.typ) not in {"text", "https", "kennung", "wahl", "verweis"}:
        return []
    neu = in_anfuehrung(stelle.wert.value)
    return [Schnitt(*daten().bereich(stelle.datei, stelle.wert), neu)]


def _weit(stelle: Stelle) -> list[Schnitt]:
    ende = daten().ende(stelle.datei, stelle.name) + 1
    return [Schnitt(stelle.datei, ende, ende, "  ")]
