"""What the forges run: workflows that only call make targets, and hold no secrets."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.redaktion.faelle import WURZEL, lies_daten

GITHUB = tuple(sorted((WURZEL / ".github" / "workflows").glob("*.yml")))
GITLAB = WURZEL / ".gitlab-ci.yml"
FORMULARE = WURZEL / ".github" / "ISSUE_TEMPLATE"
ABLAEUFE = (*GITHUB, GITLAB)
_GITLAB_GLOBAL = {"workflow", "stages", "default", "variables"}
_AKTION = re.compile(r"uses: ([\w-]+/[\w-]+)@([0-9a-f]{40}) # v\d+\.\d+\.\d+")
_AUFRUF = re.compile(r"make ([a-z-]+)((?: [A-Z]+=(?:\"\$[A-Z_]+\"|[\w.^]+))*)")

_SCHEMATA = {
    "vendor.github-workflows": GITHUB,
    "custom.github-workflows-require-timeout": GITHUB,
    "vendor.gitlab-ci": (GITLAB,),
    "vendor.github-issue-config": (FORMULARE / "config.yml",),
    "vendor.github-issue-forms": tuple(
        sorted(p for p in FORMULARE.glob("*.yml") if p.name != "config.yml")
    ),
}


def _namen(pfad: Path) -> str:
    return pfad.name


@cache
def _lies(pfad: Path) -> Any:
    # YAML 1.1 reads GitHub's key `on` as true.
    return yaml.safe_load(pfad.read_text(encoding="utf-8"))


def _aufgaben(pfad: Path) -> dict[str, dict[str, Any]]:
    inhalt = _lies(pfad)
    return (
        inhalt["jobs"]
        if pfad != GITLAB
        else {name: wert for name, wert in inhalt.items() if name not in _GITLAB_GLOBAL}
    )


def _zeilen(pfad: Path) -> Iterator[str]:
    """Gives every line that a forge hands to a shell."""
    for aufgabe in [*_aufgaben(pfad).values(), _lies(pfad).get("default", {})]:
        for schritt in aufgabe.get("steps", ()):
            yield from schritt.get("run", "").splitlines()
        for name in ("before_script", "script", "after_script"):
            yield from aufgabe.get(name, ())


def _ziele(pfad: Path) -> set[str]:
    return {treffer[1] for zeile in _zeilen(pfad) if (treffer := _AUFRUF.fullmatch(zeile))}


@cache
def _makefile() -> str:
    return (WURZEL / "Makefile").read_text(encoding="utf-8")


def _pruefe_schema(schema: str, *dateien: Path) -> subprocess.CompletedProcess[str]:
    # A proxy that nobody runs: a schema that were not in the package could not be fetched.
    umgebung = os.environ | {"HTTPS_PROXY": "http://127.0.0.1:9", "NO_PROXY": ""}
    befehl = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    return subprocess.run(
        [*befehl, *map(str, dateien)], env=umgebung, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("schema", _SCHEMATA)
def test_passt_zum_schema(schema: str) -> None:
    """The schemas are those that the forges' makers publish."""
    assert _SCHEMATA[schema]
    lauf = _pruefe_schema(schema, *_SCHEMATA[schema])
    assert lauf.returncode == 0, lauf.stdout + lauf.stderr


@pytest.mark.parametrize(
    ("schema", "suche", "ersatz"),
    [
        ("vendor.github-workflows", "runs-on:", "runson:"),
        ("custom.github-workflows-require-timeout", "timeout-minutes:", "name:"),
        ("vendor.gitlab-ci", "    - make test", "    - make: test"),
        ("vendor.github-issue-forms", "type: input", "type: eingabe"),
    ],
)
def test_das_schema_findet_fehler(schema: str, suche: str, ersatz: str, tmp_path: Path) -> None:
    """The check above can fail."""
    text = _SCHEMATA[schema][0].read_text(encoding="utf-8")
    assert suche in text
    kaputt = tmp_path / "kaputt.yml"
    kaputt.write_text(text.replace(suche, ersatz), encoding="utf-8")
    assert _pruefe_schema(schema, kaputt).returncode == 1


