"""The day on which an entry was last changed comes from the history of its words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from macros.lauf import WURZEL
from macros.lesen.eintragstext import eintragstexte
from macros.redaktion.neu import lege_an
from macros.verlauf import _IMMER, aenderungen, git
from tests.orte import W
from tests.redaktion.eintraege import KONZEPT, als_beispiel, konzept_aus
from tests.redaktion.faelle import kopie


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
    fundstellen = konzept_aus(geschichte).fundstellen
    tage = aenderungen(geschichte, fundstellen)
    assert tage["mifrin"] == date(2026, 2, 2)
    andere = {kennung: tag for kennung, tag in tage.items() if kennung != "mifrin"}
    assert set(andere.values()) == {date(2026, 1, 1)}
    assert set(tage) == set(fundstellen)


def test_eigene_datei_hat_ihre_eigene_geschichte(geschichte: Path) -> None:
    neu = {**als_beispiel(), "id": "stadtteilfest"}
    ziel = lege_an(neu, geschichte, W)
    assert isinstance(ziel, Path)
    assert "stadtteilfest" not in aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    _git(geschichte, "2026-03-03", "add", ".")
    _git(geschichte, "2026-03-03", "commit", "-qm", "Neu")
    tage = aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    assert tage["stadtteilfest"] == date(2026, 3, 3)


def test_sprache_des_rechners_aendert_kein_datum(geschichte: Path) -> None:
    befehl = "from macros.verlauf import git; from pathlib import Path; import sys;"
    befehl += " sys.stdout.buffer.write(git(Path(sys.argv[1]), *sys.argv[2:]).encode())"
    alt = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    lauf = subprocess.run(
        [sys.executable, "-c", befehl, str(geschichte), "show", "HEAD:praxisbeispiele.yaml"],
        cwd=WURZEL,
        env=alt,
        capture_output=True,
    )
    assert lauf.stdout == (geschichte / "praxisbeispiele.yaml").read_bytes()


_FREMD = {
    "Haken": ("GIT_DIR", "."),
    "fremder Besitz": ("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1"),
    "Einstellungen": ("GIT_CONFIG_GLOBAL", "gitconfig"),
}


@pytest.mark.parametrize(("name", "wert"), _FREMD.values(), ids=list(_FREMD))
def test_wer_fragt_aendert_kein_datum(
    name: str, wert: str, geschichte: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a hook, in a folder that belongs to somebody else, with settings of one's own."""
    monkeypatch.setattr("macros.verlauf._IMMER", (f"safe.directory={geschichte}", *_IMMER[1:]))
    fundstellen = konzept_aus(geschichte).fundstellen
    _git(geschichte, "2026-03-03", "checkout", "-qb", "vorschlag")
    _nach(geschichte, "2026-03-03", "kurztitel: Mifrin", "kurztitel: MifriN")
    _git(geschichte, "2026-04-04", "checkout", "-q", "-")
    _git(geschichte, "2026-04-04", "merge", "-q", "--no-ff", "-m", "Angenommen", "vorschlag")
    ohne = aenderungen(geschichte, fundstellen)
    einstellungen = tmp_path / "gitconfig"
    einstellungen.write_text(
        "[log]\n\tshowSignature = true\n\tdiffMerges = combined\n\tshowRoot = false\n"
    )
    monkeypatch.setenv(name, wert.replace("gitconfig", str(einstellungen)))
    assert ohne and aenderungen(geschichte, fundstellen) == ohne


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_TEST_ASSUME_DIFFERENT_OWNER"])
def test_wer_fragt_aendert_auch_das_heute_nicht(name: str, tmp_path: Path) -> None:
    """Else a build in a container, where git answers only its owner, would have today's date."""
    projekt = tmp_path / "projekt"
    shutil.copytree(WURZEL / "macros", projekt / "macros")
    _git(projekt, "2026-01-01", "init", "-q")
    _git(projekt, "2026-01-01", "commit", "--allow-empty", "-qm", "Anfang")
    frage = "from macros.bauen import bereite_vor; bereite_vor(); import os;"
    frage += " print(os.environ.get('SOURCE_DATE_EPOCH'))"
    umgebung = {n: w for n, w in os.environ.items() if n != "SOURCE_DATE_EPOCH"} | {name: "1"}
    lauf = subprocess.run(
        [sys.executable, "-c", frage], cwd=projekt, env=umgebung, capture_output=True, text=True
    )
    assert lauf.stdout.strip() == "1767268800", lauf.stderr


