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
from .feldzeichen import in_der_zeile
from .klammern import komma, offene_klammer
from .rand import erster_ohne_strich
from .spalte import gemeinte_spalte
from .strich import fehlender_strich
from .vermutung import genauer

# The fence of a copied block; what ends a document to the parser, or tells of the next one.
_FREMD = r"```|\.{3}(?=\s|$)|%\S*"

# Mistakes that are what they are between brackets too.
IN_KLAMMERN = ("yaml_anfuehrung", "yaml_klammer", "anker", "yaml_tabulator")


def feldzeichen(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A sign in a field's name or behind it that nobody sees, or takes for another."""
    zeile, _ = anstoss.stelle
    for nummer in range(min(zeile, len(anstoss.zeilen)), 0, -1):
        hier = anstoss.zeilen[nummer - 1]
        if fremdes := in_der_zeile(hier, sprache):
            return Befund(anstoss.name, nummer, fremdes.stelle + 1, fremdes.satz(sprache))
        if nummer < zeile and re.match(r"\s*(?:- +)*[a-z_]+:(?:\s|$)", hier):
            break
    return None


def zwei_striche(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """Two dashes before a point, in the refused line or that above: the point would be a list."""
    zeile, _ = anstoss.stelle
    for nummer in (zeile, zeile - 1):
        if striche := nummer and re.match(r" *- *(?=-(?: |$))", anstoss.zeilen[nummer - 1]):
            return anstoss.befund(nummer, striche.end() + 1, "zwei_striche", sprache)
    return None


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


def komma_falsch(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A comma too many or too few, where the bracket opens in the same line."""
    marke, klammer = anstoss.fehler.problem_mark, anstoss.fehler.context_mark
    if not anstoss.marken or not marke or not klammer or "flow" not in anstoss.worte:
        return None
    if klammer.line != marke.line:
        return None
    falsch = komma(anstoss.zeilen[marke.line], marke.column)
    return anstoss.befund(marke.line + 1, marke.column + 1, falsch, sprache) if falsch else None


def klammer_offen(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A bracket above the refused line that nobody closed."""
    if anstoss.schluessel in IN_KLAMMERN and anstoss.schluessel != "yaml_klammer":
        return None
    offen = offene_klammer(anstoss.text, anstoss.stelle[0])
    if offen is None:
        return None
    return anstoss.befund(offen.line + 1, offen.column + 1, "yaml_klammer", sprache)


def feldspalte(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A field in a column where no field of its group is."""
    zeile, _ = anstoss.stelle
    gemeint = None
    if anstoss.vermutet == "yaml_einrueckung":
        gemeint = gemeinte_spalte(anstoss.name, anstoss.zeilen, zeile - 1)
    if gemeint is None:
        return None
    ist, soll, feld = gemeint
    worte = {"ist": ist + 1, "soll": soll + 1, "feld": feld}
    return anstoss.befund(zeile, ist + 1, "yaml_feld_spalte", sprache, **worte)
