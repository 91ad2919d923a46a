"""When entries were last changed, from the history of the data files in git."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from .lesen.eintragstext import eintragstexte
from .modell import EINZELN, Fundstelle

# What tells the entries of a content by its name in git.
_Inhalte = Callable[[str], Mapping[str, int]]
# One step of the history: its day, and of each file in it the names of its old and new content.
_Schritt = tuple[date, list[tuple[str, str]]]
# What `git cat-file` puts before a content, name, type and size; and the line end behind it.
_KOPFTEILE, _ENDE = 3, 1


class _Luecke(Exception):
    """The repository does not have a content of its history."""


_PROJEKT = Path(__file__).resolve().parent.parent
# A history must not depend on who asks: whoever runs this code trusts its folder, whoever owns it,
# and nobody's own settings change what is printed.
_IMMER = (
    f"safe.directory={_PROJEKT}",
    "log.showSignature=false",
    "log.showRoot=true",
    "log.diffMerges=separate",
    "core.quotePath=false",
)
# Where git runs a command, as in a hook, it names its own repository and not that of a folder.
_HAKEN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


def aenderungen(ordner: Path, fundstellen: Mapping[str, Fundstelle]) -> dict[str, date]:
    """Gives the day of the last change by id, as far as the history tells.

    An entry changed where its words are others than before, also fewer; neither a comment nor
    another indent, place or file is a change. Nothing is given outside a repository, where parts
    of it are missing, and in a shallow clone, whose history would name the day of its oldest
    commit instead.
    """
    if git(ordner, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    with suppress(_Luecke, OSError), _inhalte(ordner) as inhalte:
        return _tage(
            _schritte(ordner, {f.datei for f in fundstellen.values()}), inhalte, fundstellen
        )
    return {}


def _tage(
    schritte: Iterable[_Schritt], inhalte: _Inhalte, kennungen: Iterable[str]
) -> dict[str, date]:
    """Gives by id the day of the newest step in which the entry's words are others."""
    offen, tage = set(kennungen), dict[str, date]()
    for tag, dateien in schritte:
        alt, neu = dict[str, int](), dict[str, int]()
        for vorher, nachher in dateien:
            alt |= inhalte(vorher)
            neu |= inhalte(nachher)
        for kennung in [k for k, worte in neu.items() if k in offen and alt.get(k) != worte]:
            offen.remove(kennung)
            tage[kennung] = tag
        if not offen:
            break
    return tage


def _schritte(ordner: Path, dateien: set[str]) -> Iterator[_Schritt]:
    """Gives the commits that touched the files, the newest first.

    Of a merged branch only the merge counts: on its day the change came to the readers.
    """
    worte = ("log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "--relative")
    verlauf = git(ordner, *worte, "--format=@%ct", "--", ".")
    # An entry may have come from the one list of them, also where that is gone.
    dateien = {*dateien, f"{EINZELN}.yaml"}
    for block in re.split(r"(?m)^@", verlauf)[1:]:
        zeit, *zeilen = block.splitlines()
        # ":old-mode new-mode old-name new-name status<tab>path"
        felder = (zeile.split("\t", 1) for zeile in zeilen if zeile.startswith(":"))
        geaendert = [
            (kopf.split()[2], kopf.split()[3])
            for kopf, datei in felder
            if datei in dateien or datei.startswith(f"{EINZELN}/")
        ]
        if geaendert:
            yield datetime.fromtimestamp(int(zeit), UTC).date(), geaendert


@contextmanager
def _inhalte(ordner: Path) -> Iterator[_Inhalte]:
    """Gives what tells the entries of a file by the name that git has for its content."""
    befehl, umgebung = _aufruf(ordner, "cat-file", "--batch")
    rohr = subprocess.PIPE
    still = subprocess.DEVNULL
    with subprocess.Popen(befehl, stdin=rohr, stdout=rohr, stderr=still, env=umgebung) as prozess:
        hin, her = prozess.stdin, prozess.stdout
        assert hin and her

        # The next older commit asks again for what was the old content in this one.
        @lru_cache(maxsize=16)
        def inhalt(name: str) -> Mapping[str, int]:
            # How many zeros stand for no content depends on the repository.
            if not name.strip("0"):
                return {}
            hin.write(f"{name}\n".encode())
            hin.flush()
            kopf = her.readline().split()
            if len(kopf) != _KOPFTEILE:
                raise _Luecke(name)
            text = her.read(int(kopf[2]) + _ENDE)[:-_ENDE].decode(errors="replace")
            return {kennung: hash(worte) for kennung, worte in eintragstexte(text)}

        yield inhalt


def git(ordner: Path, *worte: str) -> str:
    """Gives what git answers for a folder; "" where it fails or is not installed."""
    befehl, umgebung = _aufruf(ordner, *worte)
    try:
        lauf = subprocess.run(befehl, capture_output=True, check=False, env=umgebung)
    except OSError:
        return ""
    # Files and names are UTF-8 whatever the machine's own language is.
    return "" if lauf.returncode else lauf.stdout.decode(errors="replace")


def _aufruf(ordner: Path, *worte: str) -> tuple[list[str], dict[str, str]]:
    """Gives the command and its environment, in which git answers everybody the same."""
    immer = (teil for einstellung in _IMMER for teil in ("-c", einstellung))
    ort = ordner.resolve()
    # A folder without a repository around it may belong to the one that is named.
    eigene = any((o / ".git").exists() for o in (ort, *ort.parents))
    umgebung = {n: w for n, w in os.environ.items() if not (eigene and n in _HAKEN)}
    return ["git", "-C", str(ordner), *immer, *worte], umgebung
