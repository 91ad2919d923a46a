"""What npm brings is the same in a year: exact versions, checksums, no address of a registry."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros.lauf import WURZEL

ORDNER = [datei.parent for datei in sorted(WURZEL.glob("werkzeug/*/package.json"))]
_GENAU = re.compile(r"\d+\.\d+\.\d+")


def _lies(datei: str) -> Any:
    return json.loads((WURZEL / "werkzeug" / datei).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [ordner.name for ordner in ORDNER])
def test_npm_bringt_in_einem_jahr_dasselbe(name: str) -> None:
    paket, schloss = _lies(f"{name}/package.json"), _lies(f"{name}/package-lock.json")
    fest = paket.get("overrides", {})
    direkt = paket.get("dependencies", {}) | paket["devDependencies"]
    assert all(map(_GENAU.fullmatch, (*direkt.values(), *fest.values())))
    pakete = {ort: angaben for ort, angaben in schloss["packages"].items() if ort}
    assert pakete
    for ort, angaben in pakete.items():
        assert angaben["integrity"].startswith("sha512-"), ort
        assert "resolved" not in angaben, f"{ort} nennt die Adresse eines Verzeichnisses"
        # A tag like "latest" means another version tomorrow, and npm then refuses the lock.
        offen = [n for n, v in angaben.get("dependencies", {}).items() if v.isalpha()]
        assert set(offen) <= fest.keys(), f"{ort}: {offen} fehlt unter overrides"


def test_was_browser_laden_ist_kein_werkzeug() -> None:
    """A bill of materials calls tools optional; readers of it look for what is shipped."""
    liste = (WURZEL / "theme/eigen/fremd/README.md").read_text(encoding="utf-8")
    ausgeliefert = set(re.findall(r"^\| `\S+\.js` \| `(\S+)` \|", liste, re.MULTILINE))
    assert ausgeliefert == set(_lies("fremdes/package.json")["dependencies"]) != set()


def test_es_gibt_pakete_von_npm() -> None:
    assert len(ORDNER) > 1
