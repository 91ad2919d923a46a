"""What a hit shows of its page: title, kind, place, whose words, and nothing that is not there."""

from __future__ import annotations

from lxml import html
from playwright.sync_api import Page

from macros.suche.dokument import Prosa, aus_html
from macros.suche.verzeichnis import Suchverzeichnis
from macros.suche.worte import woerter
from tests.buerger.suchseite import suche
from tests.orte import ECHT, konzept, website
from tests.server import Server
from tests.suche.guete import Fenster


def test_treffer_zeigt_titel_art_und_stelle(suchseite: Page, server: Server) -> None:
    assert suche(suchseite, server, "Lotsen")[0] == "../praxisbeispiele/gesundheitslotsen/"
    treffer = suchseite.locator("[data-suchergebnisse] > li").first
    assert "Praxisbeispiel" in treffer.inner_text()
    assert "Handlungsfeld: Gesundheit" in treffer.inner_text()
    assert treffer.locator("mark").count() > 0
    anzahl = suchseite.locator("[data-suchergebnisse]").get_attribute("data-anzahl")
    assert anzahl and suchseite.locator("[role=status]").inner_text().startswith(anzahl)


def test_markiert_auch_in_titel_und_abschnitt(suchseite: Page, server: Server) -> None:
    """Where only a heading has the word, it is the passage that matches."""
    suche(suchseite, server, "Mediation")
    assert suchseite.locator("[data-suchergebnisse] a[data-abschnitt] mark").count() > 0
    suche(suchseite, server, "Handlungsfelder")
    erster = suchseite.locator("[data-suchergebnisse] .treffer__titel a").first
    assert erster.locator("mark").inner_text() in erster.inner_text()


def test_ein_treffer_laesst_worte_wie_sie_dastehen(suchseite: Page, server: Server) -> None:
    """A gender sign is part of what a source is called: it is marked, not left out."""
    suche(suchseite, server, "Arbeit")
    worte = "t => [...suchWorte.stellen(suchWorte.sichtbar(t))].map(s => s[0])"
    for wort in ("Lots*innen", "Lots:in", "Lots_innen", "Lots/-innen"):
        assert suchseite.evaluate(worte, f"Die {wort} da") == ["Die", wort, "da"]


def test_vor_einem_satzzeichen_steht_kein_leeres() -> None:
    """A mark still parts words, and a name that begins with a dot stays by itself."""
    prosa = "<p>Die <i><a>Stadt</a></i>, <b>ohne Datum</b>.</p><p>Auf <i>A</i><code>.csv</code></p>"
    (passage,) = aus_html(Prosa("eine/", "Eine", prosa), "Seite", 1).passagen
    assert passage.text == "Die Stadt, ohne Datum. Auf A .csv"


def test_eine_quelle_zeigt_kein_wort_der_daten(suchverzeichnis: Suchverzeichnis) -> None:
    """How far it was read is a choice such as "auszug": the page says it in a sentence."""
    seite = next(d for d in suchverzeichnis.dokumente if d.adresse == "quellen/")
    texte = {p.anker: p.text for p in seite.passagen}
    for quelle in konzept(ECHT).quellen:
        herausgeber = quelle.herausgeber.removesuffix(".")
        assert texte[quelle.id] == f"{herausgeber}. {quelle.anmerkung or ''}".strip()


def test_leitlinie_zeigt_wessen_worte_es_sind(suchseite: Page, server: Server) -> None:
    leitlinie = konzept(ECHT).leitlinien.handlungsfelder[0].leitlinien[0]
    suche(suchseite, server, " ".join(leitlinie.text.split()[:8]))
    assert suchseite.locator(f"a[data-abschnitt='{leitlinie.id}']").count() > 0
    wort = {"amtlich": "amtlicher Wortlaut", "redaktionell": "unsere Worte"}[leitlinie.wortlaut]
    assert wort in suchseite.locator(f"[data-wortlaut={leitlinie.wortlaut}]").first.inner_text()


