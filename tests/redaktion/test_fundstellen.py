"""From a page to the line of its entry, and to those who can mend it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.modell import Betreiber, Betrieb
from macros.modell.listen import RAHMEN, listen
from macros.seitenplan import forge, herkunft
from macros.seitenplan.facetten import facetten
from macros.seitenplan.seite import FILTERSEITE, SPRACHREGISTER
from tests.orte import W
from tests.redaktion.eintraege import HEUTE, KONZEPT, konzept_aus
from tests.redaktion.faelle import kopie

GITHUB = Betrieb(repository="https://github.com/stadt/vielfalt")
GITLAB = Betrieb(repository="https://code.stadt.example/stadt/vielfalt.git", zweig="haupt")


def test_adressen_der_plattformen() -> None:
    assert (
        forge.bearbeiten(GITHUB, "data/zahlen.yaml", 7)
        == "https://github.com/stadt/vielfalt/edit/main/data/zahlen.yaml#L7"
    )
    assert (
        forge.bearbeiten(GITLAB, "data/zahlen.yaml", 7)
        == "https://code.stadt.example/stadt/vielfalt/-/edit/haupt/data/zahlen.yaml#L7"
    )
    assert forge.bearbeiten(Betrieb(), "data/zahlen.yaml") is None


@pytest.mark.parametrize(("betrieb", "feld"), [(GITHUB, "body"), (GITLAB, "issue[description]")])
def test_hinweis_kommt_ganz_an(betrieb: Betrieb, feld: str) -> None:
    text = "Seite: A & B\nAdresse: /x/?y#z"
    adresse = forge.melden(betrieb, "Titel", text)
    assert adresse is not None
    assert parse_qs(urlsplit(adresse).query)[feld] == [text]


def test_hinweis_ohne_konto_kommt_zuerst() -> None:
    mit_post = Betrieb(betreiber=Betreiber(email="post@stadt.example"))
    adresse = forge.schreiben(mit_post, "Betreff", "Text & mehr")
    assert adresse == "mailto:post@stadt.example?subject=Betreff&body=Text%20%26%20mehr"
    formular = Betreiber(email="post@stadt.example", formular="https://stadt.example/k?a=1#f")
    adresse = forge.schreiben(Betrieb(betreiber=formular), "Betreff", "Text & mehr")
    assert adresse == "https://stadt.example/k?a=1&betreff=Betreff&text=Text%20%26%20mehr#f"
    assert forge.schreiben(Betrieb(), "", "") is None


@pytest.mark.parametrize("kennung", sorted({*KONZEPT.fundstellen} - {RAHMEN}))
def test_fundstelle_ist_der_eintrag(kennung: str) -> None:
    """The first line names the id, and no other entry of its list begins before the last."""
    stelle = KONZEPT.fundstellen[kennung]
    zeilen = (WURZEL / "data" / stelle.datei).read_text(encoding="utf-8").split("\n")
    erste, letzte = zeilen[stelle.zeile - 1], zeilen[stelle.ende - 1]
    assert erste.strip().removeprefix("- ") == f"id: {kennung}"
    strich = erste[: len(erste) - len(erste.lstrip())] + "- "
    assert not any(z.startswith(strich) for z in zeilen[stelle.zeile : stelle.ende])
    assert letzte.strip()
    assert not letzte.lstrip().startswith("#")


def test_jede_seite_fuehrt_zu_ihrer_zeile(tmp_path: Path) -> None:
    ordner = kopie(tmp_path)
    with (ordner / "betrieb.yaml").open("a", encoding="utf-8") as datei:
        datei.write(f"\nrepository: {GITHUB.repository}\n")
    konzept = konzept_aus(ordner)
    website = Website(konzept, W, VORLAGEN)
    for seite in website.seiten.values():
        adresse = website.fuss(seite.adresse, seite.titel, "", HEUTE).bearbeiten
        assert adresse is not None
        pfad, _, zeile = adresse.partition("/edit/main/")[2].partition("#L")
        zeilen = (ordner / pfad.removeprefix("data/")).read_text(encoding="utf-8").split("\n")
        text = zeilen[int(zeile) - 1]
        if seite.vorlage in ("startseite", "konzept"):
            assert text == f"  titel: {konzept.leitlinien.konzept.titel}"
        elif seite.vorlage in ("stichwoerter", "suche", SPRACHREGISTER):
            wort = next(w for w in konzept.suchbegriffe if (w.sprache or "") == seite.auswahl)
            assert text == f"- wort: {wort.wort}"
        else:
            erster = listen(konzept)[herkunft.liste(seite)][0].id
            if seite.vorlage == FILTERSEITE:
                facette, _, anker = seite.auswahl.partition("/")
                erster = _erster_mit(website, facette, anker)
            eintrag = seite.kennung if seite.kennung in konzept.fundstellen else erster
            assert text.strip() == f"- id: {eintrag}"


def _erster_mit(website: Website, name: str, anker: str) -> str:
    """Gives the first entry on a page by value: another would not be on it."""
    (facette,) = (f for f in facetten(website.verzeichnis, W) if f.name == name)
    (wert,) = (w for w in facette.werte if w.anker == anker)
    return wert.eintraege[0]
