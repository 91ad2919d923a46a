"""Every kind of address as a real nginx answers it: headers, caches, packed files, ways on."""

from __future__ import annotations

import gzip
import re
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no stubs
import pytest

from macros.auslieferung.arten import ARTEN, TEXT
from macros.auslieferung.beilagen import FUER_IMMER
from macros.auslieferung.kopfzeilen import kopfzeilen
from macros.auslieferung.packen import GEPACKT

from .conftest import UNGEPRUEFT, Antwort, Betrieb


def _adressen(site: Path) -> Iterator[tuple[str, Path]]:
    """Gives path and file of everything that readers may ask for."""
    for datei in sorted(p for p in site.rglob("*") if p.is_file()):
        adresse = datei.relative_to(site).as_posix()
        if datei.suffix not in GEPACKT and not adresse.startswith("_"):
            yield "/" + re.sub(r"(^|/)index\.html$", r"\1", adresse), datei


def _verschwunden(betrieb: Betrieb) -> list[str]:
    karte = (betrieb.ort / "aktuell" / "verschwunden.map").read_text(encoding="utf-8")
    return re.findall(r'^"(\S+)" 1;$', karte, re.MULTILINE)


def _umleitungen(betrieb: Betrieb) -> dict[str, str]:
    karte = (betrieb.ort / "aktuell" / "umleitungen.map").read_text(encoding="utf-8")
    return dict(re.findall(r'^"(\S+)" "(\S+)";$', karte, re.MULTILINE))


def _seiten(betrieb: Betrieb) -> list[tuple[str, Path]]:
    anders = {*_umleitungen(betrieb), *_verschwunden(betrieb)}
    alle = [(pfad, datei) for pfad, datei in _adressen(betrieb.site) if pfad not in anders]
    assert len(alle) > 50
    return alle


def test_jede_adresse_hat_ihre_kopfzeilen(betrieb: Betrieb) -> None:
    for pfad, datei in _seiten(betrieb):
        antwort = betrieb.hole(pfad)
        assert antwort.status == 200 and antwort.inhalt == datei.read_bytes(), pfad
        for name, wert in kopfzeilen(pfad).items():
            assert antwort.kopf.get(name.lower()) == wert, f"{pfad}: {name}"
        assert antwort.kopf["server"] == "nginx", "die Fassung bleibt geheim"
        assert "set-cookie" not in antwort.kopf


def test_ausnahmen_gelten_nur_an_ihrem_ort(betrieb: Betrieb) -> None:
    """Even where there is no such page: the rules are about paths."""
    karte = betrieb.hole("/praxisbeispiele/mifrin/karte/gibtsnicht").kopf
    assert karte["cross-origin-resource-policy"] == "same-origin", "404 ist keine Karte"
    for kopf in (betrieb.hole("/").kopf, betrieb.hole("/datenschutz/").kopf):
        assert "access-control-allow-origin" not in kopf
        assert "frame-ancestors 'none'" in kopf["content-security-policy"]


def test_art_und_zeichensatz(betrieb: Betrieb) -> None:
    for pfad, datei in _seiten(betrieb):
        endung = datei.suffix.removeprefix(".")
        soll = ARTEN[endung] + ("; charset=utf-8" if endung in TEXT else "")
        assert betrieb.hole(pfad).kopf["content-type"] == soll, pfad


