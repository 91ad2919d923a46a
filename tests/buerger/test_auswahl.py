"""Choosing by facets, by keyboard: combine, count, share, go back, and stay calm."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from macros.seitenplan.adressen import anker
from tests.axe import untersuche
from tests.fenster import stille_seite, tab_bis
from tests.website import ECHT, Server, konzept

AKTIV = "document.activeElement"
SICHTBARE = "k => k.filter(e => e.offsetParent).map(e => e.querySelector('a').textContent.trim())"
BEISPIELE = konzept(ECHT).praxisbeispiele


@pytest.fixture
def seite(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page that must stay quiet, on the narrowest screen unless a test wants another."""
    with stille_seite(browser, getattr(request, "param", 320)) as offen:
        yield offen


BREITEN = pytest.mark.parametrize("seite", [320, 1400], indirect=True, ids=str)


def _oeffne_auswahl(seite: Page) -> None:
    """Opens the groups where a small screen folds them away."""
    if seite.locator(".auswahl > summary").is_visible():
        tab_bis(seite, ".auswahl > summary")
        seite.keyboard.press("Enter")


def _kaestchen(gruppe: str, wert: str) -> str:
    return f"[data-gruppe={gruppe}] input[value={wert}]"


def _waehle(seite: Page, gruppe: str, wert: str) -> None:
    tab_bis(seite, _kaestchen(gruppe, wert))
    seite.keyboard.press("Space")


def _adresse(seite: Page) -> str:
    """The address at this very moment; Playwright's own lags behind pushState."""
    adresse: str = seite.evaluate("location.href")
    return adresse


def _gezeigt(seite: Page) -> list[str]:
    titel: list[str] = seite.eval_on_selector_all(".karte", SICHTBARE)
    return titel


def _status(seite: Page) -> str:
    return seite.locator("main [role=status]").inner_text()


@BREITEN
def test_auswahl_verbindet_mit_und_und_oder(seite: Page, server: Server) -> None:
    """By keyboard alone: two districts mean either, a field beside them means both."""
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/")
    assert set(_gezeigt(seite)) == {b.kurztitel for b in BEISPIELE}
    assert _status(seite) == f"{len(BEISPIELE)} Praxisbeispiele"
    _oeffne_auswahl(seite)
    _waehle(seite, "feld", "gesundheit")
    _waehle(seite, "feld", "wohnen")
    erste = {b.kurztitel for b in BEISPIELE if b.handlungsfeld in ("gesundheit", "wohnen")}
    assert set(_gezeigt(seite)) == erste and len(erste) == 2
    assert seite.evaluate(f"{AKTIV}.value") == "wohnen"
    _waehle(seite, "stadtteil", "altendorf")
    beide = {
        b.kurztitel
        for b in BEISPIELE
        if b.kurztitel in erste and "Altendorf" in (b.stadtteile or ())
    }
    assert set(_gezeigt(seite)) == beide and len(beide) == 1
    assert _status(seite) == f"1 von {len(BEISPIELE)} Praxisbeispielen passt."
    assert urlsplit(_adresse(seite)).query == "feld=gesundheit&feld=wohnen&stadtteil=altendorf"


def test_zahlen_sagen_was_ein_haken_braechte(seite: Page, server: Server) -> None:
    """Every count is what the page shows once that box is ticked as well."""
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf")
    _oeffne_auswahl(seite)
    probiert = 0
    for kaestchen in seite.locator("[data-gruppe]:not([data-gruppe=stadtteil]) input").all():
        if not kaestchen.is_visible():
            continue
        zeile = kaestchen.locator("xpath=ancestor::li")
        zahl = int(zeile.locator(".auswahl__zahl").inner_text().strip("()"))
        kaestchen.check()
        assert len(_gezeigt(seite)) == zahl > 0
        kaestchen.uncheck()
        probiert += 1
    assert probiert >= 5
    ohne = seite.locator("[data-gruppe=feld] input[value=gesundheit]")
    assert not ohne.is_visible()


