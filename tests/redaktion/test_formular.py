"""`/redaktion/neu/`: what a person without a terminal fills in passes the check unchanged."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Locator, Page, expect
from pydantic import TypeAdapter, ValidationError

from macros.formular.felder import Feld, felder
from macros.formular.seite import ADRESSE, ADRESSE_HOECHSTENS, SCHEMADATEI
from macros.lauf import WURZEL
from macros.modell import Betrieb, Praxisbeispiel
from macros.modell.fingerabdruck import gruppen
from macros.modell.grundtypen import LINK_MUSTER, WEBADRESSE_MUSTER, Link, Webadresse
from macros.modell.klartext import Klartext
from macros.modell.zeitpunkt import Zeitpunkt
from macros.pruefung.pruefen import pruefe
from macros.seitenplan import forge
from macros.seitenplan.umbenennungen import fruehere
from tests.website import DATEN, ECHT, MINI, UNTERPFAD, Gebaut, W, konzept, website

Server = Mapping[tuple[str, str], str]
Oeffne = Callable[..., Page]
AKTIV = "document.activeElement"
HEUTE = date(2026, 3, 1)
QUELLE = "pm-2020-02-20"
ZITAT = "Wir schaffen ein umfassendes Bildungsangebot, das alle Generationen anspricht"
NEUE_QUELLE = {
    "quellen/0/id": "blatt-2017",
    "quellen/0/titel": "Ein Blatt aus dem Stadtteil",
    "quellen/0/herausgeber": "Ein Verein",
    "quellen/0/art": "traeger",
    "quellen/0/url": "https://verein.example/blatt",
    "quellen/0/gelesen": "ganz",
}
PFLICHT = {
    "id": "neues-projekt",
    "titel": "Ein neues Projekt",
    "kurztitel": "Neues",
    "handlungsfeld": "wohnen",
    "kurz": "Hier geschieht etwas.",
    "beschreibung": "Erster Absatz.\nZweiter Absatz.",
    "traeger": "Ein Verein",
    "stand": "unbekannt",
    "belege/0/quelle": QUELLE,
}
ALLES = {
    **PFLICHT,
    "belege/0/zitat": ZITAT,
    "belege/0/wofuer": "Träger",
    **NEUE_QUELLE,
    "quellen/0/datum": "11.2017",
    "quellen/0/abgerufen": "2026-01-31",
    "quellen/0/anmerkung": "Nur auf Papier gelesen.",
    "leitlinien": ("wohnen-1", "bildung-1"),
    "partner": "Ein Partner",
    "zielgruppen": "Alle",
    "seit": "3.11.2017",
    "bis": "11.2019",
    "stadtteile": "Altendorf\nKaternberg",
    "sprachen": "Deutsch",
    "zahlen/0/wert": "4,9",
    "zahlen/0/genauigkeit": "mehr-als",
    "zahlen/0/einheit": "Stellen",
    "zahlen/0/was": "im Projekt",
    "zahlen/0/stand": "2018",
    "zahlen/0/belege/0/quelle": QUELLE,
    "zahlen/0/belege/0/wofuer": "die Zahl",
    "zahlen/1/wert": "1250",
    "zahlen/1/einheit": "Menschen",
    "zahlen/1/was": "dabei",
    "zahlen/1/stand": "2018-02",
    "zahlen/1/belege/0/quelle": QUELLE,
    "zahlen/1/belege/1/quelle": NEUE_QUELLE["quellen/0/id"],
    "finanzierung": "Die Stadt zahlt.",
    "links/0/titel": "Projektseite",
    "links/0/url": "https://projekt.example/seite?a=1&b=2#c",
    "widersprueche/0/frage": "Wann begann es?",
    "widersprueche/0/antworten/0/text": "2017",
    "widersprueche/0/antworten/0/quelle": QUELLE,
    "widersprueche/0/antworten/1/text": "2018",
    "widersprueche/0/antworten/1/quelle": QUELLE,
    "widersprueche/0/wir_schreiben": "2017: so die Stadt.",
    "suchbegriffe": "Nachbarn",
    "frueher": "altes-projekt",
}
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
    "A\u0308 zerlegt",
    "Wort " * 1500,
)


@pytest.fixture
def oeffne(browser: Browser, server: Server) -> Iterator[Oeffne]:
    """Opens the form in a context of its own and sees that it stays quiet and keeps nothing."""
    kontexte, meldungen = [], []

    def neu(name: str = ECHT, adresse: str = "", skript: bool = True, **optionen: Any) -> Page:
        basis = server[name, UNTERPFAD]
        kontext = browser.new_context(locale="de-DE", java_script_enabled=skript, **optionen)
        kontext.set_default_timeout(5000)
        kontexte.append(kontext)
        seite = kontext.new_page()
        erlaubt = (basis, "file:") if adresse.startswith("file:") else (basis,)
        seite.on("console", lambda m: meldungen.append(m.text))
        seite.on("pageerror", lambda f: meldungen.append(str(f)))
        seite.on("requestfailed", lambda a: meldungen.append(f"fehlt: {a.url}"))
        seite.on(
            "request",
            lambda a: None if a.url.startswith((*erlaubt, "blob:")) else meldungen.append(a.url),
        )
        seite.goto(adresse or basis + ADRESSE)
        return seite

    yield neu
    for kontext in kontexte:
        for seite in kontext.pages:
            speicher = "[localStorage.length, sessionStorage.length, document.cookie]"
            assert seite.evaluate(speicher) == [0, 0, ""]
        assert kontext.cookies() == []
        kontext.close()
    assert not meldungen


@pytest.fixture(scope="module")
def bogen(browser: Browser, server: Server) -> Iterator[Page]:
    """One whole form that several tests write into."""
    kontext = browser.new_context(locale="de-DE")
    seite = kontext.new_page()
    seite.goto(server[ECHT, "/"] + ADRESSE)
    _fuelle(seite, ALLES)
    yield seite
    kontext.close()


def _feld(seite: Page, pfad: str) -> Locator:
    """Finds a field such as `zahlen/0/wert`, adding the groups that are not there yet."""
    hier = seite.locator("[data-formular]")
    for teil in pfad.split("/"):
        if not teil.isdigit():
            hier = hier.locator(f"[data-feld={teil}]").first
            continue
        gruppen = hier.locator(":scope > [data-gruppen] > [data-gruppe]")
        while gruppen.count() <= int(teil):
            hier.locator(":scope > [data-noch]").click()
        hier = gruppen.nth(int(teil))
    return hier


def _eingabe(seite: Page, pfad: str) -> Locator:
    return _feld(seite, pfad).locator("input, select, textarea").first


def _fuelle(seite: Page, werte: Mapping[str, Any]) -> None:
    seite.locator("details").evaluate("d => d.open = true")
    for pfad, wert in werte.items():
        eingabe = _eingabe(seite, pfad)
        if isinstance(wert, tuple):
            for kennung in wert:
                _feld(seite, pfad).locator(f"input[value={kennung}]").check()
        elif eingabe.evaluate("e => e.tagName") == "SELECT":
            eingabe.select_option(wert)
        else:
            eingabe.fill(wert)


def _text(seite: Page) -> str:
    return seite.locator("[data-text]").input_value()


def _geprueft(text: str, ablage: Path, name: str = ECHT) -> Praxisbeispiel:
    return _alle_geprueft({yaml.safe_load(text)["id"]: text}, ablage, name)[0]


def _alle_geprueft(
    texte: Mapping[str, str], ablage: Path, name: str = ECHT
) -> list[Praxisbeispiel]:
    """Lays texts into a copy of the data as they are, checks all, and gives the new entries."""
    daten = ablage / "data"
    shutil.copytree(DATEN[name], daten)
    (daten / "praxisbeispiele").mkdir(exist_ok=True)
    for kennung, text in texte.items():
        (daten / "praxisbeispiele" / f"{kennung}.yaml").write_bytes(text.encode())
    ergebnis = pruefe(daten, W)
    assert not ergebnis.befunde
    assert ergebnis.konzept
    je_kennung = {b.id: b for b in ergebnis.konzept.praxisbeispiele}
    return [je_kennung[kennung] for kennung in texte]


def _erwartet(boese: str) -> str:
    """What the model makes of a text once the form has dropped its invisible signs."""
    sauber = boese.translate(str.maketrans("", "", "\u00ad\u200e\u202e\u0007\ufeff"))
    return str(TypeAdapter(Klartext).validate_python(sauber))


def _alle(liste: tuple[Feld, ...], davor: str = "") -> Iterator[tuple[str, Feld]]:
    for feld in liste:
        yield davor + feld.name, feld
        yield from _alle(feld.felder, f"{davor}{feld.name}/0/")


def _felder() -> dict[str, Feld]:
    return dict(_alle(felder(website(ECHT).verzeichnis, W)))


FELDER = _felder()


def test_formular_hat_die_felder_des_modells() -> None:
    oben = [pfad for pfad in FELDER if "/" not in pfad]
    assert oben == list(Praxisbeispiel.model_fields)
    assert set(ALLES) | {"geprueft_am"} >= {
        pfad
        for pfad, feld in FELDER.items()
        if feld.art != "gruppen" and pfad != "zahlen/0/belege/0/zitat"
    }


@pytest.mark.parametrize("pfad", FELDER)
def test_feld_hat_namen_und_hilfe(pfad: str, bogen: Page) -> None:
    seite = bogen
    feld, modell = _feld(seite, pfad), FELDER[pfad]
    expect(feld).to_be_visible()
    traeger = feld if modell.art in ("gruppen", "mehrwahl") else _eingabe(seite, pfad)
    assert traeger.evaluate(
        "e => (e.labels?.[0] ?? e.querySelector('legend')).innerText"
    ).startswith(modell.wort(W))
    hilfe = traeger.evaluate(
        "e => e.getAttribute('aria-describedby').split(' ').map(i => document.getElementById(i))"
        ".map(h => h.innerText).join(' ')"
    )
    assert modell.hilfe(W) in hilfe
    assert (
        seite.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)").count(
            traeger.get_attribute("id") or "keine"
        )
        <= 1
    )
    if modell.art not in ("gruppen", "mehrwahl"):
        assert (traeger.get_attribute("aria-required") == "true") == modell.pflicht


def test_zuerst_die_pflichtfelder(oeffne: Oeffne) -> None:
    seite = oeffne()
    sichtbar = {pfad for pfad in FELDER if "/" not in pfad and _feld(seite, pfad).is_visible()}
    pflicht = {p for p, f in FELDER.items() if f.pflicht and "/" not in p}
    assert sichtbar == pflicht | {"quellen"}


def test_kennungen_sind_einmalig(oeffne: Oeffne) -> None:
    seite = oeffne()
    _fuelle(seite, ALLES)
    kennungen = seite.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(kennungen) == len(set(kennungen)) > 60
    verwaist = seite.evaluate(
        "[...document.querySelectorAll('[for], [aria-describedby]')].flatMap(e => "
        "`${e.htmlFor ?? ''} ${e.getAttribute('aria-describedby') ?? ''}`.trim().split(/ +/))"
        ".filter(i => !document.getElementById(i))"
    )
    assert verwaist == []


@pytest.mark.parametrize("name", [ECHT, MINI])
def test_auswahl_kommt_aus_den_daten(name: str, oeffne: Oeffne) -> None:
    seite, daten = oeffne(name), konzept(name)
    werte = "s => [...s.options].map(o => [o.value, o.text]).slice(1)"
    angebot = _eingabe(seite, "handlungsfeld").evaluate(werte)
    assert angebot == [[f.id, f.titel] for f in daten.leitlinien.handlungsfelder]
    quellen = dict(_eingabe(seite, "belege/0/quelle").evaluate(werte))
    assert set(quellen) == {q.id for q in daten.quellen}
    assert all(" ".join(q.titel.split()) in quellen[q.id] for q in daten.quellen)
    leitlinien = _feld(seite, "leitlinien").evaluate(
        "e => [...e.querySelectorAll('input')].map(i => [i.value, i.labels[0].textContent.trim()])"
    )
    assert dict(leitlinien) == {
        li.id: li.text for f in daten.leitlinien.handlungsfelder for li in f.leitlinien
    }


def test_pflichtfelder_genuegen(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne()
    _fuelle(seite, PFLICHT)
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
    expect(seite.locator("[data-offen] li")).to_have_count(0)
    neu = _geprueft(_text(seite), tmp_path)
    assert neu.beschreibung == ("Erster Absatz.", "Zweiter Absatz.")
    assert neu.geprueft_am == date.today()


def test_alle_felder(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne()
    _fuelle(seite, ALLES | {"geprueft_am": HEUTE.isoformat()})
    text = _text(seite)
    neu = _geprueft(text, tmp_path)
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
    _fuelle(seite, PFLICHT | {"beschreibung": "\n".join(BOESE), "kurz": mehrzeilig})
    assert seite.locator("[data-offen]").inner_text() == ""
    neu = _geprueft(_text(seite), tmp_path)
    assert neu.beschreibung == tuple(map(_erwartet, BOESE))
    assert neu.kurz == 'Erste Zeile: eins - zweite "Zeile" # dritte'


@pytest.mark.parametrize("pfad", ["titel", "links/0/titel", "belege/0/wofuer"])
def test_boeser_text_im_einzelnen_feld(pfad: str, bogen: Page, tmp_path: Path) -> None:
    texte = {}
    for nummer, boese in enumerate(BOESE):
        eigene = {"id": "boese", "frueher": "altes", "quellen/0/id": "blatt"}
        _fuelle(bogen, {p: f"{wort}-{nummer}" for p, wort in eigene.items()} | {pfad: boese})
        assert bogen.locator("[data-offen]").inner_text() == ""
        texte[f"boese-{nummer}"] = _text(bogen)
    _fuelle(bogen, {p: ALLES[p] for p in ("id", "frueher", "quellen/0/id", pfad)})
    for nummer, eintrag in enumerate(_alle_geprueft(texte, tmp_path)):
        gelesen = {
            "titel": eintrag.titel,
            "links/0/titel": eintrag.links and eintrag.links[0].titel,
            "belege/0/wofuer": eintrag.belege[0].wofuer,
        }
        assert gelesen[pfad] == _erwartet(BOESE[nummer])


F = "formular.fehler."
FALSCH = {
    "kennung": ("id", "Große Kennung", "kennung", "neues-projekt"),
    "kennung_ja_nein": ("id", "-vorn", "kennung", "no"),
    "vergeben": ("id", "mifrin", "vergeben", "mifrin-2"),
    "vergeben_nach": ("id", "nach", "vergeben", "danach"),
    "vergeben_frueher": ("frueher", "mifrin", "vergeben", "altes-projekt"),
    "text_strich": ("titel", "• vorn ein Punkt", "text", "mitten • ein Punkt"),
    "text_telefon": ("kurz", "Ruf an: 0201 8812345", "text", "Ruf an"),
    "text_adresse": ("finanzierung", "siehe www.essen.de", "text", "siehe Essen"),
    "zeitpunkt_morgen": ("quellen/0/datum", "2099", "zukunft", "11.2017"),
    "text_html": ("titel", "ein <b>Wort</b>", "text", "5 < 6"),
    "text_jinja": ("kurz", "{{ 7 * 7 }}", "text", "{ 7 }"),
    "text_markdown": ("finanzierung", "[x](y)", "text", "[x] (y)"),
    "text_skript": ("kurztitel", "JavaScript:x", "text", "JavaScript"),
    "fehlt": ("titel", "   ", "fehlt", "da"),
    "liste": ("traeger", "gut\n{% x %}", "text", "gut"),
    "liste_fehlt": ("beschreibung", "\n \n", "fehlt", "da"),
    "liste_kennung": ("frueher", "Alt", "kennung", "alt"),
    "wahl": ("handlungsfeld", "", "fehlt", "alter"),
    "wahl_innen": ("belege/0/quelle", "", "fehlt", QUELLE),
    "tag": ("geprueft_am", "", "fehlt", "2026-01-31"),
    "zeitpunkt_monat": ("seit", "2017-13", "zeitpunkt", "2017-12"),
    "zeitpunkt_tag": ("seit", "31.2.2017", "zeitpunkt", "28.2.2017"),
    "zeitpunkt_jahr": ("seit", "1850", "zeitpunkt", "1950"),
    "zeitpunkt_worte": ("zahlen/0/stand", "gestern", "zeitpunkt", "2018"),
    "verkehrt": ("bis", "2016", "verkehrt", "2018"),
    "verkehrt_im_jahr": ("bis", "10.2017", "verkehrt", "2017"),
    "verkehrt_im_monat": ("bis", "2.11.2017", "verkehrt", "11.2017"),
    "zahl_tausend": ("zahlen/0/wert", "1.250", "zahl", "1250"),
    "zahl_worte": ("zahlen/0/wert", "rund 5", "zahl", "-5"),
    "zahl_riesig": ("zahlen/0/wert", "9" * 20, "zahl", "0"),
    "link": ("links/0/url", "www.essen.de", "link", "https://www.essen.de/"),
    "link_wirt": ("links/0/url", "https://essen", "link", "mailto:post@stadt.example"),
    "jahr_fern": ("bis", str(date.today().year + 11), "fern", str(date.today().year + 10)),
    "jahr_fern_am_anfang": ("seit", str(date.today().year + 11), "fern", "2017"),
    "tag_mit_zweistelligem_jahr": ("geprueft_am", "0026-01-31", "tag_frueh", "2026-01-31"),
    "gelesen_vor_dem_erscheinen": (
        "quellen/0/abgerufen",
        "2017-10-31",
        "vor_erscheinen",
        "2017-11-01",
    ),
    "tag_morgen": ("geprueft_am", "2100-01-01", "zukunft", "2026-01-31"),
    "email": ("kurz", "Fragen an x.y@verein.example", "text", "Fragen an den Verein"),
    "zitat": ("belege/0/zitat", "zu kurz", "zitat", ""),
    "zitat_fremd": ("belege/0/zitat", f"Und {ZITAT}", "zitat_fremd", ZITAT.upper()),
    "zitat_in_zeichen": ("belege/0/zitat", f"„{ZITAT}“", "zitat_in_zeichen", ZITAT),
    "zitat_geflickt": (
        "belege/0/zitat",
        "Wir schaffen ein umfassendes Bildungsangebot alle Generationen anspricht",
        "zitat_fremd",
        ZITAT.replace(" ", "  "),
    ),
    "zitat_ohne_abdruck": ("zahlen/1/belege/1/zitat", ZITAT, "zitat_ohne_abdruck", ""),
    "quelle_vergeben": ("quellen/0/id", QUELLE, "vergeben", "blatt-2018"),
    "quelle_doppelt": ("quellen/0/id", "neues-projekt", "doppelt", "blatt-2018"),
    "quelle_adresse": ("quellen/0/url", "mailto:a@b.example", "webadresse", "https://b.example"),
    "tief": ("widersprueche/0/antworten/0/text", "", "fehlt", "da"),
}


@pytest.mark.parametrize("fall", FALSCH)
def test_fehler_steht_beim_feld(fall: str, bogen: Page, tmp_path: Path) -> None:
    pfad, falsch, wort, richtig = FALSCH[fall]
    seite = bogen
    fertig = seite.locator("[data-stand]")
    expect(fertig).to_have_text(W("formular.meldung.fertig"))
    eingabe = _eingabe(seite, pfad)
    meldung = _feld(seite, pfad).locator(":scope > .formular__fehler")
    assert meldung.get_attribute("aria-live") == "polite"
    assert meldung.get_attribute("id") in (eingabe.get_attribute("aria-describedby") or "").split()
    expect(meldung).to_have_text("")
    _fuelle(seite, {pfad: falsch})
    eingabe.focus()
    eingabe.blur()
    expect(meldung).to_contain_text(W(F + wort))
    assert eingabe.get_attribute("aria-invalid") == "true"
    expect(fertig).to_have_text(W("formular.meldung.offen_eins"))
    expect(seite.locator("[data-offen] li")).to_contain_text(W(F + wort))
    _fuelle(seite, {pfad: richtig})
    expect(meldung).to_have_text("")
    assert eingabe.get_attribute("aria-invalid") is None
    expect(fertig).to_have_text(W("formular.meldung.fertig"))
    text = _text(seite)
    _fuelle(seite, {pfad: ALLES.get(pfad, HEUTE.isoformat() if pfad == "geprueft_am" else "")})
    _geprueft(text, tmp_path)


def test_ende_vor_dem_beginn_wie_in_der_pruefung(bogen: Page) -> None:
    """As far as both are known: the form refuses what the model calls earlier, and no more."""
    zeiten = {"2017": (2017,), "5.2017": (2017, 5), "6.2017": (2017, 6), "3.5.2017": (2017, 5, 3)}
    for (seit, beginn), (bis, ende) in product(zeiten.items(), repeat=2):
        _fuelle(bogen, {"seit": seit, "bis": bis})
        verkehrt = W(F + "verkehrt") in bogen.locator("[data-offen]").inner_text()
        assert verkehrt == Zeitpunkt(*ende).endet_vor(Zeitpunkt(*beginn)), (seit, bis)
    _fuelle(bogen, {feld: ALLES[feld] for feld in ("seit", "bis")})


def test_eine_fruehere_kennung_bleibt_vergeben(oeffne: Oeffne) -> None:
    """Links still lead from it to the entry that had it."""
    (alte, *_) = fruehere(konzept(MINI))
    seite = oeffne(MINI)
    _fuelle(seite, {"id": alte})
    assert W(F + "vergeben") in seite.locator("[data-offen]").inner_text()


ADRESSEN = [
    "https://www.bürgerhaus.de/",
    "https://bürgerhaus.de",
    "https://пример.рф/",
    "https://www.essen.de:8443/a?b#c",
    "https://a_b.de/",
    "https://xn--brgerhaus-75a.de/?x=ä",
    "https://essen",
    "https://essen.",
    "https://a!b.de/",
    "https://a b.de/",
    "https://essen.de/\n",
    "https://„essen.de“/",
    "https://essen.de“",
    "https://essen–mitte.de/",
    "https://a@b.de/",
    "https://a.de:٣/",
    "https://[::1]/",
    "HTTPS://essen.de/",
    "http://essen.de/",
    "https://essen.de,",
    "https://essen.de/;",
    "https:/essen.de",
    "mailto:post@verein.example",
    "mailto:",
    "mailto:?subject=x",
    "tel:+49201",
    "tel:#1",
    "mailto:a;",
]


@pytest.mark.parametrize(("typ", "muster"), [(Link, LINK_MUSTER), (Webadresse, WEBADRESSE_MUSTER)])
def test_adressen_prueft_der_browser_wie_die_pruefung(typ: Any, muster: str, bogen: Page) -> None:
    """One pattern, two engines: ECMA knows no letter beyond ASCII by its name."""
    im_browser = bogen.evaluate(
        "([muster, alle]) => alle.filter(t => new RegExp(muster, 'u').test(t))", [muster, ADRESSEN]
    )
    assert im_browser == [adresse for adresse in ADRESSEN if _ist(typ, adresse)]
    assert {"https://www.bürgerhaus.de/", "https://пример.рф/"} <= set(im_browser)
    assert not {"https://a!b.de/", "https://essen.de“"} & set(im_browser)


def _ist(typ: Any, adresse: str) -> bool:
    try:
        TypeAdapter(typ).validate_python(adresse)
    except ValidationError:
        return False
    return True


def test_was_laeuft_hat_begonnen_und_nicht_geendet(oeffne: Oeffne) -> None:
    """The form refuses what the model refuses of a running project, and no more."""
    seite = oeffne()
    _fuelle(seite, PFLICHT | {"stand": "laufend", "geprueft_am": "2018-05-15"})
    jahre, monate = ("2017", "2018", "2019"), ("4.2018", "5.2018", "6.2018")
    zeiten = (*jahre, *monate, "14.5.2018", "15.5.2018", "16.5.2018")
    for feld, wort in (("seit", "laufend_vor_beginn"), ("bis", "laufend_beendet")):
        for zeit in zeiten:
            _fuelle(seite, {feld: zeit})
            offen = W(F + wort) in seite.locator("[data-offen]").inner_text()
            assert offen == (wort in _arten_der_fehler(_text(seite))), (feld, zeit)
        _fuelle(seite, {feld: ""})


def _arten_der_fehler(text: str) -> set[str]:
    try:
        Praxisbeispiel.model_validate(yaml.safe_load(text), strict=False)
    except ValidationError as fehler:
        return {f["type"] for f in fehler.errors()}
    return set()


def test_drei_stellen_hinter_dem_komma_bleiben_sie_selbst(bogen: Page, tmp_path: Path) -> None:
    """Written with a point, such a number could be read as thousands."""
    zahlen = {"zahlen/0/wert": ("12,125", 12.125), "zahlen/1/wert": ("-0,1250", -0.125)}
    _fuelle(bogen, {pfad: getippt for pfad, (getippt, _) in zahlen.items()})
    text = _text(bogen)
    _fuelle(bogen, {pfad: ALLES[pfad] for pfad in zahlen})
    neu = _geprueft(text, tmp_path).zahlen
    assert [z.wert for z in neu or ()] == [wert for _, wert in zahlen.values()]


def test_fehler_nennt_die_zeile_der_liste(oeffne: Oeffne) -> None:
    seite = oeffne()
    _fuelle(seite, PFLICHT | {"traeger": "gut\n\n<b>"})
    _eingabe(seite, "traeger").blur()
    erwartet = W(f"{F}eintrag", zahl=2) + W(f"{F}text")
    expect(_feld(seite, "traeger").locator(".formular__fehler")).to_have_text(erwartet)


def test_zweimal_das_gleiche(oeffne: Oeffne) -> None:
    """The schema refuses it for the whole list; the form says what is wrong with it."""
    seite = oeffne()
    _fuelle(seite, PFLICHT | {"traeger": "Verein\nStadt\nVerein"})
    _eingabe(seite, "traeger").blur()
    fehler = _feld(seite, "traeger").locator(".formular__fehler")
    expect(fehler).to_have_text(W(f"{F}zweimal"))


def test_liste_ohne_eintrag(oeffne: Oeffne) -> None:
    seite = oeffne()
    _fuelle(seite, PFLICHT)
    belege = _feld(seite, "belege")
    belege.locator("[data-weg]").click()
    assert seite.evaluate(f"{AKTIV}.matches('[data-noch]')")
    seite.keyboard.press("Tab")
    expect(belege.locator("> .formular__fehler")).to_have_text(W(f"{F}gruppen_fehlt"))


def test_vor_dem_verlassen_wird_nicht_gemahnt(oeffne: Oeffne) -> None:
    seite = oeffne()
    assert (
        seite.locator(".formular__fehler").all_inner_texts()
        == [""] * seite.locator(".formular__fehler").count()
    )
    _eingabe(seite, "id").press_sequentially("Ä")
    expect(_feld(seite, "id").locator(".formular__fehler")).to_have_text("")
    seite.keyboard.press("Tab")
    expect(_feld(seite, "id").locator(".formular__fehler")).to_have_text(W(f"{F}kennung"))


def test_zusammenfassung_fuehrt_zum_feld(oeffne: Oeffne) -> None:
    seite = oeffne()
    pflicht = [p for p, f in FELDER.items() if f.pflicht and f.art != "gruppen"]
    offen = [p for p in pflicht if "/" not in p or p == "belege/0/quelle"]
    offen.remove("geprueft_am")
    expect(seite.locator("[data-stand]")).to_have_text(
        W("formular.meldung.offen").replace("{zahl}", str(len(offen)))
    )
    seite.locator("[data-offen] a", has_text="Belege, Beleg 1: Quelle").click()
    assert seite.evaluate(f"{AKTIV}.tagName") == "SELECT"
    _fuelle(seite, {"links/0/titel": "x"})
    seite.locator("details").evaluate("d => d.open = false")
    seite.locator("[data-offen] a", has_text="Links, Link 1: Adresse").focus()
    seite.keyboard.press("Enter")
    expect(_eingabe(seite, "links/0/url")).to_be_focused()


def test_gruppen_mit_der_tastatur(oeffne: Oeffne) -> None:
    seite = oeffne()
    belege = _feld(seite, "belege")
    noch = belege.locator("> [data-noch]")
    for anzahl in (2, 3):
        noch.focus()
        seite.keyboard.press("Enter")
        expect(_eingabe(seite, f"belege/{anzahl - 1}/quelle")).to_be_focused()
        expect(belege.locator("[data-gruppe]")).to_have_count(anzahl)
    assert belege.locator("[data-weg]").all_inner_texts() == [
        f"Beleg {n} entfernen" for n in (1, 2, 3)
    ]
    _fuelle(seite, {"belege/2/wofuer": "bleibt"})
    belege.locator("[data-weg]").nth(1).focus()
    seite.keyboard.press("Space")
    expect(_eingabe(seite, "belege/1/quelle")).to_be_focused()
    assert _eingabe(seite, "belege/1/wofuer").input_value() == "bleibt"
    assert belege.locator("legend", has_text="Beleg").all_inner_texts()[1:] == [
        "Beleg 1",
        "Beleg 2",
    ]


def test_nur_mit_der_tastatur(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne()
    offen = dict(PFLICHT)
    for _ in range(80):
        seite.keyboard.press("Tab")
        pfad = seite.evaluate(
            f"(() => {{ const teile = []; for (let e = {AKTIV}.closest('[data-feld]'); e;"
            " e = e.parentElement.closest('[data-feld]')) teile.unshift(e.dataset.feld);"
            f" return {AKTIV}.matches('input, select, textarea') ? teile.join('/0/') : '' }})()"
        )
        wert = offen.pop(pfad, None)
        if wert is None:
            if not offen:
                break
            continue
        if seite.evaluate(f"{AKTIV}.tagName") == "SELECT":
            for _ in range(70):
                if seite.evaluate(f"{AKTIV}.value") == wert:
                    break
                seite.keyboard.press("ArrowDown")
        else:
            seite.keyboard.type(wert)
    assert not offen
    for _ in range(30):
        if seite.evaluate(f"{AKTIV}.matches('[data-kopieren]')"):
            break
        seite.keyboard.press("Tab")
    assert _geprueft(_text(seite), tmp_path).titel == PFLICHT["titel"]


@pytest.mark.parametrize("plattform", ["github", "gitlab"])
def test_vorschlag_traegt_den_text(plattform: str, oeffne: Oeffne) -> None:
    seite = oeffne(MINI)
    betrieb = Betrieb.model_validate(
        {"repository": f"https://{plattform}.com/stadt/vielfalt", "zweig": "haupt/zweig"}
    )
    link = seite.locator("[data-vorschlag]")
    muster = forge.neue_datei(betrieb, "data/praxisbeispiele/__kennung__.yaml", "__inhalt__")
    link.evaluate("(e, muster) => e.dataset.vorschlag = muster", muster)
    assert not link.is_visible()
    quelle = konzept(MINI).quellen[0].id
    eigen = {"titel": "Ärger & Öl: #1 + 100 % __inhalt__ $&", "belege/0/quelle": quelle}
    _fuelle(seite, PFLICHT | eigen)
    expect(link).to_be_visible()
    adresse = link.get_attribute("href") or ""
    soll = forge.neue_datei(betrieb, "data/praxisbeispiele/neues-projekt.yaml", _text(seite))
    namen = {"github": ("filename", "value"), "gitlab": ("file_name", "content")}[plattform]
    angaben = parse_qs(urlsplit(adresse).query, strict_parsing=True)
    assert soll and urlsplit(adresse).path == urlsplit(soll).path
    assert angaben == parse_qs(urlsplit(soll).query)
    assert angaben[namen[0]] == ["data/praxisbeispiele/neues-projekt.yaml"]
    assert angaben[namen[1]] == [_text(seite)]


def test_vorschlag_der_gebauten_seite(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne(MINI)
    _fuelle(seite, PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id})
    adresse = seite.locator("[data-vorschlag]").get_attribute("href") or ""
    assert adresse.startswith("https://code.example/stadt/vielfalt/-/new/main?file_name=data")
    (text,) = parse_qs(urlsplit(adresse).query)["content"]
    _geprueft(text, tmp_path, MINI)


def test_zu_lange_adresse(oeffne: Oeffne) -> None:
    seite = oeffne(MINI)
    _fuelle(seite, PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id})
    seite.locator("[data-vorschlag]").evaluate("e => delete e.dataset.leer")
    _fuelle(seite, {"kurz": "Es passt."})
    expect(seite.locator("[data-einfuegen]")).to_be_hidden()
    _fuelle(seite, {"beschreibung": "ä" * (ADRESSE_HOECHSTENS // 6)})
    expect(seite.locator("[data-einfuegen]")).to_have_text(W("formular.einfuegen"))
    adresse = seite.locator("[data-vorschlag]").get_attribute("href") or ""
    assert len(adresse) < 200 and adresse.endswith("neues-projekt.yaml&content=")


def test_leerer_editor_bekommt_den_text_in_die_zwischenablage(oeffne: Oeffne) -> None:
    """GitLab's editor shows an empty file, whatever the address says."""
    seite = oeffne(MINI, permissions=["clipboard-read", "clipboard-write"])
    assert not forge.uebernimmt_inhalt(konzept(MINI).betrieb)
    _fuelle(seite, PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id})
    expect(seite.locator("[data-einfuegen]")).to_have_text(W("formular.einfuegen"))
    seite.locator("[data-vorschlag]").evaluate("e => { e.href = '#'; e.target = ''; }")
    seite.locator("[data-vorschlag]").click()
    expect(seite.locator("[data-meldung]")).to_have_text(W("formular.meldung.kopiert"))
    assert seite.evaluate("navigator.clipboard.readText()") == _text(seite)


