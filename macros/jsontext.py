"""JSON as it stands in the files that we write: for programs, and for people who open them."""

from __future__ import annotations

import json


def als_jsontext(inhalt: object) -> str:
    """Gives a file's text: indented, every letter as it is, with a line end."""
    return json.dumps(inhalt, ensure_ascii=False, indent=2) + "\n"
