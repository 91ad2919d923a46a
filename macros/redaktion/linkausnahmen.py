"""The addresses that the link check leaves out, each with its reason and its last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.lesen.befund import Befund
from macros.lesen.datei import lies_datei
from macros.modell.grundtypen import Eintrag, Webadresse
from macros.modell.klartext import Klartext
from macros.pruefung.meldung import melde
from macros.sprache import Sprache


class Ausnahme(Eintrag):
    """Every address that begins with `url` is left out until the day `bis`, that day included."""

    url: Webadresse
    grund: Klartext
    bis: date


@dataclass(frozen=True)
class Fundausnahme:
    """An exception and the line it stands on."""

    ausnahme: Ausnahme
    zeile: int

    def gilt(self, adresse: str, heute: date) -> bool:
        """Tells whether an address is left out today."""
        return heute <= self.ausnahme.bis and adresse.startswith(self.ausnahme.url)


_LISTE: TypeAdapter[tuple[Ausnahme, ...]] = TypeAdapter(tuple[Ausnahme, ...])


def lies_ausnahmen(pfad: Path, sprache: Sprache) -> tuple[list[Fundausnahme], list[Befund]]:
    """Gives the exceptions of a file, or what is wrong with it."""
    datei, befunde = lies_datei(pfad, pfad.name, sprache)
    if datei is None or befunde:
        return [], befunde
    typ: Any = tuple[Ausnahme, ...]
    try:
        ausnahmen = _LISTE.validate_python(datei.wert)
    except ValidationError as fehler:
        alle = fehler.errors(include_url=False, include_input=False)
        return [], sorted({melde(einer, datei, typ, sprache) for einer in alle})
    return [Fundausnahme(a, datei.stelle((i,))[0]) for i, a in enumerate(ausnahmen)], []
