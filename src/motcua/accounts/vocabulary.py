"""Stored codes of accounts. Never shown: the words are in `wording.py`."""

from __future__ import annotations

from enum import StrEnum


class AccountKind(StrEnum):
    """The four kinds of accounts that law.md 11.2 keeps apart, and those that citizens open themselves."""

    ADMIN = "ADMIN"
    OPERATION = "OPERATION"
    TECHNICAL = "TECHNICAL"
    SERVICE = "SERVICE"
    CITIZEN = "CITIZEN"


class EmploymentKind(StrEnum):
    """On what ground an officer works."""

    CIVIL_SERVANT = "CIVIL_SERVANT"
    PUBLIC_EMPLOYEE = "PUBLIC_EMPLOYEE"
    COMMUNE_OFFICIAL = "COMMUNE_OFFICIAL"
    CONTRACT = "CONTRACT"


class DisabledReason(StrEnum):
    """Why an account was closed to sign-in."""

    INACTIVE = "INACTIVE"
    TRANSFERRED = "TRANSFERRED"
    LEFT = "LEFT"
    SUSPECTED_MISUSE = "SUSPECTED_MISUSE"
