"""A sign-in that has begun: kept in the session from one page to the next, gone when it ends."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from motcua.citizens.rules.identity import Identity
from motcua.citizens.vocabulary import Contact, ContactKind, IdentityLevel

SESSION_KEY = "motcua-sign-in"
NEXT_FIELD = "tiep"
NEXT_LENGTH_MAX = 500


@dataclass(kw_only=True, slots=True)
class Underway:
    """`contact` has been asked for a code; `is_proven`: it was given. `user_id` has passed the first
    step and owes the second. `identity`: what the national identity said, not yet in an account."""

    kind: str = ""
    contact: str = ""
    is_proven: bool = False
    user_id: int | None = None
    method: str = ""
    next_url: str = ""
    identity: dict[str, Any] | None = None

    @property
    def to(self) -> Contact | None:
        return Contact(ContactKind(self.kind), self.contact) if self.contact else None

    def ask(self, contact: Contact) -> None:
        """A code is on its way to this contact; nothing is proven yet."""
        self.kind, self.contact, self.is_proven = str(contact.kind), contact.value, False


def underway(request: HttpRequest) -> Underway:
    kept = request.session.get(SESSION_KEY)
    return Underway(**kept) if isinstance(kept, dict) else Underway()


def keep(request: HttpRequest, state: Underway) -> None:
    request.session[SESSION_KEY] = asdict(state)


def forget(request: HttpRequest) -> None:
    request.session.pop(SESSION_KEY, None)


def safe_next(request: HttpRequest, wanted: str) -> str:
    """Where to go afterwards: an address of this site, else the account itself."""
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if is_ours and wanted.startswith("/") and len(wanted) <= NEXT_LENGTH_MAX:
        return wanted
    return reverse("portal:account")


def as_kept(identity: Identity) -> dict[str, Any]:
    """For the session: plain values."""
    kept = asdict(identity)
    kept["birth_date"] = identity.birth_date.isoformat() if identity.birth_date else ""
    return {**kept, "level": int(identity.level)}


def from_kept(kept: dict[str, Any] | None) -> Identity | None:
    if kept is None:
        return None
    born = kept["birth_date"]
    values = {**kept, "level": IdentityLevel(kept["level"])}
    return Identity(**{**values, "birth_date": date.fromisoformat(born) if born else None})
