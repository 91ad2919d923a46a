"""Compares two built sites: addresses, titles and the text that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

_ENDUNGEN = {".html", ".txt", ".xml"}
_UNSICHTBAR = {"script", "style", "template", "title"}
# Attributes whose words are read out or shown.
_LESBAR = {"alt", "aria-label", "placeholder", "title", "value"}
_UMGEBUNG = 4
_HOECHSTENS = 12


@dataclass(frozen=True)
class Seite:
    """What is compared of one address."""

    titel: str
    woerter: tuple[str, ...]


@dataclass(frozen=True)
class Unterschied:
    """One difference, in words for the terminal."""

    adresse: str
    satz: str

    def __str__(self) -> str:
        return f"{self.adresse}: {self.satz}"


def lies_seiten(ordner: Path) -> dict[str, Seite]:
    """Gives the pages of a built site, and its text files, by address."""
    dateien = (p for p in sorted(ordner.rglob("*")) if p.suffix in _ENDUNGEN and p.is_file())
    return {_adresse(p.relative_to(ordner)): _lies(p) for p in dateien}


def unterschiede(hier: dict[str, Seite], dort: dict[str, Seite]) -> Iterator[Unterschied]:
    """Gives every difference between two sites, by address."""
    for adresse in sorted(hier.keys() | dort.keys()):
        if adresse not in dort:
            yield Unterschied(adresse, "fehlt auf dem Ausweg.")
        elif adresse not in hier:
            yield Unterschied(adresse, "gibt es nur auf dem Ausweg.")
        else:
            yield from _unterschiede_der_seite(adresse, hier[adresse], dort[adresse])


def _unterschiede_der_seite(adresse: str, hier: Seite, dort: Seite) -> Iterator[Unterschied]:
    if hier.titel != dort.titel:
        yield Unterschied(adresse, f"Titel: „{hier.titel}“, auf dem Ausweg „{dort.titel}“.")
    if hier.woerter != dort.woerter:
        yield Unterschied(adresse, _erste_stelle(hier.woerter, dort.woerter))


def _erste_stelle(hier: tuple[str, ...], dort: tuple[str, ...]) -> str:
    """Shows the first place where two texts part, with some words around it."""
    aenderungen = SequenceMatcher(None, hier, dort, autojunk=False).get_opcodes()
    _, a, b, c, d = next(stelle for stelle in aenderungen if stelle[0] != "equal")
    return f"Text: „{_auszug(hier, a, b)}“, auf dem Ausweg „{_auszug(dort, c, d)}“."


def _auszug(woerter: tuple[str, ...], anfang: int, ende: int) -> str:
    von, bis = max(0, anfang - _UMGEBUNG), min(ende, anfang + _HOECHSTENS) + _UMGEBUNG
    return " ".join(woerter[von:bis])


def _adresse(pfad: Path) -> str:
    return "/" + pfad.as_posix().removesuffix("index.html")


def _lies(pfad: Path) -> Seite:
    leser = _Leser()
    leser.feed(pfad.read_text(encoding="utf-8"))
    leser.close()
    return Seite(" ".join("".join(leser.titel).split()), tuple(" ".join(leser.text).split()))


class _Leser(HTMLParser):
    """Gathers the title and the readable text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.titel: list[str] = []
        self.text: list[str] = []
        self._offen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSICHTBAR:
            self._offen.append(tag)
        self.text += [wert for name, wert in attrs if name in _LESBAR and wert]

    def handle_endtag(self, tag: str) -> None:
        if self._offen and tag == self._offen[-1]:
            self._offen.pop()

    def handle_data(self, data: str) -> None:
        if not self._offen:
            self.text.append(data)
        elif self._offen == ["title"]:
            self.titel.append(data)
