"""From a YAML file to plain values that still know their line and column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from .befund import Befund
from .rohtext import lies_text
from .sprache import Sprache
from .syntax import syntaxfehler

Pfad = tuple[str | int, ...]
_TAG = "tag:yaml.org,2002:"
# "1.250" may mean two numbers; German readers write thousands so.
_TAUSENDER = re.compile(r"-?\d{1,3}\.\d{3}")
_ZWEITER_EINTRAG = 3
_GRUPPEN = {f"{_TAG}map", f"{_TAG}seq"}
_LADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Datei:
    """A data file: `wert` in dicts, tuples and scalars, and where its parts stand.

    `eintraege` has the first and last line of every group of fields with an id. The nodes of
    all other places take ten times the room of the text, so they are made again when needed.
    """

    name: str
    wert: Any
    text: str
    eintraege: dict[Pfad, tuple[int, int]]
    luecken: frozenset[str] = frozenset()

    @cached_property
    def _wurzel(self) -> yaml.Node:
        wurzel = yaml.compose(self.text, Loader=_LADER)
        assert wurzel is not None, "an empty text makes no Datei"
        return wurzel

    def knoten(self, pfad: Pfad) -> yaml.Node:
        """Gives the node at a path, or its nearest ancestor where the path leaves the data."""
        knoten = self._wurzel
        for schritt in pfad:
            naechster = _kind(knoten, schritt)
            if naechster is None:
                break
            knoten = naechster
        return knoten

    def stelle(self, pfad: Pfad) -> tuple[int, int]:
        """Gives line and column of the value at a path, from 1."""
        return _stelle(self.knoten(pfad))

    def stelle_des_namens(self, pfad: Pfad) -> tuple[int, int]:
        """Gives line and column of the key that a path ends with, from 1."""
        eltern = self.knoten(pfad[:-1])
        if isinstance(eltern, yaml.MappingNode):
            for name, _ in eltern.value:
                if name.value == pfad[-1]:
                    return _stelle(name)
        return _stelle(eltern)


def lies_datei(pfad: Path, name: str, sprache: Sprache) -> tuple[Datei | None, list[Befund]]:
    """Gives a file's content and the mistakes of its notation; no content if unreadable."""
    text = lies_text(pfad, name, sprache)
    if isinstance(text, Befund):
        return None, [text]
    text = text if text.endswith("\n") else text + "\n"
    try:
        wurzel = yaml.compose(text, Loader=_LADER)
        if wurzel is None:
            return None, [Befund(name, 1, 1, sprache("befund.datei_leer"))]
        leser = _Leser(name, text, sprache)
        wert = leser.wert(wurzel, ())
        return Datei(name, wert, text, leser.eintraege, frozenset(leser.luecken)), leser.befunde
    except yaml.YAMLError as fehler:
        return None, [syntaxfehler(fehler, text, name, sprache)]
    except RecursionError:
        return None, [Befund(name, 1, 1, sprache("befund.yaml_zu_tief"))]


class _Leser:
    """Turns nodes into values and gathers what YAML allows but this project does not."""

    def __init__(self, name: str, text: str, sprache: Sprache) -> None:
        self.name, self.sprache = name, sprache
        self.zeilen = text.split("\n")
        self.befunde: list[Befund] = []
        self.eintraege: dict[Pfad, tuple[int, int]] = {}
        self.luecken: set[str] = set()
        self._gesehen: set[int] = set()

    def melde(self, knoten: yaml.Node, schluessel: str, **angaben: object) -> None:
        satz = self.sprache(f"befund.{schluessel}", **angaben)
        self.befunde.append(Befund(self.name, *_stelle(knoten), satz))

    def wert(self, knoten: yaml.Node, pfad: Pfad) -> Any:
        if id(knoten) in self._gesehen:
            self.melde(knoten, "anker")
            return ()
        self._gesehen.add(id(knoten))
        if isinstance(knoten, yaml.ScalarNode):
            return self._skalar(knoten)
        if knoten.tag not in _GRUPPEN:
            self.melde(knoten, "yaml_marke", ist=_marke(knoten.tag))
        if isinstance(knoten, yaml.SequenceNode):
            return tuple(self.wert(kind, (*pfad, i)) for i, kind in enumerate(knoten.value))
        return self._zuordnung(knoten, pfad)

    def _zuordnung(self, knoten: Any, pfad: Pfad) -> dict[str, Any]:
        ergebnis: dict[str, Any] = {}
        doppelte = []
        for name, kind in knoten.value:
            if not isinstance(name, yaml.ScalarNode):
                self.melde(name, "name_kein_wort")
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
            self.melde(namen[0], "eintrag_ohne_anfang")
            liste = next((s for s in reversed(pfad) if isinstance(s, str)), None)
            self.luecken.add(liste or self.name.split("/")[0].removesuffix(".yaml"))
            return
        for name in namen:
            self.melde(name, "feld_doppelt", feld=name.value)

    def _letzte_zeile(self, knoten: yaml.Node) -> int:
        """The parser ends a block where the next one begins, after blank lines and comments."""
        ende = knoten.end_mark.line + bool(knoten.flow_style)  # type: ignore[attr-defined]
        while ende > 1 and self.zeilen[ende - 1].lstrip()[:1] in ("", "#"):
            ende -= 1
        return ende

    def _skalar(self, knoten: Any) -> Any:
        art, text = knoten.tag.removeprefix(_TAG), knoten.value
        match art:
            case "str":
                self._melde_rautezeichen(knoten)
                return text
            case "null":
                self.melde(knoten, "feld_leer")
                return None
            case "bool":
                return text.lower() in {"yes", "true", "on"}
            case "int" if re.fullmatch(r"-?(0|[1-9]\d{0,14})", text):
                return int(text)
            case "float" if re.fullmatch(r"-?\d+\.\d+", text) and not _TAUSENDER.fullmatch(text):
                return float(text)
            case "timestamp":
                return self._tag(knoten, text)
            case "int" | "float":
                self.melde(knoten, "zahl_schreibweise", ist=text[:60])
            case _:
                self.melde(knoten, "yaml_marke", ist=_marke(knoten.tag))
        return text

    def _melde_rautezeichen(self, knoten: yaml.ScalarNode) -> None:
        """A sign like #1 in a plain value ends it, without a word from the parser."""
        ende = knoten.end_mark
        if not knoten.style and re.match(r" +#[^\s#]", self.zeilen[ende.line][ende.column :]):
            self.melde(knoten, "rautezeichen")

    def _tag(self, knoten: yaml.Node, text: str) -> date | str:
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.melde(knoten, "tag_unmoeglich", ist=text)
            return text


def _marke(tag: str) -> str:
    return "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag


def _kind(knoten: yaml.Node, schritt: str | int) -> yaml.Node | None:
    if isinstance(knoten, yaml.SequenceNode) and isinstance(schritt, int):
        return knoten.value[schritt] if schritt < len(knoten.value) else None
    if isinstance(knoten, yaml.MappingNode):
        for name, wert in knoten.value:
            if name.value == schritt:
                return wert  # type: ignore[no-any-return]  # PyYAML's stubs leave it open
    return None


def _stelle(knoten: yaml.Node) -> tuple[int, int]:
    return knoten.start_mark.line + 1, knoten.start_mark.column + 1
