"""What one page is to the search: passages to show, and words that lead to them unseen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

_ABSCHNITT = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)
_TITEL = re.compile(r"<h1.*?</h1>", re.DOTALL)
# A mark parts words, but never a word from the sign that ends its clause.
_VOR_SATZZEICHEN = re.compile(r"(?:</[^>]*>)+(?=[,;:.!?)](?:\s|<|$))")
_MARKE = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Passage:
    """A piece of a page and the anchor it stands at; `wortlaut` only where it is a Leitlinie."""

    anker: str
    titel: str
    text: str
    wortlaut: str = ""


@dataclass(frozen=True)
class Wegwort:
    """A word that leads to a page without standing there: its rank from 1 to 3, and the anchor."""

    wort: str
    rang: int
    anker: str = ""
    sprache: str | None = None


@dataclass(frozen=True)
class Prosa:
    """A page written by hand, which the model does not know, as finished HTML."""

    adresse: str
    titel: str
    html: str


@dataclass(frozen=True)
class Dokument:
    """A page as the search knows it; `gewicht` below 1 puts it behind pages of its own subject.

    `merkmale` are the values of its entry by facet, see `macros.seitenplan.facetten`.
    """

    adresse: str
    titel: str
    art: str
    passagen: tuple[Passage, ...]
    feld: str = ""
    gewicht: float = 1.0
    worte: tuple[Wegwort, ...] = ()
    merkmale: Mapping[str, Sequence[str]] = field(default_factory=dict)


def aus_html(seite: Prosa, art: str, gewicht: float) -> Dokument:
    """Gives the document of a hand-written page, one passage for each of its sections."""
    teile = _ABSCHNITT.split(_TITEL.sub("", seite.html))
    passagen = [Passage("", "", _text(teile[0]))]
    passagen += [
        Passage(anker, _text(kopf), _text(text))
        for anker, kopf, text in zip(teile[1::3], teile[2::3], teile[3::3], strict=True)
    ]
    return Dokument(seite.adresse, seite.titel, art, tuple(passagen), gewicht=gewicht)


def _text(html: str) -> str:
    return " ".join(unescape(_MARKE.sub(" ", _VOR_SATZZEICHEN.sub("", html))).split())
