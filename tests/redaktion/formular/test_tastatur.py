"""The form without a mouse."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.redaktion.formular.angaben import PFLICHT
from tests.redaktion.formular.bogen import AKTIV, Oeffne, eingabe_in, feld_in, fuelle, geschrieben
from tests.redaktion.formular.eintrag import geprueft


def test_gruppen_mit_der_tastatur(oeffne: Oeffne) -> None:
    seite = oeffne()
    belege = feld_in(seite, "belege")
    noch = belege.locator("> [data-noch]")
    for anzahl in (2, 3):
        noch.focus()
        seite.keyboard.press("Enter")
        expect(eingabe_in(seite, f"belege/{anzahl - 1}/quelle")).to_be_focused()
        expect(belege.locator("[data-gruppe]")).to_have_count(anzahl)
    assert belege.locator("[data-weg]").all_inner_texts() == [
        f"Beleg {n} entfernen" for n in (1, 2, 3)
    ]
    fuelle(seite, {"belege/2/wofuer": "bleibt"})
    belege.locator("[data-weg]").nth(1).focus()
    seite.keyboard.press("Space")
    expect(eingabe_in(seite, "belege/1/quelle")).to_be_focused()
    assert eingabe_in(seite, "belege/1/wofuer").input_value() == "bleibt"
    assert belege.locator("legend", has_text="Beleg").all_inner_texts()[1:] == [
        "Beleg 1",
        "Beleg 2",
    ]


def test_nur_mit_der_tastatur(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne()
    offen = dict(PFLICHT)
    for _ in range(80):
        seite.keyboard.press("Tab")
        pfad = seite.evaluate(
            f"(() => {{ const teile = []; for (let e = {AKTIV}.closest('[data-feld]'); e;"
            " e = e.parentElement.closest('[data-feld]')) teile.unshift(e.dataset.feld);"
            f" return {AKTIV}.matches('input, select, textarea') ? teile.join('/0/') : '' }})()"
        )
        wert = offen.pop(pfad, None)
        if wert is None:
            if not offen:
                break
            continue
        if seite.evaluate(f"{AKTIV}.tagName") == "SELECT":
            for _ in range(70):
                if seite.evaluate(f"{AKTIV}.value") == wert:
                    break
                seite.keyboard.press("ArrowDown")
        else:
            seite.keyboard.type(wert)
    assert not offen
    for _ in range(30):
        if seite.evaluate(f"{AKTIV}.matches('[data-kopieren]')"):
            break
        seite.keyboard.press("Tab")
    assert geprueft(geschrieben(seite), tmp_path).titel == PFLICHT["titel"]
