"""What a desk works out once for many dossiers that are printed: fees, limits, clocks, rights."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from motcua.accounts.rules.roles import Permission
from motcua.database.filling import is_postgresql
from motcua.dossiers.loading.clocks import Clocks, clocks_of
from motcua.dossiers.loading.lives import Spot
from motcua.dossiers.policies import can
from motcua.dossiers.preparation import Ground
from motcua.dossiers.rows import fee_values
from motcua.dossiers.vocabulary import Act, Limit, ReceptionInput
from motcua.kernel.actor import Actor
from motcua.ledger.rules.chain import canonical
from motcua.procedures.vocabulary import Channel

Fees = tuple[list[dict[str, Any]], str, int]


@dataclass(slots=True)
class Press:
    """What one agency's desk works out once for many dossiers. `copies`: rows become lines of COPY."""

    copies: bool = field(default_factory=is_postgresql)
    _fees: dict[Any, Fees] = field(default_factory=dict)
    _limits: dict[Any, Limit] = field(default_factory=dict)
    _clocks: dict[int, Clocks] = field(default_factory=dict)
    _rights: set[Any] = field(default_factory=set)

    def fees(self, ground: Ground, given: ReceptionInput) -> Fees:
        """What is owed: as plain values, as JSON, in all."""
        key = (ground.detail.version_id, given.copies, given.pages, given.channel)
        found = self._fees.get(key)
        if found is None:
            lines = [fee_values(line) for line in ground.fee_sheet(given).lines]
            total = sum(line["amount_vnd"] for line in lines)
            found = self._fees[key] = (lines, canonical(lines), total)
        return found

    def limit(self, ground: Ground, channel: Channel) -> Limit:
        key = (ground.detail.version_id, channel)
        found = self._limits.get(key)
        if found is None:
            found = ground.limit(variant_id=None, channel=channel, typed=None)
            self._limits[key] = found
        return found

    def clocks(self, ground: Ground) -> Clocks:
        key = id(ground.office)
        found = self._clocks.get(key)
        if found is None:
            found = clocks_of(ground.office.calendar, ground.office.terms)
            self._clocks[key] = found
        return found

    def demand(self, actor: Actor, act: Act, spot: Spot) -> None:
        """Refusals: NotPermitted."""
        key = (actor.holding_id, act, spot.agency_id, spot.unit_id, spot.assignee_id)
        if key not in self._rights:
            can(actor, Permission(act), spot).demand()
            self._rights.add(key)


def is_plain_text(text: str) -> bool:
    """Whether it stands between quotation marks as it is."""
    return text.isprintable() and '"' not in text and "\\" not in text


def in_json(text: str) -> str:
    """The text as it stands between quotation marks."""
    return canonical(text)[1:-1]
