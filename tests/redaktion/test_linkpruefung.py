"""The weekly link check, against a server on this machine only."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest

from macros.redaktion.linkabruf import Auskunft, Geduld, frage, wer_fragt
from macros.redaktion.linkausnahmen import lies_ausnahmen
from macros.redaktion.linkpruefung import Linkbericht, Stelle, links, pruefe_links
from macros.sprache import lade
from tests.redaktion.faelle import DATEN, WURZEL

WER = "Linkpruefung-Test/1"
HEUTE = date(2027, 3, 1)
# So long that a busy machine never reaches it; short where the server is slow on purpose.
GEDULD = Geduld(frist=30, versuche=2, warten=0.01, pause=0, hoechstens=2)
FRISTEN = {"schweigt": 0.3, "erst-langsam": 1.0}
_DAVOR = "https://stadt.example"
_LANGSAM = 2
_LEBT = Auskunft("lebt")


@dataclass(frozen=True)
class _A:
    """One answer of the server; the last of a path's answers is given for good."""

    status: int
    kopf: Mapping[str, str] = field(default_factory=dict)
    nach: float = 0


# Path → what HEAD gets, what GET gets in turn, what the check must say.
_ZIEL = "{server}/lebt"
FAELLE: dict[str, tuple[_A, tuple[_A, ...], Auskunft]] = {
    "lebt": (_A(200), (_A(500),), _LEBT),
    "umgezogen": (_A(301, {"Location": _ZIEL}), (), Auskunft("umgezogen", angabe=_ZIEL)),
    "umgezogen-308": (_A(308, {"Location": _ZIEL}), (), Auskunft("umgezogen", angabe=_ZIEL)),
    "heute-woanders": (_A(302, {"Location": _ZIEL}), (), _LEBT),
    "weg": (_A(404), (_A(404),), Auskunft("tot", "status", "404")),
    "entfernt": (_A(410), (_A(410),), Auskunft("tot", "status", "410")),
    "zieht-ins-leere": (
        _A(301, {"Location": "/weg"}),
        (_A(301, {"Location": "/weg"}),),
        Auskunft("tot", "status", "404"),
    ),
    "ohne-head": (_A(405), (_A(200),), _LEBT),
    "erst-500": (_A(500), (_A(500), _A(500), _A(200)), _LEBT),
    "immer-500": (_A(500), (_A(500),), Auskunft("tot", "status", "500")),
    "bittet-um-geduld": (_A(503), (_A(503, {"Retry-After": "1"}), _A(200)), _LEBT),
    "nur-menschen": (_A(403), (_A(403),), Auskunft("unklar", angabe="403")),
    "zu-viele-fragen": (_A(429), (_A(429),), Auskunft("unklar", angabe="429")),
    "schweigt": (_A(200, nach=_LANGSAM), (_A(200, nach=_LANGSAM),), Auskunft("tot", "frist")),
    "erst-langsam": (_A(200, nach=_LANGSAM), (_A(200, nach=_LANGSAM), _A(200)), _LEBT),
    "kreis": (
        _A(302, {"Location": "/kreis"}),
        (_A(302, {"Location": "/kreis"}),),
        Auskunft("tot", "umleitungen"),
    ),
}


class _Server:
    """Answers by the table above and remembers what it was asked."""

    def __init__(self) -> None:
        self.anfragen: list[tuple[str, str, str, float]] = []
        self.zugleich = self.hoechstens_zugleich = 0
        self._bisher: dict[str, int] = defaultdict(int)
        self._schloss = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._behandler())
        self.adresse = f"http://127.0.0.1:{self._http.server_port}"

    def gefragt(self, pfad: str) -> list[str]:
        return [methode for methode, gefragt, _, _ in self.anfragen if gefragt == pfad]

    def naechste(self, methode: str, pfad: str) -> _A:
        kopf, folge, _ = FAELLE.get(pfad.strip("/"), (_A(200), (), _LEBT))
        if methode == "HEAD" or not folge:
            return kopf
        with self._schloss:
            nummer = self._bisher[pfad]
            self._bisher[pfad] += 1
        return folge[min(nummer, len(folge) - 1)]

    def _behandler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Behandler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self._antworte()

            def do_GET(self) -> None:
                self._antworte()

            def _antworte(self) -> None:
                with server._schloss:
                    wer = self.headers["User-Agent"]
                    server.anfragen.append((self.command, self.path, wer, time.monotonic()))
                    server.zugleich += 1
                    server.hoechstens_zugleich = max(server.hoechstens_zugleich, server.zugleich)
                antwort = server.naechste(self.command, self.path)
                time.sleep(antwort.nach or 0.02)
                with server._schloss:
                    server.zugleich -= 1
                try:
                    self.send_response(antwort.status)
                    for name, wert in antwort.kopf.items():
                        self.send_header(name, wert.format(server=server.adresse))
                    self.send_header("Content-Length", "0")
                    self.end_headers()
                except OSError:
                    pass

            def log_message(self, *_: object) -> None:
                pass

        return Behandler

    def __enter__(self) -> _Server:
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with _Server() as offen:
        yield offen


