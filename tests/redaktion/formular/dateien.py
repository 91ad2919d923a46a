"""The files of data that the form loads: as they were built, and where they do not come."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Route

from tests.gebaut import Gebaut

_MUSTER = {"formularDaten": "formulardaten", "formularAbdruecke": "fingerabdruecke"}


def formulardatei(stand: Gebaut, wort: str) -> Any:
    """Gives what a file names with one word; AssertionError if it does anything else."""
    (datei,) = (stand.ordner / "eigen").glob(f"{_MUSTER[wort]}.*.js")
    ganz = re.fullmatch(rf"const {wort}=(\{{.*\}});\n", datei.read_text(encoding="utf-8"))
    assert ganz, datei
    return json.loads(ganz[1])


def nicht_geliefert(wort: str) -> pytest.MarkDecorator:
    """Runs a test with each `antwort` that leaves the form without what a file names."""
    halb = f"const {wort}={{"
    antworten: dict[str, Callable[[Route], None]] = {
        "kein Netz": lambda weg: weg.abort(),
        "weg": lambda weg: weg.fulfill(status=404, content_type="text/html", body="<h1>Weg</h1>"),
        "halb": lambda weg: weg.fulfill(content_type="text/javascript", body=halb),
    }
    return pytest.mark.parametrize("antwort", antworten.values(), ids=list(antworten))
