"""Fingerprints of source texts: they prove a quotation without publishing the text again.

A fingerprint is one hash for each group of `MINDESTWOERTER` neighbouring words, in the order
of the text. Case, quotation marks and white space do not count; every other sign between
the words does. A blank line in the file parts passages that are not neighbours in the source.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

MINDESTWOERTER = 4
_ANFUEHRUNG = str.maketrans("", "", "\"'„“”‚‘’»«›‹`´")
_WORT = re.compile(r"[^\W_]+(?:[-–*:/][^\W_]+)*")
_HASHLAENGE = 16


def _einheitlich(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).translate(_ANFUEHRUNG)
    return " ".join(text.casefold().split())


def woerter(text: str) -> list[str]:
    """Gives the words of a text as they are compared: folded, without quotation marks."""
    return _WORT.findall(_einheitlich(text))


def gruppen(text: str) -> list[str]:
    """Gives the hash of each group of neighbouring words, in order; none for a short text."""
    einheitlich = _einheitlich(text)
    spannen = [treffer.span() for treffer in _WORT.finditer(einheitlich)]
    enden = spannen[MINDESTWOERTER - 1 :]
    return [
        hashlib.sha256(einheitlich[anfang:ende].encode()).hexdigest()[:_HASHLAENGE]
        for (anfang, _), (_, ende) in zip(spannen, enden, strict=False)
    ]


@dataclass(frozen=True)
class Fingerabdruck:
    """The hashes of one source; an empty string stands between separate passages."""

    hashes: tuple[str, ...]

    @cached_property
    def _stellen(self) -> dict[str, list[int]]:
        stellen = defaultdict(list)
        for nummer, wert in enumerate(self.hashes):
            stellen[wert].append(nummer)
        return stellen

    def stelle(self, zitat: str) -> range | None:
        """Gives the numbers of the groups that `zitat` covers, or None if it is not there."""
        gesucht = tuple(gruppen(zitat))
        if not gesucht:
            return None
        for anfang in self._stellen.get(gesucht[0], ()):
            if self.hashes[anfang : anfang + len(gesucht)] == gesucht:
                return range(anfang, anfang + len(gesucht))
        return None

    def abweichung(self, zitat: str) -> int:
        """Gives the index in `zitat` of the first word with which the source does not go on.

        0 where not even the first words stand in the source, or the words cannot be told apart.
        """
        gesucht = gruppen(zitat)
        gleich = 0
        for anfang in self._stellen.get(gesucht[0], ()) if gesucht else ():
            paare = zip(gesucht, self.hashes[anfang:], strict=False)
            gleich = max(gleich, sum(1 for _ in takewhile(lambda paar: paar[0] == paar[1], paare)))
        stellen = [wort.start() for wort in _WORT.finditer(zitat)]
        erstes = gleich + MINDESTWOERTER - 1
        zaehlbar = len(stellen) == len(woerter(zitat)) and erstes < len(stellen)
        return stellen[erstes] if gleich and zaehlbar else 0

    def ueberschneiden(self, eine: range, andere: range) -> bool:
        """Tells whether two passages, given by their groups, share a word."""
        vordere, hintere = sorted((eine, andere), key=lambda spanne: spanne.start)
        if "" in self.hashes[vordere.start : hintere.start]:
            return False
        return hintere.start < vordere.stop + MINDESTWOERTER - 1


def nimm_ab(text: str) -> str:
    """Gives the content of a fingerprint file; blank lines in `text` part passages."""
    passagen = [gruppen(p) for p in re.split(r"\n\s*\n", text.strip())]
    return "\n\n".join("\n".join(p) for p in passagen if p) + "\n"


def lies(inhalt: str) -> Fingerabdruck:
    """Gives the fingerprint that a file holds; raises ValueError on a line that is no hash."""
    zeilen = inhalt.splitlines()
    for zeile in zeilen:
        if zeile and not re.fullmatch(rf"[0-9a-f]{{{_HASHLAENGE}}}", zeile):
            raise ValueError(zeile)
    return Fingerabdruck(tuple(zeilen))
