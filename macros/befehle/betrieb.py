"""The commands around the site: build, preview, release check, addresses, links, schemas."""

from __future__ import annotations

import argparse
import time
from datetime import date
from pathlib import Path

from macros.auslieferung.ziel import ZielBesetzt
from macros.lauf import WURZEL
from macros.lesen.datei import lies_datei
from macros.modell.schema import schemata
from macros.ohneserver import mache_oeffenbar
from macros.pruefung.adressregeln import DATEI as ADRESSBUCH
from macros.redaktion import freigabe as freigaben
from macros.redaktion import nachtrag
from macros.redaktion.feldtabelle import tabellen
from macros.sprache import Sprache

from .ausgang import FEHLER, IN_ORDNUNG, geprueft, gescheitert, schreibe, verlange_ordner

SEITEN = WURZEL / "docs"
AUSNAHMEN = WURZEL / "werkzeug" / "links-ausnahmen.yaml"


def bauen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Builds the site; SystemExit where it cannot."""
    from macros.bauen import baue

    if aufruf.daten:
        verlange_ordner(aufruf.daten, sprache)
    anfang = time.monotonic()
    try:
        oeffenbar = mache_oeffenbar if aufruf.ohne_server else None
        baue(Path(aufruf.ziel), aufruf.daten, oeffenbar, suche=not aufruf.ohne_suche)
    except (ZielBesetzt, OSError) as fehler:
        return gescheitert(fehler, "bauen", aufruf.ziel, sprache)
    dauer = f"{time.monotonic() - anfang:.1f}".replace(".", sprache("zahl.komma"))
    print(sprache("befehl.gebaut", ziel=aufruf.ziel, dauer=dauer))
    return IN_ORDNUNG


def vorschau(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Serves the site on loopback and rebuilds it at every change, until it is interrupted."""
    from macros.bauen import zeige_vorschau

    print(sprache("befehl.vorschau.beginnt", port=aufruf.port), flush=True)
    zeige_vorschau(aufruf.port)
    return IN_ORDNUNG


def freigabe(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Lists what keeps the site from going public, and what should be looked at."""
    konzept = geprueft(aufruf.daten, sprache)
    offen = freigaben.offene_punkte(konzept, date.today(), sprache)
    hinweise = freigaben.hinweise(konzept, date.today(), sprache)
    print(sprache("befehl.freigabe.nicht_bereit" if offen else "befehl.freigabe.bereit"))
    for punkt in offen:
        print(f"- {punkt}")
    if hinweise:
        print(sprache("befehl.freigabe.hinweise"))
    for hinweis in hinweise:
        print(f"- {hinweis}")
    return FEHLER if offen else IN_ORDNUNG


def adressen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Appends what the site promises to the ledger of addresses; takes nothing out."""
    konzept = geprueft(aufruf.daten, sprache)
    neue = nachtrag.fehlende(konzept, sprache)
    if neue:
        pfad = Path(aufruf.daten) / ADRESSBUCH
        buch, _ = lies_datei(pfad, ADRESSBUCH, sprache)
        if buch is None:
            raise RuntimeError("checked, yet unreadable")
        text = nachtrag.ergaenzt(pfad.read_text(encoding="utf-8"), buch, neue, date.today())
        schreibe(pfad, text, sprache)
    print(sprache.anzahl("befehl.adressen.fertig", len(neue)))
    return IN_ORDNUNG


def links(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Asks every outside address of the data and the pages whether it still answers."""
    from macros.redaktion.linkabruf import Geduld, frage, wer_fragt
    from macros.redaktion.linkpruefung import pruefe_links
    from macros.redaktion.linkstellen import links as alle_links

    konzept = geprueft(aufruf.daten, sprache)
    betrieb = konzept.betrieb
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
    for name, text in schemata(sprache):
        schreibe(ordner / f"{name}.json", text, sprache)
    schreibe(WURZEL / "FELDER.md", tabellen(sprache), sprache)
    print(sprache("befehl.schema.fertig"))
    return IN_ORDNUNG
