"""Which tables are an office's own, which are not, and what of them is secret. The one list to keep:
a table that stands in none of these and is not of this program fails a test."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from motcua.database.tables import PlainRow, Table, all_tables

NOT_OF_AN_OFFICE: Final[Mapping[str, str]] = {
    "accounts_usersession": "browsers signed in here",
    "citizens_onetimecode": "codes on their way; they expire",
    "account_emailaddress": "not used: officers sign in by name",
    "account_emailconfirmation": "not used: officers sign in by name",
    "auth_group": "not used: rights come from positions held",
    "auth_group_permissions": "not used: rights come from positions held",
    "auth_permission": "made by the framework",
    "axes_accessattempt": "failed sign-ins that are being counted",
    "axes_accessattemptexpiration": "failed sign-ins that are being counted",
    "axes_accessfailurelog": "failed sign-ins that are being counted",
    "axes_accesslog": "switched off: sign-ins stand in the access log",
    "django_content_type": "made by the framework",
    "django_migrations": "told by the manifest",
    "django_session": "browsers signed in here",
    "dossiers_exportrun": "files made for somebody to fetch; they expire",
    "dossiers_printrun": "files made for somebody to fetch; they expire",
    "documents_upload": "bytes on their way, or waiting to be attached; they expire",
    "django_tasks_database_dbtaskresult": "background work that waits or is done",
}
"""Tables that stay behind, and why."""

ALSO_OURS: Final = frozenset({"mfa_authenticator"})
"""Tables of libraries that hold what is an office's own."""

SECRET_TABLES: Final = frozenset(
    {
        "accounts_passwordhistory",
        "accounts_apitoken",
        "citizens_invitation",
        "mfa_authenticator",
    }
)
"""Left out whole, unless secrets are asked for."""

COVERED: Final[Mapping[str, Mapping[str, Any]]] = {
    # No password fits “!”, so an account is closed until its password is set again.
    "accounts_user": {"password": "!", "must_change_password": True},
    # A screen at the counter is paired again at the new address.
    "surveys_surveydevice": {"secret_digest": "", "pairing_digest": "", "pairing_until": None},
}
"""What stands in secret columns, unless secrets are asked for."""


def belongings() -> list[Table]:
    """The tables of an office, secret ones too, each after those it refers to."""
    tables = all_tables()
    return [table for table in tables if _belongs(table)]


def _belongs(table: Table) -> bool:
    return table.name not in NOT_OF_AN_OFFICE and (table.is_ours or table.name in ALSO_OURS)


def covered(table: Table, row: PlainRow) -> PlainRow:
    """The row without what is secret in it."""
    return {**row, **COVERED[table.name]} if table.name in COVERED else row
