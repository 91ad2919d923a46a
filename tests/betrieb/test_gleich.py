"""Two builds of one state are byte for byte the same, wherever and whenever they are made."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.auslieferung.packen import packe
from macros.lauf import WURZEL
from tests.gebaut import Gebaut
from tests.orte import DATEN

_ANDERS = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}
# Another clock: one day ahead. What asks it instead of SOURCE_DATE_EPOCH gives itself away.
# Nor is a picture at hand that an earlier build has drawn.
_MORGEN = """
import sys, time, datetime, runpy
echt, tag = time.time, 86400
time.time = lambda: echt() + tag
class Morgen(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return super().fromtimestamp(echt() + tag, tz)
class MorgenTag(datetime.date):
    @classmethod
    def today(cls): return cls.fromtimestamp(echt() + tag)
datetime.datetime, datetime.date = Morgen, MorgenTag
from pathlib import Path
from macros.ausgaben import bildablage
ablage, leer = bildablage.Bildablage, Path(sys.argv.pop())
bildablage.Bildablage = lambda _: ablage(leer)
sys.argv[0] = "macros"
runpy.run_module("macros", run_name="__main__", alter_sys=True)
"""


def _summen(ordner: Path) -> dict[str, str]:
    return {
        datei.relative_to(ordner).as_posix(): hashlib.sha256(datei.read_bytes()).hexdigest()
        for datei in sorted(ordner.rglob("*"))
        if datei.is_file()
    }


@pytest.mark.parametrize("name", DATEN)
def test_zwei_bauten_sind_gleich(name: str, gebaut: Mapping[str, Gebaut], tmp_path: Path) -> None:
    """Another folder, day, time zone, language and order of sets; packed files included."""
    zweite, erste = tmp_path / "ganz" / "woanders", tmp_path / "erste"
    befehl = [sys.executable, "-c", _MORGEN, "bauen", "--daten", str(DATEN[name])]
    lauf = subprocess.run(
        [*befehl, "--ziel", str(zweite), str(tmp_path / "bilder")],
        cwd=WURZEL,
        env=os.environ | _ANDERS,
        capture_output=True,
        text=True,
    )
    assert lauf.returncode == 0, lauf.stderr
    subprocess.run(["cp", "-r", gebaut[name].ordner, erste], check=True)
    for ordner in (erste, zweite):
        packe(ordner)
    eine, andere = _summen(erste), _summen(zweite)
    assert {"sitemap.xml.gz", "index.html.br"} <= set(eine)
    assert any(adresse.startswith("eigen/verzeichnis.") for adresse in eine)
    gezeichnet = len(list((tmp_path / "bilder").glob("*.png")))
    assert gezeichnet == len({s for a, s in eine.items() if a.endswith("bild.png")})
    assert {a for a in eine.keys() | andere.keys() if eine.get(a) != andere.get(a)} == set()
