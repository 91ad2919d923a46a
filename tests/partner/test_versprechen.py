"""What was promised answers: as page, anchor, redirect or tombstone; the ledger only grows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from errno import ENOSPC
from pathlib import Path

import pytest

from macros.befehle import fuehre_aus
from macros.lauf import WURZEL
from macros.lesen.datei import lies_datei
from macros.modell.grundtypen import VERGEBEN
from macros.pruefung.pruefen import pruefe
from macros.redaktion.nachtrag import ergaenzt, fehlende
from macros.seitenplan import adressen
from macros.seitenplan.umleitungen import NEBEN, umleitungen, verschwunden
from macros.seitenplan.versprechen import antworten, versprochen
from tests.gebaut import Gebaut
from tests.orte import DATEN, ECHT, FEHLT, MINI, W, konzept, orte
from tests.redaktion.faelle import kopie

VERSPROCHEN = [
    pytest.param(name, adresse, id=f"{name}:/{adresse}")
    for name in DATEN
    for adresse in dict.fromkeys((*konzept(name).adressen.alle, *antworten(konzept(name), W)))
]
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


@pytest.mark.parametrize(("name", "adresse"), VERSPROCHEN)
def test_versprochene_adresse_antwortet(
    name: str, adresse: str, gebaut: Mapping[str, Gebaut]
) -> None:
    """A redirect must lead to a page that is none itself."""
    seite, _, anker = adresse.partition("#")
    website = gebaut[name]
    assert website.gibt_es(seite, anker)
    datei = website.datei(seite)
    assert datei is not None
    if weiter := REFRESH.search(datei.read_text(encoding="utf-8")):
        ziel = website.ziel(weiter[1], seite)
        assert ziel is not None
        assert ziel[0] == umleitungen(konzept(name))[seite]
        assert website.gibt_es(*ziel)
        assert not REFRESH.search(website.seite(ziel[0]).quelltext)


@pytest.mark.parametrize("name", DATEN)
def test_jede_seite_ist_versprochen(name: str) -> None:
    bekannt = antworten(konzept(name), W)
    assert {ort.adresse for ort in orte(name)} - {FEHLT} <= set(bekannt)


def test_grabstein_sagt_was_hier_stand(mini: Gebaut) -> None:
    seite = mini.seite("praxisbeispiele/verschwunden/")
    text = seite.text("//main")
    assert 'Das Projekt "Verschwunden" & mehr.' in text
    assert "2. Januar 2026" in text
    assert seite.alle("//main//a[@href='../']")
    assert seite.eines("//meta[@name='robots']").get("content") == "noindex"
    (suche,) = mini.ordner.rglob("verzeichnis.*.json")
    assert "verschwunden" not in suche.read_text(encoding="utf-8")


def test_seite_eines_wertes_bleibt_ohne_den_wert(mini: Gebaut) -> None:
    seite = mini.seite("praxisbeispiele/nach/stadtteil/versunken/")
    assert "kennen wir heute kein Praxisbeispiel" in seite.text("//main")
    assert seite.eines("//meta[@name='robots']").get("content") == "noindex"


def test_grabstein_eines_ankers_steht_auf_seiner_seite(mini: Gebaut) -> None:
    assert "Ein Satz über <5 Lots*innen." in mini.seite("leitlinien/").text("//*[@id='teilhabe-9']")


def test_frueherer_anker_steht_beim_eintrag(mini: Gebaut) -> None:
    for seite in ("leitlinien/", "handlungsfelder/teilhabe/"):
        leitlinie = mini.seite(seite).eines("//*[@id='mitreden-1']/..")
        assert leitlinie.get("data-leitlinie") == "teilhabe-1"


def test_listen_fuer_den_server() -> None:
    daten = konzept(MINI)
    assert verschwunden(daten) == ("praxisbeispiele/verschwunden/",)
    wege = umleitungen(daten)
    assert wege["praxisbeispiele/altes-projekt/"] == "praxisbeispiele/beispielprojekt/"
    assert wege["p/altes-projekt/"] == "praxisbeispiele/beispielprojekt/"
    assert wege["p/verschwunden/"] == "praxisbeispiele/verschwunden/"
    assert "praxisbeispiele/verschwunden/karte/" not in wege, "sie sagt selbst, was da war"
    assert wege["daten/v1/leitlinien/mitreden-1.json"] == "daten/v1/leitlinien/teilhabe-1.json"
    assert not [adresse for weg in wege.items() for adresse in weg if "#" in adresse]
    assert not set(wege) & set(wege.values())


@pytest.mark.parametrize("datei", ["bild.png", "qr.svg", "qr.png", "oembed.json"])
def test_bilder_und_codes_folgen_einer_neuen_kennung(datei: str, mini: Gebaut) -> None:
    """Chats and pages that embed them ask for the old address: a host without rules answers too."""
    alt, neu = (f"praxisbeispiele/{e}/{datei}" for e in ("altes-projekt", "beispielprojekt"))
    assert umleitungen(konzept(MINI))[alt] == neu
    dateien = [mini.datei(adresse) for adresse in (alt, neu)]
    assert all(dateien)
    assert len({d.read_bytes() for d in dateien if d}) == 1


def test_ohne_adresse_folgt_nur_was_es_gibt() -> None:
    beispiel = konzept(ECHT).praxisbeispiele[0].model_copy(update={"frueher": ("alt",)})
    daten = vars(konzept(ECHT)) | {"praxisbeispiele": (beispiel,)}
    wege = umleitungen(type(konzept(ECHT))(**daten))
    assert {alt for alt in wege if re.search(r"\balt\b", alt)} == {
        "p/alt/",
        "praxisbeispiele/alt/",
        "praxisbeispiele/alt/karte/",
        "daten/v1/praxisbeispiele/alt.json",
    }


def test_das_erste_verzeichnis_kennt_die_ersten_seiten() -> None:
    alle = konzept(ECHT).adressen.alle
    for kennung in ("gesundheitslotsen", "jugenddialoggruppen", "mifrin"):
        assert adressen.eintrag("praxisbeispiele", kennung) in alle
        assert adressen.eintrag("kurz", kennung) in alle


def _aendere(ordner: Path, datei: str, alt: str, neu: str) -> None:
    pfad = ordner / datei
    text = pfad.read_text(encoding="utf-8")
    assert alt in text
    pfad.write_text(text.replace(alt, neu, 1), encoding="utf-8")


def _zeile(ordner: Path, text: str) -> int:
    zeilen = (ordner / "adressen.yaml").read_text(encoding="utf-8").split("\n")
    return next(nummer for nummer, zeile in enumerate(zeilen, start=1) if text in zeile)


def test_umbenannt_ohne_frueher_faellt_auf(tmp_path: Path) -> None:
    """One finding an entry: page, short address and data go together."""
    ordner = kopie(tmp_path)
    _aendere(ordner, "praxisbeispiele.yaml", "- id: mifrin\n", "- id: mifri-neu\n")
    worte = ordner / "suchbegriffe.yaml"
    text = re.sub(r"\bmifrin\b", "mifri-neu", worte.read_text(encoding="utf-8"))
    worte.write_text(text, encoding="utf-8")
    (befund,) = (b for b in pruefe(ordner, W).befunde if "/praxisbeispiele/mifrin/" in b.satz)
    assert befund.datei == "adressen.yaml"
    assert befund.zeile == _zeile(ordner, "- /praxisbeispiele/mifrin/")
    assert "„frueher“" in befund.satz
    assert "„weg“" in befund.satz
    _aendere(
        ordner, "praxisbeispiele.yaml", "id: mifri-neu\n", "id: mifri-neu\n  frueher: [mifrin]\n"
    )
    assert not [b for b in pruefe(ordner, W).befunde if b.datei == "adressen.yaml"]


MITREDEN = '      - "/leitlinien/#mitreden-1"\n'
GRABSTEINE = {
    "besetzt": (
        "/praxisbeispiele/verschwunden/\n    was",
        "/praxisbeispiele/beispielprojekt/\n    was",
        "gehört einem Eintrag: praxisbeispiele.yaml, Zeile 1.",
    ),
    "besetzt-frueher": (
        "/praxisbeispiele/verschwunden/\n    was",
        "/praxisbeispiele/altes-projekt/\n    was",
        "gehört einem Eintrag: praxisbeispiele.yaml, Zeile 1.",
    ),
    "besetzt-website": (
        "/praxisbeispiele/verschwunden/\n    was",
        "/impressum/\n    was",
        "gehört der Website selbst.",
    ),
    "statt": ("statt: /praxisbeispiele/", "statt: /gibt-es-nicht/", "antwortet nichts"),
    "statt-auch-weg": (
        "statt: /praxisbeispiele/",
        "statt: /praxisbeispiele/verschwunden/",
        "steht selbst unter „weg“",
    ),
    "kurze-adresse-noch-einmal": (
        '- adresse: "/leitlinien/#teilhabe-9"',
        "- adresse: /p/verschwunden/",
        "gehört zu „/praxisbeispiele/verschwunden/“ in Zeile 3",
    ),
    "zukunft": ("seit: 2026-01-02", "seit: 2099-01-02", "liegt in der Zukunft"),
    "buch-zukunft": ("am: 2025-06-01", "am: 2099-06-01", "liegt in der Zukunft"),
    "wie-eine-datei": (
        '- adresse: "/leitlinien/#teilhabe-9"',
        "- adresse: /_headers/",
        "kann hier nichts stehen",
    ),
    "datei": (
        "/praxisbeispiele/verschwunden/\n    was",
        "/daten/v1/weg.csv\n    was",
        "kann hier nichts stehen",
    ),
    "anker-ohne-seite": ('"/leitlinien/#teilhabe-9"', '"/leer/#teilhabe-9"', "kann hier nichts"),
    "doppelt": (MITREDEN, MITREDEN * 2, "steht schon in Zeile 21."),
    "grossbuchstabe": ("- /p/altes-projekt/", "- /p/Altes-Projekt/", "keine Adresse dieser"),
    "fremd": ("- /p/altes-projekt/", "- https://stadt.example/", "keine Adresse dieser"),
    "uebersicht": ("- /p/altes-projekt/", "- /praxisbeispiele/index/", "keine Adresse dieser"),
    "ohne-schraegstrich": ("nach/stadtteil/versunken/", "nach/stadtteil/versunken", "nichts"),
    "hinauf": ("- /p/altes-projekt/", "- /p/../x/", "keine Adresse dieser"),
}


@pytest.mark.parametrize(("alt", "neu", "satz"), GRABSTEINE.values(), ids=GRABSTEINE)
def test_fehler_im_adressbuch(alt: str, neu: str, satz: str, tmp_path: Path) -> None:
    ordner = tmp_path / "daten"
    shutil.copytree(DATEN[MINI], ordner)
    _aendere(ordner, "adressen.yaml", alt, neu)
    befunde = pruefe(ordner, W).befunde
    assert [b for b in befunde if satz in b.satz], befunde
    assert {b.datei for b in befunde} == {"adressen.yaml"}


def test_befehl_haengt_nur_an(tmp_path: Path) -> None:
    """What stood in the file is its beginning still, comments too; then nothing is missing."""
    ordner = tmp_path / "daten"
    shutil.copytree(DATEN[MINI], ordner)
    vorher = (ordner / "adressen.yaml").read_text(encoding="utf-8")
    befehl = [sys.executable, "-m", "macros", "adressen", "--daten", str(ordner)]
    lauf = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True)
    assert (lauf.returncode, lauf.stderr) == (0, "")
    nachher = (ordner / "adressen.yaml").read_text(encoding="utf-8")
    assert nachher.startswith(vorher)
    ergebnis = pruefe(ordner, W)
    assert ergebnis.konzept is not None, ergebnis.befunde
    assert fehlende(ergebnis.konzept, W) == ()
    assert set(versprochen(ergebnis.konzept, W)) <= set(ergebnis.konzept.adressen.alle)
    zweiter = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True)
    assert zweiter.stdout.startswith("Nichts einzutragen")
    assert (ordner / "adressen.yaml").read_text(encoding="utf-8") == nachher


def test_volle_platte_laesst_das_buch_ganz(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is written by half when the space ends never stands in the ledger's place."""

    def halb(datei: Path, inhalt: bytes) -> None:
        with datei.open("wb") as offen:
            offen.write(inhalt[:100])
        raise OSError(ENOSPC, "No space left on device")

    ordner = Path(shutil.copytree(DATEN[MINI], tmp_path / "daten"))
    vorher = {pfad.name: pfad.read_bytes() for pfad in ordner.glob("*.*")}
    monkeypatch.setattr(Path, "write_bytes", halb)
    assert fuehre_aus(["adressen", "--daten", str(ordner)]) == 1
    buch = ordner / "adressen.yaml"
    satz = f"„{buch}“ lässt sich nicht schreiben: Der Speicher ist voll. Es wurde nichts geändert."
    assert capsys.readouterr() == ("", f"{satz}\n")
    assert {pfad.name: pfad.read_bytes() for pfad in ordner.glob("*.*")} == vorher


