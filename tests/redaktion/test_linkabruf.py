"""Outside addresses are asked politely, and every kind of answer gets its verdict."""

from __future__ import annotations

import socket
from dataclasses import replace
from itertools import pairwise

import pytest

from macros.redaktion.linkabruf import Auskunft, Geduld, frage, wer_fragt
from tests.redaktion.linkserver import FAELLE, GEDULD, WER, Linkserver

# Seconds, where the server is slow on purpose.
FRISTEN = {"schweigt": 0.3, "erst-langsam": 1.0}


@pytest.mark.parametrize("name", FAELLE)
def test_urteil(name: str, linkserver: Linkserver) -> None:
    """Every kind of answer gets its verdict; the program says who it is."""
    adresse = f"{linkserver.adresse}/{name}"
    erwartet = FAELLE[name][2]
    soll = Auskunft(erwartet.art, erwartet.grund, erwartet.angabe.format(server=linkserver.adresse))
    geduld = replace(GEDULD, frist=FRISTEN.get(name, GEDULD.frist))
    assert frage([adresse], WER, geduld) == {adresse: soll}
    assert {wer for _, _, wer, _ in linkserver.anfragen} == {WER}
    assert linkserver.gefragt(f"/{name}")[0] == "HEAD"


@pytest.mark.parametrize(
    ("name", "mal"), [("lebt", 0), ("weg", 1), ("nur-menschen", 1), ("immer-500", 3)]
)
def test_wiederholt_nur_was_sich_bessern_kann(name: str, mal: int, linkserver: Linkserver) -> None:
    """A missing page is asked for once, a broken server three times."""
    frage([f"{linkserver.adresse}/{name}"], WER, GEDULD)
    assert linkserver.gefragt(f"/{name}").count("GET") == mal


def test_wartet_so_lange_der_server_bittet(linkserver: Linkserver) -> None:
    frage([f"{linkserver.adresse}/bittet-um-geduld"], WER, GEDULD)
    vorletzte, letzte = (wann for _, _, _, wann in linkserver.anfragen[-2:])
    assert letzte - vorletzte >= 1


def test_wer_fragt_ist_erreichbar() -> None:
    assert wer_fragt("https://stadt.example/") == "Linkpruefung/1 (+https://stadt.example/)"
    assert wer_fragt(None) == "Linkpruefung/1"


def test_server_ist_weg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with socket.socket() as frei:
        frei.bind(("127.0.0.1", 0))
        adresse = f"http://127.0.0.1:{frei.getsockname()[1]}/"
    assert frage([adresse], WER, GEDULD) == {adresse: Auskunft("tot", "verbindung")}


def test_ein_host_wird_der_reihe_nach_gefragt(linkserver: Linkserver) -> None:
    """One request at a time, with a pause between them, and each address once."""
    adressen = [f"{linkserver.adresse}/seite-{nummer}" for nummer in range(5)]
    pause = 0.05
    frage(adressen + adressen, WER, Geduld(pause=pause))
    zeiten = [wann for _, _, _, wann in linkserver.anfragen]
    assert len(zeiten) == 5
    assert linkserver.hoechstens_zugleich == 1
    assert min(b - a for a, b in pairwise(zeiten)) >= pause
