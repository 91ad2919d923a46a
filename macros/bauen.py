"""Builds the site beside the published one and swaps them only when it is whole."""

from __future__ import annotations

import fcntl
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jinja2 import TemplateNotFound

from .auslieferung.ziel import ZielBesetzt
from .lauf import WURZEL
from .seitenplan import adressen
from .verlauf import git

_KONFIGURATION = WURZEL / "mkdocs.yml"
_ABLAGE = ".site-{}-"
# Only our own site has it: any folder may have an index.html.
_MERKMAL = adressen.DATENPAKET


def baue(
    ziel: Path,
    daten: str = "",
    nachbearbeitung: Callable[[Path], None] | None = None,
    suche: bool = True,
) -> None:
    """Builds the data folder `daten`, or the configured one, into `ziel`.

    `nachbearbeitung` may change the new folder before it takes the place of the old one.
    Without `suche` the search has no index, so that the pages alone can be timed.
    Of two builds into one folder at a time, the one that ends last stays.
    Raises ZielBesetzt if something else stands there, OSError if it cannot be written,
    SystemExit if the build fails, and RuntimeError if a file of the project is missing; then
    `ziel` is as it was.
    """
    ziel = ziel.resolve()
    ziel.parent.mkdir(parents=True, exist_ok=True)
    _stelle_wieder_her(ziel)
    if not _ist_frei(ziel):
        raise ZielBesetzt(ziel)
    bereite_vor()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with tempfile.TemporaryDirectory(prefix=_ABLAGE.format(ziel.name), dir=ziel.parent) as ablage:
        neu = Path(ablage) / "neu"
        config = load_config(str(_KONFIGURATION), site_dir=str(neu))
        config.extra["daten"] = daten or config.extra["daten"]
        config.extra["suche"] = suche
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except (FileNotFoundError, TemplateNotFound) as fehler:
            # Both are an OSError, but tell nothing about the target.
            raise RuntimeError(f"missing: {fehler}") from fehler
        if nachbearbeitung:
            nachbearbeitung(neu)
        _tausche(neu, ziel, Path(ablage) / "alt")


def zeige_vorschau(port: int) -> None:
    """Serves the site on loopback and rebuilds it at every change, until it is interrupted."""
    bereite_vor()
    from mkdocs.commands.serve import serve

    serve(str(_KONFIGURATION), watch_theme=True, dev_addr=f"127.0.0.1:{port}")


def bereite_vor() -> None:
    """Sets what the renderer takes from its surroundings: quiet logs, a fixed build time."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if zeit := git(WURZEL, "log", "-1", "--format=%ct").strip():
        os.environ.setdefault("SOURCE_DATE_EPOCH", zeit)


def _ist_frei(ziel: Path) -> bool:
    """Only nothing, an empty folder or an earlier build may be replaced."""
    if not ziel.exists():
        return True
    return ziel.is_dir() and ((ziel / _MERKMAL).is_file() or not any(ziel.iterdir()))


def _stelle_wieder_her(ziel: Path) -> None:
    """Brings back the last site if a build was killed between the two steps of the swap."""
    with _allein(ziel.parent):
        if ziel.exists():
            return
        for alt in ziel.parent.glob(f"{_ABLAGE.format(ziel.name)}*/alt"):
            if (alt / _MERKMAL).is_file():
                alt.rename(ziel)
                return


def _tausche(neu: Path, ziel: Path, alt: Path) -> None:
    with _allein(ziel.parent):
        war_da = ziel.exists()
        if war_da:
            ziel.rename(alt)
        try:
            neu.rename(ziel)
        except BaseException:
            if war_da:
                alt.rename(ziel)
            raise
    shutil.rmtree(alt, ignore_errors=True)


@contextmanager
def _allein(ordner: Path) -> Iterator[None]:
    """Waits for another build that swaps in this folder; where nothing can be locked, for none."""
    griff = os.open(ordner, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(griff, fcntl.LOCK_EX)
        yield
    finally:
        os.close(griff)
