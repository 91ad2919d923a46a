"""Questions on a terminal that make a Praxisbeispiel: the required fields of the form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.formular.felder import Feld
from macros.modell.grundtypen import KENNUNG_HOECHSTENS, KENNUNG_MUSTER, VERGEBEN, Webadresse
from macros.modell.klartext import Klartext
from macros.modell.zeichen import bereinigt
from macros.sprache import Sprache

Frage = Callable[[str], str]
_TYPEN = {
    art: TypeAdapter[Any](typ) for art, typ in (("text", Klartext), ("webadresse", Webadresse))
}
_MEHRERE_ZEILEN = "liste"


class Fragen:
    """Asks for the required fields of the form; a wrong answer is asked for again at once.

    `frage` shows its text and gives the answer, `sage` shows a sentence; `vergeben` are the
    ids that are taken.
    """

    def __init__(
        self, frage: Frage, sage: Callable[[str], None], vergeben: Iterable[str], sprache: Sprache
    ) -> None:
        self._frage, self._sage, self._sprache = frage, sage, sprache
        self._vergeben = {*vergeben, *VERGEBEN}

    def eintrag(self, felder: tuple[Feld, ...], heute: date) -> dict[str, Any]:
        """Gives the entry made of the answers; a source that nobody knows is asked for too."""
        belege, quellen = (next(f for f in felder if f.name == n) for n in ("belege", "quellen"))
        eintrag = self._antworten(f for f in felder if f.pflicht and f.name != belege.name)
        self._vergeben.add(eintrag["id"])
        je_name = {f.name: f for f in belege.felder}
        quelle, neu = self._quelle(je_name["quelle"])
        wofuer = self._antwort(je_name["wofuer"])
        eintrag["belege"] = [{"quelle": quelle, "wofuer": wofuer}]
        if neu:
            andere = self._antworten(f for f in quellen.felder if f.pflicht and f.art != "kennung")
            eintrag["quellen"] = [{"id": quelle, **andere}]
        eintrag["geprueft_am"] = heute
        return eintrag

    def _antworten(self, felder: Iterable[Feld]) -> dict[str, Any]:
        ohne_tag = (f for f in felder if f.art != "tag")
        return {f.name: self._antwort(f) for f in ohne_tag}

    def _antwort(self, feld: Feld) -> Any:
        wort = feld.wort(self._sprache)
        self._sage(f"\n{wort if wort.endswith('?') else f'{wort}:'} {feld.hilfe(self._sprache)}")
        if feld.wahlen:
            self._sage("\n".join(f"  {wahl.wert}: {wahl.titel}" for wahl in feld.wahlen))
        if feld.art == _MEHRERE_ZEILEN:
            return list(self._zeilen(feld))
        return self._einzeln(feld, feld.art)

    def _einzeln(self, feld: Feld, art: str, leer_beendet: bool = False) -> str:
        while True:
            antwort = bereinigt(self._frage("> ")).strip()
            if (leer_beendet and not antwort) or not (fehler := self._fehler(feld, art, antwort)):
                return antwort
            self._sage(self._sprache(f"formular.fehler.{fehler}"))

    def _zeilen(self, feld: Feld) -> Iterator[str]:
        yield self._einzeln(feld, feld.je)
        self._sage(self._sprache("befehl.neu.mehrere"))
        while antwort := self._einzeln(feld, feld.je, leer_beendet=True):
            yield antwort

    def _fehler(self, feld: Feld, art: str, antwort: str) -> str:
        """Gives the name of what is wrong with an answer, as the form says it; "" for nothing."""
        if not antwort:
            return "fehlt"
        if art == "kennung":
            if len(antwort) > KENNUNG_HOECHSTENS or not re.fullmatch(KENNUNG_MUSTER, antwort):
                return "kennung"
            return "vergeben" if antwort in self._vergeben else ""
        if feld.wahlen:
            return "" if antwort in {wahl.wert for wahl in feld.wahlen} else "wahl"
        try:
            _TYPEN[art].validate_python(antwort)
        except ValidationError:
            return art
        return ""

    def _quelle(self, feld: Feld) -> tuple[str, bool]:
        """Gives the id of a source, and whether it is new, which the answer has to confirm."""
        bekannt = {wahl.wert for wahl in feld.wahlen}
        self._sage("\n" + self._sprache("befehl.neu.quelle"))
        while (antwort := bereinigt(self._frage("> ")).strip()) not in bekannt:
            if fehler := self._fehler(feld, "kennung", antwort):
                self._sage(self._sprache(f"formular.fehler.{fehler}"))
                continue
            self._sage(self._sprache("befehl.neu.neue_quelle", kennung=antwort))
            if self._frage("> ").strip().lower() == self._sprache("befehl.neu.ja"):
                self._vergeben.add(antwort)
                return antwort, True
            self._sage(self._sprache("befehl.neu.quelle"))
        return antwort, False
