"""Words as the search compares them: found in a text, folded, cut to their stem.

`theme/eigen/suche-worte.js` does the same in the browser; a test compares the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# "V.i.B.B." and "E-Mail" are one word too.
_WORT = re.compile(
    r"[^\W\d_](?:(?:\.[^\W\d_]){2,}|-[^\W\d_]{2,})(?![^\W_])|[^\W_]+(?:['’ʼ][^\W_]+)*"
)
# "Lots*innen", "Lots:innen", "Lots/-innen": one word, whatever stands before its feminine ending.
_GENDER = re.compile(r"([^\W\d_])(?:[*:_]|/-?)(?=innen|in\b)")
# Vowel signs of Arabic, soft hyphens and marks of direction part no word.
_UNSICHTBAR = re.compile("[\u00ad\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e]")
_ERSETZT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"}
    | {"ة": "ه", "ى": "ي", "ـ": "", "'": "", "’": "", "ʼ": "", ".": "", "-": ""}
)
_ARABISCHER_ARTIKEL = "ال"
_LATEINISCH = re.compile(r"[a-z]{5,}")
# "Vereins", but not "Kurs" or "Impuls", whose plurals keep the s.
_GENITIV = re.compile(r"(?:[bdfghkmnt]|[^u][lr])s$")


def woerter(text: str) -> Iterator[str]:
    """Gives the words of a text as they stand there."""
    sichtbar = _UNSICHTBAR.sub("", unicodedata.normalize("NFC", text))
    for treffer in _WORT.finditer(_GENDER.sub(r"\1", sichtbar)):
        yield treffer.group()


@lru_cache(maxsize=100_000)
def gefaltet(wort: str) -> str:
    """Gives a word in small letters without accents; ä, ö, ü and ß as two letters."""
    ohne = ohne_akzente(unicodedata.normalize("NFC", wort).lower().translate(_ERSETZT))
    if ohne.startswith(_ARABISCHER_ARTIKEL) and len(ohne) > 4:
        return ohne[2:]
    return ohne


def ohne_akzente(text: str) -> str:
    """Gives a text without the marks on its letters, dots included."""
    zerlegt = unicodedata.normalize("NFKD", text)
    return "".join(z for z in zerlegt if unicodedata.category(z) != "Mn")


@lru_cache(maxsize=100_000)
def stamm(wort: str) -> str:
    """Gives a folded word without its inflection; short and foreign ones stay as they are."""
    if not _LATEINISCH.fullmatch(wort):
        return wort[:-1] if re.fullmatch(r"[a-z]{3}e", wort) else wort
    if len(wort) >= 8 and wort.endswith("innen"):
        return _ohne_er(wort[:-5])
    # "Lehrerin", but not "Verein".
    if len(wort) >= 6 and wort.endswith("in") and wort[-3] != "e":
        return _ohne_er(wort[:-2])
    if wort.endswith("es"):
        return wort[:-2]
    if _GENITIV.search(wort):
        wort = wort[:-1]
    if len(wort) >= 6 and wort.endswith("ern"):
        return wort[:-3]
    if len(wort) >= 5 and wort.endswith(("em", "en", "er")):
        return _ohne_t(wort[:-2])
    return _ohne_t(wort[:-1] if wort.endswith("e") else wort)


def _ohne_t(wort: str) -> str:
    """Lets "informiert" and "informierte" meet "informieren"."""
    return wort[:-1] if len(wort) >= 7 and wort.endswith("iert") else wort


def _ohne_er(wort: str) -> str:
    """Lets "Schülerin" meet "Schüler", whose own ending goes too."""
    return wort[:-2] if len(wort) >= 5 and wort.endswith("er") else wort
