"""Copies of the site's pages for Pagefind, with the words of our own index put into them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from macros.suche import woerterbuch
from macros.suche.worte import gefaltet, stamm, woerter

ORDNER = "pagefind"
# Pagefind's weights end at 10, and a heading of the first order has 7. Ours: `SuchIndex.FELDER`.
_RANG = {1: 10.0, 2: 8.0, 3: 3.0}
_TEIL = 0.5


def lege_an(site: Path, kopie: Path) -> None:
    """Writes a copy of every page that our index has, so that Pagefind finds by the same words.

    The words stand in elements of their own, each rank with its weight. A real page could not
    do so: they would show in excerpts. Here only the hits count.
    """
    index = json.loads(next((site / "eigen").glob("verzeichnis.*.json")).read_text("utf-8"))
    wissen = _Wissen(index)
    for adresse, titel, _, feld, gewicht, passagen, wege, _ in index["dokumente"]:
        text = " ".join([titel, feld, *(f"{p[1]} {p[2]}" for p in passagen)])
        worte = [(_RANG[rang], str(liste).replace("|", " ")) for rang, _, _, liste in wege]
        ganze = f"{text} {' '.join(w for _, w in worte)}"
        worte.append((_TEIL, " ".join(wissen.verwandte(woerter(ganze)))))
        zusatz = "".join(f'<p data-pagefind-weight="{g}">{escape(w)}</p>' for g, w in worte)
        html = (site / adresse / "index.html").read_text("utf-8")
        html = html.replace("<main ", f'<main data-pagefind-body data-pagefind-weight="{gewicht}" ')
        ziel = kopie / adresse / "index.html"
        ziel.parent.mkdir(parents=True, exist_ok=True)
        ziel.write_text(html.replace("</main>", f"{zusatz}</main>"), "utf-8")


class _Wissen:
    """What our index knows of words beside the text: base forms and parts."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self._formen: dict[str, str] = {
            v: nach for nach, von in index["formen"].items() for v in von.split()
        }
        self._teile: dict[str, str] = index["teile"]
        eigene = " ".join(f"{d[1]} {' '.join(p[2] for p in d[5])}" for d in index["dokumente"])
        self._familie = self._familien(set(map(gefaltet, woerter(eigene))))
        self._fremde = self._familien(woerterbuch.lade().nomen)

    def verwandte(self, worte: Iterable[str]) -> list[str]:
        """Gives what else leads to words: written with ae, oe, ue, other forms, and parts."""
        gefunden: set[str] = set()
        for wort in map(gefaltet, worte):
            grundform = self._grundform(wort)
            gefunden.add(wort)
            if stamm(wort) in self._formen or grundform in self._formen.values():
                gefunden |= self._familie[grundform]
            for teil in self._teile.get(grundform, "").split():
                gefunden |= self._familie.get(teil) or self._fremde.get(teil) or {teil}
        return sorted(gefunden)

    def _grundform(self, wort: str) -> str:
        return self._formen.get(stamm(wort), stamm(wort))

    def _familien(self, worte: Iterable[str]) -> defaultdict[str, set[str]]:
        je: defaultdict[str, set[str]] = defaultdict(set)
        for wort in worte:
            je[self._grundform(wort)].add(wort)
        return je
