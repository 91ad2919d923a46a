"""A value in the data, and the group of fields that it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True, eq=False)
class Gruppe:
    """A group of fields in the data."""

    datei: str
    art: str
    knoten: yaml.MappingNode
    eltern: Gruppe | None

    def feld(self, name: str) -> yaml.Node | None:
        """Gives the value of a field."""
        return next((wert for n, wert in self.knoten.value if n.value == name), None)


@dataclass(frozen=True, eq=False)
class Stelle:
    """A value in the data; `name` is its key, None for an entry of a list."""

    typ: str
    feld: str
    wert: Any
    name: yaml.ScalarNode | None
    gruppe: Gruppe
    pflicht: bool = False
    liste: yaml.SequenceNode | None = None

    @property
    def datei(self) -> str:
        """The file it stands in."""
        return self.gruppe.datei

    @property
    def ort(self) -> str:
        """Group and field, the same for all places of one rule."""
        return f"{self.gruppe.art}.{self.feld}{'' if self.name else '[]'}"

    @property
    def ist_kennung(self) -> bool:
        """Whether it is the id of its group."""
        return self.feld == "id" and self.name is not None


def ist_feld(stelle: Stelle) -> bool:
    """Whether it is a field on a line of its own."""
    return stelle.name is not None and not stelle.gruppe.knoten.flow_style


def kennungen_in(knoten: Any) -> list[yaml.ScalarNode]:
    """Gives the ids in a value, its own first."""
    if isinstance(knoten, yaml.MappingNode):
        eigene = [wert for name, wert in knoten.value if name.value == "id"]
        return eigene + [k for _, wert in knoten.value for k in kennungen_in(wert)]
    if isinstance(knoten, yaml.SequenceNode):
        return [k for kind in knoten.value for k in kennungen_in(kind)]
    return []
