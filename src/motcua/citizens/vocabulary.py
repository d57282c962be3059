"""Stored codes of citizens. Never shown: the words are in `wording.py`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class ContactKind(StrEnum):
    """By what a citizen is reached and signs in."""

    PHONE = "PHONE"
    EMAIL = "EMAIL"


@dataclass(frozen=True, slots=True)
class Contact:
    """A telephone number or mailbox in its one spelling. It opens an account, so it is shown masked."""

    kind: ContactKind
    value: str


class IdentityLevel(IntEnum):
    """How well is known who the citizen is: 1 by a contact he holds, 2 by the national identity."""

    CONTACT = 1
    NATIONAL = 2


class MemberRole(StrEnum):
    """What a member may do in the organization's account."""

    MANAGER = "MANAGER"
    MEMBER = "MEMBER"


class CodePurpose(StrEnum):
    """What a one-time code opens; a code for one does not serve for another."""

    SIGN_IN = "SIGN_IN"
    CONTACT = "CONTACT"


class ConsentPurpose(StrEnum):
    """What a citizen may agree to, and take back."""

    OWN_PAPERS = "OWN_PAPERS"


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """What an account knows of its owner; "" and None where nothing is known."""

    full_name: str = ""
    birth_date: date | None = None
    personal_id: str = ""
