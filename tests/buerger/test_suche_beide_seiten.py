"""What the build and the browser know of words is the same, whichever of them asks."""

from __future__ import annotations

import json

from playwright.sync_api import Page

from macros.auslieferung.beilagen import benannt
from macros.suche import teile
from macros.suche.nachbarn import echte, platz
from macros.suche.suchdateien import suchdateien
from macros.suche.verzeichnis import Suchverzeichnis
from macros.suche.worte import gefaltet, stamm, woerter
from tests.buerger.suchseite import suche
from tests.server import Server

STAEMME = "t => suchWorte.woerter(t).map(w => [w, suchWorte.stamm(suchWorte.gefaltet(w))])"


# Of these words, those the browser takes for mistakes; and how many files it loaded to tell.
UNECHTE = """async ([worte, verzeichnis, daneben]) => {
  const geladen = [];
  const wissen = new SuchWissen(verzeichnis, async (name) => (geladen.push(name), daneben[name]));
  const echt = await Promise.all(worte.map((wort) => wissen.istEcht(wort)));
  return [worte.filter((_, i) => !echt[i]), geladen.length];
}"""


def test_jedes_echte_wort_liegt_in_seinem_fach(
    suchseite: Page, server: Server, suchverzeichnis: Suchverzeichnis
) -> None:
    v = suchverzeichnis
    dateien = suchdateien(v, lambda name, inhalt: benannt(name, inhalt).rpartition("/")[2])
    erste, *_ = dateien.values()
    # Terms that the browser, which gets words, would not shorten once more.
    alle = echte(v.gefaltete, v.nennende, v.grundform)
    worte = [w for w in alle[::5] if v.grundform(w) == w]
    suche(suchseite, server, "Arbeit")
    fehlen, geladen = suchseite.evaluate(UNECHTE, [worte, json.loads(erste), dateien])
    assert fehlen == [] and geladen == len(dateien) - 1 == len({ord(w[0]) % geladen for w in worte})
    verdreht = sorted({w[::-1] for w in worte} - set(alle))
    andere, _ = suchseite.evaluate(UNECHTE, [verdreht, json.loads(erste), dateien])
    assert len(andere) > 0.99 * len(verdreht)


def test_beide_seiten_falten_gleich(
    suchseite: Page, server: Server, suchverzeichnis: Suchverzeichnis
) -> None:
    fremde = {w for d in suchverzeichnis.dokumente for weg in d.worte for w in woerter(weg.wort)}
    proben = sorted(
        {
            *suchverzeichnis.eigene,
            *fremde,
            "Lots*innen",
            "Lots_innen",
            "Lots/-innen",
            "İstanbul",
            "مَدرسة",
            "здоров’я",
        }
    )
    suche(suchseite, server, "Arbeit")
    ergebnis = suchseite.evaluate(f"p => p.map({STAEMME})", proben)
    for probe, browser in zip(proben, ergebnis, strict=True):
        assert [[w, stamm(gefaltet(w))] for w in woerter(probe)] == browser, probe


def test_beide_seiten_kennen_dieselben_plaetze(
    suchseite: Page, server: Server, suchverzeichnis: Suchverzeichnis
) -> None:
    """A real word is looked up by its place alone."""
    proben = sorted({stamm(gefaltet(wort)) for wort in suchverzeichnis.eigene if wort.isascii()})
    suche(suchseite, server, "Arbeit")
    assert suchseite.evaluate("p => p.map(suchWorte.platz)", proben) == [platz(p) for p in proben]


def test_beide_seiten_teilen_mit_denselben_fugen(suchseite: Page, server: Server) -> None:
    suche(suchseite, server, "Arbeit")
    gleich = "[SuchFrage.FUGEN, SuchFrage.MINDESTENS]"
    assert suchseite.evaluate(gleich) == [list(teile.FUGEN), teile.MINDESTENS]
