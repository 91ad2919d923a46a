"""Once installed, building needs no network at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from macros.lauf import WURZEL
from tests.orte import DATEN, MINI

_OHNE_NETZ = ["unshare", "--net", "--map-root-user"]


def test_bauen_braucht_kein_netz(tmp_path: Path) -> None:
    """In a network namespace of its own, where not even loopback is up."""
    probe = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    ohne = subprocess.run(
        [*_OHNE_NETZ, sys.executable, "-c", probe], capture_output=True, text=True
    )
    assert "Network is unreachable" in ohne.stderr, "die Probe hat doch ein Netz"
    befehl = [sys.executable, "-m", "macros", "bauen", "--daten", str(DATEN[MINI])]
    lauf = subprocess.run(
        [*_OHNE_NETZ, *befehl, "--ziel", str(tmp_path / "site")],
        cwd=WURZEL,
        capture_output=True,
        text=True,
    )
    assert lauf.returncode == 0, lauf.stderr
    assert (tmp_path / "site" / "index.html").is_file()
