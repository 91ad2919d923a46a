"""Which pages the data make: address, title, description and outline of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from . import adressen
from .facetten import Facette, Wert, facetten
from .modell import SEITEN, Grabstein, Handlungsfeld, Kapitel, Konzept, Praxisbeispiel
from .sprache import Sprache
from .verzeichnis import Verzeichnis

STARTSEITE = "startseite"
GRABSTEIN = "grabstein"
LEER = "filterseite-leer"
UEBERSICHTEN = (
    STARTSEITE,
    "konzept",
    "entstehung",
    "zahlen",
    "handlungsfelder",
    "leitlinien",
    "praxisbeispiele",
    "beratung",
    "glossar",
    "stichwoerter",
    "suche",
    "quellen",
)
PROSA = (
    "umgang-mit-der-quelle",
    "mitmachen",
    "daten",
    "impressum",
    "datenschutz",
    "barrierefreiheit",
)
FILTERSEITE = "filterseite"
SPRACHREGISTER = "sprachregister"
_MIT_UNTERSEITEN = ("konzept", "handlungsfelder", "praxisbeispiele", "stichwoerter")
_BESCHREIBUNG_HOECHSTENS = 155


@dataclass(frozen=True)
class Abschnitt:
    """A heading of a page's outline and the anchor it carries."""

    anker: str
    titel: str


@dataclass(frozen=True)
class Seite:
    """A generated page: `vorlage` renders it, `kennung` names its entry ("" for an overview).

    A page by value has `<facet>/<value>` for it, as in its address, index words their language.
    """

    adresse: str
    titel: str
    beschreibung: str
    vorlage: str
    kennung: str = ""
    gliederung: tuple[Abschnitt, ...] = ()
    geprueft_am: date | None = None

    @property
    def quelldatei(self) -> str:
        """The path of the Markdown file that a generator makes this address from."""
        ordner = self.adresse.rstrip("/")
        if ordner in ("", *_MIT_UNTERSEITEN):
            return f"{ordner}/index.md".lstrip("/")
        return f"{ordner}.md"


def seitentitel(sprache: Sprache) -> dict[str, str]:
    """Gives the titles of the pages that search words may lead to, by name."""
    return {name: sprache(f"seiten.{name}.titel") for name in SEITEN}


def seiten(verzeichnis: Verzeichnis, sprache: Sprache) -> tuple[Seite, ...]:
    """Gives every page that is made from the data."""
    konzept = verzeichnis.konzept
    return (
        *(_uebersicht(name, verzeichnis, sprache) for name in UEBERSICHTEN),
        *(_kapitel(kapitel, sprache) for kapitel in konzept.leitlinien.kapitel),
        *(_feld(feld, verzeichnis, sprache) for feld in konzept.leitlinien.handlungsfelder),
        *(_beispiel(beispiel, sprache) for beispiel in konzept.praxisbeispiele),
        *(
            _filterseite(facette, wert, sprache)
            for facette in facetten(verzeichnis, sprache)
            for wert in facette.werte
        ),
        *_leere(verzeichnis, sprache),
        *(_sprachregister(kuerzel, sprache) for kuerzel in verzeichnis.fremdsprachen),
        *(_weg(g, sprache) for g in konzept.adressen.weg or () if "#" not in g.adresse),
    )


def brotkrumen(adresse: str) -> tuple[str, ...]:
    """Gives the addresses above a page, from the home page down, without itself."""
    if not adresse:
        return ()
    oberste = adresse.split("/")[0] + "/"
    return ("", oberste) if oberste != adresse else ("",)


def kurzfassung(text: str) -> str:
    """Gives at most 155 signs of a text, cut at a word: what a result list shows of it."""
    if len(text) <= _BESCHREIBUNG_HOECHSTENS:
        return text
    return text[: _BESCHREIBUNG_HOECHSTENS - 2].rsplit(" ", 1)[0].rstrip(",;:–") + " …"


def _uebersicht(name: str, verzeichnis: Verzeichnis, sprache: Sprache) -> Seite:
    return Seite(
        adressen.seite(name),
        sprache(f"seiten.{name}.titel"),
        sprache(f"seiten.{name}.beschreibung"),
        vorlage=name,
        gliederung=tuple(_gliederung_der_uebersicht(name, verzeichnis, sprache)),
    )


