"""The page `/redaktion/neu/`: what its template needs beside the fields.

It belongs to no menu, index or sitemap, so it is none of `seiten`.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from macros.modell import EINZELN, Konzept
from macros.modell.fingerabdruck import MINDESTWOERTER
from macros.modell.grundtypen import VERGEBEN
from macros.modell.schema import EINZELNE_DATEI, modeline, schemata
from macros.modell.zeitpunkt import VORAUS
from macros.pruefung import filterwerte
from macros.seitenplan import adressen, forge, umbenennungen
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
# Signs of each hash that the page carries: it warns, the check of the data proves.
_HASHLAENGE = 8


def schema(sprache: Sprache) -> str:
    """Gives the text of the published schema of one Praxisbeispiel."""
    return dict(schemata(sprache))[EINZELNE_DATEI]


def werte(verzeichnis: Verzeichnis, sprache: Sprache) -> dict[str, Any]:
    """Gives the page's template its values."""
    alle = felder(verzeichnis, sprache)
    betrieb = verzeichnis.konzept.betrieb
    return {
        "pflicht": [feld for feld in alle if feld.pflicht or feld.name in _DABEI],
        "freiwillig": [feld for feld in alle if not feld.pflicht and feld.name not in _DABEI],
        "muster": vorlage(alle, sprache),
        "schema": _eingebettet(schema(sprache)),
        "daten": _eingebettet(json.dumps(_daten(verzeichnis, sprache), ensure_ascii=False)),
        "vorschlag": forge.neue_datei(betrieb, f"data/{EINZELN}/{_KENNUNG}.yaml", _INHALT),
        "einfuegen": not forge.uebernimmt_inhalt(betrieb),
        "platz": {"kennung": _KENNUNG, "inhalt": _INHALT, "hoechstens": ADRESSE_HOECHSTENS},
    }


def _daten(verzeichnis: Verzeichnis, sprache: Sprache) -> dict[str, Any]:
    konzept = verzeichnis.konzept
    return {
        "modeline": modeline(EINZELNE_DATEI, tiefe=2),
        "vergeben": sorted({*konzept.fundstellen, *umbenennungen.fruehere(konzept), *VERGEBEN}),
        "voraus": VORAUS,
        "filterwerte": _filterwerte(konzept),
        "anker_hoechstens": filterwerte.HOECHSTENS,
        "mindestwoerter": MINDESTWOERTER,
        "abdruecke": {
            quelle: " ".join(hash[:_HASHLAENGE] for hash in abdruck.hashes)
            for quelle, abdruck in konzept.abdruecke.items()
        },
        "fehler": sprache.gruppe("formular.fehler"),
        "meldung": sprache.gruppe("formular.meldung"),
    }


def _filterwerte(konzept: Konzept) -> dict[str, dict[str, str]]:
    """Gives the values that have a page of their own, by the last part of its address."""
    return {
        feld: {
            adressen.anker(wert): wert
            for beispiel in konzept.praxisbeispiele
            for wert in getattr(beispiel, feld) or ()
        }
        for feld in filterwerte.FELDER
    }


def _eingebettet(text: str) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element."""
    return Markup(text.replace("<", "\\u003c"))
