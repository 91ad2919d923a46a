"""Names of fields with a sign in or behind them that nobody sees, or that looks like another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from macros.modell.felder import alle_feldnamen
from macros.modell.zeichen import lateinisch, unsichtbares
from macros.sprache import Sprache

from .zeichenname import buchstabe_benannt, unsichtbar_benannt

_DOPPELPUNKTE = "：∶꞉︓﹕"
_FALSCHER = re.compile(rf"([^\W\d][^:{_DOPPELPUNKTE}\n]*)([{_DOPPELPUNKTE}])\s*")
_KOPF = re.compile(r"(?P<vorn>\W*)(?P<name>[^:\n]*)(?P<ende>:+)(?P<danach>.?)")


@dataclass(frozen=True)
class Fremdes:
    """A sign at an index, the field that was meant, and the key and words of its sentence."""

    stelle: int
    feld: str
    schluessel: str
    angaben: dict[str, str]

    def satz(self, sprache: Sprache) -> str:
        """Gives what is wrong, and what to do."""
        return sprache(f"befund.{self.schluessel}", feld=self.feld, **self.angaben)


def gemeintes(name: str) -> str:
    """Gives the field that a name means by what it looks like; another name as it is."""
    bekannt = alle_feldnamen()
    if name in bekannt:
        return name
    feld = lateinisch(name.rstrip(" :"))
    return feld if feld in bekannt else name


def im_namen(name: str, sprache: Sprache) -> Fremdes | None:
    """Gives what is wrong with a name that looks like that of a field, and is none."""
    bekannt = alle_feldnamen()
    if name in bekannt:
        return None
    if (ohne := name.rstrip(" :")) in bekannt:
        return Fremdes(len(ohne), ohne, "doppelpunkt_doppelt", {})
    feld = lateinisch(ohne)
    if ohne.isascii() or feld not in bekannt:
        # With a colon of another script before that of its text.
        falscher = falscher_doppelpunkt(name, sprache)
        return falscher[0] if falscher else None
    stelle = next(n for n, z in enumerate(ohne) if not z.isascii())
    soll = lateinisch(ohne[stelle])
    if soll:
        zeichen = buchstabe_benannt(ohne[stelle], sprache)
        return Fremdes(stelle, feld, "feldname_buchstabe", {"zeichen": zeichen, "soll": soll})
    zeichen = unsichtbar_benannt(ohne[stelle], sprache)
    return Fremdes(stelle, feld, "feldname_unsichtbar", {"zeichen": zeichen})


def falscher_doppelpunkt(text: str, sprache: Sprache) -> tuple[Fremdes, int] | None:
    """Gives a colon of another script behind a field's name, and where the value begins."""
    treffer = _FALSCHER.match(text)
    if not treffer or (feld := lateinisch(treffer[1]).strip()) not in alle_feldnamen():
        return None
    zeichen = buchstabe_benannt(treffer[2], sprache)
    return Fremdes(
        treffer.start(2), feld, "feldname_doppelpunkt", {"zeichen": zeichen}
    ), treffer.end()


def in_der_zeile(zeile: str, sprache: Sprache) -> Fremdes | None:
    """Gives what is wrong with the beginning of a line that the parser may have refused."""
    vorn = re.match(r"\W*", zeile)
    assert vorn is not None, "may be empty"
    if (verborgen := unsichtbares(vorn[0])) is not None:
        return _verborgenes(zeile, verborgen, sprache)
    falscher = falscher_doppelpunkt(zeile[vorn.end() :], sprache)
    if kopf := _KOPF.match(zeile):
        fremdes = im_namen(kopf["name"] + kopf["ende"][1:], sprache)
        if kopf["name"] in alle_feldnamen() and unsichtbares(kopf["danach"]) is not None:
            return _verborgenes(zeile, kopf.start("danach"), sprache)
    else:
        fremdes = None
    fremdes = falscher[0] if falscher else fremdes
    return fremdes and replace(fremdes, stelle=vorn.end() + fremdes.stelle)


def _verborgenes(zeile: str, stelle: int, sprache: Sprache) -> Fremdes:
    zeichen = unsichtbar_benannt(zeile[stelle], sprache)
    return Fremdes(stelle, "", "yaml_zeichen", {"zeichen": zeichen})