def _gliederung_der_uebersicht(
    name: str, verzeichnis: Verzeichnis, sprache: Sprache
) -> Iterator[Abschnitt]:
    konzept: Konzept = verzeichnis.konzept
    match name:
        case "konzept":
            yield Abschnitt("perspektiven", sprache("konzept.perspektiven"))
            yield Abschnitt("kapitel", sprache("konzept.kapitel"))
            yield from (Abschnitt(a.id, a.titel) for a in konzept.leitlinien.konzept.abschnitte)
        case "zahlen":
            yield from (Abschnitt(kennzahl.id, kennzahl.titel) for kennzahl in konzept.zahlen)
        case "leitlinien":
            for feld in konzept.leitlinien.handlungsfelder:
                yield Abschnitt(f"feld-{feld.id}", feld.titel)
        case "beratung":
            yield Abschnitt("wegweiser", sprache("beratung.wegweiser"))
            yield from (Abschnitt(a.id, a.titel) for a in konzept.beratung.angebote)
            yield Abschnitt("aufenthalt", sprache("beratung.aufenthalt"))


def _sprachregister(kuerzel: str, sprache: Sprache) -> Seite:
    name = sprache(f"sprachname_deutsch.{kuerzel}")
    return Seite(
        adressen.sprachregister(kuerzel),
        sprache("stichwoerter.sprache_titel", name=name),
        sprache("stichwoerter.sprache_beschreibung", name=name),
        vorlage=SPRACHREGISTER,
        kennung=kuerzel,
    )


def _kapitel(kapitel: Kapitel, sprache: Sprache) -> Seite:
    abschnitte = [Abschnitt(a.id, a.titel) for a in kapitel.abschnitte]
    if kapitel.id == "kapitel-iii":
        abschnitte.append(Abschnitt("felder", sprache("kapitel.felder")))
    if kapitel.widersprueche:
        abschnitte.append(Abschnitt("widersprueche", sprache("widerspruch.titel")))
    return Seite(
        adressen.eintrag("kapitel", kapitel.id),
        kapitel.titel,
        kurzfassung(kapitel.kurz),
        vorlage="kapitel",
        kennung=kapitel.id,
        gliederung=tuple(abschnitte),
    )


def _feld(feld: Handlungsfeld, verzeichnis: Verzeichnis, sprache: Sprache) -> Seite:
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
    return Seite(
        adressen.eintrag("handlungsfelder", feld.id),
        feld.titel,
        kurzfassung(feld.kurz),
        vorlage="handlungsfeld",
        kennung=feld.id,
        gliederung=_vorhandene(teile, "feld", sprache),
    )


def _beispiel(beispiel: Praxisbeispiel, sprache: Sprache) -> Seite:
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
    return Seite(
        adressen.eintrag("praxisbeispiele", beispiel.id),
        beispiel.titel,
        kurzfassung(beispiel.kurz),
        vorlage="praxisbeispiel",
        kennung=beispiel.id,
        gliederung=_vorhandene(teile, "beispiel", sprache),
        geprueft_am=beispiel.geprueft_am,
    )


def _filterseite(facette: Facette, wert: Wert, sprache: Sprache) -> Seite:
    titel = sprache(f"auswahl.{facette.name}.titel", wert=wert.titel)
    anzahl = sprache.anzahl("feld.anzahl_beispiele", len(wert.eintraege))
    return Seite(
        adressen.filterseite(facette.name, wert.anker),
        titel,
        kurzfassung(sprache("auswahl.beschreibung", titel=titel, anzahl=anzahl)),
        vorlage=FILTERSEITE,
        kennung=f"{facette.name}/{wert.anker}",
    )


def _leere(verzeichnis: Verzeichnis, sprache: Sprache) -> Iterator[Seite]:
    """Gives the promised pages by value whose value no Praxisbeispiel has any more."""
    da = {
        adressen.filterseite(facette.name, wert.anker)
        for facette in facetten(verzeichnis, sprache)
        for wert in facette.werte
    }
    for adresse in verzeichnis.konzept.adressen.alle:
        if adresse.startswith(adressen.FILTER) and adresse not in da | set(verzeichnis.grabsteine):
            satz = sprache("grabstein.kein_beispiel")
            yield Seite(adresse, _titel_von_weg(adresse, sprache), satz, vorlage=LEER)


def _weg(grabstein: Grabstein, sprache: Sprache) -> Seite:
    titel = _titel_von_weg(grabstein.adresse, sprache)
    return Seite(grabstein.adresse, titel, kurzfassung(grabstein.was), vorlage=GRABSTEIN)


def _titel_von_weg(adresse: str, sprache: Sprache) -> str:
    """Names the address, so that two pages that are gone can be told apart in a browser's tabs."""
    return sprache("grabstein.titel", adresse=adresse.rstrip("/").rsplit("/", 1)[-1])


def _vorhandene(teile: dict[str, bool], wo: str, sprache: Sprache) -> tuple[Abschnitt, ...]:
    return tuple(Abschnitt(anker, sprache(f"{wo}.{anker}")) for anker, da in teile.items() if da)
