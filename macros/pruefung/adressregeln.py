"""What the ledger of addresses promises, held against what the sound data answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from macros.lesen.befund import Befund, Pfad
from macros.lesen.datei import Datei
from macros.modell import Adressbuch, Konzept
from macros.seitenplan.versprechen import antworten, nebenan
from macros.sprache import Sprache

DATEI = "adressen.yaml"
# A page is a folder: no file of the site may have its name ("_headers", "bild.png").
_SEITE = re.compile(r"([a-z0-9-]+/)*")


def bruch(konzept: Konzept, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Gives every broken promise of the ledger, which is `datei`, at its line."""
    yield from doppelte(konzept.adressen, datei, sprache)
    yield from _stumme(konzept, datei, sprache)
    if konzept.adressen.weg:
        # What answers without them; planning all pages takes its time, so once.
        heutige = antworten(konzept.ohne_grabsteine(), sprache)
        yield from _besetzte(konzept, heutige, datei, sprache)
        yield from _mitgemeinte(konzept, datei, sprache)
        yield from _statt(konzept, heutige, datei, sprache)


def _stumme(konzept: Konzept, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Addresses that nothing answers; of an entry's addresses only the first is named."""
    bekannt = antworten(konzept, sprache)
    stumm = {adresse for adresse in konzept.adressen.alle if adresse not in bekannt}
    mitgemeint = {n for adresse in stumm for n in nebenan(adresse)}
    for pfad, adresse in verzeichnet(konzept.adressen):
        if adresse in stumm - mitgemeint:
            yield _befund(datei, pfad, sprache("befund.adresse_stumm", adresse=adresse))
    for nummer, grabstein in enumerate(konzept.adressen.weg or ()):
        seite = grabstein.adresse.partition("#")[0]
        if not _SEITE.fullmatch(seite) or (seite != grabstein.adresse and seite not in bekannt):
            satz = sprache("befund.adresse_ohne_seite", adresse=grabstein.adresse)
            yield _befund(datei, ("weg", nummer, "adresse"), satz)


def _statt(
    konzept: Konzept, heutige: Mapping[str, str], datei: Datei, sprache: Sprache
) -> Iterator[Befund]:
    """Tombstones that lead to where nothing is, or to one of their own kind."""
    weg = {grabstein.adresse for grabstein in konzept.adressen.weg or ()}
    for nummer, grabstein in enumerate(konzept.adressen.weg or ()):
        if grabstein.statt is None or grabstein.statt in heutige:
            continue
        schluessel = "adresse_statt_weg" if grabstein.statt in weg else "adresse_statt"
        satz = sprache(f"befund.{schluessel}", adresse=grabstein.statt)
        yield _befund(datei, ("weg", nummer, "statt"), satz)


def _besetzte(
    konzept: Konzept, heutige: Mapping[str, str], datei: Datei, sprache: Sprache
) -> Iterator[Befund]:
    """Tombstones at an address that an entry has, by its id of today or by a former one."""
    for nummer, grabstein in enumerate(konzept.adressen.weg or ()):
        if grabstein.adresse not in heutige:
            continue
        stelle = konzept.fundstellen.get(heutige[grabstein.adresse])
        wer = (
            sprache("befund.adresse_eintrag", datei=stelle.datei, zeile=stelle.zeile)
            if stelle
            else sprache("befund.adresse_website")
        )
        satz = sprache("befund.adresse_besetzt", adresse=grabstein.adresse, wer=wer)
        yield _befund(datei, ("weg", nummer, "adresse"), satz)


def _mitgemeinte(konzept: Konzept, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Tombstones at an address that another one answers already, such as its short address."""
    weg = tuple(grabstein.adresse for grabstein in konzept.adressen.weg or ())
    von = {nebenbei: nummer for nummer, adresse in enumerate(weg) for nebenbei in nebenan(adresse)}
    for nummer, adresse in enumerate(weg):
        if adresse in von:
            zeile = datei.stelle(("weg", von[adresse], "adresse"))[0]
            wer = sprache("befund.adresse_grabstein", adresse=weg[von[adresse]], zeile=zeile)
            satz = sprache("befund.adresse_besetzt", adresse=adresse, wer=wer)
            yield _befund(datei, ("weg", nummer, "adresse"), satz)


def doppelte(buch: Adressbuch, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Gives every address that stands twice; it takes nothing but the ledger to know that."""
    weg = [
        (("weg", nummer, "adresse"), grabstein.adresse)
        for nummer, grabstein in enumerate(buch.weg or ())
    ]
    for liste in (weg, verzeichnet(buch)):
        erste: dict[str, Pfad] = {}
        for pfad, adresse in liste:
            if (vorher := erste.setdefault(adresse, pfad)) != pfad:
                zeile = datei.stelle(vorher)[0]
                satz = sprache("befund.adresse_doppelt", adresse=adresse, zeile=zeile)
                yield _befund(datei, pfad, satz)


def verzeichnet(buch: Adressbuch) -> list[tuple[Pfad, str]]:
    """Gives the promised addresses with their places."""
    return [
        (("verzeichnet", stand, "adressen", nummer), adresse)
        for stand, gruppe in enumerate(buch.verzeichnet)
        for nummer, adresse in enumerate(gruppe.adressen)
    ]


def _befund(datei: Datei, pfad: Pfad, satz: str) -> Befund:
    return Befund(datei.name, *datei.stelle(pfad), satz)
