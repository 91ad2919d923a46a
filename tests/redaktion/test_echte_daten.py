"""The real data: every sentence is proven, official words and names are as the source has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from macros.darstellung.textstelle import adresse
from macros.modell.fingerabdruck import Fingerabdruck, lies
from tests.redaktion.faelle import DATEN, lies_daten

_LEITLINIEN: Mapping[str, Any] = lies_daten("leitlinien")
_ABDRUECKE: Mapping[str, Fingerabdruck] = {
    pfad.stem: lies(pfad.read_text(encoding="utf-8"))
    for pfad in sorted((DATEN / "fingerabdruecke").glob("*.txt"))
}
_DATEIEN = {pfad.stem: lies_daten(pfad.stem) for pfad in sorted(DATEN.glob("*.yaml"))}


def _zuordnungen(wert: Any, ort: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping of the data, named by file, ids and field."""
    if isinstance(wert, dict):
        ort = f"{ort}/{wert['id']}" if "id" in wert else ort
        yield ort, wert
        for name, kind in wert.items():
            yield from _zuordnungen(kind, f"{ort}/{name}")
    elif isinstance(wert, list):
        for nummer, kind in enumerate(wert, start=1):
            yield from _zuordnungen(kind, ort if _hat_id(kind) else f"{ort}-{nummer}")


def _hat_id(wert: Any) -> bool:
    return isinstance(wert, dict) and "id" in wert


_ALLES = [paar for name, wert in _DATEIEN.items() for paar in _zuordnungen(wert, name)]
_ZITATE = {ort: wert for ort, wert in _ALLES if "zitat" in wert}
_JE_FELD = {
    leitlinie["id"]: leitlinie
    for feld in _LEITLINIEN["handlungsfelder"]
    for leitlinie in feld["leitlinien"]
}
_BRAUCHT_BELEG = (
    {f"leitlinie/{kennung}": leitlinie for kennung, leitlinie in _JE_FELD.items()}
    | {f"praxisbeispiel/{p['id']}": p for p in _DATEIEN["praxisbeispiele"]}
    | {
        f"praxisbeispiel/{p['id']}/zahl-{n}": zahl
        for p in _DATEIEN["praxisbeispiele"]
        for n, zahl in enumerate(p.get("zahlen", ()), start=1)
    }
    | {
        f"kennzahl/{k['id']}/wert-{n}": wert
        for k in _DATEIEN["zahlen"]
        for n, wert in enumerate(k["werte"], start=1)
    }
    | {f"kapitel/{k['id']}/{a['id']}": a for k in _LEITLINIEN["kapitel"] for a in k["abschnitte"]}
    | {f"rahmen/{a['id']}": a for a in _LEITLINIEN["konzept"]["abschnitte"]}
    | {f"perspektive/{a['id']}": a for a in _LEITLINIEN["konzept"]["perspektiven"]}
    | {f"ereignis/{e['id']}": e for e in _DATEIEN["zeitleiste"]}
    | {f"angebot/{a['id']}": a for a in _DATEIEN["beratung"]["angebote"]}
)
_QUELLEN = {quelle["id"]: quelle for quelle in _DATEIEN["quellen"]}


@pytest.mark.parametrize("name", _BRAUCHT_BELEG)
def test_eintrag_hat_einen_beleg(name: str) -> None:
    belege = _BRAUCHT_BELEG[name]["belege"]
    assert belege
    assert [beleg["quelle"] for beleg in belege if beleg["quelle"] not in _QUELLEN] == []


@pytest.mark.parametrize("ort", _ZITATE)
def test_zitat_steht_in_seiner_quelle(ort: str) -> None:
    beleg = _ZITATE[ort]
    assert _ABDRUECKE[beleg["quelle"]].stelle(beleg["zitat"]) is not None


@pytest.mark.parametrize("ort", _ZITATE)
def test_zitat_fuehrt_an_seine_stelle(ort: str) -> None:
    """A browser finds the first words, and after them the last ones, letter by letter."""
    zitat = " ".join(_ZITATE[ort]["zitat"].split())
    fragment = adresse("https://example.org/seite", zitat).partition("#:~:text=")[2]
    rest = zitat
    for teil in map(unquote, fragment.split(",")):
        assert teil
        assert teil in rest
        rest = rest.partition(teil)[2]


@pytest.mark.parametrize("kennung", _JE_FELD)
def test_stelle_belegt_keine_zweite_leitlinie(kennung: str) -> None:
    eigene = _gruppen(_JE_FELD[kennung])
    assert eigene
    andere = {k for k, leitlinie in _JE_FELD.items() if _gruppen(leitlinie) & eigene}
    assert andere == {kennung}


def _gruppen(leitlinie: Mapping[str, Any]) -> set[tuple[str, int]]:
    return {
        (beleg["quelle"], nummer)
        for beleg in leitlinie["belege"]
        if "zitat" in beleg
        for nummer in _ABDRUECKE[beleg["quelle"]].stelle(beleg["zitat"]) or ()
    }


