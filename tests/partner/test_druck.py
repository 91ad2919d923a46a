"""The real data under an address of their own: what is printed, what search engines are told."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from macros.lauf import WURZEL
from macros.modell import Praxisbeispiel
from tests.website import DATEN, ECHT, diene, konzept


@pytest.fixture(scope="module")
def mit_adresse(ablage: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real data under an address of their own, served."""
    ordner = tmp_path_factory.mktemp("mit-adresse")
    daten = ordner / "daten"
    subprocess.run(["cp", "-r", str(DATEN[ECHT]), str(daten)], check=True)
    betrieb = daten / "betrieb.yaml"
    text = betrieb.read_text(encoding="utf-8")
    betrieb.write_text(f"{text}adresse: https://www.stadt.example/zusammenleben/\n", "utf-8")
    befehl = [sys.executable, "-m", "macros", "bauen", "--ohne-suche"]
    befehl += ["--daten", str(daten), "--ziel", str(ordner / "site")]
    subprocess.run(befehl, cwd=WURZEL, check=True, capture_output=True)
    with diene(ordner / "site") as adresse:
        yield adresse


@pytest.mark.parametrize("beispiel", konzept(ECHT).praxisbeispiele, ids=lambda b: b.id)
def test_druck_passt_auf_ein_blatt(
    beispiel: Praxisbeispiel, mit_adresse: str, browser: Browser
) -> None:
    seite = browser.new_page()
    seite.goto(f"{mit_adresse}praxisbeispiele/{beispiel.id}/")
    blatt = seite.pdf(prefer_css_page_size=True)
    (kasten,) = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", blatt)
    assert [round(float(zahl)) for zahl in kasten] == [595, 842], "A4 in points, once"
    seite.emulate_media(media="print")
    marken = (".marke >> nth=0",) if beispiel.leitlinien else ()
    for sichtbar in ("[data-qr]", "[data-betrieb]", ".nur-druck >> nth=0", "h1", *marken):
        assert seite.is_visible(sichtbar), sichtbar
    assert seite.locator("[data-qr]").evaluate("bild => bild.naturalWidth > 0")
    assert seite.inner_text(".nur-druck >> nth=0").startswith(beispiel.titel)
    seite.close()


def test_demonstrator_mit_adresse_nennt_seine_seiten_und_ruft_niemanden(mit_adresse: str) -> None:
    """Each of its pages says noindex: whoever asks gets the list, search engines are not called."""
    with urlopen(f"{mit_adresse}sitemap.xml", timeout=10) as antwort:
        assert b"/impressum/</loc>" in antwort.read()
    with urlopen(f"{mit_adresse}robots.txt", timeout=10) as antwort:
        assert b"Sitemap" not in antwort.read()
    with urlopen(f"{mit_adresse}impressum/", timeout=10) as antwort:
        assert b'<meta name="robots" content="noindex">' in antwort.read()
