"""The form's beginning: what it checks with comes after its page, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.formular.seite import ADRESSE
from tests.orte import MINI, W, konzept
from tests.redaktion.formular.angaben import PFLICHT
from tests.redaktion.formular.bogen import eingabe_in, feld_in, fuelle, geschrieben
from tests.redaktion.formular.dateien import nicht_geliefert
from tests.server import Server

NACHGELADEN = "**/eigen/**/{json-schema,formulardaten}.*.js"
GEHOLT = "performance.getEntriesByType('resource').map(r => r.name.split('/').pop().split('.')[0])"
# The parts of the form; what it fetches later is none of them.
VON_ANFANG_AN = {"kopf", "redaktion", "stil", "thema", "zeichen"}


@pytest.fixture
def seite(browser: Browser, server: Server) -> Iterator[Page]:
    """A window in which nobody has opened the form yet."""
    kontext = browser.new_context(locale="de-DE", base_url=server[MINI, "/"])
    kontext.set_default_timeout(5000)
    yield kontext.new_page()
    kontext.close()


def _gehalten(seite: Page) -> list[Route]:
    """Opens the form and holds back what it fetches after its page."""
    wege: list[Route] = []
    seite.route(NACHGELADEN, lambda weg: wege.append(weg))
    seite.goto(ADRESSE)
    return wege


def _alles() -> dict[str, str]:
    return PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id}


def test_was_es_holt_haelt_die_seite_nicht_auf(seite: Page) -> None:
    """The page has been loaded and shows its fields before anything else is asked for."""
    wege = _gehalten(seite)
    expect(seite.locator("[data-formular]")).to_be_visible()
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.laedt"))
    assert seite.evaluate("document.readyState") == "complete"
    assert set(seite.evaluate(GEHOLT)) == VON_ANFANG_AN
    assert len(wege) == 2


def test_was_bis_dahin_geschrieben_ist_zaehlt(seite: Page) -> None:
    wege = _gehalten(seite)
    fuelle(seite, {pfad: wert for pfad, wert in PFLICHT.items() if pfad != "belege/0/quelle"})
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
    seite.on("pageerror", lambda einer: fehler.append(einer))
    wege = _gehalten(seite)
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


@nicht_geliefert("formularDaten")
def test_was_fehlt_wird_beim_naechsten_mal_geholt(
    antwort: Callable[[Route], None], seite: Page
) -> None:
    """Until then it says so, also at the button, hands nothing over, and keeps what was typed."""
    seite.route(NACHGELADEN, antwort)
    seite.goto(ADRESSE)
    fuelle(seite, {"titel": PFLICHT["titel"]})
    for knopf in ("kopieren", "speichern"):
        seite.locator(f"[data-{knopf}]").click()
        expect(seite.locator("[data-stand]")).to_have_text(W("formular.gestoert"))
        expect(seite.locator("[data-meldung]")).to_have_text(W("formular.gestoert"))
    zeile = seite.locator("[data-feld=belege] [data-feld=quelle] > .formular__fehler")
    seite.locator("[data-neue-quelle]").click()
    expect(zeile).to_have_text(W("formular.gestoert"))
    seite.unroute(NACHGELADEN)
    expect(eingabe_in(seite, "titel")).to_have_value(PFLICHT["titel"])
    fuelle(seite, {"kurztitel": PFLICHT["kurztitel"]})
    expect(eingabe_in(seite, "belege/0/quelle").locator("option")).not_to_have_count(1)
    fuelle(seite, _alles())
    expect(zeile).to_have_text("")
    expect(seite.locator("[data-meldung]")).to_have_text("")
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))


def test_fehlt_nur_eine_datei_kommt_nur_sie_noch_einmal(seite: Page) -> None:
    geholt: list[str] = []
    seite.on("request", lambda anfrage: geholt.append(anfrage.url))
    seite.on("pageerror", lambda fehler: geholt.append(str(fehler)))
    seite.route("**/json-schema.*.js", lambda weg: weg.abort())
    seite.goto(ADRESSE)
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.gestoert"))
    seite.unroute("**/json-schema.*.js")
    geholt.clear()
    fuelle(seite, {"titel": PFLICHT["titel"]})
    expect(seite.locator("[data-offen] a").first).to_be_visible()
    assert [eines for eines in geholt if "fingerabdruecke" not in eines] == [geholt[0]]
    assert "/json-schema." in geholt[0]


def test_wer_zweimal_klickt_bekommt_eine_datei(seite: Page) -> None:
    wege = _gehalten(seite)
    dateien: list[str] = []
    seite.on("download", lambda datei: dateien.append(datei.suggested_filename))
    for _ in range(2):
        seite.locator("[data-speichern]").click()
    for weg in wege:
        weg.continue_()
    expect(seite.locator("[data-meldung]")).not_to_be_empty()
    seite.wait_for_timeout(300)
    assert dateien == ["praxisbeispiel.yaml"]
