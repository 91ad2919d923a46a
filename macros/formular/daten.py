"""What the form's script knows beside its page: two files that only name a value.

They are scripts, because a page opened by double click may load nothing else. Both come once the
page stands. The fingerprints come last: only a quotation needs them, and they weigh the most.
"""

from __future__ import annotations

import json
from typing import Any

from macros.auslieferung.beilagen import ORDNER, benannt
from macros.modell import Konzept
from macros.modell.fingerabdruck import MINDESTWOERTER
from macros.modell.grundtypen import VERGEBEN
from macros.modell.schema import EINZELNE_DATEI, modeline, schemata
from macros.modell.zeitpunkt import VORAUS
from macros.pruefung import filterwerte
from macros.seitenplan import adressen, umbenennungen
from macros.sprache import Sprache

from .felder import quellenwahl

_DATEN, _ABDRUECKE = f"{ORDNER}formulardaten.js", f"{ORDNER}fingerabdruecke.js"
# Signs of each hash: 32 bits. A wrong quotation of four words, the shortest there is, passes by
# chance once in 2^32 for each group of words in its source: with 1,279 groups 3 times in ten
# million. What passes so, the check of the data still refuses.
_HASHLAENGE = 8


def schema(sprache: Sprache) -> str:
    """Gives the text of the published schema of one Praxisbeispiel."""
    return dict(schemata(sprache))[EINZELNE_DATEI]


def dateien(konzept: Konzept, sprache: Sprache) -> tuple[tuple[str, str], tuple[str, str]]:
    """Gives address and content of what the form checks with, and of the fingerprints."""
    return (
        _datei(_DATEN, "formularDaten", _daten(konzept, sprache)),
        _datei(_ABDRUECKE, "formularAbdruecke", _abdruecke(konzept)),
    )


def _datei(name: str, wort: str, wert: Any) -> tuple[str, str]:
    inhalt = f"const {wort}={json.dumps(wert, ensure_ascii=False, separators=(',', ':'))};\n"
    return benannt(name, inhalt.encode()), inhalt


def _daten(konzept: Konzept, sprache: Sprache) -> dict[str, Any]:
    return {
        "schema": json.loads(schema(sprache)),
        "modeline": modeline(EINZELNE_DATEI, tiefe=2),
        "vergeben": sorted({*konzept.fundstellen, *umbenennungen.fruehere(konzept), *VERGEBEN}),
        "voraus": VORAUS,
        "quellen": [[wahl.wert, wahl.titel] for wahl in quellenwahl(konzept.quellen)],
        "filterwerte": _filterwerte(konzept),
        "anker_hoechstens": filterwerte.HOECHSTENS,
        "mindestwoerter": MINDESTWOERTER,
        "fehler": sprache.gruppe("formular.fehler"),
        "hinweis": sprache.gruppe("formular.hinweis"),
        "meldung": sprache.gruppe("formular.meldung"),
    }


def _abdruecke(konzept: Konzept) -> dict[str, str]:
    return {
        quelle: " ".join(hash[:_HASHLAENGE] for hash in abdruck.hashes)
        for quelle, abdruck in sorted(konzept.abdruecke.items())
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
