"""Why nothing is written to a folder that was named as a target."""

from __future__ import annotations


class ZielBesetzt(Exception):
    """What stands there is not ours and must not be replaced."""


class SchonDabei(Exception):
    """Another process publishes to it."""
