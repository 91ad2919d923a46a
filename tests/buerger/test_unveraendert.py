"""What the data say stands on the pages of the mini-site, sign by sign."""

from __future__ import annotations

import pytest

from tests.gebaut import Gebaut, woerter
from tests.orte import FEHLT, MINI, website

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
    "Stichwort": ("stichwoerter/", '"Äpfel&Birnen" <5', "//ul[@class='register']//b"),
    "Fremdes Stichwort": ("stichwoerter/ar/", "عملالترجمة", "//ul[@class='register']//b"),
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
