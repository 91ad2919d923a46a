"""What chats, networks and search engines read of every page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from lxml import etree
from rdflib import RDF, Graph

from macros.ausgaben.bilder import bildtext, bildtexte
from macros.darstellung.aktualitaet import nach_tagen
from macros.darstellung.kopf import kopf
from macros.darstellung.strukturdaten import strukturdaten
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from tests.website import DATEN, ECHT, FEHLT, MINI, Gebaut, Seite, W, konzept, orte, website

# The types that the site uses and which properties schema.org gives them (or their supertypes).
DINGE = {"name", "description", "url", "image", "@id", "@type"}
WERKE = DINGE | {"inLanguage", "isPartOf", "dateModified", "datePublished", "publisher", "citation"}
ORGANISATIONEN = DINGE | {"parentOrganization", "location", "knowsLanguage"}
EIGENSCHAFTEN = {
    "WebSite": WERKE,
    "WebPage": WERKE | {"mainEntity"},
    "Article": WERKE | {"headline", "about"},
    "CreativeWork": WERKE,
    "Project": ORGANISATIONEN | {"foundingDate", "dissolutionDate"},
    "Organization": DINGE,
    "Place": DINGE,
    "Service": DINGE | {"provider", "availableChannel"},
    "ServiceChannel": DINGE | {"serviceUrl"},
    "BreadcrumbList": DINGE | {"itemListElement"},
    "ListItem": DINGE | {"position", "item"},
    "Dataset": WERKE | {"keywords", "license", "isAccessibleForFree", "distribution"},
    "DataDownload": WERKE | {"encodingFormat", "contentUrl"},
}
# What search engines want of each type before they use it.
NOETIG = {
    "WebSite": {"name"},
    "WebPage": {"name", "description", "inLanguage", "isPartOf"},
    "Article": {"headline", "description", "inLanguage", "isPartOf", "about", "dateModified"},
    "Project": {"name", "description", "parentOrganization"},
    "Service": {"name", "provider"},
    "ListItem": {"position", "name", "item"},
    "Dataset": {"name", "description"},
    "DataDownload": {"encodingFormat", "contentUrl"},
}
SCHEMA = "https://schema.org/"


def _meta(seite: Seite, name: str) -> list[str]:
    return [str(w) for w in seite.alle("/html/head/meta[@property=$name]/@content", name=name)]


def _daten(seite: Seite) -> dict[str, Any]:
    daten: dict[str, Any] = json.loads(
        seite.eines("/html/head/script[@type='application/ld+json']").text
    )
    return daten


def _knoten(wert: Any) -> Iterator[dict[str, Any]]:
    if isinstance(wert, list):
        for kind in wert:
            yield from _knoten(kind)
    elif isinstance(wert, dict):
        if "@type" in wert:
            yield wert
        for kind in wert.values():
            yield from _knoten(kind)


def test_open_graph(seite: Seite) -> None:
    basis = konzept(seite.ort.name).betrieb.adresse
    if seite.ort.adresse == FEHLT:
        assert not seite.alle("/html/head/meta[@property]")
        return
    name = website(seite.ort.name).name
    assert _meta(seite, "og:title") == [seite.text("/html/head/title").removesuffix(f" – {name}")]
    assert _meta(seite, "og:description") == seite.alle("//meta[@name='description']/@content")
    assert _meta(seite, "og:site_name") == [name]
    assert _meta(seite, "og:locale") == ["de_DE"]
    assert _meta(seite, "og:type") in (["website"], ["article"])
    assert _meta(seite, "og:url") == ([basis + seite.ort.adresse] if basis else [])
    assert len(_meta(seite, "og:image")) == (1 if basis else 0)


def test_bild_im_kopf_gibt_es(mini: Gebaut) -> None:
    basis = konzept(MINI).betrieb.adresse or ""
    eigene = 0
    for ort in orte(MINI):
        for bild in _meta(mini.seite(ort.adresse), "og:image"):
            adresse = bild.removeprefix(basis)
            assert mini.datei(adresse), bild
            eigene += adresse == f"{ort.adresse}bild.png"
    assert eigene == 1 + 7 + len(konzept(MINI).praxisbeispiele)


def test_worte_zum_bild_sagen_was_darauf_steht(mini: Gebaut) -> None:
    """Most pages share the home page's picture, and so its words."""
    basis = konzept(MINI).betrieb.adresse or ""
    texte = dict(bildtexte(website(MINI)))
    for ort in orte(MINI):
        if ort.adresse != FEHLT:
            seite = mini.seite(ort.adresse)
            (bild,) = _meta(seite, "og:image")
            text = texte[bild.removeprefix(basis)]
            assert _meta(seite, "og:image:alt") == [W("kopf.bild", worte=text.worte)]
            assert text.titel in text.worte and text.dach in text.worte


def test_worte_zum_bild_nennen_keinen_titel_den_die_schrift_nicht_zeigt() -> None:
    daten = konzept(MINI)
    titel = {"titel": "مشروع الترجمة", "kurztitel": "مشروع"}
    beispiel = daten.praxisbeispiele[0].model_copy(update=titel)
    anders = Website(type(daten)(**(vars(daten) | {"praxisbeispiele": (beispiel,)})), W, VORLAGEN)
    seite = anders.seiten[f"praxisbeispiele/{beispiel.id}/"]
    text = bildtext(anders, seite)
    assert text and "مشروع" not in text.worte
    assert beispiel.id in text.worte


