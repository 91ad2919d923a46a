"""Readers see the old version or the new one, whole, wherever a publishing process dies."""

from __future__ import annotations

import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from urllib.request import urlopen

import pytest

from macros.auslieferung.fassungen import BEHALTEN, Fassungen
from macros.lauf import WURZEL
from tests.gebaut import Gebaut
from tests.orte import DATEN, FEHLT, MINI, W
from tests.server import diene

ABSCHUESSE = 100
# Pages enough to show a mix, few enough to publish a hundred times.
SEITEN = ("index.html", FEHLT, "leitlinien/index.html", "glossar/index.html", "quellen/index.html")
MARKE = re.compile(r"Fassung-(\d+)-")
_VERWEIS = re.compile(r'(?:href|src)="([^"]*eigen/[^"]+)"')


def _befehl(*worte: str | Path) -> list[str]:
    return [sys.executable, "-m", "macros", *map(str, worte)]


def _laufe(*worte: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_befehl(*worte), cwd=WURZEL, capture_output=True, text=True)


@pytest.fixture
def klein(mini: Gebaut, tmp_path: Path) -> Path:
    """Some pages of the mini-site, without links to the others."""
    ordner = tmp_path / "klein"
    shutil.copytree(mini.ordner / "eigen", ordner / "eigen")
    (ordner / "_redirects").write_text("/p/alt/ /leitlinien/ 301\n", encoding="utf-8")
    (ordner / "_verschwunden").write_text("/weg/\n", encoding="utf-8")
    for name in SEITEN:
        (ordner / name).parent.mkdir(exist_ok=True)
        html = (mini.ordner / name).read_text(encoding="utf-8")
        html = re.sub(r'<a\s[^>]*href="[^"]*"', "<a", html)
        html = re.sub(r'<link rel="alternate"[^>]*>', "", html)
        (ordner / name).write_text(re.sub(r' action="[^"]*"', "", html), encoding="utf-8")
    return ordner


def _stempel(ordner: Path, nummer: int) -> None:
    """Gives every page, and the style sheet's name, the mark of a version."""
    for alt in (ordner / "eigen").glob("stil.*.css"):
        neu = alt.rename(alt.with_name(f"stil.{nummer:08x}.css"))
        for name in SEITEN:
            html = (ordner / name).read_text(encoding="utf-8").replace(alt.name, neu.name)
            html = MARKE.sub("", html).replace("<title>", f"<title>Fassung-{nummer}-")
            (ordner / name).write_text(html, encoding="utf-8")


class _Leser:
    """Fetches pages and what they load over and over, and remembers what was wrong."""

    def __init__(self, basis: str) -> None:
        self._basis, self._ende = basis, Event()
        self.geladen, self.fehler = 0, list[str]()
        self.fassungen = set[int]()

    def lies_alles(self) -> None:
        for name in SEITEN:
            self._lies(name)

    def bis_schluss(self) -> None:
        while not self._ende.is_set():
            self.lies_alles()

    def schluss(self) -> None:
        self._ende.set()

    def _lies(self, name: str) -> None:
        adresse = f"{self._basis}{name}"
        try:
            with urlopen(adresse, timeout=20) as antwort:
                html = antwort.read().decode()
            marken = set(MARKE.findall(html))
            if len(marken) != 1 or not html.rstrip().endswith("</html>"):
                self.fehler.append(f"{name}: {marken}")
            for verweis in _VERWEIS.findall(html):
                with urlopen(f"{self._basis}eigen/{verweis.rpartition('eigen/')[2]}") as antwort:
                    assert antwort.read()
            if f"stil.{int(next(iter(marken))):08x}.css" not in html:
                self.fehler.append(f"{name}: Seite und Stil aus zwei Fassungen")
            self.fassungen |= set(map(int, marken))
            self.geladen += 1
        except OSError as fehler:
            self.fehler.append(f"{name}: {fehler}")