def test_neue_quelle_ist_gleich_waehlbar(oeffne: Oeffne, tmp_path: Path) -> None:
    """Whoever brings a source describes it in the same form; one file holds both."""
    seite = oeffne()
    _fuelle(seite, PFLICHT)
    seite.locator("details").evaluate("d => d.open = false")
    _feld(seite, "belege/0/quelle").locator("[data-neue-quelle]").focus()
    seite.keyboard.press("Enter")
    expect(_eingabe(seite, "quellen/0/id")).to_be_focused()
    expect(seite.locator("[data-offen]")).to_contain_text("Belege, Beleg 1: Quelle")
    _fuelle(seite, NEUE_QUELLE)
    kennung = NEUE_QUELLE["quellen/0/id"]
    expect(_eingabe(seite, "belege/0/quelle")).to_have_value(kennung)
    expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
    neu = _geprueft(_text(seite), tmp_path)
    assert [b.quelle for b in neu.belege] == [kennung] and neu.quellen
    seite.locator("[data-feld=quellen] [data-weg]").first.click()
    expect(_eingabe(seite, "belege/0/quelle")).to_have_value("")


def test_zitate_werden_verglichen_wie_in_der_pruefung(oeffne: Oeffne) -> None:
    """The browser normalises and hashes like the check: every quotation of the data passes."""
    seite = oeffne()
    zitate = [
        (b.quelle, b.zitat)
        for f in konzept(ECHT).leitlinien.handlungsfelder
        for li in f.leitlinien
        for b in li.belege
        if b.zitat
    ]
    assert len(zitate) > 7
    _fuelle(seite, PFLICHT)
    for quelle, zitat in zitate:
        _fuelle(seite, {"belege/0/quelle": quelle, "belege/0/zitat": zitat})
        expect(seite.locator("[data-stand]")).to_have_text(W("formular.meldung.fertig"))
        _fuelle(seite, {"belege/0/zitat": f"{zitat} gewiss"})
        expect(seite.locator("[data-offen]")).to_contain_text(W("formular.fehler.zitat_fremd"))


