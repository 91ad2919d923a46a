"""The sites that the tests look at: the real one and the mini-site, built and served."""

from __future__ import annotations

import fcntl
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.modell import Konzept
from macros.pruefung.pruefen import pruefe
from macros.seitenplan import adressen
from macros.seitenplan.seite import FILTERSEITE, SPRACHREGISTER
from macros.seitenplan.seiten import PROSA
from macros.seitenplan.umleitungen import verschwunden
from macros.sprache import lade

ECHT, MINI = "echt", "mini"
DATEN = {ECHT: WURZEL / "data", MINI: WURZEL / "tests" / "minisite" / "daten"}
UNTERPFAD = "/unter/pfad/"
FEHLT = "404.html"
FORMULAR = "redaktion/neu/"
# One address of each kind of page that a reader meets, the search with an answer.
ARTEN = (
    "",
    "handlungsfelder/gesundheit/",
    "praxisbeispiele/mifrin/",
    "beratung/",
    "konzept/zahlen/",
    "suche/?q=Sprachkurs",
)
W = lade()
_HOST = "website.test"


@cache
def website(name: str) -> Website:
    """Gives the model behind a site; AssertionError with every finding if its data are bad."""
    ergebnis = pruefe(DATEN[name], W)
    befunde = "\n".join(befund.als_zeile(str(DATEN[name])) for befund in ergebnis.befunde)
    assert ergebnis.konzept is not None, befunde
    return Website(ergebnis.konzept, W, VORLAGEN)


def konzept(name: str) -> Konzept:
    """Gives the data of a site."""
    return website(name).konzept


def wurzel_der_adresse(name: str) -> str:
    """Gives the path of the configured address: where the page for a wrong one is at home."""
    return urlsplit(konzept(name).betrieb.adresse or "/").path


@dataclass(frozen=True)
class Ort:
    """A page by its site and its address as seen from the site's root."""

    name: str
    adresse: str

    def __str__(self) -> str:
        return f"{self.name}:/{self.adresse}"


def orte(*namen: str) -> list[Ort]:
    """Gives every page that the sites should have, the page for a wrong address included."""
    return [
        Ort(name, adresse)
        for name in namen or DATEN
        for adresse in (
            *(seite.adresse for seite in website(name).seiten.values()),
            *(f"{prosa}/" for prosa in PROSA),
            FEHLT,
        )
    ]


def muster() -> list[Ort]:
    """Gives the real pages, of those that only list one a template, and a mini one a template.

    What is asked of them is a matter of the template and the style alone.
    """
    gesehen: dict[tuple[str, str], Ort] = {}
    for ort in orte():
        seite = website(ort.name).seiten.get(ort.adresse)
        vorlage = seite.vorlage if seite else ort.adresse
        viele = ort.name == MINI or vorlage in (FILTERSEITE, SPRACHREGISTER)
        gesehen.setdefault((ort.name, vorlage if viele else ort.adresse), ort)
    return list(gesehen.values())


def karten(*namen: str) -> list[Ort]:
    """Gives the card beside each Praxisbeispiel that the sites have, or had."""
    return [
        Ort(name, adressen.eintrag("karte", kennung))
        for name in namen or DATEN
        for kennung in (
            *(beispiel.id for beispiel in konzept(name).praxisbeispiele),
            *(adressen.kennung("praxisbeispiele", weg) for weg in verschwunden(konzept(name))),
        )
        if kennung
    ]


def weiterleitungen(*namen: str) -> list[Ort]:
    """Gives every page that only leads on."""
    return [Ort(name, alt) for name in namen or DATEN for alt in website(name).umleitungen()]


def ohne_kennung(adresse: str) -> str:
    """Gives the address of a file beside the pages without the hash of its content."""
    return re.sub(r"\.[0-9a-f]{8}(?=\.\w+$)", "", adresse)


def woerter(text: str) -> str:
    """Gives a text with every run of white space as one blank."""
    return " ".join(text.split())


class Seite:
    """A built page."""

    def __init__(self, ort: Ort, datei: Path) -> None:
        self.ort, self.quelltext = ort, datei.read_text(encoding="utf-8")

    @cached_property
    def baum(self) -> html.HtmlElement:
        """The parsed page."""
        return html.document_fromstring(self.quelltext)

    def alle(self, xpath: str, **werte: str) -> list[Any]:
        """Gives what an XPath finds: elements, or strings for attributes."""
        gefunden = self.baum.xpath(xpath, **werte)
        assert isinstance(gefunden, list), xpath
        return gefunden

    def eines(self, xpath: str, **werte: str) -> Any:
        """Gives the only thing that an XPath finds."""
        gefunden = self.alle(xpath, **werte)
        assert len(gefunden) == 1, f"{self.ort}: {len(gefunden)} mal {xpath} {werte or ''}"
        return gefunden[0]

    def text(self, xpath: str, **werte: str) -> str:
        """Gives the words of the only element that an XPath finds."""
        return woerter(self.eines(xpath, **werte).text_content())