@contextmanager
def _leser(ziel: Path) -> Iterator[_Leser]:
    with diene(ziel / "aktuell" / "site") as basis:
        leser = _Leser(basis)
        faden = Thread(target=leser.bis_schluss)
        faden.start()
        try:
            yield leser
        finally:
            leser.schluss()
            faden.join()


def _schiesse_ab(befehl: Sequence[str], nach: float) -> int:
    with subprocess.Popen(
        befehl, cwd=WURZEL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as prozess:
        time.sleep(nach)
        prozess.send_signal(signal.SIGKILL)
        return prozess.wait()


def test_hundert_abschuesse(klein: Path, tmp_path: Path) -> None:
    """Each at another moment of a publication's time, reader included all the while."""
    zufall, ziel = random.Random(5), tmp_path / "ziel"
    _stempel(klein, 0)
    anfang = time.monotonic()
    assert _laufe("veroeffentlichen", ziel, "--gebaut", klein).returncode == 0
    dauer = time.monotonic() - anfang
    tot = nummer = 0
    with _leser(ziel) as leser:
        while tot < ABSCHUESSE:
            nummer += 1
            _stempel(klein, nummer)
            befehl = _befehl("veroeffentlichen", ziel, "--gebaut", klein)
            if _schiesse_ab(befehl, zufall.uniform(0.1, 1.1) * dauer) == -signal.SIGKILL:
                tot += 1
            else:
                # It was through before: the machine is faster than it was at first.
                dauer *= 0.95
            leser.lies_alles()
    assert not leser.fehler
    assert leser.geladen > ABSCHUESSE * len(SEITEN)
    assert _laufe("veroeffentlichen", ziel, "--gebaut", klein).returncode == 0
    uebrig = {p.name for p in ziel.iterdir()}
    assert uebrig == {"aktuell", "fassungen", ".schloss"}
    assert len(Fassungen(ziel).alle()) <= BEHALTEN


def test_der_echte_befehl_baut_packt_und_tauscht(tmp_path: Path) -> None:
    ziel = tmp_path / "ziel"
    for _ in range(2):
        lauf = _laufe("veroeffentlichen", ziel, "--daten", DATEN[MINI])
        assert lauf.returncode == 0, lauf.stderr
    site = ziel / "aktuell" / "site"
    assert (site / "index.html.br").is_file() and (site / "sitemap.xml.gz").is_file()
    assert '"/praxisbeispiele/' in (ziel / "aktuell/umleitungen.map").read_text(encoding="utf-8")
    erste, zweite = Fassungen(ziel).alle()
    # What did not change is the same file, so that a browser may keep its copy.
    assert (erste / "site/index.html.br").samefile(zweite / "site/index.html.br")


def test_drei_bleiben_und_zurueck_geht_zwei_mal(klein: Path, tmp_path: Path) -> None:
    ziel = tmp_path / "ziel"
    for nummer in range(5):
        _stempel(klein, nummer)
        assert _laufe("veroeffentlichen", ziel, "--gebaut", klein).returncode == 0

    def sichtbar() -> int:
        with diene(ziel / "aktuell" / "site") as basis:
            leser = _Leser(basis)
            leser.lies_alles()
        assert not leser.fehler
        (nummer,) = leser.fassungen
        return nummer

    assert len(Fassungen(ziel).alle()) == BEHALTEN
    assert sichtbar() == 4
    for davor in (3, 2):
        assert _laufe("zurueck", ziel).returncode == 0
        assert sichtbar() == davor
        # A page that someone opened before still finds its style.
        assert (ziel / f"aktuell/site/eigen/stil.{4:08x}.css").is_file()
    keine = _laufe("zurueck", ziel)
    assert (keine.returncode, keine.stdout) == (1, "")
    assert "keine frühere Fassung" in keine.stderr and sichtbar() == 2

    _stempel(klein, 9)
    assert _laufe("veroeffentlichen", ziel, "--gebaut", klein).returncode == 0
    assert sichtbar() == 9
    assert _laufe("zurueck", ziel).returncode == 0
    assert sichtbar() == 2, "was zurückgenommen war, kommt nicht wieder"


def test_nicht_ganze_website_wird_abgelehnt(klein: Path, tmp_path: Path) -> None:
    ziel = tmp_path / "ziel"
    assert _laufe("veroeffentlichen", ziel, "--gebaut", klein).returncode == 0
    gross = "".join(chr(0x4E00 + i * 7919 % 20000) for i in range(9000))
    shutil.copytree(klein / "leitlinien", klein / "redaktion")
    for adresse, schlecht, satz in (
        ("leitlinien/", '<a href="../gibtsnicht/">x</a>', "„../gibtsnicht/“ führt nirgendwohin"),
        ("leitlinien/", f"<p>{gross}</p>", "erlaubt sind 12000"),
        ("redaktion/", f"<p>{gross}</p>", "erlaubt sind 12000"),
    ):
        seite = klein / adresse / "index.html"
        html = seite.read_text(encoding="utf-8")
        seite.write_text(html.replace("</main>", f"{schlecht}</main>"), encoding="utf-8")
        lauf = _laufe("veroeffentlichen", ziel, "--gebaut", klein)
        seite.write_text(html, encoding="utf-8")
        assert lauf.returncode == 1 and satz in lauf.stderr, lauf.stderr
        assert "Die letzte Fassung bleibt" in lauf.stderr
        assert not (ziel / ".neu").exists()
    (klein / FEHLT).unlink()
    assert "Es fehlt: 404.html" in _laufe("veroeffentlichen", ziel, "--gebaut", klein).stderr
    assert [f.name for f in Fassungen(ziel).alle()] == ["000001"]


def test_was_sich_nicht_kopieren_laesst_hat_einen_grund(klein: Path, tmp_path: Path) -> None:
    """Not one for each file, as a full disk would have: a sentence, and nothing is left."""
    for name in ("eins.html", "zwei.html"):
        (klein / name).symlink_to("gibtsnicht")
    ziel = tmp_path / "ziel"
    lauf = _laufe("veroeffentlichen", ziel, "--gebaut", klein)
    assert lauf.returncode == 1 and lauf.stderr.count("\n") == 1, lauf.stderr
    assert W("befehl.grund.ENOENT") in lauf.stderr, lauf.stderr
    assert not (ziel / ".neu").exists()


def test_was_ein_link_meint_ist_dabei(klein: Path, tmp_path: Path) -> None:
    """A folder too, which else would be empty without a word."""
    (klein / "quellen").rename(tmp_path / "anderswo")
    (klein / "quellen").symlink_to(tmp_path / "anderswo")
    ziel = tmp_path / "ziel"
    lauf = _laufe("veroeffentlichen", ziel, "--gebaut", klein)
    assert lauf.returncode == 0, lauf.stderr
    assert (ziel / "aktuell" / "site" / "quellen" / "index.html").is_file()


@pytest.mark.parametrize("name", ["Bürger's Ordner", 'mit "Zeichen"; $(touch gift)'])
def test_make_nimmt_jeden_namen(name: str, tmp_path: Path) -> None:
    """As it is, and not as words for a shell."""
    ziel = tmp_path / name
    ziel.mkdir()
    (ziel / "brief.txt").touch()
    for befehl in ("veroeffentlichen", "zurueck"):
        lauf = subprocess.run(
            ["make", befehl, f"ZIEL={str(ziel).replace('$', '$$')}"],
            cwd=WURZEL,
            capture_output=True,
            text=True,
        )
        assert f"In „{ziel}“ liegt etwas anderes" in lauf.stderr, lauf.stderr
    assert not (WURZEL / "gift").exists()


def test_ein_neuer_eintrag_haelt_niemanden_auf(klein: Path, tmp_path: Path) -> None:
    """Lists grow with the entries, and so does what they may weigh."""
    seite = klein / "quellen" / "index.html"
    html = seite.read_text(encoding="utf-8")
    text = "".join(chr(0x4E00 + i * 7919 % 20000) for i in range(6000))
    seite.write_text(html.replace("</main>", f"<p>{text}</p></main>"), encoding="utf-8")
    befehl = ("veroeffentlichen", tmp_path / "ziel", "--gebaut", klein)
    assert "erlaubt sind 12000" in _laufe(*befehl).stderr
    for nummer in range(40):
        karte = klein / "praxisbeispiele" / str(nummer) / "karte" / "index.html"
        karte.parent.mkdir(parents=True)
        karte.write_text("<!doctype html><title>Karte</title>", encoding="utf-8")
    lauf = _laufe(*befehl)
    assert lauf.returncode == 0, lauf.stderr


def test_ein_neues_stichwort_haelt_niemanden_auf(klein: Path, tmp_path: Path) -> None:
    """Each word in the register has some bytes of its own, whatever else stands there."""
    seite = klein / "quellen" / "index.html"
    html = seite.read_text(encoding="utf-8")
    worte = "".join(chr(0x4E00 + i * 7919 % 20000) for i in range(9000))
    befehl = ("veroeffentlichen", tmp_path / "ziel", "--gebaut", klein)
    for art, angenommen in (("i", False), ("b", True)):
        liste = "".join(f"<{art}>{worte[i : i + 2]}</{art}>" for i in range(0, 9000, 2))
        seite.write_text(html.replace("</main>", f"{liste}</main>"), encoding="utf-8")
        lauf = _laufe(*befehl)
        assert (lauf.returncode == 0) is angenommen, lauf.stderr


def test_der_server_darf_lesen_was_ein_strenger_rechner_anlegt(klein: Path, tmp_path: Path) -> None:
    """The server runs as another user; where umask is 077 it would answer 403 to everything."""
    ziel = tmp_path / "neu" / "ziel"
    befehl = shlex.join(_befehl("veroeffentlichen", ziel, "--gebaut", klein))
    lauf = subprocess.run(["sh", "-c", f"umask 077; {befehl}"], cwd=WURZEL, capture_output=True)
    assert lauf.returncode == 0, lauf.stderr
    for pfad in (ziel.parent, ziel, *ziel.rglob("*")):
        noetig = 0o005 if pfad.is_dir() else 0o004
        assert pfad.stat().st_mode & noetig == noetig, pfad


def test_falsche_ziele_verlieren_nichts(klein: Path, tmp_path: Path) -> None:
    brief = tmp_path / "Dokumente" / "brief.txt"
    brief.parent.mkdir()
    brief.write_text("wichtig", encoding="utf-8")
    for befehl in (("veroeffentlichen", "--gebaut", str(klein)), ("zurueck",)):
        for ziel in (brief.parent, brief):
            lauf = _laufe(*befehl, ziel)
            assert lauf.returncode == 2 and "Traceback" not in lauf.stderr
    assert [p.name for p in brief.parent.iterdir()] == ["brief.txt"]
    assert _laufe("zurueck", tmp_path / "gibtsnicht").returncode == 2
    assert _laufe("veroeffentlichen", tmp_path / "z", "--gebaut", "gibtsnicht").returncode == 2
    assert not (tmp_path / "z").exists()


def test_zwei_zugleich_stoeren_sich_nicht(klein: Path, tmp_path: Path) -> None:
    ziel = tmp_path / "ziel"
    with Fassungen(ziel).allein():
        lauf = _laufe("veroeffentlichen", ziel, "--gebaut", klein)
        assert lauf.returncode == 1 and "gerade schon veröffentlicht" in lauf.stderr
    assert _laufe("veroeffentlichen", ziel, "--gebaut", klein).returncode == 0
