"""A Praxisbeispiel can be linked, quoted, printed and shown elsewhere."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import brotli  # type: ignore[import-untyped]  # it ships no stubs
import pytest
import zxingcpp
from lxml import html
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from macros.ausgaben.mitnehmen import mitnehmen
from macros.darstellung import format
from macros.darstellung.teilen import KARTENMASS
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.modell import Praxisbeispiel
from tests.website import DATEN, ECHT, MINI, Gebaut, Seite, W, diene, konzept, woerter

KARTE_HOECHSTENS = 10_000
ZWEITER_BLICK_HOECHSTENS = 20_000
BEISPIELE = [
    pytest.param(name, beispiel, id=f"{name}:{beispiel.id}")
    for name in DATEN
    for beispiel in konzept(name).praxisbeispiele
]
DER_MINISITE = [pytest.param(b, id=b.id) for b in konzept(MINI).praxisbeispiele]
WURZEL_MINI = "https://stadt.example/vielfalt/"


def _seite(gebaut: Gebaut, beispiel: Praxisbeispiel) -> Seite:
    return gebaut.seite(f"praxisbeispiele/{beispiel.id}/")


def _element(text: str) -> Any:
    return html.fromstring(text)


def _baum(text: str | bytes) -> Any:
    return html.document_fromstring(text)


def _gelesen(bild: bytes) -> list[str]:
    offen = Image.open(io.BytesIO(bild)).convert("L")
    return [code.text for code in zxingcpp.read_barcodes(offen)]


@pytest.mark.parametrize(("name", "beispiel"), BEISPIELE)
def test_adresse_laesst_sich_ohne_skript_kopieren(
    name: str, beispiel: Praxisbeispiel, gebaut: Mapping[str, Gebaut]
) -> None:
    seite = _seite(gebaut[name], beispiel)
    feld = seite.eines("//*[@data-teilen]//input[@readonly]")
    wurzel = konzept(name).betrieb.adresse or ""
    assert feld.get("value") == f"{wurzel}praxisbeispiele/{beispiel.id}/"
    assert not seite.alle("//*[@data-teilen]//button")
    for kennung in seite.alle("//*[@data-teilen]//*[@readonly]/@id"):
        assert seite.text("//label[@for=$id]", id=kennung)


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_qr_code_fuehrt_zur_kurzen_adresse(
    beispiel: Praxisbeispiel, mini: Gebaut, browser: Browser
) -> None:
    kurz = f"{WURZEL_MINI}p/{beispiel.id}/"
    ordner = mini.ordner / "praxisbeispiele" / beispiel.id
    assert _gelesen((ordner / "qr.png").read_bytes()) == [kurz]
    gross = Image.open(ordner / "qr.png")
    assert min(gross.size) >= 600
    assert gross.info["dpi"][0] == pytest.approx(600, abs=1)
    blatt = browser.new_page(viewport={"width": 300, "height": 300}, color_scheme="dark")
    blatt.goto((ordner / "qr.svg").as_uri())
    assert _gelesen(blatt.screenshot()) == [kurz]
    blatt.close()
    block = "//*[@data-teilen]//figure"
    seite = _seite(mini, beispiel)
    assert seite.eines(f"{block}/img[@data-qr]/@src") == "qr.svg"
    assert kurz in seite.eines(f"{block}/img[@data-qr]/@alt")
    assert seite.text(f"{block}//a[1]") == kurz.removeprefix("https://")
    assert mini.gibt_es(f"p/{beispiel.id}/", "")


@pytest.mark.parametrize(("name", "beispiel"), BEISPIELE)
def test_zitat_nennt_titel_website_adresse_und_tag(
    name: str, beispiel: Praxisbeispiel, gebaut: Mapping[str, Gebaut]
) -> None:
    zitat = _seite(gebaut[name], beispiel).text("//textarea[@id='teilen-zitat']")
    assert zitat.startswith(f"{beispiel.titel}. In: ")
    assert re.search(r"\(abgerufen in der Fassung vom \d+\. \w+ 20\d\d\)$", zitat)
    adresse = konzept(name).betrieb.adresse
    assert (f"{adresse}praxisbeispiele/{beispiel.id}/" in zitat) == bool(adresse)
    demonstrator = konzept(name).betrieb.betrieb == "demonstrator"
    assert ("(Demonstrator)" in zitat) == demonstrator


def test_zitat_nennt_den_tag_der_fassung() -> None:
    tag = date(2026, 3, 31)
    website = Website(konzept(MINI), W, VORLAGEN, stand=tag)
    zitat = website.teilen(konzept(MINI).praxisbeispiele[0]).zitat
    assert format.tag(tag, W) in zitat


@pytest.mark.parametrize("beispiel", konzept(ECHT).praxisbeispiele, ids=lambda b: b.id)
def test_ohne_adresse_sagt_die_seite_was_fehlt(beispiel: Praxisbeispiel, echt: Gebaut) -> None:
    assert konzept(ECHT).betrieb.adresse is None
    seite = _seite(echt, beispiel)
    assert W("teilen.ohne_adresse") in seite.text("//*[@data-teilen]")
    assert not seite.alle(
        "//img[@data-qr] | //link[contains(@type, 'oembed')] | //link[@rel='canonical']"
    )
    ordner = echt.ordner / "praxisbeispiele" / beispiel.id
    assert {p.name for p in ordner.iterdir()} == {"index.html", "karte"}


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_rahmen_zum_einbetten_zeigt_die_karte(beispiel: Praxisbeispiel, mini: Gebaut) -> None:
    seite = _seite(mini, beispiel)
    assert W("teilen.ohne_adresse") not in seite.text("//*[@data-teilen]")
    rahmen = _element(seite.eines("//textarea[@id='teilen-karte']").text)
    assert rahmen.tag == "iframe"
    assert rahmen.get("src") == f"{WURZEL_MINI}praxisbeispiele/{beispiel.id}/karte/"
    assert rahmen.get("title") == f"Praxisbeispiel: {beispiel.kurztitel}"


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_oembed(beispiel: Praxisbeispiel, mini: Gebaut) -> None:
    """https://oembed.com/, 2.3.4.4: what a `rich` answer has to hold."""
    seite = _seite(mini, beispiel)
    adresse = seite.eines("/html/head/link[@type='application/json+oembed']/@href")
    assert adresse == f"{WURZEL_MINI}praxisbeispiele/{beispiel.id}/oembed.json"
    antwort = json.loads((mini.ordner / adresse.removeprefix(WURZEL_MINI)).read_text("utf-8"))
    assert (antwort["version"], antwort["type"]) == ("1.0", "rich")
    assert antwort["title"] == beispiel.titel
    rahmen = _element(antwort["html"])
    assert antwort["html"] == seite.eines("//textarea[@id='teilen-karte']").text
    masse = [KARTENMASS["breite"], KARTENMASS["hoehe"]]
    assert [antwort["width"], antwort["height"]] == masse
    assert [int(rahmen.get("width")), int(rahmen.get("height"))] == masse
    bild = mini.ordner / antwort["thumbnail_url"].removeprefix(WURZEL_MINI)
    assert Image.open(bild).size == (antwort["thumbnail_width"], antwort["thumbnail_height"])


