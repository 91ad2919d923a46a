"""What an editor probably meant: near misses of ids, days and addresses."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from difflib import get_close_matches

from macros.seitenplan.adressen import anker
from macros.sprache import Sprache

_AEHNLICH = 0.75
_BEGRIFF = "begriff-{}"
# Day, month and year as people write them; a month may be a word.
_TAGE = (
    r"(?P<tag>\d{1,2})\. ?(?P<monat>\d{1,2}|[A-Za-zä]+)\.? ?(?P<jahr>\d{4})",
    r"(?P<jahr>\d{4})-(?P<monat>\d{1,2})-(?P<tag>\d{1,2})",
)
_MONATE = (
    r"(?P<monat>\d{1,2})[.-] ?(?P<jahr>\d{4})",
    r"(?P<jahr>\d{4})-(?P<monat>\d{1,2})",
    r"(?P<monat>[A-Za-zä]+) (?P<jahr>\d{4})",
)


def wort(ist: str, erlaubt: list[str]) -> str:
    """Gives the allowed word that was meant, for a slip or for a title that holds it; or ""."""
    if (begriff := _BEGRIFF.format(anker(ist))) in erlaubt:
        return begriff
    genannt = [teil for teil in anker(ist).split("-") if teil in erlaubt and teil != ist]
    if genannt:
        return genannt[-1]
    nah = get_close_matches(ist.lower(), erlaubt, n=1, cutoff=_AEHNLICH)
    return nah[0] if nah else ""


def zeitpunkt(ist: str, sprache: Sprache, nur_tag: bool = False) -> str:
    """Gives the day or month that 3.11.2017, 11/2017 or April 2017 means, as the data write it.

    With `nur_tag` only a whole day; "" for what means none.
    """
    text = re.sub(r"[–—/]", "-", ist.strip("„“”»«\"' "))
    for muster in _TAGE if nur_tag else (*_TAGE, *_MONATE):
        if treffer := re.fullmatch(muster, text):
            teile = treffer.groupdict()
            monat = _monat(teile["monat"], sprache)
            with suppress(ValueError):
                ganz = date(int(teile["jahr"]), monat, int(teile.get("tag") or 1)).isoformat()
                return ganz if "tag" in teile else ganz[:7]
    return ""


def _monat(geschrieben: str, sprache: Sprache) -> int:
    """Gives the number of a month; 0 for none."""
    if geschrieben.isdecimal():
        return int(geschrieben)
    namen = {sprache(f"monat.{nummer}"): nummer for nummer in range(1, 13)}
    return namen.get(geschrieben, 0)


def adresse(ist: str) -> str:
    """Gives the address that www.…, http://…, a mailbox or a spaced number means; "" for none."""
    if ist.startswith(("www.", "http://")):
        return "https://" + ist.removeprefix("http://")
    if re.fullmatch(r"[^\s@:/]+@[^\s@:/]+\.[a-z]+", ist):
        return f"mailto:{ist}"
    return re.sub(r"[\s/()-]", "", ist) if re.match("tel:.*[0-9]", ist) else ""
