"""A new Praxisbeispiel from questions and answers, as a file of its own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml
from pydantic import BaseModel

from .befund import Befund
from .bestand import EINZELN
from .modell import Praxisbeispiel, Quelle
from .pruefen import pruefe
from .sprache import Sprache

Frage = Callable[[str], str]
_BREITE = 100
_OHNE_FRAGE = ("belege", "geprueft_am", "quellen")


def frage_ab(
    frage: Frage, heute: date, quellen: Collection[str], sprache: Sprache
) -> dict[str, Any]:
    """Gives the entry made of the answers to one question a required field.

    `frage` shows its text and gives the answer; a list ends with an empty answer. A source
    that is none of `quellen` is asked for too and comes with the entry.
    """
    eintrag = _felder(Praxisbeispiel, frage, sprache)
    quelle = frage(f"belege – {sprache('befehl.neu.quelle')} ").strip()
    wofuer = frage(f"wofuer – {sprache('feld_von.Beleg.wofuer')} ").strip()
    eintrag["belege"] = [{"quelle": quelle, **({"wofuer": wofuer} if wofuer else {})}]
    eintrag["geprueft_am"] = heute
    if quelle and quelle not in quellen:
        print(sprache("befehl.neu.neue_quelle", kennung=quelle))
        eintrag["quellen"] = [{"id": quelle, **_felder(Quelle, frage, sprache, ohne=("id",))}]
    return eintrag


def als_yaml(eintrag: dict[str, Any]) -> str:
    """Gives the text of the entry's file, with the line that lets editors complete it."""
    inhalt: str = yaml.safe_dump(eintrag, allow_unicode=True, sort_keys=False, width=_BREITE)
    return f"{modeline('praxisbeispiel', tiefe=2)}\n{inhalt}"


def modeline(schema: str, tiefe: int = 1) -> str:
    """Gives the comment by which editors find a file's schema, `tiefe` folders below the root."""
    return f"# yaml-language-server: $schema={'../' * tiefe}schema/{schema}.json"


def lege_an(eintrag: dict[str, Any], ordner: Path, sprache: Sprache) -> Path | tuple[Befund, ...]:
    """Writes the entry's file and gives its path; findings instead if the data would be wrong.

    Raises FileExistsError if there is such a file already.
    """
    ziel = ordner / EINZELN / f"{eintrag['id']}.yaml"
    if ziel.exists():
        raise FileExistsError(ziel)
    with tempfile.TemporaryDirectory() as ablage:
        probe = Path(ablage) / "data"
        shutil.copytree(ordner, probe)
        (probe / EINZELN).mkdir(exist_ok=True)
        (probe / EINZELN / ziel.name).write_text(als_yaml(eintrag), encoding="utf-8")
        if befunde := pruefe(probe, sprache).befunde:
            return befunde
    ziel.parent.mkdir(exist_ok=True)
    ziel.write_text(als_yaml(eintrag), encoding="utf-8")
    return ziel


def _felder(
    modell: type[BaseModel], frage: Frage, sprache: Sprache, ohne: Collection[str] = _OHNE_FRAGE
) -> dict[str, Any]:
    antworten: dict[str, Any] = {}
    for name, feld in modell.model_fields.items():
        if not feld.is_required() or name in ohne:
            continue
        text = f"{name} – {sprache(f'feld_von.{modell.__name__}.{name}')}"
        if get_origin(feld.annotation) is tuple:
            antworten[name] = list(_mehrere(frage, text, sprache))
        else:
            wahl = ", ".join(get_args(feld.annotation))
            antworten[name] = frage(f"{text} [{wahl}] " if wahl else f"{text} ").strip()
    return antworten


def _mehrere(frage: Frage, text: str, sprache: Sprache) -> Iterator[str]:
    hinweis = sprache("befehl.neu.mehrere")
    antwort = frage(f"{text} {hinweis} ").strip()
    while antwort:
        yield antwort
        antwort = frage(f"{hinweis} ").strip()
