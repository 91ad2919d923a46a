"""What a page tells in the words of schema.org: JSON-LD, a block of data without script.

The types: a Praxisbeispiel is an Article about a Project, the advice services are Services, the
open data are a Dataset, every other page is a WebPage, and all are part of one WebSite (https://schema.org/).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

from macros.modell import Angebot, Praxisbeispiel, Quelle
from macros.seitenplan import adressen
from macros.seitenplan.seite import Seite

from .datensatz import datensatz
from .kopf import Kopf
from .menue import brotkrumen
from .website import Website

Knoten = dict[str, Any]
_MASKIERT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def strukturdaten(kopf: Kopf, website: Website, seite: Seite | None) -> Markup:
    """Gives the data block of a page, safe to stand inside a `script` element."""
    knoten = [_website(website), *_seite(kopf, website, seite)]
    graph = {"@context": "https://schema.org", "@graph": knoten}
    # Line by line, so that no two braces meet as in a template's tag.
    text = json.dumps(graph, ensure_ascii=False, indent=0)
    # Nothing in it can end the element that it stands in, and nothing here is HTML.
    return Markup(text.translate(_MASKIERT))


def _seite(kopf: Kopf, website: Website, seite: Seite | None) -> Iterator[Knoten]:
    eigenes: Knoten = {"@type": "WebPage", "name": kopf.titel}
    if seite and seite.vorlage == "praxisbeispiel":
        eigenes = _artikel(website, website.verzeichnis.praxisbeispiele[seite.kennung])
    elif seite and seite.vorlage == "beratung":
        angebote = website.konzept.beratung.angebote
        eigenes["mainEntity"] = [_angebot(a, website) for a in angebote]
    elif kopf.pfad == adressen.seite("daten"):
        eigenes["mainEntity"] = datensatz(website)
    yield _ohne_leere(
        eigenes
        | {
            "@id": kopf.adresse,
            "url": kopf.adresse,
            "description": kopf.beschreibung,
            "image": kopf.bild,
            "inLanguage": website.sprache.kuerzel,
            "dateModified": kopf.geaendert and kopf.geaendert.isoformat(),
            "isPartOf": _verweis(website),
        }
    )
    if kopf.adresse and (weg := list(brotkrumen(kopf.pfad, website.sprache))):
        orte = [(punkt.titel, website.absolut(punkt.adresse)) for punkt in weg]
        yield _brotkrumenliste([*orte, (kopf.titel, kopf.adresse)])


def _website(website: Website) -> Knoten:
    betreiber = website.konzept.betrieb.betreiber
    return _ohne_leere(
        {
            "@type": "WebSite",
            "@id": _verweis(website).get("@id"),
            "name": website.name,
            "url": website.absolut(""),
            "inLanguage": website.sprache.kuerzel,
            "publisher": betreiber.name and _organisation(betreiber.name),
        }
    )


def _verweis(website: Website) -> Knoten:
    """The site, named by its address or, without one, by its name."""
    adresse = website.absolut("#website")
    return {"@id": adresse} if adresse else {"@type": "WebSite", "name": website.name}


def _artikel(website: Website, beispiel: Praxisbeispiel) -> Knoten:
    quellen = website.verzeichnis.quellen
    return {
        "@type": "Article",
        "headline": beispiel.titel,
        "about": _projekt(beispiel),
        "citation": [_zitat(quellen[k]) for k in dict.fromkeys(b.quelle for b in beispiel.belege)],
    }


def _projekt(beispiel: Praxisbeispiel) -> Knoten:
    return _ohne_leere(
        {
            "@type": "Project",
            "name": beispiel.titel,
            "description": beispiel.kurz,
            "parentOrganization": [_organisation(name) for name in beispiel.traeger],
            "location": [{"@type": "Place", "name": ort} for ort in beispiel.stadtteile or ()],
            "knowsLanguage": list(beispiel.sprachen or ()),
            "foundingDate": beispiel.seit and beispiel.seit.iso,
            "dissolutionDate": beispiel.bis and beispiel.bis.iso,
        }
    )


def _angebot(angebot: Angebot, website: Website) -> Knoten:
    kanaele = ({"@type": "ServiceChannel", "serviceUrl": k.url} for k in angebot.kontakte or ())
    return _ohne_leere(
        {
            "@type": "Service",
            "@id": website.absolut(adressen.eintrag("angebote", angebot.id)),
            "name": angebot.titel,
            "description": angebot.kurz,
            "provider": [_organisation(name) for name in angebot.traeger],
            "availableChannel": list(kanaele),
        }
    )


def _zitat(quelle: Quelle) -> Knoten:
    return _ohne_leere(
        {
            "@type": "CreativeWork",
            "name": quelle.titel,
            "url": quelle.url,
            "publisher": _organisation(quelle.herausgeber),
            "datePublished": quelle.datum and quelle.datum.iso,
        }
    )


def _organisation(name: str) -> Knoten:
    return {"@type": "Organization", "name": name}


def _brotkrumenliste(orte: Iterable[tuple[str, str | None]]) -> Knoten:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": stelle, "name": name, "item": adresse}
            for stelle, (name, adresse) in enumerate(orte, start=1)
        ],
    }


def _ohne_leere(knoten: Knoten) -> Knoten:
    return {name: wert for name, wert in knoten.items() if wert not in (None, "", [])}
