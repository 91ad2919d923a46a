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
from macros.ohneserver import mache_oeffenbar
from macros.pruefen import pruefe
from macros.schema import schemata
from macros.sprache import Sprache

from .ausgang import FEHLER, IN_ORDNUNG, kein_ordner

SEITEN = Path("docs")
AUSNAHMEN = Path("werkzeug/links-ausnahmen.yaml")


def bauen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Builds the site; SystemExit where it cannot."""
    from macros.bauen import baue

    if aufruf.daten and not Path(aufruf.daten).is_dir():
        return kein_ordner(aufruf.daten, sprache)
    anfang = time.monotonic()
    baue(Path(aufruf.ziel), aufruf.daten)
    if aufruf.ohne_server:
        mache_oeffenbar(Path(aufruf.ziel))
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


def links(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Asks every outside address of the data and the pages whether it still answers."""
    from macros.linkabruf import Geduld, frage, wer_fragt
    from macros.linkpruefung import links as alle_links
    from macros.linkpruefung import pruefe_links

    if not Path(aufruf.daten).is_dir():
        return kein_ordner(aufruf.daten, sprache)
    ergebnis = pruefe(Path(aufruf.daten), sprache)
    if ergebnis.konzept is None:
        print(FORMATE["text"](ergebnis.befunde, aufruf.daten), end="")
        return FEHLER
    betrieb = ergebnis.konzept.betrieb
    wer = wer_fragt(betrieb.adresse or betrieb.repository)
    bericht = pruefe_links(
        alle_links(Path(aufruf.daten), SEITEN, sprache),
        AUSNAHMEN,
        date.today(),
        sprache,
        lambda adressen: frage(adressen, wer, Geduld()),
    )
    print(bericht.als_text(sprache), end="")
    return FEHLER if bericht.fehler else IN_ORDNUNG


def schema(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Writes the schemas and the field reference from the model."""
    ordner = WURZEL / "schema"
    ordner.mkdir(exist_ok=True)
    for name, text in schemata(sprache):
        (ordner / f"{name}.json").write_text(text, encoding="utf-8")
    (WURZEL / "FELDER.md").write_text(tabellen(sprache), encoding="utf-8")
    print(sprache("befehl.schema.fertig"))
    return IN_ORDNUNG
