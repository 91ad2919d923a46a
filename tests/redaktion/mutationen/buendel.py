"""Many mutations at once: which go together, and the text and findings that come out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.redaktion.mutationen.daten import Bereich, daten
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, Worte

# Gives the differences that some mutations, made at once, bring to light.
Lauf = Callable[[list[Mutation]], list[str]]


@dataclass(frozen=True)
class Soll:
    """A finding that must be there: its place, and words of its sentence."""

    datei: str
    zeile: int
    spalte: int
    worte: Worte


def vertraegliche(mutationen: Iterable[Mutation | None]) -> list[Mutation]:
    """Gives those that touch nothing that one before them claims."""
    genommen: list[Mutation] = []
    vergeben: list[Bereich] = []
    for mutation in mutationen:
        if mutation and not any(_beruehrt(b, v) for b in mutation.bereiche for v in vergeben):
            genommen.append(mutation)
            vergeben += mutation.bereiche
    return genommen


def _beruehrt(einer: Bereich, anderer: Bereich) -> bool:
    return einer[0] == anderer[0] and einer[1] < anderer[2] and anderer[1] < einer[2]


def wende_an(mutationen: Iterable[Mutation]) -> tuple[dict[str, str], list[Soll]]:
    """Gives the changed files and the findings that they must have."""
    je_datei = defaultdict(list)
    for mutation in mutationen:
        for schnitt in mutation.schnitte:
            je_datei[schnitt.datei].append(schnitt)
    texte, soll = {}, []
    for datei, schnitte in je_datei.items():
        text, marken = _schneide(daten().texte.get(datei, ""), schnitte)
        soll += [Soll(datei, *_zeile_und_spalte(text, wo), worte) for wo, worte in marken]
        if datei in daten().texte:
            texte[datei] = text
    return texte, soll


def _schneide(text: str, schnitte: list[Schnitt]) -> tuple[str, list[tuple[int, Worte]]]:
    stuecke: list[str] = []
    marken: list[tuple[int, Worte]] = []
    bisher = laenge = 0
    for schnitt in sorted(schnitte, key=lambda s: (s.anfang, s.ende)):
        assert bisher <= schnitt.anfang, "two mutations cut the same text"
        stuecke += [text[bisher : schnitt.anfang], schnitt.neu]
        laenge += schnitt.anfang - bisher
        marken += [(laenge + wo, worte) for wo, worte in schnitt.marken]
        laenge += len(schnitt.neu)
        bisher = schnitt.ende
    return "".join([*stuecke, text[bisher:]]), marken


def _zeile_und_spalte(text: str, stelle: int) -> tuple[int, int]:
    return text.count("\n", 0, stelle) + 1, stelle - text.rfind("\n", 0, stelle)


def unterschiede(soll: list[Soll], ist: Iterable[tuple[str, int, int, str]]) -> list[str]:
    """Tells what is missing, what is too much, and which sentence says something else."""
    befunde = list(ist)
    erwartet = Counter((s.datei, s.zeile, s.spalte) for s in soll)
    gefunden = Counter(befund[:3] for befund in befunde)
    return [
        *(f"missing: {ort}" for ort in sorted((erwartet - gefunden).elements())),
        *(f"too much: {b}" for b in befunde if b[:3] in gefunden - erwartet),
        *_andere_worte(soll, befunde),
    ]


def _andere_worte(soll: list[Soll], befunde: list[tuple[str, int, int, str]]) -> Iterator[str]:
    saetze = defaultdict(list)
    for datei, zeile, spalte, satz in befunde:
        saetze[datei, zeile, spalte].append(satz)
    for s in soll:
        hier = saetze[s.datei, s.zeile, s.spalte]
        if hier and not any(all(wort in satz for wort in s.worte) for satz in hier):
            yield f"words {s.worte} not in {hier} at {s.datei}:{s.zeile}:{s.spalte}"
