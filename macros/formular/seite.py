"""The page `/redaktion/neu/`: what its template needs beside the fields.

It belongs to no menu, index or sitemap, so it is none of `seiten`.
"""

from __future__ import annotations

from typing import Any

from macros.modell import EINZELN
from macros.modell.schema import EINZELNE_DATEI
from macros.seitenplan import adressen, forge
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

from .felder import felder
from .vorlage import vorlage

ADRESSE = adressen.FORMULAR
SEITENVORLAGE = f"{ADRESSE}index.html"
SCHEMADATEI = f"redaktion/{EINZELNE_DATEI}.json"
ADRESSE_HOECHSTENS = 7000
_KENNUNG, _INHALT = "__kennung__", "__inhalt__"
# Optional, but next to the required field that may need it.
_DABEI = ("quellen",)


def werte(verzeichnis: Verzeichnis, sprache: Sprache) -> dict[str, Any]:
    """Gives the page's template its values."""
    alle = felder(verzeichnis, sprache)
    betrieb = verzeichnis.konzept.betrieb
    return {
        "pflicht": [feld for feld in alle if feld.pflicht or feld.name in _DABEI],
        "freiwillig": [feld for feld in alle if not feld.pflicht and feld.name not in _DABEI],
        "muster": vorlage(alle, sprache),
        "vorschlag": forge.neue_datei(betrieb, f"data/{EINZELN}/{_KENNUNG}.yaml", _INHALT),
        "einfuegen": not forge.uebernimmt_inhalt(betrieb),
        "platz": {"kennung": _KENNUNG, "inhalt": _INHALT, "hoechstens": ADRESSE_HOECHSTENS},
    }
