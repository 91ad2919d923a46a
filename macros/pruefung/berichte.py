"""Findings written down for their readers: a terminal, a forge, another program."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from macros.jsontext import als_jsontext
from macros.lesen.befund import Befund

_FETT, _ROT, _AUS = "\033[1m", "\033[31m", "\033[0m"


def text(befunde: Iterable[Befund], ordner: str) -> str:
    """Gives the pinned form, a line a finding: `<folder>/file.yaml:line:col: sentence`."""
    return "".join(f"{befund.als_zeile(ordner)}\n" for befund in befunde)


def farbig(befunde: Iterable[Befund], ordner: str) -> str:
    """Gives the same for a terminal: the place in bold, the sentence in red."""
    zeilen = []
    for befund in befunde:
        stelle = befund.als_zeile(ordner).removesuffix(befund.satz)
        zeilen.append(f"{_FETT}{stelle}{_AUS}{_ROT}{befund.satz}{_AUS}\n")
    return "".join(zeilen)


def github(befunde: Iterable[Befund], ordner: str) -> str:
    """Gives workflow commands that annotate the changed file (GitHub Actions)."""
    return "".join(
        f"::error file={_eigenschaft(befund.pfad(ordner))},line={befund.zeile},"
        f"col={befund.spalte}::{_nachricht(befund.satz)}\n"
        for befund in befunde
    )


def gitlab(befunde: Iterable[Befund], ordner: str) -> str:
    """Gives a code quality report (GitLab): its fingerprints are stable while a finding is."""
    return als_jsontext(
        [
            {
                "description": befund.satz,
                "check_name": "pruefen",
                "fingerprint": hashlib.sha256(befund.als_zeile(ordner).encode()).hexdigest(),
                "severity": "major",
                "location": {
                    "path": befund.pfad(ordner).removeprefix("./"),
                    "lines": {"begin": befund.zeile},
                },
            }
            for befund in befunde
        ]
    )


def als_json(befunde: Iterable[Befund], ordner: str) -> str:
    """Gives the findings as a JSON list of file, line, column and sentence."""
    return als_jsontext(
        [
            {
                "datei": befund.pfad(ordner),
                "zeile": befund.zeile,
                "spalte": befund.spalte,
                "satz": befund.satz,
            }
            for befund in befunde
        ]
    )


FORMATE: dict[str, Callable[[Iterable[Befund], str], str]] = {
    "text": text,
    "github": github,
    "gitlab": gitlab,
    "json": als_json,
}
# In these a reader gets one line for one mistake; the others mark every place in its file.
GEBUENDELT = ("text", "github")


def _nachricht(wert: str) -> str:
    return wert.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _eigenschaft(wert: str) -> str:
    return _nachricht(wert).replace(":", "%3A").replace(",", "%2C")
