"""Single values: texts, numbers and days as YAML reads them, and where it reads too much."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

from macros.modell.felder import ist_freiwillig
from macros.sprache import Sprache

from .anfuehrung import nur_am_ende, verlange_schluss
from .befund import Befund, Pfad
from .blockzeichen import vertipptes_am_anfang
from .textzeilen import Stelle, gliederung, hinweise, in_ordnung, umbrueche

TAG = "tag:yaml.org,2002:"
# "1.250" may mean two numbers; German readers write thousands so.
_TAUSENDER = re.compile(r"-?\d{1,3}\.\d{3}")
# What begins so counts nothing: a number to call, a code.
_KENNZIFFER = re.compile(r"\+|0\d")


class Skalarleser:
    """Turns single nodes into values, and gathers the findings about them with their paths."""

    def __init__(self, name: str, text: str, typ: Any, sprache: Sprache) -> None:
        self.name, self.text, self.typ, self.sprache = name, text, typ, sprache
        self.zeilen = text.split("\n")
        self.befunde: list[tuple[Pfad, Befund]] = []

    def melde(
        self, knoten: yaml.Node, pfad: Pfad, schluessel: str, danach: str = "", **angaben: object
    ) -> None:
        """Notes a finding at a node and its path, by the key of its sentence and what follows."""
        satz = f"{self.sprache(f'befund.{schluessel}', **angaben)} {danach}".rstrip()
        self.befunde.append((pfad, Befund(self.name, *stelle_von(knoten), satz)))

    def mit_marke(self, knoten: yaml.Node) -> bool:
        """Tells whether a mark stands before a value: it would tell the parser what to make."""
        return self.text.startswith("!!", knoten.start_mark.index)

    def melde_zeilen(self, stellen: Iterable[Stelle], pfad: Pfad) -> None:
        """Notes a finding at each of some lines of the value at a path."""
        for zeile, spalte, schluessel in stellen:
            satz = self.sprache(f"befund.{schluessel}", feld=_feld(pfad))
            self.befunde.append((pfad, Befund(self.name, zeile, spalte, satz)))

    def skalar(self, knoten: Any, pfad: Pfad) -> Any:
        """Gives a text, a number, a day, true or false, or None for an empty value."""
        art, text = knoten.tag.removeprefix(TAG), knoten.value
        zeile, anfang = self.zeilen[knoten.start_mark.line], knoten.start_mark.column
        if self.mit_marke(knoten):
            self.melde(knoten, pfad, "yaml_marke", ist=marke_von(knoten.tag))
            return text
        if zeile.startswith(("&", "!"), anfang):
            # An anchor or a mark to the parser, which takes the first word away with it.
            self.melde(knoten, pfad, "yaml_zeichen_am_anfang", zeichen=zeile[anfang])
            return text
        match art:
            case "str":
                if knoten.style:
                    verlange_schluss(knoten, self.zeilen)
                else:
                    self._melde_rautezeichen(knoten, pfad)
                    self._melde_vertipptes(knoten, pfad)
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
                # "=" and "<<" have a mark of their own to the parser, which nobody wrote.
                self.melde(knoten, pfad, "yaml_zeichen_am_anfang", zeichen=text)
        return text

    def _absatz(self, knoten: yaml.ScalarNode, pfad: Pfad) -> str:
        """Gives a text; where its lines are reported they are joined, so that it is done once."""
        text: str = knoten.value
        if knoten.style in ("|", ">") and "#" in text:
            self.melde_zeilen(hinweise(knoten, self.zeilen), pfad)
        if in_ordnung(text):
            return text
        falsche = [*gliederung(knoten, self.zeilen)] or [*umbrueche(knoten, self.zeilen)]
        self.melde_zeilen(falsche, pfad)
        return " ".join(text.split()) if falsche else text

    def _melde_leer(self, knoten: yaml.ScalarNode, pfad: Pfad) -> None:
        ende = knoten.end_mark
        if re.match(r" +#", self.zeilen[ende.line][ende.column :]):
            self.melde(knoten, pfad, "leer_vor_raute")
            return
        feld = _feld(pfad)
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
        if not ("#" in zeile or "#" in knoten.value):
            return
        if re.match(r" +#", zeile[ende.column :]):
            self.melde(knoten, pfad, "rautezeichen")
        elif re.search(r"[^\s#]#\s", knoten.value):
            self.melde(knoten, pfad, "rautezeichen_klebt")

    def _melde_vertipptes(self, knoten: yaml.ScalarNode, pfad: Pfad) -> None:
        if not knoten.value[:1].isalnum():  # a quick look that saves the slow one
            anfang, ende = knoten.start_mark, knoten.end_mark
            vorn, geht_weiter = self.zeilen[anfang.line][anfang.column :], ende.line > anfang.line
            if zeichen := vertipptes_am_anfang(vorn, geht_weiter=geht_weiter):
                self.melde(knoten, pfad, "yaml_blockzeichen", ist=zeichen)
        if nur_am_ende(knoten.value):
            self.melde(knoten, pfad, "anfuehrung_nur_am_ende")

    def _tag(self, knoten: yaml.Node, pfad: Pfad, text: str) -> date | str:
        # With a time of day or without its noughts it stays a text: the model knows what was meant.
        try:
            jahr, monat, tag = re.split(r"[-Tt\s]", text)[:3]
            gibt_es = date(int(jahr), int(monat), int(tag))
        except ValueError:
            self.melde(knoten, pfad, "tag_unmoeglich", ist=text)
            return text
        return gibt_es if gibt_es.isoformat() == text else text


def _feld(pfad: Pfad) -> str:
    return next((schritt for schritt in reversed(pfad) if isinstance(schritt, str)), "")


def marke_von(tag: str) -> str:
    """Gives a tag as it is written in a file."""
    return "!!" + tag.removeprefix(TAG) if tag.startswith(TAG) else tag


def stelle_von(knoten: yaml.Node) -> tuple[int, int]:
    """Gives line and column of a node, from 1."""
    return knoten.start_mark.line + 1, knoten.start_mark.column + 1
