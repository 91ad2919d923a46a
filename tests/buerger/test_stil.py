"""The style sheet taken from the theme holds every rule that applies to a page."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from importlib.resources import files

import pytest
from playwright.sync_api import Browser

from macros.buendel import gebuendelt
from macros.lauf import WURZEL
from tests.website import DATEN, MINI, UNTERPFAD, Gebaut

AUSZUG = WURZEL / "theme" / "eigen" / "thema.css"
EIGEN = WURZEL / "theme" / "eigen"
NEU = "make fremdes schreibt theme/eigen/thema.css neu"
# Which selectors of the whole sheet find something on a page, but stand not in the excerpt?
# Pseudo classes and elements are left out of the question: what they wait for may come.
FEHLENDE = r"""([original, auszug, seiten]) => {
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
  const da = selektoren(auszug);
  const wartend = /::[a-z-]+|:(?:hover|focus|active|checked|before|after|target|-)[a-z-]*/g;
  const ohneWarten = (selektor) =>
    selektor
      .replace(wartend, "")
      .replace(/:not\(\)/g, "")
      .replace(/(^|[ >+~])(?=$|[ >+~])/g, "$1*");
  const fragen = [...selektoren(original)]
    .filter((selektor) => !da.has(selektor))
    .map((selektor) => [selektor, ohneWarten(selektor)]);
  const leser = new DOMParser();
  const baeume = seiten.map((seite) => leser.parseFromString(seite, "text/html"));
  const fehlt = ([, frage]) => baeume.some((baum) => baum.querySelector(frage));
  return [da.size, fragen.length, fragen.filter(fehlt).map(([selektor]) => selektor)];
}"""


def _original() -> bytes:
    ordner = files("material") / "templates" / "assets" / "stylesheets"
    (vorlage,) = (p for p in ordner.iterdir() if re.fullmatch(r"main\.\w+\.min\.css", p.name))
    return vorlage.read_bytes()


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


def test_verborgenes_zeigt_kein_stil(
    server: Mapping[tuple[str, str], str], browser: Browser
) -> None:
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


@pytest.mark.parametrize("name", [datei.name for datei in sorted(EIGEN.glob("*.css"))])
def test_verkleinert_sagt_ein_stil_dasselbe(name: str, browser: Browser) -> None:
    adresse, vorher = f"eigen/{name}", (EIGEN / name).read_bytes()
    nachher = gebuendelt({adresse: vorher})[adresse]
    seite = browser.new_page()
    regeln = [seite.evaluate(VERSTANDEN, css.decode()) for css in (vorher, nachher)]
    seite.close()
    assert len(nachher) < len(vorher) and len(regeln[0]) > 5
    assert regeln[0] == regeln[1]


def test_lizenzen_bleiben(echt: Gebaut) -> None:
    """Each licence in a file of ours beside the pages stands in what is published too."""
    lizenz = re.compile(rb"/\*!.*?\*/", re.DOTALL)
    quellen = [datei for datei in sorted(EIGEN.rglob("*.*s")) if datei.suffix in (".js", ".css")]
    da = {text for datei in quellen for text in lizenz.findall(datei.read_bytes())}
    veroeffentlicht = b"".join(p.read_bytes() for p in (echt.ordner / "eigen").rglob("*.*s"))
    assert len(da) >= 3
    assert da == set(lizenz.findall(veroeffentlicht))
