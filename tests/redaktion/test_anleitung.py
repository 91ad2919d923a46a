"""CONTRIBUTING.md word by word: its templates pass the check, its commands and places exist."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from macros.lauf import WURZEL
from macros.modell import SEITEN, Praxisbeispiel, Quelle
from macros.pruefung.pruefen import pruefe
from tests.orte import W
from tests.redaktion.faelle import kopie

ANLEITUNG = (WURZEL / "CONTRIBUTING.md").read_text(encoding="utf-8")
VORLAGE, QUELLENVORLAGE = re.findall(r"```yaml\n(.*?)```", ANLEITUNG, re.DOTALL)
BEISPIEL = {
    "id": "stadtteilcafe",
    "titel": "Das Café im Stadtteil",
    "kurztitel": "Stadtteilcafé",
    "handlungsfeld": "wohnen",
    "kurz": '"Kaffee: jeden Tag."',
    "stand": "unbekannt",
    "quelle": "cafe-blatt",
    "wofuer": "dass es das Café gibt",
    "geprueft_am": "2026-11-23",
    "": "Ein Absatz.",
}
BLATT = {
    "id": "cafe-blatt",
    "titel": "Das Blatt",
    "herausgeber": "Ein Verein",
    "art": "traeger",
    "url": "https://verein.example/blatt",
    "gelesen": "ganz",
}


def _ausgefuellt(vorlage: str, werte: Mapping[str, str]) -> str:
    """Writes each value where the guide says: behind the colon, or behind the dash."""

    def zeile(treffer: re.Match[str]) -> str:
        return f"{treffer[0]} {werte.get(treffer[1] or '', '')}".rstrip()

    return re.sub(r"^ *(?:- )?(\w+):$|^  -$", zeile, vorlage, flags=re.MULTILINE)


def test_vorlage_ausgefuellt_besteht_die_pruefung(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    (ordner / "praxisbeispiele").mkdir()
    text = _ausgefuellt(VORLAGE, BEISPIEL) + _ausgefuellt(QUELLENVORLAGE, BLATT)
    (ordner / "praxisbeispiele" / "stadtteilcafe.yaml").write_text(text, encoding="utf-8")
    ergebnis = pruefe(ordner, W)
    assert ergebnis.befunde == ()
    assert ergebnis.konzept
    neu = ergebnis.konzept.praxisbeispiele[-1]
    assert (neu.kurz, neu.traeger) == ("Kaffee: jeden Tag.", ("Ein Absatz.",))
    assert neu.quellen and neu.quellen[0].id == neu.belege[0].quelle


def test_vorlagen_nennen_genau_die_pflichtfelder() -> None:
    def pflicht(modell: type[Praxisbeispiel] | type[Quelle]) -> list[str]:
        return [name for name, feld in modell.model_fields.items() if feld.is_required()]

    assert list(yaml.safe_load(VORLAGE)) == pflicht(Praxisbeispiel)
    assert list(yaml.safe_load(QUELLENVORLAGE)["quellen"][0]) == pflicht(Quelle)


def test_leere_vorlage_wird_verstaendlich_abgelehnt(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    (ordner / "praxisbeispiele").mkdir()
    (ordner / "praxisbeispiele" / "stadtteilcafe.yaml").write_text(VORLAGE, encoding="utf-8")
    saetze = [befund.satz for befund in pruefe(ordner, W).befunde]
    assert len(saetze) >= 10
    assert all("ist leer" in satz and "„" in satz for satz in saetze), saetze


def test_genannte_felder_befehle_und_orte_gibt_es() -> None:
    ausserdem = ANLEITUNG[ANLEITUNG.index("Außerdem möglich") :].split("Was sie bedeuten")[0]
    freiwillig = [n for n, f in Praxisbeispiel.model_fields.items() if not f.is_required()]
    assert re.findall(r"`(\w+)`", ausserdem) == freiwillig
    ziele = re.findall(r"^([a-z-]+):", (WURZEL / "Makefile").read_text(encoding="utf-8"), re.M)
    genannt = set(re.findall(r"`make ([a-z-]+)", ANLEITUNG))
    assert genannt and genannt <= set(ziele)
    for ziel, anker in re.findall(r"\]\(([\w./]+)(?:#([\w?äöüß-]+))?\)", ANLEITUNG):
        text = (WURZEL / ziel).read_text(encoding="utf-8")
        ueberschriften = {
            re.sub(r"[^\w -]", "", kopf.lower()).replace(" ", "-")
            for kopf in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
        }
        assert not anker or anker in ueberschriften, (ziel, anker)


def test_anleitung_nennt_jede_seite_als_ziel() -> None:
    satz = ANLEITUNG.split("oder diese Seiten: ")[1].split(".")[0]
    assert re.findall(r"`([^`]+)`", satz) == list(SEITEN)
