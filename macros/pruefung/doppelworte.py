"""Words that stand twice: of two entries for one word an editor would mend only one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.lesen.befund import Befund, Pfad
from macros.lesen.bestand import Bestand
from macros.lesen.eintragsname import eintrag_bei
from macros.sprache import Sprache

# File and list, the field that names the word, and what else tells two words apart.
_LISTEN: tuple[tuple[str, Pfad, str, tuple[str, ...]], ...] = (
    ("suchbegriffe.yaml", (), "wort", ("sprache",)),
    ("glossar.yaml", (), "begriff", ()),
    ("beratung.yaml", ("orientierung",), "sprache", ()),
)


def verstoesse(bestand: Bestand, sprache: Sprache) -> Iterator[Befund]:
    """Gives every entry whose word an earlier one of its list has too, whatever the case."""
    for name, pfad, feld, daneben in _LISTEN:
        datei = bestand.dateien.get(name)
        if datei is None:
            continue
        erste: dict[tuple[str, ...], int] = {}
        liste = _liste(datei.wert, pfad)
        for nummer, eintrag in enumerate(liste):
            if not isinstance(eintrag, dict) or not isinstance(eintrag.get(feld), str):
                continue
            wort = " ".join(eintrag[feld].split())
            # An empty one has its own message, and so has a language that nobody can read.
            if not wort or (daneben and _sprache_unklar(eintrag)):
                continue
            schluessel = (wort.casefold(), *(str(eintrag.get(n)) for n in daneben))
            erster = erste.setdefault(schluessel, nummer)
            # A whole entry copied with its id has its own message.
            if erster != nummer and not _gleiche_kennung(liste[erster], eintrag):
                zeile = datei.stelle((*pfad, erster, feld))[0]
                satz = sprache("befund.wort_doppelt", wort=wort, zeile=zeile)
                ort = (*pfad, nummer, feld)
                wer = eintrag_bei(name, datei.wert, ort, sprache)
                yield Befund(name, *datei.stelle(ort), satz).benannt(wer)


def _sprache_unklar(eintrag: dict[str, Any]) -> bool:
    """Tells whether a language was meant to stand here: "kurs" is Polish beside our "Kurs"."""
    if "sprache" in eintrag:
        return not isinstance(eintrag["sprache"], str)
    # Only a word of another language says whether it was reviewed; that its language is gone has
    # its own message.
    return "geprueft" in eintrag


def _gleiche_kennung(einer: dict[str, Any], anderer: dict[str, Any]) -> bool:
    return "id" in einer and einer["id"] == anderer.get("id")


def _liste(wert: Any, pfad: Pfad) -> tuple[Any, ...]:
    for schritt in pfad:
        wert = wert.get(schritt) if isinstance(wert, dict) else None
    return wert if isinstance(wert, tuple) else ()
