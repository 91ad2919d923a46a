"""Addresses that others link to: they answer, at any root, and each entry keeps its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from pydantic import BaseModel

from macros.seitenplan import adressen
from tests.gebaut import Gebaut
from tests.orte import DATEN, ECHT, UNTERPFAD, W, konzept, orte, website
from tests.server import Server

# The addresses that the site promises.
FESTE = (
    "",
    "konzept/",
    "konzept/kapitel-i/",
    "konzept/kapitel-ii/",
    "konzept/kapitel-iii/",
    "konzept/kapitel-iv/",
    "konzept/kapitel-v/",
    "konzept/entstehung/",
    "konzept/zahlen/",
    "handlungsfelder/",
    "handlungsfelder/bildung/",
    "handlungsfelder/beschaeftigung/",
    "handlungsfelder/teilhabe/",
    "handlungsfelder/gesundheit/",
    "handlungsfelder/alter/",
    "handlungsfelder/sicherheit/",
    "handlungsfelder/wohnen/",
    "leitlinien/",
    "praxisbeispiele/",
    "beratung/",
    "glossar/",
    "stichwoerter/",
    "suche/",
    "quellen/",
    "umgang-mit-der-quelle/",
    "mitmachen/",
    "impressum/",
    "datenschutz/",
    "barrierefreiheit/",
    "404.html",
    "robots.txt",
    "sitemap.xml",
    ".well-known/security.txt",
)
ZUERST = ("gesundheitslotsen", "jugenddialoggruppen", "mifrin")
WURZELN = ["/", UNTERPFAD]


def _antwort(adresse: str) -> tuple[int, str]:
    try:
        with urlopen(adresse, timeout=10) as antwort:
            return antwort.status, antwort.read().decode()
    except HTTPError as fehler:
        return fehler.code, fehler.read().decode()


@pytest.mark.parametrize("adresse", FESTE, ids=lambda a: f"/{a}")
@pytest.mark.parametrize("wurzel", WURZELN)
@pytest.mark.parametrize("name", DATEN)
def test_feste_adresse_antwortet(name: str, wurzel: str, adresse: str, server: Server) -> None:
    status, inhalt = _antwort(server[name, wurzel] + adresse)
    assert status == 200
    assert len(inhalt) > 20


@pytest.mark.parametrize("kennung", ZUERST)
def test_die_ersten_praxisbeispiele_bleiben(kennung: str, server: Server) -> None:
    assert _antwort(f"{server[ECHT, '/']}praxisbeispiele/{kennung}/")[0] == 200


@pytest.mark.parametrize("wurzel", WURZELN)
@pytest.mark.parametrize("name", DATEN)
def test_falsche_adresse_bekommt_hilfe(name: str, wurzel: str, server: Server) -> None:
    status, inhalt = _antwort(f"{server[name, wurzel]}gibt/es/nicht/")
    assert status == 404
    assert W("fehlt.titel") in inhalt


def _eintraege(wert: Any, liste: str) -> Iterator[tuple[str, str]]:
    """Gives list and id of every entry below a value of the model."""
    if isinstance(wert, tuple):
        for eintrag in wert:
            yield from _eintraege(eintrag, liste)
    elif isinstance(wert, BaseModel):
        if kennung := getattr(wert, "id", None):
            yield liste, kennung
        for feld in type(wert).model_fields:
            yield from _eintraege(getattr(wert, feld), feld)


def _alle_eintraege(name: str) -> list[tuple[str, str]]:
    ganzes = vars(konzept(name))
    return [e for datei, wert in ganzes.items() for e in _eintraege(wert, datei)]


MIT_ADRESSE = {"kapitel", "handlungsfelder", "praxisbeispiele", "leitlinien", "angebote"} | {
    "glossar",
    "quellen",
    "zeitleiste",
}
# Entries whose address the model does not give: the page on which their anchor stands.
AUF_SEITE = {
    "perspektiven": "konzept/",
    "zahlen": "konzept/zahlen/",
    "aufenthalt": "beratung/",
    "auffaelligkeiten": "umgang-mit-der-quelle/",
}


def _adresse(name: str, liste: str, kennung: str) -> str:
    if liste in MIT_ADRESSE:
        return adressen.eintrag(liste, kennung)
    if liste in AUF_SEITE:
        return f"{AUF_SEITE[liste]}#{kennung}"
    leitlinien = konzept(name).leitlinien
    if liste == "schwerpunkte":
        (feld,) = (
            f.id
            for f in leitlinien.handlungsfelder
            for s in f.schwerpunkte or ()
            if s.id == kennung
        )
        return f"handlungsfelder/{feld}/#{kennung}"
    for kapitel in leitlinien.kapitel:
        if kennung in [a.id for a in kapitel.abschnitte]:
            return f"konzept/{kapitel.id}/#{kennung}"
    assert kennung in [a.id for a in leitlinien.konzept.abschnitte]
    return f"konzept/#{kennung}"


EINTRAEGE = [
    pytest.param(name, liste, kennung, id=f"{name}:{liste}:{kennung}")
    for name in DATEN
    for liste, kennung in _alle_eintraege(name)
]


@pytest.mark.parametrize(("name", "liste", "kennung"), EINTRAEGE)
def test_eintrag_hat_seine_adresse(
    name: str, liste: str, kennung: str, gebaut: Mapping[str, Gebaut]
) -> None:
    seite, _, anker = _adresse(name, liste, kennung).partition("#")
    assert gebaut[name].gibt_es(seite, anker)


def test_eintraege_umfassen_alle_listen() -> None:
    listen = {liste for name in DATEN for liste, _ in _alle_eintraege(name)}
    assert listen >= MIT_ADRESSE | set(AUF_SEITE) | {"schwerpunkte", "abschnitte"}


@pytest.mark.parametrize(
    ("name", "adresse", "titel"),
    [
        pytest.param(name, adressen.eintrag(liste, e.id), e.titel, id=f"{name}:{e.id}")
        for name in DATEN
        for liste, eintraege in (
            ("kapitel", konzept(name).leitlinien.kapitel),
            ("handlungsfelder", konzept(name).leitlinien.handlungsfelder),
            ("praxisbeispiele", konzept(name).praxisbeispiele),
        )
        for e in eintraege
    ],
)
def test_seite_des_eintrags_traegt_seinen_titel(
    name: str, adresse: str, titel: str, gebaut: Mapping[str, Gebaut]
) -> None:
    assert gebaut[name].seite(adresse).text("//h1").endswith(titel)


@pytest.mark.parametrize(
    ("name", "kennung", "feld"),
    [
        pytest.param(name, kennung, feld.id, id=f"{name}:{kennung}")
        for name in DATEN
        for kennung, (_, feld) in website(name).verzeichnis.leitlinien.items()
    ],
)
def test_leitlinie_hat_ihren_anker_auch_auf_dem_feld(
    name: str, kennung: str, feld: str, gebaut: Mapping[str, Gebaut]
) -> None:
    assert gebaut[name].gibt_es(f"handlungsfelder/{feld}/", kennung)
    assert gebaut[name].gibt_es("leitlinien/", kennung)


@pytest.mark.parametrize(
    ("ziel", "von", "link"),
    [
        ("", "", "./"),
        ("konzept/", "", "konzept/"),
        ("", "konzept/", "../"),
        ("", "konzept/zahlen/", "../../"),
        ("konzept/", "konzept/", "./"),
        ("konzept/zahlen/", "konzept/", "zahlen/"),
        ("konzept/", "konzept/zahlen/", "../"),
        ("konzept/kapitel-i/", "konzept/zahlen/", "../kapitel-i/"),
        ("glossar/#x", "glossar/", "#x"),
        ("glossar/#x", "", "glossar/#x"),
        ("leitlinien/#b-1", "handlungsfelder/bildung/", "../../leitlinien/#b-1"),
        ("robots.txt", "konzept/", "../robots.txt"),
        ("daten/v1/a.json", "p/a/", "../../daten/v1/a.json"),
        ("beratung/", "404.html", "beratung/"),
        ("", "404.html", "./"),
    ],
)
def test_relativ(ziel: str, von: str, link: str) -> None:
    assert adressen.relativ(ziel, von) == link


@pytest.mark.parametrize("wurzel", ["http://h.test/", "http://h.test/unter/pfad/"])
def test_relativ_fuehrt_von_ueberall_nach_ueberall(wurzel: str) -> None:
    ziele = [ort.adresse for ort in orte(ECHT)]
    for von in ziele:
        for ziel in (*ziele, "leitlinien/#bildung-1"):
            assert urljoin(wurzel + von, adressen.relativ(ziel, von)) == wurzel + ziel, (von, ziel)


@pytest.mark.parametrize(
    ("text", "anker"),
    [
        ("Ärztin", "aerztin"),
        ("Größe", "groesse"),
        ("STRASSE", "strasse"),
        ("Lots*innen & Co.", "lots-innen-co"),
        ("  a  ", "a"),
        ("Română", "romana"),
    ],
)
def test_anker(text: str, anker: str) -> None:
    assert adressen.anker(text) == anker


@pytest.mark.parametrize("kennung", ZUERST)
@pytest.mark.parametrize("wurzel", WURZELN)
def test_kurze_adresse_fuehrt_zum_praxisbeispiel(kennung: str, wurzel: str, server: Server) -> None:
    basis = server[ECHT, wurzel]
    status, inhalt = _antwort(f"{basis}p/{kennung}/")
    assert status == 200
    assert f'content="0; url=../../praxisbeispiele/{kennung}/"' in inhalt
    assert "<script" not in inhalt
    assert _antwort(urljoin(f"{basis}p/{kennung}/", f"../../praxisbeispiele/{kennung}/"))[0] == 200
