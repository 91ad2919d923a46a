"""The files of a MkDocs build: whose are published, under which names, and which show mistakes."""

from __future__ import annotations

from collections.abc import Container, Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from .auslieferung import beilagen
from .auslieferung.buendel import gebuendelt
from .darstellung.website import Website
from .suche.dokument import Prosa
from .suche.suchdateien import suchdateien

_DES_THEMAS = "assets/"
_MIT_UNTERSEITEN = ("", "konzept/", "handlungsfelder/", "praxisbeispiele/", "stichwoerter/")


def lege_bei(files: Files) -> None:
    """Drops the theme's files and puts what is published of our own in their place."""
    for datei in [f for f in files if f.src_uri.startswith(_DES_THEMAS)]:
        files.remove(datei)
    fertig = gebuendelt({f.src_uri: f.content_bytes for f in _eigene(files)})
    for datei in _eigene(files):
        if datei.src_uri in fertig:
            datei.content_bytes = fertig[datei.src_uri]
            datei.dest_uri = beilagen.benannt(datei.src_uri, datei.content_bytes)
        else:
            files.remove(datei)


def adressen_der_beilagen(files: Files) -> dict[str, str]:
    """Gives the address of each file of ours beside the pages, by its name."""
    return {f.src_uri.removeprefix(beilagen.ORDNER): f.url for f in _eigene(files)}


def quelldatei(adresse: str) -> str:
    """Gives the Markdown file of a generated page; links of hand-written ones name it so."""
    return f"{adresse}index.md" if adresse in _MIT_UNTERSEITEN else f"{adresse.rstrip('/')}.md"


def seite(adresse: str) -> tuple[str, str]:
    """Gives the file of a generated page, and its text: one call of the macro that makes it."""
    return quelldatei(adresse), f'{{{{ seite("{adresse}") }}}}\n'


def fuege_hinzu(
    files: Files, inhalte: Iterable[tuple[str, str | bytes]], config: MkDocsConfig
) -> None:
    """Adds files that exist only in this build, each by its path and content."""
    for pfad, inhalt in inhalte:
        files.append(File.generated(config, pfad, content=inhalt))


def prosa(files: Files, erzeugte: Container[str]) -> list[Prosa]:
    """Gives the pages written by hand, all but those at `erzeugte` addresses, in their order.

    MkDocs has their HTML once every page is rendered, from `on_env` on.
    """
    seiten = [datei.page for datei in files.documentation_pages() if datei.page]
    eigene = [Prosa(s.url, str(s.title), s.content or "") for s in seiten if s.url not in erzeugte]
    return sorted(eigene, key=lambda eine: eine.adresse)


def der_werkzeuge(files: Files, website: Website, config: MkDocsConfig) -> dict[str, str]:
    """Adds what the form and the search load, and gives its addresses by their templates' words."""
    des_formulars = website.formulardateien()
    fuege_hinzu(files, des_formulars, config)
    adressen = dict(zip(("formulardaten", "abdruecke"), dict(des_formulars), strict=True))
    if config.extra["suche"]:
        suche = website.suche(prosa(files, website.seiten))
        der_suche = suchdateien(suche, beilagen.benannt)
        fuege_hinzu(files, der_suche.items(), config)
        adressen["suchverzeichnis"] = next(iter(der_suche))
    return adressen


def nur_fehlerseiten(files: Files, bisher: Iterable[str], config: MkDocsConfig) -> Files:
    """Puts an empty page, for the list of mistakes, at every address that was shown so far."""
    erzeugte = map(quelldatei, ("", *bisher))
    alle = {*erzeugte, *(f.src_uri for f in files.documentation_pages())}
    for datei in list(files.documentation_pages()):
        files.remove(datei)
    fuege_hinzu(files, ((name, "") for name in sorted(alle)), config)
    return files


def _eigene(files: Files) -> list[File]:
    return [f for f in files if f.src_uri.startswith(beilagen.ORDNER)]
