"""The published data as they come from a site or from a folder, and the check of each format."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urljoin

import jsonschema
from frictionless import Package
from lxml import etree

from macros.ausgaben.daten import daten
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.pruefung.pruefen import pruefe
from macros.seitenplan.adressen import DATEN
from tests.orte import DATEN as ORDNER
from tests.orte import MINI, W

FORMATE = Path(__file__).with_name("formate")
GEBAUT = datetime(2026, 1, 2, tzinfo=UTC)
LIZENZ = "lizenz: dl-de-by-2.0\n"
PRAXIS, LEIT = f"{DATEN}praxisbeispiele/", f"{DATEN}leitlinien/"


def dateien_von(seite: Website) -> dict[str, str]:
    """Gives the files of a site by their addresses."""
    return dict(daten(seite, GEBAUT))


def dateien_aus(ordner: Path, aenderungen: Mapping[str, date] | None = None) -> dict[str, str]:
    """Gives the files that a folder of data makes, with the days of its entries' last changes."""
    ergebnis = pruefe(ordner, W)
    assert ergebnis.konzept is not None, ergebnis.befunde
    return dateien_von(Website(ergebnis.konzept, W, VORLAGEN, aenderungen))


def kopie_mit(tmp_path: Path, **ersetze: tuple[str, str]) -> Path:
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


def pruefe_alle(dateien: Mapping[str, str], ordner: Path) -> None:
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


def reihen(text: str) -> list[dict[str, str]]:
    """Gives the rows of a table by their columns."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), ""), delimiter=";"))
