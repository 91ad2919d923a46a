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
from tests.partner.beispiele import BEILAGEN, WURZEL_MINI, element, gelesen
from tests.website import MINI, W, konzept, woerter

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
