"""What kinds of files are published: their media types, and which of them are text."""

from __future__ import annotations

TEXT = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "svg": "image/svg+xml",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "txt": "text/plain",
    "csv": "text/csv",
}
# Files that hold packed bytes already.
DICHT = {
    "gz": "application/gzip",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
}
ARTEN = TEXT | DICHT


def art(adresse: str) -> str:
    """Gives the media type of a file by the ending of its address; KeyError for an unknown one."""
    return ARTEN[adresse.rpartition(".")[2]]
