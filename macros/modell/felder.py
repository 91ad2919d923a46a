"""Which fields the model has at a place of the data."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


def felder_bei(typ: Any, pfad: tuple[str | int, ...]) -> tuple[str, ...]:
    """Gives the names of the fields at a path below a type, in the model's order; none if none."""
    for schritt in pfad:
        typ = _unter(_modell(typ), schritt)
    typ = _modell(typ)
    return tuple(typ.model_fields) if _ist_modell(typ) else ()


def _modell(typ: Any) -> Any:
    while get_origin(typ) in (Annotated, Union, UnionType):
        typ = get_args(typ)[0]
    return typ


def _ist_modell(typ: Any) -> bool:
    return isinstance(typ, type) and issubclass(typ, BaseModel)


def _unter(typ: Any, schritt: str | int) -> Any:
    if isinstance(schritt, int) and get_origin(typ) is tuple:
        return get_args(typ)[0]
    if _ist_modell(typ) and schritt in typ.model_fields:
        return typ.model_fields[schritt].annotation
    return None
