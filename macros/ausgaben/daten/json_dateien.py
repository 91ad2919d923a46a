"""The JSON files: every record by itself, all of them in one, and the schema of each kind."""

from __future__ import annotations

from collections.abc import Iterator

from macros.jsontext import als_jsontext
from macros.modell import Grabstein, Konzept
from macros.modell.schema import DIALEKT, modellschema
from macros.seitenplan import adressen
from macros.seitenplan.umleitungen import NEBEN
from macros.sprache import Sprache

from .lizenzangabe import angabe
from .saetze import Saetze
from .vertrag import FASSUNG, Satz
from .vertragsdateien import (
    SCHEMATA,
    AllesDatei,
    LeitlinieDatei,
    PraxisbeispielDatei,
    WegDatei,
)

_SCHEMA = "schema/{}.json"


def json_dateien(konzept: Konzept, saetze: Saetze, sprache: Sprache) -> Iterator[tuple[str, str]]:
    """Gives every JSON file by its address, tombstones included."""
    yield adressen.ALLES, _als_text(_alles(konzept, saetze, sprache), einzug=None)
    yield from _einzelne(konzept, saetze, sprache)
    for grabstein in konzept.adressen.weg or ():
        yield from _weg(grabstein)
    for name, modell in SCHEMATA.items():
        yield adressen.DATEN + _SCHEMA.format(name), schema(name, modell, konzept, sprache)


def schema(name: str, modell: type[Satz], konzept: Konzept, sprache: Sprache) -> str:
    """Gives the JSON Schema of one kind of file; its id is its address, where there is one."""
    inhalt = modellschema(modell)
    for beschrieben in (inhalt, *inhalt.get("$defs", {}).values()):
        beschrieben.pop("description", None)
        for feld, angaben in beschrieben["properties"].items():
            angaben["description"] = sprache(f"daten.feld.{feld.removeprefix('$')}")
    kopf = {"$schema": DIALEKT}
    pfad = adressen.DATEN + _SCHEMA.format(name)
    if adresse := adressen.absolut(pfad, konzept.betrieb.adresse):
        kopf["$id"] = adresse
    return als_jsontext(kopf | inhalt)


def _einzelne(konzept: Konzept, saetze: Saetze, sprache: Sprache) -> Iterator[tuple[str, str]]:
    for beispiel in saetze.praxisbeispiele:
        datei = PraxisbeispielDatei(
            schema_=f"../{_SCHEMA.format('praxisbeispiel')}",
            fassung=FASSUNG,
            sprache=sprache.kuerzel,
            lizenz=angabe(konzept.betrieb, sprache),
            eintrag=beispiel,
            quellen=saetze.quellen_von(beispiel),
        )
        yield adressen.eintrag("daten-praxisbeispiele", beispiel.id), _als_text(datei)
    for leitlinie in saetze.leitlinien:
        einzelne = LeitlinieDatei(
            schema_=f"../{_SCHEMA.format('leitlinie')}",
            fassung=FASSUNG,
            sprache=sprache.kuerzel,
            lizenz=angabe(konzept.betrieb, sprache, leitlinie.wortlaut == "amtlich"),
            eintrag=leitlinie,
            quellen=saetze.quellen_von(leitlinie),
        )
        yield adressen.eintrag("daten-leitlinien", leitlinie.id), _als_text(einzelne)


def _alles(konzept: Konzept, saetze: Saetze, sprache: Sprache) -> AllesDatei:
    return AllesDatei(
        schema_=_SCHEMA.format("alles"),
        fassung=FASSUNG,
        sprache=sprache.kuerzel,
        lizenz=angabe(konzept.betrieb, sprache, amtlich=True),
        titel=konzept.leitlinien.konzept.titel,
        betrieb=konzept.betrieb.betrieb,
        url=konzept.betrieb.adresse,
        handlungsfelder=saetze.handlungsfelder(),
        leitlinien=saetze.leitlinien,
        praxisbeispiele=saetze.praxisbeispiele,
        zahlen=saetze.zahlen,
        quellen=saetze.quellen(),
    )


def _weg(grabstein: Grabstein) -> Iterator[tuple[str, str]]:
    """What answers at the data address of an entry that is gone."""
    for liste, formen in NEBEN.items():
        if kennung := adressen.kennung(liste, grabstein.adresse):
            datei = WegDatei(
                schema_=f"../{_SCHEMA.format('weg')}",
                fassung=FASSUNG,
                pfad=grabstein.adresse,
                was=grabstein.was,
                weg_seit=grabstein.seit,
                statt=grabstein.statt,
            )
            for form in formen:
                if form.startswith("daten-"):
                    yield adressen.eintrag(form, kennung), _als_text(datei)


def _als_text(datei: Satz, einzug: int | None = 2) -> str:
    return datei.model_dump_json(by_alias=True, exclude_none=True, indent=einzug) + "\n"