@pytest.mark.parametrize(
    ("kodierung", "entpacke"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_gepackt_ist_dasselbe(betrieb: Betrieb, kodierung: str, entpacke: object) -> None:
    for pfad, datei in _seiten(betrieb):
        antwort = betrieb.hole(pfad, f"{kodierung}")
        if datei.suffix.removeprefix(".") not in TEXT:
            assert "content-encoding" not in antwort.kopf
            continue
        assert antwort.kopf["content-encoding"] == kodierung, pfad
        assert antwort.kopf["vary"] == "Accept-Encoding", pfad
        assert callable(entpacke) and entpacke(antwort.inhalt) == datei.read_bytes()
        assert betrieb.hole(pfad).kopf.get("vary") == "Accept-Encoding", pfad


def test_brotli_geht_vor(betrieb: Betrieb) -> None:
    assert betrieb.hole("/", "gzip, deflate, br").kopf["content-encoding"] == "br"


def test_was_sich_nicht_aendert_bleibt_im_browser(betrieb: Betrieb) -> None:
    fest = 0
    for pfad, _ in _seiten(betrieb):
        antwort = betrieb.hole(pfad)
        if FUER_IMMER.fullmatch(pfad.lstrip("/")):
            assert "max-age=31536000, immutable" in antwort.kopf["cache-control"]
            fest += 1
        else:
            assert antwort.kopf["cache-control"] == "no-cache"
            nochmal = betrieb.hole(pfad, If_None_Match=antwort.kopf["etag"])
            assert (nochmal.status, nochmal.inhalt) == (304, b""), pfad
    assert fest >= 10


def test_falsche_adressen_zeigen_unsere_seite(betrieb: Betrieb) -> None:
    eigene = (betrieb.site / "404.html").read_bytes()
    for pfad in ("/gibtsnicht", "/gibts/nicht/", "/eigen/stil.00000000.css", "/index.php?a=b"):
        antwort = betrieb.hole(pfad)
        assert (antwort.status, antwort.inhalt) == (404, eigene), pfad
        assert antwort.kopf["cache-control"] == "no-cache", "ein Fehler bleibt nicht ein Jahr"
        for name, wert in kopfzeilen("/404.html").items():
            assert antwort.kopf.get(name.lower()) == wert, f"{pfad}: {name}"


@pytest.mark.parametrize(
    ("methode", "pfad", "kopf", "status"),
    [
        ("POST", "/", {}, 405),
        ("POST", "/", {"Content_Length": "99999999"}, 413),
        ("POST", "/", {"Transfer_Encoding": "x"}, 501),
        ("GET", "/%zz", {}, 400),
        ("GET", "//%zz", {}, 400),
        ("GET", "/", {"Host": "a/b"}, 400),
        ("GET", "/", {"Cookie": "x" * 33_000}, 400),
        ("GET", "//", {"Cookie": "x" * 33_000}, 400),
        ("GET", f"/{'x' * 33_000}", {}, 414),
        ("GET", "/", {"If_Match": '"x"'}, 412),
        ("GET", "/", {"If_Unmodified_Since": "Mon, 01 Jan 2001 00:00:00 GMT"}, 412),
    ],
    ids=lambda wert: str(wert)[:24],
)
def test_auch_was_keine_frage_ist_bekommt_unsere_seite(
    methode: str, pfad: str, kopf: dict[str, str], status: int, betrieb: Betrieb
) -> None:
    _ist_unsere_fehlerseite(betrieb.hole(pfad, methode=methode, **kopf), status, betrieb)


def test_auch_was_kein_https_ist_bekommt_unsere_seite(betrieb: Betrieb) -> None:
    class _Unbekannt(HTTPSConnection):
        _http_vsn_str = "HTTP/3.0"

    port = betrieb.server.port
    for verbindung, status in (
        (_Unbekannt("localhost", port, context=UNGEPRUEFT), 505),
        (HTTPConnection("localhost", port), 400),
    ):
        verbindung.request("GET", "/")
        _ist_unsere_fehlerseite(Antwort.aus(verbindung.getresponse()), status, betrieb)
        verbindung.close()


def _ist_unsere_fehlerseite(antwort: Antwort, status: int, betrieb: Betrieb) -> None:
    assert (antwort.status, antwort.inhalt) == (status, (betrieb.site / "404.html").read_bytes())
    for name, wert in kopfzeilen("/404.html").items():
        assert antwort.kopf.get(name.lower()) == wert, name


@pytest.mark.parametrize(
    ("pfad", "nach"),
    [
        ("//", "/"),
        ("/leitlinien//", "/leitlinien/"),
        ("//leitlinien/?q=a//b&c=%2F&d=/./", "/leitlinien/?q=a//b&c=%2F&d=/./"),
        ("/praxisbeispiele//mifrin/", "/praxisbeispiele/mifrin/"),
        ("/leitlinien/%2F%2f", "/leitlinien/"),
        ("/./leitlinien/", "/leitlinien/"),
        ("/leitlinien/.", "/leitlinien/"),
        ("/a/../leitlinien/", "/leitlinien/"),
        ("/%2e/leitlinien/", "/leitlinien/"),
        ("/eigen//gibtsnicht.css", "/eigen/gibtsnicht.css"),
        ("/index.html", "/"),
        ("/leitlinien/index.html?q=x", "/leitlinien/?q=x"),
        ("/leitlinien/%69ndex.html", "/leitlinien/"),
        ("//boese.example/", "/boese.example/"),
        ("/%2F%2Fboese.example/", "/boese.example/"),
        ("//boese.example/..", "/"),
        ("/.//boese.example/", "/boese.example/"),
    ],
)
def test_umwege_fuehren_zur_einen_adresse(pfad: str, nach: str, betrieb: Betrieb) -> None:
    """A page has one address; from another its relative links would lead into nowhere."""
    antwort = betrieb.hole(pfad)
    # From the root of this site, whatever its name and port: never another site's.
    assert (antwort.status, antwort.kopf["location"]) == (301, nach)
    am_ziel = betrieb.hole(nach)
    assert am_ziel.status in (200, 404), "ein Weg, keine Kette"


@pytest.mark.parametrize(
    "pfad",
    [
        "//\\boese.example/",
        "/%5Cboese.example//",
        "/\\boese.example/index.html",
        "//%09/boese.example/",
        "/leitlinien//%0D%0AX-Boese:%20ja/",
        "/leitlinien//%252F%0A",
        "/gibts//nicht/%C3%A4",
    ],
)
def test_kein_umweg_fuehrt_zu_einer_fremden_website(pfad: str, betrieb: Betrieb) -> None:
    """A browser takes a backslash for a slash, and leaves out line ends and tabs."""
    antwort = betrieb.hole(pfad)
    _ist_unsere_fehlerseite(antwort, 404, betrieb)
    assert not {"location", "x-boese"} & antwort.kopf.keys()


def test_was_kein_umweg_ist_bleibt_stehen(betrieb: Betrieb) -> None:
    for pfad in ("/suche/?q=a//b", "/suche/?q=/../index.html", "/?%2F%2e"):
        assert betrieb.hole(pfad).status == 200, pfad
    for pfad in ("/\\boese.example", "/%5Cboese.example", "/%252F", "/a%20%252f", "/INDEX.HTML"):
        assert betrieb.hole(pfad).status == 404, pfad


def test_eine_sehr_lange_frage_bekommt_die_seite(betrieb: Betrieb) -> None:
    antwort = betrieb.hole(f"/suche/?q={'x' * 10_000}")
    datei = betrieb.site / "suche/index.html"
    assert (antwort.status, antwort.inhalt) == (200, datei.read_bytes())


def test_auch_unverschluesselt_kommt_eine_sehr_lange_frage_an(betrieb: Betrieb) -> None:
    verbindung = HTTPConnection(betrieb.server.http.removeprefix("http://"))
    pfad = f"/suche/?q={'x' * 10_000}"
    verbindung.request("GET", pfad)
    antwort = verbindung.getresponse()
    assert (antwort.status, antwort.headers["Location"]) == (301, f"https://localhost{pfad}")
    verbindung.close()


@pytest.mark.parametrize("stueck", ["bytes=0-9", "bytes=99999999-", "bytes=0-1,3-4"])
def test_wer_nach_einem_stueck_fragt_bekommt_alles(stueck: str, betrieb: Betrieb) -> None:
    """An answer to a piece outside of the file would have every header twice."""
    antwort = betrieb.hole("/", Range=stueck)
    assert (antwort.status, antwort.inhalt) == (200, (betrieb.site / "index.html").read_bytes())


def test_verborgenes_bleibt_verborgen(betrieb: Betrieb) -> None:
    (betrieb.site / ".geheim").write_text("x", encoding="utf-8")
    for pfad in (
        "/.geheim",
        "/_headers",
        "/_redirects",
        "/_verschwunden",
        "/../umleitungen.map",
        "/.git/config",
    ):
        assert betrieb.hole(pfad).status in (400, 404), pfad
    (betrieb.site / ".geheim").unlink()
    assert betrieb.hole("/.well-known/security.txt").status == 200


def test_umleitungen_macht_der_server(betrieb: Betrieb) -> None:
    alle = _umleitungen(betrieb)
    assert alle["/praxisbeispiele/frueheres-projekt/"] == "/praxisbeispiele/mifrin/"
    for alt, neu in alle.items():
        antwort = betrieb.hole(alt)
        assert (antwort.status, antwort.kopf["location"]) == (301, neu), alt
        assert betrieb.hole(neu).status == (410 if neu in _verschwunden(betrieb) else 200)
    ohne = betrieb.hole("/leitlinien")
    assert (ohne.status, ohne.kopf["location"]) == (301, "/leitlinien/")


@pytest.mark.parametrize("kodierung", ["identity", "br", "gzip"])
def test_was_es_nicht_mehr_gibt_sagt_es_auch_suchmaschinen(
    betrieb: Betrieb, kodierung: str
) -> None:
    """The tombstone page itself, whole and with every header, under the status for "gone"."""
    assert _verschwunden(betrieb) == ["/praxisbeispiele/verschwunden/"]
    antwort = betrieb.hole("/praxisbeispiele/verschwunden/", kodierung)
    entpackt = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}[kodierung]
    datei = betrieb.site / "praxisbeispiele/verschwunden/index.html"
    assert (antwort.status, entpackt(antwort.inhalt)) == (410, datei.read_bytes())
    fuer_die_datei = betrieb.hole("/praxisbeispiele/verschwunden/index.html", kodierung)
    assert fuer_die_datei.status == 301, "auch so heißt es nicht, dass es das noch gibt"
    assert fuer_die_datei.kopf["location"] == "/praxisbeispiele/verschwunden/"
    assert "Ein Projekt, das es nicht mehr gibt." in datei.read_text(encoding="utf-8")
    for name, wert in kopfzeilen("/praxisbeispiele/verschwunden/").items():
        assert antwort.kopf.get(name.lower()) == wert, name


def test_unverschluesselt_fuehrt_zu_https(betrieb: Betrieb) -> None:
    class _Bleib(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    # Whatever host someone asks for, the way leads to this site and nowhere else.
    frage = urllib.request.Request(f"{betrieb.server.http}/leitlinien/?q=x")
    frage.add_header("Host", "fremd.example")
    with pytest.raises(urllib.error.HTTPError) as fehler:
        urllib.request.build_opener(_Bleib).open(frage)
    assert fehler.value.code == 301
    assert fehler.value.headers["Location"] == "https://localhost/leitlinien/?q=x"
    assert "Strict-Transport-Security" not in fehler.value.headers


def test_security_txt_gilt(betrieb: Betrieb) -> None:
    antwort = betrieb.hole("/.well-known/security.txt")
    felder = dict(zeile.split(": ", 1) for zeile in antwort.inhalt.decode().splitlines())
    jetzt = datetime.now(UTC)
    ablauf = datetime.fromisoformat(felder["Expires"])
    assert jetzt + timedelta(days=30) < ablauf < jetzt + timedelta(days=366)
    assert felder["Canonical"] == "https://stadt.example/.well-known/security.txt"
    assert parsedate_to_datetime(antwort.kopf["date"])


def test_protokoll_kuerzt_adressen_und_laesst_suchwoerter_weg(betrieb: Betrieb) -> None:
    protokoll = betrieb.ort.parent / "nginx" / "vielfalt.log"
    bisher = protokoll.stat().st_size
    betrieb.hole("/suche/?q=geheimes-wort")
    # The server writes when it has sent: the answer may be here before its line.
    bis = time.monotonic() + 10
    while "/suche/" not in (neues := protokoll.read_text()[bisher:]) and time.monotonic() < bis:
        time.sleep(0.02)
    assert "geheimes-wort" not in neues
    zeile = next(z for z in neues.splitlines() if "/suche/" in z)
    assert re.match(r'(127\.0\.0\.0|-|::\S*) \[.*\] "GET /suche/index.html" 200 \d+$', zeile), zeile
