"""What a change does to the site is told before it is accepted."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.pruefung.pruefen import pruefe
from macros.redaktion.aenderungsbericht import bericht
from macros.redaktion.nachtrag import fehlende
from macros.redaktion.vergleich import Vergleich, vergleiche
from macros.sprache import lade
from tests.redaktion.faelle import MUSTER, kopie

W = lade()
ADRESSBUCH = "verzeichnet:\n  - am: 2026-01-01\n    adressen:\n      - /\n"


def _website(ordner: Path) -> Website:
    ergebnis = pruefe(ordner, W)
    assert ergebnis.konzept is not None, ergebnis.befunde
    return Website(ergebnis.konzept, W, VORLAGEN)


def _ersetze(ordner: Path, datei: str, alt: str, neu: str) -> None:
    pfad = ordner / datei
    text = pfad.read_text(encoding="utf-8")
    assert alt in text
    pfad.write_text(text.replace(alt, neu), encoding="utf-8")


def _benenne_um(ordner: Path, alt: str, neu: str) -> None:
    """Renames an entry everywhere but in the ledger, which keeps what was promised."""
    for pfad in set(ordner.glob("*.yaml")) - {ordner / "adressen.yaml"}:
        text = pfad.read_text(encoding="utf-8")
        pfad.write_text(re.sub(rf"\b{alt}\b", neu, text), encoding="utf-8")


@cache
def _bisher() -> Website:
    return _website(MUSTER)


def _vergleich(neu: Path) -> Vergleich:
    return vergleiche(_bisher(), _website(neu))


def _befehl(alt: Path, neu: Path) -> subprocess.CompletedProcess[str]:
    befehl = [sys.executable, "-m", "macros", "vergleich", str(alt), str(neu)]
    return subprocess.run(befehl, cwd=WURZEL, capture_output=True, encoding="utf-8", check=False)


def test_nichts_geaendert(tmp_path: Path) -> None:
    lauf = _befehl(MUSTER, kopie(tmp_path))
    assert (lauf.returncode, lauf.stderr) == (0, "")
    assert "Nichts. Die Seiten bleiben gleich." in lauf.stdout


def test_ein_feld(tmp_path: Path) -> None:
    neu = kopie(tmp_path)
    _ersetze(neu, "praxisbeispiele.yaml", "kurztitel: MifriN", "kurztitel: Mifri|N")
    ergebnis = _vergleich(neu)
    (eintrag,) = ergebnis.eintraege
    assert (eintrag.liste, eintrag.kennung) == ("praxisbeispiele", "mifrin")
    assert [(f.feld, f.vorher, f.nachher) for f in eintrag.felder] == [
        ("kurztitel", "MifriN", "Mifri|N")
    ]
    assert "praxisbeispiele/" in ergebnis.geaendert
    assert not (ergebnis.neu or ergebnis.entfernt or ergebnis.verloren)
    assert "Mifri\\|N" in _befehl(MUSTER, neu).stdout


def test_leitlinien_eines_praxisbeispiels_gehoeren_dazu(tmp_path: Path) -> None:
    neu = kopie(tmp_path)
    _ersetze(neu, "praxisbeispiele.yaml", "    - wohnen-1\n", "    - wohnen-2\n")
    assert "mifrin" in {eintrag.kennung for eintrag in _vergleich(neu).eintraege}


def test_seite_nach_wert_kommt_und_geht_mit_dem_wert(tmp_path: Path) -> None:
    """A mended spelling must not be refused; the report names the address that goes."""
    neu = kopie(tmp_path)
    _ersetze(neu, "praxisbeispiele.yaml", "- Vogelheim\n", "- Bergeborbeck\n")
    ergebnis = _vergleich(neu)
    assert ergebnis.entfallen == ("praxisbeispiele/nach/stadtteil/vogelheim/",)
    assert ergebnis.neu == ("praxisbeispiele/nach/stadtteil/bergeborbeck/",)
    assert ergebnis.verloren == ()
    lauf = _befehl(MUSTER, neu)
    assert lauf.returncode == 0
    assert "- `/praxisbeispiele/nach/stadtteil/vogelheim/`" in lauf.stdout


def _leere_adressbuch(ordner: Path) -> Path:
    (ordner / "adressen.yaml").write_text(ADRESSBUCH, encoding="utf-8")
    return ordner


def test_verlorene_adresse_ist_ein_fehler(tmp_path: Path) -> None:
    """Also before a release has entered the address in the ledger."""
    alt = _leere_adressbuch(kopie(tmp_path / "alt"))
    neu = _leere_adressbuch(kopie(tmp_path / "neu"))
    _benenne_um(neu, "ehrenamtskoordination", "ehrenamt")
    ergebnis = vergleiche(_website(alt), _website(neu))
    assert ergebnis.verloren == ("praxisbeispiele/ehrenamtskoordination/",)
    assert ergebnis.neu == ("praxisbeispiele/ehrenamt/",)
    lauf = _befehl(alt, neu)
    assert lauf.returncode == 1
    assert "unter „frueher“" in lauf.stdout


def test_gestrichene_adresse_ist_ein_fehler(tmp_path: Path) -> None:
    neu = kopie(tmp_path)
    _ersetze(neu, "adressen.yaml", "      - /praxisbeispiele/mifrin/\n", "")
    assert _vergleich(neu).gestrichen == ("praxisbeispiele/mifrin/",)
    lauf = _befehl(MUSTER, neu)
    assert lauf.returncode == 1
    assert "/praxisbeispiele/mifrin/" in lauf.stdout
    assert "wird nie kürzer" in lauf.stdout


def test_frueher_fuehrt_weiter(tmp_path: Path) -> None:
    """With its old id named, the entry is compared with itself and the old address leads on."""
    neu = kopie(tmp_path)
    _benenne_um(neu, "ehrenamtskoordination", "ehrenamt")
    _ersetze(
        neu,
        "praxisbeispiele.yaml",
        "- id: ehrenamt\n",
        "- id: ehrenamt\n  frueher:\n    - ehrenamtskoordination\n",
    )
    ergebnis = _vergleich(neu)
    assert ergebnis.verloren == ()
    assert ergebnis.entfernt == ("praxisbeispiele/ehrenamtskoordination/",)
    (eintrag,) = (e for e in ergebnis.eintraege if e.liste == "praxisbeispiele")
    assert [feld.feld for feld in eintrag.felder] == ["id", "frueher 1"]
    seite = _website(neu).umleitungen()["praxisbeispiele/ehrenamtskoordination/"]
    assert 'content="0; url=../ehrenamt/"' in seite
    assert '<a href="../ehrenamt/">' in seite
    assert _befehl(MUSTER, neu).returncode == 0


@pytest.mark.parametrize(
    ("kennung", "satz"), [("mifrin", "gilt noch"), ("gesundheitslotsen", "gehört heute")]
)
def test_fruehere_kennung_ist_frei(kennung: str, satz: str, tmp_path: Path) -> None:
    neu = kopie(tmp_path)
    _ersetze(
        neu, "praxisbeispiele.yaml", "- id: mifrin\n", f"- id: mifrin\n  frueher: [{kennung}]\n"
    )
    (befund,) = pruefe(neu, W).befunde
    assert f"ennung „{kennung}“ {satz}" in befund.satz


def test_ein_punkt_weniger_ist_eine_aenderung(tmp_path: Path) -> None:
    """What only moves up in its list does not change."""
    neu = kopie(tmp_path)
    _ersetze(
        neu, "praxisbeispiele.yaml", "    - Altendorf\n    - Altenessen\n", "    - Altenessen\n"
    )
    felder = [
        f for e in _vergleich(neu).eintraege if e.liste == "praxisbeispiele" for f in e.felder
    ]
    assert felder and {(f.vorher, f.nachher) for f in felder} == {("Altendorf", None)}


def test_wer_nur_verweist_aendert_sich_nicht(tmp_path: Path) -> None:
    """Two lines rename an entry: the report is about that entry alone."""
    neu = kopie(tmp_path)
    zeilen = "- id: mifrin-neu\n  frueher: [mifrin]\n"
    _ersetze(neu, "praxisbeispiele.yaml", "- id: mifrin\n", zeilen)
    (eintrag,) = _vergleich(neu).eintraege
    felder = [(f.feld, f.vorher, f.nachher) for f in eintrag.felder]
    assert felder == [("id", "mifrin", "mifrin-neu"), ("frueher 1", None, "mifrin")]


def test_ein_zeitpunkt_ist_eine_angabe(tmp_path: Path) -> None:
    neu = kopie(tmp_path)
    _ersetze(neu, "quellen.yaml", "datum: 2020-02-20", "datum: 2020-02")
    (eintrag,) = _vergleich(neu).eintraege
    felder = [(f.feld, f.vorher, f.nachher) for f in eintrag.felder]
    assert felder == [("datum", "2020-02-20", "2020-02")]


def test_andere_reihenfolge_ist_eine_aenderung(tmp_path: Path) -> None:
    """The page shows the points in this order; those that stay in place are not named."""
    neu = kopie(tmp_path)
    _ersetze(
        neu,
        "praxisbeispiele.yaml",
        "    - Altendorf\n    - Altenessen\n",
        "    - Altenessen\n    - Altendorf\n",
    )
    felder = [
        f for e in _vergleich(neu).eintraege if e.liste == "praxisbeispiele" for f in e.felder
    ]
    assert {(f.vorher, f.nachher) for f in felder} == {
        ("Altendorf", "Altenessen"),
        ("Altenessen", "Altendorf"),
    }
    assert all(re.fullmatch(r"stadtteile \d+", f.feld) for f in felder)


@pytest.mark.parametrize(
    ("datei", "alt", "neu"),
    [
        ("betrieb.yaml", "betrieb: demonstrator", "betrieb: amtlich"),
        ("betrieb.yaml", "# repository: https://git", "repository: https://git"),
        ("betrieb.yaml", "# adresse: https://www", "adresse: https://www"),
    ],
)
def test_was_ueberall_steht_aendert_alle_seiten(
    datei: str, alt: str, neu: str, tmp_path: Path
) -> None:
    """One sentence, not a list: the text of most pages stays as it is."""
    ordner = kopie(tmp_path)
    _ersetze(ordner, datei, alt, neu)
    ergebnis = _vergleich(ordner)
    assert ergebnis.ueberall
    text = bericht(ergebnis, W)
    assert "### Geänderte Seiten\n\nAlle Seiten: " in text
    assert not re.search("^- `", text, re.MULTILINE)


def test_frueher_ohne_veroeffentlichung_ist_eine_neue_adresse(tmp_path: Path) -> None:
    """Others may link to it from then on: the ledger takes it, and it is not lost in silence."""
    neu = kopie(tmp_path)
    _ersetze(
        neu, "praxisbeispiele.yaml", "- id: mifrin\n", "- id: mifrin\n  frueher: [alte-lotsen]\n"
    )
    assert _vergleich(neu).neu == ("praxisbeispiele/alte-lotsen/",)
    fehlt = fehlende(_website(neu).konzept, W)
    assert {"praxisbeispiele/alte-lotsen/", "p/alte-lotsen/"} <= set(fehlt)
    danach = vergleiche(_website(neu), _bisher())
    assert danach.verloren == ("praxisbeispiele/alte-lotsen/",)
    assert _befehl(neu, MUSTER).returncode == 1


def test_alter_stand_nach_anderen_regeln(tmp_path: Path) -> None:
    """The rules may have changed since: that is no mistake of the proposal."""
    alt = kopie(tmp_path)
    _ersetze(alt, "zahlen.yaml", "  einheit:", "  farbe: rot\n  einheit:")
    assert _befehl(alt, MUSTER).returncode == 0
    assert _befehl(MUSTER, alt).returncode == 1
    assert _befehl(MUSTER, tmp_path / "fehlt").returncode == 2


def test_alter_stand_nach_anderen_regeln_verliert_keine_adresse(tmp_path: Path) -> None:
    """The ledger can be read even where the rest of the old state breaks a rule of today."""
    alt, neu = kopie(tmp_path / "alt"), kopie(tmp_path / "neu")
    _ersetze(alt, "zahlen.yaml", "  einheit:", "  farbe: rot\n  einheit:")
    lauf = _befehl(alt, neu)
    assert lauf.returncode == 0 and "Verglichen ist nur" in lauf.stdout
    _ersetze(neu, "adressen.yaml", "      - /praxisbeispiele/mifrin/\n", "")
    lauf = _befehl(alt, neu)
    assert lauf.returncode == 1
    assert "- `/praxisbeispiele/mifrin/`\n\nDie Liste wird nie kürzer" in lauf.stdout
    (alt / "adressen.yaml").write_text("verzeichnet: [", encoding="utf-8")
    assert _befehl(alt, neu).returncode == 0
