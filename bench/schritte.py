"""One instrumented build: the time of each step, and the Markdown that MkDocs gets to see.

A program of its own: `python bench/schritte.py DATEN SITE MARKDOWN ZEITEN`. It writes each
page after its macros into the folder MARKDOWN and the seconds by step into the file ZEITEN.
"""

from __future__ import annotations

import functools
import importlib
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path[0] = str(Path(__file__).parent.parent)

from bench.schlicht import schreibe_seite  # noqa: E402 - the root has to be on the path first
from macros.bauen import baue  # noqa: E402
from macros.lauf import LAUF  # noqa: E402

GESAMT = "Übriges"
# Step, module, function: what a step calls from another step's list does not count as its own.
SCHRITTE = (
    ("YAML lesen", "macros.pruefung.pruefen", "lies_ordner"),
    ("prüfen", "macros.lauf", "pruefe"),
    ("Modell zu Seiten", "macros.darstellung.website", "Website.__init__"),
    ("Bausteine", "macros.darstellung.website", "Website.html"),
    ("Bausteine", "macros.darstellung.website", "Website.baustein"),
    ("Makros je Seite", "mkdocs_macros.plugin", "MacrosPlugin.on_page_markdown"),
    ("Markdown", "mkdocs.structure.pages", "Page.render"),
    ("Schablonen", "mkdocs.commands.build", "_build_page"),
    ("Schablonen", "mkdocs.commands.build", "_build_theme_template"),
    ("schreiben", "mkdocs.utils", "write_file"),
    ("Dateien kopieren", "mkdocs.structure.files", "Files.copy_static_files"),
)


class Stoppuhr:
    """Counts the time of each step, without that of the steps it calls."""

    def __init__(self) -> None:
        self.sekunden: dict[str, float] = defaultdict(float)
        self._offen: list[str] = []
        self._zuletzt = time.perf_counter()

    def beginne(self, schritt: str) -> None:
        """Starts a step within the current one."""
        self._buche()
        self._offen.append(schritt)

    def beende(self) -> None:
        """Ends the current step and goes on with the one around it."""
        self._buche()
        self._offen.pop()

    def _buche(self) -> None:
        jetzt = time.perf_counter()
        if self._offen:
            self.sekunden[self._offen[-1]] += jetzt - self._zuletzt
        self._zuletzt = jetzt

    def miss(self, schritt: str, modul: str, name: str) -> None:
        """Replaces a function or method by one that is timed."""
        *weg, letzter = name.split(".")
        traeger: Any = functools.reduce(getattr, weg, importlib.import_module(modul))
        funktion = getattr(traeger, letzter)

        @functools.wraps(funktion)
        def gemessen(*werte: Any, **angaben: Any) -> Any:
            self.beginne(schritt)
            try:
                return funktion(*werte, **angaben)
            finally:
                self.beende()

        setattr(traeger, letzter, gemessen)


def _behalte_markdown(ziel: Path, uhr: Stoppuhr) -> None:
    """Writes every page's Markdown as it is after the macros, just before it is rendered."""
    from mkdocs.structure.pages import Page

    rendern = Page.render

    def mitschreiben(page: Page, *werte: Any) -> None:
        uhr.beginne("")
        seite = LAUF.ganze_website().seiten.get(page.url)
        titel = seite.titel if seite else str(page.meta["title"])
        schreibe_seite(ziel / page.file.src_uri, titel, page.markdown or "")
        uhr.beende()
        rendern(page, *werte)

    setattr(Page, "render", mitschreiben)  # noqa: B010 - mypy refuses a plain assignment


def main() -> None:
    """Builds once with the stop watch running."""
    daten, site, markdown, zeiten = sys.argv[1:]
    uhr = Stoppuhr()
    for schritt, modul, name in SCHRITTE:
        uhr.miss(schritt, modul, name)
    _behalte_markdown(Path(markdown), uhr)
    uhr.beginne(GESAMT)
    baue(Path(site), daten, suche=False)
    uhr.beende()
    uhr.sekunden.pop("", None)
    Path(zeiten).write_text(json.dumps(uhr.sekunden), encoding="utf-8")


if __name__ == "__main__":
    main()
