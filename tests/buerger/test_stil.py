"""The style sheet taken from the theme holds every rule that applies to a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from importlib.resources import files

import pytest
from playwright.sync_api import Browser

from macros.auslieferung.beilagen import ORDNER
from macros.auslieferung.buendel import BUENDEL, gebuendelt
from macros.lauf import WURZEL
from tests.gebaut import Gebaut
from tests.orte import DATEN, MINI, UNTERPFAD, konzept
from tests.server import Server

AUSZUG = WURZEL / "theme" / "eigen" / "thema.css"
EIGEN = WURZEL / "theme" / "eigen"
QUELLEN = {f"{ORDNER}{datei.name}": datei.read_bytes() for datei in sorted(EIGEN.glob("*.css"))}
NEU = "make fremdes schreibt theme/eigen/thema.css neu"
# Pseudo classes and elements are left out of every question: what they wait for may come.
SELEKTOREN = r"""
  const teile = (text) => {
    const gefunden = [""];
    let tief = 0;
    for (const zeichen of text) {
      tief += "([".includes(zeichen) - ")]".includes(zeichen);
      if (zeichen === "," && !tief) gefunden.push("");
      else gefunden[gefunden.length - 1] += zeichen;
    }
    return gefunden.map((teil) => teil.trim());
  };
  const selektoren = (css) => {
    const blatt = new CSSStyleSheet();
    blatt.replaceSync(css);
    const tiefer = (regel) =>
      regel.selectorText ? teile(regel.selectorText) : [...(regel.cssRules ?? [])].flatMap(tiefer);
    return new Set([...blatt.cssRules].flatMap(tiefer));
  };
  const wartend = /::[a-z-]+|:(?:hover|focus|active|checked|before|after|target|popover|-)[a-z-]*/g;
  const frage = (selektor) =>
    selektor
      .replace(wartend, "")
      .replace(/,\s*(?=\))/g, "")
      .replace(/:not\(\)/g, "")
      .replace(/\s*([>+~])\s*/g, "$1")
      .replace(/(^|[ >+~])(?=$|[ >+~])/g, "$1*");
  const leser = new DOMParser();
  const baeume = seiten.map((seite) => leser.parseFromString(seite, "text/html"));
  const findet = (selektor) => baeume.some((baum) => baum.querySelector(frage(selektor)));
