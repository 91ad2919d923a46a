"""How values become words: numbers, dates, short versions, charts."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.darstellung import diagramm, format
from macros.modell import Beleg, Kennzahl, Messwert, Zeitpunkt
from macros.seitenplan.seite import kurzfassung
from tests.orte import W

# A busy machine is no mistake.
OHNE_FRIST = settings(deadline=None)
ZAHLEN = [
    (0, "0"),
    (7, "7"),
    (-5, "-5"),
    (999, "999"),
    (1000, "1.000"),
    (32378, "32.378"),
    (1234567, "1.234.567"),
    (0.5, "0,5"),
    (4.9, "4,9"),
    (5.0, "5"),
    (5.55, "5,55"),
    (12345.5, "12.345,5"),
    (1000000.0, "1.000.000"),
    (0.00001, "0,00001"),
]


@pytest.mark.parametrize(("wert", "text"), ZAHLEN)
def test_zahl(wert: float, text: str) -> None:
    assert format.zahl(wert, W) == text


@OHNE_FRIST
@given(st.integers(-(10**12), 10**12))
def test_ganze_zahl_verliert_nichts(wert: int) -> None:
    text = format.zahl(wert, W)
    assert int(text.replace(".", "")) == wert
    assert re.fullmatch(r"-?\d{1,3}(\.\d{3})*", text)


@OHNE_FRIST
@given(st.decimals(-(10**6), 10**6, places=2))
def test_kommazahl_verliert_nichts(wert: object) -> None:
    text = format.zahl(float(str(wert)), W)
    assert float(text.replace(".", "").replace(",", ".")) == float(str(wert))


@pytest.mark.parametrize(
    ("genauigkeit", "text"), [("genau", "250"), ("rund", "rund 250"), ("mehr-als", "mehr als 250")]
)
def test_menge(genauigkeit: str, text: str) -> None:
    assert format.menge(250, genauigkeit, W) == text


@pytest.mark.parametrize(
    ("wert", "text"),
    [
        (Zeitpunkt(2017), "2017"),
        (Zeitpunkt(2017, 11), "November 2017"),
        (Zeitpunkt(2017, 3, 1), "1. März 2017"),
        (Zeitpunkt(2020, 12, 31), "31. Dezember 2020"),
    ],
)
def test_zeitpunkt(wert: Zeitpunkt, text: str) -> None:
    assert format.zeitpunkt(wert, W) == text


@pytest.mark.parametrize("monat", range(1, 13))
def test_jeder_monat_hat_seinen_namen(monat: int) -> None:
    text = format.tag(date(2020, monat, 9), W)
    namen = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    assert text == f"9. {namen.split()[monat - 1]} 2020"


def test_spanne() -> None:
    von, bis = Zeitpunkt(2017, 11), Zeitpunkt(2019)
    assert format.spanne(von, None, W) == "November 2017"
    assert format.spanne(von, bis, W) == "November 2017 bis 2019"


@pytest.mark.parametrize(
    ("von", "bis", "text"),
    [
        (None, None, "Menschen in jedem Alter"),
        (0, None, "Menschen in jedem Alter"),
        (27, None, "Ab 27 Jahren"),
        (None, 26, "Unter 27 Jahre alt"),
        (0, 11, "Unter 12 Jahre alt"),
        (12, 27, "12 bis 27 Jahre alt"),
        (27, 27, "27 Jahre alt"),
    ],
)
def test_alter(von: int | None, bis: int | None, text: str) -> None:
    assert format.alter(von, bis, W) == text


@OHNE_FRIST
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_kurzfassung_ist_kurz_und_beginnt_gleich(roh: str) -> None:
    text = " ".join(roh.split())
    kurz = kurzfassung(text)
    assert len(kurz) <= 155
    if len(text) <= 155:
        assert kurz == text
    else:
        assert kurz.endswith(" …")
        assert text.startswith(kurz.removesuffix(" …"))


def test_kurzfassung_trennt_kein_wort() -> None:
    text = "Wort, " * 40
    assert re.fullmatch(r"(Wort, )*Wort …", kurzfassung(text.strip()))


def test_kurzfassung_bei_genau_der_grenze() -> None:
    assert kurzfassung("x" * 155) == "x" * 155
    assert kurzfassung("x" * 156) == "x" * 153 + " …"


def _kennzahl(*werte: float) -> Kennzahl:
    beleg = Beleg(quelle="meldung")
    return Kennzahl(
        id="k",
        titel="t",
        text="t",
        einheit="e",
        darstellung="balken",
        werte=tuple(
            Messwert(bezeichnung=f"{n}.", wert=w, stand=Zeitpunkt(2020), belege=(beleg,))
            for n, w in enumerate(werte)
        ),
    )


@pytest.mark.parametrize(
    ("werte", "anteile"),
    [
        ((1, 2, 4), [25, 50, 100]),
        ((4, 2), [100, 50]),
        ((3,), [100]),
        ((0, 5), [0, 100]),
        ((0, 0), [0, 0]),
    ],
)
def test_balken(werte: tuple[float, ...], anteile: list[float]) -> None:
    balken = diagramm.zeichne(_kennzahl(*werte))
    assert [b.anteil for b in balken] == anteile
    assert [b.messwert.wert for b in balken] == list(werte)
