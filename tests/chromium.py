"""Find a Chromium for the browser tests, or get one.

As a script it prints the path of the browser; everything else goes to stderr.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMEN = ("chromium", "chromium-browser", "google-chrome")
FRIST_ANTWORT = 30
FRIST_DOWNLOAD = 300


class ChromiumFehlt(Exception):
    """There is no usable browser; the message is for the user."""


def finde() -> Path | None:
    """Return an installed browser that answers, or None.

    The environment variable CHROMIUM (a path or a name on PATH) has precedence, then
    come the usual names on PATH, then Playwright's own download.

    Raises:
        ChromiumFehlt: CHROMIUM is set, but names no browser that answers.
    """
    if wahl := os.environ.get("CHROMIUM"):
        gefunden = shutil.which(wahl)
        if gefunden and _antwortet(Path(gefunden)):
            return Path(gefunden)
        raise ChromiumFehlt(f"CHROMIUM={wahl} ist kein Browser, der sich starten lässt.")
    return next(filter(_antwortet, _kandidaten()), None)


def hole() -> Path:
    """Install a browser and return it.

    Root on a system with apt gets the distribution's package: it brings the libraries
    along, which Playwright's own download does not. Otherwise, or if that fails,
    Playwright downloads its own.

    Raises:
        ChromiumFehlt: Neither way led to a browser that answers.
    """
    for weg in (_per_apt, _per_playwright):
        if weg() and (pfad := finde()):
            return pfad
    raise ChromiumFehlt(
        "Für die Tests fehlt ein Chromium. Unter Debian installiert ihn "
        "„sudo apt install chromium“, sonst „.venv/bin/playwright install --with-deps chromium“; "
        "einen vorhandenen nennt die Umgebungsvariable CHROMIUM=/pfad/zu/chromium."
    )


def _kandidaten() -> Iterator[Path]:
    for name in NAMEN:
        if pfad := shutil.which(name):
            yield Path(pfad)
    if eigener := _von_playwright():
        yield eigener


def _von_playwright() -> Path | None:
    """Ask in a process of its own: here an event loop may already be running."""
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p: print(p.chromium.executable_path)"
    )
    lauf = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    pfad = lauf.stdout.strip()
    return Path(pfad) if lauf.returncode == 0 and Path(pfad).is_file() else None


def _antwortet(pfad: Path) -> bool:
    """Tell a browser from a stub (Ubuntu's pointer to snap) or one that lacks libraries."""
    try:
        lauf = subprocess.run([pfad, "--version"], capture_output=True, timeout=FRIST_ANTWORT)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return lauf.returncode == 0


def _per_apt() -> bool:
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Chromium wird mit apt-get installiert …", file=sys.stderr)
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    umgebung = {"DEBIAN_FRONTEND": "noninteractive"}
    # A failed update is no reason to stop: the lists at hand may still do.
    _laufe([*apt, "update"], umgebung)
    return _laufe([*apt, "install", "-y", "--no-install-recommends", "chromium"], umgebung)


def _per_playwright() -> bool:
    print("Playwright lädt sein eigenes Chromium …", file=sys.stderr)
    return _laufe(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"},
        frist=FRIST_DOWNLOAD,
    )


def _laufe(befehl: list[str], umgebung: Mapping[str, str], frist: float | None = None) -> bool:
    """Run a command to its end or deadline, its children included; tell if it succeeded."""
    with subprocess.Popen(
        befehl,
        env={**os.environ, **umgebung},
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        start_new_session=True,
    ) as prozess:
        try:
            return prozess.wait(frist) == 0
        except BaseException as fehler:
            os.killpg(prozess.pid, signal.SIGTERM)
            if isinstance(fehler, subprocess.TimeoutExpired):
                return False
            raise


def main() -> int:
    """Print the path of a browser, installing one if need be.

    Returns:
        0, or 1 if there is none.
    """
    try:
        print(finde() or hole())
    except ChromiumFehlt as fehler:
        print(fehler, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