@pytest.mark.parametrize(("name", "beispiel"), BEISPIELE)
def test_karte_ist_klein_und_sagt_wessen_sie_ist(
    name: str, beispiel: Praxisbeispiel, gebaut: Mapping[str, Gebaut]
) -> None:
    adresse = f"praxisbeispiele/{beispiel.id}/karte/"
    karte = gebaut[name].seite(adresse)
    assert not karte.alle("//script | //style | //@style | //img | //form | //iframe")
    assert karte.eines("//meta[@name='robots']/@content") == "noindex"
    (stil,) = karte.alle("//link[@rel='stylesheet']/@href")
    ziel = gebaut[name].ziel(stil, adresse)
    datei = ziel and gebaut[name].datei(ziel[0])
    assert datei
    assert len(karte.quelltext.encode()) + datei.stat().st_size < KARTE_HOECHSTENS
    assert woerter(karte.text("//h1")) == beispiel.titel
    for link in karte.alle("//a"):
        assert link.get("target") == "_top"
        fuehrt = gebaut[name].ziel(link.get("href"), adresse)
        assert fuehrt and gebaut[name].gibt_es(*fuehrt)
    betrieb = konzept(name).betrieb.betrieb
    streifen = karte.eines("//*[@data-betrieb=$betrieb]", betrieb=betrieb).text_content()
    assert ("kein Angebot der Stadt Essen" in streifen) == (betrieb == "demonstrator")


