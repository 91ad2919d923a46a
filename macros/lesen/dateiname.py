"""What the name of a data file tells: the list it holds, and whether that is one entry alone."""

from __future__ import annotations

from typing import Any

from macros.modell import DATEIEN, EINZELN, Praxisbeispiel


def liste_der_datei(name: str) -> str:
    """Gives the list that a file holds, or that its one entry belongs to."""
    return name.split("/")[0].removesuffix(".yaml")


def ist_einzeln(name: str) -> bool:
    """Tells whether a file holds one entry alone, as those in the folder of their list do."""
    return name.startswith(f"{EINZELN}/")


def typ_der_datei(name: str) -> Any:
    """Gives the model's type for the content of a file; KeyError for one that nobody reads."""
    return Praxisbeispiel if ist_einzeln(name) else DATEIEN[liste_der_datei(name)]
