"""The form's first use: until then it fetches nothing, and nothing typed meanwhile is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.formular.seite import ADRESSE
from tests.orte import MINI, W, konzept
from tests.redaktion.formular.angaben import PFLICHT
from tests.redaktion.formular.bogen import eingabe_in, feld_in, fuelle, geschrieben
from tests.server import Server

NACHGELADEN = "**/eigen/**/{json-schema,formulardaten}.*.js"
GEHOLT = "performance.getEntriesByType('resource').map(r => r.name.split('/').pop().split('.')[0])"
# The parts of the form; what it fetches later is none of them.
VON_ANFANG_AN = {"kopf", "redaktion", "stil", "thema", "zeichen"}


@pytest.fixture
def seite(browser: Browser, server: Server) -> Iterator[Page]:
    """A form that nobody has used yet, also after a while."""
    kontext = browser.new_context(locale="de-DE")
    kontext.set_default_timeout(5000)
    seite = kontext.new_page()
    seite.goto(server[MINI, "/"] + ADRESSE, wait_until="networkidle")
    yield seite
    kontext.close()


def _alles() -> dict[str, str]:
    return PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id}


def test_wer_nur_schaut_laedt_nichts_nach(seite: Page) -> None:
    expect(seite.locator("[data-formular]")).to_be_visible()
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.noch_nichts"))
    assert set(seite.evaluate(GEHOLT)) <= VON_ANFANG_AN


@pytest.mark.parametrize(
    "benutze",
    [
        lambda seite: seite.keyboard.press("Tab"),
        lambda seite: seite.locator("[data-feld=titel] label").click(),
        lambda seite: seite.locator("[data-speichern]").dispatch_event("click"),
        lambda seite: eingabe_in(seite, "titel").dispatch_event("input"),
    ],
    ids=["Tab", "Klick", "Knopf ohne Fokus", "Eingabe ohne Fokus"],
)
def test_jede_benutzung_ist_die_erste(benutze: Callable[[Page], None], seite: Page) -> None:
    seite.locator("h1").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    benutze(seite)
    expect(seite.locator("[data-offen] a").first).to_be_visible()
    seite.wait_for_function("formularAbdruckdatei.stand()")


def test_was_bis_dahin_geschrieben_ist_zaehlt(seite: Page) -> None:
    wege: list[Route] = []
    seite.route(NACHGELADEN, lambda weg: wege.append(weg))
    fuelle(seite, {pfad: wert for pfad, wert in PFLICHT.items() if pfad != "belege/0/quelle"})
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.noch_nichts"))
    assert len(wege) == 2 and not geschrieben(seite)
    for weg in wege:
        weg.continue_()
    quelle = eingabe_in(seite, "belege/0/quelle")
    expect(quelle.locator("option")).not_to_have_count(1)
    quelle.select_option(konzept(MINI).quellen[0].id)
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
    assert PFLICHT["titel"] in geschrieben(seite)


def test_ein_feld_das_weg_ist_bekommt_keine_quelle(seite: Page) -> None:
    """Somebody asked for a new one and took the field out while the form was loading."""
    fehler: list[object] = []
    wege: list[Route] = []
    seite.on("pageerror", lambda einer: fehler.append(einer))
    seite.route(NACHGELADEN, lambda weg: wege.append(weg))
    beleg = feld_in(seite, "belege/1")
    beleg.locator("[data-neue-quelle]").click()
    beleg.locator("[data-weg]").click()
    expect(beleg).to_have_count(0)
    assert len(wege) == 2
    for weg in wege:
        weg.continue_()
    expect(seite.locator("[data-offen] a").first).to_be_visible()
    expect(feld_in(seite, "quellen").locator("[data-gruppe]")).to_have_count(0)
    assert not fehler


@pytest.mark.parametrize(
    "antwort",
    [
        lambda weg: weg.abort(),
        lambda weg: weg.fulfill(status=404, content_type="text/html", body="<h1>Weg</h1>"),
        lambda weg: weg.fulfill(content_type="text/javascript", body="const formularDaten={"),
    ],
    ids=["kein Netz", "weg", "halb"],
)
def test_was_fehlt_wird_beim_naechsten_mal_geholt(
    antwort: Callable[[Route], None], seite: Page
) -> None:
    """Until then it says so, hands nothing over, and keeps what was typed."""
    seite.route(NACHGELADEN, antwort)
    fuelle(seite, {"titel": PFLICHT["titel"]})
    for knopf in ("kopieren", "speichern"):
        seite.locator(f"[data-{knopf}]").click()
        expect(seite.locator("[data-stand]")).to_have_text(W("formular.gestoert"))
        expect(seite.locator("[data-meldung]")).to_have_text("")
    seite.unroute(NACHGELADEN)
    expect(eingabe_in(seite, "titel")).to_have_value(PFLICHT["titel"])
    fuelle(seite, {"kurztitel": PFLICHT["kurztitel"]})
    expect(eingabe_in(seite, "belege/0/quelle").locator("option")).not_to_have_count(1)
    fuelle(seite, _alles())
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
