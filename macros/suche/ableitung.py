"""Words of one family: which forms a word that the site does not have may lead to.

The browser asks the rules in their order (`#beugung` in theme/eigen/suche-frage.js), and the
first form that the site knows counts. They are JavaScript regular expressions over folded words,
each with what stands instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from .woerterbuch import lade
from .worte import stamm

_VORSILBEN = (
    "ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|teil|um|vor|weg|weiter|zu|zurueck|"
    "zusammen"
)
# Endings of an adjective, a participle too; of a person; of the weak past and of "du machst".
_E, _ER, _T = "(?:e[mnrs]?)?", "er(?:in|innen|n|s)?", "e?s?t(?:e[mns]?)?"
_PARTIZIP = rf"^({_VORSILBEN})?ge(\w{{3,}}?)(?:{_T}|en{_E})$"
_MIT_ZU = rf"^({_VORSILBEN})zu(\w{{3,}})$"
_GEBEUGT = rf"^(\w{{4,}}?){_T}$"

REGELN: tuple[tuple[str, ...], ...] = (
    # "vorgebeugt", "gefördert", "vorgeschlagen"; "vorzubeugen"; "verlinkt", "vermittelt"
    (_PARTIZIP, "$1$2en", "$1$2n", "$1$2ung"),
    (_MIT_ZU, "$1$2"),
    (_GEBEUGT, "$1en", "$1n", "$1ung"),
    # "Forscher" and "forschen" to "Forschung", "Vermittlerin" to "vermitteln"
    (rf"^(\w{{3,}})l(?:{_ER}|ung)$", "$1eln", "$1lung"),
    (r"^(\w{3,})eln$", "$1lung"),
    (rf"^(\w{{4,}}?)(?:e?n|{_ER})$", "$1ung"),
    # A verb with a syllable before it: "Zeitung" has nothing to do with "Zeiten".
    (rf"^((?:{_VORSILBEN}|be|ent|er|unter|ueber|ver|zer)\w{{3,}})ung$", "$1en", "$1n"),
    # "partizipieren" to "Partizipation", "qualifiziert" and "Qualifikation" to "Qualifizierung"
    (r"^(\w{3,})i(?:zier(?:en|te?[mnrs]?)|kation)$", "$1ikation", "$1izierung", "$1izieren"),
    (r"^(\w{3,})ier(?:en|te?[mnrs]?)$", "$1ation", "$1ierung"),
    # "Koordinatorin" to "Koordination"
    (r"^(\w{3,})ator(?:in|innen|en|s)?$", "$1ation", "$1ierung"),
    # "Zuwanderin", "städtisch", "Demografie"; no "Schwein", which is not "schwer"
    (
        rf"^(?!\w+ein$)([a-z]{{4,}}?)(?:in|innen|(?:isch|lich){_E}|i|ie|ik)$",
        *("$1", "$1er", "$1i", "$1ie", "$1ik", "$1isch"),
    ),
    # "Arbeitslosigkeit" and "arbeitslos", "gesund" and "Gesundheit"; no "Träger" for "Trägheit"
    (r"^(?!traeg)(\w{4,}?)(?:ig)?[hk]eit(?:en)?$", "$1", "$1ig"),
    (rf"^(\w{{4,}}?){_E}$", "$1heit", "$1keit", "$1igkeit"),
    # Who speaks a language: "Türke" and "Rumänen" to "türkisch" and "rumänisch"
    (r"^(\w{4,}?)(?:e[nr]?|erin|erinnen)$", "$1isch", "$1ien"),
)

# What is done, and what something is.
_SACHE = (
    (r"(\w{4,})ung", "en", "n"),
    (r"(\w{4,}?)(?:ig)?keit", "", "ig"),
    (r"(\w{4,})heit", ""),
    (r"(\w{3,})ation", "ieren"),
    (r"(\w{3,})ikation", "izieren"),
)


def gebeugte(staemme: Iterable[str]) -> dict[str, str]:
    """Gives those of a site's stems that are a regular form of a verb, and the verb's own stem.

    So "ermutigt" on a page meets "ermutigen", and "lernen" finds "gelernt". Where either is the
    stem of a noun as well, both stay what they are ("geschult" is not "Schule"), and so does the
    stem of another verb ("schalten", not "schalen").
    """
    buch = lade()
    return {
        wort: ziel
        for wort in staemme
        if wort not in buch.nomen and f"{wort}en" not in buch.verben
        for ziel in map(stamm, _verben(wort, buch.verben))
        if ziel != wort and buch.nomen.isdisjoint((ziel, f"{ziel}e"))
    }


def familien(staemme: Collection[str], nomen: Collection[str]) -> dict[str, str]:
    """Gives nouns that say what a verb or an adjective of the site does or is, and its stem.

    So a page with "Förderung" meets "gefördert", and one with "sicher" the "Sicherheit". `nomen`
    are the stems of the site's own nouns: "Bildung" has nothing to do with "Bild".
    """
    andere = {stamm(wort) for wort in lade().nomen if not wort.endswith("er")}.intersection(nomen)
    return {
        wort: ziel
        for wort in staemme
        for muster, *formen in _SACHE
        if (treffer := re.fullmatch(muster, wort))
        for ziel in (stamm(treffer[1] + form) for form in formen)
        if ziel in staemme and not (ziel in andere and wort.endswith("ung"))
    }


def ohne_regel(formen: Mapping[str, str], staemme: Collection[str]) -> dict[str, str]:
    """Leaves out the forms that no page has and that the rules lead to by themselves."""
    return {
        von: nach
        for von, nach in formen.items()
        if von in staemme
        or (nach not in map(stamm, _infinitive(von)) and re.sub(_MIT_ZU, r"\1\2", von) != nach)
    }


def _verben(wort: str, verben: Collection[str]) -> Iterator[str]:
    return (verb for verb in _infinitive(wort) if verb in verben)


def _infinitive(wort: str) -> Iterator[str]:
    for muster in (_GEBEUGT, _PARTIZIP):
        if treffer := re.fullmatch(muster, wort):
            verb = "".join(filter(None, treffer.groups()))
            yield from (f"{verb}n", f"{verb}en")
