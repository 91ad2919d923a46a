"""A link to a quotation jumps to its words at the source."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from markupsafe import escape
from playwright.sync_api import Page
from pydantic import BaseModel

from macros.darstellung import textstelle
from macros.modell import Beleg
from tests.website import ECHT, diene, konzept


def _zitate() -> dict[str, str]:
    """Every quotation of the real data, by its first words."""
    gefunden: list[str] = []

    def sammle(wert: object) -> None:
        if isinstance(wert, Beleg) and wert.zitat:
            gefunden.append(wert.zitat)
        elif isinstance(wert, tuple):
            for teil in wert:
                sammle(teil)
        elif isinstance(wert, BaseModel):
            for feld in type(wert).model_fields:
                sammle(getattr(wert, feld))

    for wert in vars(konzept(ECHT)).values():
        sammle(wert)
    return {f"{nr}-{' '.join(z.split()[:4])}": z for nr, z in enumerate(dict.fromkeys(gefunden))}


ZITATE = _zitate()
KOPF = "<!doctype html><meta charset=utf-8><title>Quelle</title>"
FUELLUNG = "<p>Hier steht etwas ganz anderes, das niemand sucht.</p>" * 80


@pytest.fixture(scope="module")
def quellseiten(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serves a page for each quotation, set as at the source: other marks, broken lines."""
    ordner = tmp_path_factory.mktemp("quellen")
    for nummer, zitat in enumerate(ZITATE.values()):
        satz = str(escape(zitat)).replace("„", "&quot;").replace("“", "&quot;").replace(" ", "\n ")
        text = f"{FUELLUNG}<p id=ziel>Vorher: {satz} Nachher.</p>{FUELLUNG}"
        (ordner / f"{nummer}.html").write_text(f"{KOPF}{text}", encoding="utf-8")
    with diene(ordner) as basis:
        yield basis


SPRINGT = "[scrollY, (r => r.top >= 0 && r.bottom <= innerHeight)(ziel.getBoundingClientRect())]"


@pytest.mark.parametrize("zitat", ZITATE)
def test_textstelle_springt_zum_satz(zitat: str, messseite: Page, quellseiten: str) -> None:
    nummer = list(ZITATE).index(zitat)
    messseite.goto("about:blank")
    messseite.goto(textstelle.adresse(f"{quellseiten}{nummer}.html", ZITATE[zitat]))
    assert messseite.evaluate("'fragmentDirective' in document")
    messseite.wait_for_function("scrollY > 0", timeout=3000)
    assert messseite.evaluate(SPRINGT)[1]


def test_falsche_textstelle_springt_nicht(messseite: Page, quellseiten: str) -> None:
    messseite.goto("about:blank")
    messseite.goto(textstelle.adresse(f"{quellseiten}0.html", "Diese Worte stehen dort nirgends."))
    messseite.wait_for_timeout(500)
    assert messseite.evaluate(SPRINGT) == [0, False]
