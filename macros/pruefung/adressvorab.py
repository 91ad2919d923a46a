"""What the ledger of addresses tells although other files are wrong: the ids alone show it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from macros.lesen.befund import Befund
from macros.lesen.bestand import Bestand
from macros.modell import Adressbuch
from macros.modell.grundtypen import VERGEBEN
from macros.seitenplan import adressen
from macros.seitenplan.versprechen import nebenan
from macros.sprache import Sprache

from .adressregeln import DATEI, doppelte, verzeichnet

# Those whose entries come and go, with the lists whose entries stand there; others are fixed.
_LISTEN = {
    "praxisbeispiele": ("praxisbeispiele",),
    "leitlinien": ("leitlinien",),
    "angebote": ("angebote", "aufenthalt"),
    "glossar": ("glossar",),
    "quellen": ("quellen",),
    "zeitleiste": ("zeitleiste",),
    "zahlen": ("zahlen",),
    "auffaelligkeiten": ("auffaelligkeiten",),
}


def bruch_vorab(
    buch: Adressbuch, bestand: Bestand, gesagt: Collection[str], sprache: Sprache
) -> Iterator[Befund]:
    """Gives the broken promises that need no sound data; `gesagt` are ids that others miss."""
    datei = bestand.dateien[DATEI]
    yield from doppelte(buch, datei, sprache)
    weg = {grabstein.adresse for grabstein in buch.weg or ()}
    weg |= {adresse for grab in tuple(weg) for adresse in nebenan(grab)}
    da = {*bestand.kennungen, *bestand.fruehere, *gesagt, *VERGEBEN}
    bekannte = bestand.je_liste().keys() - bestand.unbenannte
    ganze = {liste for liste in bekannte if _eindeutig(liste, bestand)}
    for pfad, adresse in verzeichnet(buch):
        if adresse not in weg and _eigene(adresse, ganze) - da:
            satz = sprache("befund.adresse_stumm", adresse=adresse)
            yield Befund(datei.name, *datei.stelle(pfad), satz)


def _eigene(adresse: str, ganze: set[str]) -> set[str]:
    """Gives the id in an address, if all of the lists are known whose entries have such a one."""
    kennungen = {
        adressen.kennung(form, adresse)
        for form, listen in _LISTEN.items()
        if ganze.issuperset(listen)
    }
    return kennungen - {""}


def _eindeutig(liste: str, bestand: Bestand) -> bool:
    """Tells whether each id of a list may stand there: else another one may be meant by it."""
    return all(
        len(orte) == 1 and kennung not in VERGEBEN
        for kennung, orte in bestand.kennungen.items()
        if any(ort.liste == liste for ort in orte)
    )
