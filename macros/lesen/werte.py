"""From YAML nodes to plain values, refusing what YAML allows but this project does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

from macros.modell.felder import ist_freiwillig
from macros.sprache import Sprache

from .befund import Befund, Pfad
from .textzeilen import Stelle, gliederung, haengende, hinweise, in_ordnung

_TAG = "tag:yaml.org,2002:"
# "1.250" may mean two numbers; German readers write thousands so.
_TAUSENDER = re.compile(r"-?\d{1,3}\.\d{3}")
# What begins so counts nothing: a number to call, a code.
_KENNZIFFER = re.compile(r"\+|0\d")
_ZWEITER_EINTRAG = 3
_GRUPPEN = {f"{_TAG}map", f"{_TAG}seq"}


class Leser:
    """Turns nodes into values and gathers what YAML allows but this project does not."""

    def __init__(self, name: str, text: str, typ: Any, sprache: Sprache) -> None:
        self.name, self.typ, self.sprache = name, typ, sprache
        self.zeilen = text.split("\n")
        self.befunde: list[tuple[Pfad, Befund]] = []
        self.eintraege: dict[Pfad, tuple[int, int]] = {}
        self.luecken: set[str] = set()
        self._gesehen: set[int] = set()

    def melde(
        self, knoten: yaml.Node, pfad: Pfad, schluessel: str, danach: str = "", **angaben: object
    ) -> None:
        """Notes a finding at a node and its path, by the key of its sentence and what follows."""
        satz = f"{self.sprache(f'befund.{schluessel}', **angaben)} {danach}".rstrip()
        self.befunde.append((pfad, Befund(self.name, *stelle_von(knoten), satz)))

    def wert(self, knoten: yaml.Node, pfad: Pfad) -> Any:
        """Gives the value of a node at a path: dicts, tuples and scalars."""
        if id(knoten) in self._gesehen:
            # An anchor that is used says it all.
            hier = stelle_von(knoten)
            self.befunde = [x for x in self.befunde if (x[1].zeile, x[1].spalte) != hier]
            self.melde(knoten, pfad, "anker")
            return ()
        self._gesehen.add(id(knoten))
        if isinstance(knoten, yaml.ScalarNode):
            return self._skalar(knoten, pfad)
        if knoten.tag not in _GRUPPEN:
            self.melde(knoten, pfad, "yaml_marke", ist=_marke(knoten.tag))
        if isinstance(knoten, yaml.SequenceNode):
            for nummer, kind in enumerate(knoten.value):
                if isinstance(kind, yaml.ScalarNode):
                    self._melde_zeilen(haengende(kind, self.zeilen), (*pfad, nummer))
            return tuple(self.wert(kind, (*pfad, i)) for i, kind in enumerate(knoten.value))
        return self._zuordnung(knoten, pfad)

    def _zuordnung(self, knoten: Any, pfad: Pfad) -> dict[str, Any] | str:
        if knoten.flow_style and knoten.value and all(_ohne_wert(kind) for _, kind in knoten.value):
            # Text that begins with a brace: it would be fields without a value.
            self.melde(knoten, pfad, "yaml_zeichen_am_anfang")
            return ", ".join(str(name.value) for name, _ in knoten.value)
        ergebnis: dict[str, Any] = {}
        doppelte = []
        for name, kind in knoten.value:
            if not isinstance(name, yaml.ScalarNode):
                self.melde(name, pfad, "name_kein_wort")
            elif name.value in ergebnis:
                doppelte.append(name)
            else:
                ergebnis[name.value] = self.wert(kind, (*pfad, name.value))
        self._melde_doppelte(doppelte, pfad)
        if "id" in ergebnis:
            self.eintraege[pfad] = (knoten.start_mark.line + 1, self._letzte_zeile(knoten))
        return ergebnis

    def _melde_doppelte(self, namen: list[yaml.ScalarNode], pfad: Pfad) -> None:
        """Many doubled fields are a second entry that lost its first line."""
        if len(namen) >= _ZWEITER_EINTRAG:
            self.melde(namen[0], pfad, "eintrag_ohne_anfang")
            liste = next((s for s in reversed(pfad) if isinstance(s, str)), None)
            self.luecken.add(liste or self.name.split("/")[0].removesuffix(".yaml"))
            return
        for name in namen:
            self.melde(name, pfad, "feld_doppelt", feld=name.value)

    def _letzte_zeile(self, knoten: yaml.Node) -> int:
        """The parser ends a block where the next one begins, after blank lines and comments."""
        ende = knoten.end_mark.line + bool(knoten.flow_style)  # type: ignore[attr-defined]
        while ende > 1 and self.zeilen[ende - 1].lstrip()[:1] in ("", "#"):
            ende -= 1
        return ende

    def _skalar(self, knoten: Any, pfad: Pfad) -> Any:
        art, text = knoten.tag.removeprefix(_TAG), knoten.value
        zeile, anfang = self.zeilen[knoten.start_mark.line], knoten.start_mark.column
        if re.match(r"&|!(?!!)", zeile[anfang:]):
            # An anchor or a mark to the parser, which takes the first word away with it.
            self.melde(knoten, pfad, "yaml_zeichen_am_anfang")
            return text
        match art:
            case "str":
                self._melde_rautezeichen(knoten, pfad)
                return self._absatz(knoten, pfad)
            case "null":
                self._melde_leer(knoten, pfad)
                return None
            case "bool":
                return text.lower() in {"yes", "true", "on"}
            case "int" if re.fullmatch(r"-?(0|[1-9]\d{0,14})", text):
                return int(text)
            case "float" if re.fullmatch(r"-?\d+\.\d+", text) and not _TAUSENDER.fullmatch(text):
                return float(text)
            case "timestamp":
                return self._tag(knoten, pfad, text)
            case "int" | "float":
                schluessel = "zahl_mit_null" if _KENNZIFFER.match(text) else "zahl_schreibweise"
                self.melde(knoten, pfad, schluessel, ist=text[:60])
            case _:
                self.melde(knoten, pfad, "yaml_marke", ist=_marke(knoten.tag))
        return text

    def _absatz(self, knoten: yaml.ScalarNode, pfad: Pfad) -> str:
        """Gives a text; where its lines are reported they are joined, so that it is done once."""
        text: str = knoten.value
        if knoten.style in ("|", ">") and "#" in text:
            self._melde_zeilen(hinweise(knoten, self.zeilen), pfad)
        if in_ordnung(text):
            return text
        falsche = list(gliederung(knoten, self.zeilen))
        self._melde_zeilen(falsche, pfad)
        return " ".join(text.split()) if falsche else text

    def _melde_zeilen(self, stellen: Iterable[Stelle], pfad: Pfad) -> None:
        feld = next((schritt for schritt in reversed(pfad) if isinstance(schritt, str)), "")
        for zeile, spalte, schluessel in stellen:
            satz = self.sprache(f"befund.{schluessel}", feld=feld)
            self.befunde.append((pfad, Befund(self.name, zeile, spalte, satz)))

    def _melde_leer(self, knoten: yaml.ScalarNode, pfad: Pfad) -> None:
        ende = knoten.end_mark
        if re.match(r" +#", self.zeilen[ende.line][ende.column :]):
            self.melde(knoten, pfad, "leer_vor_raute")
            return
        feld = next((schritt for schritt in reversed(pfad) if isinstance(schritt, str)), "")
        schluessel = "leer" if pfad[-1:] == (feld,) else "punkt_leer"
        danach = self.zeilen[ende.line + 1 : ende.line + 2]
        if schluessel == "leer" and danach and re.match(r" *#  +", danach[0]):
            schluessel = "leer_vor_hinweisen"
        hilfe = self.sprache("befund.freiwillig") if ist_freiwillig(self.typ, pfad) else ""
        self.melde(knoten, pfad, schluessel if feld else "feld_leer", hilfe, feld=feld)

    def _melde_rautezeichen(self, knoten: yaml.ScalarNode, pfad: Pfad) -> None:
        """A # ends a plain value without a word from the parser, or sticks to it as text."""
        ende = knoten.end_mark
        zeile = self.zeilen[min(ende.line, len(self.zeilen) - 1)]
        if knoten.style or "#" not in zeile + knoten.value:
            return
        if re.match(r" +#", zeile[ende.column :]):
            self.melde(knoten, pfad, "rautezeichen")
        elif re.search(r"[^\s#]#\s", knoten.value):
            self.melde(knoten, pfad, "rautezeichen_klebt")

    def _tag(self, knoten: yaml.Node, pfad: Pfad, text: str) -> date | str:
        # With a time of day or without its noughts it stays a text: the model knows what was meant.
        try:
            jahr, monat, tag = re.split(r"[-Tt\s]", text)[:3]
            gibt_es = date(int(jahr), int(monat), int(tag))
        except ValueError:
            self.melde(knoten, pfad, "tag_unmoeglich", ist=text)
            return text
        return gibt_es if gibt_es.isoformat() == text else text


def _ohne_wert(knoten: yaml.Node) -> bool:
    return knoten.tag == f"{_TAG}null" and knoten.value == ""


def _marke(tag: str) -> str:
    return "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag


def stelle_von(knoten: yaml.Node) -> tuple[int, int]:
    """Gives line and column of a node, from 1."""
    return knoten.start_mark.line + 1, knoten.start_mark.column + 1
