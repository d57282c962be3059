"""What a reader says of the own case, read from the address: the way through, how it is sent in, how many.

Everything has a sensible beginning, so that the page answers before anything is said. What cannot be
right is told beside its field and the beginning counts meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.procedures.queries.details import FeeRequest, ProcedureDetail
from motcua.procedures.rules.content import Fee
from motcua.procedures.rules.fees import COUNT_MAX
from motcua.procedures.vocabulary import Channel, FeeUnit, Preference

VARIANT, CHANNEL, COPIES, PAGES, GROUPS, CHOSEN = (
    "truong-hop",
    "cach",
    "ban",
    "trang",
    "dien",
    "muc",
)
CHANNEL_WORDS = {"truc-tiep": Channel.DESK, "truc-tuyen": Channel.ONLINE, "buu-chinh": Channel.POST}
WORD_OF = {channel: word for word, channel in CHANNEL_WORDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class MyCase:
    """One reader's case. `variant`: the place of the variant, from 0. `faults`: field → sentence."""

    variant: int
    channel: Channel
    copies: int = 1
    pages: int = 1
    groups: tuple[Preference, ...] = ()
    chosen_fee_ids: tuple[int, ...] = ()
    faults: dict[str, str] = field(default_factory=dict)


def case_of(said: QueryDict, detail: ProcedureDetail) -> MyCase:
    faults: dict[str, str] = {}
    variant = _variant(said.get(VARIANT, ""), detail)
    channel = _channel(said.get(CHANNEL, ""), detail)
    counts = {name: _count(said.get(name), name, faults) for name in (COPIES, PAGES)}
    known = {str(group): group for group in Preference}
    fees = {fee.id: fee for fee in fees_of_case(detail, variant, channel)}
    return MyCase(
        variant=variant,
        channel=channel,
        copies=counts[COPIES],
        pages=counts[PAGES],
        groups=tuple(known[one] for one in dict.fromkeys(said.getlist(GROUPS)) if one in known),
        chosen_fee_ids=_one_of_each(_chosen(said), fees),
        faults=faults,
    )


def fees_of_case(detail: ProcedureDetail, variant: int, channel: Channel) -> list[Fee]:
    """The fees that may count for this way through and this way in."""
    return [
        fee
        for fee in detail.fees
        if fee.channel in (None, channel) and fee.variant in (None, variant)
    ]


def fee_request(case: MyCase, detail: ProcedureDetail) -> FeeRequest:
    return FeeRequest(
        channel=case.channel,
        variant_id=detail.variants[case.variant].id,
        copies=case.copies,
        pages=case.pages,
        groups=tuple(str(group) for group in case.groups),
        chosen_fee_ids=case.chosen_fee_ids,
    )


def counts_asked(fees: list[Fee]) -> tuple[bool, bool]:
    """Whether the number of copies and the number of pages make a difference."""
    units = {fee.per for fee in fees}
    return bool(units & {FeeUnit.COPY, FeeUnit.PAGE}), FeeUnit.PAGE in units


def channels_of(detail: ProcedureDetail) -> tuple[Channel, ...]:
    """The ways in that the procedure has, in the order of the vocabulary; at the desk when unstated."""
    stated = tuple(channel for channel in Channel if channel in detail.channels)
    return stated or (Channel.DESK,)


def _variant(text: str, detail: ProcedureDetail) -> int:
    default = detail.variants.index(detail.default_variant)
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        return default
    place = int(text)
    return place if place < len(detail.variants) else default


def _channel(text: str, detail: ProcedureDetail) -> Channel:
    stated = channels_of(detail)
    wanted = CHANNEL_WORDS.get(text)
    return wanted if wanted in stated else stated[0]


def _count(text: str | None, name: str, faults: dict[str, str]) -> int:
    if text is None or not text.strip():
        return 1
    plain = text.strip()
    if plain.isascii() and plain.isdigit() and len(plain) <= 5 and 1 <= int(plain) <= COUNT_MAX:
        return int(plain)
    faults[name] = _("Nhập một số từ 1 đến 10.000.")
    return 1


def _chosen(said: QueryDict) -> list[int]:
    """Ids of fees chosen among alternatives: each group of choices has a field of its own."""
    texts = [text for name in said if name.startswith(CHOSEN) for text in said.getlist(name)]
    return [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) <= 18]


def _one_of_each(chosen: list[int], fees: dict[int, Fee]) -> tuple[int, ...]:
    """At most one alternative of each group, the last said; others are passed over."""
    by_group = {
        fees[one].choice_group: one for one in chosen if one in fees and fees[one].choice_group
    }
    return tuple(by_group.values())
