"""The card of a Praxisbeispiel: small, marked as whose it is, at home in a frame of any page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.darstellung.teilen import KARTENMASS
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.modell import Praxisbeispiel
from tests.gebaut import Gebaut, woerter
from tests.orte import ECHT, MINI, W, konzept
from tests.partner.beispiele import BEISPIELE
from tests.server import diene

KARTE_HOECHSTENS = 10_000


@pytest.mark.parametrize(("name", "beispiel"), BEISPIELE)
def test_karte_ist_klein_und_sagt_wessen_sie_ist(
    name: str, beispiel: Praxisbeispiel, gebaut: Mapping[str, Gebaut]
) -> None:
    adresse = f"praxisbeispiele/{beispiel.id}/karte/"
    karte = gebaut[name].seite(adresse)
    assert not karte.alle("//script | //style | //@style | //img | //form | //iframe")
    assert karte.eines("//meta[@name='robots']/@content") == "noindex"
    (stil,) = karte.alle("//link[@rel='stylesheet']/@href")
    ziel = gebaut[name].ziel(stil, adresse)
    datei = ziel and gebaut[name].datei(ziel[0])
    assert datei
    assert len(karte.quelltext.encode()) + datei.stat().st_size < KARTE_HOECHSTENS
    assert woerter(karte.text("//h1")) == beispiel.titel
    for link in karte.alle("//a"):
        assert link.get("target") == "_top"
        fuehrt = gebaut[name].ziel(link.get("href"), adresse)
        assert fuehrt and gebaut[name].gibt_es(*fuehrt)
    betrieb = konzept(name).betrieb.betrieb
    streifen = karte.eines("//*[@data-betrieb=$betrieb]", betrieb=betrieb).text_content()
    assert ("kein Angebot der Stadt Essen" in streifen) == (betrieb == "demonstrator")


KASTEN = "was => document.querySelector(was).getBoundingClientRect().toJSON()"


@pytest.mark.parametrize(("breite", "farben"), [(480, "light"), (320, "dark"), (280, "light")])
def test_karte_steht_in_einer_fremden_seite(
    breite: int, farben: str, gebaut: Mapping[str, Gebaut], tmp_path: Path, browser: Browser
) -> None:
    """Another origin frames it; its mark is in view, and its link leads the whole page there."""
    with diene(gebaut[ECHT].ordner, "/a/") as karten, diene(tmp_path) as fremd:
        seite = browser.new_page(color_scheme="dark" if farben == "dark" else "light")
        fehler: list[str] = []
        seite.on("console", lambda meldung: fehler.append(meldung.text))
        for beispiel in konzept(ECHT).praxisbeispiele:
            ziel = f"{karten}praxisbeispiele/{beispiel.id}/"
            masse = f"width='{breite}' height='{KARTENMASS['hoehe']}'"
            (tmp_path / f"{beispiel.id}.html").write_text(
                "<!doctype html><title>x</title><link rel=icon href='data:,'>"
                f"<iframe src='{ziel}karte/' title='Karte' {masse}></iframe>",
                encoding="utf-8",
            )
            seite.goto(f"{fremd}{beispiel.id}.html")
            (rahmen,) = seite.frames[1:]
            grund = rahmen.evaluate("getComputedStyle(document.body).backgroundColor")
            assert grund == ("rgb(28, 35, 38)" if farben == "dark" else "rgb(255, 255, 255)")
            assert rahmen.evaluate("document.documentElement.scrollWidth <= innerWidth")
            for sichtbar in ("[data-betrieb]", "h1 a"):
                kasten = rahmen.evaluate(KASTEN, sichtbar)
                assert 0 <= kasten["top"] < kasten["bottom"] <= KARTENMASS["hoehe"]
            rahmen.click("h1 a")
            seite.wait_for_url(ziel)
        seite.close()
    assert not fehler


UNSICHTBAR = "document.documentElement.scrollHeight - innerHeight"


@pytest.mark.parametrize("breite", [240, 320, 390, 480])
def test_marke_der_karte_ist_in_jedem_rahmen_zu_sehen(
    breite: int, echt: Gebaut, browser: Browser
) -> None:
    """Above the words and over none of them; from a phone's width on all of the card is in view."""
    with diene(echt.ordner) as wurzel:
        blatt = browser.new_page()
        for beispiel in konzept(ECHT).praxisbeispiele:
            blatt.goto(f"{wurzel}praxisbeispiele/{beispiel.id}/karte/")
            blatt.set_viewport_size({"width": breite, "height": KARTENMASS["hoehe"]})
            assert breite < 320 or blatt.evaluate(UNSICHTBAR) <= 0
            blatt.set_viewport_size({"width": breite, "height": 150})
            marke, worte = (blatt.evaluate(KASTEN, was) for was in ("[data-betrieb]", "main"))
            assert 0 <= marke["top"] < marke["bottom"] <= min(150, worte["top"])
        blatt.close()


def test_karte_sagt_wenn_es_den_eintrag_nicht_mehr_gibt(mini: Gebaut) -> None:
    karte = mini.seite("praxisbeispiele/verschwunden/karte/")
    assert 'Das Projekt "Verschwunden" & mehr.' in karte.text("//main")
    assert karte.eines("//main//a").get("target") == "_top"
    assert mini.ziel(karte.eines("//main//a/@href"), karte.ort.adresse) == (
        "praxisbeispiele/verschwunden/",
        "",
    )


def test_frueher_name_fuehrt_auch_zur_karte() -> None:
    daten = konzept(MINI)
    beispiel = daten.praxisbeispiele[0].model_copy(update={"frueher": ("alter-name",)})
    anders = type(daten)(**(vars(daten) | {"praxisbeispiele": (beispiel,)}))
    weiter = Website(anders, W, VORLAGEN).umleitungen()
    assert f"../../{beispiel.id}/karte/" in weiter["praxisbeispiele/alter-name/karte/"]
