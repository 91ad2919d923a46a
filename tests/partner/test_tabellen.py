"""The tables hold every number, open in a German Excel, and never calculate."""

from __future__ import annotations

import json

import pytest

from macros.ausgaben.daten.tabellen import SPALTEN
from macros.ausgaben.daten.zellen import HOECHSTENS, zelle
from macros.seitenplan.adressen import DATEN
from tests.orte import DATEN as ORDNER
from tests.orte import MINI, konzept, website
from tests.partner.datendateien import dateien_von, reihen


@pytest.mark.parametrize("name", ORDNER)
def test_jede_zahl_steht_in_der_tabelle(name: str) -> None:
    dateien, inhalt = dateien_von(website(name)), konzept(name)
    soll = [
        (k.id, w.bezeichnung, w.wert, k.einheit, w.stand.iso, {b.quelle for b in w.belege})
        for k in inhalt.zahlen
        for w in k.werte
    ] + [
        (b.id, z.was, z.wert, z.einheit, z.stand.iso, {x.quelle for x in z.belege})
        for b in inhalt.praxisbeispiele
        for z in b.zahlen or ()
    ]
    ist = [
        (
            r["eintrag"],
            r["was"].removeprefix("'"),
            float(r["wert"].replace(",", ".")),
            r["einheit"].removeprefix("'"),
            r["stand"],
            set(r["quellen"].split(" | ")),
        )
        for r in reihen(dateien[f"{DATEN}zahlen.csv"])
    ]
    assert ist == soll != []
    assert [k["id"] for k in json.loads(dateien[f"{DATEN}alles.json"])["zahlen"]] == [
        k.id for k in inhalt.zahlen
    ]


def test_tabelle_oeffnet_sich_im_deutschen_excel() -> None:
    """Its own mark for UTF-8, semicolons, Windows line ends; paragraphs stay in their cell."""
    text = dateien_von(website(MINI))[f"{DATEN}praxisbeispiele.csv"]
    assert text.encode().startswith(b"\xef\xbb\xbfid;titel;")
    assert text.endswith("\r\n")
    erste = reihen(text)[0]
    assert tuple(erste) == SPALTEN["praxisbeispiele"]
    beispiel = konzept(MINI).praxisbeispiele[0]
    assert erste["titel"] == beispiel.titel
    assert erste["beschreibung"] == "\n\n".join(beispiel.beschreibung)
    assert erste["stadtteile"] == " | ".join(beispiel.stadtteile or ())


@pytest.mark.parametrize("anfang", "=+-@＝＋－＠\t\r\n")
def test_keine_zelle_rechnet(anfang: str) -> None:
    assert zelle(f"{anfang}1+1") == f"'{anfang}1+1"
    assert zelle((f"{anfang}1", "x")) == f"'{anfang}1 | x"
    assert zelle(f"a{anfang}1") == f"a{anfang}1"


def test_ein_strich_im_wert_trennt_nicht() -> None:
    werte = ("Haus | Garten", "A|B", "Hof")
    assert zelle(werte).split(" | ") == ["Haus ¦ Garten", "A¦B", "Hof"]
    assert zelle("Haus | Garten") == "Haus | Garten"


@pytest.mark.parametrize("zeichen", ["x", "=", "\U0001f389"], ids=["Text", "Formel", "doppelt"])
def test_keine_zelle_laeuft_ueber(zeichen: str) -> None:
    """Excel puts the rest into the next row, where it could begin with a formula."""
    lang = zelle(zeichen * (HOECHSTENS + 1))
    assert len(lang.encode("utf-16-le")) // 2 in (HOECHSTENS - 1, HOECHSTENS)
    assert lang.endswith(f"{zeichen}…")
    assert zelle("x" * HOECHSTENS) == "x" * HOECHSTENS