def test_ohne_ganze_geschichte_kein_datum(geschichte: Path, tmp_path: Path) -> None:
    flach = tmp_path / "flach"
    _git(tmp_path, "2026-03-03", "clone", "-q", "--depth", "1", f"file://{geschichte}", str(flach))
    assert aenderungen(flach, KONZEPT.fundstellen) == {}
    shutil.rmtree(geschichte / ".git")
    assert aenderungen(geschichte, KONZEPT.fundstellen) == {}


def _nach(ordner: Path, tag: str, alt: str, neu: str) -> dict[str, date]:
    """Gives the days after one more commit that puts other words into the list."""
    liste = ordner / "praxisbeispiele.yaml"
    text = liste.read_text(encoding="utf-8")
    assert alt in text
    liste.write_text(text.replace(alt, neu), encoding="utf-8")
    _git(ordner, tag, "add", ".")
    _git(ordner, tag, "commit", "-qm", "Noch etwas")
    return aenderungen(ordner, konzept_aus(ordner).fundstellen)


def test_was_wegfaellt_ist_eine_aenderung(geschichte: Path) -> None:
    """No line of the entry is newer then: what was taken back would be announced nowhere."""
    liste = (geschichte / "praxisbeispiele.yaml").read_text(encoding="utf-8")
    zeile = next(z for z in liste.splitlines(keepends=True) if z.startswith("  seit:"))
    vorher = aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    nachher = _nach(geschichte, "2026-03-03", zeile, "")
    anders = {k for k, tag in nachher.items() if tag != vorher[k]}
    assert len(anders) == 1
    assert {nachher[k] for k in anders} == {date(2026, 3, 3)}


@pytest.mark.parametrize(
    ("alt", "neu"),
    [
        ("  kurztitel: Mifrin\n", "  # Ein Hinweis\n  kurztitel: Mifrin\n"),
        ("  kurztitel: Mifrin\n", "\n  kurztitel:   Mifrin\n"),
        ("\n- id: mifrin\n", "\n\n# Davor\n- id: mifrin\n"),
        ("\n- id: mifrin\n", "\n-\n  id: mifrin\n"),
        ("\n", "\n "),
    ],
    ids=["Kommentar", "Abstand", "davor", "Strich allein", "Einzug"],
)
def test_was_niemand_liest_ist_keine_aenderung(geschichte: Path, alt: str, neu: str) -> None:
    vorher = aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    assert _nach(geschichte, "2026-03-03", alt, neu) == vorher


def test_ein_anderer_platz_ist_keine_aenderung(geschichte: Path) -> None:
    vorher = aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    liste = geschichte / "praxisbeispiele.yaml"
    kopf, *eintraege = re.split(r"(?m)^(?=- id: )", liste.read_text(encoding="utf-8"))
    eigene = next(e for e in eintraege if e.startswith("- id: mifrin\n"))
    einzeln = geschichte / "praxisbeispiele" / "mifrin.yaml"
    einzeln.parent.mkdir(exist_ok=True)
    einzeln.write_text(re.sub(r"(?m)^(- |  )", "", eigene), encoding="utf-8")
    andere = [e.rstrip() for e in reversed(eintraege) if e is not eigene]
    liste.write_text(kopf + "\n\n".join(andere) + "\n", encoding="utf-8")
    _git(geschichte, "2026-03-03", "add", ".")
    _git(geschichte, "2026-03-03", "commit", "-qm", "Umgestellt")
    fundstellen = konzept_aus(geschichte).fundstellen
    assert fundstellen["mifrin"].datei == "praxisbeispiele/mifrin.yaml"
    assert aenderungen(geschichte, fundstellen) == vorher


