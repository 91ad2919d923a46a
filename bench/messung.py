"""Runs a command in a fresh process; measures its time and its peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.lauf import WURZEL

# `ru_maxrss` counts kilobytes on Linux, bytes on macOS.
_JE_MEGABYTE = 2**20 if sys.platform == "darwin" else 2**10
_UMGEBUNG = {"NO_MKDOCS_2_WARNING": "1"}


class Gescheitert(Exception):
    """A measured command failed; the message is what it said."""


@dataclass(frozen=True)
class Messung:
    """How long a process took, in seconds, and its peak memory, in megabytes."""

    sekunden: float
    megabyte: float


def miss(argumente: Sequence[str], python: str | Path = sys.executable) -> Messung:
    """Runs Python with arguments from the project's root; raises Gescheitert if it fails."""
    with tempfile.TemporaryFile() as ausgabe:
        anfang = time.perf_counter()
        prozess = subprocess.Popen(
            [python, *argumente],
            cwd=WURZEL,
            env=os.environ | _UMGEBUNG,
            stdout=ausgabe,
            stderr=subprocess.STDOUT,
        )
        # Not `wait`: only wait4 tells the memory of this very child.
        _, status, verbrauch = os.wait4(prozess.pid, 0)
        dauer = time.perf_counter() - anfang
        prozess.returncode = os.waitstatus_to_exitcode(status)
        if prozess.returncode:
            ausgabe.seek(0)
            raise Gescheitert(ausgabe.read().decode("utf-8", "replace")[-4000:])
    return Messung(dauer, verbrauch.ru_maxrss / _JE_MEGABYTE)


def beste(messungen: Sequence[Messung]) -> Messung:
    """Gives the shortest time of several runs and the largest peak memory."""
    return Messung(min(m.sekunden for m in messungen), max(m.megabyte for m in messungen))


def ganze_zahlen(text: str) -> list[int]:
    """Gives the whole numbers of an argument with commas; ValueError for anything else."""
    return [int(zahl) for zahl in text.split(",")]
