"""The code beside a Praxisbeispiel leads to its short address, on paper and in the dark."""

from __future__ import annotations

import pytest
from PIL import Image
from playwright.sync_api import Browser

from macros.ausgaben.mitnehmen import mitnehmen
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.modell import Praxisbeispiel
from tests.gebaut import Gebaut
from tests.orte import MINI, W, konzept
from tests.partner.beispiele import BEILAGEN, DER_MINISITE, WURZEL_MINI, gelesen, seite_von


@pytest.mark.parametrize("beispiel", DER_MINISITE)
def test_qr_code_fuehrt_zur_kurzen_adresse(
    beispiel: Praxisbeispiel, mini: Gebaut, browser: Browser
) -> None:
    kurz = f"{WURZEL_MINI}p/{beispiel.id}/"
    ordner = mini.ordner / "praxisbeispiele" / beispiel.id
    assert gelesen((ordner / "qr.png").read_bytes()) == [kurz]
    gross = Image.open(ordner / "qr.png")
    assert min(gross.size) >= 600
    assert gross.info["dpi"][0] == pytest.approx(600, abs=1)
    blatt = browser.new_page(viewport={"width": 300, "height": 300}, color_scheme="dark")
    blatt.goto((ordner / "qr.svg").as_uri())
    assert gelesen(blatt.screenshot()) == [kurz]
    blatt.close()
    block = "//*[@data-teilen]//figure"
    seite = seite_von(mini, beispiel)
    assert seite.eines(f"{block}/img[@data-qr]/@src") == "qr.svg"
    assert kurz in seite.eines(f"{block}/img[@data-qr]/@alt")
    assert seite.text(f"{block}//a[1]") == kurz.removeprefix("https://")
    assert mini.gibt_es(f"p/{beispiel.id}/", "")


def test_qr_code_einer_frueheren_kennung_fuehrt_zum_eintrag(mini: Gebaut) -> None:
    """The one from an old flyer, and the one that an old address shows today."""
    png = mini.ordner / "praxisbeispiele" / "altes-projekt" / "qr.png"
    heute = [adresse.removeprefix(WURZEL_MINI) for adresse in gelesen(png.read_bytes())]
    assert heute == ["p/beispielprojekt/"]
    for kurz in (*heute, "p/altes-projekt/"):
        assert "../../praxisbeispiele/beispielprojekt/" in mini.seite(kurz).quelltext


def test_lange_adresse_passt_in_den_qr_code() -> None:
    daten = konzept(MINI)
    wurzel = f"https://stadt.example/{'pfad/' * 60}"
    betrieb = daten.betrieb.model_copy(update={"adresse": wurzel})
    website = Website(type(daten)(**(vars(daten) | {"betrieb": betrieb})), W, VORLAGEN)
    png = dict(mitnehmen(website, BEILAGEN))["praxisbeispiele/einzelprojekt/qr.png"]
    assert isinstance(png, bytes)
    assert gelesen(png) == [f"{wurzel}p/einzelprojekt/"]
