"""What a person without a terminal fills in passes the check unchanged."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import yaml
from playwright.sync_api import Page, expect
from pydantic import TypeAdapter

from macros.modell import Praxisbeispiel
from macros.modell.klartext import Klartext
from tests.orte import W
from tests.redaktion.formular.angaben import ALLES, HEUTE, NEUE_QUELLE, PFLICHT, QUELLE, ZITAT
from tests.redaktion.formular.bogen import Oeffne, fuelle, geschrieben
from tests.redaktion.formular.eintrag import alle_geprueft, geprueft

BOESE = (
    '"in Anführungszeichen"',
    "'einfache' und \\n Rückstrich \\",
    "Schlüssel: Wert",
    "endet mit Doppelpunkt:",
    "# kein Kommentar",
    "davor # mitten",
    "---",
    "2017",
    "2017-11-03",
    "1e3",
    "0x1F",
    "12:30",
    "1_000",
    "no",
    "ja",
    "true",
    "null",
    "~",
    "*stern",
    "&anker",
    "!marke",
    "%prozent",
    "@at",
    "`tick`",
    "[1, 2]",
    "{a: b}",
    "| pipe",
    "> größer",
    "? frage",
    "<< : *x",
    "$& $1 $schema",
    "__inhalt__ __kennung__",
    "Ärger über Öl, süß",
    "مرحبا بكم في إسن",
    "Українська",
    "Familie 👨‍👩‍👧 und 😀",
    "Tabulator\tund   viele  Leerzeichen ",
    "geschütztes\u00a0Leerzeichen",
    "Zeilen\u2028trenner",
    "wei\u00adches Trennzeichen",
    "unsichtbar\u200e\u202e gesteuert\u0007",
    "Ende\ufeff",
    "F\u3164ü\U000e0041ll\ufe0fer \uf0b7 und a\u200db\u200cc",
    "Herz ❤\ufe0f, Taste 1\ufe0f\u20e3, Ärztin 👩🏽\u200d⚕\ufe0f",
    "Keine Taste a\ufe0f\u20e3, und nichts dazwischen: 😀\u00b4\u200d😀, क्\u200d\u200d",
    "Persisch می\u200cخواهم und Hindi क्\u200dष",
    "A\u0308 zerlegt",
    "Wort " * 1500,
)


def test_pflichtfelder_genuegen(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne()
    fuelle(seite, PFLICHT)
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
    expect(seite.locator("[data-offen] li")).to_have_count(0)
    neu = geprueft(geschrieben(seite), tmp_path)
    assert neu.beschreibung == ("Erster Absatz.", "Zweiter Absatz.")
    assert neu.geprueft_am == date.today()


def test_alle_felder(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne()
    fuelle(seite, ALLES | {"geprueft_am": HEUTE.isoformat()})
    text = geschrieben(seite)
    neu = geprueft(text, tmp_path)
    roh = yaml.safe_load(text)
    assert list(roh) == list(Praxisbeispiel.model_fields)
    assert neu.geprueft_am == HEUTE and neu.seit and neu.seit.iso == "2017-11-03"
    assert neu.bis and neu.bis.iso == "2019-11"
    assert roh["seit"] == date(2017, 11, 3) and roh["bis"] == "2019-11"
    assert neu.zahlen and [z.wert for z in neu.zahlen] == [4.9, 1250]
    assert [z.stand.iso for z in neu.zahlen] == ["2018", "2018-02"]
    assert [b.quelle for b in neu.zahlen[1].belege] == [QUELLE, NEUE_QUELLE["quellen/0/id"]]
    assert neu.quellen and neu.quellen[0].datum and neu.quellen[0].datum.iso == "2017-11"
    assert neu.belege[0].zitat == ZITAT
    assert neu.widersprueche and [a.text for a in neu.widersprueche[0].antworten] == [
        "2017",
        "2018",
    ]
    assert set(neu.leitlinien or ()) == {"wohnen-1", "bildung-1"}
    assert text.splitlines()[0].endswith("$schema=../../schema/praxisbeispiel.json")


def test_boese_texte(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne()
    mehrzeilig = '  Erste Zeile: eins\n- zweite "Zeile"\n\n# dritte  '
    fuelle(seite, PFLICHT | {"beschreibung": "\n".join(BOESE), "kurz": mehrzeilig})
    assert seite.locator("[data-offen]").inner_text() == ""
    neu = geprueft(geschrieben(seite), tmp_path)
    assert neu.beschreibung == tuple(map(_erwartet, BOESE))
    assert neu.kurz == 'Erste Zeile: eins - zweite "Zeile" # dritte'


def test_boeser_text_in_feldern_jeder_tiefe(bogen: Page, tmp_path: Path) -> None:
    pfade = ("titel", "links/0/titel", "belege/0/wofuer")
    texte = {}
    for nummer, boese in enumerate(BOESE):
        eigene = {"id": "boese", "frueher": "altes", "quellen/0/id": "blatt"}
        kennungen = {pfad: f"{wort}-{nummer}" for pfad, wort in eigene.items()}
        fuelle(bogen, kennungen | dict.fromkeys(pfade, boese))
        assert bogen.locator("[data-offen]").inner_text() == ""
        texte[f"boese-{nummer}"] = geschrieben(bogen)
    fuelle(bogen, {pfad: ALLES[pfad] for pfad in (*pfade, *eigene)})
    for nummer, eintrag in enumerate(alle_geprueft(texte, tmp_path)):
        assert eintrag.links
        gelesen = [eintrag.titel, eintrag.links[0].titel, eintrag.belege[0].wofuer]
        assert gelesen == [_erwartet(BOESE[nummer])] * len(pfade)


def _erwartet(boese: str) -> str:
    """What the model makes of a text once the form has dropped its invisible signs."""
    weg = "\u2800\u00ad\u200e\u202e\u0007\ufeff\u3164\U000e0041\uf0b7"
    sauber = re.sub(
        r"(?<=[a-z\u00b4\u094d])[\u200c\u200d\ufe0f]+(?!ष)",
        "",
        boese.translate(str.maketrans("\u2028", " ", weg)),
    )
    return str(TypeAdapter(Klartext).validate_python(sauber))


def test_drei_stellen_hinter_dem_komma_bleiben_sie_selbst(bogen: Page, tmp_path: Path) -> None:
    """Written with a point, such a number could be read as thousands."""
    zahlen = {"zahlen/0/wert": ("12,125", 12.125), "zahlen/1/wert": ("0,1250", 0.125)}
    fuelle(bogen, {pfad: getippt for pfad, (getippt, _) in zahlen.items()})
    text = geschrieben(bogen)
    fuelle(bogen, {pfad: ALLES[pfad] for pfad in zahlen})
    neu = geprueft(text, tmp_path).zahlen
    assert [z.wert for z in neu or ()] == [wert for _, wert in zahlen.values()]
