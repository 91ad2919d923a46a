"""Signs that nobody sees, and letters that look like others: one rule for texts, names and ids.

By property: controls, separators of lines, surrogates, private use, noncharacters, and what
Unicode calls ignorable (Default_Ignorable_Code_Point), which Python's tables do not have; and
the Braille cell without a dot, which Unicode calls a symbol.
"""

from __future__ import annotations

import re
import unicodedata

# DerivedCoreProperties.txt; the property is stable, what is unassigned in it included.
_UNBEACHTET = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
# Those of them that Python takes for printable.
_DRUCKBAR = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    r"\U000e0100-\U000e01ef]"
)
_KEINE_ZEICHEN = r"\ufdd0-\ufdef" + "".join(
    rf"\U{ebene:04x}fffe-\U{ebene:04x}ffff" for ebene in range(0x11)
)
# A tab and the end of a line are white space; the others between texts are refused.
_STEUERUNG = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ud800-\udfff"
_EIGENE = r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_LEERE_ZELLE = r"\u2800"
UNSICHTBAR = re.compile(f"[{_STEUERUNG}{_UNBEACHTET}{_EIGENE}{_KEINE_ZEICHEN}{_LEERE_ZELLE}]")

_VERBINDER, _TRENNER = "\u200d", "\u200c"
_FORMEN = "\ufe0e\ufe0f"
# Signs of an emoji that are no symbols by their category.
_AUCH_EMOJI = "\u203c\u2049\u2139\u3030\u303d"
_TASTE = re.compile("[0-9#*]\ufe0f\u20e3")
_VIRAMA = 9

# Letters that look like those of the Latin alphabet, or nearly so.
_GLEICHE = str.maketrans(
    "асԁеһіјӏорԛѕтхуѵԝкмАВЕІЈКМНОРЅТХУαοριτυνκχγεηωıɑɡ",
    "acdehijlopqstxyvwkmABEIJKMHOPSTXYaopituvkxyenwiag",
)


def unsichtbares(text: str) -> int | None:
    """Gives the index of the first sign that no text may hold; None if there is none.

    What joins or parts signs is allowed where a script or an emoji needs it.
    """
    if text.isprintable() and not _DRUCKBAR.search(text):
        return None
    stellen = (treffer.start() for treffer in UNSICHTBAR.finditer(text))
    return next((stelle for stelle in stellen if not _noetig(text, stelle)), None)


def bereinigt(text: str) -> str:
    """Gives a text without those signs, as the form does.

    Half a sign stays, to be refused: it stands for a letter that was read in a wrong encoding.
    """

    def ersatz(treffer: re.Match[str]) -> str:
        zeichen = treffer.group()
        bleibt = unicodedata.category(zeichen) == "Cs" or _noetig(text, treffer.start())
        return zeichen if bleibt else ""

    return UNSICHTBAR.sub(ersatz, text)


def _noetig(text: str, stelle: int) -> bool:
    zeichen, davor, danach = text[stelle], text[:stelle], text[stelle + 1 : stelle + 2]
    if zeichen in _FORMEN:
        return _ist_emoji(davor[-1:]) or bool(_TASTE.match(text, stelle - 1))
    if zeichen not in (_VERBINDER, _TRENNER) or not davor or not danach:
        return False
    # RFC 5892, A.1 and A.2: after a virama, and between the letters of Arabic scripts.
    buchstaben = davor.rstrip("".join({z for z in davor[-4:] if unicodedata.combining(z)}))
    if unicodedata.combining(davor[-1]) == _VIRAMA:
        return True
    if _ist_arabisch(buchstaben[-1:]) and _ist_arabisch(danach):
        return True
    # With the colour of a skin between them.
    bild = davor.rstrip(_FORMEN + "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
    return zeichen == _VERBINDER and _ist_emoji(bild[-1:]) and _ist_emoji(danach)


def _ist_emoji(zeichen: str) -> bool:
    return bool(zeichen) and (
        unicodedata.category(zeichen) in ("So", "Sm") or zeichen in _AUCH_EMOJI
    )


def _ist_arabisch(zeichen: str) -> bool:
    return bool(zeichen) and unicodedata.bidirectional(zeichen) == "AL"


def lateinisch(text: str) -> str:
    """Gives what a text looks like: without signs that nobody sees, in Latin letters."""
    sichtbar = "".join(z for z in text if z == " " or not (UNSICHTBAR.match(z) or z.isspace()))
    return unicodedata.normalize("NFKC", sichtbar).translate(_GLEICHE)
