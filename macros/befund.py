"""One mistake in the data: where it is and how to mend it, in the editor's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Befund:
    """A mistake at a place; line and column count from 1, `datei` is relative to the data."""

    datei: str
    zeile: int
    spalte: int
    satz: str

    def pfad(self, ordner: str) -> str:
        """Gives the file's path below the data folder as it was given."""
        return f"{ordner.rstrip('/')}/{self.datei}"

    def als_zeile(self, ordner: str) -> str:
        """Gives the pinned form `<folder as given>/file.yaml:line:col: sentence`."""
        return f"{self.pfad(ordner)}:{self.zeile}:{self.spalte}: {self.satz}"
