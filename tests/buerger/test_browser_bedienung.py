"""By keyboard, without script, in the dark: what a citizen does works in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal
from urllib.parse import unquote

import pytest
from markupsafe import escape
from playwright.sync_api import Browser, Page, ViewportSize
from pydantic import BaseModel

from macros.darstellung import textstelle
from macros.modell import Beleg
from tests.fenster import tab_bis
from tests.website import ECHT, Gebaut, Ort, diene, konzept, orte, wurzel_der_adresse

Server = Mapping[tuple[str, str], str]
Neu = Callable[..., Page]
HANDY = ViewportSize(width=390, height=844)
SCHREIBTISCH = ViewportSize(width=1400, height=900)
AKTIV = "document.activeElement"


@pytest.fixture
def neu(browser: Browser) -> Iterator[Neu]:
    """Opens a page in a context of its own, with the options given."""
    kontexte = []

    def oeffne(adresse: str, **optionen: Any) -> Page:
        kontext = browser.new_context(locale="de-DE", **optionen)
        kontexte.append(kontext)
        seite = kontext.new_page()
        seite.goto(adresse)
        return seite

    yield oeffne
    for kontext in kontexte:
        kontext.close()


@pytest.mark.parametrize("adresse", ["", "handlungsfelder/bildung/", "404.html"])
@pytest.mark.parametrize("breite", [HANDY, SCHREIBTISCH], ids=["390", "1400"])
def test_sprunglink(adresse: str, breite: ViewportSize, neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"] + adresse, viewport=breite)
    sprung = seite.locator("a.sprung")
    assert sprung.evaluate("e => e.getBoundingClientRect().bottom <= 0")
    seite.keyboard.press("Tab")
    assert seite.evaluate(f"{AKTIV}.getAttribute('href')") == "#inhalt"
    kasten = sprung.bounding_box()
    assert kasten and kasten["y"] >= 0 and kasten["height"] > 20
    seite.keyboard.press("Enter")
    assert seite.evaluate(f"{AKTIV}.id") == "inhalt"
    seite.keyboard.press("Tab")
    assert seite.evaluate(f"!!{AKTIV}.closest('main')")


def test_menue_am_handy(neu: Neu, server: Server) -> None:
    seite = neu(f"{server[ECHT, '/']}konzept/", viewport=HANDY)
    menue = seite.locator("#menue")
    assert not menue.is_visible()
    tab_bis(seite, "button[aria-controls=menue]")
    seite.keyboard.press("Enter")
    assert menue.is_visible()
    assert seite.evaluate(f"!!{AKTIV}.closest('#menue')")
    seite.keyboard.press("Tab")
    assert seite.evaluate(f"{AKTIV}.matches('#menue a')")
    seite.keyboard.press("Escape")
    assert not menue.is_visible()
    assert seite.evaluate(f"{AKTIV}.matches('button[aria-controls=menue]')")


def test_zweimal_getippt_folgt_keinem_link(neu: Neu, server: Server) -> None:
    """A second tap at the same place closes the menu again."""
    for breite in (320, 390):
        seite = neu(f"{server[ECHT, '/']}glossar/", viewport={"width": breite, "height": 800})
        vorher = seite.url
        seite.locator("button[aria-controls=menue]").dblclick()
        assert seite.url == vorher
        assert not seite.locator("#menue").is_visible()


def test_menue_am_handy_schliesst_mit_seinem_knopf(neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=HANDY)
    seite.locator("button[aria-controls=menue]").click()
    seite.locator("#menue button").click()
    assert not seite.locator("#menue").is_visible()
    assert seite.evaluate(f"{AKTIV}.matches('button[aria-controls=menue]')")


@pytest.mark.parametrize("skript", [True, False], ids=["mit", "ohne"])
def test_menue_am_handy_fuehrt_weiter(skript: bool, neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=HANDY, java_script_enabled=skript)
    tab_bis(seite, "button[aria-controls=menue]")
    seite.keyboard.press("Enter")
    seite.locator("#menue a", has_text="Handlungsfelder").click()
    assert seite.url == f"{server[ECHT, '/']}handlungsfelder/"


def test_menue_am_schreibtisch_ohne_knopf(neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"], viewport=SCHREIBTISCH)
    for knopf in seite.locator("button[popovertarget]").all():
        assert not knopf.is_visible()
    links = seite.locator("#menue a").all()
    assert len(links) >= 7 and all(link.is_visible() for link in links)
    tab_bis(seite, "#menue a")
    for link in links:
        assert link.evaluate(f"e => e === {AKTIV}")
        seite.keyboard.press("Tab")
    assert seite.evaluate(f"!{AKTIV}.closest('#menue')")


@pytest.mark.parametrize("skript", [True, False], ids=["mit", "ohne"])
def test_beleg_oeffnet_mit_der_tastatur(skript: bool, neu: Neu, server: Server) -> None:
    seite = neu(f"{server[ECHT, '/']}handlungsfelder/bildung/", java_script_enabled=skript)
    beleg = seite.locator("[data-leitlinie='bildung-1'] details[data-beleg]").first
    zitat = beleg.locator("blockquote")
    assert not zitat.is_visible()
    beleg.locator("summary").focus()
    seite.keyboard.press("Enter")
    assert zitat.is_visible()
    seite.keyboard.press("Tab")
    assert beleg.locator("a").first.evaluate(f"e => e === {AKTIV}")
    seite.locator("[data-leitlinie='bildung-1'] summary").first.focus()
    seite.keyboard.press("Space")
    assert not zitat.is_visible()


def test_beratung_antwortet_ohne_skript(neu: Neu, server: Server) -> None:
    seite = neu(f"{server[ECHT, '/']}beratung/", java_script_enabled=False, viewport=HANDY)
    gruppen = seite.locator("details:has(dl.antworten)").all()
    assert len(gruppen) >= 3
    for gruppe in gruppen:
        assert not gruppe.locator("dl").is_visible()
        gruppe.locator("summary").focus()
        seite.keyboard.press("Enter")
        assert gruppe.locator("dl").is_visible()
        assert gruppe.locator("dl dt").count() == len(konzept(ECHT).beratung.aufenthalt)
    link = gruppen[-1].locator("dl a").first
    ziel = link.get_attribute("href")
    link.focus()
    seite.keyboard.press("Enter")
    assert ziel and seite.url.endswith(ziel)
    assert seite.locator(ziel).is_visible()


@pytest.fixture(scope="module")
def messseite(browser: Browser) -> Iterator[Page]:
    """One page for all tests that only look."""
    kontext = browser.new_context(viewport=SCHREIBTISCH)
    yield kontext.new_page()
    kontext.close()


@pytest.fixture(scope="module")
def stumm(browser: Browser) -> Iterator[Page]:
    """One browser page that runs no script at all."""
    kontext = browser.new_context(viewport=SCHREIBTISCH, locale="de-DE", java_script_enabled=False)
    yield kontext.new_page()
    kontext.close()


def test_gliederung_steht_am_schreibtisch_offen(messseite: Page, server: Server) -> None:
    """Where there is room nothing has to be opened, and no dead stop is left behind."""
    messseite.goto(server[ECHT, "/"] + "praxisbeispiele/mifrin/")
    gliederung = messseite.locator(".gliederung")
    assert not gliederung.locator("summary").is_visible()
    assert all(link.is_visible() for link in gliederung.locator("a").all())
    messseite.set_viewport_size({"width": 390, "height": 800})
    assert gliederung.locator("summary").is_visible()
    assert not gliederung.locator("a").first.is_visible()
    messseite.set_viewport_size(SCHREIBTISCH)


# What only a script can do is not offered where none runs; the page says so.
MIT_SKRIPT_ANDERS = ("suche/", "praxisbeispiele/")


@pytest.mark.parametrize("ort", orte(), ids=str)
def test_ohne_skript_ist_alles_da(ort: Ort, stumm: Page, messseite: Page, server: Server) -> None:
    adresse = server[ort.name, wurzel_der_adresse(ort.name)] + ort.adresse
    stumm.goto(adresse)
    assert stumm.locator("h1").count() == 1
    assert len(stumm.locator("main").inner_text().split()) > 50
    links = stumm.locator("a[href]:visible").count()
    assert links > 20
    if ort.adresse not in MIT_SKRIPT_ANDERS:
        messseite.goto(adresse)
        # Only a script copies, and only a script has a key to switch off.
        messseite.evaluate(
            "document.querySelectorAll('[data-teilen] button, [data-kurztaste]')"
            ".forEach(e => e.remove())"
        )
        assert stumm.locator("body").inner_text() == messseite.locator("body").inner_text()
        assert links == messseite.locator("a[href]:visible").count()


@pytest.mark.parametrize(
    "tut", ["document.querySelector('main').append('Nur hier.')", "document.body.hidden = true"]
)
def test_was_nur_ein_skript_zeigt_faellt_auf(tut: str, browser: Browser, server: Server) -> None:
    """A script that adds or hides something: the two looks of one page differ."""
    texte = []
    for skript in (True, False):
        kontext = browser.new_context(java_script_enabled=skript)
        seite = kontext.new_page()
        seite.route(
            "**/kopf.*.js", lambda weg: weg.fulfill(body=tut, content_type="text/javascript")
        )
        seite.goto(f"{server[ECHT, '/']}impressum/")
        texte.append(seite.locator("body").inner_text())
        kontext.close()
    assert texte[0] != texte[1]


ZIEL = {True: ("suche/", "Suche"), False: ("stichwoerter/", "Stichwörter von A bis Z")}


@pytest.mark.parametrize("skript", ZIEL, ids=["mit", "ohne"])
@pytest.mark.parametrize("adresse", ["", "praxisbeispiele/mifrin/", "stichwoerter/", "404.html"])
def test_suchfeld_fuehrt_weiter(adresse: str, skript: bool, neu: Neu, server: Server) -> None:
    seite = neu(server[ECHT, "/"] + adresse, java_script_enabled=skript)
    tab_bis(seite, "[role=search] input")
    seite.keyboard.type("Müll & Wohnung")
    seite.keyboard.press("Enter")
    ziel, titel = ZIEL[skript]
    seite.wait_for_url(f"**/{ziel}?q=*")
    assert unquote(seite.url) == f"{server[ECHT, '/']}{ziel}?q=Müll+&+Wohnung"
    assert seite.locator("h1").inner_text() == titel


def test_alter_browser_kommt_zu_den_woertern(neu: Neu, server: Server) -> None:
    """One that cannot read the search's script: the box leads past it, /suche/ says where to."""
    seite = neu("about:blank")
    seite.add_init_script("delete Array.prototype.at")
    kaputt = {"body": "nicht lesbar", "content_type": "text/javascript"}
    seite.route("**/suche.*.js", lambda weg: weg.fulfill(**kaputt))
    seite.goto(server[ECHT, "/"])
    tab_bis(seite, "[role=search] input")
    seite.keyboard.type("Wohnung")
    seite.keyboard.press("Enter")
    seite.wait_for_url("**/stichwoerter/?q=Wohnung")
    seite.goto(f"{server[ECHT, '/']}suche/?q=Wohnung")
    seite.locator("[data-suche-ohne] a").click()
    seite.wait_for_url("**/stichwoerter/")


