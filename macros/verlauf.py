"""When entries were last changed, from the history of the data files in git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from .modell import Fundstelle

_NICHT_EINGEREICHT = "0" * 40


def aenderungen(ordner: Path, fundstellen: Mapping[str, Fundstelle]) -> dict[str, date]:
    """Gives the day of the last change by id, as far as the history tells.

    Nothing is given outside a repository and in a shallow clone, whose history would name
    the day of its oldest commit instead.
    """
    if _git(ordner, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    tage = {datei: _tage(ordner, datei) for datei in {f.datei for f in fundstellen.values()}}
    letzte = {
        kennung: max(filter(None, tage[f.datei][f.zeile - 1 : f.ende]), default=None)
        for kennung, f in fundstellen.items()
    }
    return {kennung: tag for kennung, tag in letzte.items() if tag is not None}


def _tage(ordner: Path, datei: str) -> list[date | None]:
    """Gives the day of the last change of each line; None for what is not committed."""
    zeilen = _git(ordner, "blame", "--line-porcelain", "--", datei).splitlines()
    return list(_je_zeile(zeilen))


def _je_zeile(zeilen: Iterable[str]) -> Iterable[date | None]:
    eingereicht, tag = True, None
    neu = True
    for zeile in zeilen:
        if neu:
            eingereicht, neu = not zeile.startswith(_NICHT_EINGEREICHT), False
        elif zeile.startswith("committer-time "):
            tag = datetime.fromtimestamp(int(zeile.split()[1]), UTC).date()
        elif zeile.startswith("\t"):
            yield tag if eingereicht else None
            neu = True


def _git(ordner: Path, *worte: str) -> str:
    try:
        lauf = subprocess.run(
            ["git", "-C", str(ordner), *worte], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return lauf.stdout
