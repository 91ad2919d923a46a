"""What a phone must fetch to read a page, Brotli-compressed as a server would send it."""

from __future__ import annotations

from collections.abc import Mapping

import brotli  # type: ignore[import-untyped]  # it ships no stubs
import pytest

from tests.website import DATEN, Gebaut, Seite

HTML_HOECHSTENS = 12_000
ERSTER_BLICK_HOECHSTENS = 40_000
GELADEN = "//link[@rel='stylesheet' or @rel='icon']/@href | //@src"


def _gepackt(inhalt: bytes) -> int:
    return len(brotli.compress(inhalt, quality=11))


def test_html_ist_klein(seite: Seite) -> None:
    assert _gepackt(seite.quelltext.encode()) <= HTML_HOECHSTENS


@pytest.mark.parametrize("name", DATEN)
def test_erster_blick_ist_klein(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    beilagen = {
        adresse: _gepackt((gebaut[name].ordner / adresse).read_bytes())
        for link in gebaut[name].seite("").alle(GELADEN)
        if (ziel := gebaut[name].ziel(link, "")) and (adresse := ziel[0])
    }
    assert len(beilagen) >= 3
    seiten = {
        str(datei): sum(beilagen.values()) + _gepackt(datei.read_bytes())
        for datei in gebaut[name].ordner.rglob("*.html")
    }
    assert not {d: groesse for d, groesse in seiten.items() if groesse > ERSTER_BLICK_HOECHSTENS}
