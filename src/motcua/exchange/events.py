"""Facts about partners and messages: what people change. What is told follows from facts of dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from motcua.kernel.event import Event


@dataclass(frozen=True, kw_only=True)
class PartnerAdded(Event):
    """Another installation is known by its key from now on."""

    code: ClassVar[str] = "partner.added"

    name: str
    address: str
    key: str


@dataclass(frozen=True, kw_only=True)
class PartnerChanged(Event):
    """Its name, its address, or whether it is heard and told at all."""

    code: ClassVar[str] = "partner.changed"

    name: str
    address: str
    is_active: bool


@dataclass(frozen=True, kw_only=True)
class AgencyHosted(Event):
    """An agency works in the installation of the partner; what is sent to it goes there."""

    code: ClassVar[str] = "partner.agency-hosted"

    agency_id: int


@dataclass(frozen=True, kw_only=True)
class AgencyReleased(Event):
    """The agency does not work there any more."""

    code: ClassVar[str] = "partner.agency-released"

    agency_id: int


@dataclass(frozen=True, kw_only=True)
class MessagesResent(Event):
    """Somebody had what waits for a partner sent at once."""

    code: ClassVar[str] = "partner.messages-resent"

    count: int


@dataclass(frozen=True, kw_only=True)
class MessagesRenumbered(Event):
    """What waits got new numbers, because the partner has others under the old ones."""

    code: ClassVar[str] = "partner.messages-renumbered"

    first: int
    count: int


@dataclass(frozen=True, kw_only=True)
class MessagesTriedAgain(Event):
    """Somebody had what a partner told, and could not be carried out, tried again."""

    code: ClassVar[str] = "partner.messages-tried-again"

    count: int
