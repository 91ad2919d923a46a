"""The commands that bring the site to its readers: publish, go back, write the configuration."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from macros.auslieferung import statisch
from macros.auslieferung.abnahme import maengel
from macros.auslieferung.fassungen import (
    SITE,
    UMLEITUNGEN,
    VERSCHWUNDEN,
    Fassungen,
    KeineFassung,
)
from macros.auslieferung.gemeinsames import uebernimm
from macros.auslieferung.nginx import konfiguration, umleitungen, verschwunden
from macros.auslieferung.packen import GEPACKT, packe
from macros.auslieferung.ziel import SchonDabei, ZielBesetzt
from macros.lauf import WURZEL
from macros.sprache import Sprache

from .ausgang import FEHLER, IN_ORDNUNG, gescheitert, sage, schreibe, verlange_ordner

SERVER = WURZEL / "deploy" / "nginx.conf"


class _Abgelehnt(Exception):
    """The site is not fit to be published; the arguments are the reasons."""


def veroeffentlichen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Builds or copies a site beside the published one, checks, compresses and swaps."""
    for ordner in filter(None, (aufruf.daten, aufruf.gebaut)):
        verlange_ordner(ordner, sprache)
    ziel = Path(aufruf.ziel).absolute()
    fassungen = Fassungen(ziel)
    try:
        with fassungen.allein():
            neu = fassungen.beginne()
            _lege_hin(aufruf, neu / SITE)
            _bereite_auf(neu, fassungen.aktuell, sprache)
            fertig = fassungen.nimm_auf(neu)
    except _Abgelehnt as gruende:
        print("\n".join(gruende.args), file=sys.stderr)
        return sage(sprache("befehl.veroeffentlichen.abgelehnt"), FEHLER)
    except (ZielBesetzt, SchonDabei, OSError) as fehler:
        return gescheitert(fehler, "veroeffentlichen", aufruf.ziel, sprache)
    print(sprache("befehl.veroeffentlichen.fertig", fassung=fertig.name, ziel=aufruf.ziel))
    return IN_ORDNUNG


def zurueck(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Makes the version before the current one current again."""
    fassungen = Fassungen(verlange_ordner(aufruf.ziel, sprache).absolute())
    try:
        with fassungen.allein():
            fassung = fassungen.gehe_zurueck()
    except KeineFassung:
        return sage(sprache("befehl.zurueck.keine", ziel=aufruf.ziel), FEHLER)
    except (ZielBesetzt, SchonDabei, OSError) as fehler:
        return gescheitert(fehler, "veroeffentlichen", aufruf.ziel, sprache)
    print(sprache("befehl.zurueck.fertig", fassung=fassung.name, ziel=aufruf.ziel))
    return IN_ORDNUNG


def deploy(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    """Writes the configuration of the web server from the rules of the headers."""
    schreibe(SERVER, konfiguration(sprache), sprache)
    print(sprache("befehl.deploy.fertig", datei=SERVER.relative_to(WURZEL)))
    return IN_ORDNUNG


def _lege_hin(aufruf: argparse.Namespace, site: Path) -> None:
    if aufruf.gebaut:
        _kopiere(Path(aufruf.gebaut), site)
    else:
        from macros.bauen import baue

        baue(site, aufruf.daten)


def _kopiere(gebaut: Path, site: Path) -> None:
    """Copies what links lead to as well.

    Ends at the first thing that cannot be read or copied, with one reason: shutil tells one for
    each.
    """
    site.mkdir()
    for datei in sorted(gebaut.iterdir()):
        ziel = site / datei.name
        if datei.is_dir():
            _kopiere(datei, ziel)
        elif datei.suffix not in GEPACKT:
            shutil.copy2(datei, ziel)


def _bereite_auf(neu: Path, alt: Path | None, sprache: Sprache) -> None:
    if alt is not None:
        uebernimm(alt / SITE, neu / SITE)
    packe(neu / SITE)
    if gruende := list(maengel(neu / SITE, sprache)):
        raise _Abgelehnt(*gruende)
    for name, quelle, karte in (
        (UMLEITUNGEN, statisch.REDIRECTS, umleitungen),
        (VERSCHWUNDEN, statisch.VERSCHWUNDEN, verschwunden),
    ):
        liste = (neu / SITE / quelle).read_text(encoding="utf-8")
        (neu / name).write_text(karte(liste), encoding="utf-8")
