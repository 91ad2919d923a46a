"""The search as a citizen meets it: finds, corrects, stays calm, and shows whose words they are."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import Any
from urllib.parse import quote

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, Route

from macros.auslieferung.beilagen import benannt
from macros.lauf import WURZEL
from macros.suche import teile
from macros.suche.ableitung import familien, gebeugte
from macros.suche.nachbarn import platz
from macros.suche.suchdateien import suchdateien
from macros.suche.verzeichnis import Suchverzeichnis
from macros.suche.worte import gefaltet, stamm, woerter
from tests.fenster import stille_seite
from tests.suche.bericht import gefallen, gemerkt
from tests.suche.guete import (
    DATEIEN,
    OHNE_WEGE,
    ORDNER,
    Antwort,
    Fenster,
    lies,
    messe_alle,
    zahlen,
)
from tests.website import ECHT, W, konzept, website

Server = Mapping[tuple[str, str], str]
STAEMME = "t => suchWorte.woerter(t).map(w => [w, suchWorte.stamm(suchWorte.gefaltet(w))])"
FERTIG = "[data-suchergebnisse][aria-busy=false]"


GEZEIGT = """() => [...document.querySelectorAll("[data-suchergebnisse] > li")].map(li => ({
  adresse: li.querySelector("h2 a").getAttribute("href").replace("../", ""),
  titel: li.querySelector("h2 a").textContent,
  art: li.querySelector(".treffer__art").textContent,
  stellen: [...li.querySelectorAll(".treffer__text")].map(p => {
    const marken = [...p.querySelectorAll("mark")].map(m => m.textContent);
    const wortlaut = p.querySelector(".marke")?.textContent ?? "";
    return { text: p.textContent.replace(wortlaut, ""), marken, wortlaut };
  }),
}))"""
GESUCHT = """frage => {
  const korrektur = document.querySelector("[data-suche-korrektur]");
  return korrektur.hidden ? frage : korrektur.querySelector("strong").textContent;
}"""
GESUCHT_UND_GEZEIGT = f"frage => [({GESUCHT})(frage), ({GEZEIGT})()]"


@pytest.fixture(scope="module")
def verzeichnis() -> Suchverzeichnis:
    echte = website(ECHT)
    return Suchverzeichnis(echte.verzeichnis, echte.seiten.values(), W)


@pytest.fixture
def seite(browser: Browser) -> Iterator[Page]:
    with stille_seite(browser, 320, 700) as offen:
        yield offen


def _suche(seite: Page, server: Server, frage: str) -> list[str]:
    seite.goto(f"{server[ECHT, '/']}suche/?q={quote(frage)}")
    seite.wait_for_selector(FERTIG, state="attached")
    links: list[str] = seite.eval_on_selector_all(
        "[data-suchergebnisse] > li", "l => l.map(li => li.querySelector('a').getAttribute('href'))"
    )
    return links


@dataclass(frozen=True)
class Gesehen:
    """What a window showed for a query: the words it searched for, and the hits as drawn."""

    antwort: Antwort
    gesucht: str
    treffer: list[dict[str, Any]]


@pytest.fixture(scope="module")
def gesehenes() -> dict[str, Gesehen]:
    """What was asked before: a third of the queries stand in more than one file."""
    return {}


@pytest.fixture(scope="module", params=DATEIEN)
def gefragt(
    request: pytest.FixtureRequest, browser: Browser, server: Server, gesehenes: dict[str, Gesehen]
) -> list[Gesehen]:
    """Every query of a file in turn, asked once for all that is tested of the answers."""
    anfragen = lies(request.param)
    with stille_seite(browser, 320, 700) as seite:
        fenster = Fenster(seite, server[ECHT, "/"])
        for a in anfragen:
            if a.frage not in gesehenes:
                antwort = fenster.frage(a)
                gesehenes[a.frage] = Gesehen(antwort, *seite.evaluate(GESUCHT_UND_GEZEIGT, a.frage))
    return [
        replace(schon, antwort=Antwort(a, schon.antwort.treffer))
        for a in anfragen
        for schon in [gesehenes[a.frage]]
    ]


def test_guete_faellt_nicht(gefragt: list[Gesehen], request: pytest.FixtureRequest) -> None:
    name = request.node.callspec.params["gefragt"]
    antworten = [g.antwort for g in gefragt]
    jetzt = zahlen(antworten)
    verfehlt = [(a.anfrage.frage, a.treffer[:3]) for a in antworten if not a.gut]
    assert jetzt.keys() == gemerkt()[name].keys()
    assert not gefallen(gemerkt()[name], jetzt), verfehlt
    assert jetzt["nichts"]["hit@3"] == 1, verfehlt
    if name == "anfragen":
        assert jetzt["alle"]["hit@3"] >= 0.97, verfehlt
        assert jetzt["alle"]["mrr"] >= 0.85


def test_der_vergleich_sieht_fehlende_suchbegriffe(browser: Browser, server: Server) -> None:
    """Both measures must speak: the hits, and the rank alone."""
    schwach = zahlen(messe_alle(browser, server[ECHT, "/"], lies("eigene"), OHNE_WEGE))
    assert any(": hit@3 " in zeile for zeile in gefallen(gemerkt()["eigene"], schwach))
    voll = {"alle": {"hit@3": 1.0, "mrr": 0.95}}
    assert gefallen(voll, {"alle": {"hit@3": 1.0, "mrr": 0.949}}) == ["alle: mrr 0.95 → 0.949"]
    assert gefallen(voll, voll) == []


def test_ein_fenster_antwortet_wie_eine_neu_geladene_seite(seite: Page, server: Server) -> None:
    """The measuring asks many queries of one page; a link to a search gives the same."""
    eines = Fenster(seite, server[ECHT, "/"])
    proben = lies("anfragen")[::9]
    gleich = [(a, eines.frage(a)) for a in proben]
    assert [(a, eines.frage(a, neu=True)) for a in proben] == gleich


def test_treffer_zeigt_titel_art_und_stelle(seite: Page, server: Server) -> None:
    assert _suche(seite, server, "Lotsen")[0] == "../praxisbeispiele/gesundheitslotsen/"
    treffer = seite.locator("[data-suchergebnisse] > li").first
    assert "Praxisbeispiel" in treffer.inner_text()
    assert "Handlungsfeld: Gesundheit" in treffer.inner_text()
    assert treffer.locator("mark").count() > 0
    anzahl = seite.locator("[data-suchergebnisse]").get_attribute("data-anzahl")
    assert anzahl and seite.locator("[role=status]").inner_text().startswith(anzahl)


def test_leitlinie_zeigt_wessen_worte_es_sind(seite: Page, server: Server) -> None:
    leitlinie = konzept(ECHT).leitlinien.handlungsfelder[0].leitlinien[0]
    _suche(seite, server, " ".join(leitlinie.text.split()[:8]))
    assert seite.locator(f"a[data-abschnitt='{leitlinie.id}']").count() > 0
    wort = {"amtlich": "amtlicher Wortlaut", "redaktionell": "unsere Worte"}[leitlinie.wortlaut]
    assert wort in seite.locator(f"[data-wortlaut={leitlinie.wortlaut}]").first.inner_text()


def test_jeder_treffer_sagt_was_er_ist(
    gefragt: list[Gesehen], verzeichnis: Suchverzeichnis
) -> None:
    """Title, kind, field, whose words a Leitlinie is, and a mark on every word that was asked."""
    dokumente = {d.adresse: d for d in verzeichnis.dokumente}
    leitlinien = {e.text: e.wortlaut for e, _ in website(ECHT).verzeichnis.leitlinien.values()}
    maengel, marken = [], 0
    for gesehen in gefragt:
        frage = gesehen.antwort.anfrage.frage
        gesucht = {verzeichnis.grundform(gefaltet(w)) for w in woerter(gesehen.gesucht)}
        gesucht -= {verzeichnis.grundform(w) for w in verzeichnis.fuellwoerter}
        # A single letter, as in "e. V.", is none of the words that were asked for.
        gesucht -= set(ascii_lowercase)
        for treffer in gesehen.treffer:
            dokument = dokumente.get(treffer["adresse"])
            kopf = f"{treffer['titel']} {treffer['art']}"
            teile = (dokument.titel, dokument.art, dokument.feld) if dokument else ()
            maengel += [(frage, kopf, teil) for teil in teile if teil not in kopf]
            assert treffer["art"] and treffer["stellen"]
            for stelle in treffer["stellen"]:
                marken += len(stelle["marken"])
                maengel += [
                    (frage, wort, stelle["text"])
                    for wort in woerter(stelle["text"])
                    if verzeichnis.grundform(gefaltet(wort)) in gesucht
                    and not any(wort in marke for marke in stelle["marken"])
                ]
                wortlaut = leitlinien.get(stelle["text"].strip("„“ "))
                if wortlaut and stelle["wortlaut"] != W(f"wortlaut.{wortlaut}.kurz"):
                    maengel.append((frage, "wortlaut", stelle["text"]))
    assert not maengel, maengel[:20]
    assert marken > len(gefragt)


def test_treffer_nennt_das_handlungsfeld_einer_leitlinie(seite: Page, server: Server) -> None:
    leitlinie, feld = list(website(ECHT).verzeichnis.leitlinien.values())[-1]
    _suche(seite, server, leitlinie.text.removeprefix("Wir "))
    verweis = f"li:has(a[href='../leitlinien/']) a[data-abschnitt='{leitlinie.id}']"
    assert feld.titel in seite.locator(verweis).inner_text()


def test_markiert_was_so_beginnt(seite: Page, server: Server) -> None:
    _suche(seite, server, "Jugend")
    assert seite.locator("mark", has_text="Jugendliche").count() > 0


def test_korrektur_ist_angesagt_und_laesst_sich_zuruecknehmen(seite: Page, server: Server) -> None:
    assert _suche(seite, server, "Rasismus")
    assert "Ergebnisse für „Rassismus“" in seite.locator("[data-suche-korrektur]").inner_text()
    seite.locator("[data-suche-genau]").click()
    seite.wait_for_selector(FERTIG, state="attached")
    assert seite.locator("[data-suchergebnisse] > li").count() == 0
    assert "Nichts gefunden" in seite.locator("[role=status]").inner_text()


def test_eine_korrektur_ohne_treffer_wird_nicht_angesagt(seite: Page, server: Server) -> None:
    """The mended words stand on no page together: what was typed is what was not found."""
    assert _suche(seite, server, "Rasismus Pizza") == []
    assert seite.locator("[data-suche-korrektur]").is_hidden()
    assert "„Rasismus Pizza“" in seite.locator("[role=status]").inner_text()


# One mistake and two: at the beginning, in the middle, at the end, by ear and by hand.
VERTIPPT = {
    "eGsundhiet": "Gesundheit",
    "Kesundheit": "Gesundheit",
    "Kesunndheit": "Gesundheit",
    "Wohunng": "Wohnung",
    "Inegrationn": "Integration",
    "Brufsberatung": "Berufsberatung",
    "Bertung": "Beratung",
    "Fohnung": "Wohnung",
    "Schuhle": "Schule",
    "Rabeit": "Arbeit",
    "Fluechtlnge": "Flüchtlinge",
    "Hifle": "Hilfe",
    "Tprache": "Sprache",
    # Typed in signs of which some are not seen, and beside a word that holds the mistake.
    "Flu\u0308chtlnge": "Flüchtlinge",
    "Berra\u00adtung": "Beratung",
    "Schule chule": "Schule Schule",
}


def test_tippfehler_findet_das_rechte_wort(seite: Page, server: Server) -> None:
    fenster = Fenster(seite, server[ECHT, "/"])
    for getippt, recht in VERTIPPT.items():
        treffer = fenster.suche(getippt)
        assert seite.evaluate(GESUCHT, getippt) == f"„{recht}“"
        assert treffer == fenster.suche(recht) and treffer


# Forms of a word, and other words of its family: what the site has answers for both.
FAMILIE = {
    "vorgebeugt": "vorbeugen",
    "mitgewirkt": "mitwirken",
    "vorgeschlagen": "vorschlagen",
    "anzubieten": "anbieten",
    "gelernt": "lernen",
    "gefördert": "fördern",
    "ermutigen": "ermutigt",
    "Verlinkung": "verlinken",
    "Vermittlerin": "vermitteln",
    "forschen": "Forschung",
    "Forscher": "Forschung",
    "geforscht": "Forschung",
    "forschst": "Forschung",
    "Demokratieprojekt": "Demokratie",
    "Schüler_innen": "Schüler",
    "Lehrer/-innen": "Lehrer",
    "qualifiziert": "Qualifizierung",
    "Qualifikation": "Qualifizierung",
    "partizipieren": "Partizipation",
    "Koordinatorin": "Koordination",
    # The site has no "Infos": beside another word, and at the end of one, they say nothing.
    "Infos Medikamente": "Medikamente",
    "Demokratieinfos": "Demokratie",
}
# Only the letters are alike.
FREMD = ("Zeitung", "Schulter", "Schale", "Geschulte Schulter", "Trägheit")


def test_die_familie_eines_worts_findet_dasselbe(seite: Page, server: Server) -> None:
    fenster = Fenster(seite, server[ECHT, "/"])
    for wort, eigenes in FAMILIE.items():
        treffer = fenster.suche(wort)
        assert treffer == fenster.suche(eigenes) and treffer, wort
        assert seite.locator("[data-suche-korrektur]").is_hidden(), wort
    for wort in FREMD:
        assert fenster.suche(wort) == (), wort


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("ermutigt", "ermutig"),
        ("gelernt", "lern"),
        ("mitgemacht", "mitmach"),
        ("veraendert", "veraend"),
        # The stem of a noun, of another verb, or both.
        ("geschult", None),
        ("schalt", None),
        ("recht", None),
    ],
)
def test_gebeugte_verben_haben_ihren_stamm(form: str, verb: str | None) -> None:
    assert gebeugte([form]) == ({form: verb} if verb else {})


@pytest.mark.parametrize(
    ("sache", "stamm", "nomen", "verwandt"),
    [
        ("foerderung", "foerd", (), True),
        ("sicherheit", "sich", (), True),
        ("arbeitslosigkeit", "arbeitslos", (), True),
        ("koordination", "koordinier", (), True),
        ("qualifikation", "qualifizier", (), True),
        # The site says "messen"; if it has the word for a fair, that is meant.
        ("messung", "mess", (), True),
        ("messung", "mess", ("mess",), False),
        ("bildung", "bild", ("bild",), False),
    ],
)
def test_was_jemand_tut_und_was_daraus_wird(
    sache: str, stamm: str, nomen: tuple[str, ...], verwandt: bool
) -> None:
    assert familien({sache, stamm}, nomen) == ({sache: stamm} if verwandt else {})


def test_ein_verb_findet_sein_hauptwort(seite: Page, server: Server) -> None:
    """No page has both "Maßnahmen" and "gefördert"; one has the "Förderung"."""
    fenster = Fenster(seite, server[ECHT, "/"])
    gute = fenster.suche("Maßnahmen Förderung")
    assert gute[0] in fenster.suche("welche Maßnahmen werden gefördert")


# Words of everyday German with no page here, each one or two edits from a word of the site.
ECHTE = ("Prozess", "Bücher", "Gärten", "Pakete", "Vögel", "Wolken", "Strafe", "peinlich", "greift")


def test_ein_echtes_wort_ist_kein_tippfehler(seite: Page, server: Server) -> None:
    fenster = Fenster(seite, server[ECHT, "/"])
    for wort in ECHTE:
        assert fenster.suche(wort) == (), wort
        assert seite.locator("[data-suche-korrektur]").is_hidden(), wort


def test_zu_viele_worte_fuehren_einzeln_weiter(seite: Page, server: Server) -> None:
    """No page has all of them: each that some page has leads to its own hits, outside the list."""
    assert _suche(seite, server, "Vermieter Pizza Nachbran") == []
    links = seite.locator("[data-suche-einzeln] a")
    assert links.all_inner_texts()[:1] == ["Vermieter"]
    assert "Pizza" not in links.all_inner_texts()
    links.first.click()
    seite.wait_for_selector(f"{FERTIG} > li", state="attached")
    assert seite.locator("[data-suche-einzeln]").is_hidden()
    assert _suche(seite, server, "Pizza") == []
    assert seite.locator("[data-suche-einzeln]").is_hidden()


def test_nichts_gefunden_hilft_weiter(seite: Page, server: Server) -> None:
    assert _suche(seite, server, "Pizza") == []
    links = seite.locator("[data-suche-hilfe] a:visible")
    assert links.count() == 8
    assert seite.locator("[data-suchergebnisse] a").count() == 0
    assert links.first.get_attribute("href") == "../beratung/"


def test_zurueck_und_schraegstrich(seite: Page, server: Server) -> None:
    _suche(seite, server, "Arbeit")
    seite.keyboard.press("/")
    seite.keyboard.type("Schule")
    seite.keyboard.press("Enter")
    seite.wait_for_selector(f"{FERTIG} >> text=Bildung", state="attached")
    assert seite.url.endswith("?q=Schule")
    seite.go_back()
    seite.wait_for_function("document.querySelector('#suchwort').value === 'Arbeit'")
    assert seite.url.endswith("?q=Arbeit")
    seite.go_forward()
    seite.wait_for_function("document.querySelector('#suchwort').value === 'Schule'")
    seite.wait_for_selector(f"{FERTIG} >> text=Bildung", state="attached")


def test_eine_gestoerte_suche_laesst_sich_wiederholen(browser: Browser, server: Server) -> None:
    kontext = browser.new_context()
    seite = kontext.new_page()
    seite.route("**/verzeichnis.*", lambda weg: weg.fulfill(status=500), times=1)
    assert _suche(seite, server, "Arbeit") == []
    assert seite.locator("[data-suche-gestoert] a").is_visible()
    seite.locator("#suchwort").press("Enter")
    seite.wait_for_selector(f"{FERTIG} > li")
    assert seite.locator("[data-suche-gestoert]").is_hidden()
    kontext.close()


def test_eine_alte_frage_stoert_die_neue_nicht(browser: Browser, server: Server) -> None:
    """What fails for words that nobody asks any more says nothing over the newer hits."""
    kontext = browser.new_context()
    seite = kontext.new_page()
    haengt: list[Route] = []
    seite.route("**/echte.*", lambda weg: haengt.append(weg))
    with seite.expect_request("**/echte.*"):
        seite.goto(f"{server[ECHT, '/']}suche/?q=Rasismus")
    seite.locator("#suchwort").fill("Arbeit")
    seite.keyboard.press("Enter")
    seite.wait_for_selector(f"{FERTIG} > li")
    with seite.expect_response("**/echte.*"):
        haengt[0].fulfill(status=500)
    seite.evaluate("new Promise(setTimeout)")
    assert seite.locator("[data-suche-gestoert]").is_hidden()
    assert seite.locator("[role=status]").inner_text().endswith("für „Arbeit“")
    kontext.close()


SCHLECHT = {
    "lang": "Gesundheit " * 910,
    "ein langes Wort": "x" * 10_000,
    "Zeichen": "!!! ??? … --- ///",
    "Emoji": "🏠🍕👩‍⚕️",
    "HTML": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "RTL": "\u202eمدرسة\u202c",
    "Prozent": "100% & mehr + %zz",
    "Vorlage": "{{ 7*7 }} __proto__ constructor",
}


@pytest.mark.parametrize("art", SCHLECHT)
def test_schlechte_eingabe_bleibt_ruhig(art: str, seite: Page, server: Server) -> None:
    _suche(seite, server, SCHLECHT[art])
    assert seite.locator("main img, main script").count() == 0
    assert 0 < len(seite.locator("[role=status]").inner_text()) < 200
    assert seite.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_laedt_nichts_von_selbst(seite: Page, server: Server) -> None:
    anfragen: list[str] = []
    seite.on("request", lambda anfrage: anfragen.append(anfrage.url))
    seite.goto(server[ECHT, "/"])
    assert not [a for a in anfragen if "suche" in a]


def test_beide_seiten_falten_gleich(
    seite: Page, server: Server, verzeichnis: Suchverzeichnis
) -> None:
    fremde = {w for d in verzeichnis.dokumente for weg in d.worte for w in woerter(weg.wort)}
    proben = sorted(
        {
            *verzeichnis.eigene,
            *fremde,
            "Lots*innen",
            "Lots_innen",
            "Lots/-innen",
            "İstanbul",
            "مَدرسة",
            "здоров’я",
        }
    )
    _suche(seite, server, "Arbeit")
    ergebnis = seite.evaluate(f"p => p.map({STAEMME})", proben)
    for probe, browser in zip(proben, ergebnis, strict=True):
        assert [[w, stamm(gefaltet(w))] for w in woerter(probe)] == browser, probe


def test_beide_seiten_kennen_dieselben_plaetze(
    seite: Page, server: Server, verzeichnis: Suchverzeichnis
) -> None:
    """A real word is looked up by its place alone."""
    proben = sorted({stamm(gefaltet(wort)) for wort in verzeichnis.eigene if wort.isascii()})
    _suche(seite, server, "Arbeit")
    assert seite.evaluate("p => p.map(suchWorte.platz)", proben) == [platz(p) for p in proben]


def test_beide_seiten_teilen_mit_denselben_fugen(seite: Page, server: Server) -> None:
    _suche(seite, server, "Arbeit")
    gleich = "[SuchFrage.FUGEN, SuchFrage.MINDESTENS]"
    assert seite.evaluate(gleich) == [list(teile.FUGEN), teile.MINDESTENS]


# A word of each language, and of ours, that leads to pages and stands on none of them.
NUR_WEGE = ("Rollator", "Azubi", "Krach", "school", "okul", "مدرسة", "школа", "szpital", "vecini")


def test_treffer_zeigen_keine_suchworte(seite: Page, server: Server) -> None:
    """What leads to a page is neither seen there nor read out, in whatever form."""
    fenster = Fenster(seite, server[ECHT, "/"])
    for wort in NUR_WEGE:
        assert fenster.suche(wort), wort
        liste = seite.locator("[data-suchergebnisse]")
        gesehen = f"{liste.inner_html()} {liste.aria_snapshot()}"
        assert wort.casefold() not in gesehen.casefold()


OHNE_MARKE = """absaetze => absaetze.map(p => {
  p.querySelector(".marke")?.remove();
  return p.textContent;
})"""


def test_auszuege_stehen_auf_ihrer_seite(seite: Page, server: Server) -> None:
    """Every text of a hit is the page's own, word for word."""
    _suche(seite, server, "Oma")
    for treffer in seite.locator("[data-suchergebnisse] > li").all():
        adresse = treffer.locator("a").first.get_attribute("href")
        auszuege = treffer.locator(".treffer__text").evaluate_all(OHNE_MARKE)
        woerter_der_seite = " ".join(woerter(_text_der_seite(seite, server, adresse or "")))
        for auszug in auszuege:
            stuecke = (" ".join(woerter(stueck)) for stueck in auszug.split("…"))
            assert all(stueck in woerter_der_seite for stueck in stuecke), auszug


