"""Which outside links of the data and pages still lead somewhere, as German lines with a place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.darstellung.format import tag
from macros.sprache import Sprache

from .linkabruf import Auskunft
from .linkausnahmen import Fundausnahme, lies_ausnahmen
from .linkstellen import Stelle

Frage = Callable[[list[str]], Mapping[str, Auskunft]]


@dataclass(frozen=True)
class Linkbericht:
    """Lines to print: what must be mended, and what is good to know."""

    fehler: tuple[str, ...]
    hinweise: tuple[str, ...]
    geprueft: int

    def als_text(self, sprache: Sprache) -> str:
        """Gives the lines and their numbers, what must be mended last: it is read first."""
        zahlen = {"fehler": len(self.fehler), "hinweise": len(self.hinweise)}
        ergebnis = sprache("links.ergebnis", geprueft=self.geprueft, **zahlen)
        return "\n".join((*self.hinweise, *self.fehler, ergebnis)) + "\n"


def pruefe_links(
    stellen: Mapping[str, list[Stelle]],
    ausnahmen: Path,
    heute: date,
    sprache: Sprache,
    frage: Frage,
) -> Linkbericht:
    """Has every address asked that no exception leaves out, and says what became of it."""
    funde, befunde = lies_ausnahmen(ausnahmen, sprache)
    if befunde:
        return Linkbericht(tuple(b.als_zeile(str(ausnahmen.parent)) for b in befunde), (), 0)
    offen = [a for a in stellen if not any(f.gilt(a, heute) for f in funde)]
    auskuenfte = frage(offen)
    hinweise = list(_zu_ausnahmen(stellen, funde, ausnahmen, heute, sprache))
    fehler: list[str] = []
    for adresse, auskunft in auskuenfte.items():
        if auskunft.art == "lebt":
            continue
        satz = _satz(adresse, auskunft, ausnahmen, sprache)
        zeilen = [stelle.zeige(satz) for stelle in sorted(stellen[adresse])]
        (fehler if auskunft.art == "tot" else hinweise).extend(zeilen)
    return Linkbericht(tuple(fehler), tuple(hinweise), len(auskuenfte))


def _satz(adresse: str, auskunft: Auskunft, ausnahmen: Path, sprache: Sprache) -> str:
    angaben = {"url": adresse, "angabe": auskunft.angabe, "datei": ausnahmen}
    if auskunft.grund:
        angaben["grund"] = sprache(f"links.grund.{auskunft.grund}", angabe=auskunft.angabe)
    return sprache(f"links.{auskunft.art}", **angaben)


def _zu_ausnahmen(
    stellen: Mapping[str, list[Stelle]],
    funde: list[Fundausnahme],
    pfad: Path,
    heute: date,
    sprache: Sprache,
) -> Iterator[str]:
    for fund in funde:
        ausnahme = fund.ausnahme
        betroffen = sum(adresse.startswith(ausnahme.url) for adresse in stellen)
        art = "unbenutzt" if not betroffen else "gilt"
        if betroffen and ausnahme.bis < heute:
            art = "abgelaufen"
        satz = sprache(
            f"links.ausnahme.{art}",
            url=ausnahme.url,
            grund=ausnahme.grund,
            bis=tag(ausnahme.bis, sprache),
            anzahl=betroffen,
        )
        yield Stelle(str(pfad), fund.zeile, 1).zeige(satz)
