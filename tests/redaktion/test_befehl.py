"""The command line that editors and their automation meet."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from macros.befehle import fuehre_aus, redaktion
from macros.befehle.ausgang import UNTERBROCHEN
from tests.orte import W
from tests.redaktion.faelle import FAELLE, MUSTER, WURZEL, kopie, zeilen

_ENGLISCH = re.compile(
    r"usage|error|option|argument|invalid|required|command|traceback|show this", re.IGNORECASE
)


def _rufe(*worte: str | Path, von: Path = WURZEL) -> subprocess.CompletedProcess[str]:
    befehl = [sys.executable, "-m", "macros", *map(str, worte)]
    umgebung = os.environ | {"PYTHONPATH": str(WURZEL), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        befehl, cwd=von, env=umgebung, capture_output=True, encoding="utf-8", check=False
    )


def test_wer_abbricht_liest_einen_satz(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl+C is no mistake: no report for developers."""

    def unterbrochen(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(redaktion, "pruefen", unterbrochen)
    assert fuehre_aus(["pruefen"]) == UNTERBROCHEN
    assert capsys.readouterr() == ("", W("befehl.unterbrochen") + "\n")


def test_heile_daten_bleiben_stumm() -> None:
    """No news is good news: exit 0 and not a word."""
    lauf = _rufe("pruefen")
    assert (lauf.returncode, lauf.stdout, lauf.stderr) == (0, "", "")


def test_kopie_der_daten_gilt_wie_das_original(tmp_path: Path) -> None:
    """The check needs nothing but the folder it is given."""
    lauf = _rufe("pruefen", "--daten", kopie(tmp_path))
    assert (lauf.returncode, lauf.stdout, lauf.stderr) == (0, "", "")


def test_fehler_stehen_zeile_fuer_zeile_auf_stdout(tmp_path: Path) -> None:
    """Exit 1, one line a mistake, nothing on stderr."""
    ordner = kopie(tmp_path)
    for name in ("auswahl-falsch", "komma-in-zahl", "latin-1", "datei-leer"):
        FAELLE[name].verdirb(ordner)
    lauf = _rufe("pruefen", "--daten", ordner)
    assert (lauf.returncode, lauf.stderr) == (1, "")
    assert lauf.stdout.splitlines() == zeilen(ordner)
    assert len(lauf.stdout.splitlines()) >= 4


@pytest.mark.parametrize("form", ["text", "github", "json", "gitlab"])
def test_eine_liste_nennt_eine_fehlende_kennung_einmal(form: str, tmp_path: Path) -> None:
    """A terminal and GitHub get one finding, the reports that mark lines one for each place."""
    ordner = kopie(tmp_path)
    pfad = ordner / "quellen.yaml"
    text = pfad.read_text(encoding="utf-8")
    pfad.write_text(text.replace("- id: essen-mifrin\n", "- id: ganz-anders\n"), encoding="utf-8")
    lauf = _rufe("pruefen", "--daten", ordner, "--format", form)
    stellen = len(zeilen(ordner))
    assert stellen > 2
    anzahl = lauf.stdout.count("„essen-mifrin“ im Feld")
    assert anzahl == (1 if form in ("text", "github") else stellen)


@pytest.mark.parametrize(("no_color", "bunt"), [(None, True), ("", True), ("1", False)])
def test_farbe_nur_auf_einem_terminal_das_sie_will(
    no_color: str | None, bunt: bool, tmp_path: Path
) -> None:
    """On a terminal the place is bold, unless NO_COLOR asks for plain text."""
    ordner = kopie(tmp_path)
    FAELLE["komma-in-zahl"].verdirb(ordner)
    umgebung = {name: wert for name, wert in os.environ.items() if name != "NO_COLOR"}
    if no_color is not None:
        umgebung["NO_COLOR"] = no_color
    befehl = [sys.executable, "-m", "macros", "pruefen", "--daten", str(ordner)]
    unser, ihres = pty.openpty()
    subprocess.run(befehl, cwd=WURZEL, env=umgebung, stdout=ihres, stderr=subprocess.DEVNULL)
    os.close(ihres)
    with os.fdopen(unser, "rb") as terminal:
        ausgabe = terminal.read1(65536).decode()
    assert "/zahlen.yaml:" in ausgabe
    assert ("\033[" in ausgabe) is bunt


@pytest.mark.parametrize("angabe", ["daten", "./daten", "../redaktion/daten", "daten/"])
def test_ordner_steht_da_wie_angegeben(angabe: str, tmp_path: Path) -> None:
    """The path is printed as typed, so that an editor's program can open it."""
    von = tmp_path / "redaktion"
    von.mkdir()
    FAELLE["komma-in-zahl"].verdirb(kopie(von))
    lauf = _rufe("pruefen", "--daten", angabe, von=von)
    assert lauf.returncode == 1
    assert lauf.stdout.startswith(f"{angabe.rstrip('/')}/zahlen.yaml:")
    assert len(lauf.stdout.splitlines()) == 1


_BOESE = {
    "tiefe-klammern": "[" * 5000 + "]" * 5000 + "\n",
    "tiefe-listen": "".join("- " for _ in range(3000)) + "x\n",
    "riesenzahl": "- " + "1" * 5000 + "\n",
    "null-byte": "- id: x\x00\n",
    "selbstbezug": "&a [*a]\n",
    "nur-anfuehrungszeichen": '"\n',
    "leerer-feldname": ": x\n",
    "ersatzzeichen": '- id: "\\ud800"\n',
    "geschweifte": "{{{{{{{{\n",
}


@pytest.mark.parametrize("name", _BOESE)
def test_boese_eingabe_ergibt_zeilen_keinen_absturz(name: str, tmp_path: Path) -> None:
    """Whatever stands in a file, the answer is a list of places."""
    ordner = kopie(tmp_path)
    (ordner / "zeitleiste.yaml").write_text(_BOESE[name], encoding="utf-8")
    lauf = _rufe("pruefen", "--daten", ordner)
    assert (lauf.returncode, lauf.stderr) == (1, "")
    muster = re.compile(rf"{re.escape(str(ordner))}/zeitleiste\.yaml:\d+:\d+: \S.*[.?!]")
    ausgabe = lauf.stdout.splitlines()
    assert ausgabe
    assert [zeile for zeile in ausgabe if not muster.fullmatch(zeile)] == []


_FALSCHE_AUFRUFE: dict[str, list[str]] = {
    "ohne-befehl": [],
    "befehl-unbekannt": ["gibtsnicht"],
    "schalter-unbekannt": ["pruefen", "--gibtsnicht"],
    "angabe-zu-viel": ["pruefen", "data"],
    "angabe-fehlt": ["pruefen", "--daten"],
    "fingerabdruck-ohne-angaben": ["fingerabdruck"],
    "port-ist-wort": ["vorschau", "--port", "abc"],
}


@pytest.mark.parametrize("name", _FALSCHE_AUFRUFE)
def test_falscher_aufruf_ist_2_und_deutsch(name: str) -> None:
    """A wrong call says so in German on stderr, and changes nothing."""
    lauf = _rufe(*_FALSCHE_AUFRUFE[name])
    assert (lauf.returncode, lauf.stdout) == (2, "")
    assert lauf.stderr.strip()
    assert _ENGLISCH.findall(lauf.stderr) == []


_OHNE_ORDNER = {
    "pruefen": ["pruefen"],
    "bauen": ["bauen", "--ziel", "{ziel}"],
    "fingerabdruck": ["fingerabdruck", "mkdocs.yml", "essen-konzept"],
}


@pytest.mark.parametrize("daten", ["gibtsnicht", "pyproject.toml"])
@pytest.mark.parametrize("name", _OHNE_ORDNER)
def test_fehlender_ordner_ist_ein_falscher_aufruf(name: str, daten: str, tmp_path: Path) -> None:
    """A folder that is none is named as typed, and nothing is made."""
    worte = [wort.format(ziel=tmp_path / "site") for wort in _OHNE_ORDNER[name]]
    lauf = _rufe(*worte, "--daten", daten)
    satz = f"Den Ordner „{daten}“ gibt es nicht.\n"
    assert (lauf.returncode, lauf.stdout, lauf.stderr) == (2, "", satz)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("befehl", ["", "pruefen", "bauen", "vorschau", "fingerabdruck"])
def test_hilfe_ist_deutsch(befehl: str) -> None:
    """The help names what there is, without a word of English."""
    lauf = _rufe(*befehl.split(), "--help")
    assert (lauf.returncode, lauf.stderr) == (0, "")
    assert lauf.stdout.startswith("Aufruf: python -m macros")
    assert _ENGLISCH.findall(lauf.stdout) == []


_TEXT = """Ein alter Satz über das „Zusammenleben“, der lange dauert.
Noch einer folgt hier sogleich.

Und hier beginnt ein neuer Absatz.
"""


def _mit_zitat(ordner: Path, zitat: str) -> None:
    pfad = ordner / "zahlen.yaml"
    text = pfad.read_text(encoding="utf-8")
    stelle = text.index("quelle: planb-fluechtlingskonferenz")
    suche = "wofuer: Zahl der Gäste"
    pfad.write_text(
        text[:stelle] + text[stelle:].replace(suche, f"zitat: {zitat}", 1), encoding="utf-8"
    )


def test_fingerabdruck_beweist_ein_zitat(tmp_path: Path) -> None:
    """One command turns a text into the proof, and the text itself is not kept."""
    ordner, quelle = kopie(tmp_path), tmp_path / "quelle.txt"
    quelle.write_text(_TEXT, encoding="utf-8")
    _mit_zitat(ordner, "über das Zusammenleben, der lange dauert. Noch einer")
    assert _rufe("pruefen", "--daten", ordner).returncode == 1
    lauf = _rufe("fingerabdruck", quelle, "planb-fluechtlingskonferenz", "--daten", ordner)
    assert (lauf.returncode, lauf.stderr) == (0, "")
    abdruck = ordner / "fingerabdruecke" / "planb-fluechtlingskonferenz.txt"
    assert str(abdruck) in lauf.stdout
    assert "Zusammenleben" not in abdruck.read_text(encoding="utf-8")
    danach = _rufe("pruefen", "--daten", ordner)
    assert (danach.returncode, danach.stdout) == (0, "")


def test_fingerabdruck_braucht_platz_fuer_seine_datei(tmp_path: Path) -> None:
    """What cannot be written is not called unreadable."""
    ordner, quelle = kopie(tmp_path), tmp_path / "quelle.txt"
    quelle.write_text(_TEXT, encoding="utf-8")
    abdruck = ordner / "fingerabdruecke" / "planb-fluechtlingskonferenz.txt"
    abdruck.mkdir()
    lauf = _rufe("fingerabdruck", quelle, abdruck.stem, "--daten", ordner)
    assert (lauf.returncode, lauf.stdout) == (1, "")
    assert f"„{abdruck}“ lässt sich nicht schreiben: Dort liegt schon ein Ordner." in lauf.stderr


def test_fingerabdruck_beweist_kein_anderes_zitat(tmp_path: Path) -> None:
    """Words from both sides of a blank line are no quotation."""
    ordner, quelle = kopie(tmp_path), tmp_path / "quelle.txt"
    quelle.write_text(_TEXT, encoding="utf-8")
    _mit_zitat(ordner, "folgt hier sogleich. Und hier beginnt")
    _rufe("fingerabdruck", quelle, "planb-fluechtlingskonferenz", "--daten", ordner)
    lauf = _rufe("pruefen", "--daten", ordner)
    assert lauf.returncode == 1
    assert "steht so nicht in der Quelle" in lauf.stdout


@pytest.mark.parametrize("inhalt", [None, "f\xfcr alle".encode("latin-1")], ids=["fehlt", "latin1"])
def test_fingerabdruck_braucht_einen_lesbaren_text(inhalt: bytes | None, tmp_path: Path) -> None:
    """No text, no fingerprint: exit 1, in German, and no file left behind."""
    ordner, quelle = kopie(tmp_path), tmp_path / "quelle.txt"
    if inhalt is not None:
        quelle.write_bytes(inhalt)
    lauf = _rufe("fingerabdruck", quelle, "essen-konzept", "--daten", ordner)
    assert (lauf.returncode, lauf.stdout) == (1, "")
    assert f"Die Datei „{quelle}“ lässt sich nicht lesen." in lauf.stderr
    vorhanden = {pfad.name for pfad in (ordner / "fingerabdruecke").iterdir()}
    assert vorhanden == {pfad.name for pfad in (MUSTER / "fingerabdruecke").iterdir()}
