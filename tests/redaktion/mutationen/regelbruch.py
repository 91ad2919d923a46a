"""Fields that contradict each other, and fields that the data do not have, with a wrong value."""

from __future__ import annotations

from dataclasses import dataclass

from tests.redaktion.mutationen.daten import daten
from tests.redaktion.mutationen.schnitte import Mutation, Schnitt, Worte, geaendert, gemeldet
from tests.redaktion.mutationen.stelle import Stelle


@dataclass(frozen=True)
class Bruch:
    """Fields of a group and what is written there; ▶ is where the finding must be.

    `ort` is a field that each such group has. Without ▶ the finding is at the group.
    """

    ort: str
    felder: dict[str, str]
    worte: Worte

    def passt(self, stelle: Stelle) -> bool:
        """Whether a place is that field."""
        return stelle.ort == self.ort

    def mache(self, stelle: Stelle, _: int) -> Mutation:
        """Writes each field over its value, or as a new one where there is none."""
        schnitte = [self._schnitt(stelle, name, wert) for name, wert in self.felder.items()]
        if not any("▶" in wert for wert in self.felder.values()):
            schnitte.insert(0, gemeldet(stelle.datei, stelle.gruppe.knoten, *self.worte))
        return geaendert(stelle, schnitte)

    def _schnitt(self, stelle: Stelle, name: str, wert: str) -> Schnitt:
        assert stelle.name is not None
        if (knoten := stelle.gruppe.feld(name)) is not None:
            return self._markiert(*daten().bereich(stelle.datei, knoten), wert)
        anfang = int(stelle.name.start_mark.index)
        neu = f"{name}: {wert}\n" + " " * stelle.name.start_mark.column
        return self._markiert(stelle.datei, anfang, anfang, neu)

    def _markiert(self, datei: str, anfang: int, ende: int, text: str) -> Schnitt:
        marken = ((text.index("▶"), self.worte),) if "▶" in text else ()
        return Schnitt(datei, anfang, ende, text.replace("▶", ""), marken)


_LAEUFT = {"stand": "laufend", "geprueft_am": "2020-01-31"}
_STATUS = {"bewertet_am": "2020-01-31", "verfahren": "Test"}
BRUECHE = {
    "laufend-vor-beginn": Bruch(
        "Praxisbeispiel.stand",
        {**_LAEUFT, "seit": "2021", "bis": "2022"},
        ("„stand: laufend“", "„seit“"),
    ),
    "laufend-beendet": Bruch(
        "Praxisbeispiel.stand",
        {**_LAEUFT, "seit": "1990", "bis": "2019"},
        ("„stand: laufend“", "„bis“"),
    ),
    "vor-erscheinen": Bruch(
        "Quelle.gelesen",
        {"datum": "2020-01", "abgerufen": "▶2019-12-31"},
        ("„abgerufen“", "liegt vor „datum“"),
    ),
    "alter-verkehrt": Bruch(
        "Zugang.aufenthalt", {"alter_von": "18", "alter_bis": "17"}, ("„alter_bis“", "kleiner")
    ),
    "keine-wurzel": Bruch(
        "Betrieb.betrieb", {"adresse": "▶https://stadt.example/seite"}, ("Startadresse",)
    ),
    "wurzel-mit-frage": Bruch(
        "Betrieb.betrieb", {"adresse": "▶https://stadt.example/?a/"}, ("Startadresse",)
    ),
    "monate": Bruch("Betrieb.betrieb", {"pruefen_nach_monaten": "▶121"}, ("„121“", "zu groß")),
    "lizenz": Bruch("Betrieb.betrieb", {"lizenz": "▶frei"}, ("„frei“",)),
    "email": Bruch(
        "Betrieb.betrieb", {"betreiber": "{email: ▶post.example.org}"}, ("keine E-Mail-Adresse",)
    ),
    "protokoll": Bruch(
        "Betrieb.betrieb", {"betreiber": "{protokoll_tage: ▶366}"}, ("„366“", "zu groß")
    ),
    "status-ohne-bewertung": Bruch(
        "Barrierefreiheit.erklaert_am", {"vereinbarkeit": "nicht"}, ("„bewertet_am“", "„verfahren“")
    ),
    "status-trotz-luecken": Bruch(
        "Barrierefreiheit.luecken",
        {**_STATUS, "vereinbarkeit": "ganz"},
        ("„vereinbarkeit: ganz“", "„luecken“"),
    ),
}
