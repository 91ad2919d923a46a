"""Where the parser stumbled over a file that is no YAML, and what it calls that."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import yaml

from macros.sprache import Sprache

from .befund import Befund
from .vermutung import genauer

# Mistakes that the parser notices only later than where they begin.
_SCHON_AM_ANFANG = ("could not find expected ':'", "quoted scalar", "flow", "an alias")
# The parser's words for a problem, the first that fits wins.
_SYNTAX = (
    ("'\\t'", "yaml_tabulator"),
    ("cannot start any token", "yaml_zeichen_am_anfang"),
    ("mapping values are not allowed", "yaml_doppelpunkt_zu_viel"),
    ("could not find expected ':'", "yaml_doppelpunkt_fehlt"),
    ("quoted scalar", "yaml_anfuehrung"),
    ("single document", "yaml_mehrere"),
    ("alias", "anker"),
    ("did not find expected key", "yaml_einrueckung"),
    ("did not find expected '-' indicator", "yaml_einrueckung"),
    ("block sequence entries", "yaml_einrueckung"),
    ("block collection", "yaml_einrueckung"),
    ("flow", "yaml_klammer"),
    ("chomping", "yaml_block"),
)


@dataclass(frozen=True)
class Anstoss:
    """A refusal of the parser in the text of the file `name`."""

    fehler: yaml.MarkedYAMLError
    text: str
    name: str

    @cached_property
    def zeilen(self) -> list[str]:
        """The lines of the text."""
        return self.text.split("\n")

    @cached_property
    def marken(self) -> tuple[yaml.Mark, ...]:
        """Where the parser stood, then where what it was reading began.

        None if it stood behind the last line: it ends lines at some signs that no editor does.
        """
        marken = tuple(m for m in (self.fehler.problem_mark, self.fehler.context_mark) if m)
        return marken if marken and marken[0].line < len(self.zeilen) else ()

    @property
    def worte(self) -> str:
        """What the parser says of it."""
        return f"{self.fehler.problem or ''} {self.fehler.context or ''}"

    @property
    def schluessel(self) -> str:
        """The key of what the parser's words mean."""
        return next((s for muster, s in _SYNTAX if muster in self.worte), "yaml_unbekannt")

    @property
    def vermutet(self) -> str:
        """The key of what the line itself shows to be meant."""
        return genauer(self.schluessel, self.hier)

    @cached_property
    def stelle(self) -> tuple[int, int]:
        """Line and column, from 1, where the mistake begins as far as the parser knows."""
        marke, davor = self.fehler.problem_mark, self.fehler.context_mark
        if davor and (not marke or any(muster in self.worte for muster in _SCHON_AM_ANFANG)):
            marke = davor
        return (marke.line + 1, marke.column + 1) if marke else (1, 1)

    @property
    def hier(self) -> str:
        """The line where it begins; "" behind the last one."""
        nummer = self.stelle[0] - 1
        return self.zeilen[nummer] if nummer < len(self.zeilen) else ""

    def befund(
        self, zeile: int, spalte: int, schluessel: str, sprache: Sprache, **angaben: object
    ) -> Befund:
        """Gives the finding at a place in this file, with the sentence of a key."""
        return Befund(self.name, zeile, spalte, sprache(f"befund.{schluessel}", **angaben))
