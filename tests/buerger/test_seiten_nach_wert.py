"""Praxisbeispiele by field, district, target group and state: pages that work without script."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from macros.modell import Praxisbeispiel
from macros.seitenplan.seite import FILTERSEITE
from tests.gebaut import Gebaut, Seite, woerter
from tests.orte import DATEN, konzept, orte, website

NACH = "praxisbeispiele/nach/"


def _werte(beispiel: Praxisbeispiel, facette: str) -> tuple[str, ...]:
    """What an entry says, in the data's own words."""
    return {
        "handlungsfeld": (beispiel.handlungsfeld,),
        "stadtteil": beispiel.stadtteile or (),
        "zielgruppe": beispiel.zielgruppen or (),
        "stand": (beispiel.stand,),
    }[facette]


FACETTEN = ("handlungsfeld", "stadtteil", "zielgruppe", "stand")


@dataclass(frozen=True)
class Auswahl:
    """A value of the data and the entries that have it."""

    name: str
    facette: str
    wert: str
    beispiele: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}:{self.facette}:{self.wert[:30]}"


def _alle() -> Iterator[Auswahl]:
    for name in DATEN:
        beispiele = konzept(name).praxisbeispiele
        for facette in FACETTEN:
            for wert in dict.fromkeys(w for b in beispiele for w in _werte(b, facette)):
                mit = tuple(b.id for b in beispiele if wert in _werte(b, facette))
                yield Auswahl(name, facette, wert, mit)


ALLE = list(_alle())
# Written by hand: the rule for addresses is promised to those who link here.
FESTE = {
    "handlungsfeld/gesundheit/": "Gesundheit und Vorsorge",
    "stadtteil/altendorf/": "Altendorf",
    "stadtteil/suedostviertel/": "Südostviertel",
    "stand/laufend/": "läuft",
    "zielgruppe/menschen-mit-einwanderungsgeschichte-in-essen/": "Menschen mit Einwanderungs",
}


def _adressen(name: str) -> list[str]:
    """The pages by value; those whose value is gone only say so and are no part of this."""
    return [s.adresse for s in website(name).seiten.values() if s.vorlage == FILTERSEITE]


def _karten(seite: Seite) -> list[str]:
    links = seite.alle("//ul[@class='karten']//a/@href")
    return [urlsplit(link).path.rstrip("/").rpartition("/")[2] for link in links]


def _seite(auswahl: Auswahl, gebaut: Mapping[str, Gebaut]) -> Seite:
    """The page that the overview leads to from this value, found by what it gathers."""
    bau = gebaut[auswahl.name]
    gefunden = [
        adresse
        for adresse in _adressen(auswahl.name)
        if adresse.startswith(f"{NACH}{auswahl.facette}/")
        and _karten(bau.seite(adresse)) == list(auswahl.beispiele)
    ]
    assert gefunden, auswahl
    anker = _worte(auswahl, bau)
    (adresse,) = [a for a in gefunden if anker in bau.seite(a).text("//h1")]
    return bau.seite(adresse)


def _worte(auswahl: Auswahl, bau: Gebaut) -> str:
    if auswahl.facette == "handlungsfeld":
        felder = konzept(bau.name).leitlinien.handlungsfelder
        return next(feld.titel for feld in felder if feld.id == auswahl.wert)
    staende = {"laufend": "läuft", "beendet": "beendet", "unbekannt": "Ob es noch läuft, wissen"}
    return staende[auswahl.wert] if auswahl.facette == "stand" else auswahl.wert


@pytest.mark.parametrize("auswahl", ALLE, ids=str)
def test_jeder_wert_hat_seine_seite(auswahl: Auswahl, gebaut: Mapping[str, Gebaut]) -> None:
    seite = _seite(auswahl, gebaut)
    anzahl = len(auswahl.beispiele)
    text = seite.text("//main")
    assert ("1 Praxisbeispiel." if anzahl == 1 else f"{anzahl} Praxisbeispiele.") in text
    zurueck = seite.alle("//main//a[@class='knopf']/@href")
    assert zurueck == ["../../../"]
    andere = seite.alle("//main//a[@data-wert]")
    je_facette = [a for a in ALLE if (a.name, a.facette) == (auswahl.name, auswahl.facette)]
    assert len(andere) == len(je_facette) - 1
    zahlen = sorted(re.findall(r"\((\d+)\)$", woerter(a.text_content()))[0] for a in andere)
    assert zahlen == sorted(str(len(a.beispiele)) for a in je_facette if a is not auswahl)


