"""Writes the German word list of the search from simplemma's dictionary: `make woerterbuch`.

Two parts, one empty line between them: stems of lemmas, each with the stems of its irregular
forms; and the lemmas, folded, nouns with a capital.
"""

from __future__ import annotations

import lzma
import re
import sys
from collections import defaultdict
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from macros.suche.woerterbuch import DATEI
from macros.suche.worte import gefaltet, stamm

_WORT = re.compile(r"[A-Za-zÄÖÜäöüß]{3,11}")
# Forms of books, not of searches: "du gebest", "ihr arbeitetet", "gebend".
_SELTEN = re.compile(r"(est|etet|(?<!a)end)$")
_UMLAUT = re.compile("[aou]e")
_LEMMA = re.compile(r"[A-Za-zÄÖÜäöüß]{4,13}")


def main() -> None:
    """Reads the dictionary and writes the list, always the same bytes for the same version."""
    # In the tools' environment alone.
    fabrik = import_module("simplemma.strategies.dictionaries.dictionary_factory")
    woerterbuch = fabrik.DefaultDictionaryFactory(1).get_dictionary("de")
    nomen = {stamm(gefaltet(w)) for w in set(woerterbuch.values()) if w[:1].isupper()}
    formen: dict[str, set[str]] = defaultdict(set)
    lemmata = filter(_LEMMA.fullmatch, set(woerterbuch.values()))
    grundwoerter = {g.title() if w[0].isupper() else g for w in lemmata if (g := gefaltet(w))}
    for form, lemma in woerterbuch.items():
        if not (_WORT.fullmatch(form) and _WORT.fullmatch(lemma)):
            continue
        nach, von = stamm(gefaltet(lemma)), stamm(gefaltet(form))
        # A form that is a noun's as well ("Angebot", "er bot an") belongs to the noun.
        umlaut = lemma[:1].isupper() and _UMLAUT.search(von) and not _UMLAUT.search(nach)
        eigen = von == nach or (von in nomen and not umlaut) or nach.endswith(von)
        if not eigen and min(len(von), len(nach)) > 2 and not _ist_selten(von, nach):
            formen[nach].add(von)
    for eigene in formen.values():
        # "du gabst" beside "gab"; "machst" is regular, the search's rules know it.
        eigene -= {von for von in eigene if von.endswith("st") and von[:-2] in eigene}
    zeilen = [f"{nach} {' '.join(sorted(von))}" for nach, von in sorted(formen.items())]
    text = "\n".join([*zeilen, "", *sorted(grundwoerter)]) + "\n"
    DATEI.write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))


def _ist_selten(von: str, nach: str) -> bool:
    vergangen = von.endswith("tet") and not nach.endswith("t")
    gewuenscht = von == f"{nach}et" and nach[-1] not in "dmnt"
    return bool(_SELTEN.search(von)) or vergangen or gewuenscht or von == f"{nach}st"


if __name__ == "__main__":
    main()
