"""What replaces the theme's templates: little, for a reason, and against a known original."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import pytest

from macros.lauf import WURZEL

# The theme, and MkDocs itself for what the theme leaves to it.
ORTE = [Path(str(files(paket))) / "templates" for paket in ("material", "mkdocs")]
EIGENE = WURZEL / "theme"
# The theme's originals as they were when ours were written (sha256). Where one changes, read the
# difference, take over what ours should have, and write down the new sum.
URSPRUENGE = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "sitemap.xml": "0950766d642ac999c74b68150a39a961a5103bda5e2d9d7747f4c06522c11b18",
}
HOECHSTENS_ZEILEN = 120


def _summe(datei: Path) -> str:
    return hashlib.sha256(datei.read_bytes()).hexdigest()


def _urspruenge(name: str) -> list[Path]:
    return [ort / name for ort in ORTE if (ort / name).is_file()]


def test_ersetzt_wird_nur_was_hier_steht() -> None:
    eigene = {str(pfad.relative_to(EIGENE)) for pfad in EIGENE.rglob("*.*ml")}
    assert {name for name in eigene if _urspruenge(name)} == set(URSPRUENGE)


@pytest.mark.parametrize("name", URSPRUENGE)
def test_ursprung_ist_noch_der_gleiche(name: str) -> None:
    assert _summe(_urspruenge(name)[0]) == URSPRUENGE[name]


@pytest.mark.parametrize("name", URSPRUENGE)
def test_ersatz_ist_klein_und_nennt_seinen_grund(name: str) -> None:
    zeilen = (EIGENE / name).read_text(encoding="utf-8").splitlines()
    # An XML file has to begin with what it is.
    grund = next(zeile for zeile in zeilen if not zeile.startswith("<?xml"))
    assert re.fullmatch(r"\{# Replaces (the theme|MkDocs)'s: .+ #\}", grund)
    assert len(zeilen) <= HOECHSTENS_ZEILEN
