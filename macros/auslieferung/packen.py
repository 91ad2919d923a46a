"""Compressed copies beside the files, made once when a site is published."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no stubs

from .arten import TEXT

GEPACKT = (".gz", ".br")


def packe(ordner: Path) -> None:
    """Writes a gzip and a Brotli copy of every text that has none; equal texts, equal copies."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(_packe_eine, texte(ordner)))


def texte(ordner: Path) -> Iterator[Path]:
    """Gives the files of a site that are worth compressing, in order."""
    for datei in sorted(ordner.rglob("*")):
        if datei.suffix.removeprefix(".") in TEXT and datei.is_file():
            yield datei


def _packe_eine(datei: Path) -> None:
    if not all(neben(datei, endung).exists() for endung in GEPACKT):
        inhalt = datei.read_bytes()
        neben(datei, ".gz").write_bytes(gzip.compress(inhalt, 9, mtime=0))
        neben(datei, ".br").write_bytes(brotli.compress(inhalt, quality=11))


def neben(datei: Path, endung: str) -> Path:
    """Gives the path of a file's compressed copy."""
    return datei.with_name(datei.name + endung)