"""
# Which selectors of the whole sheet find something on a page, but stand not in the excerpt?
FEHLENDE = f"""([original, auszug, seiten]) => {{
  {SELEKTOREN}
  const da = selektoren(auszug);
  const fragen = [...selektoren(original)].filter((selektor) => !da.has(selektor));
  return [da.size, fragen.length, fragen.filter(findet)];
}}"""
# Which selectors of a sheet find nothing on any page?
UEBRIGE = f"""([css, seiten]) => {{
  {SELEKTOREN}
  const alle = [...selektoren(css)];
  return [alle.length, alle.filter((selektor) => !findet(selektor))];
}}"""
# What only a script puts on a page, or a reader: an open fold.
VOM_SKRIPT = re.compile(
    r"treffer(?!-liste)|mark\b|label|input|aria-invalid|teilen button|formular__gruppe|\[open\]"
)


def _original() -> bytes:
    ordner = files("material") / "templates" / "assets" / "stylesheets"
    (vorlage,) = (p for p in ordner.iterdir() if re.fullmatch(r"main\.\w+\.min\.css", p.name))
    return vorlage.read_bytes()


def _geschrieben(name: str) -> str:
    """Gives a sheet as we wrote it, all its parts in one."""
    return "\n".join(QUELLEN[ORDNER + teil].decode() for teil in BUENDEL.get(name, (name,)))


def test_auszug_ist_aus_der_fassung_die_festgeschrieben_ist() -> None:
    assert hashlib.sha256(_original()).hexdigest() in AUSZUG.read_text(encoding="utf-8"), NEU


@pytest.mark.parametrize("name", DATEN)
def test_auszug_hat_jede_regel_die_gilt(
    name: str, gebaut: Mapping[str, Gebaut], browser: Browser
) -> None:
    seiten = [p.read_text(encoding="utf-8") for p in sorted(gebaut[name].ordner.rglob("*.html"))]
    seite = browser.new_page()
    auszug = AUSZUG.read_text(encoding="utf-8")
    da, gefragt, fehlend = seite.evaluate(FEHLENDE, [_original().decode(), auszug, seiten])
    seite.close()
    assert da > 100 and gefragt > 500 and len(seiten) > 20
    assert not fehlend, NEU


@pytest.fixture(scope="module")
def alle_seiten(gebaut: Mapping[str, Gebaut]) -> list[str]:
    """The HTML of every page of both sites."""
    ordner = [gebaut[name].ordner for name in DATEN]
    return [p.read_text(encoding="utf-8") for o in ordner for p in sorted(o.rglob("*.html"))]


@pytest.mark.parametrize("name", ["stil.css", "teilen.css", "karte.css", "redaktion.css"])
def test_eigener_stil_hat_keine_regel_zu_viel(
    name: str, alle_seiten: list[str], browser: Browser
) -> None:
    seite = browser.new_page()
    css = _geschrieben(name)
    anzahl, uebrig = seite.evaluate(UEBRIGE, [css, alle_seiten])
    _, auch = seite.evaluate(UEBRIGE, [f"{css} main > .gibtsnicht {{ color: red }}", alle_seiten])
    seite.close()
    assert anzahl > 10
    assert [selektor for selektor in uebrig if not VOM_SKRIPT.search(selektor)] == []
    assert set(auch) - set(uebrig) == {"main > .gibtsnicht"}


def test_verborgenes_zeigt_kein_stil(server: Server, browser: Browser) -> None:
    """A button with a style of its own stays away until the search has more to show."""
    seite = browser.new_page()
    seite.goto(f"{server[MINI, UNTERPFAD]}suche/?q=vielfalt")
    seite.locator('[data-suchergebnisse][aria-busy="false"]').wait_for()
    verborgen = seite.locator("main [hidden]")
    assert verborgen.count() >= 3
    assert not [e for e in verborgen.all() if e.is_visible()]
    seite.close()


# What a browser understood of a sheet. The value of a custom property is kept as it was typed.
VERSTANDEN = r"""(css) => {
  const blatt = new CSSStyleSheet();
  blatt.replaceSync(css);
  return [...blatt.cssRules].map((regel) => regel.cssText.replace(/\s+/g, " ").replace(/, /g, ","));
}"""


@pytest.mark.parametrize("adresse", gebuendelt(QUELLEN))
def test_verkleinert_sagt_ein_stil_dasselbe(adresse: str, browser: Browser) -> None:
    vorher = _geschrieben(adresse.removeprefix(ORDNER))
    nachher = gebuendelt(QUELLEN)[adresse].decode()
    seite = browser.new_page()
    regeln = [seite.evaluate(VERSTANDEN, css) for css in (vorher, nachher)]
    seite.close()
    assert len(nachher) < len(vorher) and len(regeln[0]) > 5
    assert regeln[0] == regeln[1]


def test_seiten_und_karte_haben_dieselbe_schrift(browser: Browser, server: Server) -> None:
    """The theme names fonts too, nearer to the text than the root: pages might show those."""
    beispiel = konzept(MINI).praxisbeispiele[0].id
    gezeigt = set()
    with browser.new_page() as seite:
        for adresse in ("", "daten/", f"praxisbeispiele/{beispiel}/karte/"):
            seite.goto(server[MINI, UNTERPFAD] + adresse)
            gezeigt.add(seite.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily"))
    assert len(gezeigt) == 1


def test_lizenzen_bleiben(echt: Gebaut) -> None:
    """Each licence in a file of ours beside the pages stands in what is published too."""
    lizenz = re.compile(rb"/\*!.*?\*/", re.DOTALL)
    quellen = [datei for datei in sorted(EIGEN.rglob("*.*s")) if datei.suffix in (".js", ".css")]
    da = {text for datei in quellen for text in lizenz.findall(datei.read_bytes())}
    veroeffentlicht = b"".join(p.read_bytes() for p in (echt.ordner / "eigen").rglob("*.*s"))
    assert len(da) >= 3
    assert da == set(lizenz.findall(veroeffentlicht))
