"""A small server on loopback for the built sites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.gebaut import Gebaut
from tests.orte import FEHLT


class _Antwort(SimpleHTTPRequestHandler):
    """Sends the files of a folder under a prefix, and its own page for a wrong address."""

    ordner: Path
    wurzel: str

    def translate_path(self, path: str) -> str:
        pfad = unquote(urlsplit(path).path)
        if not pfad.startswith(self.wurzel):
            return str(self.ordner / "ausserhalb")
        ziel = self.ordner / pfad.removeprefix(self.wurzel)
        return f"{ziel}/" if pfad.endswith("/") else str(ziel)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        fehlt = self.ordner / FEHLT
        if code != HTTPStatus.NOT_FOUND or not fehlt.is_file():
            super().send_error(code, message, explain)
            return
        inhalt = fehlt.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(inhalt)))
        self.end_headers()
        self.wfile.write(inhalt)

    def log_message(self, *_: Any) -> None:
        pass


class Server(dict[tuple[str, str], str]):
    """Addresses of the sites' servers by site and root path, each started when first asked for."""

    def __init__(self, websites: Mapping[str, Gebaut], stapel: ExitStack) -> None:
        super().__init__()
        self._websites, self._stapel = websites, stapel

    def __missing__(self, ort: tuple[str, str]) -> str:
        name, wurzel = ort
        self[ort] = self._stapel.enter_context(diene(self._websites[name].ordner, wurzel))
        return self[ort]


@contextmanager
def diene(ordner: Path, wurzel: str = "/") -> Iterator[str]:
    """Serves a folder on loopback and gives the address of its root."""
    klasse = type("_Hier", (_Antwort,), {"ordner": ordner, "wurzel": wurzel})
    with ThreadingHTTPServer(("127.0.0.1", 0), klasse) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{wurzel}"
        server.shutdown()
