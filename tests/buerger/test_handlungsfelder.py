"""Where the page of a Handlungsfeld leads on."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.gebaut import Gebaut
from tests.orte import DATEN, konzept


@pytest.mark.parametrize(
    ("feld", "versehen"),
    [("bildung", None), ("beschaeftigung", "s1"), ("teilhabe", "s2"), ("wohnen", "s4")],
)
def test_feld_fuehrt_zur_erklaerung_seines_versehens(
    feld: str, versehen: str | None, echt: Gebaut
) -> None:
    """The first of the slips that change the sense; its words stand on that page alone."""
    links = echt.seite(f"handlungsfelder/{feld}/").alle(
        "//main//a[contains(@href, 'umgang-mit-der-quelle/#')]/@href"
    )
    assert links == ([f"../../umgang-mit-der-quelle/#{versehen}"] if versehen else [])


def test_feld_ohne_praxisbeispiel_sagt_es(mini: Gebaut) -> None:
    satz = "noch kein Praxisbeispiel"
    assert satz in mini.seite("handlungsfelder/bildung/").text("//main")
    assert satz not in mini.seite("handlungsfelder/wohnen/").text("//main")


@pytest.mark.parametrize("name", DATEN)
def test_jedes_feld_fuehrt_zur_beratung(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    for feld in konzept(name).leitlinien.handlungsfelder:
        seite = gebaut[name].seite(f"handlungsfelder/{feld.id}/")
        absatz = seite.eines(
            "//main//p[starts-with(normalize-space(), 'Brauchen Sie selbst Rat?')]"
        )
        (link,) = absatz.xpath(".//a/@href")
        assert gebaut[name].ziel(link, seite.ort.adresse) == ("beratung/", "")
