"""The commands around the site: build, preview, release check, schemas."""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path

from macros import freigabe as freigaben
from macros.berichte import FORMATE
from macros.feldtabelle import tabellen
from macros.lauf import WURZEL
from macros.pruefen import pruefe
from macros.schema import schemata
from macros.sprache import Sprache

from .ausgang import FEHLER, IN_ORDNUNG, kein_ordner


def bauen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Builds the site; SystemExit where it cannot."""
    from macros.bauen import baue

    if aufruf.daten and not Path(aufruf.daten).is_dir():
        return kein_ordner(aufruf.daten, sprache)
    anfang = time.monotonic()
    baue(Path(aufruf.ziel), aufruf.daten)
    dauer = f"{time.monotonic() - anfang:.1f}".replace(".", sprache("zahl.komma"))
    print(sprache("befehl.gebaut", ziel=aufruf.ziel, dauer=dauer))
    return IN_ORDNUNG


def vorschau(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Serves the site on loopback and rebuilds it at every change, until it is interrupted."""
    from macros.bauen import KONFIGURATION, bereite_vor

    bereite_vor()
    from mkdocs.commands.serve import serve

    print(sprache("befehl.vorschau.beginnt", port=aufruf.port), flush=True)
    serve(str(KONFIGURATION), watch_theme=True, dev_addr=f"127.0.0.1:{aufruf.port}")
    return IN_ORDNUNG


def freigabe(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Lists what keeps the site from going public."""
    if not Path(aufruf.daten).is_dir():
        return kein_ordner(aufruf.daten, sprache)
    ergebnis = pruefe(Path(aufruf.daten), sprache)
    if ergebnis.konzept is None:
        print(FORMATE["text"](ergebnis.befunde, aufruf.daten), end="")
        return FEHLER
    offen = freigaben.offene_punkte(ergebnis.konzept, date.today(), sprache)
    print(sprache("befehl.freigabe.nicht_bereit" if offen else "befehl.freigabe.bereit"))
    for punkt in offen:
        print(f"- {punkt}")
    return FEHLER if offen else IN_ORDNUNG


def schema(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Writes the schemas and the field reference from the model."""
    ordner = WURZEL / "schema"
    ordner.mkdir(exist_ok=True)
    for name, text in schemata(sprache):
        (ordner / f"{name}.json").write_text(text, encoding="utf-8")
    (WURZEL / "FELDER.md").write_text(tabellen(sprache), encoding="utf-8")
    print(sprache("befehl.schema.fertig"))
    return IN_ORDNUNG
