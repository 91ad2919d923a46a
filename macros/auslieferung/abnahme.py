"""The last look at a built and compressed site before readers get it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.sprache import Sprache

from .packen import neben
from .statisch import REDIRECTS, VERSCHWUNDEN

# Bytes with Brotli: what a page of text may cost, and a reader's first one with its files.
HTML_HOECHSTENS = 12_000
ERSTER_BLICK_HOECHSTENS = 40_000
# Lists of everything grow with the entries: nobody who adds one shall be stopped by that.
ANFANGS, JE_PRAXISBEISPIEL = 4, 150
ANFANGS_WOERTER, JE_WORT = 1_250, 10
# Nothing else on the site is a <b>.
_REGISTERWORT = "<b>"
_PFLICHT = ("index.html", "404.html", REDIRECTS, VERSCHWUNDEN)
_VERWEIS = re.compile(r'<[a-z]+\s[^<>]*?\b(?:href|src|action)="([^"]*)"')
# A feed is a link, but nothing that a browser loads.
_GELADEN = re.compile(
    r'<(?:link\s[^<>]*?\brel="(?:stylesheet|icon)"|script\s|img\s)[^<>]*?\b(?:href|src)="([^"]*)"'
)
_HIER = "http://hier.invalid"


@dataclass(frozen=True)
class _Seite:
    ordner: Path
    datei: Path

    @property
    def adresse(self) -> str:
        return self.datei.relative_to(self.ordner).as_posix()

    @property
    def text(self) -> str:
        return self.datei.read_text(encoding="utf-8")

    def ziele(self, muster: re.Pattern[str]) -> Iterator[tuple[str, Path]]:
        """Gives links into the site and the files that a server sends for them."""
        for link in muster.findall(self.text):
            teile = urlsplit(urljoin(f"{_HIER}/{self.adresse}", unescape(link)))
            if f"{teile.scheme}://{teile.netloc}" == _HIER and not unescape(link).startswith("/"):
                pfad = unquote(teile.path).lstrip("/")
                yield link, self.ordner / (pfad + "index.html" if pfad.endswith("/") else pfad)


def zuschlag(html: str, praxisbeispiele: int) -> int:
    """Gives the bytes that a page may have beyond its limit.

    They depend on how many Praxisbeispiele the site has, and index words the page itself.
    """
    weitere = max(0, praxisbeispiele - ANFANGS)
    woerter = max(0, html.count(_REGISTERWORT) - ANFANGS_WOERTER)
    return JE_PRAXISBEISPIEL * weitere + JE_WORT * woerter


def maengel(ordner: Path, sprache: Sprache) -> Iterator[str]:
    """Gives a sentence for everything that keeps a site from being published."""
    if fehlend := [name for name in _PFLICHT if not (ordner / name).is_file()]:
        yield sprache("befehl.veroeffentlichen.keine_website", dateien=", ".join(fehlend))
    beispiele = len(list(ordner.glob("praxisbeispiele/*/karte/index.html")))
    for datei in sorted(ordner.rglob("*.html")):
        seite = _Seite(ordner, datei)
        for link, ziel in seite.ziele(_VERWEIS):
            if link and not ziel.is_file() and not (ziel / "index.html").is_file():
                yield sprache("befehl.veroeffentlichen.toter_link", seite=seite.adresse, link=link)
        yield from _zu_gross(seite, zuschlag(seite.text, beispiele), sprache)


def _zu_gross(seite: _Seite, mehr: int, sprache: Sprache) -> Iterator[str]:
    html = _bytes(seite.datei)
    beilagen = {ziel for _, ziel in seite.ziele(_GELADEN) if ziel.is_file()}
    gesamt = html + sum(map(_bytes, beilagen))
    for groesse, grenze in ((html, HTML_HOECHSTENS), (gesamt, ERSTER_BLICK_HOECHSTENS)):
        if groesse > (hoechstens := grenze + mehr):
            yield sprache(
                "befehl.veroeffentlichen.zu_gross",
                seite=seite.adresse,
                groesse=groesse,
                hoechstens=hoechstens,
            )


def _bytes(datei: Path) -> int:
    gepackt = neben(datei, ".br")
    return (gepackt if gepackt.exists() else datei).stat().st_size
