"""From a page to its line, to its history, and to the entries that are due."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.lesen.befund import Befund
from macros.modell import Betreiber, Betrieb, Konzept
from macros.modell.listen import RAHMEN, listen
from macros.pruefung.berichte import FORMATE, farbig
from macros.pruefung.pruefen import pruefe
from macros.redaktion.freigabe import hinweise, offene_punkte
from macros.redaktion.neu import als_yaml, lege_an
from macros.seitenplan import forge, herkunft
from macros.seitenplan.durchsicht import Durchsichten, Pruefstand, ist_faellig
from macros.seitenplan.seite import SPRACHREGISTER
from macros.sprache import lade
from macros.verlauf import aenderungen
from tests.redaktion.faelle import kopie
from tests.website import MINI, website

W = lade()
GITHUB = Betrieb(repository="https://github.com/stadt/vielfalt")
GITLAB = Betrieb(repository="https://code.stadt.example/stadt/vielfalt.git", zweig="haupt")
HEUTE = date(2026, 11, 23)


def _konzept(ordner: Path = WURZEL / "data") -> Konzept:
    konzept = pruefe(ordner, W).konzept
    assert konzept is not None
    return konzept


KONZEPT = _konzept()


def test_adressen_der_plattformen() -> None:
    assert (
        forge.bearbeiten(GITHUB, "data/zahlen.yaml", 7)
        == "https://github.com/stadt/vielfalt/edit/main/data/zahlen.yaml#L7"
    )
    assert (
        forge.bearbeiten(GITLAB, "data/zahlen.yaml", 7)
        == "https://code.stadt.example/stadt/vielfalt/-/edit/haupt/data/zahlen.yaml#L7"
    )
    assert forge.bearbeiten(Betrieb(), "data/zahlen.yaml") is None


@pytest.mark.parametrize(("betrieb", "feld"), [(GITHUB, "body"), (GITLAB, "issue[description]")])
def test_hinweis_kommt_ganz_an(betrieb: Betrieb, feld: str) -> None:
    text = "Seite: A & B\nAdresse: /x/?y#z"
    adresse = forge.melden(betrieb, "Titel", text)
    assert adresse is not None
    assert parse_qs(urlsplit(adresse).query)[feld] == [text]


def test_hinweis_ohne_konto_kommt_zuerst() -> None:
    mit_post = Betrieb(betreiber=Betreiber(email="post@stadt.example"))
    adresse = forge.schreiben(mit_post, "Betreff", "Text & mehr")
    assert adresse == "mailto:post@stadt.example?subject=Betreff&body=Text%20%26%20mehr"
    formular = Betreiber(email="post@stadt.example", formular="https://stadt.example/k?a=1#f")
    adresse = forge.schreiben(Betrieb(betreiber=formular), "Betreff", "Text & mehr")
    assert adresse == "https://stadt.example/k?a=1&betreff=Betreff&text=Text%20%26%20mehr#f"
    assert forge.schreiben(Betrieb(), "", "") is None


@pytest.mark.parametrize("kennung", sorted({*KONZEPT.fundstellen} - {RAHMEN}))
def test_fundstelle_ist_der_eintrag(kennung: str) -> None:
    """The first line names the id, and no other entry of its list begins before the last."""
    stelle = KONZEPT.fundstellen[kennung]
    zeilen = (WURZEL / "data" / stelle.datei).read_text(encoding="utf-8").split("\n")
    erste, letzte = zeilen[stelle.zeile - 1], zeilen[stelle.ende - 1]
    assert erste.strip().removeprefix("- ") == f"id: {kennung}"
    strich = erste[: len(erste) - len(erste.lstrip())] + "- "
    assert not any(z.startswith(strich) for z in zeilen[stelle.zeile : stelle.ende])
    assert letzte.strip()
    assert not letzte.lstrip().startswith("#")


def _in_einzelnen_dateien(ordner: Path) -> Path:
    """Gives each Praxisbeispiel a file of its own; gives the path of the list, which stays."""
    liste = ordner / "praxisbeispiele.yaml"
    (ordner / "praxisbeispiele").mkdir()
    for eintrag in liste.read_text(encoding="utf-8").split("\n- ")[1:]:
        datei = ordner / "praxisbeispiele" / f"{eintrag.splitlines()[0].removeprefix('id: ')}.yaml"
        datei.write_text(eintrag.replace("\n  ", "\n") + "\n", encoding="utf-8")
    return liste


@pytest.mark.parametrize("rest", [None, "", "[]\n", "# Hier steht keines mehr.\n\n[]  # leer\n"])
def test_alle_praxisbeispiele_in_eigenen_dateien(rest: str | None, tmp_path: Path) -> None:
    """The list may say nothing or be gone, but only beside files of their own."""
    ordner = kopie(tmp_path)
    liste = _in_einzelnen_dateien(ordner)
    liste.unlink()
    if rest is not None:
        liste.write_text(rest, encoding="utf-8")
    kennungen = {beispiel.id for beispiel in _konzept(ordner).praxisbeispiele}
    assert kennungen == {beispiel.id for beispiel in KONZEPT.praxisbeispiele}
    shutil.rmtree(ordner / "praxisbeispiele")
    assert "praxisbeispiele.yaml" in {befund.datei for befund in pruefe(ordner, W).befunde}


def test_ein_rest_in_der_liste_wird_geprueft(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    _in_einzelnen_dateien(ordner).write_text("# Notiz\nrest\n", encoding="utf-8")
    (befund,) = pruefe(ordner, W).befunde
    assert (befund.datei, befund.zeile) == ("praxisbeispiele.yaml", 2)


def test_jede_seite_fuehrt_zu_ihrer_zeile(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    with (ordner / "betrieb.yaml").open("a", encoding="utf-8") as datei:
        datei.write(f"\nrepository: {GITHUB.repository}\n")
    website = Website(_konzept(ordner), W, VORLAGEN)
    for seite in website.seiten.values():
        adresse = website.fuss(seite.adresse, seite.titel, "", HEUTE).bearbeiten
        assert adresse is not None
        pfad, _, zeile = adresse.partition("/edit/main/")[2].partition("#L")
        text = (WURZEL / pfad).read_text(encoding="utf-8").split("\n")[int(zeile) - 1]
        if seite.vorlage in ("startseite", "konzept"):
            assert text == f"  titel: {KONZEPT.leitlinien.konzept.titel}"
        elif seite.vorlage in ("stichwoerter", "suche", SPRACHREGISTER):
            assert text.startswith("# yaml-language-server")
        else:
            erster = listen(KONZEPT)[herkunft.liste(seite)][0].id
            eintrag = seite.kennung if seite.kennung in KONZEPT.fundstellen else erster
            assert text.strip() == f"- id: {eintrag}"


def _git(ordner: Path, tag: str, *worte: str) -> None:
    zeit = {"GIT_COMMITTER_DATE": f"{tag}T12:00:00Z", "GIT_AUTHOR_DATE": f"{tag}T12:00:00Z"}
    wer = ["-c", "user.name=Redaktion", "-c", "user.email=redaktion@stadt.example"]
    subprocess.run(
        ["git", *wer, *worte],
        cwd=ordner,
        env={**zeit, "PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )


@pytest.fixture
def geschichte(tmp_path: Path) -> Path:
    """A repository in which one entry was changed later, and one is not committed."""
    ordner = kopie(tmp_path / "projekt")
    _git(ordner, "2026-01-01", "init", "-q")
    _git(ordner, "2026-01-01", "add", ".")
    _git(ordner, "2026-01-01", "commit", "-qm", "Anfang")
    liste = ordner / "praxisbeispiele.yaml"
    text = liste.read_text(encoding="utf-8")
    liste.write_text(text.replace("kurztitel: MifriN", "kurztitel: Mifrin"), encoding="utf-8")
    _git(ordner, "2026-02-02", "commit", "-qam", "Name")
    return ordner


def test_letzte_aenderung_je_eintrag(geschichte: Path) -> None:
    tage = aenderungen(geschichte, _konzept(geschichte).fundstellen)
    assert tage["mifrin"] == date(2026, 2, 2)
    andere = {kennung: tag for kennung, tag in tage.items() if kennung != "mifrin"}
    assert set(andere.values()) == {date(2026, 1, 1)}
    assert set(tage) == set(KONZEPT.fundstellen)


def test_eigene_datei_hat_ihre_eigene_geschichte(geschichte: Path) -> None:
    neu = {**als_beispiel(), "id": "stadtteilfest"}
    ziel = lege_an(neu, geschichte, W)
    assert isinstance(ziel, Path)
    assert "stadtteilfest" not in aenderungen(geschichte, _konzept(geschichte).fundstellen)
    _git(geschichte, "2026-03-03", "add", ".")
    _git(geschichte, "2026-03-03", "commit", "-qm", "Neu")
    tage = aenderungen(geschichte, _konzept(geschichte).fundstellen)
    assert tage["stadtteilfest"] == date(2026, 3, 3)


def test_ohne_ganze_geschichte_kein_datum(geschichte: Path, tmp_path: Path) -> None:
    flach = tmp_path / "flach"
    _git(tmp_path, "2026-03-03", "clone", "-q", "--depth", "1", f"file://{geschichte}", str(flach))
    assert aenderungen(flach, KONZEPT.fundstellen) == {}
    shutil.rmtree(geschichte / ".git")
    assert aenderungen(geschichte, KONZEPT.fundstellen) == {}


@pytest.mark.parametrize(
    ("heute", "faellig"),
    [(date(2028, 11, 23), False), (date(2028, 11, 24), True), (date(2028, 12, 1), True)],
)
def test_faellig_nach_der_frist(heute: date, faellig: bool) -> None:
    beispiel = KONZEPT.praxisbeispiele[0].model_copy(update={"geprueft_am": HEUTE})
    konzept = replace(KONZEPT, praxisbeispiele=(beispiel,))
    assert ist_faellig(HEUTE, heute, 24) is faellig
    faellige = {eintrag.kennung for eintrag in Durchsichten(konzept).faellige(heute)}
    assert (beispiel.id in faellige) is faellig


def test_was_nie_geprueft_wurde_steht_vorn() -> None:
    nie = KONZEPT.glossar[-1].model_copy(update={"geprueft_am": None})
    konzept = replace(KONZEPT, glossar=(*KONZEPT.glossar[:-1], nie))
    faellige = Durchsichten(konzept).faellige(date(2040, 1, 1))
    assert (faellige[0].kennung, faellige[0].am) == (nie.id, None)
    assert all(eintrag.am for eintrag in faellige[1:])


def test_seite_zeigt_dass_sie_faellig_ist() -> None:
    website = Website(KONZEPT, W, VORLAGEN)
    for adresse, faellig in {
        "praxisbeispiele/mifrin/": True,
        "beratung/": True,
        "suche/": False,
        # The one that is due need not be among those that this page shows.
        "praxisbeispiele/nach/stand/laufend/": False,
    }.items():
        seite = website.seiten[adresse]
        angaben = (adresse, seite.titel, "")
        assert not website.fuss(*angaben, HEUTE).faellig
        assert website.fuss(*angaben, date(2030, 1, 1)).faellig is faellig


@pytest.mark.parametrize(
    ("adresse", "am", "alle"),
    [
        ("praxisbeispiele/einzelprojekt/", date(2026, 1, 2), False),
        ("handlungsfelder/bildung/", date(2026, 1, 5), False),
        ("handlungsfelder/teilhabe/", None, False),
        ("handlungsfelder/", None, False),
        ("konzept/zahlen/", date(2026, 1, 3), True),
        ("glossar/", None, False),
        ("praxisbeispiele/nach/stand/laufend/", date(2026, 1, 2), True),
        ("konzept/", None, False),
        ("suche/", None, False),
    ],
)
def test_seite_nennt_die_letzte_pruefung(adresse: str, am: date | None, alle: bool) -> None:
    """An overview names the oldest review, and none where an entry has none."""
    mini = website(MINI)
    seite = mini.seiten[adresse]
    stand = mini.fuss(adresse, seite.titel, "", HEUTE).geprueft
    assert stand == (Pruefstand(am, alle) if am else None)


def test_ungeprueft_bleibt_nur_was_nichts_behauptet() -> None:
    """Words people search by make no claim, and sources have the day on which they were read."""
    ganze = Website(KONZEPT, W, VORLAGEN)
    geprueft = {liste for liste, x in listen(KONZEPT).items() if hasattr(x[0], "geprueft_am")}
    ohne = {s.vorlage for s in ganze.seiten.values() if herkunft.liste(s) not in geprueft}
    assert ohne - {"startseite", "konzept"} == {"stichwoerter", "suche", SPRACHREGISTER, "quellen"}


def test_demonstrator_ist_nicht_bereit() -> None:
    offen = "\n".join(offene_punkte(KONZEPT, HEUTE, W))
    for feld in ("adresse", "betreiber.name", "betreiber.anschrift", "betreiber.formular"):
        assert f"„{feld}“" in offen
    assert "noch nicht auf Barrierefreiheit bewertet" in offen
    assert "nur im Auszug gelesen" in "\n".join(hinweise(KONZEPT, HEUTE, W))


def test_minisite_ist_fast_bereit() -> None:
    konzept = _konzept(WURZEL / "tests" / "minisite" / "daten")
    offen = "\n".join(offene_punkte(konzept, HEUTE, W))
    assert "„adresse“" not in offen
    assert "„betreiber.name“" not in offen


def als_beispiel() -> dict[str, object]:
    return {
        "id": "stadtteilcafe",
        "titel": "Café: ein „Treffpunkt“ # 1",
        "kurztitel": "no",
        "handlungsfeld": "wohnen",
        "kurz": "2017",
        "beschreibung": ["# ein Zeichen", "zweiter: Absatz"],
        "traeger": ["Träger"],
        "stand": "unbekannt",
        "belege": [{"quelle": "pm-2020-02-20"}],
        "geprueft_am": HEUTE,
    }


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


def test_neu_fragt_nach_jeder_angabe(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    lauf = _frage_neu(ordner, _ANTWORTEN + "pm-2020-02-20\nName\n")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    neu = _konzept(ordner).praxisbeispiele[-1]
    assert (neu.id, neu.beschreibung, neu.traeger) == ("cafe", ("Erster.", "Zweiter."), ("Verein",))
    assert neu.quellen is None


def test_neu_fragt_nach_einer_unbekannten_quelle(tmp_path: Path) -> None:
    """The entry brings its source along; pages and other entries know it like any other."""
    ordner = kopie(tmp_path)
    quelle = "ja\nName\nDas Blatt\nEin Verein\ntraeger\nhttps://verein.example/blatt\nganz\n"
    lauf = _frage_neu(ordner, f"{_ANTWORTEN}blatt\n{quelle}")
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr
    assert W("befehl.neu.neue_quelle", kennung="blatt") in lauf.stdout
    konzept = _konzept(ordner)
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
    assert _konzept(ordner).praxisbeispiele[-1].id == "cafe"


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


BEFUNDE = (Befund("a.yaml", 3, 5, "Satz: 100 %, „x“."), Befund("b,c.yaml", 1, 1, "Zwei."))


def test_bericht_fuer_github() -> None:
    assert FORMATE["github"](BEFUNDE, "./data").splitlines() == [
        "::error file=./data/a.yaml,line=3,col=5::Satz: 100 %25, „x“.",
        "::error file=./data/b%2Cc.yaml,line=1,col=1::Zwei.",
    ]


def test_bericht_fuer_gitlab() -> None:
    erster, zweiter = json.loads(FORMATE["gitlab"](BEFUNDE, "./data"))
    assert erster["location"] == {"path": "data/a.yaml", "lines": {"begin": 3}}
    assert erster["description"] == BEFUNDE[0].satz
    assert erster["fingerprint"] != zweiter["fingerprint"]


def test_bericht_als_json_und_in_farbe() -> None:
    (erster, _) = json.loads(FORMATE["json"](BEFUNDE, "data"))
    assert erster == {"datei": "data/a.yaml", "zeile": 3, "spalte": 5, "satz": BEFUNDE[0].satz}
    assert (
        FORMATE["text"](BEFUNDE, "data/")
        == "data/a.yaml:3:5: Satz: 100 %, „x“.\ndata/b,c.yaml:1:1: Zwei.\n"
    )
    assert "\033[" in farbig(BEFUNDE, "data")
    assert "\033[" not in FORMATE["text"](BEFUNDE, "data")
