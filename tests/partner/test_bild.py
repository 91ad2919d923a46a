"""Preview pictures: right size, readable, honest, small, and drawn once."""

from __future__ import annotations

import io
import re
from importlib import metadata
from pathlib import Path

import pytest
from PIL import Image, ImageStat

from macros.ausgaben import bildablage
from macros.ausgaben.bild import BALKEN, BREITE, HOEHE, RAND, Bildtext, kann_zeigen, zeichne
from macros.ausgaben.bildablage import Bildablage
from macros.ausgaben.bilder import FARBEN, bildtexte
from macros.darstellung.website import Website
from macros.lauf import VORLAGEN, WURZEL
from macros.modell import Betrieb
from tests.gebaut import Gebaut
from tests.orte import ECHT, MINI, W, konzept

HOECHSTENS = 40_000
LANG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurfsfassung"


def _text(titel: str, marke: str = "Kein Angebot") -> Bildtext:
    return Bildtext("Praxisbeispiel", titel, "Name", marke, "#0b565e")


def _bild(inhalt: bytes) -> Image.Image:
    return Image.open(io.BytesIO(inhalt)).convert("RGB")


def _texte(name: str, betrieb: str) -> dict[str, Bildtext]:
    """What the pictures of a site would say, had it an address."""
    vermerk = {"betrieb": betrieb, "adresse": "https://stadt.example/"}
    daten = vars(konzept(name)) | {"betrieb": Betrieb.model_validate(vermerk)}
    return dict(bildtexte(Website(type(konzept(name))(**daten), W, VORLAGEN)))


def test_jedes_praxisbeispiel_feld_und_die_startseite_haben_ein_bild(mini: Gebaut) -> None:
    daten = konzept(MINI)
    erwartet = {
        "bild.png",
        *(f"handlungsfelder/{feld.id}/bild.png" for feld in daten.leitlinien.handlungsfelder),
        *(f"praxisbeispiele/{b.id}/bild.png" for b in daten.praxisbeispiele),
        "praxisbeispiele/altes-projekt/bild.png",
    }
    da = {str(p.relative_to(mini.ordner)): p for p in mini.ordner.rglob("bild.png")}
    assert set(da) == erwartet
    for datei in da.values():
        assert datei.stat().st_size <= HOECHSTENS
        assert Image.open(datei).format == "PNG"
        assert Image.open(datei).size == (1200, 630)


def test_ohne_adresse_gibt_es_kein_bild(echt: Gebaut) -> None:
    assert konzept(ECHT).betrieb.adresse is None
    assert not list(echt.ordner.rglob("bild.png"))


def test_der_demonstrator_sagt_dass_er_kein_angebot_der_stadt_ist() -> None:
    for text in _texte(ECHT, "demonstrator").values():
        assert "kein Angebot der Stadt Essen" in text.marke
    assert {text.marke for text in _texte(ECHT, "amtlich").values()} == {""}


def test_der_streifen_steht_im_bild() -> None:
    streifen = (0, HOEHE - BALKEN, BREITE, HOEHE)
    mit, ohne = _bild(zeichne(_text("Titel"))), _bild(zeichne(_text("Titel", "")))
    hell, dunkel = (ImageStat.Stat(b.crop(streifen).convert("L")).mean[0] for b in (mit, ohne))
    assert hell > 180 > dunkel


