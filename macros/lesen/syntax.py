"""What is wrong with the notation of a YAML file, in the editor's words and at its place."""

from __future__ import annotations

import re

import yaml

from macros.sprache import Sprache

from .befund import Befund, stelle_bei
from .dateiname import ist_einzeln
from .einrueckung import vor_dem_fehler, zu_weit_rechts
from .eintragsname import eintrag_in_zeile
from .klammern import komma, offene_klammer
from .rand import anfang, feld_am_rand, liste_ab, mitten_im_eintrag, punkt_am_rand
from .textzeilen import Stelle, einzug
from .vermutung import FELD, genauer

# Mistakes that the parser notices only later than where they begin.
_SCHON_AM_ANFANG = ("could not find expected ':'", "quoted scalar", "flow", "an alias")
# What a line begins with, whatever the parser makes of it: signs that look like spaces and
# are none, and the fence of a copied block.
_EINRUECKUNG = (
    (r" *\t", "yaml_tabulator"),
    (r" *[\u00a0\u2007\u202f]", "yaml_leerzeichen"),
    (r"`(?=``)", "yaml_zaun"),
)
# The parser's words for a problem, the first that fits wins.
_SYNTAX = (
    ("'\\t'", "yaml_tabulator"),
    ("cannot start any token", "yaml_zeichen_am_anfang"),
    ("mapping values are not allowed", "yaml_doppelpunkt_zu_viel"),
    ("could not find expected ':'", "yaml_doppelpunkt_fehlt"),
    ("quoted scalar", "yaml_anfuehrung"),
    ("single document", "yaml_mehrere"),
    ("alias", "anker"),
    ("did not find expected key", "yaml_einrueckung"),
    ("did not find expected '-' indicator", "yaml_einrueckung"),
    ("block sequence entries", "yaml_einrueckung"),
    ("block collection", "yaml_einrueckung"),
    ("flow", "yaml_klammer"),
    ("chomping", "yaml_block"),
)
# Mistakes that are what they are between brackets too.
_IN_KLAMMERN = ("yaml_anfuehrung", "yaml_klammer", "anker", "yaml_tabulator")
# What may be a field too far right.
_FELDER = ("yaml_doppelpunkt_zu_viel", "yaml_einrueckung")


def syntaxfehler(fehler: yaml.YAMLError, text: str, name: str, sprache: Sprache) -> Befund:
    """Gives the finding for what the parser refused in the text of the file `name`."""
    if not isinstance(fehler, yaml.MarkedYAMLError):
        return _unerlaubtes_zeichen(text, name, sprache)
    zeilen = text.split("\n")
    marke = fehler.problem_mark or fehler.context_mark
    problem = f"{fehler.problem or ''} {fehler.context or ''}"
    if marke and marke.line < len(zeilen) and (genau := _an_der_marke(fehler, marke, zeilen)):
        zeile, spalte, schluessel = genau
        return Befund(name, zeile, spalte, sprache(f"befund.{schluessel}"))
    if fehler.context_mark and any(muster in problem for muster in _SCHON_AM_ANFANG):
        marke = fehler.context_mark
    zeile, spalte = (marke.line + 1, marke.column + 1) if marke else (1, 1)
    schluessel = next((s for muster, s in _SYNTAX if muster in problem), "yaml_unbekannt")
    if schluessel not in _IN_KLAMMERN:
        if klammer := offene_klammer(text, zeile):
            zeile, spalte = klammer.line + 1, klammer.column + 1
            return Befund(name, zeile, spalte, sprache("befund.yaml_klammer"))
        if darum := _zeilen_darum(zeilen, zeile, name, sprache):
            return darum
    if "document start" in problem and (erste := anfang(zeilen)):
        return Befund(name, *erste[:2], sprache(f"befund.{erste[2]}"))
    hier = zeilen[zeile - 1] if zeile <= len(zeilen) else ""
    vermutet = genauer(schluessel, hier)
    if vermutet in _FELDER and zu_weit_rechts(zeilen, zeile - 1):
        vermutet, spalte = "yaml_zu_weit", einzug(hier) + 1
    if vermutet == "yaml_zeichen_am_anfang" and (vorn := re.match(FELD + r"\s+(?=[\[{])", hier)):
        spalte = vorn.end() + 1
    if vermutet == "yaml_einrueckung" and (liste := liste_ab(zeilen)) and feld_am_rand(hier):
        if ist_einzeln(name) or not mitten_im_eintrag(zeilen, zeile - 1):
            return _keine_liste(name, zeile, spalte, liste, sprache)
        # By its own indentation it would belong to no entry.
        wer = eintrag_in_zeile(name, text, zeile - 1, sprache)
        return Befund(name, zeile, spalte, sprache("befund.yaml_zu_weit_links")).benannt(wer)
    return Befund(name, zeile, spalte, sprache(f"befund.{vermutet}"))


def _an_der_marke(
    fehler: yaml.MarkedYAMLError, marke: yaml.Mark, zeilen: list[str]
) -> Stelle | None:
    """Gives place and key of what the signs at the parser's mark tell by themselves."""
    kontext = fehler.context_mark
    # The mark is behind a text that a sign like a space has cut off.
    for nummer in dict.fromkeys((marke.line, kontext.line if kontext else marke.line)):
        for muster, schluessel in _EINRUECKUNG:
            if treffer := re.match(muster, zeilen[nummer]):
                return nummer + 1, treffer.end(), schluessel
    in_klammern = "flow" in f"{fehler.problem} {fehler.context}"
    if in_klammern and kontext and kontext.line == marke.line:
        falsch = komma(zeilen[marke.line], marke.column)
        return (marke.line + 1, marke.column + 1, falsch) if falsch else None
    return None


def _zeilen_darum(zeilen: list[str], zeile: int, name: str, sprache: Sprache) -> Befund | None:
    """Gives the finding where only the lines around a refused one (from 1) tell what is wrong."""
    if links := punkt_am_rand(zeilen[:zeile]):
        return Befund(name, links, 1, sprache("befund.verrutscht"))
    darum = vor_dem_fehler(zeilen, zeile - 1)
    if darum is None:
        return None
    (oben, spalte, schluessel), angaben = darum
    return Befund(name, oben, spalte, sprache(f"befund.{schluessel}", **angaben))


def _keine_liste(name: str, zeile: int, spalte: int, liste: int, sprache: Sprache) -> Befund:
    """One entry has a file of its own, all others are points of a list that begins at `liste`."""
    if ist_einzeln(name):
        return Befund(name, liste, 1, sprache("befund.yaml_doch_liste"))
    eigene = sprache("befund.yaml_eigene_datei") if name == "praxisbeispiele.yaml" else ""
    anfang = "wort" if name == "suchbegriffe.yaml" else "id"
    satz = f"{sprache('befund.yaml_keine_liste', anfang=anfang)} {eigene}".rstrip()
    return Befund(name, zeile, spalte, satz)


def _unerlaubtes_zeichen(text: str, name: str, sprache: Sprache) -> Befund:
    treffer = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if treffer is None:
        return Befund(name, 1, 1, sprache("befund.yaml_unbekannt"))
    satz = sprache("befund.yaml_zeichen", zeichen=f"U+{ord(treffer.group()):04X}")
    return Befund(name, *stelle_bei(text, treffer.start()), satz)
