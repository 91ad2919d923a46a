"""One list of rules makes every server's configuration, and none of them drifts."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from macros.auslieferung.arten import ARTEN
from macros.auslieferung.beilagen import FUER_IMMER
from macros.auslieferung.kopfzeilen import CORP, CSP, GRUND, kopfzeilen
from macros.auslieferung.nginx import konfiguration
from macros.befehle.auslieferung import SERVER
from macros.seitenplan.umleitungen import umleitungen
from tests.gebaut import Gebaut
from tests.orte import DATEN, W, konzept

# What a city may lay into docs/ beside its texts.
VON_HAND = {"jpg", "pdf", "webp"}
ADRESSEN = (
    "/",
    "/404.html",
    "/leitlinien/",
    "/eigen/stil.0a1b2c3d.css",
    "/praxisbeispiele/mifrin/",
    "/praxisbeispiele/mifrin/karte/",
    "/praxisbeispiele/karte/",
    "/praxisbeispiele/mifrin/qr.png",
    "/praxisbeispiele/mifrin/bild.png",
    "/praxisbeispiele/mifrin/oembed.json",
    "/handlungsfelder/bildung/bild.png",
    "/bild.png",
    "/daten/",
    "/daten/v1/praxisbeispiele.json",
    "/datenschutz/",
)


def test_nginx_conf_ist_die_erzeugte() -> None:
    assert SERVER.read_text(encoding="utf-8") == konfiguration(W), "make deploy schreibt sie neu"


def _von_cloudflare(text: str, pfad: str) -> dict[str, str]:
    """Reads `_headers` as the host does: all rules that match, `!` takes a value away."""
    werte: dict[str, list[str]] = {}
    gilt = False
    for zeile in text.splitlines():
        if not zeile.startswith(" "):
            muster = re.sub(r":\w+", "[^/]+", re.escape(zeile).replace(r"\*", ".*"))
            gilt = re.fullmatch(muster, pfad) is not None
        elif gilt and zeile.startswith("  ! "):
            werte.pop(zeile[4:], None)
        elif gilt:
            name, _, wert = zeile.strip().partition(": ")
            werte.setdefault(name, []).append(wert)
    return {name: ", ".join(alle) for name, alle in werte.items()}


@pytest.mark.parametrize("pfad", ADRESSEN)
def test_headers_sagen_dasselbe(pfad: str, mini: Gebaut) -> None:
    text = (mini.ordner / "_headers").read_text(encoding="utf-8")
    assert _von_cloudflare(text, pfad) == kopfzeilen(pfad)


def test_regelwerk_ist_streng() -> None:
    regeln = dict(teil.split(" ", 1) for teil in GRUND[CSP].split("; "))
    assert regeln["default-src"] == "'none'"
    assert {regeln[f"{art}-src"] for art in ("script", "style", "img", "connect")} == {"'self'"}
    assert regeln["frame-ancestors"] == regeln["base-uri"] == "'none'"
    assert not re.search(r"unsafe|sha\d|nonce|data:|https?:|\*", GRUND[CSP])


# Written down a second time: what is missing in the one list would be missing on every server.
IMMER_DABEI = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000",
}
NICHT_ERLAUBT = {"camera", "geolocation", "microphone", "payment", "usb", "browsing-topics"}


@pytest.mark.parametrize("pfad", ADRESSEN)
def test_keine_kopfzeile_fehlt(pfad: str) -> None:
    werte = kopfzeilen(pfad)
    assert werte.items() >= IMMER_DABEI.items()
    assert {CSP, CORP, "Cache-Control"} <= werte.keys()
    verzicht = dict(teil.split("=") for teil in werte["Permissions-Policy"].split(", "))
    assert verzicht.keys() >= NICHT_ERLAUBT and set(verzicht.values()) == {"()"}


def test_nur_karten_duerfen_in_fremde_rahmen() -> None:
    offen = {pfad for pfad in ADRESSEN if "frame-ancestors 'none'" not in kopfzeilen(pfad)[CSP]}
    assert offen == {"/praxisbeispiele/mifrin/karte/"}


def test_was_andere_zeigen_sollen_darf_jede_seite_laden() -> None:
    offen = {pfad for pfad in ADRESSEN if kopfzeilen(pfad)[CORP] == "cross-origin"}
    assert offen == {
        "/praxisbeispiele/mifrin/karte/",
        "/praxisbeispiele/mifrin/bild.png",
        "/praxisbeispiele/mifrin/oembed.json",
        "/handlungsfelder/bildung/bild.png",
        "/bild.png",
        "/daten/",
        "/daten/v1/praxisbeispiele.json",
    }


def test_fuer_immer_gilt_nur_was_nach_seinem_inhalt_heisst() -> None:
    fest = {pfad for pfad in ADRESSEN if "immutable" in kopfzeilen(pfad)["Cache-Control"]}
    assert fest == {pfad for pfad in ADRESSEN if FUER_IMMER.fullmatch(pfad.lstrip("/"))} != set()


def test_datenschutz_sagt_wie_lange_browser_etwas_behalten(mini: Gebaut) -> None:
    (fest,) = {kopfzeilen(pfad)["Cache-Control"] for pfad in ADRESSEN} - {"no-cache"}
    assert fest == f"public, max-age={365 * 24 * 60 * 60}, immutable"
    assert "darf er bis zu einem Jahr behalten" in mini.seite("datenschutz/").text("//main")


def test_jede_datei_hat_ihre_art(gebaut: Mapping[str, Gebaut]) -> None:
    dateien = [p for name in DATEN for p in gebaut[name].ordner.rglob("*") if p.is_file()]
    endungen = {p.suffix.removeprefix(".") for p in dateien if not p.name.startswith("_")}
    assert "html" in endungen and endungen | VON_HAND == set(ARTEN)


@pytest.mark.parametrize("name", DATEN)
def test_redirects_nennen_jede_umleitung(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    text = (gebaut[name].ordner / "_redirects").read_text(encoding="utf-8")
    paare = {alt: neu for alt, neu, art in map(str.split, text.splitlines()) if art == "301"}
    assert paare == {f"/{alt}": f"/{neu}" for alt, neu in umleitungen(konzept(name)).items()}
    assert paare