def _text_der_seite(seite: Page, server: Server, adresse: str) -> str:
    antwort = seite.request.get(f"{server[ECHT, '/']}suche/{adresse}")
    baum = html.document_fromstring(antwort.body().decode())
    texte = baum.xpath("//main//text()")
    assert isinstance(texte, list)
    return " ".join(map(str, texte))


def test_ein_auszug_trennt_was_die_seite_trennt(verzeichnis: Suchverzeichnis) -> None:
    """Name of a field and points of a list are lines on a page; in an excerpt a sign parts them."""
    leitlinien = konzept(ECHT).leitlinien
    zeilen = [feld.alltag for feld in leitlinien.handlungsfelder if feld.alltag]
    for kapitel in leitlinien.kapitel:
        zeilen += [punkt for a in kapitel.abschnitte for punkt in a.punkte or ()]
    texte = " ".join(p.text for d in verzeichnis.dokumente for p in d.passagen)
    assert len(zeilen) > len(leitlinien.handlungsfelder)
    assert not [z for z in zeilen if not any(z.rstrip(".") + ende in texte for ende in ".;")]


def test_trennungen_sind_durchgesehen(verzeichnis: Suchverzeichnis) -> None:
    """A new, changed or lost split shows up here, to be read before the file follows."""
    zeilen = (ORDNER / "trennungen.txt").read_text(encoding="utf-8").splitlines()
    durchgesehen = dict(z.split() for z in zeilen if not z.startswith("#"))
    jetzt = {wort: "+".join(teile) for wort, teile in verzeichnis.teile.items()}
    neue = {wort: teile for wort, teile in jetzt.items() if durchgesehen.get(wort) != teile}
    vorhanden = set(map(gefaltet, verzeichnis.eigene))
    verloren = {wort for wort in durchgesehen if wort in vorhanden and wort not in jetzt}
    assert (neue, verloren) == ({}, set())


