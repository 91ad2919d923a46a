"""Mistakes made in the real data, each with what the check must say about it, and where.

Nothing here asks the project's model: `GRUPPEN` is a second description of the data, after
section 4 of the design, CONTRIBUTING.md and FELDER.md. A mutation cuts the text of the files;
where its findings stand is counted in the text that comes out.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.redaktion.faelle import DATEN

_HANDLUNGSFELDER = "bildung|beschaeftigung|teilhabe|gesundheit|alter|sicherheit|wohnen"
_SPRACHEN = "en|tr|ar|uk|pl|ro|bg|ru"
_ZIEL = ">seiten,kapitel,handlungsfelder,praxisbeispiele,angebote,glossar"

# In the order in which the check reads them: of two equal ids the first is the right one.
_DATEIEN = {
    "betrieb": "Betrieb",
    "quellen": "[Quelle]",
    "leitlinien": "Leitlinien",
    "praxisbeispiele": "[Praxisbeispiel]",
    "beratung": "Beratung",
    "zeitleiste": "[Ereignis]",
    "zahlen": "[Kennzahl]",
    "glossar": "[Begriff]",
    "suchbegriffe": "[Suchbegriff]",
    "auffaelligkeiten": "[Auffaelligkeit]",
}

# Required fields, then optional ones. A type is a word, a group, [a list], >a reference,
# one|of|these, or the bounds 0-120 of a whole number.
GRUPPEN = {
    "Betrieb": (
        "",
        "betrieb:demonstrator|amtlich adresse:https repository:https plattform:github|gitlab "
        "zweig:text pruefen_nach_monaten:1-120 betreiber:Betreiber "
        "barrierefreiheit:Barrierefreiheit "
        "lizenz:cc0-1.0|cc-by-4.0|dl-de-by-2.0|dl-de-zero-2.0",
    ),
    "Betreiber": (
        "",
        "name:text anschrift:[text] vertretung:text email:text formular:https telefon:text "
        "datenschutzbeauftragte_stelle:link hoster:text protokoll:[text] protokoll_tage:0-365",
    ),
    "Barrierefreiheit": (
        "erklaert_am:tag",
        "bewertet_am:tag verfahren:text vereinbarkeit:ganz|teilweise|nicht "
        "pruefungen:[Pruefung] luecken:[Luecke]",
    ),
    "Pruefung": ("am:tag was:text wie:text", ""),
    "Luecke": ("was:text warum:text", "stattdessen:text"),
    "Quelle": (
        "id:kennung titel:text herausgeber:text art:amtlich|traeger|dritte url:https "
        "gelesen:ganz|auszug",
        "datum:zeit abgerufen:tag anmerkung:text frueher:[kennung]",
    ),
    "Leitlinien": ("konzept:Rahmen kapitel:[Kapitel] handlungsfelder:[Handlungsfeld]", ""),
    "Rahmen": (
        "titel:text untertitel:text kurz:text ausgangsquelle:>quellen perspektiven:[Abschnitt] "
        "abschnitte:[Abschnitt]",
        "geprueft_am:tag",
    ),
    "Abschnitt": (
        "id:kennung titel:text text:[text] belege:[Beleg]",
        "punkte:[text] auszuege:[Auszug] widersprueche:[Widerspruch] frueher:[kennung]",
    ),
    "Beleg": ("quelle:>quellen", "zitat:text wofuer:text"),
    "Auszug": ("quelle:>quellen zitat:text", "wofuer:text"),
    "Widerspruch": ("frage:text antworten:[Antwort] wir_schreiben:text", ""),
    "Antwort": ("text:text quelle:>quellen", ""),
    "Kapitel": (
        "id:kapitel-i|kapitel-ii|kapitel-iii|kapitel-iv|kapitel-v titel:text kurz:text "
        "abschnitte:[Abschnitt]",
        "widersprueche:[Widerspruch] geprueft_am:tag",
    ),
    "Handlungsfeld": (
        f"id:{_HANDLUNGSFELDER} titel:text kurz:text leitlinien:[Leitlinie]",
        "alltag:text beschreibung:[text] schwerpunkte:[Schwerpunkt] nachbarn:[>handlungsfelder] "
        "widersprueche:[Widerspruch] belege:[Beleg] geprueft_am:tag",
    ),
    "Schwerpunkt": (
        "id:kennung titel:text text:text",
        "wortlaut:amtlich|redaktionell belege:[Beleg] frueher:[kennung]",
    ),
    "Leitlinie": (
        "id:kennung text:text wortlaut:amtlich|redaktionell belege:[Beleg]",
        "frueher:[kennung]",
    ),
    "Praxisbeispiel": (
        "id:kennung titel:text kurztitel:text handlungsfeld:>handlungsfelder kurz:text "
        "beschreibung:[text] traeger:[text] stand:laufend|beendet|unbekannt belege:[Beleg] "
        "geprueft_am:tag",
        "quellen:[Quelle] leitlinien:[>leitlinien] partner:[text] zielgruppen:[text] seit:zeit "
        "bis:zeit stadtteile:[text] sprachen:[text] zahlen:[Zahlenangabe] finanzierung:text "
        "links:[Verknuepfung] widersprueche:[Widerspruch] suchbegriffe:[text] frueher:[kennung]",
    ),
    "Zahlenangabe": (
        "wert:zahl einheit:text was:text stand:zeit belege:[Beleg]",
        "genauigkeit:genau|rund|mehr-als",
    ),
    "Verknuepfung": ("titel:text url:link", ""),
    "Beratung": ("aufenthalt:[Aufenthalt] angebote:[Angebot] orientierung:[Orientierung]", ""),
    "Aufenthalt": ("id:kennung titel:text erklaerung:text", "frueher:[kennung]"),
    "Angebot": (
        "id:kennung titel:text kurztitel:text kurz:text beschreibung:[text] traeger:[text] "
        "handlungsfelder:[>handlungsfelder] fuer:Zugang belege:[Beleg] geprueft_am:tag",
        "kontakte:[Kontakt] angaben:[Angabe] widersprueche:[Widerspruch] frueher:[kennung]",
    ),
    "Zugang": (
        "aufenthalt:[>aufenthalt]",
        "alter_von:0-120 alter_bis:0-120 jahre_hoechstens:1-50 hinweis:text",
    ),
    "Kontakt": ("traeger:text titel:text url:https", "stand:zeit"),
    "Angabe": ("stand:zeit text:text belege:[Beleg]", ""),
    "Orientierung": (
        f"sprache:{_SPRACHEN} name:text text:text nicht_amtlich:text geprueft:ja|nein",
        "",
    ),
    "Ereignis": (
        "id:kennung datum:zeit titel:text belege:[Beleg]",
        "bis:zeit ungefaehr:text text:text jahr_erschlossen:wahr widersprueche:[Widerspruch] "
        "geprueft_am:tag frueher:[kennung]",
    ),
    "Kennzahl": (
        "id:kennung titel:text text:text einheit:text darstellung:balken|zahl werte:[Messwert]",
        "widersprueche:[Widerspruch] geprueft_am:tag frueher:[kennung]",
    ),
    "Messwert": (
        "bezeichnung:text wert:zahl stand:zeit belege:[Beleg]",
        "genauigkeit:genau|rund|mehr-als",
    ),
    "Begriff": (
        "id:kennung begriff:text kurz:text",
        "auch:[text] text:text belege:[Beleg] geprueft_am:tag frueher:[kennung]",
    ),
    "Suchbegriff": (f"wort:text ziele:[{_ZIEL}]", f"sprache:{_SPRACHEN} geprueft:ja|nein"),
    "Auffaelligkeit": (
        "id:kennung art:sinn|grammatik|schreibweise|sachangabe stelle:text beleg:Beleg "
        "warum:text wir_schreiben:text",
        "belege:[Beleg] frueher:[kennung]",
    ),
}
_IN_FESTER_FOLGE = ("Kapitel", "Handlungsfeld")
# The lists that references look into, by their groups.
_LISTEN = {
    "Quelle": "quellen",
    "Kapitel": "kapitel",
    "Handlungsfeld": "handlungsfelder",
    "Leitlinie": "leitlinien",
    "Praxisbeispiel": "praxisbeispiele",
    "Angebot": "angebote",
    "Aufenthalt": "aufenthalt",
    "Begriff": "glossar",
}

Bereich = tuple[str, int, int]
Worte = tuple[str, ...]


@dataclass(frozen=True)
class Schnitt:
    """A passage of a file and what stands there instead; `marken` are findings in the new text."""

    datei: str
    anfang: int
    ende: int
    neu: str = ""
    marken: tuple[tuple[int, Worte], ...] = ()


@dataclass(frozen=True, repr=False)
class Mutation:
    """One change of the data; no second one may touch what it claims."""

    art: str
    wo: str
    schnitte: tuple[Schnitt, ...]
    bereiche: tuple[Bereich, ...]

    def __repr__(self) -> str:
        return f"{self.art} at {self.wo}: {[s.neu[:60] for s in self.schnitte if s.neu]!r}"


@dataclass(frozen=True)
class Soll:
    """A finding that must be there: its place, and words of its sentence."""

    datei: str
    zeile: int
    spalte: int
    worte: Worte


@dataclass(frozen=True, eq=False)
class Gruppe:
    """A group of fields in the data."""

    datei: str
    art: str
    knoten: yaml.MappingNode
    eltern: Gruppe | None

    def feld(self, name: str) -> yaml.Node | None:
        """Gives the value of a field."""
        return next((wert for n, wert in self.knoten.value if n.value == name), None)


@dataclass(frozen=True, eq=False)
class Stelle:
    """A value in the data; `name` is its key, None for an entry of a list."""

    typ: str
    feld: str
    wert: Any
    name: yaml.ScalarNode | None
    gruppe: Gruppe
    pflicht: bool = False
    liste: yaml.SequenceNode | None = None

    @property
    def datei(self) -> str:
        """The file it stands in."""
        return self.gruppe.datei

    @property
    def ort(self) -> str:
        """Group and field, the same for all places of one rule."""
        return f"{self.gruppe.art}.{self.feld}{'' if self.name else '[]'}"

    @property
    def ist_kennung(self) -> bool:
        """Whether it is the id of its group."""
        return self.feld == "id" and self.name is not None


@cache
def regeln(art: str) -> dict[str, tuple[str, bool]]:
    """Gives type and duty of each field of a group."""
    felder = {}
    for text, pflicht in zip(GRUPPEN[art], (True, False), strict=True):
        for teil in text.split():
            name, _, typ = teil.partition(":")
            felder[name] = (typ, pflicht)
    return felder


class Daten:
    """The real files as text, and every value in them with its place."""

    def __init__(self, ordner: Path) -> None:
        self.texte = {
            f"{n}.yaml": (ordner / f"{n}.yaml").read_text(encoding="utf-8") for n in _DATEIEN
        }
        self.abdruecke = {pfad.stem for pfad in (ordner / "fingerabdruecke").glob("*.txt")}
        self.stellen: list[Stelle] = []
        for name, typ in _DATEIEN.items():
            datei = f"{name}.yaml"
            wurzel = yaml.compose(self.texte[datei], Loader=yaml.SafeLoader)
            self._lies(wurzel, typ, name, Gruppe(datei, "", yaml.MappingNode("", []), None))

    def _lies(self, knoten: Any, typ: str, feld: str, eltern: Gruppe) -> None:
        if typ.startswith("["):
            for kind in knoten.value:
                self.stellen.append(Stelle(typ[1:-1], feld, kind, None, eltern, liste=knoten))
                self._lies(kind, typ[1:-1], feld, eltern)
        elif typ in GRUPPEN:
            gruppe = Gruppe(eltern.datei, typ, knoten, eltern)
            for name, wert in knoten.value:
                art, pflicht = regeln(typ)[name.value]
                self.stellen.append(Stelle(art, name.value, wert, name, gruppe, pflicht))
                self._lies(wert, art, name.value, gruppe)

    @cached_property
    def kennungen(self) -> dict[str, Stelle]:
        """Every id and where it stands, in reading order."""
        return {s.wert.value: s for s in self.stellen if s.ist_kennung}

    @cached_property
    def verweise(self) -> dict[str, list[Stelle]]:
        """The references by the id they name."""
        je_kennung = defaultdict(list)
        for stelle in self.stellen:
            if stelle.typ.startswith(">"):
                je_kennung[stelle.wert.value].append(stelle)
        return je_kennung

    def ende(self, datei: str, knoten: Any) -> int:
        """Gives where a value ends, without the blank lines and comments after it."""
        anfang, ende = int(knoten.start_mark.index), int(knoten.end_mark.index)
        if isinstance(knoten, yaml.ScalarNode) or knoten.flow_style:
            return anfang + len(self.texte[datei][anfang:ende].rstrip())
        letztes = knoten.value[-1]
        return self.ende(datei, letztes[1] if isinstance(letztes, tuple) else letztes)

    def zeilenende(self, datei: str, stelle: int) -> int:
        """Gives where the line of an offset ends."""
        return self.texte[datei].index("\n", stelle)

    def zeilenanfang(self, datei: str, stelle: int) -> int:
        """Gives where the line of an offset begins."""
        return self.texte[datei].rfind("\n", 0, stelle) + 1

    def bereich(self, datei: str, knoten: Any) -> Bereich:
        """Gives the passage of a value."""
        return datei, int(knoten.start_mark.index), self.ende(datei, knoten)


@cache
def daten() -> Daten:
    """Gives the real data, read once."""
    return Daten(DATEN)


# --- what one change costs


def _marke(datei: str, knoten: Any, *worte: str) -> Schnitt:
    """A finding at the beginning of a value that stays."""
    anfang = int(knoten.start_mark.index)
    return Schnitt(datei, anfang, anfang, marken=((0, worte),))


def _verlust(kennung: str) -> tuple[list[Schnitt], list[Bereich]]:
    """What else must be reported when no entry has this id any more."""
    stelle = daten().kennungen[kennung]
    verweise = daten().verweise[kennung]
    schnitte = [_marke(v.datei, v.wert, kennung, v.feld, "gibt es nicht") for v in verweise]
    bereiche = [daten().bereich(v.datei, v.gruppe.knoten) for v in verweise]
    # One id of a list at a time: where a whole list is gone, nothing can be looked up in it.
    bereiche.append((f"ids of {stelle.gruppe.art}", 0, 1))
    if stelle.gruppe.art == "Quelle" and kennung in daten().abdruecke:
        datei = f"fingerabdruecke/{kennung}.txt"
        schnitte.append(Schnitt(datei, 0, 0, marken=((0, ("Fingerabdruck", "Quelle")),)))
    return schnitte, bereiche


def _mutation(
    stelle: Stelle, schnitte: Iterable[Schnitt], verloren: Iterable[str] = (), *mehr: Bereich
) -> Mutation:
    ganzes = stelle.gruppe.knoten if stelle.gruppe.art else stelle.wert
    bereiche = [daten().bereich(stelle.datei, ganzes), *mehr]
    if stelle.name and _kennungen_in(stelle.wert):
        bereiche += _suchende(stelle.feld)
    alle = list(schnitte)
    for kennung in verloren:
        weitere, beansprucht = _verlust(kennung)
        alle += weitere
        bereiche += beansprucht
    return Mutation("", stelle.ort, tuple(alle), tuple(bereiche))


@cache
def _suchende(liste: str) -> tuple[Bereich, ...]:
    """Gives the groups with references into a list: without it, nobody can look them up."""
    suchende = [s for s in daten().stellen if s.typ[0] == ">" and liste in s.typ[1:].split(",")]
    return tuple(dict.fromkeys(daten().bereich(s.datei, s.gruppe.knoten) for s in suchende))


def _alte_kennung(stelle: Stelle) -> list[str]:
    return [stelle.wert.value] if stelle.ist_kennung else []


def _ersetzt(stelle: Stelle, neu: str, *worte: str, marken: bool = True) -> Mutation:
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    schnitt = Schnitt(datei, anfang, ende, neu, ((0, worte),) if marken else ())
    # The same wrong id in two entries would be a second mistake, and a target for a reference.
    wie_kennung = stelle.ist_kennung or stelle.typ.startswith(">")
    nur_hier = [("id " + neu.strip("\"'"), 0, 1)] if wie_kennung else []
    if stelle.ist_kennung and _unleserlich(neu):
        # Nobody knows what was meant, so references into the list are not judged.
        suchende = _suchende(_LISTEN.get(stelle.gruppe.art, ""))
        return _mutation(stelle, [schnitt], (), *nur_hier, *suchende)
    return _mutation(stelle, [schnitt], _alte_kennung(stelle), *nur_hier)


def _unleserlich(neu: str) -> bool:
    """Whether a new id is a text, but none that an id may be."""
    kennung = yaml.safe_load(neu)
    return isinstance(kennung, str) and not re.fullmatch("[a-z][a-z0-9]*(-[a-z0-9]+)*", kennung)


def _kennungen_in(knoten: Any) -> list[yaml.ScalarNode]:
    if isinstance(knoten, yaml.MappingNode):
        eigene = [wert for name, wert in knoten.value if name.value == "id"]
        return eigene + [k for _, wert in knoten.value for k in _kennungen_in(wert)]
    if isinstance(knoten, yaml.SequenceNode):
        return [k for kind in knoten.value for k in _kennungen_in(kind)]
    return []


def _nennt_andere(stelle: Stelle) -> bool:
    """Whether ids lie in a value on which other entries rely."""
    return any(daten().verweise[kennung.value] for kennung in _kennungen_in(stelle.wert))


def _ist_feld(stelle: Stelle) -> bool:
    return stelle.name is not None and not stelle.gruppe.knoten.flow_style


def _weg(stelle: Stelle) -> Schnitt:
    """Cuts a field with its name out of its group."""
    assert stelle.name is not None
    felder = stelle.gruppe.knoten.value
    anfang = int(stelle.name.start_mark.index)
    if felder[0][0] is stelle.name:
        return Schnitt(stelle.datei, anfang, int(felder[1][0].start_mark.index))
    ende = daten().zeilenende(stelle.datei, daten().ende(stelle.datei, stelle.wert))
    return Schnitt(stelle.datei, daten().zeilenanfang(stelle.datei, anfang), ende + 1)


def _entbehrlich(stelle: Stelle) -> bool:
    return _ist_feld(stelle) and len(stelle.gruppe.knoten.value) > 1 and not _nennt_andere(stelle)


# --- the kinds of mutation: for which places, and what becomes of them


def _pflicht_weg(stelle: Stelle, _: int) -> Mutation:
    fehlt = _marke(stelle.datei, stelle.gruppe.knoten, f"„{stelle.feld}“ fehlt")
    return _mutation(stelle, [fehlt, _weg(stelle)], _alte_kennung(stelle))


def _frei_weg(stelle: Stelle, _: int) -> Mutation | None:
    felder = {name.value for name, _ in stelle.gruppe.knoten.value}
    if stelle.feld == "geprueft" and "sprache" in felder:
        return _mutation(
            stelle,
            [_marke(stelle.datei, stelle.gruppe.knoten, "sprache", "geprueft"), _weg(stelle)],
        )
    leitlinie = _leitlinie_ueber(stelle) if stelle.feld == "zitat" else None
    if leitlinie is None:
        return _mutation(stelle, [_weg(stelle)])
    if len(_zitate(leitlinie)) > 1:
        return None
    ohne = _marke(stelle.datei, leitlinie.knoten, "Leitlinie", "Zitat")
    bereich = daten().bereich(stelle.datei, leitlinie.knoten)
    return _mutation(stelle, [ohne, _weg(stelle)], (), bereich)


def _leitlinie_ueber(stelle: Stelle) -> Gruppe | None:
    eltern = stelle.gruppe.eltern
    return eltern if eltern and eltern.art == "Leitlinie" else None


def _zitate(leitlinie: Gruppe) -> list[Stelle]:
    return [s for s in daten().stellen if s.feld == "zitat" and s.gruppe.eltern is leitlinie]


def _vertippt(stelle: Stelle, variante: int) -> Mutation | None:
    name = stelle.feld
    mitte = len(name) // 2
    tippfehler = [
        name[:mitte] + name[mitte - 1] + name[mitte:],
        name[:1] + name,
        name[:-1] if len(name) > 3 else name + name[-1],
        name[: mitte - 1] + name[mitte] + name[mitte - 1] + name[mitte + 1 :]
        if len(name) > 4
        else name + "s",
        name.capitalize(),
        name[:mitte] + "_" + name[mitte:],
    ]
    neu = tippfehler[variante % len(tippfehler)]
    if neu in regeln(stelle.gruppe.art):
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.name)
    schnitt = Schnitt(datei, anfang, ende, neu, ((0, (f"„{neu}“", f"Meinten Sie „{name}“?")),))
    return _mutation(stelle, [schnitt], _alte_kennung(stelle))


_LISTE, _FELDER = "eine Liste", "eine Gruppe von Feldern"
# Wrong values by the kind of the right one. A list or group in front of it names what it is.
_FALSCH = {
    "text": ("2017", "4.9", "no", "true", "2020-02-20", "[eins]", "{eins: zwei}", "[{eins: 2}]"),
    "https": ("2017", "no", "[eins]", "{eins: zwei}", "keine", '"https://"'),
    "link": ("2017", "no", "[eins]", "{eins: zwei}", "keine"),
    "kennung": (
        "2017",
        "no",
        "2020-02-20",
        "[eins]",
        "{eins: zwei}",
        "Ümlaut",
        '"a b"',
        "[{a: b}]",
    ),
    "zeit": ("17", "3020", "20.5", "gestern", "true", '"2017-13"', "[2017]", "{eins: zwei}"),
    "tag": ("2020", "20.5", "gestern", '"2020-02-20"', "true", "[2020-02-20]", "{eins: zwei}"),
    "zahl": ("viele", '"12"', "true", "2020-02-20", "[1]", "{eins: 2}", "1_000", "0x1F", ".inf"),
    "wahr": ("ja", "1", '"true"', "[true]", "{eins: zwei}"),
    "wahl": ("falsch", "2017", "no", "[falsch]", "{eins: zwei}"),
    "verweis": ("2017", "no", "2020-02-20", "[eins]", "{eins: zwei}"),
    "liste": ("Wort", "2017", "no", "2020-02-20", "{eins: zwei}"),
    "gruppe": ("Wort", "2017", "no", "2020-02-20", "[eins]", "[]"),
    "ganz": ("viele", '"12"', "12.5", "true", "[1]", "{eins: 2}"),
}
_LEER = ("~", "null")


def _art(typ: str) -> str:
    if typ in _FALSCH:
        return typ
    if typ in GRUPPEN:
        return "gruppe"
    if re.fullmatch(r"\d+-\d+", typ):
        return "ganz"
    return {"[": "liste", ">": "verweis"}.get(typ[0], "wahl")


def _falscher_typ(stelle: Stelle, variante: int) -> Mutation:
    falsche = _FALSCH[_art(stelle.typ)]
    neu = falsche[variante % len(falsche)]
    ist = {"[": _LISTE, "{": _FELDER}.get(neu[0], f"„{neu.strip(chr(34))}“")
    return _ersetzt(stelle, neu, ist)


def _null(stelle: Stelle, variante: int) -> Mutation:
    if variante % 3 < 2 or not _ist_feld(stelle):
        return _ersetzt(stelle, _LEER[variante % 2], "ist leer")
    anfang = daten().ende(stelle.datei, stelle.name) + 1
    ende = daten().ende(stelle.datei, stelle.wert)
    schnitt = Schnitt(stelle.datei, anfang, ende, "", ((0, ("ist leer",)),))
    return _mutation(stelle, [schnitt], _alte_kennung(stelle))


def _leer(stelle: Stelle, variante: int) -> Mutation:
    art = _art(stelle.typ)
    if art == "liste":
        return _ersetzt(stelle, "[]", f"„{stelle.feld}“ ist leer")
    if art == "gruppe":
        pflicht = [name for name, (_, muss) in regeln(stelle.typ).items() if muss]
        fehlt = tuple((0, (f"„{name}“ fehlt",)) for name in pflicht)
        datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
        verloren = [k.value for k in _kennungen_in(stelle.wert)]
        return _mutation(stelle, [Schnitt(datei, anfang, ende, "{}", fehlt)], verloren)
    worte = (f"„{stelle.feld}“ ist leer",) if art == "text" else ()
    return _ersetzt(stelle, ('""', '"  "', "''")[variante % 3], *worte)


def _kennung_doppelt(stelle: Stelle, variante: int) -> Mutation | None:
    alle = list(daten().kennungen.values())
    andere = alle[variante * 37 % len(alle)]
    if andere is stelle:
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    neu = andere.wert.value
    zuerst, spaeter = sorted((stelle, andere), key=alle.index)
    worte = (neu, "gibt es schon", zuerst.datei)
    if spaeter is stelle:
        schnitte = [Schnitt(datei, anfang, ende, neu, ((0, worte),))]
    else:
        schnitte = [Schnitt(datei, anfang, ende, neu), _marke(andere.datei, andere.wert, *worte)]
    bereich = daten().bereich(andere.datei, andere.gruppe.knoten)
    return _mutation(stelle, schnitte, _alte_kennung(stelle), bereich)


def _feld_doppelt(stelle: Stelle, _: int) -> Mutation:
    assert stelle.name is not None
    datei, anfang, _ende = daten().bereich(stelle.datei, stelle.name)
    ende = daten().ende(datei, stelle.wert)
    spalte = stelle.name.start_mark.column
    neu = "\n" + " " * spalte + daten().texte[datei][anfang:ende]
    marke = (1 + spalte, (f"„{stelle.feld}“", "zum zweiten Mal"))
    stelle_danach = daten().zeilenende(datei, ende)
    return _mutation(stelle, [Schnitt(datei, stelle_danach, stelle_danach, neu, (marke,))])


def _vertauscht(stelle: Stelle, variante: int) -> Mutation:
    eintraege = stelle.wert.value
    erster = variante % (len(eintraege) - 1)
    zweiter = erster + 1 + variante // 7 % (len(eintraege) - 1 - erster)
    stuecke = [daten().bereich(stelle.datei, eintraege[n]) for n in (erster, zweiter)]
    text = daten().texte[stelle.datei]
    schnitte = [
        Schnitt(*hier, text[dort[1] : dort[2]])
        for hier, dort in zip(stuecke, stuecke[::-1], strict=True)
    ]
    marke = _marke(stelle.datei, stelle.wert, "in dieser Reihenfolge")
    bereich = daten().bereich(stelle.datei, stelle.wert)
    return Mutation("", stelle.ort, (marke, *schnitte), (bereich,))


def _ins_nichts(stelle: Stelle, variante: int) -> Mutation:
    alt = stelle.wert.value
    neu = ("zzz-nirgends", f"{alt}-99", alt.capitalize() + "x", "seite-ohne-namen")[variante % 4]
    return _ersetzt(stelle, neu, f"„{neu}“", f"„{stelle.feld}“", "gibt es nicht")


# What is written into a text, and what the sentence must name of it.
_GIFT = (
    ("<script>", "„<s“"),
    ("</p>", "„</“"),
    ("<!-- x", "„<!“"),
    ("{{ config }}", "„{{“"),
    ("{% raw %}", "„{%“"),
    ("{# x #}", "„{#“"),
    ("[x](y)", "„](“"),
    ("```", "„```“"),
    ("~~~", "„~~~“"),
    ("JavaScript:alert(1)", "„JavaScript:“"),
    ("vbscript :x", "„vbscript :“"),
    ("\u202e", "U+202E"),
    ("\u2066", "U+2066"),
    ("\u200f", "U+200F"),
    ("\\u061C", "U+061C"),
    ("\\u00ad", "U+00AD"),
    ("\\u200b", "U+200B"),
    ("\\x07", "U+0007"),
    ("\\e", "U+001B"),
    ("\\x7F", "U+007F"),
    ("post@verein.example", "E-Mail-Adresse"),
    ("post(at)verein.example", "E-Mail-Adresse"),
    ("0201 8812345", "Telefonnummer"),
    ("https://verein.example", "„https://verein.example“"),
    ("Ã¤", "kaputte Zeichen"),
)


# What an institution says of itself may hold its number and its address.
_SELBSTAUSKUNFT = ("Angabe.text",)
_KONTAKT = ("E-Mail-Adresse", "Telefonnummer")


def _vergiftet(stelle: Stelle, variante: int) -> Mutation | None:
    gift, wort = _GIFT[variante % len(_GIFT)]
    if stelle.ort in _SELBSTAUSKUNFT and wort in _KONTAKT:
        return None
    davor, danach = (("", " Ende"), ("vorn ", " hinten"), ("am Ende ", ""))[variante // 19 % 3]
    # What is written with a backslash has no sign of its own to point to.
    wo = 0 if "\\" in gift else 1 + len(davor) + _anstoss(gift)
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    marken = ((wo, (f"„{stelle.feld}“", wort)),)
    schnitt = Schnitt(datei, anfang, ende, f'"{davor}{gift}{danach}"', marken)
    return _mutation(stelle, [schnitt])


def _anstoss(gift: str) -> int:
    """Gives how far behind its first sign a text becomes a wrong one."""
    return gift.find("](") if "](" in gift else 0


def _vergiftet_im_block(stelle: Stelle, variante: int) -> Mutation | None:
    """The wrong words stand in any line of the block, in its midst or at an end."""
    gift, wort = _GIFT[variante % len(_GIFT)]
    if "\\" in gift or (stelle.ort in _SELBSTAUSKUNFT and wort in _KONTAKT):
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    kopf = daten().zeilenende(datei, anfang)
    worte = list(re.finditer(r"\S+", daten().texte[datei][kopf:ende]))
    hier = kopf + worte[variante * 7 % len(worte)].start()
    marke = (_anstoss(gift), (f"„{stelle.feld}“", wort))
    return _mutation(stelle, [Schnitt(datei, hier, hier, f"{gift} ", (marke,))])


def _zitat_falsch(stelle: Stelle, variante: int) -> Mutation:
    woerter = stelle.wert.value.split()
    stelle_im_satz = variante % len(woerter)
    ersatz = [*woerter[:stelle_im_satz], "Xylophon", *woerter[stelle_im_satz + 1 :]]
    neu = [ersatz, woerter[:2], [*woerter, "Xylophon"]][variante // 5 % 3]
    worte = "zu kurz" if len(neu) == 2 else "steht so nicht in der Quelle"
    text = _in_anfuehrung(" ".join(neu))
    davor = text.partition("Xylophon")[0]
    # Four words together are what a source can be asked for; with a backslash nothing is counted.
    zaehlbar = len(re.findall(r"\w+(?:[-–*:/]\w+)*", davor)) >= 4 and "\\" not in text
    wo = len(davor) if zaehlbar and "Xylophon" in text else 0
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    return _mutation(stelle, [Schnitt(datei, anfang, ende, text, ((wo, (worte,)),))])


def _in_anfuehrung(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _nicht_woertlich(stelle: Stelle, variante: int) -> Mutation | None:
    wortlaut = stelle.gruppe.feld("wortlaut")
    if wortlaut is None or wortlaut.value != "amtlich":
        return None
    woerter = stelle.wert.value.split()
    woerter[variante % len(woerter)] = "Xylophon"
    mutation = _ersetzt(stelle, _in_anfuehrung(" ".join(woerter)), marken=False)
    marke = _marke(stelle.datei, stelle.gruppe.knoten, "wortlaut: amtlich", "verschieden")
    return Mutation("", stelle.ort, (marke, *mutation.schnitte), mutation.bereiche)


def _zitat_geliehen(stelle: Stelle, variante: int) -> Mutation | None:
    """Two Leitlinien with one passage: the later one is told of the earlier one."""
    eigene, andere = stelle.gruppe.eltern, _andere_leitlinie(stelle, variante)
    assert eigene is not None
    if andere is None or andere.gruppe.eltern is None or _wert(eigene, "wortlaut") == "amtlich":
        return None
    zuerst, spaeter = sorted((stelle, andere), key=lambda s: int(s.wert.start_mark.index))
    assert zuerst.gruppe.eltern is not None
    worte = ("Textstelle", f"„{_wert(zuerst.gruppe.eltern, 'id')}“")
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    marken = ((0, worte),) if spaeter is stelle else ()
    schnitte = [Schnitt(datei, anfang, ende, _in_anfuehrung(andere.wert.value), marken)]
    if spaeter is andere:
        schnitte.append(_marke(datei, andere.wert, *worte))
    gruppen = [daten().bereich(datei, g.knoten) for g in (eigene, andere.gruppe.eltern)]
    return _mutation(stelle, schnitte, (), *gruppen)


def _wert(gruppe: Gruppe, feld: str) -> str:
    knoten = gruppe.feld(feld)
    return str(knoten.value) if knoten else ""


def _andere_leitlinie(stelle: Stelle, variante: int) -> Stelle | None:
    quelle = _wert(stelle.gruppe, "quelle")
    andere = [
        s
        for s in _leitlinienzitate()
        if s.gruppe.eltern is not stelle.gruppe.eltern and _wert(s.gruppe, "quelle") == quelle
    ]
    return andere[variante % len(andere)] if andere else None


@cache
def _leitlinienzitate() -> list[Stelle]:
    return [s for s in daten().stellen if s.feld == "zitat" and _leitlinie_ueber(s)]


def _ohne_https(stelle: Stelle, variante: int) -> Mutation:
    rest = stelle.wert.value.split("://")[-1]
    falsche = (f"http://{rest}", f"ftp://{rest}", f"//{rest}", f"https:/{rest}")
    neu = (*falsche, f"https://{rest},", f"https://{rest};")[variante % 6]
    return _ersetzt(stelle, f'"{neu}"', "https://")


def _tag_unmoeglich(stelle: Stelle, variante: int) -> Mutation:
    neu = ("2020-02-31", "2023-02-29", "2020-13-01", "31.02.2020", "2020-00-10")[variante % 5]
    return _ersetzt(stelle, neu, f"„{neu}“")


def _zukunft(stelle: Stelle, variante: int) -> Mutation:
    neu = ("2999-12-31", "2100-01-01", "2999-01-01")[variante % 3]
    return _ersetzt(stelle, neu, f"„{neu}“", "in der Zukunft")


def _spanne(stelle: Stelle, variante: int) -> Mutation:
    neu = ("1950", "1901-01-01", '"1960-12"')[variante % 3]
    return _ersetzt(stelle, neu, "„bis“", "liegt vor")


def _ausserhalb(stelle: Stelle, variante: int) -> Mutation:
    unten, oben = (int(teil) for teil in stelle.typ.split("-"))
    neu = str((unten - 1, oben + 1, -99, 10**6)[variante % 4])
    return _ersetzt(stelle, neu, f"„{neu}“", f"„{stelle.feld}“")


def _unbekannt(stelle: Stelle, variante: int) -> Mutation:
    assert stelle.name is not None
    feld = ("farbe", "xyz", "q1")[variante % 3]
    wert = ("rot", "[1, 2]", "{eins: 2}", "2017")[variante // 3 % 4]
    anfang = int(stelle.name.start_mark.index)
    neu = f"{feld}: {wert}\n" + " " * stelle.name.start_mark.column
    marken = ((0, (f"„{feld}“ gibt es hier nicht",)),)
    return _mutation(stelle, [Schnitt(stelle.datei, anfang, anfang, neu, marken)])


def _punkt_doppelt(stelle: Stelle, _: int) -> Mutation:
    """A text or an id once more behind itself: the second one is too much."""
    assert stelle.liste is not None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    davor = ", " if stelle.liste.flow_style else f"\n{' ' * stelle.liste.start_mark.column}- "
    marke = (len(davor), (f"„{stelle.feld}“", "schon", "Zeile"))
    neu = davor + daten().texte[datei][anfang:ende]
    return _mutation(stelle, [Schnitt(datei, ende, ende, neu, (marke,))])


def _eintrag_kopiert(stelle: Stelle, _: int) -> Mutation:
    """The whole entry twice, as after pasting it: each of its ids is there already."""
    assert stelle.liste is not None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    davor = "\n" + " " * stelle.liste.start_mark.column + "- "
    marken = tuple(
        (len(davor) + int(k.start_mark.index) - anfang, (k.value, "gibt es schon", datei))
        for k in _kennungen_in(stelle.wert)
    )
    danach = daten().zeilenende(datei, ende)
    neu = davor + daten().texte[datei][anfang:ende]
    bereich = daten().bereich(datei, stelle.wert)
    schnitt = Schnitt(datei, danach, danach, neu, marken)
    return Mutation("", stelle.ort, (schnitt,), (bereich,))


def _eintrag_weg(stelle: Stelle, _: int) -> Mutation | None:
    assert stelle.liste is not None
    if len(stelle.liste.value) < 2:
        return None
    datei, anfang, ende = daten().bereich(stelle.datei, stelle.wert)
    von, bis = daten().zeilenanfang(datei, anfang), daten().zeilenende(datei, ende) + 1
    weg = Schnitt(datei, von, bis)
    mutation = _mutation(stelle, [weg], [k.value for k in _kennungen_in(stelle.wert)])
    # Two entries of one list must not go together: it might be left empty.
    bereiche = (daten().bereich(datei, stelle.liste), *mutation.bereiche[1:])
    return Mutation("", stelle.ort, mutation.schnitte, bereiche)


def _harmlos(stelle: Stelle, variante: int) -> Mutation | None:
    arten = (_kommentar, _leerzeilen, _kommentar_dahinter, _andere_folge, _anders_zitiert, _weit)
    schnitte = arten[variante % len(arten)](stelle)
    if not schnitte:
        return None
    return _mutation(stelle, schnitte)


def _kommentar(stelle: Stelle) -> list[Schnitt]:
    zeile = daten().zeilenanfang(stelle.datei, int(stelle.wert.start_mark.index))
    if stelle.name:
        zeile = daten().zeilenanfang(stelle.datei, int(stelle.name.start_mark.index))
    text = daten().texte[stelle.datei]
    rand = len(text[zeile:]) - len(text[zeile:].lstrip(" "))
    return [Schnitt(stelle.datei, zeile, zeile, " " * rand + "# quelle: falsch {{ x }}\n")]


def _leerzeilen(stelle: Stelle) -> list[Schnitt]:
    (schnitt,) = _kommentar(stelle)
    return [Schnitt(schnitt.datei, schnitt.anfang, schnitt.ende, "\n\n")]


def _kommentar_dahinter(stelle: Stelle) -> list[Schnitt]:
    if not isinstance(stelle.wert, yaml.ScalarNode) or stelle.wert.style in (">", "|"):
        return []
    # Behind a plain text it may be a part of the text that nobody would read.
    if not stelle.wert.style and stelle.wert.tag.endswith(":str"):
        return []
    ende = daten().ende(stelle.datei, stelle.wert)
    if daten().zeilenende(stelle.datei, ende) != ende:
        return []
    return [Schnitt(stelle.datei, ende, ende, "   # <b> [x](y)")]


def _andere_folge(stelle: Stelle) -> list[Schnitt]:
    """Two fields that follow each other change places."""
    felder = stelle.gruppe.knoten.value
    nummer = next(n for n, (name, _) in enumerate(felder) if name is stelle.name)
    if nummer + 1 == len(felder):
        return []
    stuecke = [
        (int(name.start_mark.index), daten().ende(stelle.datei, wert))
        for name, wert in felder[nummer : nummer + 2]
    ]
    text = daten().texte[stelle.datei]
    return [
        Schnitt(stelle.datei, *hier, text[dort[0] : dort[1]])
        for hier, dort in zip(stuecke, stuecke[::-1], strict=True)
    ]


def _anders_zitiert(stelle: Stelle) -> list[Schnitt]:
    if _art(stelle.typ) not in {"text", "https", "kennung", "wahl", "verweis"}:
        return []
    neu = _in_anfuehrung(stelle.wert.value)
    return [Schnitt(*daten().bereich(stelle.datei, stelle.wert), neu)]


def _weit(stelle: Stelle) -> list[Schnitt]:
    ende = daten().ende(stelle.datei, stelle.name) + 1
    return [Schnitt(stelle.datei, ende, ende, "  ")]


@dataclass(frozen=True)
class Art:
    """A kind of mutation: which places it takes, and how it changes one, in variants."""

    passt: Callable[[Stelle], bool]
    mache: Callable[[Stelle, int], Mutation | None]


def _ist(*arten: str) -> Callable[[Stelle], bool]:
    return lambda stelle: _art(stelle.typ) in arten


def _veraenderlich(stelle: Stelle) -> bool:
    return bool(stelle.gruppe.art) and not _nennt_andere(stelle)


def _freie_kennung(stelle: Stelle) -> bool:
    return stelle.ist_kennung and stelle.gruppe.art not in _IN_FESTER_FOLGE


def _ist_eintrag(stelle: Stelle) -> bool:
    return (
        stelle.typ not in _IN_FESTER_FOLGE
        and stelle.name is None
        and stelle.typ in GRUPPEN
        and "id" in regeln(stelle.typ)
    )


ARTEN = {
    "pflicht-weg": Art(lambda s: _entbehrlich(s) and s.pflicht, _pflicht_weg),
    "frei-weg": Art(lambda s: _entbehrlich(s) and not s.pflicht, _frei_weg),
    "vertippt": Art(lambda s: _ist_feld(s) and not _nennt_andere(s), _vertippt),
    "falscher-typ": Art(_veraenderlich, _falscher_typ),
    "null": Art(_veraenderlich, _null),
    "leer": Art(lambda s: _veraenderlich(s) and s.typ not in ("zahl", "wahr"), _leer),
    "kennung-doppelt": Art(_freie_kennung, _kennung_doppelt),
    "feld-doppelt": Art(_ist_feld, _feld_doppelt),
    "vertauscht": Art(lambda s: s.typ in {f"[{art}]" for art in _IN_FESTER_FOLGE}, _vertauscht),
    "ins-nichts": Art(_ist("verweis"), _ins_nichts),
    "vergiftet": Art(_ist("text"), _vergiftet),
    "vergiftet-im-block": Art(
        lambda s: _ist("text")(s) and s.wert.style == ">", _vergiftet_im_block
    ),
    "zitat-falsch": Art(lambda s: s.feld == "zitat", _zitat_falsch),
    "nicht-woertlich": Art(lambda s: s.ort == "Leitlinie.text", _nicht_woertlich),
    "zitat-geliehen": Art(lambda s: s in _leitlinienzitate(), _zitat_geliehen),
    "ohne-https": Art(_ist("https", "link"), _ohne_https),
    "tag-unmoeglich": Art(_ist("tag", "zeit"), _tag_unmoeglich),
    "zukunft": Art(_ist("tag"), _zukunft),
    "spanne": Art(lambda s: s.feld == "bis", _spanne),
    "ausserhalb": Art(_ist("ganz"), _ausserhalb),
    "unbekannt": Art(_ist_feld, _unbekannt),
    "punkt-doppelt": Art(lambda s: s.liste is not None and s.typ not in GRUPPEN, _punkt_doppelt),
    "eintrag-kopiert": Art(_ist_eintrag, _eintrag_kopiert),
    "eintrag-weg": Art(_ist_eintrag, _eintrag_weg),
    "harmlos": Art(_ist_feld, _harmlos),
}


@cache
def stellen_fuer(art: str) -> dict[str, list[Stelle]]:
    """Gives the places of a kind by group and field, so that long lists do not crowd out others."""
    je_ort = defaultdict(list)
    for stelle in daten().stellen:
        if ARTEN[art].passt(stelle):
            je_ort[stelle.ort].append(stelle)
    return dict(sorted(je_ort.items()))


def mutiere(art: str, stelle: Stelle, variante: int) -> Mutation | None:
    """Gives a mutation of a kind, or None where the place does not allow this variant."""
    mutation = ARTEN[art].mache(stelle, variante)
    return mutation and Mutation(art, mutation.wo, mutation.schnitte, mutation.bereiche)


# --- many mutations at once


def vertraegliche(mutationen: Iterable[Mutation | None]) -> list[Mutation]:
    """Gives those that touch nothing that one before them claims."""
    genommen: list[Mutation] = []
    vergeben: list[Bereich] = []
    for mutation in mutationen:
        if mutation and not any(_beruehrt(b, v) for b in mutation.bereiche for v in vergeben):
            genommen.append(mutation)
            vergeben += mutation.bereiche
    return genommen


def _beruehrt(einer: Bereich, anderer: Bereich) -> bool:
    return einer[0] == anderer[0] and einer[1] < anderer[2] and anderer[1] < einer[2]


def wende_an(mutationen: Iterable[Mutation]) -> tuple[dict[str, str], list[Soll]]:
    """Gives the changed files and the findings that they must have."""
    je_datei = defaultdict(list)
    for mutation in mutationen:
        for schnitt in mutation.schnitte:
            je_datei[schnitt.datei].append(schnitt)
    texte, soll = {}, []
    for datei, schnitte in je_datei.items():
        text, marken = _schneide(daten().texte.get(datei, ""), schnitte)
        soll += [Soll(datei, *_zeile_und_spalte(text, wo), worte) for wo, worte in marken]
        if datei in daten().texte:
            texte[datei] = text
    return texte, soll


def _schneide(text: str, schnitte: list[Schnitt]) -> tuple[str, list[tuple[int, Worte]]]:
    stuecke: list[str] = []
    marken: list[tuple[int, Worte]] = []
    bisher = laenge = 0
    for schnitt in sorted(schnitte, key=lambda s: (s.anfang, s.ende)):
        assert bisher <= schnitt.anfang, "two mutations cut the same text"
        stuecke += [text[bisher : schnitt.anfang], schnitt.neu]
        laenge += schnitt.anfang - bisher
        marken += [(laenge + wo, worte) for wo, worte in schnitt.marken]
        laenge += len(schnitt.neu)
        bisher = schnitt.ende
    return "".join([*stuecke, text[bisher:]]), marken


def _zeile_und_spalte(text: str, stelle: int) -> tuple[int, int]:
    return text.count("\n", 0, stelle) + 1, stelle - text.rfind("\n", 0, stelle)


def unterschiede(soll: list[Soll], ist: Iterable[tuple[str, int, int, str]]) -> list[str]:
    """Tells what is missing, what is too much, and which sentence says something else."""
    befunde = list(ist)
    erwartet = Counter((s.datei, s.zeile, s.spalte) for s in soll)
    gefunden = Counter(befund[:3] for befund in befunde)
    return [
        *(f"missing: {ort}" for ort in sorted((erwartet - gefunden).elements())),
        *(f"too much: {b}" for b in befunde if b[:3] in gefunden - erwartet),
        *_andere_worte(soll, befunde),
    ]


def _andere_worte(soll: list[Soll], befunde: list[tuple[str, int, int, str]]) -> Iterator[str]:
    saetze = defaultdict(list)
    for datei, zeile, spalte, satz in befunde:
        saetze[datei, zeile, spalte].append(satz)
    for s in soll:
        hier = saetze[s.datei, s.zeile, s.spalte]
        if hier and not any(all(wort in satz for wort in s.worte) for satz in hier):
            yield f"words {s.worte} not in {hier} at {s.datei}:{s.zeile}:{s.spalte}"
