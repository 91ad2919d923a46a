"""Every page keeps what a reader, a browser and a search engine count on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import pytest

from macros.seitenplan.adressen import eintrag, kennung
from macros.seitenplan.umleitungen import umleitungen, verschwunden
from tests.gebaut import Gebaut, Seite, ohne_kennung, woerter
from tests.orte import (
    DATEN,
    FEHLT,
    FORMULAR,
    Ort,
    karten,
    konzept,
    orte,
    website,
    weiterleitungen,
)

BEDIENBAR = "//a[@href] | //button | //input | //select | //textarea | //summary | //*[@tabindex=0]"
GESCHUETZT = {"Macro Rendering Error", "Macro Syntax Error", "Traceback", "StrictUndefined"}


def test_eine_h1(seite: Seite) -> None:
    assert seite.text("//h1")
    assert seite.alle("//main//h1")


def test_titel(seite: Seite) -> None:
    titel = woerter(seite.eines("/html/head/title").text or "")
    if seite.ort.adresse:
        eigener, trenner, name = titel.rpartition(" – ")
        assert trenner and name == website(seite.ort.name).name
        assert seite.text("//h1").endswith(eigener)
    else:
        assert titel == website(seite.ort.name).name


def test_beschreibung(seite: Seite) -> None:
    beschreibung = seite.alle("/html/head/meta[@name='description']/@content")
    if seite.ort.adresse == FEHLT:
        assert not beschreibung
    else:
        assert [20 < len(b) <= 155 for b in beschreibung] == [True], beschreibung


def test_mehr_als_50_woerter(seite: Seite) -> None:
    artikel = seite.text("//main//article")
    assert len(re.findall(r"\w+", artikel)) > 50, artikel


def test_sprache(seite: Seite) -> None:
    assert seite.baum.get("lang") == "de"
    assert seite.baum.get("dir") == "ltr"


def test_ein_main(seite: Seite) -> None:
    assert seite.eines("//main").get("id") == "inhalt"


def test_sprunglink_kommt_zuerst(seite: Seite) -> None:
    erstes = seite.alle(BEDIENBAR)[0]
    assert (erstes.tag, erstes.get("href")) == ("a", "#inhalt")


@pytest.mark.parametrize("ort", [*karten(), *weiterleitungen()], ids=str)
def test_kleine_seiten_brauchen_keinen_sprunglink(ort: Ort, gebaut: Mapping[str, Gebaut]) -> None:
    """WCAG 2.4.1: one link stands before their main part; a skip link would be one stop more."""
    seite = gebaut[ort.name].seite(ort.adresse)
    assert len(seite.alle(f"({BEDIENBAR})[following::main]")) == 1
    assert seite.text("//main//h1")


def test_sagt_wessen_website(seite: Seite) -> None:
    betrieb = website(seite.ort.name).konzept.betrieb.betrieb
    streifen = seite.eines("//*[@data-betrieb]")
    assert streifen.get("data-betrieb") == betrieb
    assert "essen.de" in streifen.text_content()
    assert ("kein Angebot der Stadt" in streifen.text_content()) == (betrieb == "demonstrator")


def test_demonstrator_nennt_sich_so(seite: Seite) -> None:
    demonstrator = website(seite.ort.name).konzept.betrieb.betrieb == "demonstrator"
    titel = woerter(seite.eines("/html/head/title").text or "")
    assert ("(Demonstrator)" in titel) == demonstrator
    robots = seite.alle("/html/head/meta[@name='robots']/@content")
    weg = bool(seite.alle("//div[@data-grabstein]"))
    assert robots == (["noindex"] if demonstrator or weg else [])


def test_verbindliche_adresse_nur_mit_adresse(seite: Seite) -> None:
    basis = website(seite.ort.name).konzept.betrieb.adresse
    verbindlich = seite.alle("//link[@rel='canonical']/@href")
    if basis and seite.ort.adresse != FEHLT:
        assert verbindlich == [basis + seite.ort.adresse]
    else:
        assert verbindlich == []


def test_kennungen_sind_eindeutig(seite: Seite) -> None:
    doppelt = [k for k, anzahl in Counter(seite.alle("//@id")).items() if anzahl > 1]
    assert not doppelt


def test_bezuege_im_markup_haben_ihr_ziel(seite: Seite) -> None:
    bezuege = " ".join(
        seite.alle(
            "//@aria-labelledby | //@aria-describedby | //@aria-controls | //@popovertarget"
            " | //@for"
        )
    )
    assert bezuege
    assert set(bezuege.split()) <= set(seite.alle("//@id"))


# Scripts beside that of the header; nothing of the search is loaded anywhere else.
SKRIPTE = {
    "suche/": ("suche.js",),
    "praxisbeispiele/": ("praxisbeispiele.js",),
    "barrierefreiheit/": ("kurztaste-schalter.js",),
}


def test_kein_skript_und_kein_stil_im_text(seite: Seite) -> None:
    assert not seite.alle("//style | //base | //@style | //@*[starts-with(name(), 'on')]")
    # A block of data is no script: nothing in it runs, and no policy has to allow it.
    skripte = seite.alle("//script[not(@type='application/ld+json')]")
    assert not [s for s in skripte if s.text or s.get("type") or s.get("defer") is None]
    namen = [ohne_kennung(s.get("src")).rpartition("eigen/")[2] for s in skripte]
    teilen = ("teilen.js",) if seite.alle("//*[@data-teilen]") else ()
    assert namen == ["kopf.js", *SKRIPTE.get(seite.ort.adresse, teilen)]


def test_keine_reste_von_vorlagen(seite: Seite) -> None:
    reste = [r for r in ("{{", "}}", "{%", "%}", *GESCHUETZT) if r in seite.quelltext]
    assert not reste


def test_keine_abkuerzung_nur_als_titel(seite: Seite) -> None:
    assert not seite.alle("//abbr")
    nur_titel = [t for t in seite.alle("//body//*[@title]") if not woerter(t.text_content())]
    assert not nur_titel


def test_glossar_steht_in_der_reihenfolge_des_registers(echt: Gebaut) -> None:
    """An umlaut stands with its letter, in both lists of words alike."""
    begriffe = echt.seite("glossar/").alle("//dfn/text()")
    register = echt.seite("stichwoerter/").alle("//*[@class='register']//b/text()")
    assert begriffe == [wort for wort in register if wort in begriffe]


@pytest.mark.parametrize("name", DATEN)
def test_jede_seite_hat_ihren_eigenen_titel(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    titel = Counter(gebaut[name].seite(ort.adresse).text("/html/head/title") for ort in orte(name))
    assert not [t for t, anzahl in titel.items() if anzahl > 1]


@pytest.mark.parametrize("name", DATEN)
def test_gebaut_sind_genau_die_seiten_der_daten(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    ordner = gebaut[name].ordner
    da = {str(p.relative_to(ordner)).removesuffix("index.html") for p in ordner.rglob("*.html")}
    weiter = {alt for alt in umleitungen(konzept(name)) if alt.endswith("/")}
    kennungen = [beispiel.id for beispiel in konzept(name).praxisbeispiele]
    kennungen += filter(None, (kennung("praxisbeispiele", a) for a in verschwunden(konzept(name))))
    karten = {eintrag("karte", kennung) for kennung in kennungen}
    assert da == {ort.adresse for ort in orte(name)} | weiter | karten | {FORMULAR}
