"""The Praxisbeispiele of both sites, and what is read back from what they give away."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
import zxingcpp
from lxml import html
from PIL import Image

from macros.modell import Praxisbeispiel
from tests.gebaut import Gebaut, Seite
from tests.orte import DATEN, MINI, konzept

BEISPIELE = [
    pytest.param(name, beispiel, id=f"{name}:{beispiel.id}")
    for name in DATEN
    for beispiel in konzept(name).praxisbeispiele
]
DER_MINISITE = [pytest.param(b, id=b.id) for b in konzept(MINI).praxisbeispiele]
WURZEL_MINI = "https://stadt.example/vielfalt/"
BEILAGEN = {name: f"eigen/{name}" for name in ("karte.css", "zeichen.svg")}


def seite_von(gebaut: Gebaut, beispiel: Praxisbeispiel) -> Seite:
    """Gives the page of a Praxisbeispiel."""
    return gebaut.seite(f"praxisbeispiele/{beispiel.id}/")


def element(text: str) -> Any:
    """Gives the element that a text of markup is."""
    return html.fromstring(text)


def gelesen(bild: bytes) -> list[str]:
    """Gives what the codes in a picture say."""
    offen = Image.open(io.BytesIO(bild)).convert("L")
    return [code.text for code in zxingcpp.read_barcodes(offen)]


def datenblock(seite: Seite) -> dict[str, Any]:
    """Gives what a page tells search engines."""
    block: dict[str, Any] = json.loads(
        seite.eines("/html/head/script[@type='application/ld+json']").text
    )
    return block
