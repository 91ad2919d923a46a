"""The findings of a check as GitHub, GitLab, programs and people read them."""

from __future__ import annotations

import json

from macros.lesen.befund import Befund
from macros.pruefung.berichte import FORMATE, farbig

BEFUNDE = (Befund("a.yaml", 3, 5, "Satz: 100 %, „x“."), Befund("b,c.yaml", 1, 1, "Zwei."))


def test_bericht_fuer_github() -> None:
    assert FORMATE["github"](BEFUNDE, "./data").splitlines() == [
        "::error file=./data/a.yaml,line=3,col=5::Satz: 100 %25, „x“.",
        "::error file=./data/b%2Cc.yaml,line=1,col=1::Zwei.",
    ]


def test_bericht_fuer_gitlab() -> None:
    erster, zweiter = json.loads(FORMATE["gitlab"](BEFUNDE, "./data"))
    assert erster["location"] == {"path": "data/a.yaml", "lines": {"begin": 3}}
    assert erster["description"] == BEFUNDE[0].satz
    assert erster["fingerprint"] != zweiter["fingerprint"]


def test_bericht_als_json_und_in_farbe() -> None:
    (erster, _) = json.loads(FORMATE["json"](BEFUNDE, "data"))
    assert erster == {"datei": "data/a.yaml", "zeile": 3, "spalte": 5, "satz": BEFUNDE[0].satz}
    assert (
        FORMATE["text"](BEFUNDE, "data/")
        == "data/a.yaml:3:5: Satz: 100 %, „x“.\ndata/b,c.yaml:1:1: Zwei.\n"
    )
    assert "\033[" in farbig(BEFUNDE, "data")
    assert "\033[" not in FORMATE["text"](BEFUNDE, "data")
