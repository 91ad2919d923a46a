"""The form judges like the check: what one refuses, the other does, and no more."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page
from pydantic import TypeAdapter, ValidationError

from macros.modell import Praxisbeispiel
from macros.modell.grundtypen import LINK_MUSTER, WEBADRESSE_MUSTER, Link, Webadresse
from macros.modell.zeitpunkt import Zeitpunkt
from macros.seitenplan.adressen import anker
from macros.seitenplan.umbenennungen import fruehere
from tests.orte import MINI, W, konzept
from tests.redaktion.formular.angaben import ALLES, PFLICHT
from tests.redaktion.formular.bogen import FEHLER, Oeffne, fuelle, geschrieben


def test_ende_vor_dem_beginn_wie_in_der_pruefung(bogen: Page) -> None:
    """As far as both are known: the form refuses what the model calls earlier, and no more."""
    zeiten = {"2017": (2017,), "5.2017": (2017, 5), "6.2017": (2017, 6), "3.5.2017": (2017, 5, 3)}
    for (seit, beginn), (bis, ende) in product(zeiten.items(), repeat=2):
        fuelle(bogen, {"seit": seit, "bis": bis})
        verkehrt = W(FEHLER + "verkehrt") in bogen.locator("[data-offen]").inner_text()
        assert verkehrt == Zeitpunkt(*ende).endet_vor(Zeitpunkt(*beginn)), (seit, bis)
    fuelle(bogen, {feld: ALLES[feld] for feld in ("seit", "bis")})


def test_eine_fruehere_kennung_bleibt_vergeben(oeffne: Oeffne) -> None:
    """Links still lead from it to the entry that had it."""
    (alte, *_) = fruehere(konzept(MINI))
    seite = oeffne(MINI)
    fuelle(seite, {"id": alte})
    assert W(FEHLER + "vergeben") in seite.locator("[data-offen]").inner_text()


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
    assert im_browser == [adresse for adresse in ADRESSEN if _nimmt_an(typ, adresse)]
    assert {"https://www.bürgerhaus.de/", "https://пример.рф/"} <= set(im_browser)
    assert not {"https://a!b.de/", "https://essen.de“"} & set(im_browser)


def _nimmt_an(typ: Any, adresse: str) -> bool:
    try:
        TypeAdapter(typ).validate_python(adresse)
    except ValidationError:
        return False
    return True


def test_was_laeuft_hat_begonnen_und_nicht_geendet(oeffne: Oeffne) -> None:
    """The form refuses what the model refuses of a running project, and no more."""
    seite = oeffne()
    fuelle(seite, PFLICHT | {"stand": "laufend", "geprueft_am": "2018-05-15"})
    jahre, monate = ("2017", "2018", "2019"), ("4.2018", "5.2018", "6.2018")
    zeiten = (*jahre, *monate, "14.5.2018", "15.5.2018", "16.5.2018")
    for feld, wort in (("seit", "laufend_vor_beginn"), ("bis", "laufend_beendet")):
        for zeit in zeiten:
            fuelle(seite, {feld: zeit})
            offen = W(FEHLER + wort) in seite.locator("[data-offen]").inner_text()
            assert offen == (wort in _arten_der_fehler(geschrieben(seite))), (feld, zeit)
        fuelle(seite, {feld: ""})


def _arten_der_fehler(text: str) -> set[str]:
    try:
        Praxisbeispiel.model_validate(yaml.safe_load(text), strict=False)
    except ValidationError as fehler:
        return {f["type"] for f in fehler.errors()}
    return set()


WERTE = [
    "Ärger-Straße",
    "ẞ",
    "ﬁn İ ſ",
    "½ Ö e\u0301",
    "𝒜",
    "😀",
    "--a--",
    "№ 5, Süd",
    "> .",
    "Δ",
    "x" * 121,
]


def test_adressen_von_werten_bildet_der_browser_wie_der_bau(bogen: Page) -> None:
    im_browser = bogen.evaluate("alle => alle.map(t => formularWerte.anker(t))", WERTE)
    assert im_browser == [anker(wert) for wert in WERTE]


@pytest.mark.parametrize("feld", ["stadtteile", "zielgruppen"])
def test_werte_brauchen_eine_eigene_adresse(feld: str, oeffne: Oeffne) -> None:
    """As in the check of the data: a page by value can be neither without a name nor for two."""
    seite = oeffne(MINI)
    for werte, wort in {
        "😀": "ohne_adresse",
        "x" * 121: "adresse_zu_lang",
        "Neu da\nneu-da": "gleiche_adresse",
        f"Neu da\n{'x' * 120}": None,
    }.items():
        fuelle(seite, {feld: werte})
        offen = seite.locator("[data-offen]").inner_text()
        arten = ("ohne_adresse", "adresse_zu_lang", "gleiche_adresse")
        assert [art for art in arten if W(FEHLER + art) in offen] == ([wort] if wort else []), werte


def test_ein_wert_der_schon_eine_seite_hat_wird_genau_so_geschrieben(oeffne: Oeffne) -> None:
    (schon, *_) = (w for b in konzept(MINI).praxisbeispiele for w in b.stadtteile or ())
    seite = oeffne(MINI)
    for wert, falsch in ((schon.upper(), True), (schon, False)):
        fuelle(seite, {"stadtteile": wert})
        offen = seite.locator("[data-offen]").inner_text()
        assert (W(FEHLER + "gleiche_adresse") in offen) == falsch