def test_zitat_aus_einer_quelle_von_vier_woertern(bogen: Page) -> None:
    """Its fingerprint is a single hash."""
    zitat = "Vier Wörter sind genug"
    (hash,) = (ganz[:8] for ganz in gruppen(zitat))
    fehler = """([zitat, hash]) => new Promise((fertig) => {
      const daten = { abdruecke: { q: hash }, mindestwoerter: 4 };
      const pruefe = formularZitate(daten, () => fertig(pruefe(zitat, "q")));
      pruefe(zitat, "q");
    })"""
    assert bogen.evaluate(fehler, [zitat, hash]) is False
    assert bogen.evaluate(fehler, [zitat, hash[::-1]]) == "zitat_fremd"


def test_ohne_repository_an_den_betreiber(oeffne: Oeffne) -> None:
    assert konzept(ECHT).betrieb.repository is None
    seite = oeffne()
    assert seite.locator("[data-vorschlag]").count() == 0
    assert W("formular.ohne_repository") in seite.locator("[data-formular]").inner_text()


def test_kopieren(oeffne: Oeffne) -> None:
    seite = oeffne(permissions=["clipboard-read", "clipboard-write"])
    _fuelle(seite, PFLICHT)
    seite.locator("[data-kopieren]").click()
    expect(seite.locator("[data-meldung]")).to_have_text(W("formular.meldung.kopiert"))
    assert seite.evaluate("navigator.clipboard.readText()") == _text(seite)