def test_auswahl_ist_ein_link_und_zurueck_geht(seite: Page, server: Server) -> None:
    adresse = f"{server[ECHT, '/']}praxisbeispiele/"
    seite.goto(adresse)
    _oeffne_auswahl(seite)
    _waehle(seite, "stadtteil", "altendorf")
    geteilt, gezeigt = _adresse(seite), _gezeigt(seite)
    _waehle(seite, "stand", "unbekannt")
    seite.go_back()
    assert _adresse(seite) == geteilt
    assert _gezeigt(seite) == gezeigt
    assert not seite.locator(_kaestchen("stand", "unbekannt")).is_checked()
    seite.go_back()
    assert _adresse(seite) == adresse
    assert len(_gezeigt(seite)) == len(BEISPIELE)
    seite.goto("about:blank")
    seite.goto(geteilt)
    assert _gezeigt(seite) == gezeigt
    assert seite.locator(_kaestchen("stadtteil", "altendorf")).is_checked()


def test_auswahl_laesst_sich_aufheben(seite: Page, server: Server) -> None:
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf&stand=laufend")
    assert _gezeigt(seite) == []
    assert _status(seite).startswith("Kein Praxisbeispiel passt")
    _oeffne_auswahl(seite)
    tab_bis(seite, "[data-auswahl-aufheben]")
    seite.keyboard.press("Enter")
    assert len(_gezeigt(seite)) == len(BEISPIELE)
    assert urlsplit(_adresse(seite)).query == ""
    assert seite.evaluate(f"{AKTIV}.matches('[data-auswahl-aufheben]')")


@BREITEN
def test_gruppen_und_kaestchen_haben_namen(seite: Page, server: Server) -> None:
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/")
    _oeffne_auswahl(seite)
    gruppe = seite.get_by_role("group", name="Wo (Stadtteil)")
    zahl = sum("Altendorf" in (b.stadtteile or ()) for b in BEISPIELE)
    kaestchen = gruppe.get_by_role("checkbox", name=f"Altendorf ({zahl})")
    kasten = kaestchen.locator("xpath=..").bounding_box()
    assert kasten and kasten["height"] >= 24
    kaestchen.check()
    assert not untersuche(seite)


def test_seite_nach_wert_fuehrt_in_die_auswahl(seite: Page, server: Server) -> None:
    stadtteil = anker("Südostviertel")
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/nach/stadtteil/{stadtteil}/")
    seite.get_by_role("link", name="Mit anderen Angaben verbinden").click()
    assert _adresse(seite).endswith(f"praxisbeispiele/?stadtteil={stadtteil}")
    assert seite.locator(_kaestchen("stadtteil", stadtteil)).is_checked()


SCHLECHT = {
    "unbekannt": "feld=gibt-es-nicht",
    "HTML": f"stadtteil={quote('<img src=x onerror=alert(1)>')}",
    "lang": f"zielgruppe={'x' * 10_000}",
    "viele": "&".join(f"stadtteil={n}" for n in range(2000)),
    "Zeichen": f"stadtteil={quote('&<>/?#%')}&%zz&=&&feld&feld=%FF%00",
    "Emoji und RTL": "feld=" + quote("🏠\u202eمدرسة"),
    "Vorlage": "feld=__proto__&__proto__=feld&constructor=1&feld=constructor",
}


