"""Asks outside addresses whether they still answer: politely, with patience, a host at a time."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.exceptions import NewConnectionError
from urllib3.exceptions import TimeoutError as Zeitueberschreitung

Art = Literal["lebt", "umgezogen", "unklar", "tot"]

_HOSTS_ZUGLEICH = 8
_SPAETER = (408, 425, 429, 500, 502, 503, 504)
# Many servers turn programs away but not people: no verdict without a browser.
_NUR_MENSCHEN = frozenset({401, 403, 429, 999})
_DAUERHAFT = frozenset({301, 308})


@dataclass(frozen=True)
class Geduld:
    """How long to wait, in seconds, and how often to try again."""

    frist: float = 30
    versuche: int = 3
    warten: float = 5
    pause: float = 1
    hoechstens: int = 60


@dataclass(frozen=True)
class Auskunft:
    """What became of an address.

    `grund` names a sentence under `links.grund`; `angabe` is a status or the new address.
    """

    art: Art
    grund: str = ""
    angabe: str = ""


def wer_fragt(adresse: str | None) -> str:
    """Gives the User-Agent: what asks, and where its people are found, if that is known."""
    return f"Linkpruefung/1 (+{adresse})" if adresse else "Linkpruefung/1"


def frage(adressen: Iterable[str], wer: str, geduld: Geduld) -> dict[str, Auskunft]:
    """Asks every address once; `wer` is the User-Agent.

    Hosts are asked at the same time, the addresses of one host one after the other.
    """
    je_host = defaultdict(list)
    for adresse in sorted(set(adressen)):
        je_host[urlsplit(adresse).netloc.removeprefix("www.")].append(adresse)
    with ThreadPoolExecutor(_HOSTS_ZUGLEICH) as helfer:
        je = helfer.map(lambda liste: _frage_host(liste, wer, geduld), je_host.values())
        return {adresse: auskunft for teil in je for adresse, auskunft in teil.items()}


def _frage_host(adressen: list[str], wer: str, geduld: Geduld) -> dict[str, Auskunft]:
    auskuenfte = {}
    geduldig = Retry(
        total=geduld.versuche,
        redirect=False,
        status_forcelist=_SPAETER,
        backoff_factor=geduld.warten,
        backoff_max=geduld.hoechstens,
        retry_after_max=geduld.hoechstens,
        raise_on_status=False,
    )
    with _sitzung(wer, Retry(0, redirect=False)) as rasch, _sitzung(wer, geduldig) as lange:
        for nummer, adresse in enumerate(adressen):
            if nummer:
                time.sleep(geduld.pause)
            auskuenfte[adresse] = _frage_kurz(adresse, rasch, geduld) or _frage_ganz(
                adresse, lange, geduld
            )
    return auskuenfte


def _sitzung(wer: str, wiederholung: Retry) -> requests.Session:
    sitzung = requests.Session()
    sitzung.headers["User-Agent"] = wer
    for schema in ("https://", "http://"):
        sitzung.mount(schema, HTTPAdapter(max_retries=wiederholung))
    return sitzung


def _frage_kurz(adresse: str, sitzung: requests.Session, geduld: Geduld) -> Auskunft | None:
    """Asks with HEAD, which costs a server least; only good news counts."""
    try:
        antwort = sitzung.head(adresse, timeout=geduld.frist, allow_redirects=True)
    except requests.RequestException:
        return None
    if antwort.ok:
        return _gedeutet(antwort)
    time.sleep(geduld.pause)
    return None


def _frage_ganz(adresse: str, sitzung: requests.Session, geduld: Geduld) -> Auskunft:
    """Asks with GET, waiting and trying again; the page itself is not fetched."""
    try:
        with sitzung.get(adresse, timeout=geduld.frist, stream=True) as antwort:
            return _gedeutet(antwort)
    except requests.RequestException as fehler:
        return Auskunft("tot", _grund(fehler))


def _gedeutet(antwort: requests.Response) -> Auskunft:
    status = str(antwort.status_code)
    if antwort.ok:
        schritte = {schritt.status_code for schritt in antwort.history}
        if schritte and schritte <= _DAUERHAFT:
            return Auskunft("umgezogen", angabe=antwort.url)
        return Auskunft("lebt")
    if antwort.status_code in _NUR_MENSCHEN:
        return Auskunft("unklar", angabe=status)
    return Auskunft("tot", "status", status)


def _grund(fehler: requests.RequestException) -> str:
    ursache = getattr(fehler.args[0], "reason", None) if fehler.args else None
    if isinstance(ursache, NewConnectionError):  # which urllib3 takes for a timeout
        return "verbindung"
    if isinstance(fehler, requests.Timeout) or isinstance(ursache, Zeitueberschreitung):
        return "frist"
    if isinstance(fehler, requests.exceptions.SSLError):
        return "zertifikat"
    if isinstance(fehler, requests.TooManyRedirects):
        return "umleitungen"
    return "verbindung"