def test_kopieren_von_hand(oeffne: Oeffne) -> None:
    seite = oeffne()
    seite.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    seite.locator("[data-kopieren]").click()
    von_hand, offen = (
        W("formular.meldung.kopieren_von_hand"),
        W("formular.meldung.noch_nicht_fertig"),
    )
    expect(seite.locator("[data-meldung]")).to_contain_text(von_hand)
    expect(seite.locator("[data-meldung]")).to_contain_text(offen.split("{")[0])
    assert seite.evaluate("getSelection().toString()") == _text(seite)


@pytest.mark.parametrize("weg", ["server", "doppelklick"])
def test_als_datei(weg: str, oeffne: Oeffne, echt: Gebaut, tmp_path: Path) -> None:
    datei = echt.datei(ADRESSE)
    assert datei
    seite = oeffne(adresse=datei.as_uri() if weg == "doppelklick" else "")
    _fuelle(seite, ALLES)
    with seite.expect_download() as warten:
        seite.locator("[data-speichern]").click()
    assert warten.value.suggested_filename == "neues-projekt.yaml"
    text = Path(warten.value.path()).read_text(encoding="utf-8")
    assert text == _text(seite)
    _geprueft(text, tmp_path)


def test_schmal(oeffne: Oeffne) -> None:
    seite = oeffne(viewport={"width": 320, "height": 700})
    _fuelle(seite, ALLES | {"titel": "x" * 300})
    seite.locator("[data-text]").focus()
    breite = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    assert seite.evaluate(breite) == [320, 320]


