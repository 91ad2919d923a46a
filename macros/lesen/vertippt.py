"""Single signs that are missing or mistyped, often far above the line that the parser refused."""

from __future__ import annotations

import re

from macros.sprache import Sprache

from .anfuehrung import offene_anfuehrung
from .anstoss import Anstoss
from .befund import Befund
from .blockzeichen import vertippt_darueber
from .dateiname import ist_einzeln
from .doppelpunkt import ohne_doppelpunkt
from .rand import erster_ohne_strich
from .strich import fehlender_strich
from .vermutung import genauer

# The fence of a copied block; what ends a document to the parser, or tells of the next one.
_FREMD = r"```|\.{3}(?=\s|$)|%\S*"


def anfuehrung(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A quotation mark that is not closed where its field ends."""
    marke = anstoss.fehler.problem_mark or anstoss.fehler.context_mark
    offen = marke and offene_anfuehrung(anstoss.text, anstoss.zeilen, marke.index)
    if not offen:
        return None
    schluessel = genauer("yaml_anfuehrung", anstoss.zeilen[offen.line])
    return anstoss.befund(offen.line + 1, offen.column + 1, schluessel, sprache)


def fremde_zeile(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A line that is none of the data: the parser stumbles over it, or only over the next."""
    zeile, _ = anstoss.stelle
    davor = (n for n in range(zeile - 1, 0, -1) if re.match(r"\s*[^\s#]", anstoss.zeilen[n - 1]))
    for nummer in (zeile, next(davor, zeile)):
        if fremd := re.match(_FREMD, anstoss.zeilen[nummer - 1]):
            return anstoss.befund(nummer, 1, "yaml_zaun", sprache, zeichen=fremd[0][:20])
    return None


def doppelpunkt(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A colon that is missing behind the first field of a point."""
    ohne = ohne_doppelpunkt(anstoss.zeilen, anstoss.stelle[0] - 1)
    if ohne is None:
        return None
    zeile, spalte, feld = ohne
    return anstoss.befund(zeile, spalte, "yaml_doppelpunkt_nach", sprache, feld=feld)


def blockzeichen(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """Other signs than ">-" above a text of several lines."""
    vertippt = vertippt_darueber(anstoss.zeilen, anstoss.stelle[0] - 1)
    if vertippt is None:
        return None
    zeile, spalte, zeichen = vertippt
    return anstoss.befund(zeile, spalte, "yaml_blockzeichen", sprache, ist=zeichen)


def strich(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """No dash before the first point of a list, which may be the file itself."""
    stelle = fehlender_strich(anstoss.zeilen, anstoss.stelle[0] - 1)
    if not ist_einzeln(anstoss.name) and (erster := erster_ohne_strich(anstoss.zeilen)):
        stelle = erster, 1
    return stelle and anstoss.befund(*stelle, "yaml_strich", sprache)
