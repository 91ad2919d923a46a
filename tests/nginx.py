"""Debian's nginx with the project's own configuration, on loopback.

As a script it installs what the system tests need; without root it names the command.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from macros.auslieferung.nginx import NAME, ORT, ZERTIFIKAT
from tests.orte import DATEN, ECHT, MINI

AMTLICH = "https://stadt.example/"
PAKETE = ("nginx", "libnginx-mod-http-brotli-static", "wrk", "openssl", "util-linux")
PROGRAMME = ("nginx", "wrk", "openssl", "unshare")
_EIGENES = Path("/etc/nginx/nginx.conf")
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_INSTALLIEREN = f"apt-get install -y --no-install-recommends {' '.join(PAKETE)}"

_GRABSTEIN = """
weg:
  - adresse: /praxisbeispiele/verschwunden/
    was: Ein Projekt, das es nicht mehr gibt.
    seit: 2026-01-02

verzeichnet:"""


def fehlend() -> list[str]:
    """Gives the programs and modules that are not installed."""
    programme = [name for name in PROGRAMME if not shutil.which(name)]
    return programme + [str(datei) for datei in (_EIGENES, _BROTLI) if not datei.exists()]


def main() -> int:
    """Installs what is missing.

    Returns:
        0, or 1 if something is still missing.
    """
    if fehlend() and os.geteuid() == 0 and shutil.which("apt-get"):
        umgebung = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for befehl in ("apt-get -q update", f"{_INSTALLIEREN} -q -o DPkg::Lock::Timeout=300"):
            # A failed update is no reason to stop: the lists at hand may still do.
            subprocess.run(befehl.split(), env=umgebung, stdout=sys.stderr, check=False)
    if rest := fehlend():
        print(f"Es fehlt: {', '.join(rest)}. Bitte: sudo {_INSTALLIEREN}", file=sys.stderr)
    return 1 if rest else 0


def amtliche_daten(ziel: Path) -> Path:
    """Copies the real data as an official site with an address and a complete operator."""
    daten = Path(shutil.copytree(DATEN[ECHT], ziel))
    betrieb = (DATEN[MINI] / "betrieb.yaml").read_text(encoding="utf-8")
    alt = "https://stadt.example/vielfalt/"
    assert alt in betrieb
    (daten / "betrieb.yaml").write_text(betrieb.replace(alt, AMTLICH), encoding="utf-8")
    beispiele = daten / "praxisbeispiele.yaml"
    text = beispiele.read_text(encoding="utf-8")
    umbenannt = text.replace("- id: mifrin\n", "- id: mifrin\n  frueher: [frueheres-projekt]\n", 1)
    assert umbenannt != text
    beispiele.write_text(umbenannt, encoding="utf-8")
    adressbuch = daten / "adressen.yaml"
    text = adressbuch.read_text(encoding="utf-8")
    assert "\nverzeichnet:" in text and "\nweg:" not in text
    adressbuch.write_text(text.replace("\nverzeichnet:", _GRABSTEIN, 1), encoding="utf-8")
    return daten


class Nginx:
    """A running server: `https` and `http` are the addresses of its root."""

    def __init__(self, https: int, http: int) -> None:
        self.port = https
        self.https, self.http = f"https://localhost:{https}", f"http://localhost:{http}"


@contextmanager
def nginx(konfiguration: Path, ort: Path, ablage: Path, mehr: str = "") -> Iterator[Nginx]:
    """Runs Debian's own nginx.conf with our file as its only site.

    What changes in our file is what an operator changes, and the ports and logs: an
    unprivileged place for each. `mehr` is added to the encrypted server. `ablage` has to
    be readable by the server's own user.
    """
    https, http = _freie_ports()
    _zertifikat(ablage)
    eigenes = {
        f"server_name {NAME}": "server_name localhost",
        ZERTIFIKAT: str(ablage),
        ORT: str(ort),
        "listen 443": f"listen 127.0.0.1:{https}",
        "listen [::]:443": f"listen [::1]:{https}",
        "listen 80": f"listen 127.0.0.1:{http}",
        "listen [::]:80": f"listen [::1]:{http}",
        "/var/log/nginx/": f"{ablage}/",
        "    index index.html;\n": f"    index index.html;\n{mehr}",
    }
    rahmen = {
        "/etc/nginx/sites-enabled/*": f"{ablage}/vielfalt.conf",
        "/run/nginx.pid": f"{ablage}/nginx.pid",
        "/var/log/nginx/": f"{ablage}/",
    }
    _schreibe(ablage / "vielfalt.conf", konfiguration, eigenes)
    haupt = ablage / "nginx.conf"
    _schreibe(haupt, _EIGENES, rahmen)
    befehl = ["nginx", "-c", str(haupt), "-e", f"{ablage}/start.log", "-g", "daemon off;"]
    with subprocess.Popen(befehl) as prozess:
        try:
            _warte(prozess, https, ablage)
            yield Nginx(https, http)
        finally:
            prozess.terminate()


def _schreibe(ziel: Path, vorlage: Path, ersatz: Mapping[str, str]) -> None:
    """Writes a configuration with other words in it; AssertionError where one is missing."""
    text = vorlage.read_text(encoding="utf-8")
    for alt, neu in ersatz.items():
        assert alt in text, alt
        text = text.replace(alt, neu)
    ziel.write_text(text, encoding="utf-8")


def _freie_ports() -> tuple[int, int]:
    with socket.socket() as eins, socket.socket() as zwei:
        eins.bind(("127.0.0.1", 0))
        zwei.bind(("127.0.0.1", 0))
        return eins.getsockname()[1], zwei.getsockname()[1]


def _zertifikat(ablage: Path) -> None:
    befehl = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    namen = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    ziel = ["-keyout", f"{ablage}/privkey.pem", "-out", f"{ablage}/fullchain.pem"]
    subprocess.run([*befehl.split(), *namen, *ziel], check=True, capture_output=True)


def _warte(prozess: subprocess.Popen[bytes], port: int, ablage: Path) -> None:
    for _ in range(200):
        if prozess.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError((ablage / "start.log").read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
