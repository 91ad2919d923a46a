"""What the ledger of addresses lacks, as text for the end of its file."""

from __future__ import annotations

from datetime import date

from macros.modell import Konzept
from macros.seitenplan.versprechen import versprochen
from macros.sprache import Sprache


def fehlende(konzept: Konzept, sprache: Sprache) -> tuple[str, ...]:
    """Gives the addresses that the site promises and the ledger does not name yet."""
    bekannt = {*konzept.adressen.alle, *(g.adresse for g in konzept.adressen.weg or ())}
    return tuple(a for a in versprochen(konzept, sprache) if a not in bekannt)


def als_yaml(adressen: tuple[str, ...], am: date) -> str:
    """Gives the lines to append; what stands in the file stays as it is, comments too."""
    return "".join(
        [f"  - am: {am}\n", "    adressen:\n", *(f"      - {_wert(a)}\n" for a in adressen)]
    )


def _wert(adresse: str) -> str:
    """Quotes an anchor, since YAML takes what follows a blank and # for a comment."""
    return f'"/{adresse}"' if "#" in adresse else f"/{adresse}"
