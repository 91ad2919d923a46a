"""Which headers go with which address: the only source for every server's configuration."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.seitenplan import adressen

from . import beilagen

_QUELLEN = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# What a page of text and links never asks for.
_VERZICHT = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
)
CSP, CORP, CACHE = "Content-Security-Policy", "Cross-Origin-Resource-Policy", "Cache-Control"
HSTS = "Strict-Transport-Security"
_JAHR = 365 * 24 * 60 * 60


def _regelwerk(**andere: str) -> str:
    werte = _QUELLEN | {name.replace("_", "-"): wert for name, wert in andere.items()}
    return "; ".join(f"{name} {wert}" for name, wert in werte.items())


@dataclass(frozen=True)
class Regel:
    """Headers for the addresses of a pattern: `:name` is one part of a path, `*` is anything."""

    muster: str
    kopfzeilen: Mapping[str, str]

    @property
    def ausdruck(self) -> str:
        """The pattern as a regular expression that starts at the site's root."""
        teile = re.split(r"(:\w+|\*)", self.muster)
        frei = {":": "[^/]+", "*": ".*"}
        return "^" + "".join(frei.get(t[:1], re.escape(t)) for t in teile) + "$"

    def gilt(self, pfad: str) -> bool:
        """Tells whether the rule is about a path that starts with a slash."""
        return re.match(self.ausdruck, pfad) is not None


# For every address; HSTS only where the connection is encrypted.
GRUND: Mapping[str, str] = {
    CSP: _regelwerk(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _VERZICHT),
    "Cross-Origin-Opener-Policy": "same-origin",
    CORP: "same-origin",
    HSTS: f"max-age={2 * _JAHR}",
    CACHE: "no-cache",
}
# Each tells what differs; a later one wins.
AUSNAHMEN = (
    # Named by their content: another content has another address.
    Regel(f"/{beilagen.ORDNER}*", {CACHE: f"public, max-age={_JAHR}, immutable"}),
    # Partners may show a card on their own page.
    Regel(
        f"/{adressen.eintrag('karte', ':id')}*",
        {CSP: _regelwerk(frame_ancestors="*"), CORP: "cross-origin"},
    ),
    # Networks and partners show these beside a link to their page.
    *(
        Regel(f"/{seite}{adressen.BILD}", {CORP: "cross-origin"})
        for seite in ("", *(adressen.eintrag(liste, ":id") for liste in adressen.MIT_BILD))
    ),
    # Open data, and how to embed a card, may be read by scripts of any page.
    *(
        Regel(muster, {"Access-Control-Allow-Origin": "*", CORP: "cross-origin"})
        for muster in (f"/{adressen.seite('daten')}*", f"/{adressen.eintrag('oembed', ':id')}")
    ),
)


def kopfzeilen(pfad: str) -> dict[str, str]:
    """Gives the headers of an answer for a path that starts with a slash."""
    werte = dict(GRUND)
    for regel in AUSNAHMEN:
        if regel.gilt(pfad):
            werte |= regel.kopfzeilen
    return werte