@pytest.mark.parametrize("pfad", ABLAEUFE, ids=_namen)
def test_ruft_nur_ziele_aus_dem_makefile(pfad: Path) -> None:
    """Whatever a forge runs can be run at home; the targets take the settings they are given."""
    zeilen = list(_zeilen(pfad))
    assert zeilen
    (phony,) = re.findall(r"^\.PHONY:((?:.*\\\n)*.*)", _makefile(), re.MULTILINE)
    for zeile in zeilen:
        treffer = _AUFRUF.fullmatch(zeile)
        assert treffer, f"{zeile}: kein einfaches make-Ziel"
        assert treffer[1] in phony.replace("\\", " ").split(), f"{zeile}: Ziel fehlt"
        assert re.search(rf"^{treffer[1]}:", _makefile(), re.MULTILINE), f"{zeile}: Ziel fehlt"
        for angabe in re.findall(r" ([A-Z]+)=", treffer[2]):
            assert re.search(rf"\$\({angabe}\)", _makefile()), f"{zeile}: {angabe} ist unbekannt"


def test_beide_plattformen_pruefen_dasselbe() -> None:
    """But for the form in which findings are printed."""
    github, gitlab = set().union(*map(_ziele, GITHUB)), _ziele(GITLAB)
    assert github ^ gitlab == {"pruefen-github", "pruefen-gitlab"}
    assert github >= {"test", "vorschau-ordner", "vergleich", "links"}


