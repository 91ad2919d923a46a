"""The command line of the project: `python -m macros BEFEHL`."""

from __future__ import annotations

import sys

from .befehle import fuehre_aus

if __name__ == "__main__":
    sys.exit(fuehre_aus(sys.argv[1:]))
