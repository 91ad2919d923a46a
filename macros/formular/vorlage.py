"""The form as a YAML text to fill in, for readers without script."""

from __future__ import annotations

from collections.abc import Iterator

from macros.modell.schema import EINZELNE_DATEI, modeline
from macros.sprache import Sprache

from .felder import Feld

_AUSWAHL_HOECHSTENS = 8


def vorlage(felder: tuple[Feld, ...], sprache: Sprache) -> str:
    """Gives the text: each field explained, the optional ones commented out."""
    zeilen = [modeline(EINZELNE_DATEI, tiefe=2)]
    for feld in felder:
        zeilen += ["", *_zeilen(feld, sprache)]
    return "\n".join(zeilen) + "\n"


def _zeilen(feld: Feld, sprache: Sprache) -> Iterator[str]:
    pflicht = "" if feld.pflicht else f" ({sprache('formular.freiwillig')})"
    yield f"# {feld.wort(sprache)}{pflicht}: {feld.hilfe(sprache)}"
    if feld.wahlen and len(feld.wahlen) <= _AUSWAHL_HOECHSTENS:
        werte = ", ".join(wahl.wert for wahl in feld.wahlen)
        yield f"# {sprache('befund.erlaubt_sind', liste=werte)}"
    rand = "" if feld.pflicht else "# "
    yield from (rand + zeile for zeile in _wert(feld, sprache))


def _wert(feld: Feld, sprache: Sprache) -> Iterator[str]:
    yield f"{feld.name}:"
    if feld.art == "gruppen":
        yield from _gruppe(feld, sprache)
    elif feld.art in ("liste", "mehrwahl"):
        yield "  -"


def _gruppe(feld: Feld, sprache: Sprache) -> Iterator[str]:
    """Gives one group as the only entry of a list; the first field that is no comment opens it."""
    strich = "  - "
    for inneres in sorted(feld.felder, key=lambda f: not f.pflicht):
        for zeile in _zeilen(inneres, sprache):
            kommentar = zeile.startswith("#")
            yield f"    {zeile}" if kommentar else f"{strich}{zeile}"
            strich = strich if kommentar else "    "
