"""What still stands between the data and an official website."""

from __future__ import annotations

from macros.redaktion.freigabe import hinweise, offene_punkte
from tests.orte import MINI, W, konzept
from tests.redaktion.eintraege import HEUTE, KONZEPT


def test_demonstrator_ist_nicht_bereit() -> None:
    offen = "\n".join(offene_punkte(KONZEPT, HEUTE, W))
    for feld in ("adresse", "betreiber.name", "betreiber.anschrift", "betreiber.formular"):
        assert f"„{feld}“" in offen
    assert "noch nicht auf Barrierefreiheit bewertet" in offen
    assert "nur im Auszug gelesen" in "\n".join(hinweise(KONZEPT, HEUTE, W))


def test_minisite_ist_fast_bereit() -> None:
    offen = "\n".join(offene_punkte(konzept(MINI), HEUTE, W))
    assert "„adresse“" not in offen
    assert "„betreiber.name“" not in offen
