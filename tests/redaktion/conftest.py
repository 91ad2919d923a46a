"""What several files of the editors' tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.redaktion.linkserver import Linkserver


@pytest.fixture
def linkserver(monkeypatch: pytest.MonkeyPatch) -> Iterator[Linkserver]:
    """A server for links, asked past any proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Linkserver() as offen:
        yield offen
