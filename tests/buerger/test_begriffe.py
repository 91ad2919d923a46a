"""Glossary terms become links, each at its first place on a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from macros.darstellung.begriffe import Begriffe
from macros.modell import Begriff


def _begriff(kennung: str, wort: str, *auch: str) -> Begriff:
    return Begriff(id=kennung, begriff=wort, auch=auch or None, kurz="kurz")


GLOSSAR = (
    _begriff("rat", "Rat"),
    _begriff("stadtrat", "Rat der Stadt"),
    _begriff("mbe", "Migrationsberatung", "MBE"),
    _begriff("lots", "Lots*innen"),
    _begriff("und", "A&B"),
)


def _markiert(*texte: str) -> list[str]:
    marke = Begriffe(GLOSSAR).markierer(lambda kennung: f"#{kennung}")
    return [
        re.sub(r'<a class="begriff" href="#([\w-]+)">(.*?)</a>', r"[\1:\2]", str(marke(t)))
        for t in texte
    ]


@pytest.mark.parametrize(
    ("texte", "markiert"),
    [
        (["Der Rat tagt."], ["Der [rat:Rat] tagt."]),
        (["Der Rat der Stadt tagt."], ["Der [stadtrat:Rat der Stadt] tagt."]),
        (["Rat, Rat und Rat"], ["[rat:Rat], Rat und Rat"]),
        (["Ein Rat", "kein Rat"], ["Ein [rat:Rat]", "kein Rat"]),
        (["MBE und Migrationsberatung"], ["[mbe:MBE] und Migrationsberatung"]),
        (["Rathaus Stadtrat Rat-Haus Vor-Rat"], ["Rathaus Stadtrat Rat-Haus Vor-Rat"]),
        (["Räte Ratß _Rat"], ["Räte Ratß _Rat"]),
        (["(Rat)"], ["([rat:Rat])"]),
        (["Lots*innen"], ["[lots:Lots*innen]"]),
        (["Lotsinnen"], ["Lotsinnen"]),
        (["A&B <5"], ["[und:A&amp;B] &lt;5"]),
        (['"Rat" & Tat'], ["&#34;[rat:Rat]&#34; &amp; Tat"]),
        ([""], [""]),
    ],
)
def test_begriffe_werden_markiert(texte: list[str], markiert: list[str]) -> None:
    assert _markiert(*texte) == markiert


def test_begriffe_auf_einer_anderen_seite_von_vorn() -> None:
    assert _markiert("Rat") == _markiert("Rat") == ["[rat:Rat]"]


def test_ziel_des_begriffs_ist_ausgezeichnet_wie_jedes_attribut() -> None:
    marke = Begriffe(GLOSSAR).markierer(lambda kennung: 'x"><script>')
    assert "<script>" not in marke("Rat")


# A busy machine is no mistake.
@settings(deadline=None)
@given(st.text())
def test_ohne_begriffe_wird_nur_ausgezeichnet(text: str) -> None:
    marke = Begriffe([_begriff("lang", "Donaudampfschifffahrt")]).markierer(str)
    assert marke(text) == escape(text)