@pytest.mark.parametrize(
    "titel",
    ["Kurz", LANG, f"{LANG} " * 6, "Wort " * 400, 'Lots*innen & "Freunde" <5', "x" * 5000, "i" * 3],
    ids=["kurz", "ein Wort", "lange Wörter", "viele Wörter", "Zeichen", "endlos", "schmal"],
)
def test_jeder_titel_bleibt_im_bild(titel: str) -> None:
    """Nothing is written into the margins, and something is written between them."""
    inhalt = zeichne(_text(titel))
    assert len(inhalt) <= HOECHSTENS
    bild = _bild(inhalt)
    grund = bild.getpixel((2, 2))
    for rand in ((0, 0, RAND - 4, HOEHE - BALKEN), (BREITE - RAND + 4, 0, BREITE, HOEHE - BALKEN)):
        assert bild.crop(rand).getcolors() == [((rand[2] - rand[0]) * (rand[3] - rand[1]), grund)]
    mitte = bild.crop((RAND, HOEHE // 4, BREITE - RAND, HOEHE * 2 // 3))
    assert len(mitte.getcolors(1 << 20) or ()) > 4


def test_titel_ist_auch_verkleinert_lesbar() -> None:
    """A chat shows about 300 pixels: letters of 12 and more need 48 in the picture."""
    for text in _texte(ECHT, "demonstrator").values():
        bild = _bild(zeichne(text)).convert("L")
        titel = bild.crop((RAND, RAND + 80, BREITE - RAND, HOEHE - BALKEN - 110))
        kasten = titel.point(lambda wert: 255 if wert > 250 else 0).getbbox()
        assert kasten and kasten[3] - kasten[1] >= 48


def test_zeichen_ohne_form_kommen_in_kein_bild() -> None:
    assert kann_zeigen("ÄÖÜäöüß – „Lots*innen“ … Şükran Łódź Їжак")
    assert not kann_zeigen("عمل")
    assert not kann_zeigen("Projekt 漢")


def test_titel_mit_fremder_schrift_weicht_dem_kurztitel() -> None:
    daten = konzept(MINI)
    erstes = daten.praxisbeispiele[0]
    fremd = erstes.model_copy(update={"titel": "Projekt عمل"})
    beide = erstes.model_copy(update={"titel": "عمل", "kurztitel": "عمل"})
    for beispiel, erwartet in ((fremd, erstes.kurztitel), (beide, erstes.id)):
        anders = type(daten)(**(vars(daten) | {"praxisbeispiele": (beispiel,)}))
        texte = dict(bildtexte(Website(anders, W, VORLAGEN)))
        assert texte[f"praxisbeispiele/{erstes.id}/bild.png"].titel == erwartet


@pytest.mark.parametrize("titel", ["مشروع الترجمة", "🎉🎉", "项目"], ids=["ar", "Emoji", "zh"])
def test_zwei_eintraege_die_keine_schrift_zeigt_haben_zwei_bilder(titel: str) -> None:
    daten = konzept(MINI)
    gleich = {"titel": titel, "kurztitel": titel, "handlungsfeld": "teilhabe"}
    zwei = tuple(b.model_copy(update=gleich) for b in daten.praxisbeispiele[:2])
    anders = type(daten)(**(vars(daten) | {"praxisbeispiele": zwei}))
    texte = dict(bildtexte(Website(anders, W, VORLAGEN)))
    eines, anderes = (zeichne(texte[f"praxisbeispiele/{b.id}/bild.png"]) for b in zwei)
    assert eines != anderes


def test_gleicher_text_gibt_gleiche_bytes() -> None:
    assert zeichne(_text("Titel")) == zeichne(_text("Titel"))
    assert zeichne(_text("Titel")) != zeichne(_text("Titeln"))


def test_ablage_zeichnet_einmal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gezeichnet: list[Bildtext] = []

    def mitzaehlen(text: Bildtext) -> bytes:
        gezeichnet.append(text)
        return text.titel.encode()

    monkeypatch.setattr(bildablage, "zeichne", mitzaehlen)
    for _ in range(2):
        ablage = Bildablage(tmp_path / "bilder")
        assert [ablage.hole(_text(t)) for t in ("eins", "zwei")] == [b"eins", b"zwei"]
    assert [text.titel for text in gezeichnet] == ["eins", "zwei"]
    assert len(list((tmp_path / "bilder").iterdir())) == 2


@pytest.mark.parametrize("paket", ["pillow", "font-source-sans-pro"])
def test_ablage_zeichnet_neu_nach_einer_anderen_fassung(
    paket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def inhalt(zeichen: bytes) -> bytes:
        monkeypatch.setattr(bildablage, "zeichne", lambda _: zeichen)
        return Bildablage(tmp_path).hole(_text("eins"))

    monkeypatch.setattr(bildablage, "_fassung", bildablage._fassung.__wrapped__)
    assert inhalt(b"alt") == inhalt(b"neu") == b"alt"
    echte = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: f"{echte(name)}{name == paket}")
    assert inhalt(b"neu") == b"neu"


def test_ablage_die_nicht_geht_haelt_nicht_auf(tmp_path: Path) -> None:
    (tmp_path / "datei").write_text("im Weg")
    assert Bildablage(tmp_path / "datei" / "bilder").hole(_text("Titel")) == zeichne(_text("Titel"))


def test_farben_sind_die_der_website() -> None:
    css = (WURZEL / "theme" / "eigen" / "stil.css").read_text(encoding="utf-8")
    hell = css.split("@media")[0]
    assert {feld: re.findall(rf"--{feld}: (#\w+);", hell)[0] for feld in FARBEN} == FARBEN


@pytest.mark.parametrize("farbe", [*FARBEN.values(), "#0b565e"])
def test_weiss_ist_auf_jeder_farbe_lesbar(farbe: str) -> None:
    """WCAG 2.2: contrast of 4.5 to 1 and more."""
    werte = [int(farbe[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [w / 12.92 if w <= 0.04045 else ((w + 0.055) / 1.055) ** 2.4 for w in werte]
    helligkeit = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    assert 1.05 / (helligkeit + 0.05) >= 4.5
