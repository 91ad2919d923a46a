"""What tests of the browser call the same: sizes of screens, and pages."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize

from tests.orte import ECHT, FORMULAR, Ort, muster, wurzel_der_adresse
from tests.server import Server

Neu = Callable[..., Page]
HANDY = ViewportSize(width=390, height=844)
SCHREIBTISCH = ViewportSize(width=1400, height=900)
AKTIV = "document.activeElement"
# Where style and template are looked at: the form of the editors too.
ALLE = [*muster(), Ort(ECHT, FORMULAR)]
_AUFKLAPPEN = "document.querySelectorAll('details').forEach(d => d.open = true)"


def oeffne_ganz(blatt: Page, ort: Ort, server: Server) -> None:
    """Opens a page on a light screen, with every fold open."""
    blatt.emulate_media(media="screen", color_scheme="light")
    blatt.goto(server[ort.name, wurzel_der_adresse(ort.name)] + ort.adresse)
    blatt.evaluate(_AUFKLAPPEN)
