"""The words of any value of the model, as one text to search in."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from macros.modell import Beleg
from macros.sprache import Sprache

# Ids, references and choices are no text of the page.
_OHNE = """
id quelle quellen url wortlaut art stand genauigkeit darstellung sprache geprueft leitlinien titel
handlungsfeld handlungsfelder nachbarn aufenthalt suchbegriffe frueher auch widersprueche
"""
_KEIN_TEXT = frozenset(_OHNE.split())
_SATZENDE = (".", "!", "?")
# What a page sets in a line or a column of its own.
_ENDE = {"punkte": ";", "einheit": ":", "was": ";", "bezeichnung": ";", "ungefaehr": ":"}


def text(sprache: Sprache, *werte: object) -> str:
    """Gives the words of values of the model as one text."""
    alle = " ".join(satz for wert in werte for satz in saetze(sprache, wert))
    return alle.removesuffix(";")


def saetze(sprache: Sprache, wert: object) -> Iterator[str]:
    """Gives every sentence of a value of the model, in its order; quotations in their marks."""
    if isinstance(wert, str):
        yield wert
    elif isinstance(wert, tuple):
        for teil in wert:
            yield from saetze(sprache, teil)
    elif isinstance(wert, Beleg):
        # Other people's words stay in their marks, so that an excerpt shows whose they are.
        if wert.zitat:
            yield sprache("zitat", text=wert.zitat)
    elif isinstance(wert, BaseModel):
        for feld in type(wert).model_fields:
            if feld not in _KEIN_TEXT:
                teile = saetze(sprache, getattr(wert, feld))
                yield from (mit_ende(teil, _ENDE.get(feld, "")) for teil in teile)


def mit_ende(text: str, zeichen: str) -> str:
    """Gives a text with a sign at its end: in an excerpt no line parts it from the next one."""
    return text if text.endswith(_SATZENDE) else text + zeichen
