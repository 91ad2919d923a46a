"""The preview of a proposal: a folder that opens by double click, without a server."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Browser

from macros.ohneserver import mache_oeffenbar
from tests.gebaut import Gebaut


def _verweise(seite: Path) -> list[str]:
    baum: Any = html.document_fromstring(seite.read_text(encoding="utf-8"))
    return [str(wert) for wert in baum.xpath("//@href | //@action | //@src | //@formaction")]


@pytest.fixture
def vorschau(echt: Gebaut, tmp_path: Path) -> Path:
    """A copy of the real site, made to open without a server."""
    ordner = Path(shutil.copytree(echt.ordner, tmp_path / "vor schau"))
    mache_oeffenbar(ordner)
    return ordner


def test_jeder_link_nennt_eine_datei(vorschau: Path, echt: Gebaut) -> None:
    """No link needs a server; the same pages are there, and nothing else changed."""
    seiten = sorted(vorschau.rglob("*.html"))
    assert len(seiten) == len(list(echt.ordner.rglob("*.html"))) - 1
    ordnerlinks = 0
    for seite in seiten:
        for verweis in _verweise(seite):
            teile = urlsplit(verweis)
            if teile.scheme or not teile.path:
                continue
            assert (seite.parent / unquote(teile.path)).is_file(), f"{seite}: {verweis}"
            ordnerlinks += teile.path.endswith("/index.html")
    assert ordnerlinks > 100


def test_aussen_und_anker_bleiben(vorschau: Path, echt: Gebaut) -> None:
    def uebrige(seite: Path) -> list[str]:
        return [v for v in _verweise(seite) if urlsplit(v).scheme or v.startswith("#")]

    for seite in vorschau.rglob("*.html"):
        assert uebrige(seite) == uebrige(echt.ordner / seite.relative_to(vorschau))


_SEITE = """<!doctype html>
<meta http-equiv="refresh" content="0; url=../neu/#oben">
<!-- <a href="../neu/"> -->
<a class="x" href="../neu/#a">zu</a> <a
 href="..">hinauf</a> <a href=".">hier</a> <a href="../neu/?q=1&amp;r=2#b">suche</a>
<a href="https://stadt.example/neu/">aussen</a> <a href="//stadt.example/neu/">aussen</a>
<a href="/neu/">oben</a> <a href="#c">c</a> <a href="../neu/bild.svg">bild</a> <a href="../x/">?</a>
<form action="../neu/"><button formaction="../neu/">los</button></form>
<p>Im Text steht href="../neu/" und <code>&lt;a href="../neu/"&gt;</code>.</p>
<script>const a = '<a href="../neu/">';</script>
"""


def test_nur_links_auf_ordner_aendern_sich(tmp_path: Path) -> None:
    """Not outside links, not anchors, not words that look like links."""
    for name in ("alt", "neu"):
        (tmp_path / name).mkdir()
    (tmp_path / "neu" / "bild.svg").touch()
    seite = tmp_path / "alt" / "index.html"
    seite.write_text(_SEITE, encoding="utf-8")
    mache_oeffenbar(tmp_path)
    soll = _SEITE
    for alt, neu in {
        'url=../neu/#oben"': 'url=../neu/index.html#oben"',
        '="../neu/#a"': '="../neu/index.html#a"',
        '\n href=".."': '\n href="../index.html"',
        'href="."': 'href="./index.html"',
        '="../neu/?q=1&amp;r=2#b"': '="../neu/index.html?q=1&amp;r=2#b"',
        'action="../neu/"': 'action="../neu/index.html"',
    }.items():
        assert alt in soll
        soll = soll.replace(alt, neu)
    assert seite.read_text(encoding="utf-8") == soll


def test_im_browser(vorschau: Path, browser: Browser) -> None:
    """From the start page through the menu and back, with the site's style."""
    seite = browser.new_page()
    seite.goto((vorschau / "index.html").as_uri())
    seite.locator(".wege a").first.click()
    seite.wait_for_url("**/beratung/index.html")
    assert seite.locator("h1").count() == 1
    stile = seite.evaluate("[...document.styleSheets].map(s => s.ownerNode.sheet !== null)")
    assert len(stile) == 2 and all(stile)
    seite.locator(".kopfzeile__name").click()
    seite.wait_for_url("**/index.html")
    assert seite.locator(".auftakt").count() == 1
    seite.close()
