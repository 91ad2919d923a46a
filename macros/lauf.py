"""What a running build knows, shared by the two adapters and kept between preview rebuilds."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from .darstellung.website import Website
from .lesen.befund import Befund
from .pruefung.pruefen import pruefe
from .sprache import Sprache, lade
from .verlauf import aenderungen

WURZEL = Path(__file__).parent.parent
VORLAGEN = WURZEL / "theme" / "bausteine"


class Fortschritt:
    """A line on a terminal that counts up; silent where the output is no terminal."""

    def __init__(self, insgesamt: int, muster: str) -> None:
        self._insgesamt, self._muster, self._stand = insgesamt, muster, 0

    def weiter(self) -> None:
        """Counts one more."""
        self._stand += 1
        if sys.stderr.isatty():
            zeile = self._muster.format(stand=self._stand, insgesamt=self._insgesamt)
            ende = "\n" if self._stand == self._insgesamt else ""
            print(f"\r{zeile}", end=ende, file=sys.stderr, flush=True)


@dataclass
class Lauf:
    """The one state of this process: the last whole site, and what is wrong with the data now.

    MkDocs and mkdocs-macros call functions of modules, each by itself: this is what they share.
    """

    sprache: Sprache = field(default_factory=lade)
    vorschau: bool = False
    website: Website | None = None
    befunde: tuple[Befund, ...] = ()
    fortschritt: Fortschritt | None = None

    def lade(self, ordner: Path, stand: date) -> bool:
        """Checks a data folder; a sound one becomes the new site, else `befunde` tell why.

        `stand` is the day of this version of the site.
        """
        ergebnis = pruefe(ordner, self.sprache)
        self.befunde = ergebnis.befunde
        if ergebnis.konzept is not None:
            geaendert = aenderungen(ordner, ergebnis.konzept.fundstellen)
            self.website = Website(ergebnis.konzept, self.sprache, VORLAGEN, geaendert, stand)
        return not self.befunde

    def ganze_website(self) -> Website:
        """Gives the site; RuntimeError if no sound data were loaded."""
        if self.website is None:
            raise RuntimeError("no data loaded")
        return self.website


LAUF = Lauf()
