"""Plain text: what editors write, escaped everywhere, with nothing in it that could run.

Each sign or address that a text may not hold has a pattern in a notation that Python and
ECMA (in JSON Schema) share; its name is the key of the German sentence under `befund`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .zeichen import unsichtbares

# Signs that a page, a template or Markdown could run.
_MARKUP = (
    r"<[A-Za-z/!?]|\{\{|\{%|\{#|\]\(|```|~~~|\*\*"
    r"|[jJ][aA][vV][aA][sS][cC][rR][iI][pP][tT]\s*:|[vV][bB][sS][cC][rR][iI][pP][tT]\s*:"
)
# A UTF-8 text that was read as Windows text: "Ã¤" for "ä", "â€ž" for "„"; the other way "�".
_ZEICHENSALAT = r"Ã[\u0080-\u00bf\u0152-\u0178\u2013-\u2026]|â€|\ufffd"
_LINK = r"[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\.[a-z]"
# In a text these are mostly a person's; those of an institution have fields of their own.
_EMAIL = r"[^\s@<>()](@| ?[(\[]at[)\]] ?)[^\s@<>()]+\.[A-Za-z]{2}"
_TELEFON = r"(^|[^0-9])(\+49|\(?0[1-9][0-9]{1,4}\)?)[ /-]{1,3}[0-9][0-9 /-]{3,}[0-9]"
_IMMER = {"markup": _MARKUP, "zeichensalat": _ZEICHENSALAT, "link_im_text": _LINK}
_KONTAKT = {"email_im_text": _EMAIL, "telefon_im_text": _TELEFON}
# A place or a language has none of these in its name: they stand between several.
_MEHRERE = r"[,;/]| und "
_STRICHE = "•·▪‣*–—-"
_AUFZAEHLUNG = re.compile(rf"\s*[{_STRICHE}]\s")
_ANFANG_VORWAHL = re.compile(r"(?<![0-9])0[1-9][0-9]")
VERBOTEN = {name: re.compile(muster) for name, muster in {**_IMMER, **_KONTAKT}.items()}

# One class of signs is looked for five times as fast as alternatives are.
_ANLASS_IMMER = re.compile(r"[<{\]`~*Ãâ\ufffd]")
_ANLASS_DOPPELPUNKT = re.compile(r"://|[tT]\s*:")


def _im_schema(verboten: dict[str, str]) -> Any:
    """Tells the schema what the validators refuse; pydantic itself need not look again."""
    muster = rf"^(?!{_AUFZAEHLUNG.pattern})(?![\s\S]*({'|'.join(verboten.values())}))[\s\S]*\S"
    return Field(json_schema_extra={"minLength": 1, "pattern": muster})


def _klartext(wert: str) -> str:
    ganz = unicodedata.normalize("NFC", wert)
    # Before they are folded: some count as white space.
    ohne_unsichtbares(ganz)
    text = " ".join(ganz.split())
    if not text:
        raise PydanticCustomError("leer", "empty text")
    if text[0] in _STRICHE and _AUFZAEHLUNG.match(text):
        raise PydanticCustomError("aufzaehlung", "bullet", {"zeichen": text[0]})
    if verdaechtig(text):
        _ohne(_IMMER, text)
    if "\n" in wert.strip():
        raise PydanticCustomError("absatz", "more than one paragraph")
    return text


def ohne_unsichtbares(text: str) -> str:
    """Gives a text back, or refuses the first sign in it that nobody sees."""
    if (stelle := unsichtbares(text)) is not None:
        raise _verstoss("unsichtbar", text[stelle], text, stelle)
    return text


def verdaechtig(text: str) -> bool:
    """A quick look that saves the slow ones: what it denies holds nothing that is never allowed."""
    return (
        bool(_ANLASS_IMMER.search(text))
        or (":" in text and bool(_ANLASS_DOPPELPUNKT.search(text)))
        or "w." in text
        or "W." in text
    )


def nennt_vielleicht_kontakt(text: str) -> bool:
    """The same for mailboxes and phone numbers."""
    return (
        "@" in text
        or "(at" in text
        or "[at" in text
        or "+49" in text
        or ("0" in text and bool(_ANFANG_VORWAHL.search(text)))
    )


def _ohne_kontakt(text: str) -> str:
    if nennt_vielleicht_kontakt(text):
        _ohne(_KONTAKT, text)
    return text


def _ein_wert(text: str) -> str:
    if re.match(_MEHRERE, text[-1]):
        raise _verstoss("zeichen_am_ende", text[-1], text, len(text) - 1)
    if treffer := re.search(_MEHRERE, text):
        raise _verstoss("mehrere", treffer.group().strip(), text, treffer.start())
    return text


def _ohne(verboten: dict[str, str], text: str) -> None:
    for name in verboten:
        if treffer := VERBOTEN[name].search(text):
            stelle, zeichen = treffer.start(), treffer.group().strip()
            if name == "link_im_text":
                zeichen = text[stelle:].split()[0]
            if name == "email_im_text":
                stelle = text.rfind(" ", 0, stelle) + 1
            raise _verstoss(name, zeichen, text, stelle)


def _verstoss(name: str, zeichen: str, text: str, stelle: int) -> PydanticCustomError:
    """Gives the refusal of what stands at an index of a text."""
    return PydanticCustomError(
        name, "not plain", {"zeichen": zeichen, "davor": davor(text, stelle)}
    )


def davor(text: str, stelle: int) -> int:
    """Counts the signs before an index, without white space: so a place outlives folding."""
    return len("".join(text[:stelle].split()))


# What an institution may say of itself: its phone number and address too, with a date beside.
Selbstauskunft = Annotated[
    str,
    AfterValidator(_klartext),
    _im_schema(_IMMER),
]
Klartext = Annotated[
    str,
    AfterValidator(_klartext),
    AfterValidator(_ohne_kontakt),
    _im_schema({**_IMMER, **_KONTAKT}),
]
# One of a list whose values make pages of their own: not several in one line.
Einzelwert = Annotated[
    str,
    AfterValidator(_klartext),
    AfterValidator(_ohne_kontakt),
    AfterValidator(_ein_wert),
    _im_schema({**_IMMER, **_KONTAKT, "mehrere": _MEHRERE}),
]
