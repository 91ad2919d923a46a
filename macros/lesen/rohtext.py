"""From the bytes of a data file to text, refusing what an editor's program slipped in."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from pathlib import Path

from macros.sprache import Sprache

from .befund import Befund, stelle_bei
from .eintragsname import eintrag_in_zeile
from .zeichenname import unsichtbar_benannt

# A list of 5,000 Praxisbeispiele as long as ours has 25 MB; to check 30 MB takes 370 of memory.
HOECHSTENS_BYTES = 30_000_000
# YAML takes these for the end of a line, programs that show lines do not.
_ENDEN = "\u0085\u2028\u2029"
_ZEILENENDEN = re.compile(f"[{_ENDEN}]")
# Behind a dash they look like the space that has to stand there.
_LEER = "\t\u00a0\u2007\u202f"
_NACH_STRICH = re.compile(f"^ *-([{_LEER}])", re.MULTILINE)
_KONFLIKT = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)


def lies_text(pfad: Path, name: str, sprache: Sprache) -> str | Befund:
    """Gives the text of a file, or the first thing that keeps it from being UTF-8 text.

    `name` is the file's name in the message.
    """

    def befund(schluessel: str, zeile: int = 1, spalte: int = 1, **angaben: object) -> Befund:
        return Befund(name, zeile, spalte, sprache(f"befund.{schluessel}", **angaben))

    if not pfad.is_file():
        return befund("datei_fehlt")
    if (groesse := pfad.stat().st_size) > HOECHSTENS_BYTES:
        return befund("datei_zu_gross", ist=groesse // 10**6, soll=HOECHSTENS_BYTES // 10**6)
    rohbytes = pfad.read_bytes()
    if rohbytes.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)):
        return befund("bom")
    try:
        text = rohbytes.decode("utf-8")
    except UnicodeDecodeError as fehler:
        davor = rohbytes[: fehler.start].decode("utf-8", "replace")
        zeile, spalte = stelle_bei(davor, len(davor))
        eintrag = eintrag_in_zeile(name, davor, zeile, sprache)
        return befund("nicht_utf8", zeile, spalte).benannt(eintrag)
    if (stelle := text.find("\r")) >= 0:
        windows = text.startswith("\r\n", stelle)
        schluessel = "windows_zeilenende" if windows else "mac_zeilenende"
        return befund(schluessel, stelle_bei(text, stelle)[0])
    return _fremdes(text, name, sprache) or text


def _fremdes(text: str, name: str, sprache: Sprache) -> Befund | None:
    """Gives the first sign that a program left in a text, with the name of the entry around it."""

    def befund(schluessel: str, nummer: int, **angaben: object) -> Befund:
        zeile, spalte = stelle_bei(text, nummer)
        gefunden = Befund(name, zeile, spalte, sprache(f"befund.{schluessel}", **angaben))
        return gefunden.benannt(eintrag_in_zeile(name, text, zeile, sprache))

    if treffer := _finde(_ZEILENENDEN, _ENDEN, text):
        zeichen = unsichtbar_benannt(treffer.group(), sprache)
        return befund("yaml_zeichen", treffer.start(), zeichen=zeichen)
    if treffer := _finde(_NACH_STRICH, _LEER, text):
        schluessel = "yaml_tabulator" if treffer[1] == "\t" else "yaml_leerzeichen"
        return befund(schluessel, treffer.start(1))
    if treffer := _finde(_KONFLIKT, (7 * zeichen for zeichen in "<=>|"), text):
        return befund("konflikt", treffer.start())
    return None


def _finde(muster: re.Pattern[str], anlaesse: Iterable[str], text: str) -> re.Match[str] | None:
    """Searches a pattern in a text that holds at least one of what its matches have in them.

    The quick look saves the slow one.
    """
    return muster.search(text) if any(anlass in text for anlass in anlaesse) else None
