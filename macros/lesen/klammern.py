"""Brackets and the commas between them, in a text that the parser refused."""

from __future__ import annotations

from contextlib import suppress

import yaml


def offene_klammer(text: str, zeile: int) -> yaml.Mark | None:
    """Gives the last bracket above a line (from 1) that is still open there: all else follows."""
    offen: list[yaml.Mark] = []
    with suppress(yaml.YAMLError):
        for zeichen in yaml.scan(text):
            if zeichen.start_mark.line + 1 >= zeile:
                break
            if isinstance(zeichen, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
                offen.append(zeichen.start_mark)
            elif isinstance(zeichen, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)):
                offen.pop()
    return offen[-1] if offen else None


def komma(zeile: str, spalte: int) -> str | None:
    """Gives the key of what is wrong with a comma at a column (from 0) between two brackets."""
    davor, danach = zeile[:spalte].rstrip(), zeile[spalte:]
    if danach.startswith(",") and davor.endswith((",", "[")):
        return "yaml_komma_zu_viel"
    if "]" in danach and not davor.endswith((",", "[")):
        return "yaml_komma_fehlt"
    return None
