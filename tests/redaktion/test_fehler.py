"""Every mistake at once, in German, with file, line and the mend: the table says how."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from macros.lesen.datei import lies_datei
from macros.pruefung.buendel import gebuendelt
from macros.pruefung.pruefen import pruefe
from macros.sprache import lade
from tests.redaktion.faelle import DATEN, FAELLE, Fall, kopie, zeilen


@pytest.mark.parametrize("fall", FAELLE.values(), ids=FAELLE.keys())
def test_fehler_gibt_genau_diese_zeilen(fall: Fall, tmp_path: Path) -> None:
    """One mistake gives one line, at its very place."""
    ordner = kopie(tmp_path)
    soll = fall.verdirb(ordner)
    assert zeilen(ordner) == soll


# Removes lines, so it comes before what stands below.
_MEHRERE = (
    "liste-leer",
    "verweis-handlungsfeld",
    "auswahl-falsch",
    "text-statt-zahl",
    "kennung-umlaut",
    "zitat-in-zwei-leitlinien",
    "fingerabdruck-unlesbar",
    "tag-mit-punkten",
    "text-statt-ja-nein",
    "verweis-ziel",
    "latin-1",
    "fingerabdruck-ohne-quelle",
)


def _nach_stelle(soll: Iterable[str]) -> list[str]:
    def stelle(zeile: str) -> tuple[str, int, int]:
        datei, nummer, spalte, _ = zeile.split(":", 3)
        return datei, int(nummer), int(spalte)

    return sorted(soll, key=stelle)


def test_viele_fehler_stehen_alle_auf_einmal_da(tmp_path: Path) -> None:
    """Mistakes in many files and several in one: all of them, sorted, none twice."""
    ordner = kopie(tmp_path)
    soll = [zeile for name in _MEHRERE for zeile in FAELLE[name].verdirb(ordner)]
    assert zeilen(ordner) == _nach_stelle(soll)


def test_unlesbare_datei_verschweigt_die_anderen_nicht(tmp_path: Path) -> None:
    """A file that is no YAML hides only its own content."""
    ordner = kopie(tmp_path)
    namen = ("einrueckung-der-liste", "text-statt-zahl", "zitat-in-zwei-leitlinien")
    soll = [zeile for name in namen for zeile in FAELLE[name].verdirb(ordner)]
    assert zeilen(ordner) == _nach_stelle(soll)


def test_jede_unlesbare_datei_steht_da_und_das_adressbuch_auch(tmp_path: Path) -> None:
    """One mistake for each file that is no YAML, and what the ledger tells by the ids alone."""
    ordner = kopie(tmp_path)
    namen = ("nur-ein-strich-als-wert", "tabulator", "doppelpunkt-in-voller-breite-am-ersten-feld")
    soll = [zeile for name in namen for zeile in FAELLE[name].verdirb(ordner)]
    buch, leitlinien = ordner / "adressen.yaml", ordner / "leitlinien.yaml"
    text = buch.read_text(encoding="utf-8")
    doppelt = re.search(r" +- /konzept/zahlen/\n", text)
    assert doppelt
    buch.write_text(text.replace(doppelt[0], doppelt[0] * 2), encoding="utf-8")
    anders = leitlinien.read_text(encoding="utf-8").replace("- id: wohnen-2\n", "- id: wohnen-9\n")
    leitlinien.write_text(anders, encoding="utf-8")
    andere = [zeile for zeile in zeilen(ordner) if zeile not in soll]
    assert len(andere) == len(zeilen(ordner)) - len(soll) == 2
    assert "/adressen.yaml:" in andere[0] and "„/konzept/zahlen/“ steht schon in" in andere[0]
    assert "/adressen.yaml:" in andere[1] and "„/leitlinien/#wohnen-2“ ist versprochen" in andere[1]


@pytest.mark.parametrize("name", ["kennung-doppelt", "kennung-umlaut", "kennung-vergeben"])
def test_eine_falsche_kennung_steht_nicht_auch_im_adressbuch(name: str, tmp_path: Path) -> None:
    """Nobody knows which id was meant: that the ledger misses one is no mistake of its own."""
    ordner = kopie(tmp_path)
    soll = FAELLE[name].verdirb(ordner)
    assert zeilen(ordner) == soll


def test_zeile_zaehlt_nach_zahl_nicht_nach_zeichen(tmp_path: Path) -> None:
    """Line 9 comes before line 10."""
    ordner = kopie(tmp_path)
    glossar = "".join(f"- id: begriff-{n}\n  begriff: Wort {n}\n" for n in range(20))
    (ordner / "glossar.yaml").write_text(glossar, encoding="utf-8")
    nummern = [int(z.split(":")[1]) for z in zeilen(ordner) if "/glossar.yaml:" in z]
    assert nummern == list(range(1, 40, 2))


def test_fehlendes_handlungsfeld_nennt_die_sieben_und_jeden_verweis(tmp_path: Path) -> None:
    """Whoever deletes a Handlungsfeld sees the order once and what else pointed to it.

    The ledger misses its Leitlinien, too.
    """
    ordner = kopie(tmp_path)
    pfad = ordner / "leitlinien.yaml"
    text = pfad.read_text(encoding="utf-8")
    anfang, ende = text.index("  - id: alter\n"), text.index("  - id: sicherheit\n")
    pfad.write_text(text[:anfang] + text[ende:], encoding="utf-8")
    folge, andere = "in dieser Reihenfolge stehen: bildung, ", "„alter“ im Feld „"
    gefunden = zeilen(ordner)
    assert sum(folge in zeile for zeile in gefunden) == 1
    buch = [zeile for zeile in gefunden if "/adressen.yaml:" in zeile]
    assert buch and all("/leitlinien/#alter-" in zeile for zeile in buch)
    assert all(folge in zeile or andere in zeile for zeile in gefunden if zeile not in buch)
    assert any("/suchbegriffe.yaml:" in zeile for zeile in gefunden)


def test_umbenannt_ist_ein_fehler_an_vielen_stellen(tmp_path: Path) -> None:
    """The first place tells how many there are and what may have happened, the others do not."""
    ordner = kopie(tmp_path)
    pfad = ordner / "praxisbeispiele.yaml"
    text = pfad.read_text(encoding="utf-8")
    pfad.write_text(text.replace("- id: mifrin\n", "- id: mifrin-neu\n"), encoding="utf-8")
    gefunden = zeilen(ordner)
    assert all("Meinten Sie „mifrin-neu“?" in zeile for zeile in gefunden)
    assert f"Das nennen {len(gefunden)} Stellen." in gefunden[0] and "„frueher“" in gefunden[0]
    assert len(gefunden) > 2 and not any("Stellen" in zeile for zeile in gefunden[1:])


@pytest.mark.parametrize(
    ("zeile", "statt"),
    [("- id: mifrin\n", "- idd: mifrin\n"), ("- id: mifrin\n ", "-")],
    ids=["vertippt", "weg"],
)
def test_wem_die_id_fehlt_ist_nicht_umbenannt(zeile: str, statt: str, tmp_path: Path) -> None:
    """What names the entry is told as well, but with the advice to write its id."""
    ordner = kopie(tmp_path)
    pfad = ordner / "praxisbeispiele.yaml"
    text = pfad.read_text(encoding="utf-8")
    assert zeile in text
    pfad.write_text(text.replace(zeile, statt), encoding="utf-8")
    eigene, *andere = sorted(zeilen(ordner), key=lambda zeile: "/praxis" not in zeile)
    assert "„id“" in eigene and "mifrin“ im Feld" not in eigene
    (erste,) = (satz for satz in andere if "Stellen" in satz)
    assert "„mifrin“? Dann schreiben Sie dort die „id“" in erste
    assert not any("„frueher“" in satz for satz in andere)


def test_in_einer_liste_steht_ein_fehler_einmal(tmp_path: Path) -> None:
    """One line names all the places; the others are for forges that mark them in the file."""
    ordner = kopie(tmp_path)
    FAELLE["komma-in-zahl"].verdirb(ordner)
    pfad = ordner / "quellen.yaml"
    text = pfad.read_text(encoding="utf-8")
    pfad.write_text(text.replace("- id: essen-mifrin\n", "- id: ganz-anders\n"), encoding="utf-8")
    befunde = pruefe(ordner, lade()).befunde
    verweise = [befund for befund in befunde if befund.fehlt == "essen-mifrin"]
    (erster, *andere), je_datei = verweise, {b.datei for b in verweise}
    zeilen_danach = gebuendelt(befunde, lade())
    assert len(zeilen_danach) == len(befunde) - len(andere) == 2
    (satz,) = (b.satz for b in zeilen_danach if b.fehlt)
    assert satz.startswith(erster.satz) and all(name in satz for name in je_datei)
    genannt = [int(n) for n in re.findall(r"\d+", satz.partition("Die anderen Stellen: ")[2])]
    assert genannt == [befund.zeile for befund in andere]


def test_von_sehr_vielen_stellen_stehen_fuenf_da(tmp_path: Path) -> None:
    """Nobody reads a hundred line numbers: five of the others, and how many more there are."""
    ordner = kopie(tmp_path)
    pfad = ordner / "glossar.yaml"
    text = pfad.read_text(encoding="utf-8")
    pfad.write_text(text.replace("- id: begriff-quartier\n", "- id: ganz-anders\n"), "utf-8")
    befunde = pruefe(ordner, lade()).befunde
    (befund,) = gebuendelt(befunde, lade())
    _, *andere = befunde
    stellen = befund.satz.partition("Die anderen Stellen: ")[2]
    genannt = [*(str(b.zeile) for b in andere[:5]), str(len(andere) - 5)]
    assert len(andere) > 5 and re.findall(r"\d+", stellen) == genannt
    assert stellen.endswith(f" und {len(andere) - 5} weitere.")


def _umbenannt(tmp_path: Path, datei: str, alt: str, neu: str) -> Path:
    """Gives a copy of the data where an entry has another id, and names its former one."""
    ordner = kopie(tmp_path)
    text = (ordner / datei).read_text(encoding="utf-8")
    anders = text.replace(f"- id: {alt}\n", f"- id: {neu}\n  frueher: [{alt}]\n")
    assert anders != text
    (ordner / datei).write_text(anders, encoding="utf-8")
    return ordner


def test_umbenannt_mit_frueher_laesst_alle_verweise_gelten(tmp_path: Path) -> None:
    """The new id, and the old one under `frueher`: two lines rename an entry."""
    ordner = _umbenannt(tmp_path, "praxisbeispiele.yaml", "mifrin", "mifrin-neu")
    konzept = pruefe(ordner, lade()).konzept
    assert konzept is not None, zeilen(ordner)
    ziele = {ziel for begriff in konzept.suchbegriffe for ziel in begriff.ziele}
    assert "mifrin-neu" in ziele and "mifrin" not in ziele


def test_umbenannte_quelle_behaelt_ihren_fingerabdruck(tmp_path: Path) -> None:
    """Its quotations stay proven, though the file of the fingerprint has the former id."""
    ordner = _umbenannt(tmp_path, "quellen.yaml", "pm-2020-02-20", "pm-neu")
    konzept = pruefe(ordner, lade()).konzept
    assert konzept is not None, zeilen(ordner)
    assert "pm-neu" in konzept.abdruecke and "pm-2020-02-20" not in konzept.abdruecke


def test_ein_neuer_fingerabdruck_geht_vor(tmp_path: Path) -> None:
    """The file with the id of today counts; the one with the former id is told to be left over."""
    ordner = _umbenannt(tmp_path, "quellen.yaml", "pm-2020-02-20", "aa-neu")
    abdruecke = ordner / "fingerabdruecke"
    shutil.copy(abdruecke / "pm-2020-02-20.txt", abdruecke / "aa-neu.txt")
    andere = next(p for p in abdruecke.glob("*.txt") if p.stem not in ("pm-2020-02-20", "aa-neu"))
    shutil.copy(andere, abdruecke / "pm-2020-02-20.txt")
    (verwaist,) = zeilen(ordner)
    assert "fingerabdruecke/pm-2020-02-20.txt:1:1: Zu diesem Fingerabdruck gibt es" in verwaist


def test_was_heute_stimmt_stimmt_auch_morgen(tmp_path: Path) -> None:
    """Time alone makes no mistake: the same data are sound in ten years."""
    ordner = kopie(tmp_path)
    pfad = ordner / "praxisbeispiele.yaml"
    text = pfad.read_text(encoding="utf-8")
    pfad.write_text(
        text.replace("  stand: laufend\n", "  stand: laufend\n  bis: 2027\n", 1), "utf-8"
    )
    for jahr in (2026, 2036):
        assert pruefe(ordner, lade(), date(jahr, 12, 31)).befunde == ()


@pytest.mark.parametrize("zeichen", ["[", "{", "- ", "? ", "[{"])
def test_tiefe_bringt_den_leser_nicht_um(zeichen: str, tmp_path: Path) -> None:
    """Some ten thousand of them end a process without a word, where the parser is asked."""
    ordner = kopie(tmp_path)
    (ordner / "glossar.yaml").write_text(zeichen * 30_000 + "\n", encoding="utf-8")
    (zeile,) = (z for z in zeilen(ordner) if "/glossar.yaml:" in z)
    assert "zu tief verschachtelt" in zeile


def test_verweisbombe_wird_nicht_entfaltet(tmp_path: Path) -> None:
    """Nine levels of nine aliases would be 387 million values."""
    ordner = kopie(tmp_path)
    stufen = ["- &a0 [glossar, glossar, glossar]"]
    for n in range(9):
        stufen.append(f"- &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]")
    (ordner / "suchbegriffe.yaml").write_text("\n".join(stufen) + "\n", encoding="utf-8")
    anker = [zeile for zeile in zeilen(ordner) if "Anker (&) und Verweise (*)" in zeile]
    assert [zeile.split(":")[1] for zeile in anker] == [str(n) for n in range(1, 10)]


_EINTRAG = re.compile(r"^ *(?:- )?(?:id|wort): (\S.*?)$", re.MULTILINE)
# What stands in a line of its own below an entry's first one, with the same indentation.
_NOTATION = {"doppelt": "{feld}: noch einmal", "tabulator": "\t", "klammer": "zz: [", "leer": "zz:"}


@pytest.mark.parametrize("fehler", _NOTATION)
@pytest.mark.parametrize("name", sorted(pfad.name for pfad in DATEN.glob("*.yaml")))
def test_jede_falsche_schreibweise_nennt_ihren_eintrag(
    name: str, fehler: str, tmp_path: Path
) -> None:
    """Whether the rest of the file can be read or not: no entry is taken for another."""
    text = (DATEN / name).read_text(encoding="utf-8")
    eintraege = list(_EINTRAG.finditer(text))
    assert eintraege or name in ("adressen.yaml", "betrieb.yaml", "konzept.yaml"), name
    for eintrag in eintraege[:: len(eintraege) // 4 + 1]:
        anfang, feld = re.sub("-", " ", eintrag.group()).split(":")[0].rsplit(" ", 1)
        zeile = _NOTATION[fehler].format(feld=feld)
        kaputt = (
            f"{text[: eintrag.end()]}\n{anfang} {zeile}\n{text[eintrag.end() :].lstrip(chr(10))}"
        )
        (tmp_path / name).write_text(kaputt, encoding="utf-8")
        befunde = lies_datei(tmp_path / name, name, lade())[1]
        kennung = eintrag[1].strip("\"'")
        assert befunde and f" „{kennung}“: " in befunde[0].satz, befunde


_EINZELNE = """\
id: stadtteilfest
titel: Stadtteilfest
kurztitel: Stadtteilfest
handlungsfeld: wohnen
kurz: Ein Fest im Stadtteil.
beschreibung: [Nachbarn feiern zusammen.]
traeger: [Nachbarn]
stand: unbekannt
belege: [{quelle: pm-2020-02-20}]
geprueft_am: 2026-11-23
"""


@pytest.mark.parametrize("name", ["doppelpunkt-fehlt", "tabulator", "verweis-ziel", "feld-fehlt"])
def test_eine_eigene_datei_aendert_nichts_an_anderen_meldungen(name: str, tmp_path: Path) -> None:
    """The ids of a file that reads must not make the rest of its list look unknown."""
    ordner = kopie(tmp_path)
    (ordner / "praxisbeispiele").mkdir(exist_ok=True)
    (ordner / "praxisbeispiele" / "stadtteilfest.yaml").write_text(_EINZELNE, encoding="utf-8")
    soll = FAELLE[name].verdirb(ordner)
    ohne_vorschlaege = [zeile.split(" Erlaubt sind")[0] for zeile in soll]
    assert [zeile.split(" Erlaubt sind")[0] for zeile in zeilen(ordner)] == ohne_vorschlaege
