"""Facts about notices: what people change. What the worker sends follows from facts of dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class NoticeWordingSet(Event):
    """The words of a notice were set for an agency (None = everywhere) from a day on."""

    code: ClassVar[str] = "notice-wording.set"

    agency_id: int | None
    kind: str
    carrier: str
    language: str
    valid_from: date
    subject: str
    body: str
    is_sent: bool


@dataclass(frozen=True, kw_only=True)
class DeliveryRetried(Event):
    """Somebody had a failed delivery tried again."""

    code: ClassVar[str] = "delivery.retried"

    carrier: str
    key: str


@dataclass(frozen=True, kw_only=True)
class AddressWishSet(Event):
    """Somebody said how he wishes to be told at an address, named by its digest only."""

    code: ClassVar[str] = "address-wish.set"

    address_digest: str
    is_wanted: bool
    in_digest: bool
    language: str
    quiet_from: str | None = None
    quiet_until: str | None = None
