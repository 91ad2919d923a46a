"""What chats and networks read of every page."""

from __future__ import annotations

import re

from macros.ausgaben.bilder import bildtext, bildtexte
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from tests.gebaut import Gebaut, Seite
from tests.orte import ECHT, FEHLT, MINI, W, konzept, orte, website


def _meta(seite: Seite, name: str) -> list[str]:
    return [str(w) for w in seite.alle("/html/head/meta[@property=$name]/@content", name=name)]


def test_open_graph(seite: Seite) -> None:
    basis = konzept(seite.ort.name).betrieb.adresse
    if seite.ort.adresse == FEHLT:
        assert not seite.alle("/html/head/meta[@property]")
        return
    name = website(seite.ort.name).name
    assert _meta(seite, "og:title") == [seite.text("/html/head/title").removesuffix(f" – {name}")]
    assert _meta(seite, "og:description") == seite.alle("//meta[@name='description']/@content")
    assert _meta(seite, "og:site_name") == [name]
    assert _meta(seite, "og:locale") == ["de_DE"]
    assert _meta(seite, "og:type") in (["website"], ["article"])
    assert _meta(seite, "og:url") == ([basis + seite.ort.adresse] if basis else [])
    assert len(_meta(seite, "og:image")) == (1 if basis else 0)


def test_bild_im_kopf_gibt_es(mini: Gebaut) -> None:
    basis = konzept(MINI).betrieb.adresse or ""
    eigene = 0
    for ort in orte(MINI):
        for bild in _meta(mini.seite(ort.adresse), "og:image"):
            adresse = bild.removeprefix(basis)
            assert mini.datei(adresse), bild
            eigene += adresse == f"{ort.adresse}bild.png"
    assert eigene == 1 + 7 + len(konzept(MINI).praxisbeispiele)


def test_worte_zum_bild_sagen_was_darauf_steht(mini: Gebaut) -> None:
    """Most pages share the home page's picture, and so its words."""
    basis = konzept(MINI).betrieb.adresse or ""
    texte = dict(bildtexte(website(MINI)))
    for ort in orte(MINI):
        if ort.adresse != FEHLT:
            seite = mini.seite(ort.adresse)
            (bild,) = _meta(seite, "og:image")
            text = texte[bild.removeprefix(basis)]
            assert _meta(seite, "og:image:alt") == [W("kopf.bild", worte=text.worte)]
            assert text.titel in text.worte and text.dach in text.worte


def test_worte_zum_bild_nennen_keinen_titel_den_die_schrift_nicht_zeigt() -> None:
    daten = konzept(MINI)
    titel = {"titel": "مشروع الترجمة", "kurztitel": "مشروع"}
    beispiel = daten.praxisbeispiele[0].model_copy(update=titel)
    anders = Website(type(daten)(**(vars(daten) | {"praxisbeispiele": (beispiel,)})), W, VORLAGEN)
    seite = anders.seiten[f"praxisbeispiele/{beispiel.id}/"]
    text = bildtext(anders, seite)
    assert text and "مشروع" not in text.worte
    assert beispiel.id in text.worte


def test_ohne_adresse_hat_kein_bild_worte() -> None:
    ohne = website(ECHT)
    assert ohne.konzept.betrieb.adresse is None
    assert all(bildtext(ohne, seite) is None for seite in ohne.seiten.values())


EIN_SATZ = re.compile(r"(praxisbeispiele|handlungsfelder|konzept)/[^/]+/|")


def test_beschreibung_eines_eintrags_ist_ein_satz(seite: Seite) -> None:
    """Also that of the home page: it stands below the title wherever a link is shared."""
    if EIN_SATZ.fullmatch(seite.ort.adresse):
        (beschreibung,) = seite.alle("//meta[@name='description']/@content")
        assert not re.search(r"[.!?] ", beschreibung.replace(" …", "")), beschreibung
