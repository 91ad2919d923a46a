"""Hostile texts in every field of the model: refused, or shown literally; nothing ever runs."""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser, Dialog, Page, Request
from pydantic import AfterValidator, BaseModel, TypeAdapter, ValidationError

from macros.lauf import WURZEL
from macros.modell import DATEIEN
from macros.modell.fingerabdruck import nimm_ab
from macros.modell.grundtypen import Verweis, _kennung
from macros.pruefung.pruefen import pruefe
from tests.orte import DATEN, MINI, W
from tests.server import diene
from tests.suche.guete import Fenster

LISTE = Path(__file__).with_name("feindliches.yaml")
MINDESTENS = 200
_ZITAT = "zitat"
# Names of places and people's groups may only be short: one hostile text each.
_KURZE = ("Praxisbeispiel.stadtteile", "Praxisbeispiel.zielgruppen")
_OEFFNE = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
_GIFTIGES = """() => [...document.querySelectorAll('*')].filter((e) =>
  (e.tagName === 'SCRIPT' && !e.src && !/^application.(ld.)?json$/.test(e.type)) ||
  ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'STYLE', 'MATH'].includes(e.tagName) ||
  [...e.attributes].some((a) => /^on|^srcdoc$|^style$/i.test(a.name) ||
    (/^(href|src|action|formaction|xlink:href)$/.test(a.name) &&
      /^[\\s\\x00-\\x1f]*(javascript|vbscript|data):/i.test(a.value)))).map((e) => e.outerHTML)"""


@cache
def feindliches() -> tuple[str, ...]:
    """Gives every base text and its variations, each once."""
    kleiner: tuple[Callable[[str], str], ...] = (
        str,
        lambda t: t.swapcase(),
        html.escape,
        quote,
        lambda t: f'"{t}',
        lambda t: t.replace("<", "< ").replace("{{", "{ {").replace("](", "] ("),
    )
    arten = yaml.safe_load(LISTE.read_text(encoding="utf-8"))
    grund = [text for texte in arten.values() for text in texte]
    alle = dict.fromkeys(anders(text) for text in grund for anders in kleiner)
    assert len(alle) > MINDESTENS
    return tuple(alle)


@cache
def _angenommen(typ: Any) -> tuple[str, ...]:
    """Gives the hostile texts that a field takes."""
    adapter: TypeAdapter[Any] = TypeAdapter(typ)

    def geht(text: str) -> bool:
        try:
            adapter.validate_python(text)
        except ValidationError:
            return False
        return True

    return tuple(text for text in feindliches() if geht(text))


def _ist_text(typ: Any) -> bool:
    """Tells whether a type is a text, and not an id or a reference to one."""
    if get_origin(typ) is not Annotated:
        return typ is str
    grund, *merkmale = get_args(typ)
    regeln = [m.func for m in merkmale if isinstance(m, AfterValidator)]
    kennung = any(r is _kennung or isinstance(r, Verweis) for r in regeln)
    return grund is str and not kennung


@dataclass
class Vergifter:
    """Walks data along their model's types and puts hostile texts into every text."""

    felder: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stellen: int = 0

    def vergifte(self, typ: Any, wert: Any, feld: str = "") -> Any:
        """Gives the value with all that each of its texts takes, begun at another one each."""
        if get_origin(typ) in (Union, types.UnionType):
            moegliche = [t for t in get_args(typ) if t is not type(None)]
            return self.vergifte(moegliche[0], wert, feld) if len(moegliche) == 1 else wert
        if _ist_text(typ) and isinstance(wert, str):
            return self._text(typ, wert, feld)
        if get_origin(typ) is Annotated:
            grund = get_args(typ)[0]
            return wert if grund is str else self.vergifte(grund, wert, feld)
        if get_origin(typ) is tuple:
            return [self.vergifte(get_args(typ)[0], w, feld) for w in wert]
        if isinstance(typ, type) and issubclass(typ, BaseModel) and isinstance(wert, dict):
            neu = {name: self._feld(typ, name, w) for name, w in wert.items()}
            if neu.get("wortlaut") == "amtlich":
                # Official wording is its own quotation.
                neu["belege"] = [b | {_ZITAT: neu["text"]} for b in neu["belege"] if _ZITAT in b]
            return neu
        return wert

    def _feld(self, typ: type[BaseModel], name: str, wert: Any) -> Any:
        angabe = typ.model_fields[name]
        ganz = (
            Annotated[(angabe.annotation, *angabe.metadata)]
            if angabe.metadata
            else angabe.annotation
        )
        return self.vergifte(ganz, wert, f"{typ.__name__}.{name}")

    def _text(self, typ: Any, wert: str, feld: str) -> str:
        self.stellen += 1
        nimmt = _angenommen(typ)
        self.felder[feld] = nimmt
        if not nimmt or get_origin(typ) is Literal:
            return wert
        drehung = self.stellen * 7 % len(nimmt)
        gedreht = nimmt[drehung:] + nimmt[:drehung]
        alle = f"{' · '.join(gedreht)} {wert}"
        for versuch in (gedreht[0],) if feld in _KURZE else (alle, gedreht[0]):
            try:
                TypeAdapter(typ).validate_python(versuch)
            except ValidationError:
                continue
            return versuch
        return wert


