"""Guards the table: with its rule switched off, a mistake would go unreported."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.modell import klartext
from macros.modell.klartext import VERBOTEN
from tests.redaktion.faelle import FAELLE, kopie, zeilen


def _schweigt(*_: object) -> tuple[()]:
    return ()


def _nichts(*_: object) -> None:
    return None


def _laesst_durch(wert: Any, *_: object) -> Any:
    return wert


def _immer_dasselbe(*_: object) -> list[str]:
    return ["gleich"] * 4


def _ueberall(*_: object) -> range:
    return range(0)


def _laesst_jeden_verweis_durch(_: object, wert: str, __: object) -> str:
    return wert


_NIE = re.compile(r"(?!)")
_VERBOTEN = "macros.modell.klartext.VERBOTEN"
_ABGESCHALTET: dict[str, tuple[str, Any]] = {
    "kennung-doppelt-in-zwei-dateien": ("macros.pruefung.regeln._doppelt", _schweigt),
    "dateiname-nicht-die-kennung": ("macros.pruefung.regeln._dateinamen", _schweigt),
    "zitat-in-zwei-leitlinien": ("macros.pruefung.zitatregeln._doppelte", _schweigt),
    "zitate-ueberschneiden-sich": ("macros.pruefung.zitatregeln._doppelte", _schweigt),
    "fingerabdruck-ohne-quelle": ("macros.pruefung.zitatregeln._abdruecke", _schweigt),
    "spanne-verkehrt": ("macros.pruefung.regeln._spannen", _schweigt),
    "filterwert-nur-gross-und-klein": ("macros.pruefung.filterwerte.verstoesse", _schweigt),
    "filterwert-ohne-adresse": ("macros.pruefung.filterwerte.verstoesse", _schweigt),
    "filterwert-zu-lang": ("macros.pruefung.filterwerte.HOECHSTENS", 10**9),
    "dateiname-vertippt": ("macros.lesen.ungelesen._namen", _schweigt),
    "handlungsfelder-vertauscht": ("macros.pruefung.regeln._folgen", _schweigt),
    "leitlinie-nicht-woertlich": ("macros.modell.handlungsfeld.gruppen", _immer_dasselbe),
    "zitat-fremd": ("macros.modell.fingerabdruck.Fingerabdruck.stelle", _ueberall),
    "zitat-aus-zwei-saetzen": ("macros.modell.fingerabdruck.Fingerabdruck.stelle", _ueberall),
    "zitat-zu-kurz": ("macros.modell.beleg.MINDESTWOERTER", 0),
    "verweis-quelle": ("macros.modell.grundtypen.Verweis.__call__", _laesst_jeden_verweis_durch),
    "verweis-ziel": ("macros.modell.grundtypen.Verweis.__call__", _laesst_jeden_verweis_durch),
    "kennung-umlaut": ("macros.modell.grundtypen.KENNUNG_MUSTER", ".*"),
    "kennung-zu-lang": ("macros.modell.grundtypen.KENNUNG_HOECHSTENS", 10**9),
    "kennung-vergeben": ("macros.modell.grundtypen.VERGEBEN", frozenset()),
    "markup-script": (_VERBOTEN, {**VERBOTEN, "markup": _NIE}),
    "email-im-text": (_VERBOTEN, {**VERBOTEN, "email_im_text": _NIE}),
    "telefon-im-text": (_VERBOTEN, {**VERBOTEN, "telefon_im_text": _NIE}),
    "adresse-im-text": (_VERBOTEN, {**VERBOTEN, "link_im_text": _NIE}),
    "kaputte-zeichen": (_VERBOTEN, {**VERBOTEN, "zeichensalat": _NIE}),
    "schreibrichtung": ("macros.modell.klartext.unsichtbares", _nichts),
    "marke-der-sprache-im-text": ("macros.modell.zeichen.UNSICHTBAR", _NIE),
    "form-eines-emojis-an-einem-buchstaben": ("macros.modell.zeichen._DRUCKBAR", _NIE),
    "adresse-mit-unsichtbarem-zeichen": ("macros.modell.klartext.unsichtbares", _nichts),
    "kennung-mit-unsichtbarem-zeichen": ("macros.pruefung.verborgen.unsichtbares", _nichts),
    "auswahl-mit-kyrillischem-buchstaben": ("macros.pruefung.verborgen._WORTE", ()),
    "auswahl-mit-festem-leerzeichen-am-ende": ("macros.pruefung.verborgen._erstes", _nichts),
    "feldname-mit-kyrillischem-buchstaben": ("macros.lesen.namen.im_namen", _nichts),
    "doppelpunkt-in-voller-breite": ("macros.lesen.feldzeichen._FALSCHER", _NIE),
    "doppelpunkt-in-voller-breite-am-einzigen-feld": (
        "macros.lesen.namen.falscher_doppelpunkt",
        _nichts,
    ),
    "unsichtbares-zeichen-nach-dem-strich": ("macros.lesen.feldzeichen.unsichtbares", _nichts),
    "unsichtbares-zeichen-nach-dem-doppelpunkt": ("macros.lesen.feldzeichen._KOPF", _NIE),
    "umbruch-umschrieben": ("macros.lesen.textzeilen._UMBRUCH", _NIE),
    "zeile-mit-fragezeichen-am-anfang": (
        "macros.lesen.namen.Namensleser.mit_fragezeichen",
        _nichts,
    ),
    "feld-zu-weit-links-in-einer-gruppe": ("macros.lesen.vertippt.gemeinte_spalte", _nichts),
    "feld-der-datei-eingerueckt": ("macros.lesen.spalte.felder_bei", _schweigt),
    "nummer-vor-einem-feld": ("macros.lesen.einrueckung._FALSCHER_STRICH", _NIE),
    "klammer-offen-in-einem-punkt": ("macros.lesen.vertippt.offene_klammer", _nichts),
    "zwei-striche-vor-einem-punkt": ("macros.lesen.werte.Leser._zweiter_strich", _nichts),
    "marke-vor-geschweifter-klammer": ("macros.lesen.werte.Leser.mit_marke", _nichts),
    "kennung-haengt-an-der-darueber": ("macros.lesen.werte.haengende", _schweigt),
    "punkt-aus-word": ("macros.modell.klartext._AUFZAEHLUNG", _NIE),
    "wort-zweimal": ("macros.pruefung.doppelworte._LISTEN", ()),
    "strich-fehlt": ("macros.lesen.werte.haengende", _schweigt),
    "senkrechter-strich": ("macros.lesen.skalar.gliederung", _schweigt),
    "zeile-des-textes-zu-weit-rechts": ("macros.lesen.skalar.gliederung", _schweigt),
    "zitat-weicht-in-der-zweiten-zeile-ab": ("macros.lesen.baum.stelle_im_text", _schweigt),
    "feld-zu-weit-links-vor-einem-punkt": ("macros.lesen.einrueckung._zu_weit_links", _nichts),
    "feld-darueber-noch-im-hinweis": ("macros.lesen.einrueckung._feld_im_hinweis", _nichts),
    "komma-doppelt": ("macros.lesen.vertippt.komma", _nichts),
    "komma-fehlt-zwischen-kennungen": ("macros.pruefung.gemeint.mehrere", _nichts),
    "hinweis-klebt": ("macros.lesen.skalar.Skalarleser._melde_rautezeichen", _schweigt),
    "link-ftp": ("macros.modell.grundtypen.LINK_MUSTER", ".*"),
    "bearbeitungskonflikt": ("macros.lesen.rohtext._KONFLIKT", _NIE),
    "datei-zu-gross": ("macros.lesen.rohtext.HOECHSTENS_BYTES", 10**9),
}


@pytest.mark.parametrize("name", _ABGESCHALTET)
def test_ohne_die_regel_bliebe_der_fehler_unbemerkt(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The table's line is the work of the rule it is there for."""
    ordner = kopie(tmp_path)
    (soll,) = FAELLE[name].verdirb(ordner)
    assert soll in zeilen(ordner)
    monkeypatch.setattr(*_ABGESCHALTET[name])
    assert soll not in zeilen(ordner)


@pytest.mark.parametrize("name", VERBOTEN)
def test_der_schnelle_blick_uebersieht_nichts(name: str) -> None:
    """Whatever a pattern finds has the sign that makes the check look for it at all."""
    kontakt = name in klartext._KONTAKT
    blick = klartext.nennt_vielleicht_kontakt if kontakt else klartext.verdaechtig

    @given(st.from_regex(VERBOTEN[name]))
    def pruefe(text: str) -> None:
        assert blick(text)

    pruefe()
