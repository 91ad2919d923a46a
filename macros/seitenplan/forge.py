"""Addresses of the forge that the project lies on: edit a line, propose a file, report an error.

GitHub's forms are documented there; GitLab's are those of its own buttons (issue 594214 there).
"""

from __future__ import annotations

from urllib.parse import quote, urlencode, urlsplit, urlunsplit

from macros.modell import Betrieb


def plattform(betrieb: Betrieb) -> str:
    """Gives `github` or `gitlab`: the one the data name, else what the address suggests."""
    if betrieb.plattform:
        return betrieb.plattform
    return "github" if (betrieb.repository or "").startswith("https://github.com/") else "gitlab"


def bearbeiten(betrieb: Betrieb, pfad: str, zeile: int = 1) -> str | None:
    """Gives the address that opens a file's line for editing; None without a repository."""
    if betrieb.repository is None:
        return None
    mitte = "/-/edit/" if plattform(betrieb) == "gitlab" else "/edit/"
    return f"{_wurzel(betrieb)}{mitte}{quote(betrieb.zweig)}/{quote(pfad)}#L{zeile}"


def neue_datei(betrieb: Betrieb, pfad: str, inhalt: str) -> str | None:
    """Gives the address that opens a new file with its content; None without a repository."""
    if betrieb.repository is None:
        return None
    if plattform(betrieb) == "gitlab":
        angaben = urlencode({"file_name": pfad, "content": inhalt}, quote_via=quote)
        return f"{_wurzel(betrieb)}/-/new/{quote(betrieb.zweig)}?{angaben}"
    angaben = urlencode({"filename": pfad, "value": inhalt}, quote_via=quote)
    return f"{_wurzel(betrieb)}/new/{quote(betrieb.zweig)}?{angaben}"


def uebernimmt_inhalt(betrieb: Betrieb) -> bool:
    """Tells whether a new file shows the content of its address.

    GitLab fills in the name alone: its editor drops the content (gitlab-org/gitlab 594214).
    """
    return plattform(betrieb) == "github"


def melden(betrieb: Betrieb, titel: str, text: str) -> str | None:
    """Gives the address that opens a new issue; None without a repository."""
    if betrieb.repository is None:
        return None
    if plattform(betrieb) == "gitlab":
        angaben = urlencode({"issue[title]": titel, "issue[description]": text}, quote_via=quote)
        return f"{_wurzel(betrieb)}/-/issues/new?{angaben}"
    return f"{_wurzel(betrieb)}/issues/new?" + urlencode(
        {"title": titel, "body": text}, quote_via=quote
    )


def schreiben(betrieb: Betrieb, titel: str, text: str) -> str | None:
    """Gives the address of the operator's form, else of its mailbox; None without either.

    A form gets title and text as `betreff` and `text` in its query: it may fill them in, and its
    operator sees in any case which page was meant.
    """
    betreiber = betrieb.betreiber
    if betreiber.formular:
        teile = urlsplit(betreiber.formular)
        angaben = urlencode({"betreff": titel, "text": text}, quote_via=quote)
        return urlunsplit(teile._replace(query="&".join(filter(None, (teile.query, angaben)))))
    if betreiber.email:
        angaben = urlencode({"subject": titel, "body": text}, quote_via=quote)
        return f"mailto:{betreiber.email}?{angaben}"
    return None


def _wurzel(betrieb: Betrieb) -> str:
    return (betrieb.repository or "").rstrip("/").removesuffix(".git")