@pytest.mark.parametrize(("breite", "farben"), [(480, "light"), (320, "dark")])
def test_karte_steht_in_einer_fremden_seite(
    breite: int, farben: str, gebaut: Mapping[str, Gebaut], tmp_path: Path, browser: Browser
) -> None:
    """Another origin frames it; its mark is in view, and its link leads the whole page there."""
    with diene(gebaut[ECHT].ordner, "/a/") as karten, diene(tmp_path) as fremd:
        seite = browser.new_page(color_scheme="dark" if farben == "dark" else "light")
        fehler: list[str] = []
        seite.on("console", lambda meldung: fehler.append(meldung.text))
        for beispiel in konzept(ECHT).praxisbeispiele:
            ziel = f"{karten}praxisbeispiele/{beispiel.id}/"
            masse = f"width='{breite}' height='{KARTENMASS['hoehe']}'"
            (tmp_path / f"{beispiel.id}.html").write_text(
                "<!doctype html><title>x</title><link rel=icon href='data:,'>"
                f"<iframe src='{ziel}karte/' title='Karte' {masse}></iframe>",
                encoding="utf-8",
            )
            seite.goto(f"{fremd}{beispiel.id}.html")
            (rahmen,) = seite.frames[1:]
            grund = rahmen.evaluate("getComputedStyle(document.body).backgroundColor")
            assert grund == ("rgb(28, 35, 38)" if farben == "dark" else "rgb(255, 255, 255)")
            assert rahmen.evaluate("document.documentElement.scrollWidth <= innerWidth")
            marke = "document.querySelector('[data-betrieb]').getBoundingClientRect().bottom"
            assert 0 < rahmen.evaluate(marke) <= KARTENMASS["hoehe"] + 1
            rahmen.click("h1 a")
            seite.wait_for_url(ziel)
        seite.close()
    assert not fehler


# How many pixels of the words does the strip below hide, and how many are out of sight?
VERDECKT = """() => {
  const streifen = document.querySelector('[data-betrieb]').getBoundingClientRect();
  const worte = [...document.querySelectorAll('main > *')].map(e => e.getBoundingClientRect());
  return Math.round(Math.max(...worte.map(r => r.bottom)) - streifen.top);
}"""
UNSICHTBAR = "document.documentElement.scrollHeight - innerHeight"


@pytest.mark.parametrize("breite", [300, 320, 390, 480])
def test_karte_verdeckt_keine_zeile(breite: int, echt: Gebaut, browser: Browser) -> None:
    """The last line says whether the example still runs: it is read at any size of the frame."""
    with diene(echt.ordner) as wurzel:
        blatt = browser.new_page()
        for beispiel in konzept(ECHT).praxisbeispiele:
            blatt.goto(f"{wurzel}praxisbeispiele/{beispiel.id}/karte/")
            blatt.set_viewport_size({"width": breite, "height": KARTENMASS["hoehe"]})
            assert breite < 320 or blatt.evaluate(UNSICHTBAR) <= 0
            blatt.set_viewport_size({"width": breite, "height": 150})
            assert blatt.evaluate(VERDECKT) <= 0
            blatt.add_style_tag(content="footer { inset-block-end: 0; position: sticky }")
            assert blatt.evaluate(VERDECKT) > 0
        blatt.close()


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
    for sichtbar in ("[data-qr]", "[data-betrieb]", ".nur-druck >> nth=0", "h1", ".marke >> nth=0"):
        assert seite.is_visible(sichtbar), sichtbar
    assert seite.locator("[data-qr]").evaluate("bild => bild.naturalWidth > 0")
    assert seite.inner_text(".nur-druck >> nth=0").startswith(beispiel.titel)
    seite.close()


