"""`macros neu`: asks for an entry, and writes nothing that the check would refuse."""

from __future__ import annotations

import subprocess
import sys
from errno import ENOSPC
from pathlib import Path

import pytest
import yaml

from macros.befehle import fuehre_aus
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.modell.zeichen import bereinigt
from macros.pruefung.pruefen import pruefe
from macros.redaktion.neu import als_yaml, lege_an
from tests.orte import W
from tests.redaktion.eintraege import als_beispiel, konzept_aus
from tests.redaktion.faelle import kopie


def test_neuer_eintrag_stoert_keine_datei(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    vorher = {p.name: p.read_bytes() for p in ordner.glob("*.yaml")}
    ziel = lege_an(als_beispiel(), ordner, W)
    assert ziel == ordner / "praxisbeispiele" / "stadtteilcafe.yaml"
    assert pruefe(ordner, W).befunde == ()
    assert vorher == {p.name: p.read_bytes() for p in ordner.glob("*.yaml")}
    assert yaml.safe_load(ziel.read_text(encoding="utf-8")) == als_beispiel()
    with pytest.raises(FileExistsError):
        lege_an(als_beispiel(), ordner, W)


def test_falscher_neuer_eintrag_wird_nicht_geschrieben(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    ergebnis = lege_an({**als_beispiel(), "handlungsfeld": "wohne"}, ordner, W)
    assert isinstance(ergebnis, tuple)
    assert [b.datei for b in ergebnis] == ["praxisbeispiele/stadtteilcafe.yaml"]
    assert not (ordner / "praxisbeispiele").exists()


_ANTWORTEN = "cafe\nDas Café\nCafé\nwohnen\nEin Satz.\nErster.\nZweiter.\n\nVerein\n\nlaufend\n"


def _frage_neu(ordner: Path, antworten: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "macros", "neu", "praxisbeispiel", "--daten", str(ordner)],
        cwd=WURZEL,
        input=antworten,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_kein_platz_verliert_keine_antwort(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was typed stands on the screen, ready to be copied."""

    def voll(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    antworten = iter((_ANTWORTEN + "pm-2020-02-20\nName\n").split("\n"))
    monkeypatch.setattr("builtins.input", lambda _: next(antworten))
    monkeypatch.setattr("macros.befehle.redaktion.lege_an", voll)
    assert fuehre_aus(["neu", "praxisbeispiel", "--daten", str(kopie(tmp_path))]) == 1
    gesagt = capsys.readouterr()
    assert "titel: Das Café\n" in gesagt.out
    assert "lässt sich nicht schreiben: Der Speicher ist voll." in gesagt.err


def test_neu_fragt_nach_jeder_angabe(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    lauf = _frage_neu(ordner, _ANTWORTEN + "pm-2020-02-20\nName\n")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    neu = konzept_aus(ordner).praxisbeispiele[-1]
    assert (neu.id, neu.beschreibung, neu.traeger) == ("cafe", ("Erster.", "Zweiter."), ("Verein",))
    assert neu.quellen is None


def test_neu_fragt_nach_einer_unbekannten_quelle(tmp_path: Path) -> None:
    """The entry brings its source along; pages and other entries know it like any other."""
    ordner = kopie(tmp_path)
    quelle = "ja\nName\nDas Blatt\nEin Verein\ntraeger\nhttps://verein.example/blatt\nganz\n"
    lauf = _frage_neu(ordner, f"{_ANTWORTEN}blatt\n{quelle}")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    assert W("befehl.neu.neue_quelle", kennung="blatt") in lauf.stdout
    konzept = konzept_aus(ordner)
    assert konzept.quellen[-1].titel == "Das Blatt"
    website = Website(konzept, W, VORLAGEN)
    assert 'id="blatt"' in website.html("quellen/")
    assert 'href="../../quellen/#blatt"' in website.html("praxisbeispiele/cafe/")


def test_neu_sagt_gleich_was_nicht_passt(tmp_path: Path) -> None:
    """A wrong answer costs one answer, not all of them."""
    ordner = kopie(tmp_path)
    falsch = {
        "cafe\n": "Mein Café\nmifrin\ncafe\n",
        "Das Café\n": "\n<b>Café</b>\nDas Café\n",
        "wohnen\n": "wohnung\nwohnen\n",
        "laufend\n": "läuft\nlaufend\n",
    }
    antworten = _ANTWORTEN
    for richtig, mit_fehlern in falsch.items():
        antworten = antworten.replace(richtig, mit_fehlern, 1)
    lauf = _frage_neu(ordner, antworten + "pm-2020-02-2\nnein\npm-2020-02-20\nName\n")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    for fehler in ("kennung", "vergeben", "fehlt", "text", "wahl"):
        assert W(f"formular.fehler.{fehler}") in lauf.stdout
    assert "  wohnen: " in lauf.stdout
    assert "?:" not in lauf.stdout
    assert konzept_aus(ordner).praxisbeispiele[-1].id == "cafe"


def test_neu_nimmt_weg_was_niemand_sieht(tmp_path: Path) -> None:
    """As the form does: a text copied from a print brings such signs, and nobody finds them."""
    ordner = kopie(tmp_path)
    kopiert = {"cafe\n": "\u200bcafe\n", "Ein Satz.": "Ein kur\u00adzer Satz mit \u2764\ufe0f."}
    antworten = _ANTWORTEN
    for getippt, neu in kopiert.items():
        antworten = antworten.replace(getippt, neu, 1)
    lauf = _frage_neu(ordner, antworten + "\u2060pm-2020-02-20\nName\n")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    beispiel = konzept_aus(ordner).praxisbeispiele[-1]
    assert (beispiel.id, beispiel.kurz) == ("cafe", "Ein kurzer Satz mit \u2764\ufe0f.")


@pytest.mark.parametrize("halb", ["\ud83d", "\udce9"])
def test_ein_halbes_zeichen_verschwindet_nicht_still(halb: str) -> None:
    """A letter in another encoding reaches us so: the word would lack it."""
    assert bereinigt(f"Caf\u200b{halb}") == f"Caf{halb}"


def test_neu_nimmt_die_eigene_kennung_nicht_fuer_die_quelle(tmp_path: Path) -> None:
    """Else the whole entry would be refused, after the last answer."""
    ordner = kopie(tmp_path)
    quelle = "ja\nName\nDas Blatt\nEin Verein\ntraeger\nhttps://verein.example/blatt\nganz\n"
    lauf = _frage_neu(ordner, f"{_ANTWORTEN}cafe\nblatt\n{quelle}")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    assert W("formular.fehler.vergeben") in lauf.stdout


def test_neu_kennt_fruehere_kennungen(tmp_path: Path) -> None:
    """Links still lead from them to the entry that had them."""
    ordner = kopie(tmp_path)
    beispiele = ordner / "praxisbeispiele.yaml"
    text = beispiele.read_text(encoding="utf-8")
    text = text.replace("- id: mifrin\n", "- id: mifrin\n  frueher: [cafe]\n")
    beispiele.write_text(text, encoding="utf-8")
    lauf = _frage_neu(ordner, f"cafe\nneues-{_ANTWORTEN}pm-2020-02-20\nName\n")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    assert W("formular.fehler.vergeben") in lauf.stdout


def test_abgebrochenes_neu_schreibt_nichts(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    lauf = _frage_neu(ordner, f"{_ANTWORTEN}blatt\nja\n\n\n")
    assert lauf.returncode == 1
    assert W("befehl.neu.abgebrochen") in lauf.stderr
    assert not (ordner / "praxisbeispiele").exists()


def test_neuer_text_laesst_editoren_das_schema_finden() -> None:
    erste = als_yaml(als_beispiel()).split("\n")[0]
    ziel = WURZEL / "data" / "praxisbeispiele" / erste.partition("$schema=")[2]
    assert Path(ziel).resolve().name == "praxisbeispiel.json"