def test_ohne_skript(oeffne: Oeffne, tmp_path: Path, echt: Gebaut) -> None:
    baum = echt.seite(ADRESSE)
    assert baum.eines("//form[@data-formular]").get("hidden") is not None
    text = baum.eines("//*[@data-ohne-skript]//pre").text_content()
    (tmp_path / "leer").mkdir()
    daten = Path(shutil.copytree(DATEN[ECHT], tmp_path / "leer" / "data"))
    (daten / "praxisbeispiele").mkdir(exist_ok=True)
    (daten / "praxisbeispiele" / "neu.yaml").write_text(text, encoding="utf-8")
    leer = [b.satz for b in pruefe(daten, W).befunde]
    assert len(leer) >= 9 and all("leer" in satz for satz in leer), leer
    ausgefuellt = text
    for pfad, wert in PFLICHT.items():
        muster = rf"^((?:  - )?{pfad.split('/')[-1]}:)(?:\n  -)?$"
        liste = pfad in ("beschreibung", "traeger")
        einsatz = f"\\1\n  - {wert.splitlines()[0]}" if liste else f"\\1 {wert}"
        ausgefuellt = re.sub(muster, einsatz, ausgefuellt, count=1, flags=re.MULTILINE)
    ausgefuellt = ausgefuellt.replace("geprueft_am:\n", f"geprueft_am: {HEUTE}\n", 1)
    neu = _geprueft(ausgefuellt, tmp_path)
    assert neu.id == PFLICHT["id"]
    assert {
        z for z in neu.model_fields_set if not Praxisbeispiel.model_fields[z].is_required()
    } == set()
    assert all(f" {feld.name}:" in f" {text}".replace("\n", " ") for feld in FELDER.values())
    ganz = "\n".join(z[2:] if z[:2] == "# " and _ist_feld(z[2:]) else z for z in text.splitlines())
    assert set(yaml.safe_load(ganz)) == set(Praxisbeispiel.model_fields)
    expect(oeffne().locator("[data-ohne-skript]")).to_be_hidden()


