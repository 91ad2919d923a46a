"""A Praxisbeispiel can be linked, quoted and shown elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date

import brotli  # type: ignore[import-untyped]  # it ships no stubs
import pytest
from PIL import Image

from macros.darstellung import format
from macros.darstellung.teilen import KARTENMASS
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.modell import Praxisbeispiel
from tests.gebaut import Gebaut
from tests.orte import ECHT, MINI, W, konzept
from tests.partner.beispiele import BEISPIELE, DER_MINISITE, WURZEL_MINI, element, seite_von

ZWEITER_BLICK_HOECHSTENS = 20_000


@pytest.mark.parametrize(("name", "beispiel"), BEISPIELE)
def test_adresse_laesst_sich_ohne_skript_kopieren(
    name: str, beispiel: Praxisbeispiel, gebaut: Mapping[str, Gebaut]
) -> None:
    seite = seite_von(gebaut[name], beispiel)
    feld = seite.eines("//*[@data-teilen]//input[@readonly]")
    wurzel = konzept(name).betrieb.adresse or ""
    assert feld.get("value") == f"{wurzel}praxisbeispiele/{beispiel.id}/"
    assert not seite.alle("//*[@data-teilen]//button")
    for kennung in seite.alle("//*[@data-teilen]//*[@readonly]/@id"):
        assert seite.text("//label[@for=$id]", id=kennung)


@pytest.mark.parametrize(("name", "beispiel"), BEISPIELE)
def test_zitat_nennt_titel_website_adresse_und_tag(
    name: str, beispiel: Praxisbeispiel, gebaut: Mapping[str, Gebaut]
) -> None:
    zitat = seite_von(gebaut[name], beispiel).text("//textarea[@id='teilen-zitat']")
    assert zitat.startswith(f"{beispiel.titel}. In: ")
    assert re.search(r"[ (]abgerufen in der Fassung vom \d+\. \w+ 20\d\d\)?$", zitat)
    adresse = konzept(name).betrieb.adresse
    assert (f"{adresse}praxisbeispiele/{beispiel.id}/" in zitat) == bool(adresse)
    demonstrator = konzept(name).betrieb.betrieb == "demonstrator"
    assert ("(Demonstrator)" in zitat) == demonstrator


def test_zitat_nennt_den_tag_der_fassung() -> None:
    tag = date(2026, 3, 31)
    website = Website(konzept(MINI), W, VORLAGEN, stand=tag)
    zitat = website.teilen(konzept(MINI).praxisbeispiele[0]).zitat
    assert format.tag(tag, W) in zitat


@pytest.mark.parametrize("beispiel", konzept(ECHT).praxisbeispiele, ids=lambda b: b.id)
def test_ohne_adresse_sagt_die_seite_was_fehlt(beispiel: Praxisbeispiel, echt: Gebaut) -> None:
    assert konzept(ECHT).betrieb.adresse is None
    seite = seite_von(echt, beispiel)
    assert W("teilen.ohne_adresse") in seite.text("//*[@data-teilen]")
    assert not seite.alle(
        "//img[@data-qr] | //link[contains(@type, 'oembed')] | //link[@rel='canonical']"
    )
    ordner = echt.ordner / "praxisbeispiele" / beispiel.id
    assert {p.name for p in ordner.iterdir()} == {"index.html", "karte"}


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_rahmen_zum_einbetten_zeigt_die_karte(beispiel: Praxisbeispiel, mini: Gebaut) -> None:
    seite = seite_von(mini, beispiel)
    assert W("teilen.ohne_adresse") not in seite.text("//*[@data-teilen]")
    rahmen = element(seite.eines("//textarea[@id='teilen-karte']").text)
    assert rahmen.tag == "iframe"
    assert rahmen.get("src") == f"{WURZEL_MINI}praxisbeispiele/{beispiel.id}/karte/"
    assert rahmen.get("title") == f"Praxisbeispiel: {beispiel.kurztitel}"


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_oembed(beispiel: Praxisbeispiel, mini: Gebaut) -> None:
    """https://oembed.com/, 2.3.4.4: what a `rich` answer has to hold."""
    seite = seite_von(mini, beispiel)
    adresse = seite.eines("/html/head/link[@type='application/json+oembed']/@href")
    assert adresse == f"{WURZEL_MINI}praxisbeispiele/{beispiel.id}/oembed.json"
    antwort = json.loads((mini.ordner / adresse.removeprefix(WURZEL_MINI)).read_text("utf-8"))
    assert (antwort["version"], antwort["type"]) == ("1.0", "rich")
    assert antwort["title"] == beispiel.titel
    rahmen = element(antwort["html"])
    assert antwort["html"] == seite.eines("//textarea[@id='teilen-karte']").text
    masse = [KARTENMASS["breite"], KARTENMASS["hoehe"]]
    assert [antwort["width"], antwort["height"]] == masse
    assert [int(rahmen.get("width")), int(rahmen.get("height"))] == masse
    bild = mini.ordner / antwort["thumbnail_url"].removeprefix(WURZEL_MINI)
    assert Image.open(bild).size == (antwort["thumbnail_width"], antwort["thumbnail_height"])


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_zweiter_blick_ist_klein(beispiel: Praxisbeispiel, mini: Gebaut) -> None:
    ordner = mini.ordner / "praxisbeispiele" / beispiel.id
    teile = [(ordner / datei).read_bytes() for datei in ("index.html", "qr.svg")]
    assert sum(len(brotli.compress(teil)) for teil in teile) <= ZWEITER_BLICK_HOECHSTENS
