"""Links to the very sentence of a source, as text fragments (WICG Scroll To Text Fragment)."""

from __future__ import annotations

import re
from urllib.parse import quote

_RAND = 4
_ANFUEHRUNG = "\"'„“”‚‘’»«"
_ZEICHEN = re.compile(f"[{_ANFUEHRUNG}]")


def adresse(url: str, zitat: str | None) -> str:
    """Gives the source's address, led to the quoted words where there are any.

    A long quotation is named by its first and last words, since quotation marks and line
    breaks between them may differ at the source.
    """
    if zitat is None or "#" in url:
        return url
    laeufe = _laeufe(zitat)
    vorn, hinten = laeufe[0], laeufe[-1]
    if len(laeufe) == 1 and len(vorn) <= 2 * _RAND:
        return f"{url}#:~:text={_kodiert(vorn)}"
    return f"{url}#:~:text={_kodiert(vorn[:_RAND])},{_kodiert(hinten[-_RAND:])}"


def _laeufe(zitat: str) -> list[list[str]]:
    """Gives the runs of words between quotation marks; signs without a word are none.

    A quotation has words, but some only once they are folded ("℡"): then it is one run.
    """
    teile = [teil.split() for teil in _ZEICHEN.split(zitat) if re.search(r"\w", teil)]
    return teile or [zitat.split()]


def anfang(zitat: str) -> str:
    """Gives the first words of a quotation, with an ellipsis where more follows.

    Marks inside are left out then: the second one of a pair may be missing.
    """
    woerter = zitat.split()
    if len(woerter) <= _RAND + 1:
        return zitat
    return _ZEICHEN.sub("", " ".join(woerter[:_RAND])) + "\N{NO-BREAK SPACE}…"


def _kodiert(woerter: list[str]) -> str:
    # A hyphen, a comma and an ampersand have a meaning of their own in a text fragment.
    return quote(" ".join(woerter), safe="").replace("-", "%2D")
