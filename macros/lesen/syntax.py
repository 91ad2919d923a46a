"""What is wrong with the notation of a YAML file, in the editor's words and at its place."""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from macros.sprache import Sprache

from .anstoss import Anstoss
from .befund import Befund, stelle_bei
from .dateiname import ist_einzeln
from .einrueckung import vor_dem_fehler, zu_weit_rechts
from .eintragsname import eintrag_in_zeile
from .rand import anfang, feld_am_rand, liste_ab, mitten_im_eintrag, punkt_am_rand
from .textzeilen import einzug
from .vermutung import angaben
from .vertippt import (
    IN_KLAMMERN,
    anfuehrung,
    blockzeichen,
    doppelpunkt,
    feldspalte,
    feldzeichen,
    fremde_zeile,
    klammer_offen,
    komma_falsch,
    strich,
    zwei_striche,
)
from .zeichenname import unsichtbar_benannt

# What a line begins with, whatever the parser makes of it: signs that look like spaces and
# are none.
_EINRUECKUNG = (
    (r" *\t", "yaml_tabulator"),
    (r" *[\u00a0\u2007\u202f]", "yaml_leerzeichen"),
)
# What may be a field too far right.
_FELDER = ("yaml_doppelpunkt_zu_viel", "yaml_einrueckung")


def syntaxfehler(fehler: yaml.YAMLError, text: str, name: str, sprache: Sprache) -> Befund:
    """Gives the finding for what the parser refused in the text of the file `name`."""
    if not isinstance(fehler, yaml.MarkedYAMLError):
        return _unerlaubtes_zeichen(text, name, sprache)
    anstoss = Anstoss(fehler, text, name)
    for erklaere in _ERKLAERUNGEN:
        if befund := erklaere(anstoss, sprache):
            return befund
    return _in_der_zeile(anstoss, sprache)


def _vorn_in_der_zeile(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """A sign that looks like a space: the mark is behind a text that it has cut off."""
    for nummer in dict.fromkeys(marke.line for marke in anstoss.marken):
        for muster, schluessel in _EINRUECKUNG:
            if treffer := re.match(muster, anstoss.zeilen[nummer]):
                return anstoss.befund(nummer + 1, treffer.end(), schluessel, sprache)
    return None


def _zeilen_darum(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """Only the lines around the refused one tell what is wrong."""
    if anstoss.schluessel in IN_KLAMMERN:
        return None
    zeile, _ = anstoss.stelle
    if links := punkt_am_rand(anstoss.zeilen[:zeile]):
        befund = anstoss.befund(links, 1, "verrutscht", sprache)
        hier, davor = (
            eintrag_in_zeile(anstoss.name, anstoss.text, z, sprache) for z in (links, links - 1)
        )
        # By its own indentation a field belongs to no entry.
        return befund if hier else befund.benannt(davor)
    if darum := vor_dem_fehler(anstoss.zeilen, zeile - 1):
        (oben, spalte, schluessel), angaben = darum
        satz = sprache(f"befund.{schluessel}", **angaben)
        return Befund(anstoss.name, oben, spalte, satz)
    return None


def _am_anfang(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    erste = anfang(anstoss.zeilen) if "document start" in anstoss.worte else None
    return erste and anstoss.befund(*erste, sprache)


def _zu_weit_rechts(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    zeile, _ = anstoss.stelle
    if anstoss.vermutet not in _FELDER or not zu_weit_rechts(anstoss.zeilen, zeile - 1):
        return None
    return anstoss.befund(zeile, einzug(anstoss.hier) + 1, "yaml_zu_weit", sprache)


def _feld_am_rand(anstoss: Anstoss, sprache: Sprache) -> Befund | None:
    """One entry has a file of its own, all others are points of a list."""
    liste = liste_ab(anstoss.zeilen)
    if anstoss.vermutet != "yaml_einrueckung" or not liste or not feld_am_rand(anstoss.hier):
        return None
    name, (zeile, spalte) = anstoss.name, anstoss.stelle
    if ist_einzeln(name):
        return anstoss.befund(liste, 1, "yaml_doch_liste", sprache)
    if mitten_im_eintrag(anstoss.zeilen, zeile - 1):
        # By its own indentation it would belong to no entry.
        wer = eintrag_in_zeile(name, anstoss.text, zeile - 1, sprache)
        return anstoss.befund(zeile, spalte, "yaml_zu_weit_links", sprache).benannt(wer)
    eigene = sprache("befund.yaml_eigene_datei") if name == "praxisbeispiele.yaml" else ""
    vorn = "wort" if name == "suchbegriffe.yaml" else "id"
    satz = f"{sprache('befund.yaml_keine_liste', anfang=vorn)} {eigene}".rstrip()
    return Befund(name, zeile, spalte, satz)


def _in_der_zeile(anstoss: Anstoss, sprache: Sprache) -> Befund:
    """What the line and the parser's words tell by themselves."""
    zeile, spalte = anstoss.stelle
    vorn, worte = angaben(anstoss.hier, spalte)
    if anstoss.vermutet in ("yaml_zeichen_am_anfang", "yaml_zeile_zeichen"):
        spalte = vorn
    return anstoss.befund(zeile, spalte, anstoss.vermutet, sprache, **worte)


# The first that knows what is wrong wins: the surest, then what the lines around tell.
_ERKLAERUNGEN: tuple[Callable[[Anstoss, Sprache], Befund | None], ...] = (
    feldzeichen,
    anfuehrung,
    _vorn_in_der_zeile,
    komma_falsch,
    fremde_zeile,
    doppelpunkt,
    blockzeichen,
    zwei_striche,
    klammer_offen,
    strich,
    _zeilen_darum,
    _am_anfang,
    _zu_weit_rechts,
    _feld_am_rand,
    feldspalte,
)


def _unerlaubtes_zeichen(text: str, name: str, sprache: Sprache) -> Befund:
    treffer = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if treffer is None:
        return Befund(name, 1, 1, sprache("befund.yaml_unbekannt"))
    satz = sprache("befund.yaml_zeichen", zeichen=unsichtbar_benannt(treffer.group(), sprache))
    return Befund(name, *stelle_bei(text, treffer.start()), satz)
