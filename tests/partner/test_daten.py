"""The published data keep their contract, each file checked with its format's own tools."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jsonschema
import pyshacl
import pytest
import rdflib
from frictionless import Package
from lxml import etree

from macros.ausgaben.daten import daten
from macros.ausgaben.daten.tabellen import SPALTEN, zelle
from macros.ausgaben.daten.vertrag import FASSUNG
from macros.ausgaben.daten.vertragsdateien import SCHEMATA
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.pruefung.pruefen import pruefe
from macros.seitenplan.adressen import DATEN, DATENDATEIEN, relativ
from macros.seitenplan.umleitungen import umleitungen
from tests.website import DATEN as ORDNER
from tests.website import ECHT, MINI, Gebaut, W, konzept, website

FORMATE = Path(__file__).with_name("formate")
VERTRAG = FORMATE / f"vertrag-{FASSUNG}.json"
GEBAUT = datetime(2026, 1, 2, tzinfo=UTC)
LIZENZ = "lizenz: dl-de-by-2.0\n"
PRAXIS, LEIT = f"{DATEN}praxisbeispiele/", f"{DATEN}leitlinien/"


def _dateien(seite: Website) -> dict[str, str]:
    return dict(daten(seite, GEBAUT))


def _aus(ordner: Path, aenderungen: Mapping[str, date] | None = None) -> dict[str, str]:
    ergebnis = pruefe(ordner, W)
    assert ergebnis.konzept is not None, ergebnis.befunde
    return _dateien(Website(ergebnis.konzept, W, VORLAGEN, aenderungen))


def _kopie(tmp_path: Path, **ersetze: tuple[str, str]) -> Path:
    """A copy of the mini-site's data with one text of each named file replaced."""
    ordner = Path(shutil.copytree(ORDNER[MINI], tmp_path / "daten"))
    for name, (alt, neu) in ersetze.items():
        pfad = ordner / f"{name}.yaml"
        text = pfad.read_text(encoding="utf-8")
        assert alt in text
        pfad.write_text(text.replace(alt, neu, 1), encoding="utf-8")
    return ordner


def _schreibe(dateien: Mapping[str, str], ordner: Path) -> Path:
    for adresse, inhalt in dateien.items():
        (ordner / adresse).parent.mkdir(parents=True, exist_ok=True)
        (ordner / adresse).write_bytes(inhalt.encode())
    return ordner / DATEN


def _pruefe_alle(dateien: Mapping[str, str], ordner: Path) -> None:
    """Every format's own check of one set of files."""
    for adresse in dateien:
        if adresse.endswith(".json") and "/schema/" not in adresse:
            inhalt = json.loads(dateien[adresse])
            if "$schema" in inhalt:
                schema = json.loads(dateien[urljoin(adresse, inhalt["$schema"])])
                jsonschema.Draft202012Validator(
                    schema, format_checker=jsonschema.FormatChecker()
                ).validate(inhalt)
    jsonschema.validate(
        json.loads(dateien[f"{DATEN}feed.json"]),
        json.loads((FORMATE / "jsonfeed.json").read_text(encoding="utf-8")),
    )
    etree.RelaxNG(etree.parse(str(FORMATE / "atom.rng"))).assertValid(
        etree.fromstring(dateien[f"{DATEN}feed.atom"].encode())
    )
    bericht = Package(str(_schreibe(dateien, ordner) / "datapackage.json")).validate()
    assert bericht.valid, bericht.flatten(["name", "type", "note"])


def _graph(katalog: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(data=katalog, format="json-ld", publicID=f"https://stadt.example/{DATEN}c.jsonld")
    return graph


def _verstoesse(katalog: str) -> str:
    _, _, text = pyshacl.validate(_graph(katalog), shacl_graph=str(FORMATE / "dcat.ttl"))
    return str(text)


def _reihen(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), ""), delimiter=";"))


@pytest.mark.parametrize("name", ORDNER)
def test_gebaute_daten_bestehen(name: str, gebaut: Mapping[str, Gebaut], tmp_path: Path) -> None:
    wurzel = gebaut[name].ordner
    dateien = {
        str(p.relative_to(wurzel)): p.read_bytes().decode()
        for p in (wurzel / DATEN).rglob("*")
        if p.is_file()
    }
    assert set(dateien) == {a for a, _ in daten(website(name), GEBAUT)}
    assert set(DATENDATEIEN) <= set(dateien)
    _pruefe_alle(dateien, tmp_path)