def test_kein_skript_schaut_zurueck(echt: Gebaut) -> None:
    """Safari reads a script with a look-behind only since 16.4: before, all of it is dead."""
    skripte = {s.name: s.read_text("utf-8") for s in echt.ordner.glob("eigen/**/*.js")}
    assert any(name.startswith("suche.") for name in skripte)
    assert not [name for name, text in skripte.items() if re.search(r"\(\?<[=!]", text)]


HELLIGKEIT = """() => {
  const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (r + g + b) / 3 / 255;
}"""
# The elements that fit: their contrast against what is painted behind them.
KONTRAST = """auswahl => {
  const leinwand = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const farbe = name => {
    leinwand.clearRect(0, 0, 1, 1);
    leinwand.fillStyle = name;
    leinwand.fillRect(0, 0, 1, 1);
    return [...leinwand.getImageData(0, 0, 1, 1).data];
  };
  const auf = (oben, unten) => {
    const a = oben[3] / 255;
    return [0, 1, 2].map(i => oben[i] * a + unten[i] * (1 - a)).concat(255);
  };
  const grund = e => {
    if (!e) return [255, 255, 255, 255];
    const f = farbe(getComputedStyle(e).backgroundColor);
    return f[3] === 255 ? f : auf(f, grund(e.parentElement));
  };
  const licht = f => f.slice(0, 3).map(k => k / 255)
    .map(k => k <= 0.04045 ? k / 12.92 : ((k + 0.055) / 1.055) ** 2.4)
    .reduce((s, k, i) => s + k * [0.2126, 0.7152, 0.0722][i], 0);
  return [...document.querySelectorAll(auswahl)]
    .filter(e => !(e instanceof SVGElement) || e.matches('text'))
    .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => {
      const bild = e instanceof SVGElement;
      const hinten = e.matches('rect + text')
        ? farbe(getComputedStyle(e.previousElementSibling).fill) : grund(e);
      const vorn = auf(farbe(getComputedStyle(e)[bild ? 'fill' : 'color']), hinten);
      const [hell, dunkel] = [licht(vorn), licht(hinten)].sort((a, b) => b - a);
      return [(hell + 0.05) / (dunkel + 0.05), `${e.tagName}.${e.className}: ${e.textContent}`];
    });
}"""
MIT_KONTRAST = {
    "main p": "",
    "main a": "",
    ".marke": "leitlinien/",
    ".karte__fuss": "",
    ".klein": "konzept/zahlen/",
    ".betrieb p": "",
    ".menue a": "",
    ".fusszeile a": "",
    ".begriff": "handlungsfelder/bildung/",
    ".beleg > summary": "leitlinien/",
    ".quellenzeile": "konzept/",
    ".unbekannt": "praxisbeispiele/mifrin/",
    "dt": "beratung/",
    "blockquote p": "umgang-mit-der-quelle/",
    ".knopf": "",
    ".suche button": "",
    ".geprueft": "praxisbeispiele/mifrin/",
    ".dachzeile": "handlungsfelder/wohnen/",
}
Farben = Literal["light", "dark"]
FARBEN: tuple[Farben, ...] = ("light", "dark")