@pytest.mark.parametrize("ziel", ["pruefen-github", "pruefen-gitlab"])
def test_das_protokoll_nennt_jede_stelle(ziel: str, tmp_path: Path) -> None:
    """A forge shows ten findings at their lines, or a report; the log has every line of text."""
    macros = tmp_path / "macros"
    macros.write_text('#!/bin/sh\necho "[$*]"\nexit 1\n', encoding="utf-8")
    macros.chmod(0o755)
    befehl = ["make", "-f", str(WURZEL / "Makefile"), "-o", ".venv/.site", f"MACROS={macros}", ziel]
    lauf = subprocess.run(befehl, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert lauf.returncode and "[pruefen]\n" in lauf.stdout, lauf.stdout + lauf.stderr


@pytest.mark.parametrize("pfad", ABLAEUFE, ids=_namen)
def test_keine_geheimnisse(pfad: Path) -> None:
    """A proposal from outside runs without anything worth stealing."""
    text = pfad.read_text(encoding="utf-8")
    for verboten in ("pull_request_target", "secrets", "TOKEN", "id_tokens", "workflow_run"):
        assert verboten not in text


@pytest.mark.parametrize("pfad", GITHUB, ids=_namen)
def test_github_darf_nur_lesen(pfad: Path) -> None:
    assert _lies(pfad)["permissions"] == {"contents": "read"}
    assert "concurrency" in _lies(pfad)
    for name, aufgabe in _aufgaben(pfad).items():
        assert "permissions" not in aufgabe, name
        assert aufgabe["timeout-minutes"] <= 60, name
        assert re.fullmatch(r"ubuntu-\d\d\.\d\d", aufgabe["runs-on"]), name


@pytest.mark.parametrize("pfad", GITHUB, ids=_namen)
def test_aktionen_stehen_mit_commit_und_fassung_da(pfad: Path) -> None:
    text = pfad.read_text(encoding="utf-8")
    schritte = [s for a in _aufgaben(pfad).values() for s in a["steps"] if "uses" in s]
    genannt = _AKTION.findall(text)
    assert [f"{aktion}@{commit}" for aktion, commit in genannt] == [s["uses"] for s in schritte]
    assert {aktion.split("/")[0] for aktion, _ in genannt} == {"actions"}
    for schritt in schritte:
        if schritt["uses"].startswith("actions/checkout@"):
            assert schritt["with"] == {"fetch-depth": 0, "persist-credentials": False}
        if schritt["uses"].startswith("actions/setup-python@"):
            assert re.fullmatch(r"3\.11\.\d+", schritt["with"]["python-version"])


def test_jede_aktion_hat_ueberall_dieselbe_fassung() -> None:
    zeilen = {
        zeile.split("uses: ")[1]
        for pfad in GITHUB
        for zeile in pfad.read_text(encoding="utf-8").splitlines()
        if "uses: " in zeile
    }
    assert len(zeilen) == len({zeile.split("@")[0] for zeile in zeilen})


def test_nichts_von_aussen_gelangt_in_eine_shell() -> None:
    """What a proposal is called is never part of a command."""
    assert [zeile for pfad in GITHUB for zeile in _zeilen(pfad) if "${{" in zeile] == []


def test_gitlab_nimmt_genaue_bilder_und_zeigt_die_befunde() -> None:
    inhalt = _lies(GITLAB)
    bilder = re.findall(r"^\s*(?:image|name): (\S+:\S+)$", GITLAB.read_text(), re.MULTILINE)
    assert bilder == [inhalt["default"]["image"]]
    assert re.fullmatch(r"python:3\.11\.\d+-bookworm", bilder[0])
    assert inhalt["variables"]["GIT_DEPTH"] == "0"
    artefakte = inhalt["pruefen"]["artifacts"]
    bericht = artefakte["reports"]["codequality"]
    assert artefakte["when"] == "always"
    assert f"> {bericht}" in _makefile()
    assert inhalt["vergleich"]["artifacts"]["paths"] == ["vergleich.md"]
    for name in ("vorschau", "vergleich"):
        assert re.fullmatch(r"[A-Za-z0-9_ -]+", inhalt[name]["artifacts"]["expose_as"])


def test_die_woche_laeuft_nicht_in_kopien() -> None:
    """Outside servers are asked by one project only, and never because of a proposal."""
    woche = _lies(WURZEL / ".github" / "workflows" / "woche.yml")
    assert set(woche[True]) == {"schedule", "workflow_dispatch"}
    assert "vars.WOCHENLAUF == 'ja'" in woche["jobs"]["links"]["if"]
    assert _lies(GITLAB)["links"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    for pfad in (GITHUB[0], GITLAB):
        andere = [n for n, a in _aufgaben(pfad).items() if "make links" in str(a) and n != "links"]
        assert andere == []


def test_vorlagen_sind_auf_beiden_plattformen_gleich() -> None:
    """One text for proposals, the same questions for reports."""
    vorschlag = WURZEL / ".github" / "pull_request_template.md"
    gitlab = WURZEL / ".gitlab"
    assert (
        vorschlag.read_bytes() == (gitlab / "merge_request_templates" / "Default.md").read_bytes()
    )
    for formular in _SCHEMATA["vendor.github-issue-forms"]:
        inhalt = _lies(formular)
        text = (gitlab / "issue_templates" / f"{inhalt['name']}.md").read_text(encoding="utf-8")
        fragen = [teil["attributes"]["label"] for teil in inhalt["body"] if "id" in teil]
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == fragen


def test_das_formular_nennt_die_handlungsfelder() -> None:
    formular = _lies(FORMULARE / "praxisbeispiel.yml")
    (auswahl,) = (teil for teil in formular["body"] if teil.get("id") == "handlungsfeld")
    titel = [feld["titel"] for feld in lies_daten("leitlinien")["handlungsfelder"]]
    assert auswahl["attributes"]["options"] == [*titel, "weiß ich nicht"]
    gitlab = WURZEL / ".gitlab" / "issue_templates" / "Praxisbeispiel vorschlagen.md"
    genannt = re.findall(r"^- (.+)$", gitlab.read_text(encoding="utf-8"), re.MULTILINE)
    assert genannt == [*titel, "weiß ich nicht"]


def test_codeowners_gilt_auf_beiden_plattformen() -> None:
    """A path and its accounts, or a comment; GitLab reads accounts in comments, too."""
    for zeile in (WURZEL / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        if zeile.startswith("#"):
            assert "@" not in zeile
        elif zeile:
            assert re.fullmatch(r"\S+( @[\w./-]+)+", zeile)
