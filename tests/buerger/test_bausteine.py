"""What the model gets stands on its page, or breaks the build: nothing is left out in silence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jinja2 import UndefinedError

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from tests.orte import MINI, W, konzept, website


def test_neue_art_von_versehen_braucht_worte(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind that the model gets stands on the page, or the build breaks: it is not left out."""
    monkeypatch.setattr("macros.seitenplan.verzeichnis._ARTEN", ("schreibweise", "neu"))
    with pytest.raises(KeyError, match="neu"):
        website(MINI).baustein("auffaelligkeiten", "umgang-mit-der-quelle/")


def test_feld_ohne_zeichen_bricht_den_bau() -> None:
    """Another city's field gets its own sign, and no empty one."""
    daten = konzept(MINI)
    erstes, *andere = daten.leitlinien.handlungsfelder
    felder = (erstes.model_copy(update={"id": "hafen"}), *andere)
    leitlinien = daten.leitlinien.model_copy(update={"handlungsfelder": felder})
    ganze = Website(replace(daten, leitlinien=leitlinien), W, VORLAGEN)
    with pytest.raises(UndefinedError, match="hafen"):
        ganze.html("handlungsfelder/")
