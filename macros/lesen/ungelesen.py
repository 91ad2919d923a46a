"""Files of a data folder that nobody would read: a misspelt name must not lose an entry."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from macros.modell import DATEIEN, EINZELN
from macros.sprache import Sprache

from .befund import Befund


def ungelesene(ordner: Path, gelesene: Collection[str], sprache: Sprache) -> Iterator[Befund]:
    """Gives a finding for each such file; `gelesene` names the folders whose files are read."""
    for name in _namen(ordner, gelesene):
        yield _befund(name, sprache)


def _namen(ordner: Path, gelesene: Collection[str]) -> list[str]:
    bekannt = {f"{name}.yaml" for name in DATEIEN}
    oben = [p.name for p in ordner.glob("[!.]*") if p.is_file()]
    eigene = ordner / EINZELN
    einzeln = [
        p.relative_to(ordner).as_posix()
        for p in eigene.rglob("[!.]*")
        if p.is_file() and (p.suffix != ".yaml" or p.parent != eigene)
    ]
    anderswo = [
        f"{unter.name}/{p.name}"
        for unter in ordner.glob("[!.]*")
        if unter.is_dir() and unter.name not in gelesene
        for p in unter.rglob("[!.]*")
        if p.is_file()
    ]
    return sorted(name for name in [*oben, *einzeln, *anderswo] if name not in bekannt)


def _befund(name: str, sprache: Sprache) -> Befund:
    if "/" in name:
        nah = [f"{EINZELN}/{Path(name).name.split('.')[0]}.yaml"]
    else:
        nah = get_close_matches(name, [f"{n}.yaml" for n in DATEIEN], n=1)
    hilfe = sprache("befund.datei_einzeln") if name.endswith(".yaml") else ""
    if nah:
        hilfe = sprache("befund.meinten_sie", wort=nah[0])
    return Befund(name, 1, 1, sprache("befund.datei_unbekannt", hilfe=hilfe).strip())