@pytest.mark.parametrize("farben", FARBEN)
@pytest.mark.parametrize("auswahl", MIT_KONTRAST)
def test_kontrast(auswahl: str, farben: Farben, messseite: Page, server: Server) -> None:
    messseite.emulate_media(color_scheme=farben)
    messseite.goto(server[ECHT, "/"] + MIT_KONTRAST[auswahl])
    gemessen = messseite.evaluate(KONTRAST, auswahl)
    assert gemessen
    assert not [(wert, was) for wert, was in gemessen if wert < 4.5]


@pytest.mark.parametrize("ort", orte(ECHT), ids=str)
def test_seite_hell_und_dunkel(ort: Ort, messseite: Page, server: Server) -> None:
    """The same page in both schemes: dark where dark is asked for, and legible in all its words."""
    helligkeit = {}
    for farben in FARBEN:
        # Before loading: a change of scheme on an open page is a transition of colours.
        messseite.emulate_media(color_scheme=farben)
        messseite.goto(server[ECHT, "/"] + ort.adresse)
        helligkeit[farben] = messseite.evaluate(HELLIGKEIT)
        gemessen = messseite.evaluate(KONTRAST, "body, body *")
        assert len(gemessen) > 30
        assert not [(farben, wert, was) for wert, was in gemessen if wert < 4.5]
    assert helligkeit["light"] > 0.8
    assert helligkeit["dark"] < 0.2


