"""The interface words, one file per language, looked up by dotted keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_ORDNER = Path(__file__).parent


class Sprache:
    """The words of one language; `kuerzel` is its BCP 47 tag."""

    def __init__(self, kuerzel: str, woerter: Mapping[str, Any]) -> None:
        self.kuerzel = kuerzel
        self._woerter = woerter

    def __call__(self, schluessel: str, **angaben: object) -> str:
        """Gives the words for a dotted key with `{name}` filled in; KeyError if there are none."""
        wert = self._bei(schluessel)
        if not isinstance(wert, str):
            raise KeyError(schluessel)
        return wert.format(**angaben) if angaben else wert

    def gruppe(self, schluessel: str) -> dict[str, str]:
        """Gives the words below a dotted key by their names; KeyError if there are none."""
        return {name: self(f"{schluessel}.{name}") for name in self._bei(schluessel)}

    def gibt_es(self, schluessel: str) -> bool:
        """Tells whether there are words for a dotted key."""
        try:
            self(schluessel)
        except (KeyError, TypeError):
            return False
        return True

    def anzahl(self, schluessel: str, zahl: int) -> str:
        """Gives the words for a number of things: the key's `keine`, `eins` or `viele`.

        Without words for `keine`, none are `viele`.
        """
        form = {0: "keine", 1: "eins"}.get(zahl, "viele")
        if not self.gibt_es(f"{schluessel}.{form}"):
            form = "viele"
        return self(f"{schluessel}.{form}", zahl=zahl)

    def _bei(self, schluessel: str) -> Any:
        wert: Any = self._woerter
        for teil in schluessel.split("."):
            wert = wert[teil]
        return wert


@cache
def lade(kuerzel: str = "de") -> Sprache:
    """Gives the words of a language; FileNotFoundError if there is no file for it."""
    text = (_ORDNER / f"{kuerzel}.yaml").read_text(encoding="utf-8")
    return Sprache(kuerzel, yaml.safe_load(text))
