"""Every page keeps what a reader, a browser and a screen reader count on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from macros.darstellung.format import richtung
from macros.seitenplan.adressen import eintrag, kennung, relativ, sprachregister
from macros.seitenplan.umleitungen import umleitungen, verschwunden
from tests.website import (
    DATEN,
    ECHT,
    FEHLT,
    FORMULAR,
    MINI,
    Gebaut,
    Seite,
    W,
    konzept,
    ohne_kennung,
    orte,
    website,
    woerter,
)

UEBERSCHRIFTEN = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
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


def test_ueberschriften_lassen_keine_ebene_aus(seite: Seite) -> None:
    ebenen = [int(u.tag[1]) for u in seite.alle(UEBERSCHRIFTEN)]
    spruenge = [
        (davor, danach)
        for davor, danach in zip([0, *ebenen], ebenen, strict=False)
        if danach > davor + 1
    ]
    assert not spruenge, ebenen


def test_ueberschriften_sind_nicht_leer(seite: Seite) -> None:
    assert all(woerter(u.text_content()) for u in seite.alle(UEBERSCHRIFTEN))


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
    "suche/": ("fremd/minisearch.js", "suche.js"),
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


# Scripts by the languages that may stand in them here.
SCHRIFTEN = {
    r"[\u0590-\u05ff\u0600-\u07bf\ufb1d-\ufdff\ufe70-\ufefc]": {"ar"},
    r"[\u0400-\u04ff]": {"ru", "uk", "bg"},
}


def _registersprache(adresse: str) -> str:
    """Gives the language of an index of words in another language, "" for any other page."""
    treffer = re.fullmatch("stichwoerter/(.+)/", adresse)
    return treffer[1] if treffer else ""


def _naechstes(text: Any, merkmal: str) -> str:
    """Gives what holds for a text: the attribute of the nearest element around it that has one."""
    element = text.getparent().getparent() if text.is_tail else text.getparent()
    return str(element.xpath(f"string(ancestor-or-self::*[@{merkmal}][1]/@{merkmal})"))


def _sprache(text: Any) -> str:
    return _naechstes(text, "lang")


def test_fremde_schrift_traegt_sprache_und_richtung(seite: Seite) -> None:
    for text in seite.alle("//head//text() | //body//text()"):
        for schrift, sprachen in SCHRIFTEN.items():
            if re.search(schrift, str(text)):
                sprache = _sprache(text)
                assert sprache in sprachen, text
                assert _naechstes(text, "dir") == richtung(sprache), text


def test_fremde_woerter_tragen_ihre_sprache(seite: Seite) -> None:
    daten = konzept(seite.ort.name)
    for satz in daten.beratung.orientierung:
        for worte in (satz.name, satz.text, satz.nicht_amtlich):
            for text in seite.alle("//body//text()[normalize-space()=$worte]", worte=worte):
                assert _sprache(text) == satz.sprache, text
    register = _registersprache(seite.ort.adresse)
    fremde = {b.wort for b in daten.suchbegriffe if b.sprache == register and register}
    stehen = seite.alle("//*[@class='register__wort']/text()") if register else []
    assert set(map(str, stehen)) == fremde
    assert all(_sprache(text) == register for text in stehen)


@pytest.mark.parametrize("adresse", ["", "beratung/"])
def test_jede_sprache_fuehrt_zu_ihren_woertern(adresse: str, echt: Gebaut) -> None:
    """Who reads little German finds the words of the site in their own language."""
    seite = echt.seite(adresse)
    for sprache in website(ECHT).verzeichnis.fremdsprachen:
        (satz,) = seite.alle("//li[@id=$id]", id=f"sprache-{sprache}")
        ziel = relativ(sprachregister(sprache), adresse)
        assert satz.xpath(".//a[@href=$ziel]/@lang", ziel=ziel) == [sprache]


def test_deutsches_neben_fremdem_ist_deutsch(echt: Gebaut) -> None:
    """Where an Arabic word leads stands in German, and left to right."""
    ziele = echt.seite("stichwoerter/ar/").alle("//section[@lang='ar']//li//a")
    assert len(ziele) > 5
    for ziel in ziele:
        assert ziel.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") == "de"
        assert ziel.xpath("string(ancestor-or-self::*[@dir][1]/@dir)") == "ltr"


def test_glossar_steht_in_der_reihenfolge_des_registers(echt: Gebaut) -> None:
    """An umlaut stands with its letter, in both lists of words alike."""
    begriffe = echt.seite("glossar/").alle("//dfn/text()")
    register = echt.seite("stichwoerter/").alle("//*[@class='register__wort']/text()")
    assert begriffe == [wort for wort in register if wort in begriffe]


def test_gliederung_fuehrt_zu_jedem_abschnitt(seite: Seite) -> None:
    im_artikel = [f"#{k}" for k in seite.alle("//main//article//h2/@id")]
    gliederung = seite.alle("//nav[@class='gliederung']//a/@href")
    assert len(gliederung) == len(set(gliederung))
    if gliederung:
        assert [anker for anker in gliederung if anker in im_artikel] == im_artikel
    elif len(im_artikel) > 4:
        assert set(im_artikel) <= set(seite.alle("//main//nav//a/@href"))


def test_gliederung_hat_ihre_ueberschriften(seite: Seite) -> None:
    for link in seite.alle("//nav[@class='gliederung']//a"):
        ziel = seite.eines("//*[@id=$anker]", anker=link.get("href").removeprefix("#"))
        assert woerter(link.text_content()) in woerter(ziel.text_content())


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


def test_gliederung_des_modells_gibt_es_auf_der_seite(gebaut: Mapping[str, Gebaut]) -> None:
    fehlend = [
        f"{name}:/{seite.adresse}#{abschnitt.anker}"
        for name in DATEN
        for seite in website(name).seiten.values()
        for abschnitt in seite.gliederung
        if not gebaut[name].gibt_es(seite.adresse, abschnitt.anker)
    ]
    assert not fehlend


# What the data say, and where the mini-site must show exactly that.
LITERAL = {
    "Titel": ("praxisbeispiele/beispielprojekt/", "/html/head/title"),
    "Brotkrume": ("praxisbeispiele/beispielprojekt/", "//nav[@class='brotkrumen']//li[last()]"),
    "h1": ("praxisbeispiele/beispielprojekt/", "//h1"),
}


@pytest.mark.parametrize("stelle", LITERAL)
def test_titel_steht_unveraendert(stelle: str, mini: Gebaut) -> None:
    adresse, xpath = LITERAL[stelle]
    titel = website(MINI).konzept.praxisbeispiele[0].titel
    assert titel == 'Lots*innen & "Freunde" für Kinder <5 und Eltern >30'
    assert titel in mini.seite(adresse).text(xpath)


def test_beschreibung_steht_unveraendert(mini: Gebaut) -> None:
    seite = mini.seite("praxisbeispiele/beispielprojekt/")
    erwartet = 'Ein "Beispiel" für R&amp;B mit Lots*innen, _unterstrich_ und Kindern <5.'
    assert seite.eines("//meta[@name='description']/@content") == erwartet
    assert seite.eines("//meta[@name='description']").keys() == ["name", "content"]


TEXTE = {
    "Beschreibung": (
        "praxisbeispiele/beispielprojekt/",
        """Beispieltext mit „Zeichen“, die schaden könnten: "gerade", 'einfache', & und &lt;"""
        r" und <5 und >30 und Lots*innen und *fett* und _unterstrich_ und [Klammer] und"
        r" \Rückstrich.",
        "//main//p",
    ),
    "Träger": ("praxisbeispiele/beispielprojekt/", 'Verein "Beispiel" & Söhne', "//dd//li"),
    "Widerspruch": ("praxisbeispiele/beispielprojekt/", 'Seit wann gibt es "das" & warum?', "//h3"),
    "Leitlinie": (
        "leitlinien/",
        'Wir laden Lots*innen & "Freunde" mit <5 Jahren und _unterstrich_ ein.',
        "//p[@class='leitlinie__text']",
    ),
    "Name": ("", 'Zusammen & "vielfältig"', "//a[@class='kopfzeile__name']"),
    "Name auf 404": (FEHLT, 'Zusammen & "vielfältig"', "//a[@class='kopfzeile__name']"),
    "Feld auf 404": (FEHLT, "Mitmachen & Mitreden", "//main//li/a"),
    "Feld": ("handlungsfelder/teilhabe/", "Handlungsfeld 3 Mitmachen & Mitreden", "//h1"),
    "Gliederung": ("konzept/", 'Beispielabschnitt & "mehr"', "//nav[@class='gliederung']//a"),
    "Karte": ("praxisbeispiele/", 'Lots*innen & "Freunde"', "//h3/a"),
    "Begriff": ("glossar/", "Ein Begriff & ein Beispiel mit <5 Wörtern.", "//dd/p"),
    "Stichwort": ("stichwoerter/", '"Äpfel&Birnen" <5', "//span[@class='register__wort']"),
    "Fremdes Stichwort": ("stichwoerter/ar/", "عملالترجمة", "//span[@class='register__wort']"),
    "Status": ("beratung/", 'Ich habe "Papier" A & mehr', "//details//dt"),
    "Kennzahl": ("konzept/zahlen/", 'Wie viel & "wie" oft?', "//h2"),
    "Kennzahltext": ("konzept/zahlen/", "Beispieltext zum Diagramm mit <5 Wörtern.", "//section/p"),
    "Balken": ("konzept/zahlen/", "Viel & mehr", "//*[@class='diagramm']/*"),
    "Ereignis": ("konzept/entstehung/", 'Der Anfang & "das" Ende', "//h2"),
    "Quelle": ("quellen/", "Beispielmeldung „Alles & mehr“", "//h2"),
    "Betreiber": ("impressum/", "Stadt Beispiel & Umland", "//dd"),
    "Vertretung": ("datenschutz/", 'das "Amt" für Beispiele', "//dd"),
    "Versehen": ("umgang-mit-der-quelle/", "Das ist ein Beispiel & kein Versehen.", "//p"),
}


@pytest.mark.parametrize("stelle", TEXTE)
def test_text_steht_unveraendert(stelle: str, mini: Gebaut) -> None:
    adresse, text, xpath = TEXTE[stelle]
    assert text in [woerter(e.text_content()) for e in mini.seite(adresse).alle(xpath)]


ADRESSEN = {
    "praxisbeispiele/beispielprojekt/": "https://verein.example/a?b=1&c=2",
    "beratung/": "https://verein.example/rat?a=1&b=2",
    "quellen/": "https://quelle.example/meldung?a=1&b=2",
    "mitmachen/": "https://stadt.example/kontakt?a=1&b=2",
}


@pytest.mark.parametrize("adresse", ADRESSEN)
def test_adresse_mit_zeichen_steht_unveraendert(adresse: str, mini: Gebaut) -> None:
    assert mini.seite(adresse).alle("//main//a[@href=$ziel]", ziel=ADRESSEN[adresse])


def test_betreiber_steht_im_impressum(mini: Gebaut) -> None:
    impressum = mini.seite("impressum/").text("//main")
    betreiber = website(MINI).konzept.betrieb.betreiber
    for angabe in (
        betreiber.name,
        *(betreiber.anschrift or ()),
        betreiber.vertretung,
        betreiber.email,
    ):
        assert angabe and angabe in impressum
    assert "noch nicht eingetragen" not in impressum


def test_protokoll_und_hoster_stehen_im_datenschutz(mini: Gebaut) -> None:
    datenschutz = mini.seite("datenschutz/").text("//main")
    assert "7 Tage" in datenschutz
    assert "Rechenzentrum Beispiel" in datenschutz
    assert 'der Anfang der IP-Adresse & "mehr" nicht' in datenschutz
    assert "noch nicht eingetragen" not in datenschutz
    assert W("protokoll.beigelegt") not in datenschutz


def test_ohne_angabe_steht_da_was_der_server_aufschreiben_koennte(echt: Gebaut) -> None:
    datenschutz = echt.seite("datenschutz/").text("//main")
    for satz in ("beigelegt", "stoerung", "andere", "unbekannt"):
        assert W(f"protokoll.{satz}") in datenschutz


def test_fehlende_angaben_des_betreibers_heissen_fehlend(echt: Gebaut) -> None:
    betreiber = website(echt.name).konzept.betrieb.betreiber
    offen = [w for w in (betreiber.name, betreiber.anschrift, betreiber.vertretung) if w is None]
    assert echt.seite("impressum/").text("//main").count("noch nicht eingetragen") >= len(offen)


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
