"""Proves the way out: the fallback stack builds the same site, page by page.

ProperDocs and mkdocs-materialx replace MkDocs and mkdocs-material; see `ausweg.yml`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

WURZEL = Path(__file__).parent.parent
sys.path[0] = str(WURZEL)

from macros.bauen import bereite_vor  # noqa: E402 - the root has to be on the path first
from tools.vergleich import lies_seiten, unterschiede  # noqa: E402

AUSWEG = WURZEL / ".venv-ausweg" / "bin" / "python"


def main() -> int:
    """Builds both sites into a temporary folder and compares them.

    Returns:
        0 if they are equal, 1 if they differ or one of them cannot be built.
    """
    bereite_vor()
    with tempfile.TemporaryDirectory(prefix="ausweg-") as ablage:
        hier, dort = Path(ablage) / "hier", Path(ablage) / "dort"
        gebaut = _baue("MkDocs und mkdocs-material", _mit_material(hier)) and _baue(
            "ProperDocs und mkdocs-materialx", _mit_materialx(dort)
        )
        return _vergleiche(hier, dort) if gebaut else 1


def _mit_material(ziel: Path) -> list[str]:
    return [sys.executable, "-m", "macros", "bauen", "--ziel", str(ziel)]


def _mit_materialx(ziel: Path) -> list[str]:
    ort = ["--config-file", "ausweg.yml", "--site-dir", str(ziel)]
    return [str(AUSWEG), "-m", "properdocs", "build", "--quiet", *ort]


def _baue(womit: str, befehl: list[str]) -> bool:
    """Runs a build, whose own progress shows on a terminal; tells if it succeeded."""
    print(f"{womit}: Die Website wird gebaut …", file=sys.stderr)
    try:
        lauf = subprocess.run(befehl, cwd=WURZEL, env=os.environ, stdout=sys.stderr, check=False)
    except OSError as fehler:
        print(f"{womit}: {fehler}. „make ausweg“ richtet die Umgebung ein.", file=sys.stderr)
        return False
    if lauf.returncode:
        ausfuehrlich = " ".join(wort for wort in befehl if wort != "--quiet")
        print(f"{womit}: Der Bau ist gescheitert. Ausführlich: {ausfuehrlich}", file=sys.stderr)
    return lauf.returncode == 0


def _vergleiche(hier: Path, dort: Path) -> int:
    print("Die Seiten werden verglichen …", file=sys.stderr)
    eine, andere = lies_seiten(hier), lies_seiten(dort)
    gefunden = list(unterschiede(eine, andere))
    for unterschied in gefunden:
        print(unterschied)
    alle = len(eine.keys() | andere.keys())
    gleich = alle - len({unterschied.adresse for unterschied in gefunden})
    print(f"{alle} Adressen verglichen, {gleich} gleich, {alle - gleich} verschieden.")
    return 1 if gefunden or not eine else 0


if __name__ == "__main__":
    sys.exit(main())
