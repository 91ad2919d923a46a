"""Builds the site beside the published one and swaps them only when it is whole."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from .lauf import WURZEL

KONFIGURATION = WURZEL / "mkdocs.yml"


def baue(ziel: Path, daten: str = "", konfiguration: Path = KONFIGURATION) -> None:
    """Builds the data folder `daten`, or the configured one, into `ziel`.

    A failed build raises SystemExit and leaves `ziel` as it was.
    """
    bereite_vor()
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    ziel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=ziel.parent) as ablage:
        neu = Path(ablage) / "neu"
        config = load_config(str(konfiguration), site_dir=str(neu))
        config.extra["daten"] = daten or config.extra["daten"]
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        _tausche(neu, ziel, Path(ablage) / "alt")


def bereite_vor() -> None:
    """Sets what the renderer takes from its surroundings: quiet logs, a fixed build time."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if zeit := _zeit_des_letzten_commits():
        os.environ.setdefault("SOURCE_DATE_EPOCH", zeit)


def _zeit_des_letzten_commits() -> str:
    befehl = ["git", "-C", str(WURZEL), "log", "-1", "--format=%ct"]
    try:
        lauf = subprocess.run(befehl, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return lauf.stdout.strip()


def _tausche(neu: Path, ziel: Path, alt: Path) -> None:
    if ziel.exists():
        ziel.rename(alt)
    neu.rename(ziel)
    shutil.rmtree(alt, ignore_errors=True)
