"""Small files beside the pages: robots.txt and security.txt."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from macros.modell import Betrieb
from macros.seitenplan import adressen
from macros.sprache import Sprache

# RFC 9116, 2.5.5: less than a year ahead is recommended.
_GUELTIG = timedelta(days=300)


def robots(betrieb: Betrieb) -> str:
    """Gives robots.txt: everything may be fetched; pages of a demonstrator carry noindex.

    Its sitemap is for people and programs that ask; no search engine shall be called to it.
    """
    zeilen = ["User-agent: *", "Allow: /"]
    sitemap = adressen.absolut("sitemap.xml", betrieb.adresse)
    if sitemap and betrieb.betrieb == "amtlich":
        zeilen.append(f"Sitemap: {sitemap}")
    return "\n".join(zeilen) + "\n"


def security(betrieb: Betrieb, gebaut: datetime, sprache: Sprache) -> str:
    """Gives security.txt by RFC 9116; without a contact only a comment that says so."""
    betreiber = betrieb.betreiber
    kontakt = betreiber.formular or (betreiber.email and f"mailto:{betreiber.email}")
    if not kontakt:
        return f"# {sprache('security.ohne_kontakt')}\n"
    ablauf = (gebaut + _GUELTIG).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    zeilen = [
        f"Contact: {kontakt}",
        f"Expires: {ablauf}",
        f"Preferred-Languages: {sprache.kuerzel}",
    ]
    if hier := adressen.absolut(".well-known/security.txt", betrieb.adresse):
        zeilen.append(f"Canonical: {hier}")
    return "\n".join(zeilen) + "\n"
