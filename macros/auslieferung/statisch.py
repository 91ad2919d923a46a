"""What hosts read from the site itself: `_headers`, `_redirects`, and which pages are gone.

Cloudflare Pages joins the values of all rules that match, so an exception first takes the
general value away (`! Name`). Netlify takes the most specific rule and ignores that line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .kopfzeilen import AUSNAHMEN, GRUND

HEADERS, REDIRECTS, VERSCHWUNDEN = "_headers", "_redirects", "_verschwunden"


def headers() -> str:
    """Gives the text of `_headers`."""
    return "\n".join(_zeilen()) + "\n"


def _zeilen() -> Iterator[str]:
    yield "/*"
    yield from (f"  {name}: {wert}" for name, wert in GRUND.items())
    for regel in AUSNAHMEN:
        yield regel.muster
        for name, wert in regel.kopfzeilen.items():
            if name in GRUND:
                yield f"  ! {name}"
            yield f"  {name}: {wert}"


def redirects(umleitungen: Mapping[str, str]) -> str:
    """Gives the text of `_redirects`: old and new addresses as seen from the root."""
    return "".join(f"/{alt} /{neu} 301\n" for alt, neu in sorted(umleitungen.items()))


def verschwunden(adressen: Iterable[str]) -> str:
    """Gives the text of `_verschwunden`: a line for each page that says that something is gone."""
    return "".join(f"/{adresse}\n" for adresse in adressen)
