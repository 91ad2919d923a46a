"""Exit codes of the commands (section 4 of the design)."""

from __future__ import annotations

IN_ORDNUNG, FEHLER, FALSCHER_AUFRUF = 0, 1, 2