class Gebaut:
    """A built site in its folder."""

    def __init__(self, name: str, ordner: Path) -> None:
        self.name, self.ordner = name, ordner
        self._seiten: dict[str, Seite] = {}

    def seite(self, adresse: str) -> Seite:
        """Gives the page at an address as seen from the root."""
        if adresse not in self._seiten:
            datei = self.datei(adresse)
            assert datei, f"{self.name}: /{adresse} fehlt"
            self._seiten[adresse] = Seite(Ort(self.name, adresse), datei)
        return self._seiten[adresse]

    def datei(self, adresse: str) -> Path | None:
        """Gives the file that a server sends for an address, or None."""
        pfad = self.ordner / unquote(adresse)
        if adresse.endswith("/") or not adresse:
            pfad /= "index.html"
        return pfad if pfad.is_file() else None

    def ziel(self, link: str, von: str, wurzel: str = "/") -> tuple[str, str] | None:
        """Gives address and anchor that a link on a page leads to; None if it leads outside."""
        teile = urlsplit(urljoin(f"http://{_HOST}{wurzel}{von}", link))
        if teile.netloc != _HOST:
            return None
        assert teile.path.startswith(wurzel), f"{link} verlässt {wurzel}"
        return teile.path.removeprefix(wurzel), unquote(teile.fragment)

    def gibt_es(self, adresse: str, anker: str) -> bool:
        """Tells whether an address answers and has the anchor."""
        if self.datei(adresse) is None:
            return False
        return not anker or bool(self.seite(adresse).alle("//*[@id=$anker]", anker=anker))


def baue_einmal(name: str, ablage: Path) -> Gebaut:
    """Builds a site with the project's own command, once for all processes of a test run."""
    ziel = ablage / "websites" / name
    ziel.parent.mkdir(exist_ok=True)
    with (ablage / f"{name}.schloss").open("w") as schloss:
        fcntl.flock(schloss, fcntl.LOCK_EX)
        if not ziel.exists():
            befehl = [sys.executable, "-m", "macros", "bauen"]
            befehl += ["--daten", str(DATEN[name]), "--ziel", str(ziel)]
            lauf = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True)
            assert lauf.returncode == 0, (
                f"{name} lässt sich nicht bauen:\n{lauf.stdout}{lauf.stderr}"
            )
    return Gebaut(name, ziel)


class Websites(dict[str, Gebaut]):
    """The built sites by name, each built when first asked for; a failure is remembered."""

    def __init__(self, ablage: Path) -> None:
        super().__init__()
        self._ablage = ablage
        self._fehler: dict[str, str] = {}

    def __missing__(self, name: str) -> Gebaut:
        assert name not in self._fehler, self._fehler[name]
        try:
            self[name] = baue_einmal(name, self._ablage)
        except AssertionError as fehler:
            self._fehler[name] = str(fehler)
            raise
        return self[name]


class _Antwort(SimpleHTTPRequestHandler):
    """Sends the files of a folder under a prefix, and its own page for a wrong address."""

    ordner: Path
    wurzel: str

    def translate_path(self, path: str) -> str:
        pfad = unquote(urlsplit(path).path)
        if not pfad.startswith(self.wurzel):
            return str(self.ordner / "ausserhalb")
        ziel = self.ordner / pfad.removeprefix(self.wurzel)
        return f"{ziel}/" if pfad.endswith("/") else str(ziel)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        fehlt = self.ordner / FEHLT
        if code != HTTPStatus.NOT_FOUND or not fehlt.is_file():
            super().send_error(code, message, explain)
            return
        inhalt = fehlt.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(inhalt)))
        self.end_headers()
        self.wfile.write(inhalt)

    def log_message(self, *_: Any) -> None:
        pass


class Server(dict[tuple[str, str], str]):
    """Addresses of the sites' servers by site and root path, each started when first asked for."""

    def __init__(self, websites: Mapping[str, Gebaut], stapel: ExitStack) -> None:
        super().__init__()
        self._websites, self._stapel = websites, stapel

    def __missing__(self, ort: tuple[str, str]) -> str:
        name, wurzel = ort
        self[ort] = self._stapel.enter_context(diene(self._websites[name].ordner, wurzel))
        return self[ort]


@contextmanager
def diene(ordner: Path, wurzel: str = "/") -> Iterator[str]:
    """Serves a folder on loopback and gives the address of its root."""
    klasse = type("_Hier", (_Antwort,), {"ordner": ordner, "wurzel": wurzel})
    with ThreadingHTTPServer(("127.0.0.1", 0), klasse) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{wurzel}"
        server.shutdown()
