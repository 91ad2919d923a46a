"""Makes a built site open by double click: its links name the files that a server would add."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from urllib.parse import unquote, urlsplit

_INDEX = "index.html"
_FEHLERSEITE = "404.html"
# Addresses in attributes, and those of pages that only lead on.
_VERWEIS = re.compile(
    r'(\s(?:href|action|formaction)="|\scontent="\d+;\s*url=)([^"]*)(?=")', re.IGNORECASE
)


def mache_oeffenbar(ordner: Path) -> None:
    """Lets relative links to folders lead to their `index.html`, in every page of a site.

    The page for a wrong address goes: only a server would show it, and its links start
    at the server's root.
    """
    (ordner / _FEHLERSEITE).unlink(missing_ok=True)
    for seite in sorted(ordner.rglob("*.html")):
        text = seite.read_text(encoding="utf-8")
        seite.write_text(_mit_dateien(text, seite.parent), encoding="utf-8")


def _mit_dateien(text: str, ordner: Path) -> str:
    def ersetze(treffer: re.Match[str]) -> str:
        return treffer[1] + _datei(treffer[2], ordner)

    teile, bis = [], 0
    for anfang, tag in _Tags(text).gefunden:
        teile += [text[bis:anfang], _VERWEIS.sub(ersetze, tag)]
        bis = anfang + len(tag)
    return "".join([*teile, text[bis:]])


def _datei(verweis: str, ordner: Path) -> str:
    """Gives a link with the index of the folder that it leads to; others stay as they are."""
    teile = urlsplit(verweis)
    if teile.scheme or teile.netloc or not teile.path or teile.path.startswith("/"):
        return verweis
    if not (ordner / unquote(unescape(teile.path))).is_dir():
        return verweis
    return f"{teile.path.rstrip('/')}/{_INDEX}{verweis[len(teile.path) :]}"


class _Tags(HTMLParser):
    """Finds the start tags of a page and where they stand; text that looks like one is none."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.gefunden: list[tuple[int, str]] = []
        self._zeilen = [0, *accumulate(len(zeile) + 1 for zeile in text.split("\n"))]
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        zeile, spalte = self.getpos()
        self.gefunden.append((self._zeilen[zeile - 1] + spalte, self.get_starttag_text() or ""))