@pytest.mark.parametrize("name", FAELLE)
def test_urteil(name: str, server: _Server) -> None:
    """Every kind of answer gets its verdict; the program says who it is."""
    adresse = f"{server.adresse}/{name}"
    erwartet = FAELLE[name][2]
    soll = Auskunft(erwartet.art, erwartet.grund, erwartet.angabe.format(server=server.adresse))
    geduld = replace(GEDULD, frist=FRISTEN.get(name, GEDULD.frist))
    assert frage([adresse], WER, geduld) == {adresse: soll}
    assert {wer for _, _, wer, _ in server.anfragen} == {WER}
    assert server.gefragt(f"/{name}")[0] == "HEAD"


@pytest.mark.parametrize(
    ("name", "mal"), [("lebt", 0), ("weg", 1), ("nur-menschen", 1), ("immer-500", 3)]
)
def test_wiederholt_nur_was_sich_bessern_kann(name: str, mal: int, server: _Server) -> None:
    """A missing page is asked for once, a broken server three times."""
    frage([f"{server.adresse}/{name}"], WER, GEDULD)
    assert server.gefragt(f"/{name}").count("GET") == mal


def test_wartet_so_lange_der_server_bittet(server: _Server) -> None:
    frage([f"{server.adresse}/bittet-um-geduld"], WER, GEDULD)
    vorletzte, letzte = (wann for _, _, _, wann in server.anfragen[-2:])
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


def test_ein_host_wird_der_reihe_nach_gefragt(server: _Server) -> None:
    """One request at a time, with a pause between them, and each address once."""
    adressen = [f"{server.adresse}/seite-{nummer}" for nummer in range(5)]
    pause = 0.05
    frage(adressen + adressen, WER, Geduld(pause=pause))
    zeiten = [wann for _, _, _, wann in server.anfragen]
    assert len(zeiten) == 5
    assert server.hoechstens_zugleich == 1
    assert min(b - a for a, b in pairwise(zeiten)) >= pause


def _pruefe(server: _Server, ausnahmen: Path, *pfade: str) -> Linkbericht:
    """Runs the whole check; its addresses stand for those of the server."""
    stellen = {f"{_DAVOR}/{p}": [Stelle("data/x.yaml", 7, 3, "Quelle „x“")] for p in pfade}

    def stellvertretend(adressen: list[str]) -> dict[str, Auskunft]:
        je = {adresse.replace(_DAVOR, server.adresse): adresse for adresse in adressen}
        return {je[a]: auskunft for a, auskunft in frage(je, WER, GEDULD).items()}

    return pruefe_links(stellen, ausnahmen, HEUTE, lade(), stellvertretend)


def _ausnahmen(ordner: Path, text: str = "[]\n") -> Path:
    pfad = ordner / "links-ausnahmen.yaml"
    pfad.write_text(text, encoding="utf-8")
    return pfad


def test_toter_link_nennt_stelle_und_grund(server: _Server, tmp_path: Path) -> None:
    ausnahmen = _ausnahmen(tmp_path)
    bericht = _pruefe(server, ausnahmen, "lebt", "weg")
    assert bericht == Linkbericht(
        fehler=(
            f"data/x.yaml:7:3: Quelle „x“: Der Link „{_DAVOR}/weg“ führt ins Leere: Der Server "
            f"antwortet mit 404. Bitte die neue Adresse suchen oder in „{ausnahmen}“ eine Ausnahme "
            "mit Grund eintragen.",
        ),
        hinweise=(),
        geprueft=2,
    )

    assert bericht.als_text(lade()) == (
        f"{bericht.fehler[0]}\nGeprüfte Adressen: 2. Zu verbessern: 1. Hinweise: 0.\n"
    )


def test_umzug_und_abweisung_sind_nur_hinweise(server: _Server, tmp_path: Path) -> None:
    bericht = _pruefe(server, _ausnahmen(tmp_path), "umgezogen", "nur-menschen")
    assert bericht.fehler == ()
    abgewiesen, umgezogen = sorted(bericht.hinweise, key=lambda zeile: "umgezogen" in zeile)
    assert "nur im Browser prüfen" in abgewiesen and "(403)" in abgewiesen
    assert f"„{server.adresse}/lebt“" in umgezogen


