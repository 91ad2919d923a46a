"""Values beyond what a field bears: too long, too early, too far ahead, several in one."""

from __future__ import annotations

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.gruppen import art_von
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, ersetzt, geaendert
from tests.redaktion.mutationen.stelle import Stelle

# The ids that pages, anchors and folders of the site take (design, section 6).
_EIGENE = ("konzept", "leitlinien", "karte", "daten", "suche", "index", "p", "v1", "oembed")


def kennung_zu_lang(stelle: Stelle, variante: int) -> Mutation:
    """An id of more than 100 signs."""
    return ersetzt(stelle, "x" * (101 + variante % 50), "zu lang", "100")


def kennung_vergeben(stelle: Stelle, variante: int) -> Mutation:
    """An id that the site itself needs."""
    neu = _EIGENE[variante % len(_EIGENE)]
    return ersetzt(stelle, neu, f"„{neu}“", "für die Website selbst")


def absatz(stelle: Stelle, variante: int) -> Mutation:
    """Two paragraphs in one text, with a blank line or what is written for one."""
    erster, weit = '"Eins.', " " * 40
    neu, wo, wort = (
        (f'{erster}\\n\\nZwei."', len(erster), "Zeilenumbruch"),
        (f'{erster}\n\n{weit}Zwei."', len(erster) + 1, "Leerzeile"),
    )[variante % 2]
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    marken = ((wo, (f"„{stelle.feld}“", wort)),)
    return geaendert(stelle, [Schnitt(datei, anfang, ende, neu, marken)])


def aufzaehlung(stelle: Stelle, variante: int) -> Mutation:
    """A text that begins with the sign of a list."""
    zeichen = "–•*—·"[variante % 5]
    return ersetzt(stelle, f'"{zeichen} Wort"', f"„{zeichen}“")


def titel_lang(stelle: Stelle, _: int) -> Mutation:
    """A title that fits into no line of the timeline."""
    return ersetzt(stelle, "Wort " * 12 + "x", f"„{stelle.feld}“", "zu lang", "60")


def wort_lang(stelle: Stelle, _: int) -> Mutation:
    """A sentence where a word belongs."""
    return ersetzt(stelle, f'"{stelle.wert.value} fragt niemand"', "zu lang")


def frueh(stelle: Stelle, _: int) -> Mutation:
    """A year before 1900."""
    neu = "1789-07-14" if art_von(stelle.typ) == "tag" else "1789"
    return ersetzt(stelle, neu, f"„{neu}“", "vor 1900")


def fern(stelle: Stelle, variante: int) -> Mutation | None:
    """A year that nobody can know of."""
    if any(stelle.gruppe.feld(ende) for ende in ("bis", "abgerufen") if ende != stelle.feld):
        return None
    return ersetzt(stelle, ("2099", '"2099-05"', "2150")[variante % 3], "in der Zukunft")


def mehrere(stelle: Stelle, variante: int) -> Mutation:
    """Several places or languages in one line."""
    return _zwei(stelle, *(("Eins ", "und Zwei", "und"), ("Eins", ", Zwei", ","))[variante % 2])


def zeichen_am_ende(stelle: Stelle, variante: int) -> Mutation:
    """A comma that was left behind."""
    zeichen = ",;/"[variante % 3]
    return _zwei(stelle, "Eins", zeichen, zeichen)


def _zwei(stelle: Stelle, davor: str, rest: str, zeichen: str) -> Mutation:
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    marke = (1 + len(davor), (f"„{stelle.feld}“", f"„{zeichen}“"))
    return geaendert(stelle, [Schnitt(datei, anfang, ende, f'"{davor}{rest}"', (marke,))])


def ohne_adresse(stelle: Stelle, _: int) -> Mutation:
    """A value of which no address can be made."""
    return ersetzt(stelle, '"!!!"', f"„{stelle.feld}“", "keine Adresse")


def adresse_zu_lang(stelle: Stelle, variante: int) -> Mutation:
    """A value with more letters than the name of a file may have."""
    return ersetzt(stelle, "Wort" * (31 + variante % 9), f"„{stelle.feld}“", "zu lang")


def unter_null(stelle: Stelle, variante: int) -> Mutation:
    """Fewer than none."""
    neu = ("-19", "-0.5", "-1")[variante % 3]
    return ersetzt(stelle, neu, f"„{neu}“", "„wert“", "kleiner als null")


def gleiche_adresse(stelle: Stelle, variante: int) -> Mutation | None:
    """The value of an entry above, with other capitals."""
    alle = [s for s in daten().stellen if s.ort == stelle.ort]
    davor = [s for s in alle[: alle.index(stelle)] if s.gruppe is not stelle.gruppe]
    if not davor:
        return None
    andere = davor[variante % len(davor)]
    mutation = ersetzt(stelle, f'"{andere.wert.value.swapcase()}"', "dieselbe Adresse")
    bereich = daten().bereich(andere.datei, andere.gruppe.knoten)
    return Mutation("", stelle.ort, mutation.schnitte, (*mutation.bereiche, bereich))
