"""The published versions of a site: whole or not there, one of them current, three kept.

    ZIEL/aktuell -> fassungen/000007
    ZIEL/fassungen/000007/site            what the server sends
    ZIEL/fassungen/000007/umleitungen.map what it redirects
    ZIEL/fassungen/000007/verschwunden.map which of its pages say that something is gone
    ZIEL/fassungen/000007/beilagen.txt    files that may be kept for good

A version is made under another name and gets its own by one rename; it becomes current by
one more. So a process may die anywhere: readers see the old version or the new one.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .gemeinsames import fuer_immer, verbinde
from .ziel import SchonDabei, ZielBesetzt

BEHALTEN = 3
_FUER_ALLE = 0o022
SITE, BEILAGEN = "site", "beilagen.txt"
UMLEITUNGEN, VERSCHWUNDEN = "umleitungen.map", "verschwunden.map"
_AKTUELL, _ORDNER, _NEU, _WEG, _SCHLOSS = "aktuell", "fassungen", ".neu", ".weg", ".schloss"


class KeineFassung(Exception):
    """There is no version to go back to."""


class Fassungen:
    """The versions in a folder; changes need `allein`."""

    def __init__(self, ziel: Path) -> None:
        self._ziel, self._ordner = ziel, ziel / _ORDNER
        self._link = ziel / _AKTUELL

    @contextmanager
    def allein(self) -> Iterator[None]:
        """Makes the folder, keeps other processes out, and clears what a dead one left.

        What is made meanwhile the server's own user may read, and a failure leaves nothing.
        Raises ZielBesetzt, SchonDabei, or OSError if the folder cannot be written.
        """
        if self._ziel.exists() and not self._ist_unseres():
            raise ZielBesetzt(self._ziel)
        vorher = os.umask(_FUER_ALLE)
        try:
            self._ordner.mkdir(parents=True, exist_ok=True)
            with (self._ziel / _SCHLOSS).open("w") as schloss:
                try:
                    fcntl.flock(schloss, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    raise SchonDabei(self._ziel) from None
                self._raeume_auf()
                try:
                    yield
                finally:
                    # A full disk must not stay full of half a version.
                    self._raeume_auf()
        finally:
            os.umask(vorher)

    @property
    def aktuell(self) -> Path | None:
        """The current version's folder, None before the first one."""
        return self._ordner / self._link.readlink().name if self._link.is_symlink() else None

    def alle(self) -> list[Path]:
        """Gives the folders of the versions, the oldest first."""
        return sorted(self._ordner.glob("[0-9]*")) if self._ordner.is_dir() else []

    def beginne(self) -> Path:
        """Gives an empty folder for the next version."""
        neu = self._ziel / _NEU
        neu.mkdir()
        return neu

    def nimm_auf(self, neu: Path) -> Path:
        """Takes in a whole version and makes it current; gives its folder.

        What was published after the current one and taken back is dropped.
        """
        davor = [f for f in self.alle() if self.aktuell and f.name <= self.aktuell.name]
        nummer = 1 + max((int(f.name) for f in self.alle()), default=0)
        zeilen = [f"{adresse}\n" for adresse in fuer_immer(neu / SITE)]
        (neu / BEILAGEN).write_text("".join(zeilen), encoding="utf-8")
        fertig = neu.rename(self._ordner / f"{nummer:06}")
        self._zeige(fertig)
        self._behalte([*davor[1 - BEHALTEN :], fertig])
        return fertig

    def gehe_zurueck(self) -> Path:
        """Makes the version before the current one current; KeineFassung if there is none."""
        davor = [f for f in self.alle() if self.aktuell and f.name < self.aktuell.name]
        if not davor:
            raise KeineFassung(self._ziel)
        self._zeige(davor[-1])
        return davor[-1]

    def _zeige(self, fassung: Path) -> None:
        """Lets readers have a version, and files that pages of the others still ask for."""
        for andere in self.alle():
            beilagen = (andere / BEILAGEN).read_text(encoding="utf-8").splitlines()
            verbinde(andere / SITE, fassung / SITE, beilagen)
        zwischen = self._ziel / f"{_NEU}-{_AKTUELL}"
        zwischen.symlink_to(Path(_ORDNER) / fassung.name)
        zwischen.replace(self._link)

    def _behalte(self, fassungen: list[Path]) -> None:
        for alte in set(self.alle()) - set(fassungen):
            weg = alte.rename(self._ziel / f"{_WEG}-{alte.name}")
            shutil.rmtree(weg)

    def _raeume_auf(self) -> None:
        for rest in (*self._ziel.glob(f"{_NEU}*"), *self._ziel.glob(f"{_WEG}*")):
            rest.unlink() if rest.is_symlink() else shutil.rmtree(rest)

    def _ist_unseres(self) -> bool:
        if not self._ziel.is_dir():
            return False
        frei = self._link.is_symlink() or not self._link.exists()
        return not any(self._ziel.iterdir()) or (self._ordner.is_dir() and frei)
