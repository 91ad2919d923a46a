"""The comparison of two data states as Markdown, for the summary of a check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from macros.pruefung.satz import gekuerzt
from macros.sprache import Sprache

from .eintragsaenderungen import Eintragsaenderung
from .vergleich import Vergleich

_HOECHSTENS = 160
_FEHLER = ("verloren", "gestrichen")


def bericht(vergleich: Vergleich, sprache: Sprache) -> str:
    """Gives the report; a change that changes nothing on the site says so."""
    return "\n".join(_zeilen(vergleich, sprache)) + "\n"


def _zeilen(vergleich: Vergleich, sprache: Sprache) -> Iterator[str]:
    yield f"## {sprache('vergleich.titel')}"
    if not any(getattr(vergleich, feld.name) for feld in fields(vergleich)):
        yield from ("", sprache("vergleich.nichts"))
    for art in ("verloren", "gestrichen", "neu", "geaendert", "entfernt", "entfallen"):
        if art == "geaendert" and vergleich.ueberall:
            yield from ("", f"### {sprache('vergleich.geaendert')}", "")
            yield sprache("vergleich.ueberall")
        else:
            yield from _adressen(art, getattr(vergleich, art), sprache)
    for eintrag in vergleich.eintraege:
        yield from _eintrag(eintrag, sprache)


def buchbericht(gestrichen: tuple[str, ...], sprache: Sprache) -> str:
    """Gives the report where only the ledgers of the two states can be compared."""
    zeilen = (
        f"## {sprache('vergleich.titel')}",
        "",
        sprache("vergleich.nur_adressen"),
        *_adressen("gestrichen", gestrichen, sprache),
    )
    return "\n".join(zeilen) + "\n"


def _adressen(art: str, liste: tuple[str, ...], sprache: Sprache) -> Iterator[str]:
    if liste:
        yield from ("", f"### {sprache(f'vergleich.{art}')}", "")
        yield from (f"- `/{adresse}`" for adresse in liste)
        if art in _FEHLER:
            yield from ("", sprache(f"vergleich.rat_{art}"))


def _eintrag(eintrag: Eintragsaenderung, sprache: Sprache) -> Iterator[str]:
    kennung = sprache("zitat", text=_zelle(eintrag.kennung))
    yield from ("", f"### {sprache(f'eintrag.{eintrag.liste}')} {kennung}", "")
    yield sprache("vergleich.kopf")
    yield "| --- | --- | --- |"
    for feld in eintrag.felder:
        yield f"| {_zelle(feld.feld)} | {_zelle(feld.vorher)} | {_zelle(feld.nachher)} |"


def _zelle(wert: str | None) -> str:
    """Escapes what Markdown would take for its own, and shortens long text."""
    text = "–" if wert is None else gekuerzt(wert, _HOECHSTENS)
    for zeichen in "\\`*_[]<>|#":
        text = text.replace(zeichen, "\\" + zeichen)
    return text
