"""Values as cells of a table: a German Excel reads each, and none can run as a formula."""

from __future__ import annotations

# As a German Excel reads and writes numbers.
DEZIMALZEICHEN = ","
MEHRERE = " | "
# A bar that is part of a value: it must not look like the one between two.
_STRICH, _STRICH_IM_WERT = "|", "¦"
# OWASP, "CSV Injection": a cell that begins so may be taken for a formula; Excel in some
# languages reads signs of full width as the narrow ones.
_FORMEL = tuple("=+-@＝＋－＠\t\r\n")
# Excel's limit, in UTF-16 units: the rest would begin a row of its own, and could run there.
HOECHSTENS = 32_767
_EINHEIT = len("x".encode("utf-16-le"))
_AUSLASSUNG = "…"


def zelle(wert: object) -> str:
    """Gives a value as a cell: lists with bars between, an apostrophe before a formula.

    What is longer than a cell ends in an ellipsis; the JSON files hold all of it.
    """
    if wert is None:
        return ""
    if isinstance(wert, int | float):
        return str(wert).replace(".", DEZIMALZEICHEN)
    text = str(wert)
    if isinstance(wert, tuple):
        text = MEHRERE.join(str(teil).replace(_STRICH, _STRICH_IM_WERT) for teil in wert)
    return _passend(f"'{text}" if text.startswith(_FORMEL) else text)


def _passend(text: str) -> str:
    roh = text.encode("utf-16-le")
    if len(roh) <= HOECHSTENS * _EINHEIT:
        return text
    return roh[: (HOECHSTENS - 1) * _EINHEIT].decode("utf-16-le", "ignore") + _AUSLASSUNG
