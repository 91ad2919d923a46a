"""What is published is complete, or the build fails and the last site stays."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from macros import bauen
from tests.redaktion.faelle import FAELLE, WURZEL, kopie, zeilen

_UNVERAENDERT = ("data", "macros", "theme", "mkdocs.yml", "pyproject.toml")
_SEITE = Path("docs/mitmachen.md")


def _baue(von: Path, *worte: str | Path) -> subprocess.CompletedProcess[str]:
    befehl = [sys.executable, "-m", "macros", "bauen", *map(str, worte)]
    return subprocess.run(befehl, cwd=von, capture_output=True, encoding="utf-8", check=False)


def _alte_website(ordner: Path) -> dict[str, bytes]:
    (ordner / "alt").mkdir(parents=True)
    (ordner / "index.html").write_text("<p>alte Fassung</p>", encoding="utf-8")
    (ordner / bauen._MERKMAL).parent.mkdir(parents=True)
    (ordner / bauen._MERKMAL).write_text("{}", encoding="utf-8")
    (ordner / "alt" / "bild.bin").write_bytes(bytes(range(256)))
    return _inhalt(ordner)


def _inhalt(ordner: Path) -> dict[str, bytes]:
    dateien = (pfad for pfad in ordner.rglob("*") if pfad.is_file())
    return {pfad.relative_to(ordner).as_posix(): pfad.read_bytes() for pfad in dateien}


@pytest.fixture
def projekt(tmp_path: Path) -> Path:
    """A project tree whose pages may be broken; the rest is the real one."""
    ordner = tmp_path / "projekt"
    ordner.mkdir()
    for name in _UNVERAENDERT:
        (ordner / name).symlink_to(WURZEL / name)
    shutil.copytree(WURZEL / "docs", ordner / "docs")
    return ordner


def test_schlechte_daten_lassen_die_website_stehen(tmp_path: Path) -> None:
    """The build prints what the check prints, and touches nothing."""
    daten, ziel = kopie(tmp_path), tmp_path / "oeffentlich" / "site"
    for name in ("auswahl-falsch", "komma-in-zahl", "datei-leer"):
        FAELLE[name].verdirb(daten)
    vorher = _alte_website(ziel)
    lauf = _baue(WURZEL, "--daten", daten, "--ziel", ziel)
    assert lauf.returncode == 1
    assert lauf.stdout.splitlines() == zeilen(daten)
    assert "Traceback" not in lauf.stderr
    assert _inhalt(ziel) == vorher
    assert [pfad.name for pfad in ziel.parent.iterdir()] == ["site"]


def test_kaputte_seite_laesst_die_website_stehen_bis_sie_heil_ist(projekt: Path) -> None:
    """A macro that does not exist fails the build; mended, the new site replaces the old."""
    ziel, seite = projekt / "oeffentlich" / "site", projekt / _SEITE
    vorher, heil = _alte_website(ziel), seite.read_text(encoding="utf-8")
    seite.write_text(heil + "\n{{ gibtsnicht() }}\n", encoding="utf-8")
    kaputt = _baue(projekt, "--ziel", ziel)
    assert kaputt.returncode != 0
    assert "gibtsnicht" in kaputt.stdout + kaputt.stderr
    assert _inhalt(ziel) == vorher
    assert [pfad.name for pfad in ziel.parent.iterdir()] == ["site"]

    seite.write_text(heil, encoding="utf-8")
    gut = _baue(projekt, "--ziel", ziel)
    assert gut.returncode == 0, gut.stderr
    nachher = _inhalt(ziel)
    assert not set(nachher) & {"alt/bild.bin"}
    assert b"alte Fassung" not in nachher["index.html"]
    assert {"index.html", "mitmachen/index.html", "praxisbeispiele/mifrin/index.html"} <= set(
        nachher
    )
    assert [pfad.name for pfad in ziel.parent.iterdir()] == ["site"]


def test_fehlende_vorlage_ist_kein_unbeschreibbares_ziel(projekt: Path) -> None:
    """Whoever took it away reads its name, and is not sent to look at the rights of a folder."""
    ziel, theme = projekt / "oeffentlich" / "site", projekt / "theme"
    vorher = _alte_website(ziel)
    theme.unlink()
    shutil.copytree(WURZEL / "theme", theme, ignore=shutil.ignore_patterns("karte.html"))
    lauf = _baue(projekt, "--ohne-suche", "--ziel", ziel)
    assert lauf.returncode == 1
    assert "karte.html" in lauf.stderr
    assert "lässt sich nicht schreiben" not in lauf.stderr
    assert _inhalt(ziel) == vorher


def test_was_keine_website_ist_bleibt(tmp_path: Path) -> None:
    """A wrong target is refused before anything is touched."""
    ziel = tmp_path / "Dokumente"
    ziel.mkdir()
    # Somebody else's website is none of ours either.
    (ziel / "index.html").write_text("wichtig", encoding="utf-8")
    lauf = _baue(WURZEL, "--ziel", ziel)
    assert (lauf.returncode, lauf.stdout) == (2, "")
    assert "etwas anderes als eine gebaute Website" in lauf.stderr
    assert _inhalt(ziel) == {"index.html": b"wichtig"}


def test_ein_link_bleibt_ein_link(tmp_path: Path) -> None:
    """Where the target is a link, the folder that it leads to is replaced."""
    (tmp_path / "fassung").mkdir()
    ziel = tmp_path / "site"
    ziel.symlink_to("fassung")
    assert _baue(WURZEL, "--ziel", ziel).returncode == 0
    assert ziel.is_symlink()
    assert (tmp_path / "fassung" / "index.html").is_file()


@pytest.mark.parametrize("abbruch", [OSError, KeyboardInterrupt])
def test_ein_abbruch_beim_tausch_bringt_die_alte_zurueck(
    abbruch: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the new site cannot take its place, the old one returns to it."""
    ziel, neu = tmp_path / "site", tmp_path / "neu"
    vorher = _alte_website(ziel)
    neu.mkdir()
    umbenennen = Path.rename

    def scheitert(pfad: Path, wohin: Path) -> Path:
        if pfad == neu:
            raise abbruch
        return umbenennen(pfad, wohin)

    monkeypatch.setattr(Path, "rename", scheitert)
    with pytest.raises(abbruch):
        bauen._tausche(neu, ziel, tmp_path / "alt")
    assert _inhalt(ziel) == vorher


def test_nach_einem_abschuss_kommt_die_alte_zurueck(tmp_path: Path) -> None:
    """What a killed build left beside is put back before the next one begins."""
    vorher = _alte_website(tmp_path / ".site-site-abc" / "alt")
    bauen._stelle_wieder_her(tmp_path / "vorschau")
    assert not (tmp_path / "vorschau").exists()
    bauen._stelle_wieder_her(tmp_path / "site")
    assert _inhalt(tmp_path / "site") == vorher


def test_wer_mitten_im_tausch_beginnt_wartet(tmp_path: Path) -> None:
    """Between the two steps of another build nothing is missing that should be brought back."""
    ziel, alt, neu = tmp_path / "site", tmp_path / ".site-site-abc" / "alt", tmp_path / "neu"
    vorher = _alte_website(alt)
    neu.mkdir()
    anderer = Thread(target=bauen._stelle_wieder_her, args=[ziel])
    with bauen._allein(tmp_path):
        anderer.start()
        anderer.join(0.3)
        assert anderer.is_alive()
        neu.rename(ziel)
    anderer.join(10)
    assert not anderer.is_alive()
    assert _inhalt(ziel) == {}
    assert _inhalt(alt) == vorher
