"""Envelopes that go and come by post: their list, their numbers, what becomes of them.

Basis: NĐ 61/2018 Art. 20 (the result by public post); law.md 4.3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.dossiers.rules.facts import within
from motcua.kernel.refusal import Refusal

ITEMS_MAX = 100
CARRIER_MAX = 200
TRACKING_MAX = 40
NOTE_MAX = 300
NAME_MAX = 200
_LAST_DIGITS = re.compile(r"(\d+)(?=\D*$)")
_UPU = re.compile(r"[A-Z]{2}(\d{8})(\d)[A-Z]{2}")
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


class Direction(StrEnum):
    """Whether a list goes to the carrier or came from it."""

    OUT = "OUT"
    IN = "IN"


class PostedState(StrEnum):
    """Where an envelope is: under way, delivered, sent back; of those that came: waiting, received."""

    SENT = "SENT"
    DELIVERED = "DELIVERED"
    CAME_BACK = "CAME_BACK"
    WAITING = "WAITING"
    RECEIVED = "RECEIVED"


MAY_BECOME = {
    Direction.OUT: frozenset({PostedState.SENT, PostedState.DELIVERED, PostedState.CAME_BACK}),
    Direction.IN: frozenset({PostedState.WAITING, PostedState.RECEIVED}),
}


class ListSizeFaulty(Refusal):
    """A list has at least one line and not more than a bound."""

    code = "list-size-faulty"


class CarrierMissing(Refusal):
    code = "carrier-missing"


class TrackingRepeated(Refusal):
    """One number stands twice in the list."""

    code = "tracking-repeated"


class ArrivalAhead(Refusal):
    """It is said to have arrived later than now."""

    code = "arrival-ahead"


class SenderMissing(Refusal):
    code = "sender-missing"


class StateDoesNotFit(Refusal):
    """An envelope of this direction cannot be in this state, or a dossier is missing for it."""

    code = "posted-state-does-not-fit"


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """An envelope that came: from whom, its number, when it arrived."""

    sender_name: str
    arrived_at: datetime
    tracking_number: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PostingIn:
    """What is given to enter a list of envelopes that came."""

    carrier: str
    parcels: tuple[Parcel, ...]
    note: str = ""


def checked_carrier(carrier: str) -> str:
    """Refusals: CarrierMissing, TextTooLong."""
    plain = " ".join(carrier.split())
    if not plain:
        raise CarrierMissing(field="carrier")
    return within(plain, at_field="carrier", length_max=CARRIER_MAX)


def check_size(count: int) -> None:
    """Refusals: ListSizeFaulty."""
    if not 1 <= count <= ITEMS_MAX:
        raise ListSizeFaulty(field="chosen", count_max=ITEMS_MAX)


def check_numbers(numbers: Sequence[str]) -> None:
    """No number twice. Refusals: TrackingRepeated, TextTooLong."""
    seen: set[str] = set()
    for place, number in enumerate(numbers):
        within(number, at_field=f"tracking-{place}", length_max=TRACKING_MAX)
        if number and number in seen:
            raise TrackingRepeated(field=f"tracking-{place}", number=number)
        seen.add(number)


def check_parcels(parcels: Sequence[Parcel], at: datetime) -> None:
    """Refusals: ListSizeFaulty, SenderMissing, ArrivalAhead, TrackingRepeated, TextTooLong."""
    check_size(len(parcels))
    for place, parcel in enumerate(parcels):
        if not parcel.sender_name.strip():
            raise SenderMissing(field=f"sender-{place}")
        within(parcel.sender_name, at_field=f"sender-{place}", length_max=NAME_MAX)
        within(parcel.note, at_field=f"note-{place}", length_max=NOTE_MAX)
        if parcel.arrived_at > at:
            raise ArrivalAhead(field=f"arrived-{place}")
    check_numbers([parcel.tracking_number for parcel in parcels])


def check_state(direction: Direction, state: PostedState, dossier_code: str) -> None:
    """Refusals: StateDoesNotFit."""
    is_received = state is PostedState.RECEIVED
    if state not in MAY_BECOME[direction] or is_received != bool(dossier_code):
        raise StateDoesNotFit(field="state")


def run_of_numbers(first: str, count: int) -> tuple[str, ...]:
    """`count` numbers from the first on: `EB123456785VN` (with its check digit) or any that counts.

    A number of the Universal Postal Union (S10) gets its own check digit; of another the last
    digits count up, with their leading zeros. Without digits there is only the first.
    """
    upu = _UPU.fullmatch(first)
    if upu:
        start = int(upu[1])
        serials = (f"{(start + step) % 10**8:08d}" for step in range(count))
        return tuple(f"{first[:2]}{serial}{check_digit(serial)}{first[-2:]}" for serial in serials)
    digits = _LAST_DIGITS.search(first)
    if digits is None:
        return (first,)[:count]
    head, tail, width = first[: digits.start()], first[digits.end() :], len(digits[1])
    return tuple(f"{head}{int(digits[1]) + step:0{width}d}{tail}" for step in range(count))


def check_digit(serial: str) -> int:
    """The ninth digit of an S10 number: weights 8 6 4 2 3 5 9 7, modulo 11."""
    left = 11 - sum(w * int(digit) for w, digit in zip(_WEIGHTS, serial, strict=True)) % 11
    return {10: 0, 11: 5}.get(left, left)
