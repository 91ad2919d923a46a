"""The page of each entry: Kapitel, Handlungsfeld and Praxisbeispiel, with its outline."""

from __future__ import annotations

from macros.modell import Handlungsfeld, Kapitel, Praxisbeispiel
from macros.sprache import Sprache

from . import adressen
from .seite import Abschnitt, Seite, kurzfassung
from .verzeichnis import Verzeichnis

_KAPITEL_DER_FELDER = "kapitel-iii"


def kapitelseite(kapitel: Kapitel, sprache: Sprache) -> Seite:
    """Gives the page of a Kapitel."""
    abschnitte = [Abschnitt(a.id, a.titel) for a in kapitel.abschnitte]
    if kapitel.id == _KAPITEL_DER_FELDER:
        abschnitte.append(Abschnitt("felder", sprache("kapitel.felder")))
    if kapitel.widersprueche:
        abschnitte.append(Abschnitt("widersprueche", sprache("widerspruch.titel")))
    return _seite("kapitel", kapitel, "kapitel", tuple(abschnitte))


def feldseite(feld: Handlungsfeld, verzeichnis: Verzeichnis, sprache: Sprache) -> Seite:
    """Gives the page of a Handlungsfeld."""
    schwerpunkte = feld.schwerpunkte or ()
    amtlich = any(s.wortlaut == "amtlich" for s in schwerpunkte)
    teile = {
        "leitlinien": True,
        "schwerpunkte": amtlich,
        "themen": bool(schwerpunkte) and not amtlich,
        "praxisbeispiele": True,
        "beratung": bool(verzeichnis.angebote_im(feld.id)),
        "widersprueche": bool(feld.widersprueche),
        "nachbarn": bool(feld.nachbarn),
    }
    gliederung = _vorhandene(teile, "feld", sprache)
    return _seite("handlungsfelder", feld, "handlungsfeld", gliederung)


def beispielseite(beispiel: Praxisbeispiel, sprache: Sprache) -> Seite:
    """Gives the page of a Praxisbeispiel."""
    teile = {
        "auf-einen-blick": True,
        "beschreibung": True,
        "zahlen": bool(beispiel.zahlen),
        "leitlinien": bool(beispiel.leitlinien),
        "widersprueche": bool(beispiel.widersprueche),
        "links": bool(beispiel.links),
        "quellen": True,
        "teilen": True,
    }
    gliederung = _vorhandene(teile, "beispiel", sprache)
    return _seite("praxisbeispiele", beispiel, "praxisbeispiel", gliederung)


def _seite(
    liste: str,
    eintrag: Kapitel | Handlungsfeld | Praxisbeispiel,
    vorlage: str,
    gliederung: tuple[Abschnitt, ...],
) -> Seite:
    return Seite(
        adressen.eintrag(liste, eintrag.id),
        eintrag.titel,
        kurzfassung(eintrag.kurz),
        vorlage=vorlage,
        liste=liste,
        kennung=eintrag.id,
        gliederung=gliederung,
    )


def _vorhandene(teile: dict[str, bool], wo: str, sprache: Sprache) -> tuple[Abschnitt, ...]:
    return tuple(Abschnitt(anker, sprache(f"{wo}.{anker}")) for anker, da in teile.items() if da)
