"""One mistake in the data: where it is and how to mend it, in the editor's language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

# The names and numbers that lead from a file's content to a value in it.
Pfad = tuple[str | int, ...]


def stelle_bei(text: str, nummer: int) -> tuple[int, int]:
    """Gives line and column, from 1, of a character of a text by its number, from 0."""
    return text.count("\n", 0, nummer) + 1, nummer - text.rfind("\n", 0, nummer)


@dataclass(frozen=True, order=True)
class Befund:
    """A mistake at a place; line and column count from 1, `datei` is relative to the data.

    `fehlt` is the id that the place names and no entry has.
    """

    datei: str
    zeile: int
    spalte: int
    satz: str
    fehlt: str = field(default="", compare=False)

    def benannt(self, eintrag: str) -> Befund:
        """Gives it with the name of the entry, if there is one, before the sentence."""
        return replace(self, satz=f"{eintrag}: {self.satz}") if eintrag else self

    def pfad(self, ordner: str) -> str:
        """Gives the file's path below the data folder as it was given."""
        return f"{ordner.rstrip('/')}/{self.datei}"

    def als_zeile(self, ordner: str) -> str:
        """Gives the pinned form `<folder as given>/file.yaml:line:col: sentence`."""
        return f"{self.pfad(ordner)}:{self.zeile}:{self.spalte}: {self.satz}"
