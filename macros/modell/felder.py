"""Which fields the model has at a place of the data."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from .grundtypen import Eintrag

_AEHNLICH = 0.8


def felder_bei(typ: Any, pfad: tuple[str | int, ...]) -> tuple[str, ...]:
    """Gives the names of the fields at a path below a type, in the model's order; none if none."""
    for schritt in pfad:
        typ = _unter(kern(typ), schritt)
    typ = kern(typ)
    return tuple(typ.model_fields) if _ist_modell(typ) else ()


def ist_freiwillig(typ: Any, pfad: tuple[str | int, ...]) -> bool:
    """Tells whether a path below a type ends with a field that may be left out."""
    if not pfad:
        return False
    for schritt in pfad[:-1]:
        typ = _unter(kern(typ), schritt)
    typ, feld = kern(typ), pfad[-1]
    return (
        _ist_modell(typ) and feld in typ.model_fields and not typ.model_fields[feld].is_required()
    )


def modelle(typ: Any) -> Iterator[type[BaseModel]]:
    """Gives the models below a type, outer ones first; one that stands twice comes twice."""
    if _ist_modell(typ):
        yield typ
        for feld in typ.model_fields.values():
            yield from modelle(feld.annotation)
    else:
        for teil in get_args(typ):
            yield from modelle(teil)


def kern(typ: Any) -> Any:
    """Gives a type without its annotations, and of several the first: `int` of `int | None`."""
    while get_origin(typ) in (Annotated, Union, UnionType):
        typ = get_args(typ)[0]
    return typ


def ist_feldname(wort: str) -> bool:
    """Tells whether a word is the name of a field anywhere in the model, or a slip of one."""
    return bool(get_close_matches(wort, alle_feldnamen(), n=1, cutoff=_AEHNLICH))


@cache
def hat_punkte(feldname: str) -> bool:
    """Tells whether a field of this name holds a list of groups, anywhere in the model."""
    typen = (g.model_fields[feldname].annotation for g in _gruppen() if feldname in g.model_fields)
    return any(_ist_modell(kern(_unter(kern(typ), 0))) for typ in typen)


def alle_feldnamen() -> frozenset[str]:
    """Gives the names of all fields of the model.

    Of files beside the data too, such as the exceptions of the link check: they are read alike.
    """
    return _feldnamen(tuple(_gruppen()))


@cache
def _feldnamen(gruppen: tuple[type[Eintrag], ...]) -> frozenset[str]:
    return frozenset(name for gruppe in gruppen for name in gruppe.model_fields)


def _gruppen() -> list[type[Eintrag]]:
    return Eintrag.__subclasses__()


def _ist_modell(typ: Any) -> bool:
    return isinstance(typ, type) and issubclass(typ, BaseModel)


def _unter(typ: Any, schritt: str | int) -> Any:
    if isinstance(schritt, int) and get_origin(typ) is tuple:
        return get_args(typ)[0]
    if _ist_modell(typ) and schritt in typ.model_fields:
        return typ.model_fields[schritt].annotation
    return None
