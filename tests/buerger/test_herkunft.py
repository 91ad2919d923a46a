"""Whose words they are: every Leitlinie carries its mark and proof wherever it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from macros.darstellung.begriffe import Begriffe
from macros.darstellung.format import zeitpunkt
from macros.darstellung.textstelle import anfang
from macros.modell import Beleg, Leitlinie
from tests.gebaut import Gebaut, Seite, woerter
from tests.orte import DATEN, W, konzept, website

BLOCK = "//*[@data-leitlinie=$kennung]"
LEITLINIEN = [
    pytest.param(name, feld.id, leitlinie, id=f"{name}:{leitlinie.id}")
    for name in DATEN
    for feld in konzept(name).leitlinien.handlungsfelder
    for leitlinie in feld.leitlinien
]


def _alle_leitlinien(name: str) -> dict[str, Leitlinie]:
    return {kennung: wert[0] for kennung, wert in website(name).verzeichnis.leitlinien.items()}


def _pruefe_block(seite: Seite, leitlinie: Leitlinie) -> None:
    block = seite.eines(BLOCK, kennung=leitlinie.id)
    assert block.get("data-wortlaut") == leitlinie.wortlaut
    (satz,) = block.xpath("./p[contains(@class, 'leitlinie__text')]")
    (marke,) = block.xpath(".//*[contains(@class, 'marke--')]")
    rahmen = "„{}“" if leitlinie.wortlaut == "amtlich" else "{}"
    assert woerter(satz.text_content()) == rahmen.format(leitlinie.text)
    assert woerter(marke.text_content()) == W(f"wortlaut.{leitlinie.wortlaut}.kurz")
    mit_zitat = [beleg for beleg in leitlinie.belege if beleg.zitat]
    belege = block.xpath(".//details[@data-beleg]")
    assert len(belege) == len(mit_zitat) >= 1
    for auf_der_seite, beleg in zip(belege, mit_zitat, strict=True):
        _pruefe_beleg(auf_der_seite, beleg, seite.ort.name)


def _pruefe_beleg(details: Any, beleg: Beleg, name: str) -> None:
    quelle = website(name).verzeichnis.quellen[beleg.quelle]
    (zitat,) = details.xpath(".//blockquote")
    assert woerter(zitat.text_content()) == f"„{beleg.zitat}“"
    assert zitat.get("cite") == quelle.url
    (zusammenfassung,) = details.xpath("./summary")
    kurz = f"{W('beleg.titel')}: „{anfang(beleg.zitat or '')}“"
    assert woerter(zusammenfassung.text_content()) == woerter(kurz)
    (herkunft,) = details.xpath("./p")
    tag = zeitpunkt(quelle.datum, W) if quelle.datum else W("beleg.ohne_datum")
    angaben = woerter(herkunft.text_content())
    assert angaben.startswith(f"{quelle.herausgeber}, {tag}: {quelle.titel} ")
    (zur_stelle,) = details.xpath(".//a[@rel='external']/@href")
    assert zur_stelle.startswith(f"{quelle.url}#:~:text=")


@pytest.mark.parametrize(("name", "feld", "leitlinie"), LEITLINIEN)
def test_leitlinie_in_der_uebersicht(
    name: str, feld: str, leitlinie: Leitlinie, gebaut: Mapping[str, Gebaut]
) -> None:
    _pruefe_block(gebaut[name].seite("leitlinien/"), leitlinie)


@pytest.mark.parametrize(("name", "feld", "leitlinie"), LEITLINIEN)
def test_leitlinie_auf_ihrem_feld(
    name: str, feld: str, leitlinie: Leitlinie, gebaut: Mapping[str, Gebaut]
) -> None:
    _pruefe_block(gebaut[name].seite(f"handlungsfelder/{feld}/"), leitlinie)


@pytest.mark.parametrize(
    ("name", "beispiel", "kennung"),
    [
        pytest.param(name, beispiel.id, kennung, id=f"{name}:{beispiel.id}:{kennung}")
        for name in DATEN
        for beispiel in konzept(name).praxisbeispiele
        for kennung in beispiel.leitlinien or ()
    ],
)
def test_leitlinie_beim_praxisbeispiel(
    name: str, beispiel: str, kennung: str, gebaut: Mapping[str, Gebaut]
) -> None:
    seite = gebaut[name].seite(f"praxisbeispiele/{beispiel}/")
    _pruefe_block(seite, _alle_leitlinien(name)[kennung])


def test_leitlinie_steht_nie_ohne_marke(seite: Seite) -> None:
    """The sentence of a Leitlinie in any element outside its marked block."""
    texte = {leitlinie.text: k for k, leitlinie in _alle_leitlinien(seite.ort.name).items()}
    ohne = [
        texte[text]
        for e in seite.alle("//main//*[not(ancestor-or-self::*[@data-leitlinie])]")
        if (text := woerter(e.text_content()).strip("„“")) in texte
    ]
    assert not ohne


def test_jede_marke_auf_der_seite_stimmt(seite: Seite) -> None:
    leitlinien = _alle_leitlinien(seite.ort.name)
    for block in seite.alle("//*[@data-leitlinie]"):
        kennung = block.get("data-leitlinie")
        assert block.get("data-wortlaut") == leitlinien[kennung].wortlaut, kennung


def test_jeder_beleg_nennt_zitat_und_stelle(seite: Seite) -> None:
    for beleg in seite.alle("//*[@data-beleg]"):
        assert beleg.tag == "details"
        assert "open" not in beleg.attrib
        assert len(woerter(beleg.xpath("./blockquote")[0].text_content()).split()) >= 4
        assert "#:~:text=" in beleg.xpath(".//a[@rel='external']/@href")[0]


def test_jeder_zitatblock_nennt_seine_quelle(seite: Seite) -> None:
    quellen = {quelle.url for quelle in konzept(seite.ort.name).quellen}
    aus_daten = seite.alle("//blockquote[@cite]")
    assert {zitat.get("cite") for zitat in aus_daten} <= quellen
    assert not seite.alle("//blockquote[not(@cite)]")


def test_begriffe_sind_nur_beim_ersten_mal_links(seite: Seite) -> None:
    kennungen = Counter(
        a.get("href").partition("#")[2] for a in seite.alle("//a[@class='begriff']")
    )
    glossar = {begriff.id for begriff in konzept(seite.ort.name).glossar}
    assert set(kennungen) <= glossar
    assert not [k for k, anzahl in kennungen.items() if anzahl > 1]


def test_erstes_vorkommen_ist_der_link(seite: Seite) -> None:
    """No paragraph with a term's link is preceded by one of the same block with the bare term."""
    muster = Begriffe(konzept(seite.ort.name).glossar)
    for link in seite.alle("//main//p/a[@class='begriff']"):
        absatz = link.getparent()
        kennung = link.get("href").partition("#")[2]
        davor = woerter(
            "".join(
                str(t) for t in absatz.xpath("text()[following-sibling::a[. = $l]]", l=link.text)
            )
        )
        gefunden = muster.markierer(lambda k: k)(davor)
        assert f'href="{kennung}"' not in gefunden, woerter(absatz.text_content())


def test_begriff_im_selben_absatz_nur_einmal_verlinkt(mini: Gebaut) -> None:
    (absatz,) = mini.seite("konzept/").alle("//p[contains(., 'zweimal')]")
    assert woerter(absatz.text_content()).count("Beispielbegriff") == 2
    assert len(absatz.xpath("./a[@class='begriff']")) == 1
    assert absatz.text == "Beispieltext zum Rahmen. Das Wort "
