"""A mistake is told beside its field, and the form is not finished until it is gone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.orte import W
from tests.redaktion.formular.angaben import ALLES, HEUTE, QUELLE, ZITAT
from tests.redaktion.formular.bogen import FEHLER, eingabe_in, feld_in, fuelle, geschrieben
from tests.redaktion.formular.eintrag import geprueft

FALSCH = {
    "kennung": ("id", "Große Kennung", "kennung", "neues-projekt"),
    "kennung_ja_nein": ("id", "-vorn", "kennung", "no"),
    "vergeben": ("id", "mifrin", "vergeben", "mifrin-2"),
    "vergeben_nach": ("id", "nach", "vergeben", "danach"),
    "vergeben_frueher": ("frueher", "mifrin", "vergeben", "altes-projekt"),
    "text_strich": ("titel", "• vorn ein Punkt", "text", "mitten • ein Punkt"),
    "text_telefon": ("kurz", "Ruf an: 0201 8812345", "text", "Ruf an"),
    "text_adresse": ("finanzierung", "siehe www.essen.de", "text", "siehe Essen"),
    "zeitpunkt_morgen": ("quellen/0/datum", "2099", "zukunft", "11.2017"),
    "text_html": ("titel", "ein <b>Wort</b>", "text", "5 < 6"),
    "text_jinja": ("kurz", "{{ 7 * 7 }}", "text", "{ 7 }"),
    "text_markdown": ("finanzierung", "[x](y)", "text", "[x] (y)"),
    "text_skript": ("kurztitel", "JavaScript:x", "text", "JavaScript"),
    "fehlt": ("titel", "   ", "fehlt", "da"),
    "liste": ("traeger", "gut\n{% x %}", "text", "gut"),
    "liste_fehlt": ("beschreibung", "\n \n", "fehlt", "da"),
    "liste_kennung": ("frueher", "Alt", "kennung", "alt"),
    "wahl": ("handlungsfeld", "", "fehlt", "alter"),
    "wahl_innen": ("belege/0/quelle", "", "fehlt", QUELLE),
    "tag": ("geprueft_am", "", "fehlt", "2026-01-31"),
    "zeitpunkt_monat": ("seit", "2017-13", "zeitpunkt", "2017-12"),
    "zeitpunkt_tag": ("seit", "31.2.2017", "zeitpunkt", "28.2.2017"),
    "zeitpunkt_jahr": ("seit", "1850", "zeitpunkt", "1950"),
    "zeitpunkt_worte": ("zahlen/0/stand", "gestern", "zeitpunkt", "2018"),
    "verkehrt": ("bis", "2016", "verkehrt", "2018"),
    "verkehrt_im_jahr": ("bis", "10.2017", "verkehrt", "2017"),
    "verkehrt_im_monat": ("bis", "2.11.2017", "verkehrt", "11.2017"),
    "zahl_tausend": ("zahlen/0/wert", "1.250", "zahl", "1250"),
    "zahl_worte": ("zahlen/0/wert", "rund 5", "zahl", "5"),
    "zahl_unter_null": ("zahlen/0/wert", "-5", "zahl", "0,5"),
    "zahl_riesig": ("zahlen/0/wert", "9" * 20, "zahl", "0"),
    "link": ("links/0/url", "www.essen.de", "link", "https://www.essen.de/"),
    "link_wirt": ("links/0/url", "https://essen", "link", "mailto:post@stadt.example"),
    "jahr_fern": ("bis", str(date.today().year + 11), "fern", str(date.today().year + 10)),
    "jahr_fern_am_anfang": ("seit", str(date.today().year + 11), "fern", "2017"),
    "tag_mit_zweistelligem_jahr": ("geprueft_am", "0026-01-31", "tag_frueh", "2026-01-31"),
    "gelesen_vor_dem_erscheinen": (
        "quellen/0/abgerufen",
        "2017-10-31",
        "vor_erscheinen",
        "2017-11-01",
    ),
    "tag_morgen": ("geprueft_am", "2100-01-01", "zukunft", "2026-01-31"),
    "email": ("kurz", "Fragen an x.y@verein.example", "text", "Fragen an den Verein"),
    "zitat": ("belege/0/zitat", "zu kurz", "zitat", ""),
    "zitat_fremd": ("belege/0/zitat", f"Und {ZITAT}", "zitat_fremd", ZITAT.upper()),
    "zitat_in_zeichen": ("belege/0/zitat", f"„{ZITAT}“", "zitat_in_zeichen", ZITAT),
    "zitat_geflickt": (
        "belege/0/zitat",
        "Wir schaffen ein umfassendes Bildungsangebot alle Generationen anspricht",
        "zitat_fremd",
        ZITAT.replace(" ", "  "),
    ),
    "zitat_ohne_abdruck": ("zahlen/1/belege/1/zitat", ZITAT, "zitat_ohne_abdruck", ""),
    "quelle_vergeben": ("quellen/0/id", QUELLE, "vergeben", "blatt-2018"),
    "quelle_doppelt": ("quellen/0/id", "neues-projekt", "doppelt", "blatt-2018"),
    "quelle_adresse": ("quellen/0/url", "mailto:a@b.example", "webadresse", "https://b.example"),
    "tief": ("widersprueche/0/antworten/0/text", "", "fehlt", "da"),
}


@pytest.mark.parametrize("fall", FALSCH)
def test_fehler_steht_beim_feld(fall: str, bogen: Page, tmp_path: Path) -> None:
    pfad, falsch, wort, richtig = FALSCH[fall]
    seite = bogen
    fertig = seite.locator("[data-stand]")
    expect(fertig).to_have_text(W("formular.meldung.fertig"))
    eingabe = eingabe_in(seite, pfad)
    meldung = feld_in(seite, pfad).locator(":scope > .formular__fehler")
    assert meldung.get_attribute("aria-live") == "polite"
    assert meldung.get_attribute("id") in (eingabe.get_attribute("aria-describedby") or "").split()
    expect(meldung).to_have_text("")
    fuelle(seite, {pfad: falsch})
    eingabe.focus()
    eingabe.blur()
    expect(meldung).to_contain_text(W(FEHLER + wort))
    assert eingabe.get_attribute("aria-invalid") == "true"
    expect(fertig).to_have_text(W("formular.meldung.offen_eins"))
    expect(seite.locator("[data-offen] li")).to_contain_text(W(FEHLER + wort))
    fuelle(seite, {pfad: richtig})
    expect(meldung).to_have_text("")
    assert eingabe.get_attribute("aria-invalid") is None
    expect(fertig).to_have_text(W("formular.meldung.fertig"))
    text = geschrieben(seite)
    fuelle(seite, {pfad: ALLES.get(pfad, HEUTE.isoformat() if pfad == "geprueft_am" else "")})
    geprueft(text, tmp_path)
