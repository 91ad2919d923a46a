"""Every word of the language's file is used: nobody mends a sentence that no reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from errno import errorcode
from pathlib import Path
from typing import Any

import yaml

from macros.lauf import WURZEL
from macros.seitenplan.adressen import DATEN, DATENDATEIEN
from macros.sprache import Sprache, lade

_DATEI = WURZEL / "macros" / "sprache" / "de.yaml"
_CODE = ("macros/**/*.py", "macros/**/*.j2", "theme/**/*.html", "theme/eigen/*.js", "docs/*.md")
_ZAHLFORMEN = (".keine", ".eins", ".viele")
# Keys that are put together of two parts where they are used, the first given as a word.
_AUS_TEILEN = ("feld", "beispiel")
# How pydantic calls what it refuses by itself.
_VON_PYDANTIC = {"too_long", "greater_than_equal", "less_than_equal"}
# A name and an ending make one part of a key.
_ANGEHAENGT = "_satz$|_fehlt$|^rat_"


def _dateien() -> Iterator[Path]:
    for muster in _CODE:
        yield from WURZEL.glob(muster)


CODE = "\n".join(datei.read_text(encoding="utf-8") for datei in _dateien())
NAMEN = {
    *re.findall(r"[\w-]+", CODE),
    *(re.sub("[./]", "-", datei.removeprefix(DATEN)) for datei in DATENDATEIEN),
    *_VON_PYDANTIC,
    *errorcode.values(),
}
# What stands between quotation marks, and what a key begins with that goes on with a value.
GANZE = set(re.findall(r"""["']([\w.-]+)["']""", CODE))
ANFAENGE = {
    *_AUS_TEILEN,
    *re.findall(r"""["']([\w.-]+)\.(?:\{|["'] ~)""", CODE),
    *re.findall(r'gruppe\("([\w.]+)"\)', CODE),
}


def _schluessel(worte: Mapping[str, Any], davor: str = "") -> Iterator[str]:
    for name, wert in worte.items():
        if isinstance(wert, Mapping):
            yield from _schluessel(wert, f"{davor}{name}.")
        else:
            yield f"{davor}{name}"


def _wird_gebraucht(schluessel: str) -> bool:
    schluessel = next(
        (schluessel.removesuffix(f) for f in _ZAHLFORMEN if schluessel.endswith(f)), schluessel
    )
    teile = schluessel.split(".")
    return schluessel in GANZE or any(
        ".".join(teile[:bis]) in ANFAENGE
        and all(NAMEN & {teil, re.sub(_ANGEHAENGT, "", teil)} for teil in teile[bis:])
        for bis in range(1, len(teile))
    )


def test_jedes_wort_wird_gebraucht() -> None:
    worte = yaml.safe_load(_DATEI.read_text(encoding="utf-8"))
    alle = list(_schluessel(worte))
    assert len(alle) > 1000
    assert [schluessel for schluessel in alle if not _wird_gebraucht(schluessel)] == []


def test_ein_wort_zu_viel_faellt_auf() -> None:
    assert not _wird_gebraucht("befund.das_sagt_niemand")
    assert not _wird_gebraucht("rahmen.menue_das_es_nicht_gibt")
    assert not _wird_gebraucht("niemandes.titel")


def test_eine_gruppe_hat_alle_ihre_worte() -> None:
    sprache = Sprache("xx", {"eins": {"zwei": {"a": "A", "b": "B {zahl}"}}})
    assert sprache.gruppe("eins.zwei") == {"a": "A", "b": "B {zahl}"}
    assert lade().gruppe("formular.meldung")["fertig"] == lade()("formular.meldung.fertig")
