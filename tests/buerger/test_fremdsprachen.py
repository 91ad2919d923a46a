"""Words in another language say which, run its way, and are found from German pages."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.darstellung.format import richtung
from macros.seitenplan.adressen import relativ, sprachregister
from tests.gebaut import Gebaut, Seite
from tests.orte import ECHT, konzept, website

# Scripts by the languages that may stand in them here.
SCHRIFTEN = {
    r"[\u0590-\u05ff\u0600-\u07bf\ufb1d-\ufdff\ufe70-\ufefc]": {"ar"},
    r"[\u0400-\u04ff]": {"ru", "uk", "bg"},
}


def _registersprache(adresse: str) -> str:
    """Gives the language of an index of words in another language, "" for any other page."""
    treffer = re.fullmatch("stichwoerter/(.+)/", adresse)
    return treffer[1] if treffer else ""


def _naechstes(text: Any, merkmal: str) -> str:
    """Gives what holds for a text: the attribute of the nearest element around it that has one."""
    element = text.getparent().getparent() if text.is_tail else text.getparent()
    return str(element.xpath(f"string(ancestor-or-self::*[@{merkmal}][1]/@{merkmal})"))


def _sprache(text: Any) -> str:
    return _naechstes(text, "lang")


def test_fremde_schrift_traegt_sprache_und_richtung(seite: Seite) -> None:
    for text in seite.alle("//head//text() | //body//text()"):
        for schrift, sprachen in SCHRIFTEN.items():
            if re.search(schrift, str(text)):
                sprache = _sprache(text)
                assert sprache in sprachen, text
                assert _naechstes(text, "dir") == richtung(sprache), text


def test_fremde_woerter_tragen_ihre_sprache(seite: Seite) -> None:
    daten = konzept(seite.ort.name)
    for satz in daten.beratung.orientierung:
        for worte in (satz.name, satz.text, satz.nicht_amtlich):
            for text in seite.alle("//body//text()[normalize-space()=$worte]", worte=worte):
                assert _sprache(text) == satz.sprache, text
    register = _registersprache(seite.ort.adresse)
    fremde = {b.wort for b in daten.suchbegriffe if b.sprache == register and register}
    stehen = seite.alle("//*[@class='register']//b/text()") if register else []
    assert set(map(str, stehen)) == fremde
    assert all(_sprache(text) == register for text in stehen)


@pytest.mark.parametrize("adresse", ["", "beratung/"])
def test_jede_sprache_fuehrt_zu_ihren_woertern(adresse: str, echt: Gebaut) -> None:
    """Who reads little German finds the words of the site in their own language."""
    seite = echt.seite(adresse)
    sprachen = website(ECHT).verzeichnis.fremdsprachen
    assert sprachen
    for sprache in sprachen:
        (satz,) = seite.alle("//li[@id=$id]", id=f"sprache-{sprache}")
        ziel = relativ(sprachregister(sprache), adresse)
        assert satz.xpath(".//a[@href=$ziel]/@lang", ziel=ziel) == [sprache]


def test_deutsches_neben_fremdem_ist_deutsch(echt: Gebaut) -> None:
    """Where an Arabic word leads stands in German, and left to right."""
    ziele = echt.seite("stichwoerter/ar/").alle("//section[@lang='ar']//li//a")
    assert len(ziele) > 5
    for ziel in ziele:
        assert ziel.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") == "de"
        assert ziel.xpath("string(ancestor-or-self::*[@dir][1]/@dir)") == "ltr"
