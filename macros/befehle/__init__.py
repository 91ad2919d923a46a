"""The commands of `python -m macros`; what they print is German, what they return exit codes."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from macros.lauf import WURZEL
from macros.pruefung.berichte import FORMATE
from macros.sprache import Sprache, lade

from . import auslieferung, betrieb, redaktion
from .ausgang import FALSCHER_AUFRUF, UNTERBROCHEN, Abbruch, sage

Befehl = Callable[[argparse.Namespace, Sprache], int]


class _Aufruf(argparse.ArgumentParser):
    """Speaks the project's language about a wrong call."""

    sprache: Sprache

    def error(self, message: str) -> NoReturn:
        self.exit(FALSCHER_AUFRUF, self.sprache("befehl.falsch") + "\n" + self.format_usage())

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", self.sprache("befehl.aufruf"))

    def format_help(self) -> str:
        text = super().format_help().replace("usage:", self.sprache("befehl.aufruf"))
        for englisch in ("positional arguments", "options"):
            text = text.replace(f"{englisch}:", self.sprache(f"befehl.{englisch.split()[0]}"))
        return text


def fuehre_aus(worte: Sequence[str]) -> int:
    """Runs a command line without the program's name; gives its exit code."""
    sprache = lade()
    aufruf = _parser(sprache).parse_args(worte)
    befehl: Befehl = aufruf.befehl
    try:
        return befehl(aufruf, sprache)
    except Abbruch as abbruch:
        return abbruch.ausgang
    except KeyboardInterrupt:
        return sage(sprache("befehl.unterbrochen"), UNTERBROCHEN)


def _parser(sprache: Sprache) -> argparse.ArgumentParser:
    _Aufruf.sprache = sprache
    parser = _Aufruf(prog="python -m macros", add_help=False)
    _hilfe(parser, sprache)
    unter = parser.add_subparsers(required=True, metavar="BEFEHL", parser_class=_Aufruf)

    def neu(name: str, befehl: Befehl, daten: str | None = None) -> argparse.ArgumentParser:
        hilfe = sprache(f"befehl.{name}.hilfe")
        einer = unter.add_parser(name, help=hilfe, description=hilfe, add_help=False)
        _hilfe(einer, sprache)
        if daten is not None:
            einer.add_argument("--daten", default=daten, metavar="ORDNER")
        einer.set_defaults(befehl=befehl)
        return einer

    _fuege_befehle_hinzu(neu, sprache)
    return parser


def _fuege_befehle_hinzu(neu: Callable[..., argparse.ArgumentParser], sprache: Sprache) -> None:
    """Adds every command; `neu` makes one of a name, a function and its usual data folder."""
    neu("pruefen", redaktion.pruefen, "data").add_argument(
        "--format", default="text", choices=FORMATE
    )
    neu("neu", redaktion.neu, "data").add_argument("liste", choices=["praxisbeispiel"])
    vergleich = neu("vergleich", redaktion.vergleich)
    vergleich.add_argument("alt", metavar="ALT")
    vergleich.add_argument("neu", metavar="NEU")
    neu("stand", redaktion.stand, "data")
    neu("freigabe", betrieb.freigabe, "data")
    bauen = neu("bauen", betrieb.bauen, "")
    bauen.add_argument("--ziel", default=str(WURZEL / "site"), metavar="ORDNER")
    bauen.add_argument(
        "--ohne-server", action="store_true", help=sprache("befehl.bauen.ohne_server")
    )
    bauen.add_argument("--ohne-suche", action="store_true", help=sprache("befehl.bauen.ohne_suche"))
    neu("vorschau", betrieb.vorschau).add_argument(
        "--port", type=int, default=8000, metavar="NUMMER"
    )
    neu("adressen", betrieb.adressen, "data")
    veroeffentlichen = neu("veroeffentlichen", auslieferung.veroeffentlichen, "")
    veroeffentlichen.add_argument("ziel", metavar="ZIEL")
    veroeffentlichen.add_argument(
        "--gebaut", metavar="ORDNER", help=sprache("befehl.veroeffentlichen.gebaut")
    )
    neu("zurueck", auslieferung.zurueck).add_argument("ziel", metavar="ZIEL")
    neu("deploy", auslieferung.deploy)
    neu("links", betrieb.links, "data")
    neu("schema", betrieb.schema)
    abdruck = neu("fingerabdruck", redaktion.fingerabdruck, "data")
    abdruck.add_argument("textdatei", metavar="TEXTDATEI")
    abdruck.add_argument("quelle", metavar="QUELLE")


def _hilfe(parser: argparse.ArgumentParser, sprache: Sprache) -> None:
    parser.add_argument("-h", "--help", action="help", help=sprache("befehl.hilfe"))
