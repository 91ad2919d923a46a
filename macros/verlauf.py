"""When entries were last changed, from the history of the data files in git."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from .modell import EINZELN, Fundstelle

_NICHT_EINGEREICHT = "0" * 40


def aenderungen(ordner: Path, fundstellen: Mapping[str, Fundstelle]) -> dict[str, date]:
    """Gives the day of the last change by id, as far as the history tells.

    Nothing is given outside a repository and in a shallow clone, whose history would name
    the day of its oldest commit instead.
    """
    if git(ordner, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    dateien = {fundstelle.datei for fundstelle in fundstellen.values()}
    einzelne = _je_datei(ordner)
    tage = {datei: _tage(ordner, datei) for datei in dateien - set(einzelne)}
    letzte = {
        kennung: einzelne[f.datei]
        if f.datei in einzelne
        else max(filter(None, tage[f.datei][f.zeile - 1 : f.ende]), default=None)
        for kennung, f in fundstellen.items()
    }
    return {kennung: tag for kennung, tag in letzte.items() if tag is not None}


def _je_datei(ordner: Path) -> dict[str, date | None]:
    """Gives the day of the last change of each file that holds a single entry."""
    tage: dict[str, date | None] = {}
    tag = None
    for zeile in git(
        ordner, "log", "--format=@%ct", "--name-only", "--relative", "--", EINZELN
    ).splitlines():
        if zeile.startswith("@"):
            tag = datetime.fromtimestamp(int(zeile[1:]), UTC).date()
        elif zeile:
            tage.setdefault(zeile, tag)
    return tage


def _tage(ordner: Path, datei: str) -> list[date | None]:
    """Gives the day of the last change of each line; None for what is not committed."""
    zeilen = git(ordner, "blame", "--line-porcelain", "--", datei).splitlines()
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


def git(ordner: Path, *worte: str) -> str:
    """Gives what git answers for a folder; "" where it fails or is not installed."""
    try:
        lauf = subprocess.run(["git", "-C", str(ordner), *worte], capture_output=True, check=False)
    except OSError:
        return ""
    # Files and names are UTF-8 whatever the machine's own language is.
    return lauf.stdout.decode(errors="replace")
