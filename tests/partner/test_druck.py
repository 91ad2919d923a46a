"""On paper a Praxisbeispiel is one A4 sheet with its QR code, however long it is.

How long the real ones are is the editors' business: they are only asked what holds at any length.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml
from playwright.sync_api import Browser, Page, ViewportSize

from macros.lauf import WURZEL
from tests.orte import DATEN, ECHT, konzept
from tests.partner.beispiele import gelesen
from tests.partner.laengen import verlaengert
from tests.server import diene

ADRESSE = "https://www.stadt.example/zusammenleben/"
MUSTER = WURZEL / "tests" / "redaktion" / "muster"
# The two that fill their sheet the most.
BEISPIELE = yaml.safe_load((MUSTER / "praxisbeispiele.yaml").read_text(encoding="utf-8"))[:2]
# Four times as long is more than we expect, twenty times is absurd.
LAENGEN = {
    f"{beispiel['id']}-{mal}{'-worte' if lang else ''}": verlaengert(beispiel, mal, lang)
    for beispiel in BEISPIELE
    for mal in (1, 2, 3, 4, 20)
    for lang in (False, True)
}
# What is left of a sheet between its margins, in CSS pixels.
BLATT = ViewportSize(width=695, height=1047)
IMMER = (
    "[data-qr]",
    "figcaption a",
    "[data-betrieb]",
    "h1",
    ".einleitung",
    ".steckbrief dd",
    *(f".teilen .nur-druck >> nth={n}" for n in (0, 1)),
)
# Blocks of the columns: which stand on the sheet, which beside it, and which lie across its edge?
BLOECKE = """() => {
  const blatt = document.querySelector('.spalten').getBoundingClientRect();
  const auswahl = '.spalten > :not(dl, ul, .ganz), .steckbrief > div, .spalten > ul > li, .ganz';
  const wo = {da: 0, daneben: 0, zerschnitten: []};
  for (const block of document.querySelectorAll(auswahl)) {
    const stellen = [...block.getClientRects()].filter((stelle) => stelle.height);
    const da = stellen.filter((s) => s.right <= blatt.right + 1 && s.bottom <= blatt.bottom + 1);
    if (!stellen.length) continue;
    if (da.length && da.length === stellen.length) wo.da += 1;
    else if (stellen.every((stelle) => stelle.left >= blatt.right)) wo.daneben += 1;
    else wo.zerschnitten.push(block.outerHTML.slice(0, 80));
  }
  return wo;
}"""


def _baue(daten: Path, ziel: Path) -> None:
    with (daten / "betrieb.yaml").open("a", encoding="utf-8") as betrieb:
        betrieb.write(f"adresse: {ADRESSE}\n")
    befehl = [sys.executable, "-m", "macros", "bauen", "--ohne-suche"]
    befehl += ["--daten", str(daten), "--ziel", str(ziel)]
    subprocess.run(befehl, cwd=WURZEL, check=True, capture_output=True)


@pytest.fixture(scope="module")
def mit_adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real data under an address of their own, served."""
    ordner = tmp_path_factory.mktemp("mit-adresse")
    shutil.copytree(DATEN[ECHT], ordner / "daten")
    _baue(ordner / "daten", ordner / "site")
    with diene(ordner / "site") as adresse:
        yield adresse


