"""Addresses of the pages: fixed, as seen from the site's root; whole, or from another page."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from functools import lru_cache

ENTSTEHUNG = "konzept/entstehung/"
ZAHLEN = "konzept/zahlen/"
BERATUNG = "beratung/"
GLOSSAR = "glossar/"
QUELLEN = "quellen/"
LEITLINIEN = "leitlinien/"
DATEN = "daten/v1/"
ALLES = f"{DATEN}alles.json"
JSON_FEED = f"{DATEN}feed.json"
ATOM = f"{DATEN}feed.atom"
DATENPAKET = f"{DATEN}datapackage.json"
KATALOG = f"{DATEN}catalog.jsonld"
# Copies of the whole data; feeds, schemas and catalogues are about them.
GANZE_DATEN = (
    ALLES,
    f"{DATEN}praxisbeispiele.csv",
    f"{DATEN}leitlinien.csv",
    f"{DATEN}zahlen.csv",
    f"{DATEN}belege.csv",
    f"{DATEN}quellen.csv",
)
# What the data contract promises beside the records.
DATENDATEIEN = (
    *GANZE_DATEN,
    JSON_FEED,
    ATOM,
    DATENPAKET,
    KATALOG,
    f"{DATEN}schema/alles.json",
    f"{DATEN}schema/praxisbeispiel.json",
    f"{DATEN}schema/leitlinie.json",
    f"{DATEN}schema/weg.json",
)
# The preview picture of a page, below its address; `Seite.bild` tells whose a page shows.
BILD = "bild.png"
MIT_BILD = ("handlungsfelder", "praxisbeispiele")
FORMULAR = "redaktion/neu/"
FILTER = "praxisbeispiele/nach/"

_FESTE = {
    "startseite": "",
    "entstehung": ENTSTEHUNG,
    "zahlen": ZAHLEN,
}
_ORDNER = {
    "kapitel": "konzept/{}/",
    "handlungsfelder": "handlungsfelder/{}/",
    "praxisbeispiele": "praxisbeispiele/{}/",
    "kurz": "p/{}/",
    "daten-praxisbeispiele": DATEN + "praxisbeispiele/{}.json",
    "daten-leitlinien": DATEN + "leitlinien/{}.json",
    "karte": "praxisbeispiele/{}/karte/",
    "bild": "praxisbeispiele/{}/" + BILD,
    "qr-svg": "praxisbeispiele/{}/qr.svg",
    "qr-png": "praxisbeispiele/{}/qr.png",
    "oembed": "praxisbeispiele/{}/oembed.json",
    "leitlinien": LEITLINIEN + "#{}",
    "angebote": BERATUNG + "#{}",
    "glossar": GLOSSAR + "#{}",
    "quellen": QUELLEN + "#{}",
    "zeitleiste": ENTSTEHUNG + "#{}",
    "zahlen": ZAHLEN + "#{}",
    "auffaelligkeiten": "umgang-mit-der-quelle/#{}",
}


def seite(name: str) -> str:
    """Gives the address of a fixed page by its name, such as `beratung` or `entstehung`."""
    return _FESTE.get(name, f"{name}/")


def sprachregister(kuerzel: str) -> str:
    """Gives the address of the index words in another language, by its BCP 47 tag."""
    return f"{seite('stichwoerter')}{kuerzel}/"


def eintrag(liste: str, kennung: str) -> str:
    """Gives the address of an entry by the data list it belongs to; KeyError if it has none."""
    return _ORDNER[liste].format(kennung)


def filterseite(facette: str, wert: str) -> str:
    """Gives the address of the page that gathers the Praxisbeispiele with one value."""
    return f"{FILTER}{facette}/{wert}/"


def kennung(liste: str, adresse: str) -> str:
    """Gives the id of the entry that has an address in a data list; "" if none has."""
    vorn, hinten = _ORDNER[liste].split("{}")
    mitte = adresse.removeprefix(vorn).removesuffix(hinten)
    return mitte if adresse == f"{vorn}{mitte}{hinten}" and "/" not in mitte else ""


def absolut(ziel: str, wurzel: str | None) -> str | None:
    """Gives the whole address; None where the site has no root address yet."""
    return wurzel and wurzel + ziel


@lru_cache(maxsize=1024)
def relativ(ziel: str, von: str) -> str:
    """Gives the link from the page at `von` to `ziel`, both as seen from the site's root."""
    pfad, raute, anker = ziel.partition("#")
    if pfad == von and raute:
        return raute + anker
    ordner = von if von.endswith("/") or not von else posixpath.dirname(von)
    weg = posixpath.relpath(pfad or ".", ordner or ".")
    if not pfad or pfad.endswith("/"):
        weg += "/"
    return weg + raute + anker


_UMLAUTE = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def anker(text: str) -> str:
    """Gives a lower-case ASCII slug of German words, for anchors and sorting."""
    folge = text.casefold().translate(_UMLAUTE)
    folge = unicodedata.normalize("NFKD", folge).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", folge).strip("-")
