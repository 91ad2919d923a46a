"""The files of data that the form loads, as they were built."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.gebaut import Gebaut

_MUSTER = {"formularDaten": "formulardaten", "formularAbdruecke": "fingerabdruecke"}


def formulardatei(stand: Gebaut, wort: str) -> Any:
    """Gives what a file names with one word; AssertionError if it does anything else."""
    (datei,) = (stand.ordner / "eigen").glob(f"{_MUSTER[wort]}.*.js")
    ganz = re.fullmatch(rf"const {wort}=(\{{.*\}});\n", datei.read_text(encoding="utf-8"))
    assert ganz, datei
    return json.loads(ganz[1])