def test_genau_eine_leitlinie_ist_amtlich() -> None:
    amtlich = {
        k: wert["text"].strip() for k, wert in _JE_FELD.items() if wert["wortlaut"] == "amtlich"
    }
    satz = "Wir schaffen ein umfassendes Bildungsangebot, das alle Generationen anspricht."
    assert amtlich == {"bildung-1": satz}
    assert {leitlinie["wortlaut"] for leitlinie in _JE_FELD.values()} == {"amtlich", "redaktionell"}


def test_fuenf_kapitel_in_amtlicher_folge() -> None:
    assert [(kapitel["id"], kapitel["titel"]) for kapitel in _LEITLINIEN["kapitel"]] == [
        ("kapitel-i", "Weiterentwicklung des Essener Konzeptes"),
        ("kapitel-ii", "Strategische Ausrichtung"),
        ("kapitel-iii", "Fachliche Ausrichtung"),
        ("kapitel-iv", "Netzwerksteuerung"),
        ("kapitel-v", "Entwicklungen beobachten (Monitoring)"),
    ]


def test_sieben_handlungsfelder_in_amtlicher_folge() -> None:
    assert [(feld["id"], feld["titel"]) for feld in _LEITLINIEN["handlungsfelder"]] == [
        ("bildung", "Erziehung, Bildung und Sprache"),
        ("beschaeftigung", "Beschäftigung und Existenzsicherung"),
        ("teilhabe", "Teilhabe und Mitwirkung"),
        ("gesundheit", "Gesundheit und Vorsorge"),
        ("alter", "Alter und Migration"),
        ("sicherheit", "Ordnung, Schutz und Sicherheit"),
        ("wohnen", "Wohnen und Zusammenleben im Stadtteil"),
    ]


@pytest.mark.parametrize("feld", _LEITLINIEN["handlungsfelder"], ids=lambda feld: str(feld["id"]))
def test_handlungsfeld_hat_leitlinien_mit_wir(feld: Mapping[str, Any]) -> None:
    assert feld["leitlinien"]
    assert [satz["id"] for satz in feld["leitlinien"] if not satz["text"].startswith("Wir ")] == []


_VERSEHEN = {
    "chancengleichheit": r"vermeidung von chancengleichheit",
    "wirkung": r"teilhabe und wirkung",
    "auswanderer": r"\bauswander",
    "meditation": r"\bmeditation",
}


@pytest.mark.parametrize("muster", _VERSEHEN.values(), ids=_VERSEHEN.keys())
def test_versehen_der_quelle_steht_nur_bei_den_auffaelligkeiten(muster: str) -> None:
    """The comments count too: nobody should copy a slip from there."""
    texte = {
        pfad.relative_to(DATEN).as_posix(): " ".join(pfad.read_text(encoding="utf-8").split())
        for pfad in DATEN.rglob("*.yaml")
    }
    fundorte = {name for name, text in texte.items() if re.search(muster, text, re.IGNORECASE)}
    assert fundorte == {"auffaelligkeiten.yaml"}


_PERSOENLICH = {
    "e-mail": r"[\w.+-]+(?:@|\(at\)|\[at\]| at )[\w-]+\.[a-z]{2,}|mailto:",
    "telefon": r"\+49|\btel:|\b0\d{2,4}\s*[-/ )]\s*\d{2}[\d\s-]{2,}|\b0\d{9,}",
}
_ECHTE_BEISPIELE = {
    "e-mail": ("post@example.org", "post(at)example.org", "mailto:post@example.org"),
    "telefon": ("+49 201 88-0", "0201 8812345", "0201/88 123", "(0201) 88 12 345", "tel:020188"),
}


@pytest.mark.parametrize("art", _PERSOENLICH)
def test_muster_erkennt_echte_beispiele(art: str) -> None:
    uebersehen = [b for b in _ECHTE_BEISPIELE[art] if not re.search(_PERSOENLICH[art], b)]
    assert uebersehen == []


@pytest.mark.parametrize("art", _PERSOENLICH)
@pytest.mark.parametrize("name", sorted(set(_DATEIEN) - {"betrieb"}))
def test_datei_nennt_weder_e_mail_noch_telefon(name: str, art: str) -> None:
    text = (DATEN / f"{name}.yaml").read_text(encoding="utf-8")
    assert re.findall(_PERSOENLICH[art], text, re.IGNORECASE) == []


_PARTEI = re.compile(
    r"\b(cdu|spd|gr(ue|ü)nen?|fdp|(die)?linke|afd|bsw|volt|piraten|diepartei|ebb|dkp|mlpd|jusos|julis"
    r"|tierschutzpartei|freie ?w(ae|ä)hler)\b|fraktion|partei"
)


@pytest.mark.parametrize("kennung", _QUELLEN)
def test_quelle_ist_keine_partei(kennung: str) -> None:
    """A party is no voice of the council: neither as host nor as publisher."""
    quelle = _QUELLEN[kennung]
    wirt = urlsplit(quelle["url"]).hostname or ""
    assert _PARTEI.findall(f"{wirt} {quelle['herausgeber']}".casefold()) == []
