"""The configuration of nginx, written from the same rules as `_headers`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from macros.sprache import Sprache

from .arten import ARTEN, TEXT
from .kopfzeilen import AUSNAHMEN, GRUND

_VORLAGE = Path(__file__).with_name("nginx.conf.j2")
# What an operator replaces.
NAME = "vielfalt.example"
ORT = "/srv/vielfalt"
ZERTIFIKAT = f"/etc/letsencrypt/live/{NAME}"
FEHLERSEITE = "/404.html"
# What nginx would answer with a bare page of its own. 494 and 497 are its names for a request with
# too large a head, and one that is not encrypted; both go out as 400.
_FEHLER = (400, 403, 404, 405, 412, 413, 414, 416, 494, 497, 500, 501, 505)
# What nginx tidies up in a path to find its page, where a browser keeps it: slashes and dots.
_UMWEGE = ("//", r"/\.\.?(?:/|\?|$)", "%2[EeFf]")


def konfiguration(sprache: Sprache) -> str:
    """Gives the text of `deploy/nginx.conf`."""
    umgebung = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    vorlage = umgebung.from_string(_VORLAGE.read_text(encoding="utf-8"))
    return (
        vorlage.render(
            w=sprache,
            name=NAME,
            ort=ORT,
            zertifikat=ZERTIFIKAT,
            arten=ARTEN,
            fehler=_FEHLER,
            fehlerseite=FEHLERSEITE,
            umwege=_UMWEGE,
            texte=sorted(set(TEXT.values()) - {"text/html"}),
            fest={n: w for n, w in GRUND.items() if n not in _wechselnde()},
            wechselnd=[
                (n, _variable(n), GRUND.get(n, ""), list(_faelle(n))) for n in _wechselnde()
            ],
        )
        + "\n"
    )


def umleitungen(liste: str) -> str:
    """Gives the lines of nginx' map from old to new addresses, from the text of `_redirects`."""
    paare = (zeile.split()[:2] for zeile in liste.splitlines())
    return "".join(f'"{alt}" "{neu}";\n' for alt, neu in paare)


def verschwunden(liste: str) -> str:
    """Gives the lines of nginx' map of pages that are gone, from the text of `_verschwunden`."""
    return "".join(f'"{adresse}" 1;\n' for adresse in liste.splitlines())


def _wechselnde() -> list[str]:
    return sorted({name for regel in AUSNAHMEN for name in regel.kopfzeilen})


def _variable(name: str) -> str:
    return "$" + name.lower().replace("-", "_")


def _faelle(name: str) -> Iterator[tuple[str, str]]:
    """The first match of nginx wins, the last of ours: so the order is turned."""
    for regel in reversed(AUSNAHMEN):
        if name in regel.kopfzeilen:
            yield regel.ausdruck, regel.kopfzeilen[name]
