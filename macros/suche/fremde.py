"""Endings of the languages that the site is found in, so that inflected words are found too.

They hold for words of `data/suchbegriffe.yaml` alone: two words are one where their beginnings
are the same and both ends are among these. Only common ones of nouns and adjectives; whoever
speaks the language may add to them.
"""

from __future__ import annotations

from .worte import gefaltet

_JE_SPRACHE = {
    "en": "s es ed er ers ing",
    "tr": """lar ler ları leri lara lere larda lerde ı i u ü yı yi yu yü sı si su sü a e ya ye da de
        ta te dan den tan ten ın in un ün nın nin nun nün ım im um üm lık lik luk lük sız siz suz
        süz lı li lu lü cı ci cu cü""",
    "pl": """a y i e u o ę ą ów om ami ach em ie ego emu ej ych ym ymi ka ki kę ce kom kami kach ek
        owi owie ia ii ią ię iem""",
    "ro": "a ul le lor e ele ea ei i ii iei lui uri urilor ului ilor ă ți țe ții ie",
    "kyrillisch": """а я у ю ы и і ї й е є о ой ою ей ею ом ем єм ям ам ями ами ях ах ов ев ів їв
        ок ек ия ие ии ию ією иями иях ій ій ий ый ого ому ым им ими ыми их ых ая ое ые та то те
        ят ът ите ата ове ове ник ника ники ників ників ец ци ца ица ь ью ці ку ки ка""",
    "ar": "ون ين ات ان ي ه ها نا ك",
}


def endungen() -> str:
    """Gives all endings as the search compares them, parted by blanks."""
    alle = " ".join(_JE_SPRACHE.values()).split()
    return " ".join(sorted({gefaltet(endung) for endung in alle}))