@pytest.mark.parametrize("art", SCHLECHT)
def test_schlechte_auswahl_bleibt_ruhig(art: str, seite: Page, server: Server) -> None:
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?{SCHLECHT[art]}")
    assert len(_gezeigt(seite)) == len(BEISPIELE)
    assert "kennen wir nicht" in _status(seite)
    assert seite.locator("main img, main script").count() == 0
    assert seite.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_ohne_skript_fuehren_links_zu_jedem_wert(browser: Browser, server: Server) -> None:
    kontext = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 800})
    seite = kontext.new_page()
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/?stadtteil=altendorf")
    assert seite.locator(".karte").count() == len(BEISPIELE)
    assert not seite.locator("[data-auswahl-bedienung]").is_visible()
    _oeffne_auswahl(seite)
    tab_bis(seite, "[data-gruppe=stadtteil] a")
    name = seite.evaluate(f"{AKTIV}.firstChild.textContent.trim()")
    seite.keyboard.press("Enter")
    assert seite.locator("h1").inner_text().endswith(f"Stadtteil: {name}")
    assert seite.locator(".karte").count() == sum(name in (b.stadtteile or ()) for b in BEISPIELE)
    kontext.close()


FERTIG = "[data-suchergebnisse][aria-busy=false]"


def _suche(seite: Page, server: Server, anhang: str) -> None:
    seite.goto(f"{server[ECHT, '/']}suche/?{anhang}")
    seite.wait_for_selector(FERTIG, state="attached")


def _treffer(seite: Page) -> list[str]:
    arten: list[str] = seite.eval_on_selector_all(
        ".treffer__art", "zeilen => zeilen.map(z => z.textContent)"
    )
    assert seite.locator(FERTIG).get_attribute("data-anzahl") == str(len(arten))
    return arten


def _zahl(seite: Page, gruppe: str, wert: str) -> int:
    zeile = seite.locator(_kaestchen(gruppe, wert)).locator("xpath=ancestor::li")
    return int(zeile.locator(".auswahl__zahl").inner_text().strip("()"))


@BREITEN
def test_treffer_lassen_sich_eingrenzen(seite: Page, server: Server) -> None:
    """Kinds and fields of the hits of now, counted; two groups mean both; Back undoes one step."""
    _suche(seite, server, "q=Jugend")
    arten = _treffer(seite)
    _oeffne_auswahl(seite)
    beispiele = [art for art in arten if art.startswith("Praxisbeispiel")]
    assert 0 < len(beispiele) < len(arten)
    assert _zahl(seite, "art", "praxisbeispiel") == len(beispiele)
    _waehle(seite, "art", "praxisbeispiel")
    assert _treffer(seite) == beispiele
    assert _status(seite) == f"{len(beispiele)} von {len(arten)} Seiten für „Jugend“"
    assert seite.evaluate(f"{AKTIV}.value") == "praxisbeispiel"
    assert urlsplit(_adresse(seite)).query == "q=Jugend&art=praxisbeispiel"
    geteilt = _adresse(seite)
    stadtteil = _zahl(seite, "stadtteil", "altendorf")
    _waehle(seite, "stadtteil", "altendorf")
    assert len(_treffer(seite)) == stadtteil
    seite.go_back()
    seite.wait_for_selector(FERTIG, state="attached")
    assert (_adresse(seite), _treffer(seite)) == (geteilt, beispiele)
    seite.go_back()
    seite.wait_for_selector(FERTIG, state="attached")
    assert _treffer(seite) == arten
    assert not seite.locator(_kaestchen("art", "praxisbeispiel")).is_checked()
    _suche(seite, server, urlsplit(geteilt).query)
    assert _treffer(seite) == beispiele


def test_feld_eines_treffers_ist_waehlbar(seite: Page, server: Server) -> None:
    """A field gives its own page and its Praxisbeispiele; a value without a hit is not shown."""
    _suche(seite, server, "q=Jugend&feld=sicherheit")
    arten = _treffer(seite)
    _oeffne_auswahl(seite)
    assert {art.split(" · ")[0] for art in arten} == {"Handlungsfeld", "Praxisbeispiel"}
    assert len(arten) == _zahl(seite, "feld", "sicherheit")
    assert not seite.locator(_kaestchen("art", "kapitel")).is_visible()
    for zahl in seite.locator(".auswahl__zahl:visible").all_inner_texts():
        assert int(zahl.strip("()")) > 0


