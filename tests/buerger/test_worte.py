"""How values become words: numbers, dates, short versions, charts, glossary links."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from lxml import html
from markupsafe import escape

from macros.darstellung import diagramm, format
from macros.darstellung.begriffe import Begriffe
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from macros.modell import Begriff, Beleg, Kennzahl, Messwert, Suchbegriff, Zeitpunkt
from macros.seitenplan.seite import kurzfassung
from macros.seitenplan.seiten import seitentitel
from macros.seitenplan.stichwoerter import Gruppe, a_bis_z, fremde
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.suche.texte import saetze
from tests.website import MINI, W, konzept, website

# A busy machine is no mistake.
OHNE_FRIST = settings(deadline=None)
ZAHLEN = [
    (0, "0"),
    (7, "7"),
    (-5, "-5"),
    (999, "999"),
    (1000, "1.000"),
    (32378, "32.378"),
    (1234567, "1.234.567"),
    (0.5, "0,5"),
    (4.9, "4,9"),
    (5.0, "5"),
    (5.55, "5,55"),
    (12345.5, "12.345,5"),
    (1000000.0, "1.000.000"),
    (0.00001, "0,00001"),
]


@pytest.mark.parametrize(("wert", "text"), ZAHLEN)
def test_zahl(wert: float, text: str) -> None:
    assert format.zahl(wert, W) == text


@OHNE_FRIST
@given(st.integers(-(10**12), 10**12))
def test_ganze_zahl_verliert_nichts(wert: int) -> None:
    text = format.zahl(wert, W)
    assert int(text.replace(".", "")) == wert
    assert re.fullmatch(r"-?\d{1,3}(\.\d{3})*", text)


@OHNE_FRIST
@given(st.decimals(-(10**6), 10**6, places=2))
def test_kommazahl_verliert_nichts(wert: object) -> None:
    text = format.zahl(float(str(wert)), W)
    assert float(text.replace(".", "").replace(",", ".")) == float(str(wert))


@pytest.mark.parametrize(
    ("genauigkeit", "text"), [("genau", "250"), ("rund", "rund 250"), ("mehr-als", "mehr als 250")]
)
def test_menge(genauigkeit: str, text: str) -> None:
    assert format.menge(250, genauigkeit, W) == text


@pytest.mark.parametrize(
    ("wert", "text"),
    [
        (Zeitpunkt(2017), "2017"),
        (Zeitpunkt(2017, 11), "November 2017"),
        (Zeitpunkt(2017, 3, 1), "1. März 2017"),
        (Zeitpunkt(2020, 12, 31), "31. Dezember 2020"),
    ],
)
def test_zeitpunkt(wert: Zeitpunkt, text: str) -> None:
    assert format.zeitpunkt(wert, W) == text


@pytest.mark.parametrize("monat", range(1, 13))
def test_jeder_monat_hat_seinen_namen(monat: int) -> None:
    text = format.tag(date(2020, monat, 9), W)
    namen = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    assert text == f"9. {namen.split()[monat - 1]} 2020"


def test_spanne() -> None:
    von, bis = Zeitpunkt(2017, 11), Zeitpunkt(2019)
    assert format.spanne(von, None, W) == "November 2017"
    assert format.spanne(von, bis, W) == "November 2017 bis 2019"


@pytest.mark.parametrize(
    ("von", "bis", "text"),
    [
        (None, None, "Menschen in jedem Alter"),
        (0, None, "Menschen in jedem Alter"),
        (27, None, "Ab 27 Jahren"),
        (None, 26, "Unter 27 Jahre alt"),
        (0, 11, "Unter 12 Jahre alt"),
        (12, 27, "12 bis 27 Jahre alt"),
        (27, 27, "27 Jahre alt"),
    ],
)
def test_alter(von: int | None, bis: int | None, text: str) -> None:
    assert format.alter(von, bis, W) == text


@OHNE_FRIST
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_kurzfassung_ist_kurz_und_beginnt_gleich(roh: str) -> None:
    text = " ".join(roh.split())
    kurz = kurzfassung(text)
    assert len(kurz) <= 155
    if len(text) <= 155:
        assert kurz == text
    else:
        assert kurz.endswith(" …")
        assert text.startswith(kurz.removesuffix(" …"))


def test_kurzfassung_trennt_kein_wort() -> None:
    text = "Wort, " * 40
    assert re.fullmatch(r"(Wort, )*Wort …", kurzfassung(text.strip()))


def test_kurzfassung_bei_genau_der_grenze() -> None:
    assert kurzfassung("x" * 155) == "x" * 155
    assert kurzfassung("x" * 156) == "x" * 153 + " …"


def _kennzahl(*werte: float) -> Kennzahl:
    beleg = Beleg(quelle="meldung")
    return Kennzahl(
        id="k",
        titel="t",
        text="t",
        einheit="e",
        darstellung="balken",
        werte=tuple(
            Messwert(bezeichnung=f"{n}.", wert=w, stand=Zeitpunkt(2020), belege=(beleg,))
            for n, w in enumerate(werte)
        ),
    )


@pytest.mark.parametrize(
    ("werte", "anteile"),
    [
        ((1, 2, 4), [25, 50, 100]),
        ((4, 2), [100, 50]),
        ((3,), [100]),
        ((0, 5), [0, 100]),
        ((0, 0), [0, 0]),
    ],
)
def test_balken(werte: tuple[float, ...], anteile: list[float]) -> None:
    balken = diagramm.zeichne(_kennzahl(*werte))
    assert [b.anteil for b in balken] == anteile
    assert [b.messwert.wert for b in balken] == list(werte)


def _begriff(kennung: str, wort: str, *auch: str) -> Begriff:
    return Begriff(id=kennung, begriff=wort, auch=auch or None, kurz="kurz")


GLOSSAR = (
    _begriff("rat", "Rat"),
    _begriff("stadtrat", "Rat der Stadt"),
    _begriff("mbe", "Migrationsberatung", "MBE"),
    _begriff("lots", "Lots*innen"),
    _begriff("und", "A&B"),
)


def _markiert(*texte: str) -> list[str]:
    marke = Begriffe(GLOSSAR).markierer(lambda kennung: f"#{kennung}")
    return [
        re.sub(r'<a class="begriff" href="#([\w-]+)">(.*?)</a>', r"[\1:\2]", str(marke(t)))
        for t in texte
    ]


@pytest.mark.parametrize(
    ("texte", "markiert"),
    [
        (["Der Rat tagt."], ["Der [rat:Rat] tagt."]),
        (["Der Rat der Stadt tagt."], ["Der [stadtrat:Rat der Stadt] tagt."]),
        (["Rat, Rat und Rat"], ["[rat:Rat], Rat und Rat"]),
        (["Ein Rat", "kein Rat"], ["Ein [rat:Rat]", "kein Rat"]),
        (["MBE und Migrationsberatung"], ["[mbe:MBE] und Migrationsberatung"]),
        (["Rathaus Stadtrat Rat-Haus Vor-Rat"], ["Rathaus Stadtrat Rat-Haus Vor-Rat"]),
        (["Räte Ratß _Rat"], ["Räte Ratß _Rat"]),
        (["(Rat)"], ["([rat:Rat])"]),
        (["Lots*innen"], ["[lots:Lots*innen]"]),
        (["Lotsinnen"], ["Lotsinnen"]),
        (["A&B <5"], ["[und:A&amp;B] &lt;5"]),
        (['"Rat" & Tat'], ["&#34;[rat:Rat]&#34; &amp; Tat"]),
        ([""], [""]),
    ],
)
def test_begriffe_werden_markiert(texte: list[str], markiert: list[str]) -> None:
    assert _markiert(*texte) == markiert


def test_begriffe_auf_einer_anderen_seite_von_vorn() -> None:
    assert _markiert("Rat") == _markiert("Rat") == ["[rat:Rat]"]


def test_ziel_des_begriffs_ist_ausgezeichnet_wie_jedes_attribut() -> None:
    marke = Begriffe(GLOSSAR).markierer(lambda kennung: 'x"><script>')
    assert "<script>" not in marke("Rat")


@OHNE_FRIST
@given(st.text())
def test_ohne_begriffe_wird_nur_ausgezeichnet(text: str) -> None:
    marke = Begriffe([_begriff("lang", "Donaudampfschifffahrt")]).markierer(str)
    assert marke(text) == escape(text)


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
    beratung = ["Kurs", "Kursleitung", "Tag", "Tagung", "Vokabelheft", "Vokabeln", "Vokal"]
    worte = [*map(_wort, beratung), _wort("Kurs finden", "rat-jung"), _wort("Kursbuch", feld)]
    da = [s.wort for g in _register(*worte) for s in g.stichwoerter]
    assert [w for w in da if w.startswith(("Kurs", "Tag", "Vok"))] == [
        "Kurs",
        "Kursbuch",
        "Tag",
        "Tagung",
        "Vokabelheft",
        "Vokal",
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


def test_neue_art_von_versehen_braucht_worte(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind that the model gets stands on the page, or the build breaks: it is not left out."""
    monkeypatch.setattr("macros.seitenplan.verzeichnis._ARTEN", ("schreibweise", "neu"))
    with pytest.raises(KeyError, match="neu"):
        website(MINI).baustein("auffaelligkeiten", "umgang-mit-der-quelle/")


def test_feld_ohne_zeichen_bricht_den_bau() -> None:
    """Another city's field gets its own sign, and no empty one."""
    daten = konzept(MINI)
    erstes, *andere = daten.leitlinien.handlungsfelder
    felder = (erstes.model_copy(update={"id": "hafen"}), *andere)
    leitlinien = daten.leitlinien.model_copy(update={"handlungsfelder": felder})
    ganze = Website(replace(daten, leitlinien=leitlinien), W, VORLAGEN)
    with pytest.raises(UndefinedError, match="hafen"):
        ganze.html("handlungsfelder/")


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