@pytest.mark.parametrize("name", SCHEMATA)
def test_vertrag_aendert_sich_nur_mit_der_fassung(name: str) -> None:
    """A new field raises the second number of FASSUNG, a lost one needs a new folder."""
    schema = json.loads(_dateien(website(ECHT))[f"{DATEN}schema/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    vertrag = json.loads(VERTRAG.read_text(encoding="utf-8"))
    assert schema == vertrag[name], f"{VERTRAG.name}: anderer Vertrag, gleiche Fassung"


@pytest.mark.parametrize("name", SCHEMATA)
def test_neue_fassung_nimmt_nichts_weg(name: str) -> None:
    """Whoever reads `v1` by an older version still finds every field, of the same kind."""
    neu = json.loads(VERTRAG.read_text(encoding="utf-8"))[name]
    for datei in FORMATE.glob("vertrag-1.*.json"):
        alt = json.loads(datei.read_text(encoding="utf-8"))[name]
        assert _felder(alt) <= _felder(neu), datei.name


def _felder(schema: dict[str, Any]) -> set[tuple[str, ...]]:
    """Each field of a schema with its kind, and whether a reader may rely on it."""
    gruppen = {"": schema, **schema.get("$defs", {})}
    return {
        (gruppe, feld, art, json.dumps(angaben.get(art), sort_keys=True))
        for gruppe, inhalt in gruppen.items()
        for feld, angaben in inhalt["properties"].items()
        for art in ("type", "anyOf", "enum", "const", "$ref", "items")
    } | {
        (gruppe, feld, "required")
        for gruppe, inhalt in gruppen.items()
        for feld in inhalt["required"]
    }


def test_seite_nennt_die_fassung(echt: Gebaut) -> None:
    neueste = echt.seite("daten/").alle("//h2[.='Was bleibt']/following::li[1]/strong")
    assert [fassung.text_content() for fassung in neueste] == [f"Fassung {FASSUNG},"]
    for datei in DATENDATEIEN:
        assert echt.seite("daten/").alle("//a[@href=$ziel]", ziel=relativ(datei, "daten/"))


def test_gleiche_daten_gleiche_bytes() -> None:
    zweimal = [_aus(ORDNER[ECHT], {"mifrin": date(2026, 2, 3)}) for _ in range(2)]
    assert zweimal[0] == zweimal[1]


@pytest.mark.parametrize("name", ORDNER)
def test_jede_zahl_steht_in_der_tabelle(name: str) -> None:
    dateien, inhalt = _dateien(website(name)), konzept(name)
    soll = [
        (k.id, w.bezeichnung, w.wert, k.einheit, w.stand.iso, {b.quelle for b in w.belege})
        for k in inhalt.zahlen
        for w in k.werte
    ] + [
        (b.id, z.was, z.wert, z.einheit, z.stand.iso, {x.quelle for x in z.belege})
        for b in inhalt.praxisbeispiele
        for z in b.zahlen or ()
    ]
    ist = [
        (
            r["eintrag"],
            r["was"].removeprefix("'"),
            float(r["wert"].replace(",", ".")),
            r["einheit"].removeprefix("'"),
            r["stand"],
            set(r["quellen"].split(" | ")),
        )
        for r in _reihen(dateien[f"{DATEN}zahlen.csv"])
    ]
    assert ist == soll != []
    assert [k["id"] for k in json.loads(dateien[f"{DATEN}alles.json"])["zahlen"]] == [
        k.id for k in inhalt.zahlen
    ]


@pytest.mark.parametrize("name", ORDNER)
def test_alles_ist_wirklich_alles(name: str) -> None:
    dateien, inhalt = _dateien(website(name)), konzept(name)
    alles = json.loads(dateien[f"{DATEN}alles.json"])
    assert [b["id"] for b in alles["praxisbeispiele"]] == [b.id for b in inhalt.praxisbeispiele]
    assert [x["id"] for x in alles["leitlinien"]] == list(website(name).verzeichnis.leitlinien)
    assert [q["id"] for q in alles["quellen"]] == [q.id for q in inhalt.quellen]
    for satz in (*alles["praxisbeispiele"], *alles["leitlinien"]):
        einzeln = json.loads(dateien[f"{DATEN}{_ordner(satz)}/{satz['id']}.json"])
        assert einzeln["eintrag"] == satz
        genannt = {q["id"] for q in einzeln["quellen"]}
        assert genannt == set(_quellen(satz))


def _ordner(satz: Mapping[str, Any]) -> str:
    return {"praxisbeispiel": "praxisbeispiele", "leitlinie": "leitlinien"}[satz["art"]]


def _quellen(wert: Any) -> Iterator[str]:
    """Gives every source that something below a value names."""
    for kind in wert.values() if isinstance(wert, dict) else wert:
        if isinstance(kind, dict | list):
            yield from _quellen(kind)
    if isinstance(wert, dict) and "quelle" in wert:
        yield wert["quelle"]


@pytest.mark.parametrize("name", ORDNER)
def test_wessen_worte_steht_ueberall(name: str) -> None:
    dateien = _dateien(website(name))
    wahr = {k: x.wortlaut for k, (x, _) in website(name).verzeichnis.leitlinien.items()}
    alles = json.loads(dateien[f"{DATEN}alles.json"])
    assert {x["id"]: x["wortlaut"] for x in alles["leitlinien"]} == wahr
    assert {r["id"]: r["wortlaut"] for r in _reihen(dateien[f"{DATEN}leitlinien.csv"])} == wahr
    for kennung, wortlaut in wahr.items():
        lizenz = json.loads(dateien[f"{LEIT}{kennung}.json"])["lizenz"]
        assert ("text" in lizenz["gilt_nicht_fuer"]) == (wortlaut == "amtlich")


def test_widersprueche_und_fundstellen_stehen_in_den_daten() -> None:
    satz = json.loads(_dateien(website(ECHT))[f"{PRAXIS}mifrin.json"])["eintrag"]
    wahr = website(ECHT).verzeichnis.praxisbeispiele["mifrin"]
    assert wahr.widersprueche is not None
    assert [w["frage"] for w in satz["widersprueche"]] == [w.frage for w in wahr.widersprueche]
    zitiert = [b for b in satz["belege"] if "zitat" in b]
    assert zitiert
    assert all("#:~:text=" in b["fundstelle"] for b in zitiert)
    assert (satz["seit"], satz["pfad"]) == ("2017-04-01", "praxisbeispiele/mifrin/")


def test_fruehere_kennung_und_grabstein_haben_daten() -> None:
    dateien = _dateien(website(MINI))
    assert umleitungen(konzept(MINI))[f"{PRAXIS}altes-projekt.json"]
    assert dateien[f"{PRAXIS}altes-projekt.json"] == dateien[f"{PRAXIS}beispielprojekt.json"]
    assert dateien[f"{LEIT}mitreden-1.json"] == dateien[f"{LEIT}teilhabe-1.json"]
    weg = json.loads(dateien[f"{PRAXIS}verschwunden.json"])
    assert (weg["weg_seit"], weg["pfad"]) == ("2026-01-02", "praxisbeispiele/verschwunden/")


def test_tabelle_oeffnet_sich_im_deutschen_excel() -> None:
    """Its own mark for UTF-8, semicolons, Windows line ends; paragraphs stay in their cell."""
    text = _dateien(website(MINI))[f"{DATEN}praxisbeispiele.csv"]
    assert text.encode().startswith(b"\xef\xbb\xbfid;titel;")
    assert text.endswith("\r\n")
    erste = _reihen(text)[0]
    assert tuple(erste) == SPALTEN["praxisbeispiele"]
    beispiel = konzept(MINI).praxisbeispiele[0]
    assert erste["titel"] == beispiel.titel
    assert erste["beschreibung"] == "\n\n".join(beispiel.beschreibung)
    assert erste["stadtteile"] == " | ".join(beispiel.stadtteile or ())


@pytest.mark.parametrize("anfang", ["=", "+", "-", "@", "\t", "\r"])
def test_keine_zelle_rechnet(anfang: str) -> None:
    assert zelle(f"{anfang}1+1") == f"'{anfang}1+1"
    assert zelle((f"{anfang}1", "x")) == f"'{anfang}1 | x"
    assert zelle(f"a{anfang}1") == f"a{anfang}1"


KURZTITEL = """kurztitel: 'Lots*innen & "Freunde"'"""
BOESE = {
    "formel": '=HYPERLINK(A1;"x")',
    "plus": "+49",
    "minus": "-1",
    "at": "@SUM(1)",
    "arabisch": "مركز الاندماج في إيسن",
    "hebraeisch": "שלום <5 & mehr",
    "lang": "Sehr " + "langer " * 300 + "Titel",
    "anfuehrung": "„a“ \"b\" 'c'; d|e",
}


@pytest.mark.parametrize("titel", BOESE.values(), ids=BOESE)
def test_boese_titel_kommen_heil_an(titel: str, tmp_path: Path) -> None:
    ordner = _kopie(tmp_path, praxisbeispiele=(KURZTITEL, f"kurztitel: {json.dumps(titel)}"))
    dateien = _aus(ordner)
    _pruefe_alle(dateien, tmp_path)
    satz = json.loads(dateien[f"{PRAXIS}beispielprojekt.json"])["eintrag"]
    assert satz["kurztitel"] == titel
    zeile = _reihen(dateien[f"{DATEN}praxisbeispiele.csv"])[0]["kurztitel"]
    assert zeile.removeprefix("'") == titel.removeprefix("'")
    assert not zeile.startswith(("=", "+", "-", "@"))


def test_zeilenumbruch_kommt_nicht_in_die_daten(tmp_path: Path) -> None:
    """A text is one paragraph; a line that only wraps in the file is a blank in the data."""
    ordner = _kopie(tmp_path, praxisbeispiele=(KURZTITEL, "kurztitel: >-\n    a\n    b"))
    satz = json.loads(_aus(ordner)[f"{PRAXIS}beispielprojekt.json"])["eintrag"]
    assert satz["kurztitel"] == "a b"
    (tmp_path / "zwei").mkdir()
    ordner = _kopie(tmp_path / "zwei", praxisbeispiele=(KURZTITEL, 'kurztitel: "a\\r\\nb"'))
    assert ["Leerzeile" in b.satz for b in pruefe(ordner, W).befunde] == [True]


def test_was_keine_quelle_sagt_fehlt() -> None:
    satz = json.loads(_dateien(website(MINI))[f"{PRAXIS}einzelprojekt.json"])["eintrag"]
    assert None not in satz.values()
    assert "finanzierung" not in satz


def test_kennung_in_anderer_schreibung_ist_keine(tmp_path: Path) -> None:
    ordner = _kopie(tmp_path, praxisbeispiele=("id: beispielprojekt", "id: Einzelprojekt"))
    assert any("„Einzelprojekt“ passt nicht" in b.satz for b in pruefe(ordner, W).befunde)


def test_ohne_adresse_nennt_nichts_eine_falsche(tmp_path: Path) -> None:
    """The ids of the feeds stay the same with and without one."""
    mit = _dateien(website(MINI))
    ordner = _kopie(tmp_path, betrieb=("adresse: https://stadt.example/vielfalt/\n", ""))
    ohne = _aus(ordner)
    assert not [a for a, inhalt in ohne.items() if "stadt.example/vielfalt" in inhalt]
    _pruefe_alle(ohne, tmp_path)
    kennungen = [
        [eintrag["id"] for eintrag in json.loads(d[f"{DATEN}feed.json"])["items"]]
        for d in (mit, ohne)
    ]
    assert kennungen[0] == kennungen[1] != []
    assert "url" not in json.loads(ohne[f"{PRAXIS}beispielprojekt.json"])["eintrag"]


def test_feed_nennt_das_neueste_zuerst_und_behaelt_kennungen(tmp_path: Path) -> None:
    """A renamed entry keeps its id in the feed; what nobody knows the day of is not in it."""
    dateien = _aus(ORDNER[MINI], {"einzelprojekt": date(2026, 5, 6)})
    feed = json.loads(dateien[f"{DATEN}feed.json"])["items"]
    assert [e["_zusammenleben"]["pfad"] for e in feed] == [
        "praxisbeispiele/einzelprojekt/",
        "leitlinien/#bildung-1",
        "praxisbeispiele/beispielprojekt/",
    ]
    assert feed[0]["date_modified"] == "2026-05-06T00:00:00Z"
    # The review of its Handlungsfeld.
    assert feed[1]["date_modified"] == "2026-01-05T00:00:00Z"
    ordner = _kopie(tmp_path, praxisbeispiele=("  frueher:\n    - altes-projekt\n", ""))
    for datei in (ordner / "praxisbeispiele.yaml", ordner / "suchbegriffe.yaml"):
        text = datei.read_text(encoding="utf-8").replace("beispielprojekt", "altes-projekt")
        datei.write_text(text, encoding="utf-8")
    vorher = json.loads(_ohne_adressbuch(ordner)[f"{DATEN}feed.json"])["items"]
    assert feed[2]["id"] in {e["id"] for e in vorher}


def _ohne_adressbuch(ordner: Path) -> dict[str, str]:
    leer = "verzeichnet:\n  - am: 2026-01-01\n    adressen:\n      - /\n"
    (ordner / "adressen.yaml").write_text(leer, encoding="utf-8")
    return _aus(ordner)


def test_katalog_besteht_die_formen(tmp_path: Path) -> None:
    ordner = _kopie(tmp_path, betrieb=("betrieb: amtlich\n", f"betrieb: amtlich\n{LIZENZ}"))
    katalog = _aus(ordner)[f"{DATEN}catalog.jsonld"]
    assert "Conforms: True" in _verstoesse(katalog)
    assert len(_graph(katalog)) > 50


@pytest.mark.parametrize("feld", ["dct:license", "dct:format", "dcat:accessURL"])
def test_formen_greifen(feld: str, tmp_path: Path) -> None:
    ordner = _kopie(tmp_path, betrieb=("betrieb: amtlich\n", f"betrieb: amtlich\n{LIZENZ}"))
    katalog = json.loads(_aus(ordner)[f"{DATEN}catalog.jsonld"])
    del katalog["dcat:dataset"]["dcat:distribution"][0][feld]
    assert "Conforms: False" in _verstoesse(json.dumps(katalog))


def test_katalog_des_demonstrators_laesst_nur_offen_was_offen_ist() -> None:
    """Publisher, contact and licence are the operator's; nothing is made up."""
    text = _verstoesse(_dateien(website(ECHT))[f"{DATEN}catalog.jsonld"])
    pfade = {z.split()[-1] for z in text.splitlines() if z.strip().startswith("Result Path:")}
    assert pfade == {"dct:publisher", "dcat:contactPoint", "dct:license"}


def test_lizenz_steht_erst_da_wenn_sie_gewaehlt_ist(tmp_path: Path) -> None:
    offen = _dateien(website(MINI))
    assert "licenses" not in json.loads(offen[f"{DATEN}datapackage.json"])
    assert "name" not in json.loads(offen[f"{DATEN}alles.json"])["lizenz"]
    ordner = _kopie(tmp_path, betrieb=("betrieb: amtlich\n", f"betrieb: amtlich\n{LIZENZ}"))
    gewaehlt = _aus(ordner)
    _pruefe_alle(gewaehlt, tmp_path)
    lizenz = json.loads(gewaehlt[f"{DATEN}alles.json"])["lizenz"]
    assert lizenz["url"] == "https://www.govdata.de/dl-de/by-2-0"
    assert {"text", "belege.zitat"} <= set(lizenz["gilt_nicht_fuer"])


def test_beispiel_in_python_laeuft(
    mini: Gebaut, server: Mapping[tuple[str, str], str], tmp_path: Path
) -> None:
    """The very code of the page, against the served site."""
    (code,) = mini.seite("daten/").alle("//code[contains(@class, 'language-python')]")
    adresse = f"{konzept(MINI).betrieb.adresse}{DATEN}"
    assert adresse in code.text_content()
    programm = tmp_path / "beispiel.py"
    programm.write_text(
        code.text_content().replace(adresse, f"{server[MINI, '/']}{DATEN}"), encoding="utf-8"
    )
    lauf = subprocess.run([sys.executable, str(programm)], capture_output=True, text=True)
    assert lauf.stderr == ""
    assert lauf.stdout.splitlines() == [
        f"{b.kurztitel}: {b.stand}" for b in konzept(MINI).praxisbeispiele
    ]
