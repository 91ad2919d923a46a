"""The adapter to MkDocs: hands it the pages of the model and what its templates need."""

from __future__ import annotations

import html as markup
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp

sys.path.insert(0, str(Path(__file__).parent.parent))

from macros import dateien
from macros.ausgaben import ausgaben
from macros.ausgaben.bild import BREITE, HOEHE
from macros.ausgaben.bildablage import Bildablage
from macros.ausgaben.bilder import bildtext
from macros.darstellung import format, rahmen
from macros.formular.seite import SEITENVORLAGE
from macros.lauf import LAUF, WURZEL, Fortschritt
from macros.seitenplan.seite import Abschnitt

_FEHLERSEITE = "fehlerseite.html"
_LINK_NACH_AUSSEN = re.compile(r'<a href="(https://[^"]*)">')
_BILDER = Bildablage(WURZEL / ".bilder")


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remembers whether this is a preview, where bad data are shown instead of refused."""
    LAUF.vorschau = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Loads and checks the data before anything is touched; bad data end a build here."""
    daten = str(config.extra["daten"])
    ordner = Path(config.config_file_path).parent / daten
    if not LAUF.lade(ordner, _gebaut().date()) and not LAUF.vorschau:
        for befund in LAUF.befunde:
            print(befund.als_zeile(daten))
        abbruch = LAUF.sprache("befehl.bauen_abgebrochen")
        print(abbruch, file=sys.stderr)
        raise Abort(abbruch)
    if LAUF.befunde:
        # The pages that need no data have nothing to say now.
        config.theme.static_templates.clear()
    if LAUF.website:
        config.site_name = LAUF.website.name
        if not LAUF.vorschau:
            config.site_url = LAUF.website.konzept.betrieb.adresse or ""
        if not LAUF.befunde:
            config.theme.static_templates.add(SEITENVORLAGE)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages and drops the theme's files; what is used of them is ours."""
    dateien.lege_bei(files)
    if LAUF.befunde:
        bisher = LAUF.website.seiten if LAUF.website else ()
        return dateien.nur_fehlerseiten(files, bisher, config)
    website = LAUF.ganze_website()
    dateien.fuege_hinzu(files, map(dateien.seite, website.seiten), config)
    daneben = ausgaben(website, _gebaut(), _BILDER, dateien.adressen_der_beilagen(files))
    dateien.fuege_hinzu(files, daneben, config)
    anzahl = len(files.documentation_pages())
    LAUF.fortschritt = Fortschritt(anzahl, LAUF.sprache("befehl.fortschritt"))
    return files


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Gives a page its description and frame; the error template where there is nothing else."""
    if LAUF.befunde:
        page.meta["template"] = _FEHLERSEITE
    elif seite := LAUF.ganze_website().seiten.get(page.url):
        page.meta.update(rahmen.angaben(LAUF.ganze_website(), seite))
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Sets the title after the macros ran: text of the data never meets their engine.

    The Markdown is dropped, since MkDocs keeps every page until the last is written.
    """
    if not LAUF.befunde and (seite := LAUF.ganze_website().seiten.get(page.url)):
        page.title = seite.titel
    else:
        # A hand-written page takes its title from its Markdown, which goes now.
        page.title = page.title
        html = _LINK_NACH_AUSSEN.sub(r'<a rel="external" href="\1">', html)
    page.markdown = None
    if LAUF.fortschritt:
        LAUF.fortschritt.weiter()
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Gives the templates words, menus and addresses, and adds what the form and the search load.

    MkDocs escapes nothing by itself; the frame of a page holds words of the data too.
    """
    env.autoescape = True
    env.globals |= {
        "beilage": dateien.adressen_der_beilagen(files).__getitem__,
        "w": LAUF.sprache,
        "befunde": LAUF.befunde,
        "bildmass": {"breite": BREITE, "hoehe": HOEHE},
        "tag": lambda tag: format.tag(tag, LAUF.sprache),
    }
    if website := LAUF.website:
        if not LAUF.befunde:
            env.globals |= dateien.der_werkzeuge(files, website, config)
        env.globals |= rahmen.der_website(website)
    return env


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Gives a page what stands around its text; its outline is the model's, or its Markdown's."""
    if LAUF.befunde:
        return context
    ueberschriften = [u for oben in page.toc for u in (oben, *oben.children) if u.level > 1]
    website = LAUF.ganze_website()
    seite = rahmen.der_seite(
        website,
        adresse=page.url,
        titel=str(page.title),
        quelldatei=page.file.src_uri,
        beschreibung=str(page.meta.get("description", "")),
        gliederung=tuple(Abschnitt(u.id, markup.unescape(u.title)) for u in ueberschriften),
        heute=_gebaut().date(),
    )
    return context | seite | {"bildtext": bildtext(website, website.seiten.get(page.url))}


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Drops what MkDocs would keep of a finished page."""
    page.content = None
    return output


def _gebaut() -> datetime:
    """The time of the build; SOURCE_DATE_EPOCH decides it where it is set."""
    return datetime.fromtimestamp(get_build_timestamp(), UTC)