def test_demonstrator_mit_adresse_meldet_suchmaschinen_keine_seite(mit_adresse: str) -> None:
    """Each of its pages says noindex; a search engine would report every listed one as a fault."""
    with urlopen(f"{mit_adresse}sitemap.xml", timeout=10) as antwort:
        assert b"<loc>" not in antwort.read()
    with urlopen(f"{mit_adresse}impressum/", timeout=10) as antwort:
        assert b'<meta name="robots" content="noindex">' in antwort.read()


@pytest.mark.parametrize("name", DATEN)
def test_skript_bietet_zu_jedem_feld_einen_knopf(
    name: str, server: Mapping[tuple[str, str], str], browser: Browser
) -> None:
    kontext = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    seite = kontext.new_page()
    wurzel = server[name, "/"]
    seite.goto(f"{wurzel}praxisbeispiele/{konzept(name).praxisbeispiele[0].id}/")
    felder = seite.locator("[data-teilen] [readonly]")
    assert felder.count() == (3 if konzept(name).betrieb.adresse else 2)
    for karte in seite.locator(".teilen__karte").all():
        karte.evaluate("karte => { karte.open = true; }")
    for stelle in range(felder.count()):
        knopf = seite.locator("[data-teilen] button").nth(stelle)
        knopf.click()
        expect(seite.locator("[data-teilen] [role=status]").nth(stelle)).to_have_text(
            W("teilen.kopiert")
        )
        kopiert = seite.evaluate("navigator.clipboard.readText()")
        assert kopiert == felder.nth(stelle).input_value()
        assert W("teilen.kopiert") in knopf.inner_text()
    if not konzept(name).betrieb.adresse:
        assert felder.first.input_value() == seite.url
    kontext.close()


@pytest.fixture
def mit_kopierknopf(
    server: Mapping[tuple[str, str], str], browser: Browser
) -> Iterator[tuple[Page, Locator]]:
    """A page whose clock stands still, and its first button to copy."""
    kontext = browser.new_context(permissions=["clipboard-write"])
    seite = kontext.new_page()
    fehler: list[str] = []
    seite.on("pageerror", lambda e: fehler.append(str(e)))
    seite.clock.install()
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/mifrin/")
    yield seite, seite.locator("[data-teilen] button").first
    kontext.close()
    assert not fehler


def test_wer_nicht_kopieren_darf_kopiert_von_hand(mit_kopierknopf: tuple[Page, Locator]) -> None:
    seite, knopf = mit_kopierknopf
    schreibe = "tut => { navigator.clipboard.writeText = () => Promise[tut]() }"
    seite.evaluate(schreibe, "reject")
    knopf.click()
    satz = seite.get_by_text(W("teilen.kopieren_von_hand"))
    expect(satz).to_have_role("status")
    kasten = satz.bounding_box()
    assert kasten and kasten["height"] > 10
    assert seite.evaluate("getSelection().toString()") == seite.url
    expect(seite.locator("#teilen-adresse")).to_be_focused()
    seite.locator("[data-teilen] button").nth(1).click()
    expect(seite.locator("#teilen-zitat")).to_be_focused()
    expect(satz).to_have_count(1)
    seite.evaluate(schreibe, "resolve")
    knopf.click()
    expect(knopf).to_contain_text(W("teilen.kopiert"))
    expect(satz).to_have_count(0)


def test_zweimal_kopiert_bleibt_lesbar(mit_kopierknopf: tuple[Page, Locator]) -> None:
    """The second time has its own three seconds."""
    seite, knopf = mit_kopierknopf
    for _ in range(2):
        knopf.click()
        expect(knopf).to_contain_text(W("teilen.kopiert"))
        seite.clock.run_for(2000)
    expect(knopf).to_contain_text(W("teilen.kopiert"))
    seite.clock.run_for(1000)
    expect(knopf).to_contain_text(W("teilen.kopieren"))


BEILAGEN = {name: f"eigen/{name}" for name in ("karte.css", "zeichen.svg")}
LANG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung " * 8
BOESE = [LANG, "مشروع الترجمة", "\"><b> & 'x' <5", "=SUMME(A1)", "x" * 900]


