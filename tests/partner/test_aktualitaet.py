"""When what a page tells was last changed: in the sitemap, on the page, by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from lxml import etree

from macros.darstellung.aktualitaet import nach_tagen
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN
from tests.gebaut import Gebaut
from tests.orte import DATEN, MINI, W, konzept, website
from tests.partner.beispiele import datenblock


def test_sitemap_nennt_den_tag_der_letzten_aenderung(mini: Gebaut) -> None:
    baum = etree.parse(str(mini.ordner / "sitemap.xml"))
    tage = {e.findtext("{*}loc"): e.findtext("{*}lastmod") for e in baum.iter("{*}url")}
    basis = konzept(MINI).betrieb.adresse or ""
    assert tage[f"{basis}impressum/"] is None
    for beispiel in konzept(MINI).praxisbeispiele:
        tag = tage[f"{basis}praxisbeispiele/{beispiel.id}/"]
        assert tag and date.fromisoformat(tag) >= beispiel.geprueft_am
        artikel = datenblock(mini.seite(f"praxisbeispiele/{beispiel.id}/"))["@graph"][1]
        assert artikel["dateModified"] == tag


MAI, JUNI = date(2026, 5, 1), date(2026, 6, 1)


@pytest.mark.parametrize(
    ("seite", "tage", "erwartet"),
    [
        ("praxisbeispiele/einzelprojekt/", {"einzelprojekt": MAI}, MAI),
        ("praxisbeispiele/einzelprojekt/", {"beispielprojekt": MAI}, date(2026, 1, 2)),
        ("praxisbeispiele/", {"einzelprojekt": MAI, "beispielprojekt": JUNI}, JUNI),
        ("praxisbeispiele/", {"einzelprojekt": JUNI, "beispielprojekt": MAI}, JUNI),
        ("praxisbeispiele/", {"teilhabe": JUNI, "einzelprojekt": MAI}, MAI),
        ("leitlinien/", {"teilhabe-1": JUNI, "einzelprojekt": MAI}, JUNI),
        ("handlungsfelder/teilhabe/", {"teilhabe": JUNI}, JUNI),
        ("handlungsfelder/teilhabe/", {}, None),
        ("stichwoerter/ar/", {"ar": MAI}, None),
        ("", {}, None),
    ],
)
def test_letzte_aenderung(seite: str, tage: dict[str, date], erwartet: date | None) -> None:
    ganze = Website(konzept(MINI), W, VORLAGEN, tage)
    assert ganze.geaendert(ganze.seiten[seite]) == erwartet


def test_mitmachen_zeigt_zuletzt_geaendertes(gebaut: Mapping[str, Gebaut]) -> None:
    for name in DATEN:
        seite = gebaut[name].seite("mitmachen/")
        tage = [str(tag) for tag in seite.alle("//time/@datetime")]
        assert tage == sorted(set(tage), reverse=True)
        assert date.fromisoformat(tage[0]) >= konzept(name).praxisbeispiele[0].geprueft_am
        links = seite.alle("//dd[../dt/time]//a/@href")
        assert {f"../praxisbeispiele/{b.id}/" for b in konzept(name).praxisbeispiele} <= set(links)
        assert "../daten/v1/feed.atom" in seite.alle("//main//a/@href")
        ohne = konzept(name).betrieb.adresse is None
        assert (W("teilen.ohne_adresse") in seite.text("//main")) == ohne


def test_aenderungen_stehen_nach_tagen() -> None:
    eine, andere, *viele = website(MINI).seiten.values()
    tage = nach_tagen([(MAI, eine), (JUNI, andere), (None, viele[0]), (MAI, viele[1])])
    assert tage == ((JUNI, (andere,)), (MAI, (eine, viele[1])))
    assert sum(len(seiten) for _, seiten in nach_tagen([(MAI, eine)] * 60)) == 50
