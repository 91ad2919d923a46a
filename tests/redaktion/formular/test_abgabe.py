"""How the file leaves the form: proposed on the platform, copied, saved."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from macros.formular.seite import ADRESSE, ADRESSE_HOECHSTENS
from macros.modell import Betrieb
from macros.seitenplan import forge
from tests.gebaut import Gebaut
from tests.orte import ECHT, MINI, W, konzept
from tests.redaktion.formular.angaben import ALLES, PFLICHT
from tests.redaktion.formular.bogen import Oeffne, fuelle, geschrieben
from tests.redaktion.formular.eintrag import geprueft


@pytest.mark.parametrize("plattform", ["github", "gitlab"])
def test_vorschlag_traegt_den_text(plattform: str, oeffne: Oeffne) -> None:
    seite = oeffne(MINI)
    betrieb = Betrieb.model_validate(
        {"repository": f"https://{plattform}.com/stadt/vielfalt", "zweig": "haupt/zweig"}
    )
    link = seite.locator("[data-vorschlag]")
    muster = forge.neue_datei(betrieb, "data/praxisbeispiele/__kennung__.yaml", "__inhalt__")
    link.evaluate("(e, muster) => e.dataset.vorschlag = muster", muster)
    assert not link.is_visible()
    quelle = konzept(MINI).quellen[0].id
    eigen = {"titel": "Ärger & Öl: #1 + 100 % __inhalt__ $&", "belege/0/quelle": quelle}
    fuelle(seite, PFLICHT | eigen)
    expect(link).to_be_visible()
    adresse = link.get_attribute("href") or ""
    soll = forge.neue_datei(betrieb, "data/praxisbeispiele/neues-projekt.yaml", geschrieben(seite))
    namen = {"github": ("filename", "value"), "gitlab": ("file_name", "content")}[plattform]
    angaben = parse_qs(urlsplit(adresse).query, strict_parsing=True)
    assert soll and urlsplit(adresse).path == urlsplit(soll).path
    assert angaben == parse_qs(urlsplit(soll).query)
    assert angaben[namen[0]] == ["data/praxisbeispiele/neues-projekt.yaml"]
    assert angaben[namen[1]] == [geschrieben(seite)]


def test_vorschlag_der_gebauten_seite(oeffne: Oeffne, tmp_path: Path) -> None:
    seite = oeffne(MINI)
    fuelle(seite, PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id})
    adresse = seite.locator("[data-vorschlag]").get_attribute("href") or ""
    assert adresse.startswith("https://code.example/stadt/vielfalt/-/new/main?file_name=data")
    (text,) = parse_qs(urlsplit(adresse).query)["content"]
    geprueft(text, tmp_path, MINI)


def test_zu_lange_adresse(oeffne: Oeffne) -> None:
    seite = oeffne(MINI)
    fuelle(seite, PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id})
    seite.locator("[data-vorschlag]").evaluate("e => delete e.dataset.leer")
    fuelle(seite, {"kurz": "Es passt."})
    expect(seite.locator("[data-einfuegen]")).to_be_hidden()
    fuelle(seite, {"beschreibung": "ä" * (ADRESSE_HOECHSTENS // 6)})
    expect(seite.locator("[data-einfuegen]")).to_have_text(W("formular.einfuegen"))
    adresse = seite.locator("[data-vorschlag]").get_attribute("href") or ""
    assert len(adresse) < 200 and adresse.endswith("neues-projekt.yaml&content=")


def test_leerer_editor_bekommt_den_text_in_die_zwischenablage(oeffne: Oeffne) -> None:
    """GitLab's editor shows an empty file, whatever the address says."""
    seite = oeffne(MINI, permissions=["clipboard-read", "clipboard-write"])
    assert not forge.uebernimmt_inhalt(konzept(MINI).betrieb)
    fuelle(seite, PFLICHT | {"belege/0/quelle": konzept(MINI).quellen[0].id})
    expect(seite.locator("[data-einfuegen]")).to_have_text(W("formular.einfuegen"))
    seite.locator("[data-vorschlag]").evaluate("e => { e.href = '#'; e.target = ''; }")
    seite.locator("[data-vorschlag]").click()
    expect(seite.locator("[data-meldung]")).to_have_text(W("formular.meldung.kopiert"))
    assert seite.evaluate("navigator.clipboard.readText()") == geschrieben(seite)


def test_ohne_repository_an_den_betreiber(oeffne: Oeffne) -> None:
    assert konzept(ECHT).betrieb.repository is None
    seite = oeffne()
    assert seite.locator("[data-vorschlag]").count() == 0
    assert W("formular.ohne_repository") in seite.locator("[data-formular]").inner_text()


def test_kopieren(oeffne: Oeffne) -> None:
    seite = oeffne(permissions=["clipboard-read", "clipboard-write"])
    fuelle(seite, PFLICHT)
    seite.locator("[data-kopieren]").click()
    expect(seite.locator("[data-meldung]")).to_have_text(W("formular.meldung.kopiert"))
    assert seite.evaluate("navigator.clipboard.readText()") == geschrieben(seite)


def test_kopieren_von_hand(oeffne: Oeffne) -> None:
    seite = oeffne()
    seite.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    seite.locator("[data-kopieren]").click()
    von_hand, offen = (
        W("formular.meldung.kopieren_von_hand"),
        W("formular.meldung.noch_nicht_fertig"),
    )
    expect(seite.locator("[data-meldung]")).to_contain_text(von_hand)
    expect(seite.locator("[data-meldung]")).to_contain_text(offen.split("{")[0])
    assert seite.evaluate("getSelection().toString()") == geschrieben(seite)


@pytest.mark.parametrize("weg", ["server", "doppelklick"])
def test_als_datei(weg: str, oeffne: Oeffne, echt: Gebaut, tmp_path: Path) -> None:
    datei = echt.datei(ADRESSE)
    assert datei
    seite = oeffne(adresse=datei.as_uri() if weg == "doppelklick" else "")
    fuelle(seite, ALLES)
    with seite.expect_download() as warten:
        seite.locator("[data-speichern]").click()
    assert warten.value.suggested_filename == "neues-projekt.yaml"
    text = Path(warten.value.path()).read_text(encoding="utf-8")
    assert text == geschrieben(seite)
    geprueft(text, tmp_path)
