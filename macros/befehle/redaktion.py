"""The editors' commands: check, create, compare, review, fingerprint."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from macros.darstellung.format import tag
from macros.darstellung.website import Website
from macros.formular.felder import felder
from macros.lauf import VORLAGEN
from macros.lesen.abdruecke import ABDRUECKE
from macros.lesen.befund import Befund
from macros.lesen.bestand import lies_ordner
from macros.modell import fingerabdruck as abdruecke
from macros.pruefung.berichte import FORMATE, GEBUENDELT, farbig
from macros.pruefung.buendel import gebuendelt
from macros.pruefung.pruefen import pruefe
from macros.redaktion.aenderungsbericht import bericht, buchbericht
from macros.redaktion.fragen import Fragen
from macros.redaktion.nachtrag import verzeichnete
from macros.redaktion.neu import als_yaml, lege_an
from macros.redaktion.vergleich import gestrichene, vergleiche
from macros.seitenplan.durchsicht import Durchsichten
from macros.seitenplan.umbenennungen import fruehere
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

from .ausgang import (
    FEHLER,
    IN_ORDNUNG,
    geprueft,
    sage,
    schreibe,
    unbeschreibbar,
    verlange_ordner,
    zeige,
)


def pruefen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Prints every finding of a data folder in the wanted format."""
    ordner = verlange_ordner(aufruf.daten, sprache)
    befunde: Sequence[Befund] = pruefe(ordner, sprache).befunde
    if aufruf.format in GEBUENDELT:
        befunde = gebuendelt(befunde, sprache)
    # https://no-color.org: whatever it holds, unless that is nothing.
    bunt = aufruf.format == "text" and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    form = farbig if bunt else FORMATE[aufruf.format]
    print(form(befunde, aufruf.daten), end="")
    if sys.stderr.isatty():
        print(sprache.anzahl("befehl.pruefen.ergebnis", len(befunde)), file=sys.stderr)
    return FEHLER if befunde else IN_ORDNUNG


def neu(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Asks for a Praxisbeispiel and writes its file, if the data stay sound with it."""
    konzept = geprueft(aufruf.daten, sprache)
    vergeben = {*konzept.fundstellen, *fruehere(konzept)}
    fragen = Fragen(input, print, vergeben, sprache)
    try:
        eintrag = fragen.eintrag(felder(Verzeichnis(konzept), sprache), date.today())
        ergebnis = lege_an(eintrag, Path(aufruf.daten), sprache)
    except (EOFError, KeyboardInterrupt):
        return sage(f"\n{sprache('befehl.neu.abgebrochen')}", FEHLER)
    except FileExistsError as fehler:
        return sage(sprache("befehl.neu.gibt_es", ziel=fehler.args[0]), FEHLER)
    except OSError as fehler:
        # What someone has just typed is not lost with it.
        print(als_yaml(eintrag))
        return unbeschreibbar(fehler, aufruf.daten, sprache)
    if isinstance(ergebnis, tuple):
        print(f"{als_yaml(eintrag)}\n{sprache('befehl.neu.fehler')}")
        return zeige(ergebnis, aufruf.daten, sprache)
    print(sprache("befehl.neu.fertig", ziel=ergebnis))
    return IN_ORDNUNG


def vergleich(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Prints what changes between two data folders; fails if a published address is lost."""
    ordner = [verlange_ordner(name, sprache) for name in (aufruf.alt, aufruf.neu)]
    alt, neu = (pruefe(einer, sprache).konzept for einer in ordner)
    if neu is None:
        return sage(sprache("befehl.vergleich.ungueltig", ordner=aufruf.neu), FEHLER)
    if alt is None:
        # The rules may have changed since: that is no mistake of the new state.
        gestrichen = gestrichene(verzeichnete(Path(aufruf.alt), sprache), neu)
        print(buchbericht(gestrichen, sprache), end="")
        return FEHLER if gestrichen else IN_ORDNUNG
    ergebnis = vergleiche(*(Website(konzept, sprache, VORLAGEN) for konzept in (alt, neu)))
    print(bericht(ergebnis, sprache), end="")
    return FEHLER if ergebnis.verloren or ergebnis.gestrichen else IN_ORDNUNG


def stand(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Lists the entries whose last review is too long ago."""
    konzept = geprueft(aufruf.daten, sprache)
    alte = Durchsichten(konzept).faellige(date.today())
    for eintrag in alte:
        stelle = konzept.fundstellen[eintrag.kennung]
        ort = f"{aufruf.daten.rstrip('/')}/{stelle.datei}"
        wort = "befehl.stand.zeile" if eintrag.am else "befehl.stand.nie"
        am = eintrag.am and tag(eintrag.am, sprache)
        print(sprache(wort, datei=ort, zeile=stelle.zeile, name=eintrag.name, tag=am))
    if not alte:
        print(sprache("befehl.stand.keine", monate=konzept.betrieb.pruefen_nach_monaten))
    return IN_ORDNUNG


def fingerabdruck(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Writes the fingerprint of a source's text."""
    text, daten = Path(aufruf.textdatei), verlange_ordner(aufruf.daten, sprache)
    quellen = lies_ordner(daten, sprache)[0].je_liste().get("quellen", frozenset())
    if aufruf.quelle not in quellen:
        return sage(sprache("befehl.fingerabdruck.keine_quelle", id=aufruf.quelle), FEHLER)
    try:
        inhalt = abdruecke.nimm_ab(text.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return sage(sprache("befehl.fingerabdruck.unlesbar", datei=text), FEHLER)
    if not inhalt.strip():
        return sage(sprache("befehl.fingerabdruck.zu_kurz", datei=text), FEHLER)
    ziel = daten / ABDRUECKE / f"{aufruf.quelle}.txt"
    schreibe(ziel, inhalt, sprache)
    gruppen = sum(1 for zeile in inhalt.splitlines() if zeile)
    print(sprache("befehl.fingerabdruck.fertig", ziel=ziel, anzahl=gruppen))
    return IN_ORDNUNG