@pytest.mark.parametrize("name", DATEN)
def test_nur_werte_der_daten_haben_eine_seite(name: str) -> None:
    adressen = _adressen(name)
    assert all(adresse.startswith(NACH) for adresse in adressen)
    assert {ort.adresse for ort in orte(name)} > set(adressen)
    assert len(adressen) == len([a for a in ALLE if a.name == name]) > 4


@pytest.mark.parametrize("adresse", FESTE)
def test_adresse_steht_fest(adresse: str, echt: Gebaut) -> None:
    assert FESTE[adresse] in echt.seite(NACH + adresse).text("//h1")


@pytest.mark.parametrize("name", DATEN)
def test_uebersicht_fuehrt_zu_jedem_wert(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    uebersicht = gebaut[name].seite("praxisbeispiele/")
    gruppen = uebersicht.alle("//main//fieldset")
    assert all(woerter(gruppe.findtext("legend")) for gruppe in gruppen)
    gezeigt = {
        gebaut[name].ziel(a.get("href"), "praxisbeispiele/"): woerter(a.text_content())
        for a in uebersicht.alle("//main//fieldset//a")
    }
    assert {ziel[0] for ziel in gezeigt if ziel} == set(_adressen(name))
    for ziel, worte in gezeigt.items():
        assert ziel and worte.endswith(f"({len(_karten(gebaut[name].seite(ziel[0])))})")


@pytest.mark.parametrize("name", DATEN)
def test_seiten_nach_wert_stehen_in_keinem_menue(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    for adresse in ("", "praxisbeispiele/", _adressen(name)[0]):
        seite = gebaut[name].seite(adresse)
        assert len(seite.alle("//nav//a/@href")) > 10
        assert not [link for link in seite.alle("//nav//a/@href") if "/nach/" in link]


@pytest.mark.parametrize("name", DATEN)
def test_seiten_nach_wert_stehen_in_der_sitemap_und_nicht_in_der_suche(
    name: str, gebaut: Mapping[str, Gebaut]
) -> None:
    ordner = gebaut[name].ordner
    sitemap = (ordner / "sitemap.xml").read_text(encoding="utf-8")
    soll = _adressen(name)
    if konzept(name).betrieb.adresse:
        assert all(f"{adresse}</loc>" in sitemap for adresse in soll)
    (datei,) = ordner.rglob("verzeichnis*.json")
    verzeichnis = json.loads(datei.read_text(encoding="utf-8"))
    adressen = [dokument[0] for dokument in verzeichnis["dokumente"]]
    assert "praxisbeispiele/" in adressen
    assert not set(adressen) & set(soll)


def test_stadtteile_stehen_im_register(echt: Gebaut) -> None:
    """Without script this is where someone looks for the name of a district."""
    zeile = "//ul[@class='register']/li[b[.='Altendorf']]//a"
    (link,) = echt.seite("stichwoerter/").alle(zeile)
    assert link.text_content() == "Stadtteil: Altendorf"
    assert echt.ziel(link.get("href"), "stichwoerter/") == (f"{NACH}stadtteil/altendorf/", "")


def test_praxisbeispiel_fuehrt_zu_anderen_im_stadtteil(echt: Gebaut) -> None:
    """Only where there are others: a page that gathers nothing but this entry helps nobody."""
    links = echt.seite("praxisbeispiele/jugenddialoggruppen/").alle(
        "//dd/a[contains(@href, 'nach/')]"
    )
    beispiele = konzept(echt.name).praxisbeispiele
    (eines,) = [b for b in beispiele if b.id == "jugenddialoggruppen"]
    geteilt = [
        ort
        for ort in eines.stadtteile or ()
        if any(ort in (b.stadtteile or ()) for b in beispiele if b is not eines)
    ]
    assert [a.text_content() for a in links] == geteilt
    assert 0 < len(geteilt) < len(eines.stadtteile or ())
