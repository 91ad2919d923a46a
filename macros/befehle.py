"""The commands of `python -m macros`; what they print is German, what they return exit codes."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from . import fingerabdruck
from .bestand import ABDRUECKE
from .lauf import WURZEL
from .pruefen import pruefe
from .sprache import Sprache, lade

IN_ORDNUNG, FEHLER, FALSCHER_AUFRUF = 0, 1, 2


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
    befehl: Callable[[argparse.Namespace, Sprache], int] = aufruf.befehl
    return befehl(aufruf, sprache)


def _parser(sprache: Sprache) -> argparse.ArgumentParser:
    _Aufruf.sprache = sprache
    parser = _Aufruf(prog="python -m macros", add_help=False)
    _hilfe(parser, sprache)
    unter = parser.add_subparsers(required=True, metavar="BEFEHL", parser_class=_Aufruf)

    def neu(name: str, befehl: Callable[[argparse.Namespace, Sprache], int]) -> _Aufruf:
        hilfe = sprache(f"befehl.{name}.hilfe")
        einer = unter.add_parser(name, help=hilfe, description=hilfe, add_help=False)
        _hilfe(einer, sprache)
        einer.set_defaults(befehl=befehl)
        return einer

    pruefung = neu("pruefen", _pruefen)
    pruefung.add_argument("--daten", default="data", metavar="ORDNER")
    bau = neu("bauen", _bauen)
    bau.add_argument("--daten", default="", metavar="ORDNER")
    bau.add_argument("--ziel", default=str(WURZEL / "site"), metavar="ORDNER")
    vorschau = neu("vorschau", _vorschau)
    vorschau.add_argument("--port", type=int, default=8000, metavar="NUMMER")
    abdruck = neu("fingerabdruck", _fingerabdruck)
    abdruck.add_argument("textdatei", metavar="TEXTDATEI")
    abdruck.add_argument("quelle", metavar="QUELLE")
    abdruck.add_argument("--daten", default="data", metavar="ORDNER")
    return parser


def _hilfe(parser: argparse.ArgumentParser, sprache: Sprache) -> None:
    parser.add_argument("-h", "--help", action="help", help=sprache("befehl.hilfe"))


def _pruefen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    ordner = Path(aufruf.daten)
    if not ordner.is_dir():
        print(sprache("befehl.kein_ordner", ordner=aufruf.daten), file=sys.stderr)
        return FALSCHER_AUFRUF
    befunde = pruefe(ordner, sprache).befunde
    for befund in befunde:
        print(befund.als_zeile(aufruf.daten))
    return FEHLER if befunde else IN_ORDNUNG


def _bauen(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    from .bauen import baue

    anfang = time.monotonic()
    baue(Path(aufruf.ziel), aufruf.daten)
    dauer = f"{time.monotonic() - anfang:.1f}".replace(".", sprache("zahl.komma"))
    print(sprache("befehl.gebaut", ziel=aufruf.ziel, dauer=dauer))
    return IN_ORDNUNG


def _vorschau(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    from .bauen import KONFIGURATION, bereite_vor

    bereite_vor()
    from mkdocs.commands.serve import serve

    print(sprache("befehl.vorschau.beginnt", port=aufruf.port), flush=True)
    serve(str(KONFIGURATION), watch_theme=True, dev_addr=f"127.0.0.1:{aufruf.port}")
    return IN_ORDNUNG


def _fingerabdruck(aufruf: argparse.Namespace, sprache: Sprache) -> int:
    text, ordner = Path(aufruf.textdatei), Path(aufruf.daten) / ABDRUECKE
    try:
        inhalt = fingerabdruck.nimm_ab(text.read_text(encoding="utf-8"))
        ordner.mkdir(exist_ok=True)
        ziel = ordner / f"{aufruf.quelle}.txt"
        ziel.write_text(inhalt, encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        print(sprache("befehl.fingerabdruck.unlesbar", datei=text), file=sys.stderr)
        return FEHLER
    gruppen = sum(1 for zeile in inhalt.splitlines() if zeile)
    print(sprache("befehl.fingerabdruck.fertig", ziel=ziel, anzahl=gruppen))
    return IN_ORDNUNG
