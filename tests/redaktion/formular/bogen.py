"""The form in the browser: finds its fields, fills them, reads the file that it writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Locator, Page

Oeffne = Callable[..., Page]
AKTIV = "document.activeElement"
FEHLER = "formular.fehler."


def warte_bis_es_urteilt(seite: Page) -> None:
    """Waits until the form has fetched what it checks with, and has been drawn.

    Who is in a field before that keeps the browser from looking whether the menu's button wants
    the focus, and it complains.
    """
    seite.wait_for_function("formularAbdruckdatei.stand()")
    seite.evaluate("new Promise(da => requestAnimationFrame(() => requestAnimationFrame(da)))")


def feld_in(seite: Page, pfad: str) -> Locator:
    """Finds a field such as `zahlen/0/wert`, adding the groups that are not there yet."""
    hier = seite.locator("[data-formular]")
    for teil in pfad.split("/"):
        if not teil.isdigit():
            hier = hier.locator(f"[data-feld={teil}]").first
            continue
        gruppen = hier.locator(":scope > [data-gruppen] > [data-gruppe]")
        while gruppen.count() <= int(teil):
            hier.locator(":scope > [data-noch]").click()
        hier = gruppen.nth(int(teil))
    return hier


def eingabe_in(seite: Page, pfad: str) -> Locator:
    """Finds what a field is filled in with."""
    return feld_in(seite, pfad).locator("input, select, textarea").first


def fuelle(seite: Page, werte: Mapping[str, Any]) -> None:
    """Fills fields; of several choices, those that are named."""
    seite.locator("details").evaluate("d => d.open = true")
    for pfad, wert in werte.items():
        eingabe = eingabe_in(seite, pfad)
        if isinstance(wert, tuple):
            for kennung in wert:
                feld_in(seite, pfad).locator(f"input[value={kennung}]").check()
        elif eingabe.evaluate("e => e.tagName") == "SELECT":
            eingabe.select_option(wert)
        else:
            eingabe.fill(wert)


def geschrieben(seite: Page) -> str:
    """Gives the file that the form has written."""
    return seite.locator("[data-text]").input_value()
