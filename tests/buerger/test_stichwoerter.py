"""The index A-Z: which words stand there, in which order, and where they lead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import html

from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.modell import Suchbegriff
from macros.seitenplan.seiten import seitentitel
from macros.seitenplan.stichwoerter import Gruppe, a_bis_z, fremde
from macros.seitenplan.verzeichnis import Verzeichnis
from tests.orte import MINI, W, konzept


def _register(*begriffe: Suchbegriff) -> list[Gruppe]:
    verzeichnis = Verzeichnis(replace(konzept(MINI), suchbegriffe=begriffe, glossar=()))
    return a_bis_z(verzeichnis, {"beratung": "Beratung"}, "de")


def _wort(wort: str, *ziele: str, sprache: str | None = None) -> Suchbegriff:
    weitere: dict[str, Any] = {"sprache": sprache, "geprueft": "nein"} if sprache else {}
    return Suchbegriff(wort=wort, ziele=ziele or ("beratung",), **weitere)


def test_umlaute_stehen_bei_ihrem_buchstaben() -> None:
    gruppen = _register(
        *map(_wort, ["Zebra", "Ärztin", "Arzt", "Öl", "Ofen", "Übung", "alt", "Élan"])
    )
    je = {g.name: [s.wort for s in g.stichwoerter] for g in gruppen}
    assert list(je) == sorted(je)
    assert [w for w in je["A"] if w in ("Ärztin", "alt", "Arzt")] == ["Ärztin", "alt", "Arzt"]
    assert {"Öl", "Ofen"} <= set(je["O"])
    assert "Übung" in je["U"]
    assert "Élan" in je["E"]


def test_titel_in_fremder_schrift_stehen_am_ende_unter_einer_ueberschrift() -> None:
    daten = konzept(MINI)
    fremd = daten.praxisbeispiele[0].model_copy(update={"titel": "مركز", "kurztitel": "مركز"})
    website = Website(replace(daten, praxisbeispiele=(fremd,)), W, VORLAGEN)
    baum: Any = html.fromstring(website.html("stichwoerter/"))
    worte = [a.text_content() for a in baum.xpath("//nav//a[starts-with(@href, '#')]")]
    assert all(worte) and worte == [h2.text_content() for h2 in baum.xpath("//h2")]
    assert worte[-1] == W("stichwoerter.andere")
    assert "مركز" in baum.xpath("//h2[last()]/following-sibling::ul")[0].text_content()


def test_wort_mit_mehreren_zielen_fuehrt_zum_besten() -> None:
    gruppen = _register(_wort("Rat", "beratung", "rat-jung"), _wort("Rat", "rat-jung"))
    treffer = [s for g in gruppen for s in g.stichwoerter if s.wort == "Rat"]
    assert [[z.adresse for z in s.ziele] for s in treffer] == [["beratung/"]]


def test_was_gleich_beginnt_steht_nur_wo_es_woanders_hinfuehrt() -> None:
    feld = next(iter(Verzeichnis(konzept(MINI)).handlungsfelder))
    beratung = ["Kurs", "Kursleitung", "Tag", "Tagung", "Vokabelheft", "Vokal", "Volk"]
    worte = [*map(_wort, beratung), _wort("Kurs finden", "rat-jung"), _wort("Kursbuch", feld)]
    da = [s.wort for g in _register(*worte) for s in g.stichwoerter]
    assert [w for w in da if w.startswith(("Kurs", "Tag", "Vo"))] == [
        "Kurs",
        "Kursbuch",
        "Tag",
        "Tagung",
        "Vokabelheft",
        "Volk",
    ]


def test_namen_bleiben_auch_hinter_ihrem_anfang() -> None:
    """A page keeps its title, whatever word begins it."""
    titel = {g.titel for g in Verzeichnis(konzept(MINI)).handlungsfelder.values()}
    feld = next(iter(Verzeichnis(konzept(MINI)).handlungsfelder))
    anfaenge = [_wort(t[:5], feld) for t in titel if len(t) > 5]
    assert titel <= {s.wort for g in _register(*anfaenge) for s in g.stichwoerter}


def test_fremde_woerter_stehen_nicht_unter_den_eigenen() -> None:
    arabisch, deutsch = _wort("عمل", sprache="ar"), _wort("Arbeit")
    verzeichnis = Verzeichnis(replace(konzept(MINI), suchbegriffe=(deutsch, arabisch)))
    (gruppe,) = fremde(verzeichnis, {"beratung": "Beratung"})
    assert (gruppe.name, [s.wort for s in gruppe.stichwoerter]) == ("ar", ["عمل"])
    eigene = [s.wort for g in _register(deutsch, arabisch) for s in g.stichwoerter]
    assert "Arbeit" in eigene and "عمل" not in eigene


def test_register_kennt_jeden_eintrag() -> None:
    verzeichnis = Verzeichnis(konzept(MINI))
    gruppen = a_bis_z(verzeichnis, seitentitel(W), "de")
    adressen = {z.adresse for g in gruppen for s in g.stichwoerter for z in s.ziele}
    for beispiel in verzeichnis.praxisbeispiele:
        assert f"praxisbeispiele/{beispiel}/" in adressen
    for feld in verzeichnis.handlungsfelder:
        assert f"handlungsfelder/{feld}/" in adressen
    for begriff in verzeichnis.glossar:
        assert f"glossar/#{begriff}" in adressen
    assert all(g.name for g in gruppen)
    woerter = [s.wort for g in gruppen for s in g.stichwoerter]
    assert len(woerter) == len(set(woerter))
    assert "BBG" in woerter