@pytest.fixture(scope="module")
def lange(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The sample data with entries of every length, served."""
    ordner = tmp_path_factory.mktemp("lange")
    shutil.copytree(MUSTER, ordner / "daten")
    (ordner / "daten" / "praxisbeispiele").mkdir()
    for kennung, eintrag in LAENGEN.items():
        datei = ordner / "daten" / "praxisbeispiele" / f"{kennung}.yaml"
        text = yaml.safe_dump(eintrag | {"id": kennung}, allow_unicode=True)
        datei.write_text(text, encoding="utf-8")
    _baue(ordner / "daten", ordner / "site")
    with diene(ordner / "site") as adresse:
        yield adresse


@pytest.fixture
def papier(browser: Browser) -> Iterator[Page]:
    """A page as it is printed by a reader who likes it dark."""
    seite = browser.new_page(viewport=BLATT, device_scale_factor=2, color_scheme="dark")
    seite.emulate_media(media="print")
    yield seite
    seite.close()


def _kaesten(papier: Page) -> list[list[int]]:
    """Gives the sizes of the sheets in points."""
    blatt = papier.pdf(prefer_css_page_size=True)
    kaesten = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", blatt)
    return [[round(float(zahl)) for zahl in kasten] for kasten in kaesten]


def _ein_blatt(papier: Page, kennung: str) -> None:
    assert _kaesten(papier) == [[595, 842]], "A4 in points, once"
    for auswahl in IMMER:
        assert papier.locator(auswahl).first.is_visible(), auswahl
        kasten = papier.locator(auswahl).first.bounding_box()
        assert kasten and kasten["y"] + kasten["height"] <= BLATT["height"], auswahl
    assert gelesen(papier.screenshot()) == [f"{ADRESSE}p/{kennung}/"]


@pytest.mark.parametrize("kennung", LAENGEN)
def test_ein_blatt_wie_lang_auch_immer(kennung: str, lange: str, papier: Page) -> None:
    papier.goto(f"{lange}praxisbeispiele/{kennung}/")
    _ein_blatt(papier, kennung)
    assert not papier.evaluate(BLOECKE)["zerschnitten"]


@pytest.mark.parametrize("kennung", [beispiel.id for beispiel in konzept(ECHT).praxisbeispiele])
def test_ein_blatt_auch_von_jedem_echten(kennung: str, mit_adresse: str, papier: Page) -> None:
    papier.goto(f"{mit_adresse}praxisbeispiele/{kennung}/")
    _ein_blatt(papier, kennung)


@pytest.mark.parametrize("beispiel", BEISPIELE, ids=lambda b: b["id"])
def test_was_passt_steht_darauf(beispiel: dict[str, str], lange: str, papier: Page) -> None:
    """Entries of usual length are printed whole, of longer ones the end is missing first."""
    papier.goto(f"{lange}praxisbeispiele/{beispiel['id']}-1/")
    ganz = papier.evaluate(BLOECKE)
    assert ganz["da"] > 15 and not ganz["daneben"]
    assert papier.locator(".teilen .nur-druck").first.inner_text().startswith(beispiel["titel"])
    papier.goto(f"{lange}praxisbeispiele/{beispiel['id']}-4/")
    lang = papier.evaluate(BLOECKE)
    assert lang["da"] > 10 and lang["daneben"]


@pytest.mark.parametrize("mal", [1, 4])
def test_ein_blatt_auch_mit_breitem_rand(mal: int, lange: str, papier: Page) -> None:
    papier.goto(f"{lange}praxisbeispiele/{BEISPIELE[0]['id']}-{mal}/")
    papier.add_style_tag(content="@page { margin: 20mm }")
    assert len(_kaesten(papier)) == 1


GESPRENGT = {
    "blaetter": "body { block-size: auto; display: block } article { block-size: auto }",
    "zerschnitten": ".baustein > .spalten { columns: auto }",
}


@pytest.mark.parametrize("was", GESPRENGT)
def test_findet_was_nicht_auf_ein_blatt_passt(was: str, lange: str, papier: Page) -> None:
    papier.goto(f"{lange}praxisbeispiele/{BEISPIELE[0]['id']}-4/")
    papier.add_style_tag(content=GESPRENGT[was])
    gefunden = {
        "blaetter": len(_kaesten(papier)) > 1,
        "zerschnitten": bool(papier.evaluate(BLOECKE)["zerschnitten"]),
    }
    assert gefunden[was]


def test_demonstrator_mit_adresse_nennt_seine_seiten_und_ruft_niemanden(mit_adresse: str) -> None:
    """Each of its pages says noindex: whoever asks gets the list, search engines are not called."""
    with urlopen(f"{mit_adresse}sitemap.xml", timeout=10) as antwort:
        assert b"/impressum/</loc>" in antwort.read()
    with urlopen(f"{mit_adresse}robots.txt", timeout=10) as antwort:
        assert b"Sitemap" not in antwort.read()
    with urlopen(f"{mit_adresse}impressum/", timeout=10) as antwort:
        assert b'<meta name="robots" content="noindex">' in antwort.read()
