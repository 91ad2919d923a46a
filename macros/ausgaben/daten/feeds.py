"""The feeds: JSON Feed 1.1 (https://jsonfeed.org/version/1.1) and Atom (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

from macros.jsontext import als_jsontext
from macros.seitenplan import adressen
from macros.sprache import Sprache

from .neuigkeiten import Neuigkeit, urn, zeitpunkt

_VERSION = "https://jsonfeed.org/version/1.1"
_NS = "http://www.w3.org/2005/Atom"
# From the folder of the feeds to the site's root.
_ZUR_WURZEL = "../" * adressen.DATEN.count("/")


def json_feed(name: str, basis: str | None, neue: Sequence[Neuigkeit], sprache: Sprache) -> str:
    """Gives the JSON Feed; without an address of the site it holds no address either."""
    feed: dict[str, Any] = {
        "version": _VERSION,
        "title": name,
        "description": sprache("daten.feed"),
        "language": sprache.kuerzel,
        "items": [_eintrag(neu, sprache) for neu in neue],
    }
    if basis:
        feed |= {"home_page_url": basis, "feed_url": basis + adressen.JSON_FEED}
    return als_jsontext(feed)


def _eintrag(neu: Neuigkeit, sprache: Sprache) -> dict[str, Any]:
    eintrag = {
        "id": neu.kennung,
        "title": neu.titel,
        "content_text": neu.text,
        "date_modified": zeitpunkt(neu.geaendert),
        "language": sprache.kuerzel,
        "tags": [sprache(f"wortlaut.{neu.wortlaut}.kurz")],
        "_zusammenleben": {"pfad": neu.pfad, "wortlaut": neu.wortlaut},
    }
    return eintrag | ({"url": neu.url} if neu.url else {})


def atom(
    name: str, basis: str | None, neue: Sequence[Neuigkeit], gebaut: datetime, sprache: Sprache
) -> str:
    """Gives the Atom feed; without an address of the site its links are relative."""
    ElementTree.register_namespace("", _NS)
    feed = ElementTree.Element(f"{{{_NS}}}feed", {"xml:lang": sprache.kuerzel})
    letzte = zeitpunkt(neue[0].geaendert if neue else gebaut.date())
    _kind(feed, "id", urn("feed"))
    _kind(feed, "title", name)
    _kind(feed, "subtitle", sprache("daten.feed"))
    _kind(feed, "updated", letzte)
    _kind(_kind(feed, "author"), "name", name)
    if basis:
        _kind(feed, "link", rel="self", type="application/atom+xml", href=basis + adressen.ATOM)
    _kind(feed, "link", rel="alternate", type="text/html", href=basis or _ZUR_WURZEL)
    for neu in neue:
        eintrag = _kind(feed, "entry")
        _kind(eintrag, "id", neu.kennung)
        _kind(eintrag, "title", neu.titel)
        _kind(eintrag, "updated", zeitpunkt(neu.geaendert))
        _kind(eintrag, "link", rel="alternate", href=neu.url or _ZUR_WURZEL + neu.pfad)
        wort = sprache(f"wortlaut.{neu.wortlaut}.kurz")
        _kind(eintrag, "category", term=neu.wortlaut, label=wort)
        _kind(eintrag, "content", neu.text, type="text")
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _kind(
    eltern: ElementTree.Element, name: str, text: str | None = None, **angaben: str
) -> ElementTree.Element:
    kind = ElementTree.SubElement(eltern, f"{{{_NS}}}{name}", angaben)
    kind.text = text
    return kind
