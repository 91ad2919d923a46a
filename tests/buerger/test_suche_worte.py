"""The words of the search: parts, families and mistakes, in the build as in the browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from macros.suche.ableitung import familien, gebeugte
from macros.suche.texte import saetze
from macros.suche.verzeichnis import Suchverzeichnis
from macros.suche.worte import gefaltet, stamm
from tests.buerger.suchseite import GESUCHT
from tests.orte import ECHT, MINI, W, konzept
from tests.server import Server
from tests.suche.durchsicht import FAMILIEN, TRENNUNGEN, gelesene, jetzige, musterworte, neue
from tests.suche.guete import Fenster

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


def test_tippfehler_findet_das_rechte_wort(suchseite: Page, server: Server) -> None:
    fenster = Fenster(suchseite, server[ECHT, "/"])
    for getippt, recht in VERTIPPT.items():
        treffer = fenster.suche(getippt)
        assert suchseite.evaluate(GESUCHT, getippt) == f"„{recht}“"
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
    "Jugendialog": "Jugenddialog",
    "Schüler_innen": "Schüler",
    "Lehrer/-innen": "Lehrer",
    "qualifiziert": "Qualifizierung",
    "Qualifikation": "Qualifizierung",
    "partizipieren": "Partizipation",
    "Koordinatorin": "Koordination",
    # The site has no "Infos": beside another word, and at the end of one, they say nothing.
    "Infos Medikamente": "Medikamente",
    "Demokratieinfos": "Demokratie",
    # Who asks need not stand on a page, but is asked for beside "Hilfe" and alone.
    "pflegebedürftige Mutter": "pflegebedürftige",
    "Oma Hilfe": "Oma",
    "Cousine Demenz": "Demenz",
    # Whether a page has the number or not: an age is none of its matters.
    "ich bin 13 und neu hier": "neu hier",
    "ich bin 20 und suche Arbeit": "Arbeit",
    # Looking for something and needing help say nothing in other languages either.
    "ищу работу": "работу",
    "I am looking for a job": "job",
    "yardım ev": "ev",
    "pomoc mieszkanie": "mieszkanie",
    "Rumäne": "Rumänien",
    "Moscheeverein": "Moscheevereine",
}


# Only the letters are alike.
FREMD = (
    "Zeitung",
    "Schulter",
    "Schale",
    "Geschulte Schulter",
    "Trägheit",
    "Wassermann",
    "Hausfrau",
    # They only look like forms: of "schwer", "Tag", "sicher", "helfen", "Essen", and two of words
    # of other languages.
    "Schwein",
    "Tageslicht",
    "Gesichter",
    "Hälfte",
    "Esstisch",
    "Chor",
    "Roboter",
)


def test_die_familie_eines_worts_findet_dasselbe(suchseite: Page, server: Server) -> None:
    fenster = Fenster(suchseite, server[ECHT, "/"])
    for wort, eigenes in FAMILIE.items():
        treffer = fenster.suche(wort)
        assert treffer == fenster.suche(eigenes) and treffer, wort
        assert suchseite.locator("[data-suche-korrektur]").is_hidden(), wort
    for wort in FREMD:
        assert fenster.suche(wort) == (), wort


def test_eine_zahl_allein_zaehlt_und_eine_kleine_immer(suchseite: Page, server: Server) -> None:
    fenster = Fenster(suchseite, server[ECHT, "/"])
    assert "praxisbeispiele/jugenddialoggruppen" in fenster.suche("14 bis 22")
    for nummer, kapitel in (("1", "i"), ("4", "iv")):
        assert fenster.suche(f"Kapitel {nummer}")[0] == f"konzept/kapitel-{kapitel}"


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


def test_ein_verb_findet_sein_hauptwort(suchseite: Page, server: Server) -> None:
    """No page has both "Maßnahmen" and "gefördert"; one has the "Förderung"."""
    fenster = Fenster(suchseite, server[ECHT, "/"])
    gute = fenster.suche("Maßnahmen Förderung")
    assert gute[0] in fenster.suche("welche Maßnahmen werden gefördert")


# Words of everyday German with no page here, each one or two edits from a word of the site.
ECHTE = ("Prozess", "Bücher", "Gärten", "Pakete", "Vögel", "Wolken", "Strafe", "peinlich", "greift")


def test_ein_echtes_wort_ist_kein_tippfehler(suchseite: Page, server: Server) -> None:
    fenster = Fenster(suchseite, server[ECHT, "/"])
    for wort in ECHTE:
        assert fenster.suche(wort) == (), wort
        assert suchseite.locator("[data-suche-korrektur]").is_hidden(), wort


FORMEN = (
    ("Integrationskurs", "Integrationskurses", "Integrationskurse", "Integrationskursen"),
    ("Impuls", "Impulses", "Impulse", "Impulsen"),
    ("Verein", "Vereins", "Vereines", "Vereine", "Vereinen"),
    ("Lehrer", "Lehrers", "Lehrern", "Lehrerin", "Lehrerinnen"),
    ("Protokoll", "Protokolls", "Protokolle", "Protokollen"),
)


@pytest.mark.parametrize("formen", FORMEN)
def test_formen_eines_worts_haben_einen_stamm(formen: tuple[str, ...]) -> None:
    assert len({stamm(gefaltet(form)) for form in formen}) == 1


def test_ein_auszug_trennt_was_die_seite_trennt(suchverzeichnis: Suchverzeichnis) -> None:
    """Name of a field and points of a list are lines on a page; in an excerpt a sign parts them."""
    leitlinien = konzept(ECHT).leitlinien
    zeilen = [feld.alltag for feld in leitlinien.handlungsfelder if feld.alltag]
    for kapitel in leitlinien.kapitel:
        zeilen += [punkt for a in kapitel.abschnitte for punkt in a.punkte or ()]
    texte = "\n".join(p.text for d in suchverzeichnis.dokumente for p in d.passagen)
    assert len(zeilen) > len(leitlinien.handlungsfelder)
    assert not [z for z in zeilen if not any(z.rstrip(".") + ende in texte for ende in ".;\n")]


def test_trennungen_sind_durchgesehen(suchverzeichnis: Suchverzeichnis) -> None:
    """A new, changed or lost split shows up here, to be read before the file follows.

    Words that only new content brings may wait: `make suchguete` lists them.
    """
    gelesen, jetzt = gelesene(TRENNUNGEN), jetzige(suchverzeichnis)[TRENNUNGEN]
    verlangt = gelesen.keys() | musterworte()
    anders = {w: t for w, t in jetzt.items() if w in verlangt and gelesen.get(w) != t}
    vorhanden = set(map(gefaltet, suchverzeichnis.eigene))
    verloren = {wort for wort in gelesen if wort in vorhanden and wort not in jetzt}
    assert (anders, verloren) == ({}, set())


def test_familien_sind_durchgesehen(suchverzeichnis: Suchverzeichnis) -> None:
    """Which nouns a verb or an adjective leads to: read as the splits are.

    Some need a word of the hand-written pages, which this index is without.
    """
    gelesen, jetzt = gelesene(FAMILIEN), suchverzeichnis.familien
    verlangt = gelesen.keys() | set(map(suchverzeichnis.grundform, musterworte()))
    anders = {w: t for w, t in jetzt.items() if w in verlangt and gelesen.get(w) != t}
    terme = set(map(suchverzeichnis.grundform, suchverzeichnis.gefaltete))
    verloren = {w for w, ziel in gelesen.items() - jetzt.items() if {w, ziel} <= terme}
    assert (anders, verloren) == ({}, set())


def test_was_niemand_gelesen_hat_wird_genannt(
    suchverzeichnis: Suchverzeichnis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "tests.suche.durchsicht.gelesene",
        lambda datei: {} if datei == FAMILIEN else gelesene(datei),
    )
    genannt = [zeile for zeile in neue(suchverzeichnis) if zeile.startswith(FAMILIEN)]
    assert genannt == [f"{FAMILIEN}: {w} {z}" for w, z in suchverzeichnis.familien.items()]
    assert "familien.txt: ablehnung ablehn" in genannt


@pytest.mark.parametrize("wort", ["Beschimpfung", "Kindergarten", "Vogelheim", "Nachbarschaft"])
def test_was_keine_teile_hat_bleibt_ganz(wort: str, suchverzeichnis: Suchverzeichnis) -> None:
    assert suchverzeichnis.teiler.teile(gefaltet(wort)) == ()


@pytest.mark.parametrize(
    ("punkt", "im_auszug"),
    [
        ("Wir beraten", "Wir beraten;"),
        ("Wir beraten.", "Wir beraten."),
        ("Wer berät?", "Wer berät?"),
        ("Kommen Sie!", "Kommen Sie!"),
    ],
)
def test_punkt_einer_liste_endet_mit_einem_zeichen(punkt: str, im_auszug: str) -> None:
    abschnitt = konzept(MINI).leitlinien.konzept.abschnitte[0]
    mit_punkt = abschnitt.model_copy(update={"punkte": (punkt,)})
    assert im_auszug in list(saetze(W, mit_punkt))