def _ist_feld(zeile: str) -> bool:
    return zeile.startswith((" ", *(f"{name}:" for name in Praxisbeispiel.model_fields)))


def test_nirgends_verzeichnet(gebaut: Mapping[str, Gebaut]) -> None:
    for name in DATEN:
        stand = gebaut[name]
        seite = stand.seite(ADRESSE)
        assert seite.alle("//meta[@name='robots']/@content") == ["noindex"]
        assert not seite.alle("//link[@rel='canonical']")
        assert ADRESSE not in (stand.ordner / "sitemap.xml").read_text(encoding="utf-8")
        assert ADRESSE not in stand.seite("stichwoerter/").quelltext
        assert not stand.seite("").alle("//nav//a[contains(@href, 'redaktion')]"), name


def test_kein_skript_in_der_zeile(echt: Gebaut) -> None:
    seite = echt.seite(ADRESSE)
    arten = [s.get("type") for s in seite.alle("//script[not(@src)]")]
    assert arten == ["application/json"] * 2
    assert all(s.get("defer") is not None for s in seite.alle("//script[@src]"))
    assert not seite.alle("//@style | //@onclick | //@oninput")


def test_schema_ist_das_veroeffentlichte(echt: Gebaut) -> None:
    datei = (WURZEL / "schema" / "praxisbeispiel.json").read_text(encoding="utf-8")
    assert (echt.ordner / SCHEMADATEI).read_text(encoding="utf-8") == datei
    eingebettet = echt.seite(ADRESSE).eines("//script[@id='schema']").text
    assert json.loads(eingebettet) == json.loads(datei)
    assert "<" not in eingebettet


def test_formularlink_fuehrt_hin() -> None:
    assert 'href="../redaktion/neu/"' in website(ECHT).baustein("formularlink", "mitmachen/")


def test_fremdes_skript_ist_benannt() -> None:
    fremd, werkzeug = WURZEL / "theme" / "eigen" / "fremd", WURZEL / "werkzeug" / "fremdes"
    fassung = json.loads((werkzeug / "package.json").read_text())["dependencies"][
        "@cfworker/json-schema"
    ]
    assert f"@cfworker/json-schema {fassung}," in (fremd / "json-schema.js").read_text()
    assert f"| {fassung} | MIT" in (fremd / "README.md").read_text()
    assert "resolved" not in (werkzeug / "package-lock.json").read_text()
