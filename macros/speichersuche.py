"""Python's search for garbage, paused where much is made and nothing is left over."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ohne_speichersuche() -> Iterator[None]:
    """Pauses it: else it looks through all that was made so far, again and again."""
    lief = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if lief:
            gc.enable()
