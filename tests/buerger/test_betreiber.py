"""Who runs the website, and what its server notes: what is known, and what is missing."""

from __future__ import annotations

from tests.gebaut import Gebaut
from tests.orte import MINI, W, website


def test_betreiber_steht_im_impressum(mini: Gebaut) -> None:
    impressum = mini.seite("impressum/").text("//main")
    betreiber = website(MINI).konzept.betrieb.betreiber
    for angabe in (
        betreiber.name,
        *(betreiber.anschrift or ()),
        betreiber.vertretung,
        betreiber.email,
    ):
        assert angabe and angabe in impressum
    assert "noch nicht eingetragen" not in impressum


def test_protokoll_und_hoster_stehen_im_datenschutz(mini: Gebaut) -> None:
    datenschutz = mini.seite("datenschutz/").text("//main")
    assert "7 Tage" in datenschutz
    assert "Rechenzentrum Beispiel" in datenschutz
    assert 'der Anfang der IP-Adresse & "mehr" nicht' in datenschutz
    assert "noch nicht eingetragen" not in datenschutz
    assert W("protokoll.beigelegt") not in datenschutz


def test_ohne_angabe_steht_da_was_der_server_aufschreiben_koennte(echt: Gebaut) -> None:
    datenschutz = echt.seite("datenschutz/").text("//main")
    for satz in ("beigelegt", "stoerung", "andere", "unbekannt"):
        assert W(f"protokoll.{satz}") in datenschutz


def test_fehlende_angaben_des_betreibers_heissen_fehlend(echt: Gebaut) -> None:
    betreiber = website(echt.name).konzept.betrieb.betreiber
    offen = [w for w in (betreiber.name, betreiber.anschrift, betreiber.vertretung) if w is None]
    assert echt.seite("impressum/").text("//main").count("noch nicht eingetragen") >= len(offen)