def test_ohne_adresse_hat_kein_bild_worte() -> None:
    ohne = website(ECHT)
    assert ohne.konzept.betrieb.adresse is None
    assert all(bildtext(ohne, seite) is None for seite in ohne.seiten.values())


EIN_SATZ = re.compile(r"(praxisbeispiele|handlungsfelder|konzept)/[^/]+/|")


def test_beschreibung_eines_eintrags_ist_ein_satz(seite: Seite) -> None:
    """Also that of the home page: it stands below the title wherever a link is shared."""
    if EIN_SATZ.fullmatch(seite.ort.adresse):
        (beschreibung,) = seite.alle("//meta[@name='description']/@content")
        assert not re.search(r"[.!?] ", beschreibung.replace(" …", "")), beschreibung


def test_strukturdaten_haben_die_form_von_schema_org(seite: Seite) -> None:
    if seite.ort.adresse == FEHLT:
        assert not seite.alle("//script[@type]")
        return
    daten = _daten(seite)
    assert daten["@context"] == "https://schema.org"
    gefunden = list(_knoten(daten["@graph"]))
    for knoten in gefunden:
        art = knoten["@type"]
        assert set(knoten) <= EIGENSCHAFTEN[art] | {"@type"}, knoten
        assert set(knoten) >= NOETIG.get(art, set()), knoten
        assert all(wert not in ("", [], None) for wert in knoten.values()), knoten
        for feld in ("dateModified", "foundingDate", "dissolutionDate", "datePublished"):
            if feld in knoten:
                date.fromisoformat((knoten[feld] + "-01-01")[:10])
    assert [k["@type"] for k in gefunden].count("WebSite") == (
        1 if konzept(seite.ort.name).betrieb.adresse else 2
    )


def test_strukturdaten_nennen_nur_ganze_adressen(seite: Seite) -> None:
    if seite.ort.adresse == FEHLT:
        return
    basis = konzept(seite.ort.name).betrieb.adresse
    for knoten in _knoten(_daten(seite)["@graph"]):
        for feld in ("@id", "url", "image", "item", "serviceUrl", "contentUrl"):
            if feld in knoten:
                assert str(knoten[feld]).startswith("https://"), knoten
        if not basis:
            assert "@id" not in knoten and "image" not in knoten


@pytest.mark.parametrize("name", DATEN)
def test_praxisbeispiel_ist_ein_artikel_ueber_ein_projekt(
    name: str, gebaut: Mapping[str, Gebaut]
) -> None:
    for beispiel in konzept(name).praxisbeispiele:
        daten = _daten(gebaut[name].seite(f"praxisbeispiele/{beispiel.id}/"))
        (artikel,) = (k for k in daten["@graph"] if k["@type"] == "Article")
        assert artikel["headline"] == artikel["about"]["name"] == beispiel.titel
        assert artikel["about"]["@type"] == "Project"
        assert [t["name"] for t in artikel["about"]["parentOrganization"]] == list(beispiel.traeger)
        orte_ = [ort["name"] for ort in artikel["about"].get("location", ())]
        assert orte_ == list(beispiel.stadtteile or ())
        quellen = {quelle["url"] for quelle in artikel["citation"]}
        assert quellen == {website(name).verzeichnis.quellen[b.quelle].url for b in beispiel.belege}


