"""Every link and anchor leads somewhere, and nothing is loaded from another host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from macros.auslieferung.beilagen import FUER_IMMER, benannt
from tests.gebaut import Gebaut, Seite, ohne_kennung
from tests.orte import DATEN, FEHLT, UNTERPFAD, wurzel_der_adresse

GELADEN = (
    "//link[@rel='stylesheet' or @rel='icon']/@href | //*[@src]/@src | //@srcset | //object/@data"
    " | //video/@poster | //*[local-name()='use' or local-name()='image']/@href | //form/@action"
)
SEITENLINKS = "//a/@href"


def _auswaerts(link: str) -> bool:
    return bool(urlsplit(link).scheme)


def _tote(seite: Seite, gebaut: Gebaut, wurzel: str, von: str) -> list[str]:
    links = seite.alle(f"{SEITENLINKS} | {GELADEN}")
    assert links
    ziele = {link: gebaut.ziel(link, von, wurzel) for link in links if not _auswaerts(link)}
    # An anchor alone stays on the page, also where that was sent for a wrong address.
    hier = {link: (seite.ort.adresse, link[1:]) for link in links if link.startswith("#")}
    return [
        link for link, ziel in (ziele | hier).items() if ziel is None or not gebaut.gibt_es(*ziel)
    ]


@pytest.mark.parametrize("wurzel", ["/", UNTERPFAD])
def test_innere_links_fuehren_ans_ziel(
    seite: Seite, wurzel: str, gebaut: Mapping[str, Gebaut]
) -> None:
    von = seite.ort.adresse
    if von == FEHLT:
        wurzel, von = wurzel_der_adresse(seite.ort.name), "gibt/es/nicht/"
    assert not _tote(seite, gebaut[seite.ort.name], wurzel, von)


def test_innere_links_sind_bezogen(seite: Seite) -> None:
    if seite.ort.adresse == FEHLT:
        assert all(re.match(r"/|#|https:", link) for link in seite.alle(SEITENLINKS))
    else:
        assert not [link for link in seite.alle(SEITENLINKS) if link.startswith("/")]


def test_laedt_nur_vom_eigenen_host(seite: Seite) -> None:
    geladen = seite.alle(GELADEN)
    assert len(geladen) >= 4
    assert not [adresse for adresse in geladen if ":" in adresse or adresse.startswith("//")]
    assert not seite.alle("//iframe | //object | //embed | //audio | //video | //meta[@http-equiv]")
    assert not seite.alle("//link[@rel='preconnect' or @rel='dns-prefetch' or @rel='prefetch']")


def test_fremde_links_sind_https_und_gekennzeichnet(seite: Seite) -> None:
    fremde = [a for a in seite.alle("//a[@href]") if ":" in a.get("href").split("#")[0]]
    assert fremde
    schlecht = [
        a.get("href")
        for a in fremde
        if not re.match("mailto:|tel:", a.get("href"))
        and not (a.get("href").startswith("https://") and "external" in (a.get("rel") or ""))
    ]
    assert not schlecht


def test_links_haben_worte(seite: Seite) -> None:
    assert not [
        a.get("href")
        for a in seite.alle("//a[@href]")
        if not (a.text_content().strip() or a.get("aria-label"))
    ]


@pytest.mark.parametrize("name", DATEN)
def test_stilvorlagen_laden_nichts_von_anderswo(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    vorlagen = list(gebaut[name].ordner.rglob("*.css"))
    assert len(vorlagen) == 5
    for vorlage in vorlagen:
        css = vorlage.read_text(encoding="utf-8")
        verweise = re.findall(r"url\(\s*[\"']?([^\"')]+)", css)
        assert not re.findall(r"@import[^;]*//", css), vorlage.name
        assert not [v for v in verweise if not v.startswith(("data:", "#"))], vorlage.name


# Scripts are of the header, the search, /praxisbeispiele/ and the editors' form, see test_seiten.
DER_SUCHE = {
    "eigen/kopf.js",
    "eigen/kurztaste-schalter.js",
    "eigen/praxisbeispiele.js",
    "eigen/suche.js",
    "eigen/fremd/minisearch.js",
    "eigen/verzeichnis.json",
    "eigen/echte.txt",
}
DES_FORMULARS = {
    "eigen/fingerabdruecke.js",
    "eigen/formulardaten.js",
    "eigen/fremd/json-schema.js",
    "eigen/redaktion.css",
    "eigen/redaktion.js",
    "redaktion/praxisbeispiel.json",
}


ZUM_TEILEN = {"eigen/karte.css", "eigen/teilen.css", "eigen/teilen.js"}
DES_RAHMENS = {"eigen/stil.css", "eigen/thema.css", "eigen/zeichen.svg"}


@pytest.mark.parametrize("name", DATEN)
def test_ausgeliefert_wird_nur_gebrauchtes(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    ordner: Path = gebaut[name].ordner
    dateien = {str(p.relative_to(ordner)) for p in ordner.rglob("*") if p.is_file()}
    # What stands beside an entry, and data, have own checks in tests/partner.
    daneben = (".html", "bild.png", "/qr.svg", "/qr.png", "/oembed.json")
    eigene = {d for d in dateien if d.endswith(daneben) or d.startswith("daten/v1/")}
    beilagen = {ohne_kennung(d) for d in dateien - eigene}
    assert beilagen - DES_FORMULARS - DER_SUCHE - DES_RAHMENS - ZUM_TEILEN == {
        "robots.txt",
        "sitemap.xml",
        "sitemap.xml.gz",
        ".well-known/security.txt",
        "_headers",
        "_redirects",
        "_verschwunden",
    }


@pytest.mark.parametrize("name", DATEN)
def test_beilagen_heissen_nach_ihrem_inhalt(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    """So a browser may keep them for good; a page that asks for a bare name gets nothing."""
    ordner = gebaut[name].ordner
    beilagen = [p for p in (ordner / "eigen").rglob("*") if p.is_file()]
    assert len(beilagen) >= 10
    for datei in beilagen:
        adresse = datei.relative_to(ordner).as_posix()
        assert adresse == benannt(ohne_kennung(adresse), datei.read_bytes())
        assert FUER_IMMER.fullmatch(adresse)


def test_seite_laedt_nur_beilagen_mit_kennung(seite: Seite) -> None:
    verweise = seite.alle("//script/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
    assert len(verweise) >= 4
    assert not [v for v in verweise if not re.search(r"(?:^|/)eigen/.+\.[0-9a-f]{8}\.\w+$", v)]
