"""A title stays a title in all that a Praxisbeispiel gives away, however it is written."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

from macros.ausgaben.mitnehmen import mitnehmen
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from tests.gebaut import Gebaut, woerter
from tests.orte import MINI, W, konzept
from tests.partner.beispiele import BEILAGEN, WURZEL_MINI, element, gelesen

LANG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung " * 8
BOESE = [LANG, "مشروع الترجمة", "\"><b> & 'x' <5", "=SUMME(A1)", "x" * 900]


@pytest.mark.parametrize("titel", BOESE, ids=["lang", "rechts", "Zeichen", "Formel", "endlos"])
def test_jeder_titel_bleibt_ein_titel(titel: str, browser: Browser, tmp_path: Path) -> None:
    daten = konzept(MINI)
    titel = titel.strip()
    beispiel = daten.praxisbeispiele[1].model_copy(update={"titel": titel, "kurztitel": titel})
    anders = type(daten)(**(vars(daten) | {"praxisbeispiele": (beispiel,)}))
    website = Website(anders, W, VORLAGEN, stand=date(2026, 1, 2))
    ausgaben = dict(mitnehmen(website, BEILAGEN))
    adresse = f"praxisbeispiele/{beispiel.id}/"
    karte = _baum(ausgaben[f"{adresse}karte/index.html"])
    assert woerter(karte.xpath("//h1")[0].text_content()) == titel
    antwort = json.loads(ausgaben[f"{adresse}oembed.json"])
    assert element(antwort["html"]).get("title") == f"Praxisbeispiel: {titel}"
    png = ausgaben[f"{adresse}qr.png"]
    assert isinstance(png, bytes)
    assert gelesen(png) == [f"{WURZEL_MINI}p/{beispiel.id}/"]
    seite = _baum(website.html(adresse))
    assert titel in seite.get_element_by_id("teilen-zitat").text
    rahmen = element(seite.get_element_by_id("teilen-karte").text)
    assert rahmen.get("title") == f"Praxisbeispiel: {titel}"
    assert _bleibt_im_rahmen(browser, tmp_path, str(ausgaben[f"{adresse}karte/index.html"]))


ARABISCH = "مشروع الترجمة (=1+1)"
NAMEN = "//body//text()[contains(., 'مشروع')]"
# Of its own direction, or plain text to be copied or printed.
RICHTIG = "ancestor::*[self::bdi or self::textarea or @dir='auto' or @class='nur-druck']"


def test_namen_von_rechts_nach_links_haben_ihre_eigene_richtung() -> None:
    """Whatever stands around it: brackets and digits at its end stay at its end."""
    alle = konzept(MINI)
    name: dict[str, Any] = {"titel": ARABISCH, "kurztitel": ARABISCH, "traeger": (ARABISCH,)}
    anders = vars(alle) | {
        "praxisbeispiele": tuple(
            b.model_copy(
                update=name
                | {
                    "partner": (ARABISCH,),
                    "links": tuple(
                        link.model_copy(update={"titel": ARABISCH}) for link in b.links or ()
                    ),
                }
            )
            for b in alle.praxisbeispiele
        ),
        "quellen": tuple(
            q.model_copy(update={"titel": ARABISCH, "herausgeber": ARABISCH}) for q in alle.quellen
        ),
        "beratung": alle.beratung.model_copy(
            update={"angebote": tuple(a.model_copy(update=name) for a in alle.beratung.angebote)}
        ),
    }
    website = Website(type(alle)(**anders), W, VORLAGEN, stand=date(2026, 1, 2))
    html_je_adresse = {
        adresse: website.html(adresse)
        for adresse in website.seiten
        if not adresse.startswith("stichwoerter/")
    }
    html_je_adresse["mitmachen/"] = website.zuletzt_geaendert("mitmachen/")
    html_je_adresse |= {
        adresse: str(inhalt)
        for adresse, inhalt in mitnehmen(website, BEILAGEN)
        if adresse.endswith(".html")
    }
    gesehen = 0
    for adresse, text in html_je_adresse.items():
        baum = _baum(text)
        assert baum.xpath(f"{NAMEN}[not({RICHTIG})]") == [], adresse
        gesehen += len(baum.xpath(NAMEN))
    assert gesehen > 50


def test_auch_der_weg_zur_seite_laesst_dem_namen_seine_richtung(mini: Gebaut) -> None:
    wo = "//nav[@class='brotkrumen']//li[@aria-current]/bdi"
    assert mini.seite("praxisbeispiele/einzelprojekt/").text(wo) == "Einzelprojekt"


def _baum(text: str | bytes) -> Any:
    return html.document_fromstring(text)


def _bleibt_im_rahmen(browser: Browser, ordner: Path, karte: str) -> bool:
    """Tells whether the card needs no sideways scrolling in a frame of 320 pixels."""
    stil = WURZEL / "theme" / "eigen" / "karte.css"
    (ordner / "karte.css").write_bytes(stil.read_bytes())
    (ordner / "karte.html").write_text(
        karte.replace("../../../eigen/karte.css", "karte.css"), encoding="utf-8"
    )
    blatt: Page = browser.new_page(viewport={"width": 320, "height": 300})
    blatt.goto((ordner / "karte.html").as_uri())
    passt: bool = blatt.evaluate("document.documentElement.scrollWidth <= innerWidth")
    blatt.close()
    return passt
