"""The yardstick: plain MkDocs with Material and its search, on the very same Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

# As in the project's own mkdocs.yml: generated pages stay out of the menu.
KONFIGURATION = {
    "site_name": "Vergleich",
    "docs_dir": "markdown",
    "site_dir": "schlicht",
    "theme": {"name": "material", "language": "de", "font": False},
    "plugins": ["search"],
    "markdown_extensions": [
        {"tables": {"use_align_attribute": True}},
        {"toc": {"permalink": False}},
    ],
    "nav": ["index.md"],
    "not_in_nav": "*",
    "validation": {"links": {"unrecognized_links": "ignore", "not_found": "ignore"}},
}


def schreibe_seite(datei: Path, titel: str, markdown: str) -> None:
    """Writes one page with its title."""
    datei.parent.mkdir(parents=True, exist_ok=True)
    # JSON is YAML: a quoted string whatever the title holds.
    kopf = f"---\ntitle: {json.dumps(titel, ensure_ascii=False)}\n---\n\n"
    datei.write_text(kopf + markdown, encoding="utf-8")


def schreibe_konfiguration(ordner: Path) -> Path:
    """Writes the configuration beside the folder of the pages and gives its path."""
    datei = ordner / "schlicht.yml"
    datei.write_text(yaml.safe_dump(KONFIGURATION, allow_unicode=True), encoding="utf-8")
    return datei
