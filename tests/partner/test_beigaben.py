"""The small files that machines read: robots.txt, security.txt, sitemap.xml."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from macros.ausgaben.beigaben import robots, security
from macros.modell import Betreiber, Betrieb
from tests.gebaut import Gebaut
from tests.orte import DATEN, ECHT, FEHLT, W, konzept, orte

GEBAUT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ADRESSE = "https://stadt.example/vielfalt/"


def _felder(text: str) -> dict[str, list[str]]:
    felder: dict[str, list[str]] = {}
    for zeile in text.splitlines():
        if zeile and not zeile.startswith("#"):
            name, trenner, wert = zeile.partition(": ")
            assert trenner and wert, zeile
            felder.setdefault(name, []).append(wert)
    return felder


@pytest.mark.parametrize(
    ("betreiber", "kontakt"),
    [
        (Betreiber(email="post@stadt.example"), "mailto:post@stadt.example"),
        (Betreiber(formular="https://stadt.example/k"), "https://stadt.example/k"),
        (
            Betreiber(email="post@stadt.example", formular="https://stadt.example/k"),
            "https://stadt.example/k",
        ),
    ],
    ids=["email", "formular", "beides"],
)
def test_security_nennt_den_kontakt(betreiber: Betreiber, kontakt: str) -> None:
    felder = _felder(security(Betrieb(adresse=ADRESSE, betreiber=betreiber), GEBAUT, W))
    assert felder["Contact"][0] == kontakt
    (ablauf,) = felder["Expires"]
    frist = datetime.fromisoformat(ablauf) - GEBAUT
    assert timedelta(days=30) < frist < timedelta(days=365)
    assert felder["Preferred-Languages"] == ["de"]
    assert felder["Canonical"] == [f"{ADRESSE}.well-known/security.txt"]
    assert set(felder) <= {"Contact", "Expires", "Preferred-Languages", "Canonical", "Policy"}


def test_security_ohne_adresse_hat_keine_verbindliche() -> None:
    betrieb = Betrieb(betreiber=Betreiber(email="post@stadt.example"))
    assert "Canonical" not in _felder(security(betrieb, GEBAUT, W))


def test_security_ohne_kontakt_ist_nur_eine_bemerkung() -> None:
    text = security(Betrieb(), GEBAUT, W)
    assert text.strip()
    assert all(zeile.startswith("# ") for zeile in text.splitlines())


def test_security_der_minisite_gilt_noch(mini: Gebaut) -> None:
    felder = _felder((mini.ordner / ".well-known/security.txt").read_text(encoding="utf-8"))
    jetzt = datetime.now(UTC)
    assert jetzt < datetime.fromisoformat(felder["Expires"][0]) < jetzt + timedelta(days=366)


@pytest.mark.parametrize("betrieb", ["demonstrator", "amtlich"])
def test_robots_verbietet_nie(betrieb: str) -> None:
    text = robots(Betrieb.model_validate({"betrieb": betrieb}))
    assert "Disallow" not in text
    assert text.startswith("User-agent: *\nAllow: /\n")
    assert "Sitemap" not in text


@pytest.mark.parametrize(("betrieb", "nennt"), [("demonstrator", False), ("amtlich", True)])
def test_robots_ruft_suchmaschinen_nur_zu_seiten_ohne_noindex(betrieb: str, nennt: bool) -> None:
    text = robots(Betrieb.model_validate({"betrieb": betrieb, "adresse": ADRESSE}))
    assert (f"Sitemap: {ADRESSE}sitemap.xml" in text.splitlines()) is nennt
    assert ("Sitemap" in text) is nennt


@pytest.mark.parametrize("name", DATEN)
def test_gebaute_beigaben_passen_zum_betrieb(name: str, gebaut: Mapping[str, Gebaut]) -> None:
    text = (gebaut[name].ordner / "robots.txt").read_text(encoding="utf-8")
    assert text == robots(konzept(name).betrieb)


def test_sitemap_nennt_jede_seite(mini: Gebaut) -> None:
    baum = etree.parse(str(mini.ordner / "sitemap.xml"))
    assert sorted(ort.text or "" for ort in baum.iter("{*}loc")) == sorted(
        ADRESSE + ort.adresse
        for ort in orte(mini.name)
        if ort.adresse != FEHLT and not mini.seite(ort.adresse).alle("//div[@data-grabstein]")
    )


def test_sitemap_ohne_adresse_nennt_keine_falsche(echt: Gebaut) -> None:
    assert konzept(ECHT).betrieb.adresse is None
    assert b"http" not in (echt.ordner / "sitemap.xml").read_bytes().replace(
        b"http://www.sitemaps.org/schemas/sitemap/0.9", b""
    )
