"""Links to the very sentence of a source, as text fragments (WICG Scroll To Text Fragment)."""

from __future__ import annotations

from urllib.parse import quote

_RAND = 4
_ANFUEHRUNG = "\"'„“”‚‘’»«"


def adresse(url: str, zitat: str | None) -> str:
    """Gives the source's address, led to the quoted words where there are any.

    A long quotation is named by its first and last words, since quotation marks and line
    breaks between them may differ at the source.
    """
    if zitat is None or "#" in url:
        return url
    woerter = [wort.strip(_ANFUEHRUNG) for wort in zitat.split()]
    if len(woerter) <= 2 * _RAND and not any(z in zitat for z in _ANFUEHRUNG):
        return f"{url}#:~:text={_kodiert(woerter)}"
    return f"{url}#:~:text={_kodiert(woerter[:_RAND])},{_kodiert(woerter[-_RAND:])}"


def anfang(zitat: str) -> str:
    """Gives the first words of a quotation, with an ellipsis where more follows."""
    woerter = zitat.split()
    return zitat if len(woerter) <= _RAND + 1 else " ".join(woerter[:_RAND]) + " …"


def _kodiert(woerter: list[str]) -> str:
    # A hyphen, a comma and an ampersand have a meaning of their own in a text fragment.
    return quote(" ".join(woerter), safe="").replace("-", "%2D")
