"""A link to a quotation names its words, and jumps to them at the source."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from markupsafe import escape
from playwright.sync_api import Page
from pydantic import BaseModel

from macros.darstellung.textstelle import adresse, anfang
from macros.modell import Beleg
from tests.orte import ECHT, konzept
from tests.server import diene


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
    messseite.goto(adresse(f"{quellseiten}{nummer}.html", ZITATE[zitat]))
    assert messseite.evaluate("'fragmentDirective' in document")
    messseite.wait_for_function("scrollY > 0", timeout=3000)
    assert messseite.evaluate(SPRINGT)[1]


def test_falsche_textstelle_springt_nicht(messseite: Page, quellseiten: str) -> None:
    messseite.goto("about:blank")
    messseite.goto(adresse(f"{quellseiten}0.html", "Diese Worte stehen dort nirgends."))
    messseite.wait_for_timeout(500)
    assert messseite.evaluate(SPRINGT) == [0, False]


_URL = "https://example.org/seite"
_TEXTSTELLEN = {
    "ohne-zitat": (None, ""),
    "kurz": ("Der Rat hat beschlossen", "Der%20Rat%20hat%20beschlossen"),
    "acht-woerter": ("a1 a2 a3 a4 a5 a6 a7 a8", "a1%20a2%20a3%20a4%20a5%20a6%20a7%20a8"),
    "neun-woerter": ("a1 a2 a3 a4 a5 a6 a7 a8 a9", "a1%20a2%20a3%20a4,a6%20a7%20a8%20a9"),
    "bindestrich": ("EU-Bürgerinnen in der Stadt", "EU%2DB%C3%BCrgerinnen%20in%20der%20Stadt"),
    "komma": ("jährlich 4,9 Millionen Euro", "j%C3%A4hrlich%204%2C9%20Millionen%20Euro"),
    "und-zeichen": ("Kunst & Kultur für alle", "Kunst%20%26%20Kultur%20f%C3%BCr%20alle"),
    "prozent-und-raute": ("100 % von Nr. #1", "100%20%25%20von%20Nr.%20%231"),
    "umbruch": ("Der Rat\nhat  beschlossen", "Der%20Rat%20hat%20beschlossen"),
    "anfuehrung-aussen": ("„Der Rat hat beschlossen“", "Der%20Rat%20hat%20beschlossen"),
    "anfuehrung-am-ende": (
        'zu einem gemeinsamen "Integrationsbudget"',
        "zu%20einem%20gemeinsamen,Integrationsbudget",
    ),
    "anfuehrung-im-letzten-wort": ("Rat nach Abs.2„neu“", "Rat%20nach%20Abs.2,neu"),
    "vorn-nur-zeichen": (
        "§ – § – Der Rat hat es so beschlossen",
        "%C2%A7%20%E2%80%93%20%C2%A7%20%E2%80%93,hat%20es%20so%20beschlossen",
    ),
    "worte-erst-gefaltet": ("℡ ℡ ℡ ℡", "%E2%84%A1%20%E2%84%A1%20%E2%84%A1%20%E2%84%A1"),
}


@pytest.mark.parametrize("name", _TEXTSTELLEN)
def test_textstelle(name: str) -> None:
    zitat, fragment = _TEXTSTELLEN[name]
    assert adresse(_URL, zitat) == (f"{_URL}#:~:text={fragment}" if fragment else _URL)


@pytest.mark.parametrize(
    ("zitat", "kurz"),
    [
        ("Der Rat hat es beschlossen", "Der Rat hat es beschlossen"),
        ("Der Rat hat es am Mittwoch beschlossen", "Der Rat hat es\N{NO-BREAK SPACE}…"),
        ("‚Rat und Hilfe von Beginn an‘ gibt es", "Rat und Hilfe von\N{NO-BREAK SPACE}…"),
    ],
)
def test_anfang_eines_zitats(zitat: str, kurz: str) -> None:
    assert anfang(zitat) == kurz


def test_textstelle_laesst_einen_anker_in_ruhe() -> None:
    assert adresse(f"{_URL}#abschnitt", "Der Rat hat beschlossen") == f"{_URL}#abschnitt"
