"""Files that the versions of a site share: the same file in both, not a copy."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from .beilagen import FUER_IMMER
from .packen import GEPACKT, neben


def uebernimm(alt: Path, neu: Path) -> None:
    """Links the files of a site that did not change, their compressed copies included.

    They keep their age, so that a browser's question whether they changed gets a short no.
    """
    for datei in [d for d in neu.rglob("*") if d.is_file() and d.suffix not in GEPACKT]:
        adresse = datei.relative_to(neu)
        vorher = alt / adresse
        if vorher.is_file() and filecmp.cmp(vorher, datei, shallow=False):
            datei.unlink()
            verbinde(alt, neu, [adresse.as_posix()])


def fuer_immer(site: Path) -> list[str]:
    """Gives the addresses of a site's files that may be kept for good, in order."""
    adressen = (datei.relative_to(site).as_posix() for datei in sorted(site.rglob("*")))
    return [adresse for adresse in adressen if FUER_IMMER.fullmatch(adresse)]


def verbinde(alt: Path, neu: Path, adressen: Iterable[str]) -> None:
    """Links files of one site that the other lacks, with their compressed copies."""
    for adresse in adressen:
        for endung in ("", *GEPACKT):
            von, nach = (neben(site / adresse, endung) for site in (alt, neu))
            if von.exists() and not nach.exists():
                nach.parent.mkdir(parents=True, exist_ok=True)
                _verlinke(von, nach)


def _verlinke(von: Path, nach: Path) -> None:
    """Makes a hard link, or a copy where the file system has none."""
    try:
        os.link(von, nach)
    except OSError:
        shutil.copy2(von, nach)