_AUSNAHME = """# Kommentar
- url: https://stadt.example/weg
  grund: Die Seite wird bis Mai umgebaut.
  bis: {bis}
"""


@pytest.mark.parametrize("bis", ["2027-03-01", "2027-05-01"])
def test_ausnahme_wird_nicht_gefragt(bis: str, server: _Server, tmp_path: Path) -> None:
    """On its last day an exception still holds, and its reason is printed."""
    pfad = _ausnahmen(tmp_path, _AUSNAHME.format(bis=bis))
    bericht = _pruefe(server, pfad, "weg", "lebt")
    assert (bericht.fehler, bericht.geprueft, server.gefragt("/weg")) == ((), 1, [])
    (hinweis,) = bericht.hinweise
    assert hinweis.startswith(f"{pfad}:2:1: Nicht geprüft bis ")
    assert hinweis.endswith("denn: Die Seite wird bis Mai umgebaut.")


def test_abgelaufene_ausnahme_schuetzt_nicht(server: _Server, tmp_path: Path) -> None:
    pfad = _ausnahmen(tmp_path, _AUSNAHME.format(bis="2027-02-28"))
    bericht = _pruefe(server, pfad, "weg")
    assert len(bericht.fehler) == 1
    assert bericht.hinweise == (
        f"{pfad}:2:1: Die Ausnahme für „{_DAVOR}/weg“ galt bis 28. Februar 2027. "
        "Bitte prüfen, dann löschen oder verlängern.",
    )


def test_ausnahme_ohne_link_faellt_auf(server: _Server, tmp_path: Path) -> None:
    pfad = _ausnahmen(tmp_path, _AUSNAHME.format(bis="2027-05-01"))
    bericht = _pruefe(server, pfad, "lebt")
    assert bericht.fehler == ()
    assert "gibt es keinen Link mehr" in bericht.hinweise[0]


_FALSCH = {
    "ohne-grund": (
        "- url: https://stadt.example/\n  bis: 2027-05-01\n",
        ":1:3: Das Feld „grund“ fehlt.",
    ),
    "grund-leer": (
        '- url: https://stadt.example/\n  grund: " "\n  bis: 2027-05-01\n',
        ":2:10: Das Feld „grund“ ist leer.",
    ),
    "ohne-ende": (
        "- url: https://stadt.example/\n  grund: Umbau\n",
        ":1:3: Das Feld „bis“ fehlt.",
    ),
    "alles": (
        '- url: "https://"\n  grund: Umbau\n  bis: 2027-05-01\n',
        ":1:8: „https://“ ",
    ),
}


@pytest.mark.parametrize("name", _FALSCH)
def test_falsche_ausnahme_ist_ein_fehler(name: str, server: _Server, tmp_path: Path) -> None:
    """Nothing is asked while nobody knows what to leave out."""
    text, soll = _FALSCH[name]
    pfad = _ausnahmen(tmp_path, text)
    bericht = _pruefe(server, pfad, "weg")
    assert [zeile.startswith(f"{pfad}{soll}") for zeile in bericht.fehler] == [True]
    assert (bericht.hinweise, bericht.geprueft) == ((), 0)
    assert server.anfragen == []


def test_die_ausnahmen_des_projekts_sind_heil() -> None:
    assert lies_ausnahmen(WURZEL / "werkzeug" / "links-ausnahmen.yaml", lade())[1] == []


_IM_FELD = re.compile(r"^[^#]*?: \"?(https://[^\s\"#]+)")
_AUF_EINER_SEITE = re.compile(r"https://[\w./?=&%~-]*\w/?")


def test_jeder_link_des_projekts_wird_gefunden() -> None:
    """Every address that stands in a field or on a page, at its line and column."""
    seiten = WURZEL / "docs"
    gefunden = links(DATEN, seiten, lade())
    erwartet = {
        (str(pfad), nummer, url)
        for pfad in [*DATEN.rglob("*.yaml"), *seiten.rglob("*.md")]
        for nummer, zeile in enumerate(pfad.read_text(encoding="utf-8").splitlines(), start=1)
        for url in (_IM_FELD if pfad.suffix == ".yaml" else _AUF_EINER_SEITE).findall(zeile)
    }
    assert len(erwartet) > 50
    assert erwartet <= {(s.datei, s.zeile, url) for url, alle in gefunden.items() for s in alle}
    for stelle in (stelle for alle in gefunden.values() for stelle in alle):
        zeile = Path(stelle.datei).read_text(encoding="utf-8").splitlines()[stelle.zeile - 1]
        assert zeile[stelle.spalte - 1 :].lstrip("\"'").startswith("https://")
