"""Sources and quotations: a source of one's own, and whether a quotation stands in it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from macros.modell.fingerabdruck import gruppen
from tests.orte import ECHT, W, konzept
from tests.redaktion.formular.angaben import NEUE_QUELLE, PFLICHT
from tests.redaktion.formular.bogen import Oeffne, eingabe_in, feld_in, fuelle, geschrieben
from tests.redaktion.formular.eintrag import geprueft


def test_neue_quelle_ist_gleich_waehlbar(oeffne: Oeffne, tmp_path: Path) -> None:
    """Whoever brings a source describes it in the same form; one file holds both."""
    seite = oeffne()
    fuelle(seite, PFLICHT)
    seite.locator("details").evaluate("d => d.open = false")
    feld_in(seite, "belege/0/quelle").locator("[data-neue-quelle]").focus()
    seite.keyboard.press("Enter")
    expect(eingabe_in(seite, "quellen/0/id")).to_be_focused()
    expect(seite.locator("[data-offen]")).to_contain_text("Belege, Beleg 1: Quelle")
    fuelle(seite, NEUE_QUELLE)
    kennung = NEUE_QUELLE["quellen/0/id"]
    expect(eingabe_in(seite, "belege/0/quelle")).to_have_value(kennung)
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
    neu = geprueft(geschrieben(seite), tmp_path)
    assert [b.quelle for b in neu.belege] == [kennung] and neu.quellen
    seite.locator("[data-feld=quellen] [data-weg]").first.click()
    expect(eingabe_in(seite, "belege/0/quelle")).to_have_value("")


def test_zitate_werden_verglichen_wie_in_der_pruefung(oeffne: Oeffne) -> None:
    """The browser normalises and hashes like the check: every quotation of the data passes."""
    seite = oeffne()
    zitate = [
        (b.quelle, b.zitat)
        for f in konzept(ECHT).leitlinien.handlungsfelder
        for li in f.leitlinien
        for b in li.belege
        if b.zitat
    ]
    assert len(zitate) > 7
    fuelle(seite, PFLICHT)
    for quelle, zitat in zitate:
        fuelle(seite, {"belege/0/quelle": quelle, "belege/0/zitat": zitat})
        expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
        fuelle(seite, {"belege/0/zitat": f"{zitat} gewiss"})
        expect(seite.locator("[data-offen]")).to_contain_text(W("formular.fehler.zitat_fremd"))


def test_zitat_aus_einer_quelle_von_vier_woertern(bogen: Page) -> None:
    """Its fingerprint is a single hash."""
    zitat = "Vier Wörter sind genug"
    (hash,) = (ganz[:8] for ganz in gruppen(zitat))
    fehler = """([zitat, hash]) => new Promise((fertig) => {
      const abdruecke = () => ({ q: hash });
      const daten = { mindestwoerter: 4 };
      const pruefe = formularZitate(daten, abdruecke, () => fertig(pruefe(zitat, "q")));
      pruefe(zitat, "q");
    })"""
    assert bogen.evaluate(fehler, [zitat, hash]) is False
    assert bogen.evaluate(fehler, [zitat, hash[::-1]]) == "zitat_fremd"
