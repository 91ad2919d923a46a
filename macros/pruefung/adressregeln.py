"""What the ledger of addresses promises, held against what the sound data answer."""

from __future__ import annotations

from collections.abc import Iterator

from macros.lesen.befund import Befund, Pfad
from macros.lesen.datei import Datei
from macros.modell import Konzept
from macros.seitenplan.versprechen import antworten, nebenan
from macros.sprache import Sprache

DATEI = "adressen.yaml"


def bruch(konzept: Konzept, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Gives every broken promise of the ledger, which is `datei`, at its line."""
    yield from _doppelte(konzept, datei, sprache)
    yield from _besetzte(konzept, datei, sprache)
    yield from _stumme(konzept, datei, sprache)


def _stumme(konzept: Konzept, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Addresses that nothing answers; of an entry's addresses only the first is named."""
    bekannt = antworten(konzept, sprache)
    stumm = {adresse for adresse in konzept.adressen.alle if adresse not in bekannt}
    mitgemeint = {n for adresse in stumm for n in nebenan(adresse)}
    for pfad, adresse in _verzeichnet(konzept):
        if adresse in stumm - mitgemeint:
            yield _befund(datei, pfad, sprache("befund.adresse_stumm", adresse=adresse))
    for nummer, grabstein in enumerate(konzept.adressen.weg or ()):
        if grabstein.statt is not None and grabstein.statt not in bekannt:
            satz = sprache("befund.adresse_statt", adresse=grabstein.statt)
            yield _befund(datei, ("weg", nummer, "statt"), satz)
        seite = grabstein.adresse.partition("#")[0]
        if (seite and not seite.endswith("/")) or (
            seite != grabstein.adresse and seite not in bekannt
        ):
            satz = sprache("befund.adresse_ohne_seite", adresse=grabstein.adresse)
            yield _befund(datei, ("weg", nummer, "adresse"), satz)


def _besetzte(konzept: Konzept, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    """Tombstones at an address that an entry has, by its id of today or by a former one."""
    if not konzept.adressen.weg:
        return
    belegt = antworten(konzept.ohne_grabsteine(), sprache)
    for nummer, grabstein in enumerate(konzept.adressen.weg):
        if grabstein.adresse not in belegt:
            continue
        stelle = konzept.fundstellen.get(belegt[grabstein.adresse])
        wer = (
            sprache("befund.adresse_eintrag", datei=stelle.datei, zeile=stelle.zeile)
            if stelle
            else sprache("befund.adresse_website")
        )
        satz = sprache("befund.adresse_besetzt", adresse=grabstein.adresse, wer=wer)
        yield _befund(datei, ("weg", nummer, "adresse"), satz)


def _doppelte(konzept: Konzept, datei: Datei, sprache: Sprache) -> Iterator[Befund]:
    weg = [
        (("weg", nummer, "adresse"), grabstein.adresse)
        for nummer, grabstein in enumerate(konzept.adressen.weg or ())
    ]
    for liste in (weg, _verzeichnet(konzept)):
        erste: dict[str, Pfad] = {}
        for pfad, adresse in liste:
            if (vorher := erste.setdefault(adresse, pfad)) != pfad:
                zeile = datei.stelle(vorher)[0]
                satz = sprache("befund.adresse_doppelt", adresse=adresse, zeile=zeile)
                yield _befund(datei, pfad, satz)


def _verzeichnet(konzept: Konzept) -> list[tuple[Pfad, str]]:
    return [
        (("verzeichnet", stand, "adressen", nummer), adresse)
        for stand, gruppe in enumerate(konzept.adressen.verzeichnet)
        for nummer, adresse in enumerate(gruppe.adressen)
    ]


def _befund(datei: Datei, pfad: Pfad, satz: str) -> Befund:
    return Befund(datei.name, *datei.stelle(pfad), satz)
