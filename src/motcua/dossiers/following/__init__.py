"""Apps above that follow what happens to dossiers, in the transaction in which it happens.

A process moves to its next step with the act that ends the step, or neither happens. Who follows
registers when the program starts (`apps.py`); the heart knows nothing of those above it. What may
wait, or touches the world, is no follower: it reads the ledger afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from motcua.dossiers.events import LifeEvent
from motcua.dossiers.models import Dossier
from motcua.dossiers.vocabulary import Act, Limit, ReceptionInput
from motcua.ledger.recording import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A dossier that comes into the register: `row` are the values of its row, not yet written."""

    dossier_id: int
    row: Mapping[str, Any]
    given: ReceptionInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """An act that has been written, its fact not yet: `dossier` is its row as it was before."""

    dossier: Dossier
    act: Act
    event: LifeEvent


class Follower(Protocol):
    """Both are called with the chain of the act; what they refuse undoes it."""

    def begun(self, record: Record, begun: Begun) -> None:
        """The rows of the dossier travel with its fact: so must those of the follower, by
        `record.add`."""

    def acted(self, record: Record, acted: Acted) -> None: ...


_FOLLOWERS: dict[str, Follower] = {}
_AFTER: dict[str, Callable[[Record, Acted], None]] = {}
_LIMITS: dict[str, Callable[[int], Limit | None]] = {}


def register(name: str, follower: Follower) -> None:
    """Follow from now on; they are called in the order of their names."""
    _FOLLOWERS[name] = follower


def register_after(name: str, follow: Callable[[Record, Acted], None]) -> None:
    """Be told once the fact of an act is kept: what follows from it for other dossiers is written then
    (`consequences`), with facts of their own."""
    _AFTER[name] = follow


def register_limit(name: str, limit_of: Callable[[int], Limit | None]) -> None:
    """Say by the id of a dossier which limit holds for it before that of the catalogue."""
    _LIMITS[name] = limit_of


def limit_before_the_catalogue(dossier_id: int) -> Limit | None:
    """The limit of the group in which the dossier was filed, if that sets one."""
    told = (limit_of(dossier_id) for _name, limit_of in sorted(_LIMITS.items()))
    return next((one for one in told if one is not None), None)


def tell_begun(record: Record, begun: Begun) -> None:
    for _name, follower in sorted(_FOLLOWERS.items()):
        follower.begun(record, begun)


def tell_acted(record: Record, acted: Acted) -> None:
    for _name, follower in sorted(_FOLLOWERS.items()):
        follower.acted(record, acted)


def tell_after(record: Record, acted: Acted) -> None:
    for _name, follow in sorted(_AFTER.items()):
        follow(record, acted)
