"""A preview picture: a title on a coloured ground, as chats and networks show it of a link.

The same text gives the same bytes with the same Pillow. A font comes with the package
`font-source-sans-pro`, so nothing has to be installed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PIL import Image, ImageDraw, ImageFont

# Open Graph: 1.91 to 1, large enough for every network.
BREITE, HOEHE = 1200, 630
RAND = 72
BALKEN = 84
GROESSEN = range(104, 47, -8)
ZEILE = 1.14
_KLEIN = 38
_FARBEN = 32
_HELL, _LEISE = "#ffffff", "#e6efef"
_MARKE_GRUND, _MARKE_SCHRIFT = "#fdf1d2", "#443200"
_AUSLASSUNG = "…"
# No line holds more characters, however narrow.
_HOECHSTENS = 200


@dataclass(frozen=True)
class Bildtext:
    """What a picture says: `marke` tells in a strip whose site it is not, "" for none.

    `farbe` is the ground, as `#rrggbb`; white must be readable on it.
    """

    dach: str
    titel: str
    fuss: str
    marke: str
    farbe: str

    @property
    def worte(self) -> str:
        """All that stands on the picture, for those who do not see it."""
        return " – ".join(filter(None, (self.dach, self.titel, self.fuss, self.marke)))


def zeichne(text: Bildtext) -> bytes:
    """Gives the picture as a PNG of 1200 × 630 pixels."""
    bild = Image.new("RGB", (BREITE, HOEHE), text.farbe)
    stift = ImageDraw.Draw(bild)
    unten = HOEHE - RAND // 2
    if text.marke:
        unten = HOEHE - BALKEN
        stift.rectangle((0, unten, BREITE, HOEHE), fill=_MARKE_GRUND)
        mitte = (RAND, unten + BALKEN // 2)
        stift.text(mitte, text.marke, _MARKE_SCHRIFT, _schrift(_KLEIN + 2), anchor="lm")
    klein = _schrift(_KLEIN)
    stift.text((RAND, RAND), _gekuerzt(text.dach, klein), _LEISE, klein, anchor="lt")
    fusslinie = unten - RAND // 2
    stift.text((RAND, fusslinie), _gekuerzt(text.fuss, klein), _LEISE, klein, anchor="lb")
    _titel(stift, text.titel, RAND + 2 * _KLEIN, fusslinie - 2 * _KLEIN)
    ausgabe = io.BytesIO()
    palette = bild.quantize(_FARBEN, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    palette.save(ausgabe, "PNG", optimize=True)
    return ausgabe.getvalue()


def kann_zeigen(text: str) -> bool:
    """Tells whether the font has a sign for every character of a text."""
    return all(zeichen.isspace() or _hat(zeichen) for zeichen in text)


@cache
def _hat(zeichen: str) -> bool:
    def bild(was: str) -> bytes:
        return bytes(_schrift(_KLEIN).getmask(was))

    # A private character, for which no font has a sign of its own.
    return bild(zeichen) != bild("\ue000")


@cache
def _schrift(groesse: int) -> ImageFont.FreeTypeFont:
    datei = files("font_source_sans_pro") / "files" / "SourceSansPro-Semibold.ttf"
    # The other engine depends on libraries that a machine may have or not.
    return ImageFont.truetype(
        io.BytesIO(datei.read_bytes()), groesse, layout_engine=ImageFont.Layout.BASIC
    )


def _titel(stift: ImageDraw.ImageDraw, titel: str, oben: int, unten: int) -> None:
    """Writes the title as large as it fits; one that never fits ends in an ellipsis."""
    for groesse in GROESSEN:
        schrift, schritt = _schrift(groesse), round(groesse * ZEILE)
        platz = (unten - oben) // schritt
        zeilen = list(_zeilen(titel, schrift))
        if len(zeilen) <= platz and max(map(schrift.getlength, zeilen)) <= _platz():
            break
    else:
        zeilen[platz - 1 :] = [" ".join(zeilen[platz - 1 :])] if zeilen[platz - 1 :] else []
        zeilen = [_gekuerzt(zeile, schrift) for zeile in zeilen]
    beginn = oben + (unten - oben - schritt * len(zeilen)) // 2
    for nummer, zeile in enumerate(zeilen):
        stift.text((RAND, beginn + nummer * schritt), zeile, _HELL, schrift)


def _platz() -> int:
    return BREITE - 2 * RAND


def _zeilen(text: str, schrift: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Breaks a text between words; a single word may be longer than a line."""
    zeile = ""
    for wort in text.split():
        laenger = f"{zeile} {wort}".strip()
        if zeile and schrift.getlength(laenger) > _platz():
            yield zeile
            zeile = wort
        else:
            zeile = laenger
    yield zeile


def _gekuerzt(text: str, schrift: ImageFont.FreeTypeFont) -> str:
    """Gives as much of a text as fits into one line."""
    if schrift.getlength(text) <= _platz():
        return text
    text = text[:_HOECHSTENS]
    while text and schrift.getlength(text + _AUSLASSUNG) > _platz():
        text = text[:-1].rstrip()
    return text + _AUSLASSUNG