def test_treffer_nennt_das_handlungsfeld_einer_leitlinie(suchseite: Page, server: Server) -> None:
    leitlinie, feld = list(website(ECHT).verzeichnis.leitlinien.values())[-1]
    suche(suchseite, server, leitlinie.text.removeprefix("Wir "))
    verweis = f"li:has(a[href='../leitlinien/']) a[data-abschnitt='{leitlinie.id}']"
    assert feld.titel in suchseite.locator(verweis).inner_text()


def test_ein_auszug_trennt_zahlen(suchverzeichnis: Suchverzeichnis) -> None:
    """A figure is a line of the page, its unit a column: in an excerpt a sign parts them."""
    alle = {(d.adresse, p.anker): p.text for d in suchverzeichnis.dokumente for p in d.passagen}
    for b in konzept(ECHT).praxisbeispiele:
        seite = f"praxisbeispiele/{b.id}/"
        gezaehlt = "; ".join(f"{z.einheit}: {z.was}" for z in b.zahlen or ())
        assert alle.get((seite, "zahlen"), "") == gezaehlt
        assert ".." not in alle[seite, "auf-einen-blick"]
    for kennzahl in konzept(ECHT).zahlen:
        for messwert in kennzahl.werte[:-1]:
            assert f"{messwert.bezeichnung};" in alle["konzept/zahlen/", kennzahl.id]


def test_markiert_was_so_beginnt(suchseite: Page, server: Server) -> None:
    suche(suchseite, server, "Jugend")
    assert suchseite.locator("mark", has_text="Jugendliche").count() > 0


# A word of each language, and of ours, that leads to pages and stands on none of them.
NUR_WEGE = ("Rollator", "Azubi", "Krach", "school", "okul", "مدرسة", "школа", "szpital", "vecini")


def test_treffer_zeigen_keine_suchworte(suchseite: Page, server: Server) -> None:
    """What leads to a page is neither seen there nor read out, in whatever form."""
    fenster = Fenster(suchseite, server[ECHT, "/"])
    for wort in NUR_WEGE:
        assert fenster.suche(wort), wort
        liste = suchseite.locator("[data-suchergebnisse]")
        gesehen = f"{liste.inner_html()} {liste.aria_snapshot()}"
        assert wort.casefold() not in gesehen.casefold()


OHNE_MARKE = """absaetze => absaetze.map(p => {
  p.querySelector(".marke")?.remove();
  return p.textContent;
})"""


def test_auszuege_stehen_auf_ihrer_seite(suchseite: Page, server: Server) -> None:
    """Every text of a hit is the page's own, word for word."""
    assert suche(suchseite, server, "Oma")
    for treffer in suchseite.locator("[data-suchergebnisse] > li").all():
        adresse = treffer.locator("a").first.get_attribute("href")
        auszuege = treffer.locator(".treffer__text").evaluate_all(OHNE_MARKE)
        assert auszuege
        woerter_der_seite = " ".join(woerter(_text_der_seite(suchseite, server, adresse or "")))
        for auszug in auszuege:
            stuecke = (" ".join(woerter(stueck)) for stueck in auszug.split("…"))
            assert all(stueck in woerter_der_seite for stueck in stuecke), auszug


def _text_der_seite(suchseite: Page, server: Server, adresse: str) -> str:
    antwort = suchseite.request.get(f"{server[ECHT, '/']}suche/{adresse}")
    baum = html.document_fromstring(antwort.body().decode())
    texte = baum.xpath("//main//text()")
    assert isinstance(texte, list)
    return " ".join(map(str, texte))


def test_eine_stelle_steht_nur_einmal_im_treffer(suchseite: Page, server: Server) -> None:
    """A Leitlinie with its mark, and not its proof beside it in the same words."""
    suche(suchseite, server, "umfassendes Bildungsangebot")
    for treffer in suchseite.locator("[data-suchergebnisse] > li").all():
        stellen = treffer.locator("a[data-abschnitt]").evaluate_all("l => l.map(a => a.href)")
        assert len(stellen) == len(set(stellen))
    marke = suchseite.locator("li:has(a[href$='/bildung/']) [data-wortlaut=amtlich] .marke")
    assert marke.inner_text() == "amtlicher Wortlaut"
