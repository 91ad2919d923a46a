"""Single signs that are wrong before any value is: most of them hide the rest of their file."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.gruppen import GRUPPEN
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt
from tests.redaktion.mutationen.stelle import Stelle

# Cyrillic letters that look like ours.
_ZWILLINGE = {"a": "\u0430", "c": "\u0441", "e": "\u0435", "i": "\u0456", "o": "\u043e"}
_VERSTECKTE = "\u200b\u00ad\u2060\u200e\ufeff\u00a0\U000e0041"
_BLOCKZEICHEN = ("->", "-", ">–", ">9", "–", "=>", ">_", "-->", "<-")


def anfuehrung_offen(stelle: Stelle, variante: int) -> Mutation | None:
    """A quotation mark before a value, and none behind it, or the one of a word processor."""
    if not _ist_schlicht(stelle) or set(stelle.wert.value) & set("\"'\\“”"):
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    if variante % 2:
        wort = Schnitt(datei, ende, ende, "“")
        return _mutation(stelle, Schnitt(datei, anfang, anfang, '"', ((0, ("Word",)),)), wort)
    return _mutation(stelle, Schnitt(datei, anfang, anfang, '"', ((0, ("geöffnet",)),)))


def anfuehrung_halb_weg(stelle: Stelle, variante: int) -> Mutation | None:
    """One of the two quotation marks of a value is gone."""
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    if ": " in stelle.wert.value or stelle.gruppe.knoten.flow_style:
        return None
    if variante % 2:
        zu = Schnitt(datei, anfang, anfang + 1, "", ((0, ("endet mit einem Anführungszeichen",)),))
        return _mutation(stelle, zu)
    marke = Schnitt(datei, anfang, anfang, "", ((0, ("geöffnet",)),))
    return _mutation(stelle, marke, Schnitt(datei, ende - 1, ende))


def anfuehrung_nur_am_ende(stelle: Stelle, _: int) -> Mutation | None:
    """A quotation mark behind a value, and none before it."""
    if not _ist_schlicht(stelle) or set(stelle.wert.value) & set('"„'):
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    marke = Schnitt(datei, anfang, anfang, "", ((0, ("endet mit einem Anführungszeichen",)),))
    return _mutation(stelle, marke, Schnitt(datei, ende, ende, '"'))


def doppelpunkt_weg(stelle: Stelle, variante: int) -> Mutation | None:
    """The first field of several in a point has no colon."""
    assert stelle.name is not None
    (name, wert), *weitere = stelle.gruppe.knoten.value
    if name is not stelle.name or not weitere or not isinstance(wert, yaml.ScalarNode):
        return None
    if not _vor(stelle, name).endswith("- ") or wert.style in ("'", '"') or ": " in wert.value:
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, name)
    marke = Schnitt(datei, anfang, anfang, "", ((0, (f"„{stelle.feld}“", "Doppelpunkt")),))
    return _mutation(stelle, marke, Schnitt(datei, ende, ende + 1, ("", ";")[variante % 2]))


def blockzeichen_vertippt(stelle: Stelle, variante: int) -> Mutation:
    """Other signs stand where ">-" was meant."""
    zeichen = _BLOCKZEICHEN[variante % len(_BLOCKZEICHEN)]
    datei, anfang, _ = daten().bereich(stelle.datei, stelle.wert)
    ende = anfang + len(">-")
    assert daten().texte[datei][anfang:ende] == ">-"
    marken = ((0, (f"„{zeichen}“", "„>-“")),)
    return _mutation(stelle, Schnitt(datei, anfang, ende, zeichen, marken))


def strich_weg(stelle: Stelle, variante: int) -> Mutation | None:
    """The first of the points with several fields has no dash, or a space in its place."""
    liste = stelle.liste
    if liste is None or liste.value[0] is not stelle.wert or not stelle.gruppe.art:
        return None
    erste = liste.value[0]
    # A point alone would be the group of fields itself, which can be read.
    if liste.flow_style or erste.flow_style or 1 in (len(liste.value), len(erste.value)):
        return None
    anfang = int(erste.start_mark.index)
    neu = ("", "  ")[variante % 2]
    marken = ((len(neu), ("Bindestrich",)),)
    return _mutation(stelle, Schnitt(stelle.datei, anfang - len("- "), anfang, neu, marken))


def fremde_zeile(stelle: Stelle, variante: int) -> Mutation | None:
    """A line that ends the file to the parser, or tells it something, stands before a field."""
    assert stelle.name is not None
    anfang = daten().zeilenanfang(stelle.datei, int(stelle.name.start_mark.index))
    zeile = ("...", "%YAML 1.1", "```")[variante % 3]
    marken = ((0, (f"„{zeile.split()[0]}“", "löschen")),)
    # Before all content it could be one of the parser's own.
    if not re.search(r"^[^#\s]", daten().texte[stelle.datei][:anfang], re.MULTILINE):
        return None
    return _mutation(stelle, Schnitt(stelle.datei, anfang, anfang, zeile + "\n", marken))


def feldname_fremd(stelle: Stelle, variante: int) -> Mutation | None:
    """A sign that nobody sees in a field's name, or a letter of another script."""
    assert stelle.name is not None
    zwilling = next((n for n, z in enumerate(stelle.feld) if z in _ZWILLINGE), None)
    datei, anfang, _ = daten().bereich(stelle.datei, stelle.name)
    if variante % 2 and zwilling is not None:
        zeichen, hier = _ZWILLINGE[stelle.feld[zwilling]], anfang + zwilling
    else:
        zeichen, zwilling = _VERSTECKTE[variante % len(_VERSTECKTE)], None
        hier = anfang + variante % (len(stelle.feld) + 1)
    worte = (f"Feldnamen „{stelle.feld}“", f"U+{ord(zeichen):04X}")
    schnitt = Schnitt(datei, hier, hier + (zwilling is not None), zeichen, ((0, worte),))
    return _mutation(stelle, schnitt)


