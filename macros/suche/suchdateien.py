"""The files that a browser loads to search: the index, and real words beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from macros.seitenplan.adressen import anker
from macros.seitenplan.facetten import ART, Facette

from . import fremde, nachbarn
from .ableitung import REGELN, ohne_regel
from .dokument import Dokument
from .verzeichnis import Suchverzeichnis

_DATEI = "eigen/verzeichnis.json"
_ECHTE = "eigen/echte.txt"
# An age or a count says nothing beside other words. Smaller numbers name chapters and fields.
_ZAHLEN = [str(zahl) for zahl in range(8, 100)]


def suchdateien(suche: Suchverzeichnis, benannt: Callable[[str, bytes], str]) -> dict[str, str]:
    """Gives the content of each file by address; the first one leads to the others.

    `benannt` makes a file's address from its name and content.
    """
    echte = nachbarn.echte(suche.gefaltete, suche.nennende, suche.grundform)
    faecher = [(benannt(_ECHTE, fach.encode()), fach) for fach in nachbarn.faecher(echte)]
    inhalt = _verzeichnis(suche, [adresse.rpartition("/")[2] for adresse, _ in faecher])
    return {benannt(_DATEI, inhalt.encode()): inhalt, **dict(faecher)}


def _verzeichnis(suche: Suchverzeichnis, echte: list[str]) -> str:
    """Gives the index; `echte` are the files beside it, of which an unknown word asks for one."""
    teile = {suche.grundform(wort): _mit_familie(wort, suche) for wort in suche.teile}
    familien = {wort: (ziel,) for wort, ziel in suche.familien.items()}
    beiwoerter = suche.regelworte("beiwoerter") + _ZAHLEN
    inhalt = {
        "dokumente": [_als_liste(d, suche.facetten) for d in suche.dokumente],
        "facetten": {f.parameter: " ".join(w.anker for w in f.werte) for f in suche.facetten},
        "formen": _gruppiert(ohne_regel(suche.formen, suche.staemme)),
        "teile": {g: " ".join(t) for g, t in sorted({**familien, **teile}.items())},
        "fuellwoerter": " ".join(sorted(suche.fuellwoerter)),
        "ohne_formen": " ".join(suche.regelworte("ohne_formen")),
        "keine_teile": " ".join(suche.regelworte("keine_teile")),
        "beiwoerter": " ".join(beiwoerter),
        "nebenbei": " ".join(beiwoerter + suche.regelworte("wer_fragt")),
        "regeln": REGELN,
        "endungen": fremde.endungen(),
        "echte": echte,
    }
    return json.dumps(inhalt, ensure_ascii=False, separators=(",", ":")) + "\n"


def _mit_familie(wort: str, suche: Suchverzeichnis) -> tuple[str, ...]:
    """Gives the parts of a compound, and the verbs or adjectives that it or a part is made of."""
    teile = suche.teile[wort]
    ganze = (suche.grundform(wort), *teile)
    return (*teile, *(suche.familien[teil] for teil in ganze if teil in suche.familien))


def _als_liste(d: Dokument, facetten: Iterable[Facette]) -> list[Any]:
    passagen = [
        [p.anker, p.titel, p.text, *([p.wortlaut] if p.wortlaut else [])] for p in d.passagen
    ]
    je_ziel: dict[tuple[int, str, bool], list[str]] = defaultdict(list)
    for w in d.worte:
        je_ziel[w.rang, w.anker, w.sprache is not None].append(w.wort)
    worte = [[*ziel[:2], int(ziel[2]), "|".join(w)] for ziel, w in je_ziel.items()]
    merkmale = _merkmale(d, facetten)
    return [d.adresse, d.titel, d.art, d.feld, d.gewicht, passagen, worte, merkmale]


def _merkmale(d: Dokument, facetten: Iterable[Facette]) -> list[list[int]]:
    """Gives by facet the places of a page's values among all values of the facet."""
    hat = {ART: [anker(d.art)], **d.merkmale}
    return [
        [platz for platz, wert in enumerate(f.werte) if wert.anker in hat.get(f.parameter, ())]
        for f in facetten
    ]


def _gruppiert(formen: Mapping[str, str]) -> dict[str, str]:
    """Gives by term the stems that lead to it."""
    je: dict[str, list[str]] = defaultdict(list)
    for von, nach in sorted(formen.items()):
        je[nach].append(von)
    return {nach: " ".join(von) for nach, von in sorted(je.items())}
