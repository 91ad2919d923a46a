"""What an editor probably meant: near misses of ids, days and addresses."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from macros.seitenplan.adressen import anker
from macros.sprache import Sprache

_AEHNLICH, _FAST_GLEICH = 0.75, 0.9
_HOECHSTENS = 3
_BEGRIFF = "begriff-"
# Day, month and year as people write them; a month may be a word.
_TAGE = (
    r"(?P<tag>\d{1,2})[.-] ?(?P<monat>\d{1,2}|[A-Za-zä]+)[.-]? ?(?P<jahr>\d{4})",
    r"(?P<tag>\d{1,2})\.(?P<monat>\d{1,2})\.(?P<kurz>\d{2})",
    r"(?P<jahr>\d{4})-(?P<monat>\d{1,2})-(?P<tag>\d{1,2})",
)
# What a word processor makes of a hyphen: some look just like it.
_STRICHE = r"[\u2010-\u2015\u2212/]"
_UHRZEIT = r"(T|t|,? +)\d{1,2}[:.]\d{2}.*$"
_MONATE = (
    r"(?P<monat>\d{1,2})[.-] ?(?P<jahr>\d{4})",
    r"(?P<jahr>\d{4})-(?P<monat>\d{1,2})",
    r"(?P<monat>[A-Za-zä]+) (?P<jahr>\d{4})",
)


@lru_cache(maxsize=256)
def worte(ist: str, erlaubt: tuple[str, ...]) -> tuple[str, ...]:
    """Gives the allowed words that were meant: for a slip, a title or a part of one; mostly one.

    Several where none is nearer than the others; none where even these are too many.
    """
    if ist.startswith(("/", "https://")):
        # The address of a page or an anchor, copied from the browser: its last part is the id.
        ist = re.split("[/#]+", ist.rstrip("/"))[-1]
    kennung = anker(ist)
    if (begriff := _BEGRIFF + kennung) in erlaubt:
        return (begriff,)
    if gleiche := [wort for wort in erlaubt if _ohne_trenner(wort) == _ohne_trenner(ist)]:
        return tuple(gleiche[:1])
    if genannt := [teil for teil in kennung.split("-") if teil in erlaubt and teil != ist]:
        return tuple(dict.fromkeys(genannt))[:_HOECHSTENS]
    # What all terms begin with makes none of them more similar.
    je_rest = {wort.removeprefix(_BEGRIFF): wort for wort in erlaubt}
    gesucht = ist.lower().removeprefix(_BEGRIFF)
    nah = get_close_matches(gesucht, je_rest, n=_HOECHSTENS + 1, cutoff=_AEHNLICH)
    naehe = [SequenceMatcher(None, rest, gesucht).ratio() for rest in nah]
    gemeinte = [je_rest[rest] for rest, n in zip(nah, naehe, strict=True) if n == naehe[0]]
    if not naehe or naehe[0] < _FAST_GLEICH:
        gemeinte = [w for w in erlaubt if kennung and f"-{kennung}-" in f"-{w}-"] or gemeinte
    return tuple(sorted(gemeinte)) if len(gemeinte) <= _HOECHSTENS else ()


def verwandte_zuerst(ist: str, erlaubt: list[str]) -> list[str]:
    """Gives the allowed words, those first that share most parts with what is there."""
    teile = set(anker(ist).split("-"))
    return sorted(erlaubt, key=lambda wort: -len(teile.intersection(wort.split("-"))))


def mehrere(ist: str, erlaubt: list[str]) -> bool:
    """Tells whether several allowed words stand where one belongs."""
    teile = [teil for teil in re.split(r"[\s,;./]+", ist) if teil]
    return not ist.startswith("/") and len(teile) > 1 and set(teile) <= set(erlaubt)


def _ohne_trenner(wort: str) -> str:
    return anker(wort).replace("-", "")


def zeitpunkt(ist: str, sprache: Sprache, nur_tag: bool = False) -> str:
    """Gives the day or month that 3.11.2017, 11/2017 or April 2017 means, as the data write it.

    With `nur_tag` only a whole day; "" for what means none.
    """
    text = re.sub(_UHRZEIT, "", re.sub(_STRICHE, "-", ist.strip("„“”»«\"' ")))
    for muster in _TAGE if nur_tag else (*_TAGE, *_MONATE):
        if treffer := re.fullmatch(muster, text):
            teile = treffer.groupdict()
            monat = _monat(teile["monat"], sprache)
            with suppress(ValueError):
                jahr = int(teile.get("jahr") or "20" + teile["kurz"])
                ganz = date(jahr, monat, int(teile.get("tag") or 1)).isoformat()
                return ganz if "tag" in teile else ganz[:7]
    return ""


def _monat(geschrieben: str, sprache: Sprache) -> int:
    """Gives the number of a month; 0 for none."""
    if geschrieben.isdecimal():
        return int(geschrieben)
    namen = {sprache(f"monat.{nummer}"): nummer for nummer in range(1, 13)}
    return namen.get(geschrieben, 0)


def kennung(ist: str) -> str:
    """Gives the id that a name with capitals, umlauts or spaces means; "" for anything else."""
    return anker(ist) if re.fullmatch(r"[A-Za-zÄÖÜäöüß][\w -]*", ist) else ""


def adresse(ist: str) -> str:
    """Gives the address that www.…, http://…, a mailbox or a spaced number means; "" for none.

    What ends it in a sentence or a list is left out.
    """
    ist = ist.rstrip(",;")
    if anfang := re.match(r"https?(:/*|/+) *|(?=[\w-]+(\.[\w-]+)+(/|$))", ist):
        rest = ist[anfang.end() :]
        return "" if re.search(r"\s", rest) or not rest else f"https://{rest}"
    if re.fullmatch(r"[^\s@:/]+@[^\s@:/]+\.[a-z]+", ist):
        return f"mailto:{ist}"
    return re.sub(r"[\s/()-]", "", ist) if re.match("tel:.*[0-9]", ist) else ""
