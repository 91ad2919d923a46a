"""Headings and the outline beside them: complete, in steps of one, to their places."""

from __future__ import annotations

from collections.abc import Mapping

from tests.gebaut import Gebaut, Seite, woerter
from tests.orte import DATEN, website

UEBERSCHRIFTEN = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"


def test_ueberschriften_lassen_keine_ebene_aus(seite: Seite) -> None:
    ebenen = [int(u.tag[1]) for u in seite.alle(UEBERSCHRIFTEN)]
    spruenge = [
        (davor, danach)
        for davor, danach in zip([0, *ebenen], ebenen, strict=False)
        if danach > davor + 1
    ]
    assert not spruenge, ebenen


def test_ueberschriften_sind_nicht_leer(seite: Seite) -> None:
    assert all(woerter(u.text_content()) for u in seite.alle(UEBERSCHRIFTEN))


def test_gliederung_fuehrt_zu_jedem_abschnitt(seite: Seite) -> None:
    im_artikel = [f"#{k}" for k in seite.alle("//main//article//h2/@id")]
    gliederung = seite.alle("//nav[@class='gliederung']//a/@href")
    assert len(gliederung) == len(set(gliederung))
    if gliederung:
        assert [anker for anker in gliederung if anker in im_artikel] == im_artikel
    # Where readers choose by field, those are the ways to each group.
    elif len(im_artikel) > 4 and not seite.alle("//main//*[@data-auswahl]"):
        assert set(im_artikel) <= set(seite.alle("//main//nav//a/@href"))


def test_gliederung_hat_ihre_ueberschriften(seite: Seite) -> None:
    for link in seite.alle("//nav[@class='gliederung']//a"):
        ziel = seite.eines("//*[@id=$anker]", anker=link.get("href").removeprefix("#"))
        assert woerter(link.text_content()) in woerter(ziel.text_content())


def test_gliederung_des_modells_gibt_es_auf_der_seite(gebaut: Mapping[str, Gebaut]) -> None:
    fehlend = [
        f"{name}:/{seite.adresse}#{abschnitt.anker}"
        for name in DATEN
        for seite in website(name).seiten.values()
        for abschnitt in seite.gliederung
        if not gebaut[name].gibt_es(seite.adresse, abschnitt.anker)
    ]
    assert not fehlend
