"""Marks glossary terms in running text: each at its first occurrence on a page, as a link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from macros.modell import Begriff


class Begriffe:
    """Finds the terms of a glossary in plain text, longer ones first."""

    def __init__(self, glossar: Iterable[Begriff]) -> None:
        self._kennung = {
            wort: begriff.id
            for begriff in glossar
            for wort in (begriff.begriff, *(begriff.auch or ()))
        }
        laengste_zuerst = sorted(self._kennung, key=len, reverse=True)
        eines = "|".join(map(re.escape, laengste_zuerst))
        self._muster = re.compile(rf"(?<![\w-])(?:{eines})(?![\w-])")

    def markierer(self, adresse: Callable[[str], str]) -> Markierer:
        """Gives a marker for one page; `adresse` gives the link to a term by its id."""
        return Markierer(self._kennung, self._muster, adresse)


class Markierer:
    """Marks terms on one page and remembers which it has marked."""

    def __init__(
        self, kennungen: dict[str, str], muster: re.Pattern[str], adresse: Callable[[str], str]
    ) -> None:
        self._kennungen, self._muster, self._adresse = kennungen, muster, adresse
        self._gezeigt: set[str] = set()

    def __call__(self, text: str) -> Markup:
        """Gives plain text as HTML, escaped, with terms not yet marked turned into links."""
        teile, ende = [], 0
        for treffer in self._muster.finditer(text):
            kennung = self._kennungen[treffer.group()]
            if kennung in self._gezeigt:
                continue
            self._gezeigt.add(kennung)
            teile.append(escape(text[ende : treffer.start()]))
            teile.append(
                Markup('<a class="begriff" href="{}">{}</a>').format(
                    self._adresse(kennung), treffer.group()
                )
            )
            ende = treffer.end()
        teile.append(escape(text[ende:]))
        return Markup("").join(teile)
