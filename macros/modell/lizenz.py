"""The licences that an operator may choose for the site's own structure and words."""

from __future__ import annotations

from dataclasses import dataclass

from . import Betrieb


@dataclass(frozen=True)
class Lizenz:
    """A licence: its name, its text, its id in SPDX and in DCAT-AP.de (def/licenses)."""

    name: str
    url: str
    spdx: str
    dcat: str


_DCAT = "http://dcat-ap.de/def/licenses/"
LIZENZEN = {
    "cc0-1.0": Lizenz(
        "CC0 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
        "CC0-1.0",
        f"{_DCAT}cc-zero",
    ),
    "cc-by-4.0": Lizenz(
        "CC BY 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
        "CC-BY-4.0",
        f"{_DCAT}cc-by/4.0",
    ),
    "dl-de-by-2.0": Lizenz(
        "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "https://www.govdata.de/dl-de/by-2-0",
        "DL-DE-BY-2.0",
        f"{_DCAT}dl-by-de/2.0",
    ),
    "dl-de-zero-2.0": Lizenz(
        "Datenlizenz Deutschland – Zero – Version 2.0",
        "https://www.govdata.de/dl-de/zero-2-0",
        "DL-DE-ZERO-2.0",
        f"{_DCAT}dl-zero-de/2.0",
    ),
}


def lizenz(betrieb: Betrieb) -> Lizenz | None:
    """Gives the licence that the operator chose; None where nothing is decided."""
    return LIZENZEN[betrieb.lizenz] if betrieb.lizenz else None
