"""Compounds and their parts: split where every part is a word of the site or of the dictionary."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

# The browser splits a question's words with the same two (theme/eigen/suche-frage.js).
MINDESTENS = 4
FUGEN = ("", "s", "n", "en", "es")
# Short nouns of the dictionary are found everywhere: "fahrt" in "Wohlfahrt".
_MINDESTENS_FREMD = 5
_BEUGUNG = ("", "e", "s", "n", "en", "er", "es", "se", "sen")


class Teiler:
    """Splits folded words; `grundform` gives the term that a folded word is indexed as.

    `nomen` are the dictionary's nouns, `keine` words that are never a part, `ganze` words that
    are never split.
    """

    def __init__(
        self,
        bekannte: Collection[str],
        grundform: Callable[[str], str],
        keine: Collection[str],
        nomen: Collection[str],
        ganze: Collection[str],
    ) -> None:
        self._grundform, self._nomen, self._ganze = grundform, nomen, ganze
        self._bekannt = {grundform(w) for w in bekannte if len(w) >= MINDESTENS and w.isalpha()}
        self._keine = {grundform(w) for w in keine}
        self._vorn = {w for w in bekannte if grundform(w) in self._bekannt - self._keine}

    def teile(self, wort: str) -> tuple[str, ...]:
        """Gives the terms of all parts of a folded word; () for no compound.

        A part is split again if the site has it as a word of its own.
        """
        gefunden: dict[str, None] = {}
        for teil in self._schnitt(wort):
            term = self._grundform(teil)
            gefunden[term] = None
            if term in self._bekannt:
                gefunden |= dict.fromkeys(self.teile(teil))
        gefunden.pop(self._grundform(wort), None)
        return tuple(gefunden)

    def _schnitt(self, wort: str) -> tuple[str, ...]:
        """Gives the best cover of a word by parts, or ().

        The fewest parts are best, then those that the site has itself, then a long first part.
        """
        beste: tuple[str, ...] = ()
        if wort in self._ganze:
            return beste
        for ende in range(len(wort) - MINDESTENS, MINDESTENS - 1, -1):
            hinten = wort[ende:]
            rest: tuple[str, ...] | None = None
            for fuge in FUGEN:
                vorn = wort[: ende - len(fuge)]
                if len(vorn) < MINDESTENS or wort[len(vorn) : ende] != fuge:
                    continue
                if not self._beginnt(vorn):
                    continue
                if rest is None:
                    rest = (hinten,) if self._endet(hinten) else self._schnitt(hinten)
                if rest and (not beste or self._guete((vorn, *rest)) > self._guete(beste)):
                    beste = (vorn, *rest)
        return beste

    def _guete(self, schnitt: tuple[str, ...]) -> tuple[int, int]:
        return -len(schnitt), sum(self._grundform(teil) in self._bekannt for teil in schnitt)

    def _beginnt(self, teil: str) -> bool:
        """Every part but the last stands as the site or the dictionary writes it.

        It may lack its last -e or -en ("Sprachkurs", "Wohnheim").
        """
        if self._grundform(teil) in self._keine:
            return False
        return any(teil + endung in self._vorn for endung in ("", "e", "en")) or any(
            self._ist_nomen(teil + endung) for endung in ("", "e")
        )

    def _endet(self, teil: str) -> bool:
        """The last part may be inflected."""
        term = self._grundform(teil)
        if term in self._keine:
            return False
        # "Handwerkerschaft" is in no dictionary, but "Handwerker" is.
        ohne = teil.removesuffix("en").removesuffix("schaft")
        return term in self._bekannt or any(
            self._ist_nomen(nomen.removesuffix(endung))
            for nomen in {teil, ohne}
            for endung in _BEUGUNG
            if nomen.endswith(endung)
        )

    def _ist_nomen(self, wort: str) -> bool:
        return len(wort) >= _MINDESTENS_FREMD and wort in self._nomen


def alle_teile(woerter: Iterable[str], teiler: Teiler) -> dict[str, tuple[str, ...]]:
    """Gives the parts of every compound among some folded words, in their order."""
    return {wort: teile for wort in woerter if (teile := teiler.teile(wort))}