def test_alle_in_eigene_dateien_ist_keine_aenderung(geschichte: Path) -> None:
    """Not even where the list, which nobody reads any more, is gone with it."""
    vorher = aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    liste = geschichte / "praxisbeispiele.yaml"
    _, *eintraege = re.split(r"(?m)^(?=- id: )", liste.read_text(encoding="utf-8"))
    liste.unlink()
    for eintrag in eintraege:
        einzeln = geschichte / "praxisbeispiele" / f"{eintrag.split()[2]}.yaml"
        einzeln.parent.mkdir(exist_ok=True)
        einzeln.write_text(re.sub(r"(?m)^(- |  )", "", eintrag), encoding="utf-8")
    _git(geschichte, "2026-03-03", "add", ".")
    _git(geschichte, "2026-03-03", "commit", "-qm", "Umgestellt")
    assert aenderungen(geschichte, konzept_aus(geschichte).fundstellen) == vorher


def test_jede_art_von_repository_und_dateiname(tmp_path: Path) -> None:
    """Names of 64 digits for a content, and a file's name that git would write in quotes."""
    ordner = tmp_path / "projekt"
    _git(tmp_path, "2026-01-01", "init", "-q", "--object-format=sha256", "projekt")
    einzeln = ordner / "praxisbeispiele" / "café.yaml"
    einzeln.parent.mkdir()
    einzeln.write_text("id: cafe\n", encoding="utf-8")
    _git(ordner, "2026-01-01", "add", ".")
    _git(ordner, "2026-01-01", "commit", "-qm", "Anfang")
    fundstelle = replace(KONZEPT.fundstellen["mifrin"], datei="praxisbeispiele/café.yaml")
    assert aenderungen(ordner, {"cafe": fundstelle}) == {"cafe": date(2026, 1, 1)}


def test_was_in_einem_text_steht_ist_text() -> None:
    """Its lines only look like comments and entries."""
    text = "- id: a\n  kurz: {}\n    - id: b\n    {}\n  liste:\n    - {}\n      {}\n- id: b\n"
    for art in (">-", "|", "| # Hinweis"):
        eins, zwei = (dict(eintragstexte(text.format(art, x, art, x))) for x in ("#x", "#y"))
        assert eins["b"] == zwei["b"] == "id: b"
        assert eins["a"].count("#x") == 2 and eins["a"] != zwei["a"]


def test_wo_git_scheitert_antwortet_es_nicht(geschichte: Path) -> None:
    """It repeats a name that it does not know."""
    assert git(geschichte, "rev-parse", "gibtsnicht") == ""


def test_ein_zweig_zaehlt_ab_dem_tag_an_dem_er_ankommt(geschichte: Path) -> None:
    """Who looked in between did not see the change yet."""
    _git(geschichte, "2026-03-03", "checkout", "-qb", "vorschlag")
    _nach(geschichte, "2026-03-03", "kurztitel: Mifrin", "kurztitel: MifriN")
    _git(geschichte, "2026-04-04", "checkout", "-q", "-")
    _git(geschichte, "2026-04-04", "merge", "-q", "--no-ff", "-m", "Angenommen", "vorschlag")
    tage = aenderungen(geschichte, konzept_aus(geschichte).fundstellen)
    assert tage["mifrin"] == date(2026, 4, 4)


def test_fehlt_ein_stueck_der_geschichte_gibt_es_keinen_tag(geschichte: Path) -> None:
    """As in a partial clone without a network."""
    name = git(geschichte, "rev-parse", "HEAD~1:praxisbeispiele.yaml").strip()
    (geschichte / ".git" / "objects" / name[:2] / name[2:]).unlink()
    assert aenderungen(geschichte, KONZEPT.fundstellen) == {}
