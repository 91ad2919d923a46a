"""The ledger of published addresses, and what became of those that are gone."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from .grundtypen import Eintrag, Liste
from .klartext import Klartext
from .zeitpunkt import TagBisHeute

ADRESSE_MUSTER = r"^(?!.*(//|\.\.|/index(/|#|$)))/[a-z0-9._/-]*(#[a-z][a-z0-9-]*)?$"


def _adresse(wert: str) -> str:
    if not re.fullmatch(ADRESSE_MUSTER, wert):
        raise PydanticCustomError("adresse", "no address of the site")
    return wert.removeprefix("/")


# Written with the slash that visitors see; held as everywhere else, as seen from the root.
Adresse = Annotated[
    str, AfterValidator(_adresse), Field(json_schema_extra={"pattern": ADRESSE_MUSTER})
]


class Grabstein(Eintrag):
    """A page or an anchor that is gone: what stood there, since when not, and what to read now."""

    adresse: Adresse
    was: Klartext
    seit: TagBisHeute
    statt: Adresse | None = None


class Verzeichnet(Eintrag):
    """Addresses that were entered on one day."""

    am: TagBisHeute
    adressen: Liste[Adresse]


class Adressbuch(Eintrag):
    """The file `adressen.yaml`; a command appends to `verzeichnet`."""

    weg: Liste[Grabstein] | None = None
    verzeichnet: Liste[Verzeichnet]

    @property
    def alle(self) -> tuple[str, ...]:
        """Every address of the ledger, in its order."""
        return tuple(adresse for stand in self.verzeichnet for adresse in stand.adressen)
