"""What the site publishes beside its pages: each output made from the model, by its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from macros.auslieferung import statisch
from macros.darstellung.website import Website
from macros.formular.daten import schema
from macros.formular.seite import SCHEMADATEI
from macros.seitenplan.umleitungen import umleitungen, verschwunden

from .beigaben import robots, security
from .bildablage import Bildablage
from .bilder import bildtexte
from .daten import daten
from .mitnehmen import mitnehmen

Inhalt = str | bytes


def ausgaben(
    website: Website, gebaut: datetime, bilder: Bildablage, beilagen: Mapping[str, str]
) -> Iterator[tuple[str, Inhalt]]:
    """Gives address and content of every output; `gebaut` is the time of the build.

    Pictures come from `bilder`; `beilagen` are the addresses of our own files by name.
    """
    fruehere: dict[str, list[str]] = {}
    for alt, neu in umleitungen(website.konzept).items():
        fruehere.setdefault(neu, []).append(alt)
    for adresse, inhalt in _heutige(website, gebaut, bilder, beilagen):
        yield adresse, inhalt
        # A file cannot lead on by itself, as a page does: its old address holds the same.
        for alt in fruehere.get(adresse, ()):
            yield alt, inhalt


def _heutige(
    website: Website, gebaut: datetime, bilder: Bildablage, beilagen: Mapping[str, str]
) -> Iterator[tuple[str, Inhalt]]:
    betrieb, sprache = website.konzept.betrieb, website.sprache
    yield "robots.txt", robots(betrieb)
    yield ".well-known/security.txt", security(betrieb, gebaut, sprache)
    yield SCHEMADATEI, schema(sprache)
    yield statisch.HEADERS, statisch.headers()
    yield statisch.REDIRECTS, statisch.redirects(umleitungen(website.konzept))
    yield statisch.VERSCHWUNDEN, statisch.verschwunden(verschwunden(website.konzept))
    for adresse, html in website.umleitungen().items():
        yield f"{adresse}index.html", html
    yield from daten(website, gebaut)
    for adresse, text in bildtexte(website):
        yield adresse, bilder.hole(text)
    yield from mitnehmen(website, beilagen)
