"""What kinds of files are published: their media types, and which of them are text."""

from __future__ import annotations

TEXT = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "geojson": "application/geo+json",
    "svg": "image/svg+xml",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "yaml": "application/yaml",
    "ics": "text/calendar",
    "vcf": "text/vcard",
    "webmanifest": "application/manifest+json",
}
GEPACKT = {
    "gz": "application/gzip",
    "zip": "application/zip",
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
}
ARTEN = TEXT | GEPACKT
