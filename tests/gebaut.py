"""The sites as they were built: their pages, read as a browser gets them."""

from __future__ import annotations

import fcntl
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from macros.lauf import WURZEL
from tests.orte import DATEN, Ort

_HOST = "website.test"


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