def test_eine_stelle_steht_nur_einmal_im_treffer(seite: Page, server: Server) -> None:
    """A Leitlinie with its mark, and not its proof beside it in the same words."""
    _suche(seite, server, "q=umfassendes+Bildungsangebot")
    for treffer in seite.locator("[data-suchergebnisse] > li").all():
        stellen = treffer.locator("a[data-abschnitt]").evaluate_all("l => l.map(a => a.href)")
        assert len(stellen) == len(set(stellen))
    marke = seite.locator("li:has(a[href$='/bildung/']) [data-wortlaut=amtlich] .marke")
    assert marke.inner_text() == "amtlicher Wortlaut"


def test_auswahl_steht_ausserhalb_der_liste(seite: Page, server: Server) -> None:
    _suche(seite, server, "q=Jugend")
    assert seite.locator("[data-suchergebnisse] input, [data-suchergebnisse] fieldset").count() == 0
    assert seite.locator("[data-suchergebnisse] > li").count() == len(_treffer(seite))
    gruppen = seite.locator("fieldset:not([hidden]) > legend").all_text_contents()
    assert gruppen == [
        "Thema (Handlungsfeld)",
        "Art der Seite",
        "Wo (Stadtteil)",
        "Für wen (Zielgruppe)",
    ]
    _suche(seite, server, "q=Pizza&art=kapitel")
    assert not seite.locator(".auswahl").is_visible()


@pytest.mark.parametrize("art", SCHLECHT)
def test_schlechte_auswahl_der_suche_bleibt_ruhig(art: str, seite: Page, server: Server) -> None:
    _suche(seite, server, f"q=Jugend&{SCHLECHT[art]}")
    assert len(_treffer(seite)) > 5
    assert "kennen wir nicht" in _status(seite)
    assert seite.locator("main img, main script").count() == 0
    assert seite.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_neue_frage_gilt_auch_beim_laden(seite: Page, server: Server) -> None:
    """Whoever asks again while the search is still loading gets the newer answer, once."""
    wartend: list[Route] = []
    seite.route("**/verzeichnis*.json", lambda weg: wartend.append(weg))
    seite.goto(f"{server[ECHT, '/']}suche/?q=Jugend")
    seite.wait_for_function("document.querySelector('main [role=status]').textContent")
    assert _status(seite) == "Wir suchen …"
    assert seite.locator("[data-suchergebnisse]").get_attribute("aria-busy") == "true"
    seite.keyboard.press("/")
    seite.keyboard.type("Katernberg")
    seite.keyboard.press("Enter")
    seite.wait_for_function("location.search === '?q=Katernberg'")
    for anfrage in wartend:
        anfrage.continue_()
    seite.wait_for_selector(FERTIG, state="attached")
    assert "„Katernberg“" in _status(seite)
    links = seite.eval_on_selector_all(".treffer__titel a", "l => l.map(a => a.href)")
    assert len(links) == len(set(links)) > 0


@BREITEN
def test_suchfeld_mit_der_tastatur(seite: Page, server: Server) -> None:
    """Its name, "/" from anywhere but a text, and Escape back to where one was."""
    seite.goto(f"{server[ECHT, '/']}praxisbeispiele/mifrin/")
    feld = seite.get_by_role("searchbox", name="Stichwort suchen")
    assert feld.count() == 1 and seite.get_by_role("search").count() == 1
    tab_bis(seite, "main dl a")
    seite.keyboard.press("/")
    assert feld.evaluate(f"e => e === {AKTIV}")
    seite.keyboard.type("a/b")
    assert feld.input_value() == "a/b"
    seite.keyboard.press("Escape")
    assert feld.input_value() == ""
    seite.keyboard.press("Escape")
    assert seite.evaluate(f"{AKTIV}.matches('main dl a')")
    kasten = feld.bounding_box()
    assert kasten and kasten["width"] > 130 and kasten["height"] >= 44
