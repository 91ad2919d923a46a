"""The published site behind the real nginx, for what is measured there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from macros.befehle.auslieferung import SERVER
from tests.nginx import Nginx, amtliche_daten, nginx


@contextmanager
def veroeffentlicht(
    amtlich: bool = False, mehr: Callable[[Path, Path], str] = lambda _ort, _ablage: ""
) -> Iterator[Nginx]:
    """Publishes the site with the project's own command, serves it and clears away.

    Args:
        amtlich: whether as the official site of the tests, else as the data say.
        mehr: lines for the encrypted server, from the folder of the site and a free one.
    """
    ablage = Path(tempfile.mkdtemp(prefix="vielfalt-"))
    # The server's own user has to read it.
    ablage.chmod(0o755)
    try:
        ort = ablage / "website"
        daten = ["--daten", str(amtliche_daten(ablage / "daten"))] if amtlich else []
        befehl = [sys.executable, "-m", "macros", "veroeffentlichen", str(ort), *daten]
        subprocess.run(befehl, check=True)
        with nginx(SERVER, ort, ablage, mehr(ort, ablage)) as server:
            yield server
    finally:
        shutil.rmtree(ablage)