def test_kontrastmessung_erkennt_zu_wenig(messseite: Page, server: Server) -> None:
    messseite.goto(server[ECHT, "/"])
    messseite.add_style_tag(content="main h1 { color: #777 !important; background: #888 }")
    ((wert, _),) = messseite.evaluate(KONTRAST, "main h1")
    assert 1 < wert < 1.5


def _zitate() -> dict[str, str]:
    """Every quotation of the real data, by its first words."""
    gefunden: list[str] = []

    def sammle(wert: object) -> None:
        if isinstance(wert, Beleg) and wert.zitat:
            gefunden.append(wert.zitat)
        elif isinstance(wert, tuple):
            for teil in wert:
                sammle(teil)
        elif isinstance(wert, BaseModel):
            for feld in type(wert).model_fields:
                sammle(getattr(wert, feld))

    for wert in vars(konzept(ECHT)).values():
        sammle(wert)
    return {f"{nr}-{' '.join(z.split()[:4])}": z for nr, z in enumerate(dict.fromkeys(gefunden))}


ZITATE = _zitate()
KOPF = "<!doctype html><meta charset=utf-8><title>Quelle</title>"
FUELLUNG = "<p>Hier steht etwas ganz anderes, das niemand sucht.</p>" * 80


@pytest.fixture(scope="module")
def quellseiten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serves a page for each quotation, set as at the source: other marks, broken lines."""
    ordner = tmp_path_factory.mktemp("quellen")
    for nummer, zitat in enumerate(ZITATE.values()):
        satz = str(escape(zitat)).replace("„", "&quot;").replace("“", "&quot;").replace(" ", "\n ")
        text = f"{FUELLUNG}<p id=ziel>Vorher: {satz} Nachher.</p>{FUELLUNG}"
        (ordner / f"{nummer}.html").write_text(f"{KOPF}{text}", encoding="utf-8")
    with diene(ordner) as basis:
        yield basis


SPRINGT = "[scrollY, (r => r.top >= 0 && r.bottom <= innerHeight)(ziel.getBoundingClientRect())]"


@pytest.mark.parametrize("zitat", ZITATE)
def test_textstelle_springt_zum_satz(zitat: str, messseite: Page, quellseiten: str) -> None:
    nummer = list(ZITATE).index(zitat)
    messseite.goto("about:blank")
    messseite.goto(textstelle.adresse(f"{quellseiten}{nummer}.html", ZITATE[zitat]))
    assert messseite.evaluate("'fragmentDirective' in document")
    messseite.wait_for_function("scrollY > 0", timeout=3000)
    assert messseite.evaluate(SPRINGT)[1]


def test_falsche_textstelle_springt_nicht(messseite: Page, quellseiten: str) -> None:
    messseite.goto("about:blank")
    messseite.goto(textstelle.adresse(f"{quellseiten}0.html", "Diese Worte stehen dort nirgends."))
    messseite.wait_for_timeout(500)
    assert messseite.evaluate(SPRINGT) == [0, False]
