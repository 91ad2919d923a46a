"""The published data say all that the data say, and pass the check of each format."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.ausgaben.daten import daten
from macros.seitenplan.adressen import DATEN, DATENDATEIEN
from macros.seitenplan.umleitungen import umleitungen
from tests.gebaut import Gebaut
from tests.orte import DATEN as ORDNER
from tests.orte import ECHT, MINI, konzept, website
from tests.partner.datendateien import (
    GEBAUT,
    LEIT,
    PRAXIS,
    dateien_aus,
    dateien_von,
    pruefe_alle,
    reihen,
)
from tests.server import Server


@pytest.mark.parametrize("name", ORDNER)
def test_gebaute_daten_bestehen(name: str, gebaut: Mapping[str, Gebaut], tmp_path: Path) -> None:
    wurzel = gebaut[name].ordner
    dateien = {
        str(p.relative_to(wurzel)): p.read_bytes().decode()
        for p in (wurzel / DATEN).rglob("*")
        if p.is_file()
    }
    heute = set(dateien) - set(umleitungen(konzept(name)))
    assert heute == {a for a, _ in daten(website(name), GEBAUT)}
    assert set(DATENDATEIEN) <= set(dateien)
    pruefe_alle(dateien, tmp_path)


def test_gleiche_daten_gleiche_bytes() -> None:
    zweimal = [dateien_aus(ORDNER[ECHT], {"mifrin": date(2026, 2, 3)}) for _ in range(2)]
    assert zweimal[0] == zweimal[1]


@pytest.mark.parametrize("name", ORDNER)
def test_alles_ist_wirklich_alles(name: str) -> None:
    dateien, inhalt = dateien_von(website(name)), konzept(name)
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
    dateien = dateien_von(website(name))
    wahr = {k: x.wortlaut for k, (x, _) in website(name).verzeichnis.leitlinien.items()}
    alles = json.loads(dateien[f"{DATEN}alles.json"])
    assert {x["id"]: x["wortlaut"] for x in alles["leitlinien"]} == wahr
    assert {r["id"]: r["wortlaut"] for r in reihen(dateien[f"{DATEN}leitlinien.csv"])} == wahr
    for kennung, wortlaut in wahr.items():
        lizenz = json.loads(dateien[f"{LEIT}{kennung}.json"])["lizenz"]
        assert ("text" in lizenz["gilt_nicht_fuer"]) == (wortlaut == "amtlich")


def test_widersprueche_und_fundstellen_stehen_in_den_daten() -> None:
    satz = json.loads(dateien_von(website(ECHT))[f"{PRAXIS}mifrin.json"])["eintrag"]
    wahr = website(ECHT).verzeichnis.praxisbeispiele["mifrin"]
    assert wahr.widersprueche is not None
    assert [w["frage"] for w in satz["widersprueche"]] == [w.frage for w in wahr.widersprueche]
    zitiert = [b for b in satz["belege"] if "zitat" in b]
    assert zitiert
    assert all("#:~:text=" in b["fundstelle"] for b in zitiert)
    assert (satz["seit"], satz["pfad"]) == ("2017-04-01", "praxisbeispiele/mifrin/")


def test_fruehere_kennung_und_grabstein_haben_daten(mini: Gebaut) -> None:
    def inhalt(adresse: str) -> str:
        return (mini.ordner / adresse).read_text(encoding="utf-8")

    assert umleitungen(konzept(MINI))[f"{PRAXIS}altes-projekt.json"]
    assert inhalt(f"{PRAXIS}altes-projekt.json") == inhalt(f"{PRAXIS}beispielprojekt.json")
    assert inhalt(f"{LEIT}mitreden-1.json") == inhalt(f"{LEIT}teilhabe-1.json")
    weg = json.loads(inhalt(f"{PRAXIS}verschwunden.json"))
    assert (weg["weg_seit"], weg["pfad"]) == ("2026-01-02", "praxisbeispiele/verschwunden/")


def test_was_keine_quelle_sagt_fehlt() -> None:
    satz = json.loads(dateien_von(website(MINI))[f"{PRAXIS}einzelprojekt.json"])["eintrag"]
    assert None not in satz.values()
    assert "finanzierung" not in satz


def test_beispiel_in_python_laeuft(mini: Gebaut, server: Server, tmp_path: Path) -> None:
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
