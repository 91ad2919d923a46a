"""Values that become addresses of pages by value: each needs one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from macros.lesen.befund import Befund
from macros.lesen.bestand import Bestand, Fundort
from macros.modell import EINZELN
from macros.modell.klartext import Einzelwert, Klartext
from macros.seitenplan.adressen import anker
from macros.sprache import Sprache

from .satz import gekuerzt

FELDER: dict[str, TypeAdapter[str]] = {
    "stadtteile": TypeAdapter(Einzelwert),
    "zielgruppen": TypeAdapter(Klartext),
}
# Some file systems end a name at 143 bytes (eCryptfs), and nobody reads a longer label.
HOECHSTENS = 120


@dataclass(frozen=True)
class _Angabe:
    """A value of an entry's list, and where it stands."""

    wert: str
    feld: str
    nummer: int
    ort: Fundort

    def stelle(self) -> tuple[int, int]:
        return self.ort.datei.stelle((*self.ort.pfad, self.feld, self.nummer))


def verstoesse(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """Gives every value without an address, and every one that would share that of another."""
    for feld in FELDER:
        erste: dict[str, _Angabe] = {}
        for angabe in _angaben(bestand, feld):
            erster = erste.setdefault(anker(angabe.wert), angabe)
            if satz := _satz(angabe, erster, sprache):
                yield angabe.ort.befund((feld, angabe.nummer), satz, sprache)


def _angaben(bestand: Bestand, feld: str) -> Iterator[_Angabe]:
    """Gives the texts of a list in all entries; what is none has its own message."""
    for ort in (o for orte in bestand.kennungen.values() for o in orte if o.liste == EINZELN):
        liste = ort.wert().get(feld)
        for nummer, wert in enumerate(liste if isinstance(liste, tuple) else ()):
            try:
                text = FELDER[feld].validate_python(wert, strict=True)
            except ValidationError:
                continue
            yield _Angabe(text, feld, nummer, ort)


def _satz(angabe: _Angabe, erster: _Angabe, sprache: Sprache) -> str:
    """Gives what is wrong with a value; "" if nothing is."""
    worte = {"ist": gekuerzt(angabe.wert), "feld": angabe.feld}
    adresse = anker(angabe.wert)
    if not adresse:
        return sprache("befund.filterwert.ohne_adresse", **worte)
    if len(adresse) > HOECHSTENS:
        return sprache("befund.filterwert.zu_lang", hoechstens=HOECHSTENS, **worte)
    if erster.wert == angabe.wert:
        return ""
    return sprache(
        "befund.filterwert.gleiche_adresse",
        anderer=gekuerzt(erster.wert),
        datei=erster.ort.datei.name,
        zeile=erster.stelle()[0],
        **worte,
    )
