"""Reads the table of mistakes and makes each of them in a copy of the sample."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import yaml

from macros.modell import SEITEN
from macros.pruefung.pruefen import pruefe
from macros.sprache import lade

WURZEL = Path(__file__).parents[2]
DATEN = WURZEL / "data"
# What the tests write mistakes into: a state of the data with few search words, which stays as it
# is whatever the editors change.
MUSTER = Path(__file__).with_name("muster")
_TABELLE = Path(__file__).with_name("fehler.yaml")
_MARKE = "▶"
_GENANNT = 12


@dataclass(frozen=True)
class Fall:
    """One line of `fehler.yaml`, which explains the fields."""

    name: str
    datei: str
    meldungen: tuple[str, ...]
    bei: str = ""
    aendern: dict[str, str] = field(default_factory=dict)
    inhalt: str | None = None
    kodierung: str = "utf-8"
    groesse: int = 0
    fehlt: bool = False
    zeile: dict[str, str] = field(default_factory=dict)

    def verdirb(self, ordner: Path) -> list[str]:
        """Makes the mistake in a copy of the data; gives the lines that must be printed."""
        pfad = ordner / self.datei
        stellen: list[tuple[int, int]] = []
        if self.fehlt:
            pfad.unlink()
        elif self.groesse:
            with pfad.open("wb") as datei:
                datei.truncate(self.groesse)
        else:
            text, stellen = _ohne_marken(self._neuer_text(pfad))
            pfad.parent.mkdir(parents=True, exist_ok=True)
            pfad.write_bytes(text.encode(self.kodierung))
        stellen = stellen or [(1, 1)] * len(self.meldungen)
        return [
            f"{ordner}/{self.datei}:{zeile}:{spalte}: {self._satz(meldung, ordner)}"
            for (zeile, spalte), meldung in zip(stellen, self.meldungen, strict=True)
        ]

    def _neuer_text(self, pfad: Path) -> str:
        if self.inhalt is not None:
            return self.inhalt
        text = pfad.read_text(encoding="utf-8")
        for suche, ersatz in self.aendern.items():
            stelle = text.index(suche, text.index(self.bei))
            text = text[:stelle] + ersatz + text[stelle + len(suche) :]
        return text

    def _satz(self, meldung: str, ordner: Path) -> str:
        for datei, suche in self.zeile.items():
            text = (ordner / datei).read_text(encoding="utf-8")
            meldung = meldung.replace("{zeile}", str(text[: text.index(suche)].count("\n") + 1))
        if platz := re.search(r"\{(quellen|leitlinien|ziele|begriffe)\}", meldung):
            genannt = ", ".join(erlaubte()[platz[1]][:_GENANNT])
            meldung = meldung.replace(platz[0], genannt)
        return meldung


def kopie(ordner: Path, vorlage: Path = MUSTER) -> Path:
    """Gives a copy of the sample, or of another folder of data, below a folder."""
    return Path(shutil.copytree(vorlage, ordner / "daten"))


def zeilen(ordner: Path) -> list[str]:
    """Gives what the check prints for a data folder."""
    return [befund.als_zeile(str(ordner)) for befund in pruefe(ordner, lade()).befunde]


@cache
def lies_daten(name: str, ordner: Path = DATEN) -> Any:
    """Gives a data file as plain values, read without any code of the project."""
    return yaml.safe_load((ordner / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def erlaubte() -> dict[str, list[str]]:
    """Gives the ids that a reference may name, by the words of the table."""
    lies = partial(lies_daten, ordner=MUSTER)
    leitlinien = lies("leitlinien")
    felder = leitlinien["handlungsfelder"]
    ziele = [*leitlinien["kapitel"], *felder, *lies("praxisbeispiele")]
    ziele += [*lies("beratung")["angebote"], *lies("glossar")]
    return {
        "quellen": sorted(quelle["id"] for quelle in lies("quellen")),
        "leitlinien": sorted(satz["id"] for feld in felder for satz in feld["leitlinien"]),
        "begriffe": sorted(begriff["id"] for begriff in lies("glossar")),
        "ziele": sorted({*SEITEN, *(eintrag["id"] for eintrag in ziele)}),
    }


def _ohne_marken(text: str) -> tuple[str, list[tuple[int, int]]]:
    stellen = []
    while (stelle := text.find(_MARKE)) >= 0:
        text = text[:stelle] + text[stelle + 1 :]
        stellen.append((text.count("\n", 0, stelle) + 1, stelle - text.rfind("\n", 0, stelle)))
    return text, stellen


def _lies_tabelle() -> dict[str, Fall]:
    faelle: dict[str, Fall] = {}
    for name, angaben in yaml.safe_load(_TABELLE.read_text(encoding="utf-8")).items():
        meldung = angaben.pop("meldung")
        meldungen = (meldung,) if isinstance(meldung, str) else tuple(meldung)
        faelle[name] = Fall(name, meldungen=meldungen, **angaben)
    return faelle


FAELLE = _lies_tabelle()
