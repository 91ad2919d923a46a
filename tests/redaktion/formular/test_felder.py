"""The fields of the form: those of the model, named, explained, with the choices of the data."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from macros.modell import Praxisbeispiel
from tests.orte import ECHT, MINI, W, konzept
from tests.redaktion.formular.angaben import ALLES
from tests.redaktion.formular.bogen import Oeffne, eingabe_in, feld_in, fuelle
from tests.redaktion.formular.felder import FELDER


def test_formular_hat_die_felder_des_modells() -> None:
    oben = [pfad for pfad in FELDER if "/" not in pfad]
    assert oben == list(Praxisbeispiel.model_fields)
    assert set(ALLES) | {"geprueft_am"} >= {
        pfad
        for pfad, feld in FELDER.items()
        if feld.art != "gruppen" and pfad != "zahlen/0/belege/0/zitat"
    }


@pytest.mark.parametrize("pfad", FELDER)
def test_feld_hat_namen_und_hilfe(pfad: str, bogen: Page) -> None:
    seite = bogen
    feld, modell = feld_in(seite, pfad), FELDER[pfad]
    expect(feld).to_be_visible()
    traeger = feld if modell.art in ("gruppen", "mehrwahl") else eingabe_in(seite, pfad)
    assert traeger.evaluate(
        "e => (e.labels?.[0] ?? e.querySelector('legend')).innerText"
    ).startswith(modell.wort(W))
    hilfe = traeger.evaluate(
        "e => e.getAttribute('aria-describedby').split(' ').map(i => document.getElementById(i))"
        ".map(h => h.innerText).join(' ')"
    )
    assert modell.hilfe(W) in hilfe
    assert (
        seite.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)").count(
            traeger.get_attribute("id") or "keine"
        )
        <= 1
    )
    if modell.art not in ("gruppen", "mehrwahl"):
        assert (traeger.get_attribute("aria-required") == "true") == modell.pflicht


def test_zuerst_die_pflichtfelder(oeffne: Oeffne) -> None:
    seite = oeffne()
    sichtbar = {pfad for pfad in FELDER if "/" not in pfad and feld_in(seite, pfad).is_visible()}
    pflicht = {p for p, f in FELDER.items() if f.pflicht and "/" not in p}
    assert sichtbar == pflicht | {"quellen"}


def test_kennungen_sind_einmalig(oeffne: Oeffne) -> None:
    seite = oeffne()
    fuelle(seite, ALLES)
    kennungen = seite.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(kennungen) == len(set(kennungen)) > 60
    verwaist = seite.evaluate(
        "[...document.querySelectorAll('[for], [aria-describedby]')].flatMap(e => "
        "`${e.htmlFor ?? ''} ${e.getAttribute('aria-describedby') ?? ''}`.trim().split(/ +/))"
        ".filter(i => !document.getElementById(i))"
    )
    assert verwaist == []


@pytest.mark.parametrize("name", [ECHT, MINI])
def test_auswahl_kommt_aus_den_daten(name: str, oeffne: Oeffne) -> None:
    seite, daten = oeffne(name), konzept(name)
    werte = "s => [...s.options].map(o => [o.value, o.text]).slice(1)"
    angebot = eingabe_in(seite, "handlungsfeld").evaluate(werte)
    assert angebot == [[f.id, f.titel] for f in daten.leitlinien.handlungsfelder]
    quellen = dict(eingabe_in(seite, "belege/0/quelle").evaluate(werte))
    assert set(quellen) == {q.id for q in daten.quellen}
    assert all(" ".join(q.titel.split()) in quellen[q.id] for q in daten.quellen)
    leitlinien = feld_in(seite, "leitlinien").evaluate(
        "e => [...e.querySelectorAll('input')].map(i => [i.value, i.labels[0].textContent.trim()])"
    )
    assert dict(leitlinien) == {
        li.id: li.text for f in daten.leitlinien.handlungsfelder for li in f.leitlinien
    }
