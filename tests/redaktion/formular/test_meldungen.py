"""When the form speaks of a mistake, and how its summary leads to the field."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.orte import W
from tests.redaktion.formular.angaben import PFLICHT
from tests.redaktion.formular.bogen import AKTIV, FEHLER, Oeffne, eingabe_in, feld_in, fuelle
from tests.redaktion.formular.felder import FELDER


def test_fehler_nennt_die_zeile_der_liste(oeffne: Oeffne) -> None:
    seite = oeffne()
    fuelle(seite, PFLICHT | {"traeger": "gut\n\n<b>"})
    eingabe_in(seite, "traeger").blur()
    erwartet = W(f"{FEHLER}eintrag", zahl=2) + W(f"{FEHLER}text")
    expect(feld_in(seite, "traeger").locator(".formular__fehler")).to_have_text(erwartet)


def test_zweimal_das_gleiche(oeffne: Oeffne) -> None:
    """The schema refuses it for the whole list; the form says what is wrong with it."""
    seite = oeffne()
    fuelle(seite, PFLICHT | {"traeger": "Verein\nStadt\nVerein"})
    eingabe_in(seite, "traeger").blur()
    fehler = feld_in(seite, "traeger").locator(".formular__fehler")
    expect(fehler).to_have_text(W(f"{FEHLER}zweimal"))


def test_liste_ohne_eintrag(oeffne: Oeffne) -> None:
    seite = oeffne()
    fuelle(seite, PFLICHT)
    belege = feld_in(seite, "belege")
    belege.locator("[data-weg]").click()
    assert seite.evaluate(f"{AKTIV}.matches('[data-noch]')")
    seite.keyboard.press("Tab")
    expect(belege.locator("> .formular__fehler")).to_have_text(W(f"{FEHLER}gruppen_fehlt"))


def test_vor_dem_verlassen_wird_nicht_gemahnt(oeffne: Oeffne) -> None:
    seite = oeffne()
    assert (
        seite.locator(".formular__fehler").all_inner_texts()
        == [""] * seite.locator(".formular__fehler").count()
    )
    eingabe_in(seite, "id").press_sequentially("Ä")
    expect(feld_in(seite, "id").locator(".formular__fehler")).to_have_text("")
    seite.keyboard.press("Tab")
    expect(feld_in(seite, "id").locator(".formular__fehler")).to_have_text(W(f"{FEHLER}kennung"))


def test_zusammenfassung_fuehrt_zum_feld(oeffne: Oeffne) -> None:
    seite = oeffne()
    pflicht = [p for p, f in FELDER.items() if f.pflicht and f.art != "gruppen"]
    offen = [p for p in pflicht if "/" not in p or p == "belege/0/quelle"]
    offen.remove("geprueft_am")
    expect(seite.locator("[data-stand]")).to_have_text(
        W("formular.meldung.offen").replace("{zahl}", str(len(offen)))
    )
    seite.locator("[data-offen] a", has_text="Belege, Beleg 1: Quelle").click()
    assert seite.evaluate(f"{AKTIV}.tagName") == "SELECT"
    fuelle(seite, {"links/0/titel": "x"})
    seite.locator("details").evaluate("d => d.open = false")
    seite.locator("[data-offen] a", has_text="Links, Link 1: Adresse").focus()
    seite.keyboard.press("Enter")
    expect(eingabe_in(seite, "links/0/url")).to_be_focused()
