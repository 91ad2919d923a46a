"""What takes a Praxisbeispiel along: a card to embed, its oEmbed description, QR codes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

import segno

from macros.darstellung.teilen import KARTENMASS, Teilen
from macros.darstellung.website import Website
from macros.jsontext import als_jsontext
from macros.modell import Praxisbeispiel
from macros.seitenplan import adressen

from .bild import BREITE, HOEHE

# A module of 20 dots at 600 dpi is 0.8 mm wide: read well from paper, and from a poster.
_PUNKTE, _DPI = 20, 600
_EIN_TAG = 86_400


def mitnehmen(website: Website, beilagen: Mapping[str, str]) -> Iterator[tuple[str, str | bytes]]:
    """Gives address and content of what each Praxisbeispiel has beside its page.

    `beilagen` are the addresses of our own files by name: the card's style sheet and its icon.
    Without a configured address there is only the card: a QR code and oEmbed need one that works
    anywhere.
    """
    rahmen = {"beilage": beilagen.__getitem__, "name": website.name}
    for beispiel in website.konzept.praxisbeispiele:
        teilen = website.teilen(beispiel)
        karte = adressen.eintrag("karte", beispiel.id)
        html = website.baustein("karte", karte, eintrag=beispiel, teilen=teilen, **rahmen)
        yield f"{karte}index.html", html
        if teilen.kurz:
            code = segno.make_qr(teilen.kurz, error="m")
            yield adressen.eintrag("qr-svg", beispiel.id), _als_svg(code)
            yield adressen.eintrag("qr-png", beispiel.id), _als_png(code)
            yield adressen.eintrag("oembed", beispiel.id), _oembed(website, beispiel, teilen)
    for adresse, grabstein in website.verzeichnis.grabsteine.items():
        if kennung := adressen.kennung("praxisbeispiele", adresse):
            karte = adressen.eintrag("karte", kennung)
            html = website.baustein("karte_weg", karte, grabstein=grabstein, **rahmen)
            yield f"{karte}index.html", html


def _als_svg(code: segno.QRCode) -> bytes:
    ausgabe = io.BytesIO()
    # White ground: a camera needs it, in a dark browser too.
    code.save(ausgabe, kind="svg", light="white", svgclass=None, lineclass=None, omitsize=True)
    return ausgabe.getvalue()


def _als_png(code: segno.QRCode) -> bytes:
    ausgabe = io.BytesIO()
    code.save(ausgabe, kind="png", scale=_PUNKTE, dpi=_DPI)
    return ausgabe.getvalue()


def _oembed(website: Website, beispiel: Praxisbeispiel, teilen: Teilen) -> str:
    """https://oembed.com/, type `rich`: the card in a frame."""
    werte = {"eintrag": beispiel, "teilen": teilen, "mass": KARTENMASS}
    beschreibung = {
        "version": "1.0",
        "type": "rich",
        "title": beispiel.titel,
        "provider_name": website.name,
        "provider_url": website.absolut(""),
        "html": website.baustein("einbetten", teilen.pfad, **werte).strip(),
        "width": KARTENMASS["breite"],
        "height": KARTENMASS["hoehe"],
        "thumbnail_url": website.absolut(adressen.eintrag("bild", beispiel.id)),
        "thumbnail_width": BREITE,
        "thumbnail_height": HOEHE,
        "cache_age": _EIN_TAG,
    }
    return als_jsontext(beschreibung)
