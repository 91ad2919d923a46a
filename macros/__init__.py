"""The site "Zusammenleben in Vielfalt": data become pages.

`define_env` is the adapter to mkdocs-macros, which looks for it here.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Registers the macros that pages may call; each returns finished HTML."""
    from .darstellung.website import BAUSTEINE
    from .lauf import LAUF

    def seite(adresse: str) -> str:
        return LAUF.ganze_website().html(adresse)

    def zuletzt_geaendert() -> str:
        return LAUF.ganze_website().zuletzt_geaendert(env.page.url)

    env.macro(seite)
    env.macro(zuletzt_geaendert)
    for name in BAUSTEINE:
        env.macro(lambda name=name: LAUF.ganze_website().baustein(name, env.page.url), name)
