"""What tests of the browser call the same: sizes of screens, and pages."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, ViewportSize

Neu = Callable[..., Page]
HANDY = ViewportSize(width=390, height=844)
SCHREIBTISCH = ViewportSize(width=1400, height=900)
AKTIV = "document.activeElement"
