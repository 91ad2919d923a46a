"""What of our own files beside the pages is published: joined and without what only we read."""

from __future__ import annotations

from collections.abc import Mapping

import minify  # type: ignore[import-untyped]  # it ships no types
from rcssmin import cssmin  # type: ignore[import-untyped]  # it ships no types

from .beilagen import ORDNER

# What a kind of page loads of our scripts or styles is one file; its parts stand in their order.
BUENDEL = {
    "stil.css": (
        "stil.css",
        "stil-kopf.css",
        "stil-rahmen.css",
        "stil-text.css",
        "stil-karten.css",
        "stil-belege.css",
        "stil-angaben.css",
        "stil-medien.css",
        "stil-auswahl.css",
        "stil-treffer.css",
    ),
    "kopf.js": ("kurztaste.js", "kopf.js"),
    "suche.js": (
        "nachladen.js",
        "suche-worte.js",
        "suche-frage.js",
        "suche-index.js",
        "suche-wissen.js",
        "auswahl.js",
        "suche-treffer.js",
        "suche.js",
    ),
    "praxisbeispiele.js": ("auswahl.js", "praxisbeispiele.js"),
    "redaktion.js": (
        "redaktion-werte.js",
        "nachladen.js",
        "redaktion-beginn.js",
        "redaktion-abdruecke.js",
        "redaktion-zitate.js",
        "redaktion-felder.js",
        "redaktion-gruppen.js",
        "redaktion-quellen.js",
        "redaktion-pruefung.js",
        "redaktion.js",
    ),
}
# Others' files come packed, with their licences.
_FREMD = f"{ORDNER}fremd/"
# The edition of ECMAScript that packing may use: the oldest browsers read the head's script.
_HOECHSTENS_ES = 2019


def gebuendelt(dateien: Mapping[str, bytes]) -> dict[str, bytes]:
    """Gives what is published of the files in `eigen/`, by address.

    Files that only are parts of another are gone. Comments and blanks are dropped and names made
    short, but comments that begin with `/*!` stay: those are licences. KeyError if a part of a
    bundle is missing, ValueError if a script cannot be read.
    """
    teile = {teil for buendel in BUENDEL.values() for teil in buendel} - BUENDEL.keys()
    return {
        adresse: _verkleinert(adresse, _ganz(adresse, dateien))
        for adresse in dateien
        if adresse.removeprefix(ORDNER) not in teile
    }


def _ganz(adresse: str, dateien: Mapping[str, bytes]) -> bytes:
    name = adresse.removeprefix(ORDNER)
    # The line end closes a comment that stands last in a part.
    return b"\n".join(dateien[ORDNER + teil] for teil in BUENDEL.get(name, (name,)))


def _verkleinert(adresse: str, inhalt: bytes) -> bytes:
    if adresse.startswith(_FREMD):
        return inhalt
    if adresse.endswith(".js"):
        minify.config({"js-version": _HOECHSTENS_ES})
        return str(minify.string("application/javascript", inhalt.decode())).encode()
    if adresse.endswith(".css"):
        return bytes(cssmin(inhalt, keep_bang_comments=True))
    return inhalt