@pytest.mark.parametrize("titel", BOESE, ids=["lang", "rechts", "Zeichen", "Formel", "endlos"])
def test_jeder_titel_bleibt_ein_titel(titel: str, browser: Browser, tmp_path: Path) -> None:
    daten = konzept(MINI)
    titel = titel.strip()
    beispiel = daten.praxisbeispiele[1].model_copy(update={"titel": titel, "kurztitel": titel})
    anders = type(daten)(**(vars(daten) | {"praxisbeispiele": (beispiel,)}))
    website = Website(anders, W, VORLAGEN, stand=date(2026, 1, 2))
    ausgaben = dict(mitnehmen(website, BEILAGEN))
    adresse = f"praxisbeispiele/{beispiel.id}/"
    karte = _baum(ausgaben[f"{adresse}karte/index.html"])
    assert woerter(karte.xpath("//h1")[0].text_content()) == titel
    antwort = json.loads(ausgaben[f"{adresse}oembed.json"])
    assert _element(antwort["html"]).get("title") == f"Praxisbeispiel: {titel}"
    png = ausgaben[f"{adresse}qr.png"]
    assert isinstance(png, bytes)
    assert _gelesen(png) == [f"{WURZEL_MINI}p/{beispiel.id}/"]
    seite = _baum(website.html(adresse))
    assert titel in seite.get_element_by_id("teilen-zitat").text
    rahmen = _element(seite.get_element_by_id("teilen-karte").text)
    assert rahmen.get("title") == f"Praxisbeispiel: {titel}"
    assert _bleibt_im_rahmen(browser, tmp_path, str(ausgaben[f"{adresse}karte/index.html"]))


def _bleibt_im_rahmen(browser: Browser, ordner: Path, karte: str) -> bool:
    """Tells whether the card needs no sideways scrolling in a frame of 320 pixels."""
    stil = WURZEL / "theme" / "eigen" / "karte.css"
    (ordner / "karte.css").write_bytes(stil.read_bytes())
    (ordner / "karte.html").write_text(
        karte.replace("../../../eigen/karte.css", "karte.css"), encoding="utf-8"
    )
    blatt: Page = browser.new_page(viewport={"width": 320, "height": 300})
    blatt.goto((ordner / "karte.html").as_uri())
    passt: bool = blatt.evaluate("document.documentElement.scrollWidth <= innerWidth")
    blatt.close()
    return passt


def test_lange_adresse_passt_in_den_qr_code() -> None:
    daten = konzept(MINI)
    wurzel = f"https://stadt.example/{'pfad/' * 60}"
    betrieb = daten.betrieb.model_copy(update={"adresse": wurzel})
    website = Website(type(daten)(**(vars(daten) | {"betrieb": betrieb})), W, VORLAGEN)
    png = dict(mitnehmen(website, BEILAGEN))["praxisbeispiele/einzelprojekt/qr.png"]
    assert isinstance(png, bytes)
    assert _gelesen(png) == [f"{wurzel}p/einzelprojekt/"]


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_zweiter_blick_ist_klein(beispiel: Praxisbeispiel, mini: Gebaut) -> None:
    ordner = mini.ordner / "praxisbeispiele" / beispiel.id
    teile = [(ordner / datei).read_bytes() for datei in ("index.html", "qr.svg")]
    assert sum(len(brotli.compress(teil)) for teil in teile) <= ZWEITER_BLICK_HOECHSTENS


def test_karte_sagt_wenn_es_den_eintrag_nicht_mehr_gibt(mini: Gebaut) -> None:
    karte = mini.seite("praxisbeispiele/verschwunden/karte/")
    assert 'Das Projekt "Verschwunden" & mehr.' in karte.text("//main")
    assert karte.eines("//main//a").get("target") == "_top"
    assert mini.ziel(karte.eines("//main//a/@href"), karte.ort.adresse) == (
        "praxisbeispiele/verschwunden/",
        "",
    )


def test_frueher_name_fuehrt_auch_zur_karte() -> None:
    daten = konzept(MINI)
    beispiel = daten.praxisbeispiele[0].model_copy(update={"frueher": ("alter-name",)})
    anders = type(daten)(**(vars(daten) | {"praxisbeispiele": (beispiel,)}))
    weiter = Website(anders, W, VORLAGEN).umleitungen()
    assert f"../../{beispiel.id}/karte/" in weiter["praxisbeispiele/alter-name/karte/"]
