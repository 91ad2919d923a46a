"""Addresses of the forge that the project lies on: edit a line, propose a file, report an error.

GitHub's forms are documented there; GitLab's are those of its own buttons (issue 594214 there).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from macros.modell import Betrieb


@dataclass(frozen=True)
class _Formulare:
    """What a forge puts before its forms, and how these call their two fields."""

    davor: str
    datei: tuple[str, str]
    meldung: tuple[str, str]


_JE_PLATTFORM = {
    "github": _Formulare("", ("filename", "value"), ("title", "body")),
    "gitlab": _Formulare("/-", ("file_name", "content"), ("issue[title]", "issue[description]")),
}


def plattform(betrieb: Betrieb) -> str:
    """Gives `github` or `gitlab`: the one the data name, else what the address suggests."""
    if betrieb.plattform:
        return betrieb.plattform
    return "github" if (betrieb.repository or "").startswith("https://github.com/") else "gitlab"


def bearbeiten(betrieb: Betrieb, pfad: str, zeile: int = 1) -> str | None:
    """Gives the address that opens a file's line for editing; None without a repository."""
    return _adresse(betrieb, f"edit/{quote(betrieb.zweig)}/{quote(pfad)}#L{zeile}")


def neue_datei(betrieb: Betrieb, pfad: str, inhalt: str) -> str | None:
    """Gives the address that opens a new file with its content; None without a repository."""
    felder = _angaben(_JE_PLATTFORM[plattform(betrieb)].datei, pfad, inhalt)
    return _adresse(betrieb, f"new/{quote(betrieb.zweig)}?{felder}")


def uebernimmt_inhalt(betrieb: Betrieb) -> bool:
    """Tells whether a new file shows the content of its address.

    GitLab fills in the name alone: its editor drops the content (gitlab-org/gitlab 594214).
    """
    return plattform(betrieb) == "github"


def melden(betrieb: Betrieb, titel: str, text: str) -> str | None:
    """Gives the address that opens a new issue; None without a repository."""
    felder = _angaben(_JE_PLATTFORM[plattform(betrieb)].meldung, titel, text)
    return _adresse(betrieb, f"issues/new?{felder}")


def schreiben(betrieb: Betrieb, titel: str, text: str) -> str | None:
    """Gives the address of the operator's form, else of its mailbox; None without either.

    A form gets title and text as `betreff` and `text` in its query: it may fill them in, and its
    operator sees in any case which page was meant.
    """
    betreiber = betrieb.betreiber
    if betreiber.formular:
        teile = urlsplit(betreiber.formular)
        frage = "&".join(filter(None, (teile.query, _angaben(("betreff", "text"), titel, text))))
        return urlunsplit(teile._replace(query=frage))
    if betreiber.email:
        return f"mailto:{betreiber.email}?{_angaben(('subject', 'body'), titel, text)}"
    return None


def _adresse(betrieb: Betrieb, form: str) -> str | None:
    if betrieb.repository is None:
        return None
    wurzel = betrieb.repository.rstrip("/").removesuffix(".git")
    return f"{wurzel}{_JE_PLATTFORM[plattform(betrieb)].davor}/{form}"


def _angaben(felder: tuple[str, str], *werte: str) -> str:
    return urlencode(dict(zip(felder, werte, strict=True)), quote_via=quote)