def _zitate(wert: Any) -> Iterator[tuple[str, str]]:
    if isinstance(wert, dict):
        if _ZITAT in wert:
            yield wert["quelle"], wert[_ZITAT]
        for w in wert.values():
            yield from _zitate(w)
    elif isinstance(wert, list):
        for w in wert:
            yield from _zitate(w)


@pytest.fixture(scope="module")
def gift() -> Vergifter:
    return Vergifter()


@pytest.fixture(scope="module")
def daten(tmp_path_factory: pytest.TempPathFactory, gift: Vergifter) -> Path:
    """The mini-site's data with every text poisoned, their fingerprints made anew."""
    ordner = Path(shutil.copytree(DATEN[MINI], tmp_path_factory.mktemp("gift") / "daten"))
    zitate: dict[str, list[str]] = {}
    for datei in sorted(ordner.rglob("*.yaml")):
        einzeln = datei.parent.name == "praxisbeispiele"
        typ = DATEIEN["praxisbeispiele" if einzeln else datei.stem]
        if einzeln:
            typ = get_args(get_args(typ)[0])[0]
        neu = gift.vergifte(typ, yaml.safe_load(datei.read_text(encoding="utf-8")))
        datei.write_text(yaml.safe_dump(neu, allow_unicode=True), encoding="utf-8")
        for quelle, zitat in _zitate(neu):
            zitate.setdefault(quelle, []).append(zitat)
    for quelle, texte in zitate.items():
        abdruck = nimm_ab("\n\n".join(texte))
        (ordner / "fingerabdruecke" / f"{quelle}.txt").write_text(abdruck, encoding="utf-8")
    return ordner


@pytest.fixture(scope="module")
def site(daten: Path) -> Path:
    befunde = pruefe(daten, W).befunde
    assert not befunde, "\n".join(b.als_zeile("gift") for b in befunde)[:3000]
    ziel = daten.parent / "site"
    befehl = [sys.executable, "-m", "macros", "bauen", "--daten", str(daten), "--ziel", str(ziel)]
    lauf = subprocess.run(befehl, cwd=WURZEL, capture_output=True, text=True)
    assert lauf.returncode == 0, (lauf.stdout + lauf.stderr)[-3000:]
    return ziel


def test_was_laufen_koennte_wird_abgelehnt(daten: Path, gift: Vergifter) -> None:
    """No text of any field takes markup, a template, a script address or a hidden sign."""
    assert len(gift.felder) > 40 and gift.stellen > 150
    assert {"Betreiber.name", "Luecke.was", "Grabstein.was"} <= set(gift.felder)
    for feld, nimmt in gift.felder.items():
        for text in nimmt:
            assert not any(z in text for z in ("<s", "<i", "</", "{{", "{%", "](")), feld
            assert "javascript:" not in text.lower(), feld
            assert not any(z in text for z in "\u202e\u2066\u200b\u0007\x00"), feld
    assert len(gift.felder["Praxisbeispiel.titel"]) > 100, "sonst prüft der Rest nichts"


def _horche(seite: Page, basis: str, gelaufen: list[str]) -> None:
    """Notes all that a page does beyond showing itself."""

    def dialog(offen: Dialog) -> None:
        gelaufen.append(f"Dialog: {offen.message}")
        offen.dismiss()

    def anfrage(wonach: Request) -> None:
        if not wonach.url.startswith(basis):
            gelaufen.append(wonach.url)

    seite.on("dialog", dialog)
    seite.on("request", anfrage)
    seite.on("console", lambda meldung: gelaufen.append(meldung.text))
    seite.on("pageerror", lambda fehler: gelaufen.append(str(fehler)))


def test_nichts_laeuft_und_alles_steht_da(site: Path, gift: Vergifter, browser: Browser) -> None:
    gelaufen: list[str] = []
    texte: list[str] = []
    kontext = browser.new_context()
    with diene(site, "/vielfalt/") as basis:
        seite = kontext.new_page()
        _horche(seite, basis, gelaufen)
        for datei in sorted(site.rglob("*.html")):
            adresse = datei.relative_to(site).as_posix()
            if b'http-equiv="refresh"' in datei.read_bytes():
                continue
            seite.goto(basis + adresse)
            seite.evaluate(
                "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
            )
            assert seite.evaluate(_GIFTIGES) == [], adresse
            assert seite.evaluate("window.gift") is None, adresse
            texte.append(seite.evaluate("document.body.textContent"))
            assert not gelaufen, adresse
    kontext.close()
    assert len(texte) > 20
    da = " ".join(" ".join(texte).split())
    fehlt = [t for t in gift.felder["Praxisbeispiel.titel"] if " ".join(t.split()) not in da]
    assert not fehlt, "steht nicht wörtlich da"


def test_auch_die_suche_fuehrt_nichts_aus(site: Path, browser: Browser) -> None:
    """With hostile hits and hostile questions, those included that no field takes."""
    gelaufen: list[str] = []
    with diene(site, "/vielfalt/") as basis:
        seite = browser.new_page()
        _horche(seite, basis, gelaufen)
        fenster, treffer = Fenster(seite, basis), 0
        for nummer, frage in enumerate(("script", "alert", "calc", *feindliches()[::60])):
            # From a link now and then, else as the button Back asks: much is read only once.
            treffer += len(fenster.suche(frage, neu=nummer % 5 == 3))
            assert seite.evaluate(_GIFTIGES) == [] and not gelaufen, frage
            assert seite.evaluate("window.gift") is None, frage
        seite.close()
    assert treffer > 10
