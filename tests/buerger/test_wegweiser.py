"""Which advice is for me: every age and status gets exactly the services that are open to it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from macros.modell import Angebot, Beratung
from macros.seitenplan.wegweiser import Weg, wege
from tests.gebaut import Gebaut, woerter
from tests.orte import DATEN, ECHT, konzept


def _weg(beratung: Beratung, alter: int) -> Weg:
    (weg,) = (
        w
        for w in wege(beratung)
        if w.gruppe.von <= alter and (w.gruppe.bis is None or alter <= w.gruppe.bis)
    )
    return weg


def _offen(angebot: Angebot, alter: int, status: str) -> bool:
    fuer = angebot.fuer
    return (
        (fuer.alter_von is None or alter >= fuer.alter_von)
        and (fuer.alter_bis is None or alter <= fuer.alter_bis)
        and status in fuer.aufenthalt
    )


@pytest.mark.parametrize("alter", range(101))
@pytest.mark.parametrize("name", DATEN)
def test_jedes_alter_bekommt_die_offenen_angebote(name: str, alter: int) -> None:
    beratung = konzept(name).beratung
    weg = _weg(beratung, alter)
    assert [a.aufenthalt for a in weg.antworten] == list(beratung.aufenthalt)
    for antwort in weg.antworten:
        status = antwort.aufenthalt.id
        offen = [a.id for a in beratung.angebote if _offen(a, alter, status)]
        assert sorted(a.id for a in (*antwort.immer, *antwort.neu)) == sorted(offen), status
        assert not [a.id for a in antwort.immer if a.fuer.jahre_hoechstens]
        assert all(a.fuer.jahre_hoechstens for a in antwort.neu)


@pytest.mark.parametrize(
    ("alter", "jmd", "mbe"),
    [
        (0, False, False),
        (11, False, False),
        (12, True, False),
        (26, True, False),
        (27, True, True),
        (28, False, True),
        (100, False, True),
    ],
)
def test_grenzen_der_pressemeldung(alter: int, jmd: bool, mbe: bool) -> None:
    antworten = {a.aufenthalt.id: a for a in _weg(konzept(ECHT).beratung, alter).antworten}
    mit_titel = antworten["status-titel"]
    assert ("jmd" in [a.id for a in mit_titel.immer]) == jmd
    assert ("mbe" in [a.id for a in mit_titel.neu]) == mbe
    assert "mbe" not in [a.id for a in mit_titel.immer]
    asyl = antworten["status-asylverfahren"]
    assert "mbe" not in [a.id for a in (*asyl.immer, *asyl.neu)]


@pytest.mark.parametrize("name", DATEN)
def test_gruppen_schliessen_aneinander(name: str) -> None:
    gruppen = [weg.gruppe for weg in wege(konzept(name).beratung)]
    assert gruppen[0].von == 0
    assert gruppen[-1].bis is None
    for davor, danach in itertools.pairwise(gruppen):
        assert davor.bis is not None and danach.von == davor.bis + 1


@pytest.mark.parametrize("name", DATEN)
def test_seite_zeigt_jede_antwort(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    seite = gebaut[name].seite("beratung/")
    gruppen = seite.alle("//details[.//dl[@class='antworten']]")
    alle = wege(konzept(name).beratung)
    assert len(gruppen) == len(alle)
    for gruppe, weg in zip(gruppen, alle, strict=True):
        antworten = gruppe.xpath(".//dl/div")
        assert len(antworten) == len(weg.antworten)
        for auf_der_seite, antwort in zip(antworten, weg.antworten, strict=True):
            assert (
                woerter(auf_der_seite.xpath("./dt")[0].text_content()) == antwort.aufenthalt.titel
            )
            links = auf_der_seite.xpath("./dd/a/@href")
            assert links == [f"#{a.id}" for a in (*antwort.immer, *antwort.neu)]
            assert len(auf_der_seite.xpath("./dd")) == max(1, len(links))


@pytest.mark.parametrize("name", DATEN)
def test_kein_alter_steht_in_zwei_ueberschriften(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    titel = [
        woerter(h.text_content())
        for h in gebaut[name].seite("beratung/").alle("//details[.//dl]/summary/h3")
    ]
    assert len(titel) == len(set(titel)) == len(wege(konzept(name).beratung))
