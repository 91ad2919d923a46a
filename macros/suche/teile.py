"""Compounds and their parts: split only where every part is a word the site has itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

MINDESTENS = 4
_FUGEN = ("", "s", "n", "en", "es")


class Teiler:
    """Splits folded words; `grundform` gives the term that a folded word is indexed as."""

    def __init__(
        self, bekannte: Collection[str], grundform: Callable[[str], str], keine: Collection[str]
    ) -> None:
        self._grundform = grundform
        self._bekannt = {grundform(w) for w in bekannte if len(w) >= MINDESTENS and w.isalpha()}
        self._bekannt -= {grundform(w) for w in keine}
        self._vorn = {w for w in bekannte if grundform(w) in self._bekannt}

    def teile(self, wort: str) -> tuple[str, ...]:
        """Gives the terms of all parts of a folded word, parts of parts too; () for no compound."""
        gefunden: dict[str, None] = {}
        for teil in self._schnitt(wort):
            gefunden[self._grundform(teil)] = None
            gefunden |= dict.fromkeys(self.teile(teil))
        gefunden.pop(self._grundform(wort), None)
        return tuple(gefunden)

    def _schnitt(self, wort: str) -> tuple[str, ...]:
        """Gives the cover of a word with the fewest known parts, the longest first part first."""
        beste: tuple[str, ...] = ()
        for ende in range(len(wort) - MINDESTENS, MINDESTENS - 1, -1):
            for fuge in _FUGEN:
                vorn = wort[: ende - len(fuge)]
                if len(vorn) < MINDESTENS or wort[len(vorn) : ende] != fuge:
                    continue
                if not self._beginnt(vorn):
                    continue
                hinten = wort[ende:]
                rest = (hinten,) if self._kennt(hinten) else self._schnitt(hinten)
                if rest and (not beste or len(rest) + 1 < len(beste)):
                    beste = (vorn, *rest)
        return beste

    def _beginnt(self, teil: str) -> bool:
        """Every part but the last stands as the site writes it, or without its last -e or -en."""
        return any(teil + endung in self._vorn for endung in ("", "e", "en"))

    def _kennt(self, teil: str) -> bool:
        return self._grundform(teil) in self._bekannt


def alle_teile(woerter: Iterable[str], teiler: Teiler) -> dict[str, tuple[str, ...]]:
    """Gives the parts of every compound among some folded words, in their order."""
    return {wort: teile for wort in woerter if (teile := teiler.teile(wort))}
