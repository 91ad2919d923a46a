"""The form for a new Praxisbeispiel: its fields, made from the model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel

from macros.modell import Praxisbeispiel, Quelle
from macros.modell.beleg import Zahlenwert
from macros.modell.felder import kern
from macros.modell.grundtypen import Kennung, Link, Verweis, Webadresse
from macros.modell.klartext import Einzelwert, Klartext
from macros.modell.zeitpunkt import TagBisHeute, ZeitpunktBisHeute, ZeitpunktFeld
from macros.seitenplan.verzeichnis import Verzeichnis
from macros.sprache import Sprache

_ARTEN: tuple[tuple[Any, str], ...] = (
    (Kennung, "kennung"),
    (Klartext, "text"),
    (Einzelwert, "einzelwert"),
    (Link, "link"),
    (Webadresse, "webadresse"),
    (ZeitpunktFeld, "zeitpunkt"),
    (ZeitpunktBisHeute, "vergangen"),
    (TagBisHeute, "tag"),
    (Zahlenwert, "zahl"),
)
# What a new entry cannot have: a source that comes with it was never renamed.
_ERST_SPAETER = ((Quelle, "frueher"),)


@dataclass(frozen=True)
class Wahl:
    """A value that a field may have, its words, and the heading it is offered under."""

    wert: str
    titel: str
    gruppe: str = ""


@dataclass(frozen=True)
class Feld:
    """One field of the form. `art` says how it is filled in; `felder` are those of a group.

    The kinds are those of `_ARTEN` for one value, `wahl` for one of `wahlen`, `mehrwahl` for
    several, `liste` for a line each of the kind `je`, and `gruppen` for groups of fields.
    `liste` names the list of the data that `wahlen` are the entries of.
    """

    name: str
    modell: str
    pflicht: bool
    art: str
    je: str = ""
    liste: str = ""
    wahlen: tuple[Wahl, ...] = ()
    felder: tuple[Feld, ...] = ()

    def wahlen_je_gruppe(self) -> dict[str, list[Wahl]]:
        """Gives the choices by their heading, in the order of the data."""
        je_gruppe: dict[str, list[Wahl]] = {}
        for wahl in self.wahlen:
            je_gruppe.setdefault(wahl.gruppe, []).append(wahl)
        return je_gruppe

    def wort(self, sprache: Sprache) -> str:
        """Gives the field's everyday name."""
        return sprache(f"formular.feld.{self.modell}.{self.name}")

    def hilfe(self, sprache: Sprache) -> str:
        """Gives the words that explain the field, and how it is written where that helps."""
        hinweis = f"formular.schreibweise.{self.art}"
        eigene = f"formular.hilfe.{self.modell}.{self.name}"
        erklaerung = sprache(
            eigene if sprache.gibt_es(eigene) else eigene.replace("formular.hilfe", "feld_von")
        )
        return f"{erklaerung} {sprache(hinweis)}" if sprache.gibt_es(hinweis) else erklaerung


def felder(verzeichnis: Verzeichnis, sprache: Sprache) -> tuple[Feld, ...]:
    """Gives the form's fields in the model's order."""
    return tuple(_felder(Praxisbeispiel, _Angebot(verzeichnis, sprache)))


def quellenwahl(quellen: Iterable[Quelle]) -> tuple[Wahl, ...]:
    """Gives the sources to choose from, by their titles."""
    nach_titel = sorted(quellen, key=lambda q: q.titel.casefold())
    return tuple(Wahl(q.id, f"{q.titel} ({q.herausgeber})") for q in nach_titel)


class _Angebot:
    """The values that the form offers, by the list of the data or the words of a Literal."""

    def __init__(self, verzeichnis: Verzeichnis, sprache: Sprache) -> None:
        self._verzeichnis, self._sprache = verzeichnis, sprache

    def werte(self, namen: tuple[str, ...]) -> tuple[Wahl, ...]:
        return tuple(Wahl(n, self._sprache(f"formular.wert.{n}")) for n in namen)

    def liste(self, name: str) -> tuple[Wahl, ...]:
        """Gives the entries of a list of the data; KeyError for one the form does not know."""
        v = self._verzeichnis
        match name:
            case "handlungsfelder":
                return tuple(Wahl(f.id, f.titel) for f in v.handlungsfelder.values())
            case "leitlinien":
                return tuple(Wahl(li.id, li.text, f.titel) for li, f in v.leitlinien.values())
            case "quellen":
                return quellenwahl(v.konzept.quellen)
        raise KeyError(name)


def _felder(modell: type[BaseModel], angebot: _Angebot) -> Iterator[Feld]:
    typen = get_type_hints(modell, include_extras=True)
    for name, angaben in modell.model_fields.items():
        if (modell, name) in _ERST_SPAETER:
            continue
        typ = _ohne_none(typen[name])
        yield Feld(name, modell.__name__, angaben.is_required(), **_gestalt(typ, angebot))


def _gestalt(typ: Any, angebot: _Angebot) -> dict[str, Any]:
    """Gives kind, choices and inner fields of a type; TypeError for one no form can ask."""
    for bekannt, art in _ARTEN:
        if typ == bekannt:
            return {"art": art}
    if get_origin(typ) is Literal:
        return {"art": "wahl", "wahlen": angebot.werte(get_args(typ))}
    if verweis := _verweis(typ):
        wahlen = tuple(w for liste in verweis.listen for w in angebot.liste(liste))
        return {"art": "wahl", "liste": verweis.listen[0], "wahlen": wahlen}
    if inhalt := _inhalt(typ):
        if isinstance(inhalt, type) and issubclass(inhalt, BaseModel):
            return {"art": "gruppen", "felder": tuple(_felder(inhalt, angebot))}
        einzeln = _gestalt(inhalt, angebot)
        if "wahlen" in einzeln:
            return {**einzeln, "art": "mehrwahl"}
        return {"art": "liste", "je": einzeln["art"]}
    raise TypeError(typ)


def _ohne_none(typ: Any) -> Any:
    if get_origin(typ) in (Union, UnionType) and NoneType in get_args(typ):
        return next(teil for teil in get_args(typ) if teil is not NoneType)
    return typ


def _verweis(typ: Any) -> Verweis | None:
    if get_origin(typ) is not Annotated:
        return None
    pruefer = [a.func for a in typ.__metadata__ if isinstance(a, AfterValidator)]
    return next((p for p in pruefer if isinstance(p, Verweis)), None)


def _inhalt(typ: Any) -> Any:
    """Gives what a list is made of; None for anything else."""
    typ = kern(typ)
    return get_args(typ)[0] if get_origin(typ) is tuple else None