def test_familien_sind_durchgesehen(verzeichnis: Suchverzeichnis) -> None:
    """Which nouns a verb or an adjective leads to: read as the splits are.

    Some need a word of the hand-written pages, which this index is without.
    """
    zeilen = (ORDNER / "familien.txt").read_text(encoding="utf-8").splitlines()
    durchgesehen = dict(z.split() for z in zeilen if not z.startswith("#"))
    neue = verzeichnis.familien.items() - durchgesehen.items()
    terme = set(map(verzeichnis.grundform, verzeichnis.gefaltete))
    verloren = {
        wort
        for wort, ziel in durchgesehen.items() - verzeichnis.familien.items()
        if {wort, ziel} <= terme
    }
    assert (neue, verloren) == (set(), set())


@pytest.mark.parametrize("wort", ["Beschimpfung", "Kindergarten", "Vogelheim", "Nachbarschaft"])
def test_was_keine_teile_hat_bleibt_ganz(wort: str, verzeichnis: Suchverzeichnis) -> None:
    assert verzeichnis.teiler.teile(gefaltet(wort)) == ()


def test_verzeichnis_ist_immer_gleich() -> None:
    """The same data give the same bytes, whatever order Python's sets are in."""
    befehl = "from tests.buerger.test_suche import fingerabdruck; print(fingerabdruck())"
    gesehen = {
        subprocess.run(
            [sys.executable, "-c", befehl],
            env=os.environ | {"PYTHONHASHSEED": saat},
            cwd=WURZEL,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for saat in ("1", "2")
    }
    assert len(gesehen) == 1


def fingerabdruck() -> str:
    """Gives a hash of all files of the search, made anew."""
    echte = website(ECHT)
    suche = Suchverzeichnis(echte.verzeichnis, echte.seiten.values(), W)
    dateien = suchdateien(suche, benannt)
    return hashlib.sha256(repr(dateien).encode()).hexdigest()
