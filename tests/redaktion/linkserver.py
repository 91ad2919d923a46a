"""A server on this machine that answers by a table, and remembers what it was asked."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from macros.redaktion.linkabruf import Auskunft, Geduld

WER = "Linkpruefung-Test/1"
# So long that a busy machine never reaches it.
GEDULD = Geduld(frist=30, versuche=2, warten=0.01, pause=0, hoechstens=2)
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


class Linkserver:
    """Answers by the table above and remembers what it was asked."""

    def __init__(self) -> None:
        self.anfragen: list[tuple[str, str, str, float]] = []
        self.zugleich = self.hoechstens_zugleich = 0
        self._bisher: dict[str, int] = defaultdict(int)
        self._schloss = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._behandler())
        self.adresse = f"http://127.0.0.1:{self._http.server_port}"

    def gefragt(self, pfad: str) -> list[str]:
        """Gives the methods that a path was asked with, in their order."""
        return [methode for methode, gefragt, _, _ in self.anfragen if gefragt == pfad]

    def naechste(self, methode: str, pfad: str) -> _A:
        """Gives the next answer to a path."""
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

    def __enter__(self) -> Linkserver:
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()
