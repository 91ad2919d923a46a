"""The search as a citizen meets it: asks again, corrects, helps on, and stays calm."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.buerger.suchseite import FERTIG, suche
from tests.orte import ECHT, W
from tests.server import Server
from tests.suche.guete import Fenster


def test_korrektur_ist_angesagt_und_umkehrbar(suchseite: Page, server: Server) -> None:
    assert suche(suchseite, server, "Rasismus")
    assert "Ergebnisse für „Rassismus“" in suchseite.locator("[data-suche-korrektur]").inner_text()
    suchseite.locator("[data-suche-korrektur] a").click()
    suchseite.wait_for_selector(FERTIG, state="attached")
    assert suchseite.locator("[data-suchergebnisse] > li").count() == 0
    assert "Nichts gefunden" in suchseite.locator("[role=status]").inner_text()


def test_eine_korrektur_ohne_treffer_wird_nicht_angesagt(suchseite: Page, server: Server) -> None:
    """The mended words stand on no page together: what was typed is what was not found."""
    assert suche(suchseite, server, "Rasismus Pizza") == []
    assert suchseite.locator("[data-suche-korrektur]").is_hidden()
    assert "„Rasismus Pizza“" in suchseite.locator("[role=status]").inner_text()


def test_zu_viele_worte_fuehren_einzeln_weiter(suchseite: Page, server: Server) -> None:
    """No page has all of them: each that some page has leads to its own hits, outside the list."""
    assert suche(suchseite, server, "Vermieter Pizza Nachbran") == []
    links = suchseite.locator("[data-suche-einzeln] a")
    assert links.all_inner_texts()[:1] == ["Vermieter"]
    assert "Pizza" not in links.all_inner_texts()
    links.first.click()
    suchseite.wait_for_selector(f"{FERTIG} > li", state="attached")
    assert suchseite.locator("[data-suche-einzeln]").is_hidden()
    assert suche(suchseite, server, "Pizza") == []
    assert suchseite.locator("[data-suche-einzeln]").is_hidden()


def test_nichts_gefunden_hilft_weiter(suchseite: Page, server: Server) -> None:
    assert suche(suchseite, server, "Pizza") == []
    links = suchseite.locator("[data-suche-hilfe] a:visible")
    assert links.count() == 8
    assert suchseite.locator("[data-suchergebnisse] a").count() == 0
    assert links.first.get_attribute("href") == "../beratung/"


def test_zurueck_und_schraegstrich(suchseite: Page, server: Server) -> None:
    suche(suchseite, server, "Arbeit")
    suchseite.keyboard.press("/")
    suchseite.keyboard.type("Schule")
    suchseite.keyboard.press("Enter")
    suchseite.wait_for_selector(f"{FERTIG} >> text=Bildung", state="attached")
    assert suchseite.url.endswith("?q=Schule")
    suchseite.go_back()
    suchseite.wait_for_function("document.querySelector('#suchwort').value === 'Arbeit'")
    assert suchseite.url.endswith("?q=Arbeit")
    suchseite.go_forward()
    suchseite.wait_for_function("document.querySelector('#suchwort').value === 'Schule'")
    suchseite.wait_for_selector(f"{FERTIG} >> text=Bildung", state="attached")


def test_eine_gestoerte_suche_laesst_sich_wiederholen(browser: Browser, server: Server) -> None:
    kontext = browser.new_context()
    seite = kontext.new_page()
    seite.route("**/verzeichnis.*", lambda weg: weg.fulfill(status=500), times=1)
    assert suche(seite, server, "Arbeit") == []
    assert seite.locator("[data-suche-gestoert] a").is_visible()
    seite.locator("#suchwort").press("Enter")
    seite.wait_for_selector(f"{FERTIG} > li")
    assert seite.locator("[data-suche-gestoert]").is_hidden()
    kontext.close()


def test_eine_alte_frage_stoert_die_neue_nicht(browser: Browser, server: Server) -> None:
    """What fails for words that nobody asks any more says nothing over the newer hits."""
    kontext = browser.new_context()
    seite = kontext.new_page()
    haengt: list[Route] = []
    seite.route("**/echte.*", lambda weg: haengt.append(weg))
    with seite.expect_request("**/echte.*"):
        seite.goto(f"{server[ECHT, '/']}suche/?q=Rasismus")
    assert seite.locator("[role=status]").inner_text() == W("suche.sucht")
    seite.locator("#suchwort").fill("Arbeit")
    seite.keyboard.press("Enter")
    seite.wait_for_selector(f"{FERTIG} > li")
    with seite.expect_response("**/echte.*"):
        haengt[0].fulfill(status=500)
    seite.evaluate("new Promise(setTimeout)")
    assert seite.locator("[data-suche-gestoert]").is_hidden()
    assert seite.locator("[role=status]").inner_text().endswith("für „Arbeit“")
    kontext.close()


def test_alles_gesagte_steht_in_einem_bereich_der_es_ansagt(
    suchseite: Page, server: Server
) -> None:
    """WCAG 4.1.3: read out once, and of several only what is added."""
    ansage = "[role=status][aria-atomic=false]"
    for frage, wo in (
        ("Rasismus", "korrektur"),
        ("Vermieter Pizza", "einzeln"),
        ("Pizza", "status"),
    ):
        suche(suchseite, server, frage)
        assert suchseite.locator(f"main {ansage} > [data-suche-{wo}]:visible").count() == 1, wo
    assert suchseite.locator(f"main {ansage} > [data-suche-gestoert]").count() == 1
    assert suchseite.locator("main :is([role=status], [role=alert], [aria-live])").count() == 1


def test_jede_frage_hat_ihren_titel(suchseite: Page, server: Server) -> None:
    suchseite.goto(f"{server[ECHT, '/']}suche/")
    ohne = suchseite.title()
    suche(suchseite, server, "Arbeit")
    assert suchseite.title() == f"Arbeit – {ohne}"
    suchseite.locator("#suchwort").fill("Schule " * 20)
    suchseite.keyboard.press("Enter")
    suchseite.wait_for_function("document.title.startsWith('Schule')")
    assert suchseite.title() == f"{('Schule ' * 20)[:60]} … – {ohne}"
    suchseite.go_back()
    suchseite.wait_for_function("document.title.startsWith('Arbeit')")


@pytest.mark.parametrize("frage", ["\u202ePizza", "\u2067Pizza\u061c", "Pizza\u0000\t\u0085"])
def test_was_unsichtbar_ist_wird_nicht_gezeigt(frage: str, suchseite: Page, server: Server) -> None:
    suche(suchseite, server, frage)
    assert suchseite.locator("[data-suche-status]").inner_text() == W("suche.keine", frage="Pizza")
    assert suchseite.input_value("#suchwort") == "Pizza"
    assert suchseite.title().startswith("Pizza – ")


LANG = "Pizza" + "😀" * 70
# What of a sentence reads in its own direction: the words of whoever asked.
FUER_SICH = "e => [...e.querySelectorAll('bdi')].map(b => b.textContent)"


def test_die_frage_steht_fuer_sich_und_gekuerzt(suchseite: Page, server: Server) -> None:
    suche(suchseite, server, "بيتزا")
    assert suchseite.locator("[data-suche-status]").evaluate(FUER_SICH) == ["بيتزا"]
    suche(suchseite, server, LANG)
    kurz = f"{LANG[:60]} …"
    assert suchseite.locator("[data-suche-status]").evaluate(FUER_SICH) == [kurz]
    lang = f"Rasismus {'und ' * 20}".strip()
    suche(suchseite, server, lang)
    besser = lang.replace("Rasismus", "Rassismus")
    gezeigt = [f"{text[:60]} …" for text in (besser, lang)]
    assert suchseite.locator("[data-suche-korrektur]").evaluate(FUER_SICH) == gezeigt
    assert suchseite.locator("[data-suche-status]").evaluate(FUER_SICH) == gezeigt[:1]


SCHLECHT = {
    "lang": "Gesundheit " * 910,
    "ein langes Wort": "x" * 10_000,
    "Zeichen": "!!! ??? … --- ///",
    "Emoji": "🏠🍕👩‍⚕️",
    "HTML": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "RTL": "\u202eمدرسة\u202c",
    "Prozent": "100% & mehr + %zz",
    "Vorlage": "{{ 7*7 }} __proto__ constructor",
}


@pytest.mark.parametrize("art", SCHLECHT)
def test_schlechte_eingabe_bleibt_ruhig(art: str, suchseite: Page, server: Server) -> None:
    suche(suchseite, server, SCHLECHT[art])
    assert suchseite.locator("main img, main script").count() == 0
    assert 0 < len(suchseite.locator("[role=status]").inner_text()) < 200
    assert suchseite.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_was_keine_frage_mehr_ist_findet_nichts(suchseite: Page, server: Server) -> None:
    """Every content word counts, in a long question too."""
    fenster = Fenster(suchseite, server[ECHT, "/"])
    lang = "Gesundheit " * 25
    assert fenster.suche(lang)
    assert fenster.suche(f"{lang} Pizza") == ()
    assert fenster.suche("Gesundheit " * 30) == ()


def test_laedt_nichts_von_selbst(suchseite: Page, server: Server) -> None:
    anfragen: list[str] = []
    suchseite.on("request", lambda anfrage: anfragen.append(anfrage.url))
    suchseite.goto(server[ECHT, "/"])
    assert not [a for a in anfragen if "suche" in a]


def test_neue_frage_gilt_auch_beim_laden(suchseite: Page, server: Server) -> None:
    """Whoever asks again while the search is still loading gets the newer answer, once."""
    wartend: list[Route] = []
    suchseite.route("**/verzeichnis*.json", lambda weg: wartend.append(weg))
    suchseite.goto(f"{server[ECHT, '/']}suche/?q=Jugend")
    suchseite.wait_for_function("document.querySelector('main [role=status]').textContent")
    assert suchseite.locator("main [role=status]").inner_text() == "Wir suchen …"
    assert suchseite.locator("[data-suchergebnisse]").get_attribute("aria-busy") == "true"
    suchseite.keyboard.press("/")
    suchseite.keyboard.type("Katernberg")
    suchseite.keyboard.press("Enter")
    suchseite.wait_for_function("location.search === '?q=Katernberg'")
    for anfrage in wartend:
        anfrage.continue_()
    suchseite.wait_for_selector(FERTIG, state="attached")
    assert "„Katernberg“" in suchseite.locator("main [role=status]").inner_text()
    links = suchseite.eval_on_selector_all(".treffer__titel a", "l => l.map(a => a.href)")
    assert len(links) == len(set(links)) > 0