@pytest.mark.parametrize("name", DATEN)
def test_beratung_nennt_jedes_angebot(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    daten = _daten(gebaut[name].seite("beratung/"))
    dienste = [k["name"] for k in _knoten(daten) if k["@type"] == "Service"]
    assert dienste == [angebot.titel for angebot in konzept(name).beratung.angebote]


@pytest.mark.parametrize("name", DATEN)
def test_offene_daten_sind_ein_datensatz(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    """Every download answers; without an address of the site there is none to name."""
    daten = _daten(gebaut[name].seite("daten/"))
    (satz,) = (k for k in _knoten(daten) if k["@type"] == "Dataset")
    assert len(satz["description"]) >= 50, "Suchmaschinen wollen 50 Zeichen"
    basis = konzept(name).betrieb.adresse
    ziele = [d["contentUrl"] for d in satz.get("distribution", ())]
    assert len(ziele) == (6 if basis else 0)
    assert all(gebaut[name].datei(ziel.removeprefix(basis or "")) for ziel in ziele)


def test_brotkrumen_der_minisite(mini: Gebaut) -> None:
    (liste,) = (
        k
        for k in _daten(mini.seite("praxisbeispiele/einzelprojekt/"))["@graph"]
        if k["@type"] == "BreadcrumbList"
    )
    basis = konzept(MINI).betrieb.adresse or ""
    assert [(p["position"], p["item"]) for p in liste["itemListElement"]] == [
        (1, basis),
        (2, f"{basis}praxisbeispiele/"),
        (3, f"{basis}praxisbeispiele/einzelprojekt/"),
    ]


def test_kein_text_der_daten_beendet_den_datenblock() -> None:
    seite = website(MINI).seiten["praxisbeispiele/einzelprojekt/"]
    boese = '</script><script>alert("1")</script><!-- & \u2028'
    eigener = kopf(website(MINI), seite, boese, boese, seite.adresse, boese)
    block = strukturdaten(eigener, website(MINI), seite)
    assert "<" not in block and "&" not in block
    (artikel,) = (k for k in json.loads(block)["@graph"] if k["@type"] == "Article")
    assert artikel["description"] == boese


def test_sitemap_nennt_den_tag_der_letzten_aenderung(mini: Gebaut) -> None:
    baum = etree.parse(str(mini.ordner / "sitemap.xml"))
    tage = {e.findtext("{*}loc"): e.findtext("{*}lastmod") for e in baum.iter("{*}url")}
    basis = konzept(MINI).betrieb.adresse or ""
    assert tage[f"{basis}impressum/"] is None
    for beispiel in konzept(MINI).praxisbeispiele:
        tag = tage[f"{basis}praxisbeispiele/{beispiel.id}/"]
        assert tag and date.fromisoformat(tag) >= beispiel.geprueft_am
        artikel = _daten(mini.seite(f"praxisbeispiele/{beispiel.id}/"))["@graph"][1]
        assert artikel["dateModified"] == tag


MAI, JUNI = date(2026, 5, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("seite", "tage", "erwartet"),
    [
        ("praxisbeispiele/einzelprojekt/", {"einzelprojekt": MAI}, MAI),
        ("praxisbeispiele/einzelprojekt/", {"beispielprojekt": MAI}, date(2026, 1, 2)),
        ("praxisbeispiele/", {"einzelprojekt": MAI, "beispielprojekt": JUNI}, JUNI),
        ("praxisbeispiele/", {"einzelprojekt": JUNI, "beispielprojekt": MAI}, JUNI),
        ("praxisbeispiele/", {"teilhabe": JUNI, "einzelprojekt": MAI}, MAI),
        ("leitlinien/", {"teilhabe-1": JUNI, "einzelprojekt": MAI}, JUNI),
        ("handlungsfelder/teilhabe/", {"teilhabe": JUNI}, JUNI),
        ("handlungsfelder/teilhabe/", {}, None),
        ("stichwoerter/ar/", {"ar": MAI}, None),
        ("", {}, None),
    ],
)
def test_letzte_aenderung(seite: str, tage: dict[str, date], erwartet: date | None) -> None:
    ganze = Website(konzept(MINI), W, VORLAGEN, tage)
    assert ganze.geaendert(ganze.seiten[seite]) == erwartet


def test_mitmachen_zeigt_zuletzt_geaendertes(gebaut: Mapping[str, Gebaut]) -> None:
    for name in DATEN:
        seite = gebaut[name].seite("mitmachen/")
        tage = [str(tag) for tag in seite.alle("//time/@datetime")]
        assert tage == sorted(set(tage), reverse=True)
        assert date.fromisoformat(tage[0]) >= konzept(name).praxisbeispiele[0].geprueft_am
        links = seite.alle("//dd[../dt/time]//a/@href")
        assert {f"../praxisbeispiele/{b.id}/" for b in konzept(name).praxisbeispiele} <= set(links)
        assert "../daten/v1/feed.atom" in seite.alle("//main//a/@href")
        ohne = konzept(name).betrieb.adresse is None
        assert (W("teilen.ohne_adresse") in seite.text("//main")) == ohne


def test_aenderungen_stehen_nach_tagen() -> None:
    eine, andere, *viele = website(MINI).seiten.values()
    tage = nach_tagen([(MAI, eine), (JUNI, andere), (None, viele[0]), (MAI, viele[1])])
    assert tage == ((JUNI, (andere,)), (MAI, (eine, viele[1])))
    assert sum(len(seiten) for _, seiten in nach_tagen([(MAI, eine)] * 60)) == 50


@pytest.mark.parametrize("name", DATEN)
@pytest.mark.parametrize("adresse", ["", "beratung/", "mitmachen/", "handlungsfelder/teilhabe/"])
def test_strukturdaten_sind_json_ld(name: str, adresse: str, gebaut: Mapping[str, Gebaut]) -> None:
    """Expanded, each property of each node is a statement; the remote context is only a prefix."""
    daten = _daten(gebaut[name].seite(adresse))
    graph = Graph()
    wurzel = "https://stadt.example/"
    schema = daten | {"@context": {"@vocab": SCHEMA}}
    graph.parse(data=json.dumps(schema), format="json-ld", publicID=wurzel)
    arten = {str(art).removeprefix(SCHEMA) for art in graph.objects(None, RDF.type)}
    assert arten == {knoten["@type"] for knoten in _knoten(daten["@graph"])}
    merkmale = {str(merkmal).removeprefix(SCHEMA) for merkmal in graph.predicates()}
    erwartet = {name for knoten in _knoten(daten["@graph"]) for name in knoten if name[0] != "@"}
    assert merkmale - {str(RDF.type)} == erwartet
