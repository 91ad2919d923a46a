"""The weekly link check: what it reports, what it leaves out, and that it misses no link."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from macros.redaktion.linkabruf import Auskunft, frage
from macros.redaktion.linkausnahmen import lies_ausnahmen
from macros.redaktion.linkpruefung import Linkbericht, pruefe_links
from macros.redaktion.linkstellen import Stelle, links
from macros.sprache import lade
from tests.redaktion.faelle import DATEN, WURZEL
from tests.redaktion.linkserver import GEDULD, WER, Linkserver

HEUTE = date(2027, 3, 1)
_DAVOR = "https://stadt.example"


def _pruefe(linkserver: Linkserver, ausnahmen: Path, *pfade: str) -> Linkbericht:
    """Runs the whole check; its addresses stand for those of the server."""
    stellen = {f"{_DAVOR}/{p}": [Stelle("data/x.yaml", 7, 3, "Quelle „x“")] for p in pfade}

    def stellvertretend(adressen: list[str]) -> dict[str, Auskunft]:
        je = {adresse.replace(_DAVOR, linkserver.adresse): adresse for adresse in adressen}
        return {je[a]: auskunft for a, auskunft in frage(je, WER, GEDULD).items()}

    return pruefe_links(stellen, ausnahmen, HEUTE, lade(), stellvertretend)


def _ausnahmen(ordner: Path, text: str = "[]\n") -> Path:
    pfad = ordner / "links-ausnahmen.yaml"
    pfad.write_text(text, encoding="utf-8")
    return pfad


def test_toter_link_nennt_stelle_und_grund(linkserver: Linkserver, tmp_path: Path) -> None:
    ausnahmen = _ausnahmen(tmp_path)
    bericht = _pruefe(linkserver, ausnahmen, "lebt", "weg")
    assert bericht == Linkbericht(
        fehler=(
            f"data/x.yaml:7:3: Quelle „x“: Der Link „{_DAVOR}/weg“ führt ins Leere: Der Server "
            f"antwortet mit 404. Bitte die neue Adresse suchen oder in „{ausnahmen}“ eine Ausnahme "
            "mit Grund eintragen.",
        ),
        hinweise=(),
        geprueft=2,
    )

    assert bericht.als_text(lade()) == (
        f"{bericht.fehler[0]}\nGeprüfte Adressen: 2. Zu verbessern: 1. Hinweise: 0.\n"
    )


def test_umzug_und_abweisung_sind_nur_hinweise(linkserver: Linkserver, tmp_path: Path) -> None:
    bericht = _pruefe(linkserver, _ausnahmen(tmp_path), "umgezogen", "nur-menschen")
    assert bericht.fehler == ()
    abgewiesen, umgezogen = sorted(bericht.hinweise, key=lambda zeile: "umgezogen" in zeile)
    assert "nur im Browser prüfen" in abgewiesen and "(403)" in abgewiesen
    assert f"„{linkserver.adresse}/lebt“" in umgezogen


_AUSNAHME = """# Kommentar
- url: https://stadt.example/weg
  grund: Die Seite wird bis Mai umgebaut.
  bis: {bis}
"""


@pytest.mark.parametrize("bis", ["2027-03-01", "2027-05-01"])
def test_ausnahme_wird_nicht_gefragt(bis: str, linkserver: Linkserver, tmp_path: Path) -> None:
    """On its last day an exception still holds, and its reason is printed."""
    pfad = _ausnahmen(tmp_path, _AUSNAHME.format(bis=bis))
    bericht = _pruefe(linkserver, pfad, "weg", "lebt")
    assert (bericht.fehler, bericht.geprueft, linkserver.gefragt("/weg")) == ((), 1, [])
    (hinweis,) = bericht.hinweise
    assert hinweis.startswith(f"{pfad}:2:1: Nicht geprüft bis ")
    assert hinweis.endswith("denn: Die Seite wird bis Mai umgebaut.")


def test_abgelaufene_ausnahme_schuetzt_nicht(linkserver: Linkserver, tmp_path: Path) -> None:
    pfad = _ausnahmen(tmp_path, _AUSNAHME.format(bis="2027-02-28"))
    bericht = _pruefe(linkserver, pfad, "weg")
    assert len(bericht.fehler) == 1
    assert bericht.hinweise == (
        f"{pfad}:2:1: Die Ausnahme für „{_DAVOR}/weg“ galt bis 28. Februar 2027. "
        "Bitte prüfen, dann löschen oder verlängern.",
    )


def test_ausnahme_ohne_link_faellt_auf(linkserver: Linkserver, tmp_path: Path) -> None:
    pfad = _ausnahmen(tmp_path, _AUSNAHME.format(bis="2027-05-01"))
    bericht = _pruefe(linkserver, pfad, "lebt")
    assert bericht.fehler == ()
    assert "gibt es keinen Link mehr" in bericht.hinweise[0]


_FALSCH = {
    "ohne-grund": (
        "- url: https://stadt.example/\n  bis: 2027-05-01\n",
        ":1:3: Das Feld „grund“ fehlt.",
    ),
    "grund-leer": (
        '- url: https://stadt.example/\n  grund: " "\n  bis: 2027-05-01\n',
        ":2:10: Das Feld „grund“ ist leer.",
    ),
    "ohne-ende": (
        "- url: https://stadt.example/\n  grund: Umbau\n",
        ":1:3: Das Feld „bis“ fehlt.",
    ),
    "alles": (
        '- url: "https://"\n  grund: Umbau\n  bis: 2027-05-01\n',
        ":1:8: „https://“ ",
    ),
}


@pytest.mark.parametrize("name", _FALSCH)
def test_falsche_ausnahme_ist_ein_fehler(name: str, linkserver: Linkserver, tmp_path: Path) -> None:
    """Nothing is asked while nobody knows what to leave out."""
    text, soll = _FALSCH[name]
    pfad = _ausnahmen(tmp_path, text)
    bericht = _pruefe(linkserver, pfad, "weg")
    assert [zeile.startswith(f"{pfad}{soll}") for zeile in bericht.fehler] == [True]
    assert (bericht.hinweise, bericht.geprueft) == ((), 0)
    assert linkserver.anfragen == []


def test_die_ausnahmen_des_projekts_sind_heil() -> None:
    assert lies_ausnahmen(WURZEL / "werkzeug" / "links-ausnahmen.yaml", lade())[1] == []


_IM_FELD = re.compile(r"^[^#]*?: \"?(https://[^\s\"#]+)")
_AUF_EINER_SEITE = re.compile(r"https://[\w./?=&%~-]*\w/?")


def test_jeder_link_des_projekts_wird_gefunden() -> None:
    """Every address that stands in a field or on a page, at its line and column."""
    seiten = WURZEL / "docs"
    gefunden = links(DATEN, seiten, lade())
    erwartet = {
        (str(pfad), nummer, url)
        for pfad in [*DATEN.rglob("*.yaml"), *seiten.rglob("*.md")]
        for nummer, zeile in enumerate(pfad.read_text(encoding="utf-8").splitlines(), start=1)
        for url in (_IM_FELD if pfad.suffix == ".yaml" else _AUF_EINER_SEITE).findall(zeile)
    }
    assert len(erwartet) > 50
    assert erwartet <= {(s.datei, s.zeile, url) for url, alle in gefunden.items() for s in alle}
    for stelle in (stelle for alle in gefunden.values() for stelle in alle):
        zeile = Path(stelle.datei).read_text(encoding="utf-8").splitlines()[stelle.zeile - 1]
        assert zeile[stelle.spalte - 1 :].lstrip("\"'").startswith("https://")
