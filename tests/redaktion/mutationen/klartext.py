"""Mistakes in a text: markup, signs that nobody sees, contacts."""

from __future__ import annotations

import re

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, geaendert
from tests.redaktion.mutationen.stelle import Stelle

# What is written into a text, and what the sentence must name of it.
_GIFT = (
    ("<script>", "„<s“"),
    ("</p>", "„</“"),
    ("<!-- x", "„<!“"),
    ("{{ config }}", "„{{“"),
    ("{% raw %}", "„{%“"),
    ("{# x #}", "„{#“"),
    ("[x](y)", "„](“"),
    ("```", "„```“"),
    ("~~~", "„~~~“"),
    ("JavaScript:alert(1)", "„JavaScript:“"),
    ("vbscript :x", "„vbscript :“"),
    ("\u202e", "U+202E"),
    ("\u2066", "U+2066"),
    ("\u200f", "U+200F"),
    ("\u2060", "U+2060"),
    ("\u2800", "U+2800"),
    ("\u3164", "U+3164"),
    ("\ufe0f", "U+FE0F"),
    ("\U000e0041", "U+E0041"),
    ("\uf0b7", "U+F0B7"),
    ("\\u061C", "U+061C"),
    ("\\u2028", "U+2028"),
    ("\\uFFFE", "U+FFFE"),
    ("\\u00ad", "U+00AD"),
    ("\\u200b", "U+200B"),
    ("\\x07", "U+0007"),
    ("\\e", "U+001B"),
    ("\\x7F", "U+007F"),
    ("post@verein.example", "E-Mail-Adresse"),
    ("post(at)verein.example", "E-Mail-Adresse"),
    ("0201 8812345", "Telefonnummer"),
    ("https://verein.example", "„https://verein.example“"),
    ("Ã¤", "kaputte Zeichen"),
)
# What an institution says of itself may hold its number and its address.
_SELBSTAUSKUNFT = ("Angabe.text",)
_KONTAKT = ("E-Mail-Adresse", "Telefonnummer")


def vergiftet(stelle: Stelle, variante: int) -> Mutation | None:
    """A text with something in it that no text may have."""
    gift, wort = _GIFT[variante % len(_GIFT)]
    if stelle.ort in _SELBSTAUSKUNFT and wort in _KONTAKT:
        return None
    davor, danach = (("", " Ende"), ("vorn ", " hinten"), ("am Ende ", ""))[variante // 19 % 3]
    # What is written with a backslash has no sign of its own to point to.
    wo = 0 if "\\" in gift else 1 + len(davor) + _anstoss(gift)
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    marken = ((wo, (f"„{stelle.feld}“", wort)),)
    schnitt = Schnitt(datei, anfang, ende, f'"{davor}{gift}{danach}"', marken)
    return geaendert(stelle, [schnitt])


def vergiftet_im_block(stelle: Stelle, variante: int) -> Mutation | None:
    """The wrong words stand in any line of the block, in its midst or at an end."""
    gift, wort = _GIFT[variante % len(_GIFT)]
    if "\\" in gift or (stelle.ort in _SELBSTAUSKUNFT and wort in _KONTAKT):
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    kopf = daten().zeilenende(datei, anfang)
    worte = list(re.finditer(r"\S+", daten().texte[datei][kopf:ende]))
    hier = kopf + worte[variante * 7 % len(worte)].start()
    marke = (_anstoss(gift), (f"„{stelle.feld}“", wort))
    return geaendert(stelle, [Schnitt(datei, hier, hier, f"{gift} ", (marke,))])


def _anstoss(gift: str) -> int:
    """Gives how far behind its first sign a text becomes a wrong one."""
    return gift.find("](") if "](" in gift else 0
