"""The accessibility statement keeps to the EU model and tells only what the data say.

Decision (EU) 2018/1523, annex, section 1; BGG NRW § 10b (2); BITVNRW §§ 4 and 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from macros.darstellung.format import tag
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.modell import Konzept
from macros.modell.betrieb import Barrierefreiheit
from macros.redaktion.freigabe import offene_punkte
from tests.gebaut import Gebaut, woerter
from tests.orte import DATEN, ECHT, MINI, W, konzept

ADRESSE = "barrierefreiheit/"
TEILE = (
    "Stand der Vereinbarkeit mit den Anforderungen",
    "Nicht barrierefreie Inhalte",
    "Erstellung dieser Erklärung",
    "Eine Barriere melden",
    "Durchsetzungsverfahren",
)


def _erklaerung(name: str) -> Barrierefreiheit:
    erklaerung = konzept(name).betrieb.barrierefreiheit
    assert erklaerung
    return erklaerung


def _mit(erklaerung: Barrierefreiheit | None) -> Konzept:
    daten = konzept(MINI)
    betrieb = daten.betrieb.model_copy(update={"barrierefreiheit": erklaerung})
    return replace(daten, betrieb=betrieb)


@pytest.mark.parametrize("name", DATEN)
def test_teile_der_mustererklaerung(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    seite = gebaut[name].seite(ADRESSE)
    assert seite.text("//h1") == "Erklärung zur Barrierefreiheit"
    assert tuple(woerter(h2.text_content()) for h2 in seite.alle("//article/h2")) == TEILE
    text = seite.text("//article")
    for wort in ("2018/1523", "BGG NRW", "BITVNRW", "EN 301 549", "§ 10d", "sechs Wochen"):
        assert wort in text
    assert seite.alle("//article//a[@href='https://www.lbbp.nrw.de/ombudsstelle']")


@pytest.mark.parametrize("name", DATEN)
def test_sagt_was_die_daten_sagen(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    erklaerung, text = _erklaerung(name), gebaut[name].seite(ADRESSE).text("//article")
    assert erklaerung.pruefungen and erklaerung.luecken
    for pruefung in erklaerung.pruefungen:
        assert f"{pruefung.was} ({tag(pruefung.am, W)}): {pruefung.wie}" in text
    for luecke in erklaerung.luecken:
        assert f"{luecke.was} {luecke.warum}" in text
        assert (luecke.stattdessen or "") in text
    assert tag(erklaerung.erklaert_am, W) in text


def test_demonstrator_nennt_seine_luecken_und_kein_ergebnis(echt: Gebaut) -> None:
    text = echt.seite(ADRESSE).text("//article")
    assert "noch nicht vollständig bewertet" in text
    for luecke in ("unabhängige Stelle", "Menschen mit Behinderungen", "Gebärden", "Leichte"):
        assert luecke in text


def test_amtliche_nennt_betreiber_adresse_formular_und_ergebnis(mini: Gebaut) -> None:
    seite = mini.seite(ADRESSE)
    text = seite.text("//article")
    assert "Stadt Beispiel & Umland will diese Website barrierefrei machen." in text
    assert "erfüllt die Anforderungen zum Teil" in text
    assert "am 1. März 2026 bewertet. Verfahren: Selbstbewertung mit <5 Prüfschritten" in text
    for ziel in ("https://stadt.example/vielfalt/", "https://stadt.example/kontakt?a=1&b=2"):
        assert seite.alle("//article//a[@href=$ziel]", ziel=ziel)


def test_nach_einer_bewertung_wartet_niemand_mehr_auf_sie(echt: Gebaut, mini: Gebaut) -> None:
    satz = W("barrierefreiheit.weitere_luecken")
    assert satz in echt.seite(ADRESSE).text("//article")
    assert W("barrierefreiheit.luecken") in mini.seite(ADRESSE).text("//article")
    assert satz not in mini.seite(ADRESSE).text("//article")


def test_ohne_angaben_bleibt_alles_offen() -> None:
    website = Website(_mit(None), W, VORLAGEN)
    for name, satz in (
        ("bewertung", "barrierefreiheit.nicht_bewertet_satz"),
        ("pruefungen", "barrierefreiheit.nichts_geprueft"),
        ("luecken", "barrierefreiheit.keine_luecken"),
        ("erstellung", "barrierefreiheit.ohne_alles"),
    ):
        assert W(satz) in website.baustein(name, ADRESSE)


@pytest.mark.parametrize(("tage", "alt"), [(365, False), (366, True)])
def test_freigabe_verlangt_eine_pruefung_im_jahr(tage: int, alt: bool) -> None:
    heute = date(2027, 6, 1)
    erklaerung = _erklaerung(MINI).model_copy(update={"erklaert_am": heute - timedelta(days=tage)})
    offen = offene_punkte(_mit(erklaerung), heute, W)
    assert (W("freigabe.erklaerung_alt") in offen) is alt


def test_freigabe_verlangt_eine_bewertung() -> None:
    heute = date(2026, 6, 1)
    assert W("freigabe.bewertung_fehlt") in offene_punkte(konzept(ECHT), heute, W)
    assert W("freigabe.bewertung_fehlt") not in offene_punkte(konzept(MINI), heute, W)
    assert W("freigabe.erklaerung_fehlt") in offene_punkte(_mit(None), heute, W)