NEUE = '  - am: 2026-01-02\n    adressen:\n      - /\n      - "/a/#b"\n'
BUECHER = {
    "am Ende": ("verzeichnet:\n  - am: 2026-01-01\n    adressen:\n      - /x/\n", ""),
    "ohne Zeilenende": (
        "verzeichnet:\n  - am: 2026-01-01\n    adressen:\n      - /x/",
        "",
    ),
    "vor anderem": (
        "verzeichnet:\n  - am: 2026-01-01\n    adressen: [/x/]\n",
        "# Was fort ist\nweg:\n  - adresse: /y/\n    was: Ein Projekt\n    seit: 2026-01-01\n",
    ),
}


@pytest.mark.parametrize(("davor", "danach"), BUECHER.values(), ids=BUECHER)
def test_nachtrag_steht_hinter_der_letzten_adresse(davor: str, danach: str, tmp_path: Path) -> None:
    """Wherever the list stands; comments and what comes behind it stay."""
    pfad = tmp_path / "adressen.yaml"
    pfad.write_text(davor + danach, encoding="utf-8")
    buch, _ = lies_datei(pfad, pfad.name, W)
    assert buch
    text = ergaenzt(davor + danach, buch, ("", "a/#b"), date(2026, 1, 2))
    assert text.rstrip("\n") == f"{davor.rstrip()}\n{NEUE}{danach}".rstrip("\n")


def test_eine_umbenannte_seite_heisst_nicht_wie_ein_ordner() -> None:
    """An id that is a folder of its own addresses could not be renamed in them."""
    eigene = {
        teil
        for liste in ("praxisbeispiele", *NEBEN["praxisbeispiele"], "kurz")
        for teil in re.split(r"[/.]", adressen.eintrag(liste, "x"))
    }
    assert eigene - {"x", "", "svg", "png", "json"} <= VERGEBEN
