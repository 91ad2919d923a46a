"""The pinned packages are as the tool wrote them: nobody lost a line of them by hand."""

from __future__ import annotations

import hashlib

from macros.lauf import WURZEL

ORDNER = WURZEL / "requirements"


def test_festgeschrieben_ist_was_das_werkzeug_schrieb() -> None:
    """A hash less would be missed only where pip wants that very file, on another machine.

    Whoever changes both on purpose is seen in the review, not here.
    """
    zeilen = (ORDNER / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    gemerkt = {name: summe for summe, name in (zeile.split("  ") for zeile in zeilen)}
    dateien = sorted(ORDNER.glob("*.txt"))
    assert len(dateien) == 5
    assert gemerkt == {d.name: hashlib.sha256(d.read_bytes()).hexdigest() for d in dateien}, (
        "requirements/ ist von Hand geändert: make requirements schreibt es neu"
    )
