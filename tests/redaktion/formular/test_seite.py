"""`/redaktion/neu/` as a page: narrow, without script, listed nowhere, by its own schema."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml
from playwright.sync_api import expect

from macros.formular.seite import ADRESSE, SCHEMADATEI
from macros.lauf import WURZEL
from macros.modell import Praxisbeispiel
from macros.pruefung.pruefen import pruefe
from tests.gebaut import Gebaut
from tests.orte import DATEN, ECHT, W, konzept, website
from tests.redaktion.formular.angaben import ALLES, HEUTE, PFLICHT
from tests.redaktion.formular.bogen import Oeffne, fuelle
from tests.redaktion.formular.dateien import formulardatei
from tests.redaktion.formular.eintrag import geprueft
from tests.redaktion.formular.felder import FELDER


def test_schmal(oeffne: Oeffne) -> None:
    seite = oeffne(viewport={"width": 320, "height": 700})
    fuelle(seite, ALLES | {"titel": "x" * 300})
    seite.locator("[data-text]").focus()
    breite = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    assert seite.evaluate(breite) == [320, 320]


def test_ohne_skript(oeffne: Oeffne, tmp_path: Path, echt: Gebaut) -> None:
    baum = echt.seite(ADRESSE)
    assert baum.eines("//form[@data-formular]").get("hidden") is not None
    text = baum.eines("//*[@data-ohne-skript]//pre").text_content()
    (tmp_path / "leer").mkdir()
    daten = Path(shutil.copytree(DATEN[ECHT], tmp_path / "leer" / "data"))
    (daten / "praxisbeispiele").mkdir(exist_ok=True)
    (daten / "praxisbeispiele" / "neu.yaml").write_text(text, encoding="utf-8")
    leer = [b.satz for b in pruefe(daten, W).befunde]
    assert len(leer) >= 9 and all("leer" in satz for satz in leer), leer
    ausgefuellt = text
    for pfad, wert in PFLICHT.items():
        muster = rf"^((?:  - )?{pfad.split('/')[-1]}:)(?:\n  -)?$"
        liste = pfad in ("beschreibung", "traeger")
        einsatz = f"\\1\n  - {wert.splitlines()[0]}" if liste else f"\\1 {wert}"
        ausgefuellt = re.sub(muster, einsatz, ausgefuellt, count=1, flags=re.MULTILINE)
    ausgefuellt = ausgefuellt.replace("geprueft_am:\n", f"geprueft_am: {HEUTE}\n", 1)
    neu = geprueft(ausgefuellt, tmp_path)
    assert neu.id == PFLICHT["id"]
    assert {
        z for z in neu.model_fields_set if not Praxisbeispiel.model_fields[z].is_required()
    } == set()
    assert all(f" {feld.name}:" in f" {text}".replace("\n", " ") for feld in FELDER.values())
    ganz = "\n".join(z[2:] if z[:2] == "# " and _ist_feld(z[2:]) else z for z in text.splitlines())
    assert set(yaml.safe_load(ganz)) == set(Praxisbeispiel.model_fields)
    expect(oeffne().locator("[data-ohne-skript]")).to_be_hidden()


def _ist_feld(zeile: str) -> bool:
    return zeile.startswith((" ", *(f"{name}:" for name in Praxisbeispiel.model_fields)))


def test_nirgends_verzeichnet(gebaut: Mapping[str, Gebaut]) -> None:
    for name in DATEN:
        stand = gebaut[name]
        seite = stand.seite(ADRESSE)
        assert seite.alle("//meta[@name='robots']/@content") == ["noindex"]
        assert not seite.alle("//link[@rel='canonical']")
        assert ADRESSE not in (stand.ordner / "sitemap.xml").read_text(encoding="utf-8")
        assert ADRESSE not in stand.seite("stichwoerter/").quelltext
        assert not stand.seite("").alle("//nav//a[contains(@href, 'redaktion')]"), name


def test_kein_skript_in_der_zeile(echt: Gebaut) -> None:
    seite = echt.seite(ADRESSE)
    assert not seite.alle("//script[not(@src)]")
    assert all(s.get("defer") is not None for s in seite.alle("//script[@src]"))
    assert not seite.alle("//@style | //@onclick | //@oninput")


def test_schema_ist_das_veroeffentlichte(echt: Gebaut) -> None:
    datei = (WURZEL / "schema" / "praxisbeispiel.json").read_text(encoding="utf-8")
    assert (echt.ordner / SCHEMADATEI).read_text(encoding="utf-8") == datei
    assert formulardatei(echt, "formularDaten")["schema"] == json.loads(datei)


def test_seine_dateien_nennen_nur_daten(echt: Gebaut) -> None:
    """They are scripts for the sake of a double click; what they say would do as JSON."""
    abdruecke = formulardatei(echt, "formularAbdruecke")
    daten = {name: a.hashes for name, a in konzept(ECHT).abdruecke.items()}
    assert {name: len(h.split(" ")) for name, h in abdruecke.items()} == {
        name: len(hashes) for name, hashes in daten.items()
    }
    assert all(len(teil) in (0, 8) for h in abdruecke.values() for teil in h.split(" "))


def test_formularlink_fuehrt_hin() -> None:
    assert 'href="../redaktion/neu/"' in website(ECHT).baustein("formularlink", "mitmachen/")


def test_fremdes_skript_ist_benannt() -> None:
    fremd, werkzeug = WURZEL / "theme" / "eigen" / "fremd", WURZEL / "werkzeug" / "fremdes"
    fassung = json.loads((werkzeug / "package.json").read_text())["dependencies"][
        "@cfworker/json-schema"
    ]
    assert f"@cfworker/json-schema {fassung}," in (fremd / "json-schema.js").read_text()
    assert f"| {fassung} | MIT" in (fremd / "README.md").read_text()
    assert "resolved" not in (werkzeug / "package-lock.json").read_text()