def doppelpunkt_fremd(stelle: Stelle, variante: int) -> Mutation | None:
    """A colon of another script behind a field's name."""
    if len(stelle.gruppe.knoten.value) == 1 or _in_klammern(stelle):
        return None
    # Its text would begin in the name that the parser sees.
    if ": " in str(stelle.wert.value):
        return None
    datei, _, ende = daten().bereich(stelle.datei, stelle.name)
    zeichen = "：∶꞉"[variante % 3]
    marken = ((0, (f"„{stelle.feld}“", f"U+{ord(zeichen):04X}")),)
    return _mutation(stelle, Schnitt(datei, ende, ende + 1, zeichen, marken))


def zwei_striche(stelle: Stelle, variante: int) -> Mutation | None:
    """A second dash before a point that is a text, which would be a list of its own."""
    if _in_klammern(stelle) or not isinstance(stelle.wert, yaml.ScalarNode):
        return None
    # The lines of a block would be too far left in the list that the parser sees.
    if stelle.wert.style in (">", "|") or stelle.wert.start_mark.line != stelle.wert.end_mark.line:
        return None
    datei, anfang, _ = daten().bereich(stelle.datei, stelle.wert)
    marken = ((0, ("zwei Striche",)),)
    return _mutation(stelle, Schnitt(datei, anfang, anfang, "- ", marken))


def marke_davor(stelle: Stelle, variante: int) -> Mutation | None:
    """A mark before a value, with braces around it or not: one mistake, one finding."""
    if not _ist_schlicht(stelle) or set(stelle.wert.value) & set(",:{}[]"):
        return None
    marke = ("!!set", "!!binary", "!!str", "!!omap", "!!python/name:os.system")[variante % 5]
    vorn, hinten = (" {", "}") if variante % 2 else (" ", "")
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    davor = Schnitt(datei, anfang, anfang, marke + vorn, ((0, (f"„{marke}“",)),))
    return _mutation(stelle, davor, Schnitt(datei, ende, ende, hinten))


def _ist_schlicht(stelle: Stelle) -> bool:
    wert = stelle.wert
    return isinstance(wert, yaml.ScalarNode) and not wert.style and not _in_klammern(stelle)


def _in_klammern(stelle: Stelle) -> bool:
    return bool(stelle.gruppe.knoten.flow_style or (stelle.liste and stelle.liste.flow_style))


def _vor(stelle: Stelle, knoten: yaml.Node) -> str:
    anfang = int(knoten.start_mark.index)
    return daten().texte[stelle.datei][daten().zeilenanfang(stelle.datei, anfang) : anfang]


def _mutation(stelle: Stelle, *schnitte: Schnitt) -> Mutation:
    return Mutation("", stelle.ort, schnitte, ())


_Mache = Callable[[Stelle, int], Mutation | None]
_Passt = Callable[[Stelle], bool]
SCHREIBWEISEN: dict[str, tuple[_Passt, _Mache]] = {
    "anfuehrung-offen": (_ist_schlicht, anfuehrung_offen),
    "anfuehrung-halb-weg": (lambda s: getattr(s.wert, "style", "") == '"', anfuehrung_halb_weg),
    "anfuehrung-nur-am-ende": (_ist_schlicht, anfuehrung_nur_am_ende),
    "doppelpunkt-weg": (lambda s: s.name is not None, doppelpunkt_weg),
    "blockzeichen-vertippt": (
        lambda s: isinstance(s.wert, yaml.ScalarNode) and s.wert.style == ">",
        blockzeichen_vertippt,
    ),
    "strich-weg": (lambda s: s.liste is not None and s.typ in GRUPPEN, strich_weg),
    "fremde-zeile": (lambda s: s.name is not None and not _in_klammern(s), fremde_zeile),
    "feldname-fremd": (lambda s: s.name is not None, feldname_fremd),
    "doppelpunkt-fremd": (lambda s: s.name is not None, doppelpunkt_fremd),
    "zwei-striche": (lambda s: s.liste is not None, zwei_striche),
    "marke": (_ist_schlicht, marke_davor),
}
