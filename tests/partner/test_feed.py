"""The feeds: the newest first, under ids that outlive a new name and a new address."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from macros.seitenplan.adressen import DATEN
from tests.orte import DATEN as ORDNER
from tests.orte import MINI, website
from tests.partner.datendateien import PRAXIS, dateien_aus, dateien_von, kopie_mit, pruefe_alle


def test_ohne_adresse_nennt_nichts_eine_falsche(tmp_path: Path) -> None:
    """The ids of the feeds stay the same with and without one."""
    mit = dateien_von(website(MINI))
    ordner = kopie_mit(tmp_path, betrieb=("adresse: https://stadt.example/vielfalt/\n", ""))
    ohne = dateien_aus(ordner)
    assert not [a for a, inhalt in ohne.items() if "stadt.example/vielfalt" in inhalt]
    pruefe_alle(ohne, tmp_path)
    kennungen = [
        [eintrag["id"] for eintrag in json.loads(d[f"{DATEN}feed.json"])["items"]]
        for d in (mit, ohne)
    ]
    assert kennungen[0] == kennungen[1] != []
    assert "url" not in json.loads(ohne[f"{PRAXIS}beispielprojekt.json"])["eintrag"]


def test_feed_nennt_das_neueste_zuerst_und_behaelt_kennungen(tmp_path: Path) -> None:
    """A renamed entry keeps its id in the feed; what nobody knows the day of is not in it."""
    dateien = dateien_aus(ORDNER[MINI], {"einzelprojekt": date(2026, 5, 6)})
    feed = json.loads(dateien[f"{DATEN}feed.json"])["items"]
    assert [e["_zusammenleben"]["pfad"] for e in feed] == [
        "praxisbeispiele/einzelprojekt/",
        "leitlinien/#bildung-1",
        "praxisbeispiele/beispielprojekt/",
    ]
    assert feed[0]["date_modified"] == "2026-05-06T00:00:00Z"
    # The review of its Handlungsfeld.
    assert feed[1]["date_modified"] == "2026-01-05T00:00:00Z"
    ordner = kopie_mit(tmp_path, praxisbeispiele=("  frueher:\n    - altes-projekt\n", ""))
    for datei in (ordner / "praxisbeispiele.yaml", ordner / "suchbegriffe.yaml"):
        text = datei.read_text(encoding="utf-8").replace("beispielprojekt", "altes-projekt")
        datei.write_text(text, encoding="utf-8")
    vorher = json.loads(_ohne_adressbuch(ordner)[f"{DATEN}feed.json"])["items"]
    assert feed[2]["id"] in {e["id"] for e in vorher}


@pytest.mark.parametrize("frueher", ["altes-projekt, mittleres", "mittleres, altes-projekt"])
def test_kennung_im_feed_haengt_nicht_an_der_reihe_der_frueheren(
    frueher: str, tmp_path: Path
) -> None:
    """The ledger knows which id came first, wherever an editor writes the next one."""
    ordner = kopie_mit(
        tmp_path, praxisbeispiele=("frueher:\n    - altes-projekt\n", f"frueher: [{frueher}]\n")
    )
    vorher, nachher = (
        json.loads(dateien_aus(wo)[f"{DATEN}feed.json"])["items"] for wo in (ORDNER[MINI], ordner)
    )
    assert {e["id"] for e in vorher} == {e["id"] for e in nachher}


def _ohne_adressbuch(ordner: Path) -> dict[str, str]:
    leer = "verzeichnet:\n  - am: 2026-01-01\n    adressen:\n      - /\n"
    (ordner / "adressen.yaml").write_text(leer, encoding="utf-8")
    return dateien_aus(ordner)
