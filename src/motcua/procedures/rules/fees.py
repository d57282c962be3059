"""How much a dossier costs, line by line. Pure; integer đồng; the lines add up to the total.

Rules of the working-out (law.md 4.9; Circular 226/2016/TT-BTC for certified copies; worked tables
in docs/explain/fees.md):
- a fee may be per dossier, per copy or per page; for pages, free pages, tiers and the cap count
  within one copy and are then taken times the copies; for copies they count within the dossier;
- a fee written for this channel or variant takes the place of the same fee written for any;
- fees of one choice group are alternatives, and none counts until it is chosen;
- of all preferences that fit, the highest one counts, once: they are never added;
- a lowered fee is rounded down to the đồng, for the benefit of the payer;
- a fee whose amount the provincial council sets counts once that amount is given, by the same units.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from motcua.kernel.refusal import Refusal
from motcua.procedures.rules.content import ExemptionRule, Fee
from motcua.procedures.vocabulary import AskedAt, Channel, FeeKind, FeeUnit, Preference

COUNT_MAX = 10_000
_BASIS_ENDS = re.compile("[:;]")
LOCAL_AMOUNT_MAX_VND = 100_000_000


class FeeCaseInvalid(Refusal):
    """Copies or pages outside 0..10,000 (`field`, `count`, `count_max`)."""

    code = "fee-case-invalid"


class LocalAmountInvalid(Refusal):
    """The amount given for a fee set locally is outside 0..100,000,000 đồng."""

    code = "local-amount-invalid"


class FeeChoiceAmbiguous(Refusal):
    """Two alternatives of one choice group were chosen (`choice_group`)."""

    code = "fee-choice-ambiguous"


class PreferenceUnknown(Refusal):
    """No such group of people (`group`)."""

    code = "preference-unknown"


class FeeLineCode(StrEnum):
    """What a line of the fee sheet says; words in `wording.py`."""

    PER_DOSSIER = "PER_DOSSIER"
    PER_COPY = "PER_COPY"
    PER_PAGE = "PER_PAGE"
    FREE_UNITS = "FREE_UNITS"
    CAPPED = "CAPPED"
    REDUCED = "REDUCED"
    WAIVED = "WAIVED"
    SET_LOCALLY = "SET_LOCALLY"


class OpenPointCode(StrEnum):
    """What the sheet cannot know by itself and the officer should look at."""

    CHOOSE_CASE = "CHOOSE_CASE"
    SET_LOCALLY = "SET_LOCALLY"


@dataclass(frozen=True, kw_only=True, slots=True)
class CopiedDocument:
    """One original of so many pages, wanted in so many copies."""

    pages: int = 1
    copies: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class FeeCase:
    """What the fee of one dossier depends on.

    `items` is for several originals at once; without it `copies` copies of one original of
    `pages` pages are meant. `chosen_fee_ids` are the alternatives that apply. `variant` is the
    place of the variant in its version (from 0). `local_amounts` are (fee id, đồng) for the fees
    that the provincial council sets; those of other fees are passed over.
    """

    channel: Channel = Channel.DESK
    variant: int | None = None
    copies: int = 1
    pages: int = 1
    items: tuple[CopiedDocument, ...] = ()
    groups: frozenset[Preference] = frozenset()
    chosen_fee_ids: frozenset[int] = frozenset()
    local_amounts: tuple[tuple[int, int], ...] = ()

    @property
    def documents(self) -> tuple[CopiedDocument, ...]:
        return self.items or (CopiedDocument(pages=self.pages, copies=self.copies),)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeeSheetLine:
    """One signed amount and why. `params` are plain values for the sentence in `wording.py`."""

    fee_id: int
    kind: FeeKind
    name: str
    code: FeeLineCode
    amount_vnd: int
    params: dict[str, Any] = field(default_factory=dict)

    @property
    def asked_at(self) -> AskedAt:
        """When it is asked for; a line says so only where it is not with the dossier."""
        return AskedAt(self.params.get("asked_at", AskedAt.RECEPTION))

    @property
    def is_waiting(self) -> bool:
        """Taken off for a claim on which nobody has decided yet."""
        return bool(self.params.get("is_waiting"))

    @property
    def basis(self) -> str:
        """The text that sets the fee, where the catalogue names it."""
        return str(self.params.get("basis", ""))


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenPoint:
    """Something to decide or to look up: which case applies, which amount the province set."""

    code: OpenPointCode
    fee_ids: tuple[int, ...]
    params: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class FeeSheet:
    """The lines of a dossier's fee. Phí and lệ phí are summed apart; `total_vnd` is both."""

    lines: tuple[FeeSheetLine, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()

    @property
    def total_vnd(self) -> int:
        return sum(line.amount_vnd for line in self.lines)

    def total_of(self, kind: FeeKind) -> int:
        return sum(line.amount_vnd for line in self.lines if line.kind is kind)

    def total_at(self, asked_at: AskedAt) -> int:
        return sum(line.amount_vnd for line in self.lines if line.asked_at is asked_at)


def work_out(fees: Sequence[Fee], case: FeeCase) -> FeeSheet:
    """The fee sheet of one case. Refusals: FeeCaseInvalid, LocalAmountInvalid,
    FeeChoiceAmbiguous."""
    _demand_sane(case)
    known = [_with_local_amount(fee, case) for fee in fees]
    fitting = _closest([fee for fee in known if _fits(fee, case)])
    _demand_one_of_each_group(fitting, case)
    lines = [line for fee in fitting if _applies(fee, case) for line in _lines(fee, case)]
    return FeeSheet(lines=tuple(lines), open_points=_open_points(fitting, case))


def fees_set_locally(fees: Sequence[Fee], case: FeeCase) -> tuple[Fee, ...]:
    """The fees of one case whose amount somebody must give, given already or not."""
    fitting = _closest([fee for fee in fees if _fits(fee, case)])
    return tuple(fee for fee in fitting if awaits_local_amount(fee) and _applies(fee, case))


def _demand_sane(case: FeeCase) -> None:
    for document in case.documents:
        for name, count in (("copies", document.copies), ("pages", document.pages)):
            if not 0 <= count <= COUNT_MAX:
                raise FeeCaseInvalid(field=name, count=count, count_max=COUNT_MAX)
    for fee_id, amount_vnd in case.local_amounts:
        if not 0 <= amount_vnd <= LOCAL_AMOUNT_MAX_VND:
            raise LocalAmountInvalid(field=f"fee_local-{fee_id}")


def awaits_local_amount(fee: Fee) -> bool:
    """Whether the catalogue knows only that the province sets this fee, not how much it is."""
    return fee.set_locally and not fee.amount_vnd


def _with_local_amount(fee: Fee, case: FeeCase) -> Fee:
    """The fee at the amount given for it; from then on it is a fee like any other."""
    given = dict(case.local_amounts)
    if fee.id not in given or not awaits_local_amount(fee):
        return fee
    return replace(fee, amount_vnd=given[fee.id], set_locally=False)


def _fits(fee: Fee, case: FeeCase) -> bool:
    return fee.channel in (None, case.channel) and fee.variant in (None, case.variant)


def _closest(fees: Sequence[Fee]) -> list[Fee]:
    best: dict[tuple[object, ...], int] = {}
    for fee in fees:
        best[_sameness(fee)] = max(best.get(_sameness(fee), 0), _closeness(fee))
    return [fee for fee in fees if _closeness(fee) == best[_sameness(fee)]]


def _sameness(fee: Fee) -> tuple[object, ...]:
    return (fee.kind, fee.name, fee.choice_group, fee.case_text)


def _closeness(fee: Fee) -> int:
    return 2 * (fee.variant is not None) + (fee.channel is not None)


def _applies(fee: Fee, case: FeeCase) -> bool:
    return not fee.choice_group or fee.id in case.chosen_fee_ids


def _demand_one_of_each_group(fees: Iterable[Fee], case: FeeCase) -> None:
    seen: set[str] = set()
    for fee in fees:
        if fee.choice_group and fee.id in case.chosen_fee_ids:
            if fee.choice_group in seen:
                raise FeeChoiceAmbiguous(field="fees", choice_group=fee.choice_group)
            seen.add(fee.choice_group)


def _lines(fee: Fee, case: FeeCase) -> list[FeeSheetLine]:
    if awaits_local_amount(fee):
        return [_line(fee, FeeLineCode.SET_LOCALLY, 0)]
    lines = _gross(fee, case)
    gross = sum(line.amount_vnd for line in lines)
    return lines + _preference(fee, case, gross)


def _gross(fee: Fee, case: FeeCase) -> list[FeeSheetLine]:
    if fee.per is FeeUnit.PAGE:
        return [
            _of_document(line, place, case)
            for place, document in enumerate(case.documents, start=1)
            for line in _counted(fee, units=document.pages, times=document.copies)
        ]
    if fee.per is FeeUnit.COPY:
        return _counted(fee, units=sum(item.copies for item in case.documents), times=1)
    return [_line(fee, FeeLineCode.PER_DOSSIER, fee.amount_vnd, unit_vnd=fee.amount_vnd)]


def _of_document(line: FeeSheetLine, place: int, case: FeeCase) -> FeeSheetLine:
    """Among several originals a line says which one it is for, from 1."""
    if len(case.documents) == 1:
        return line
    return replace(line, params={**line.params, "document": place})


def _counted(fee: Fee, *, units: int, times: int) -> list[FeeSheetLine]:
    code = FeeLineCode.PER_PAGE if fee.per is FeeUnit.PAGE else FeeLineCode.PER_COPY
    lines, sum_of_one = [], 0
    for first, last, unit_vnd in _spans(fee, units):
        count = last - first + 1
        sum_of_one += count * unit_vnd
        said = {"first": first, "last": last, "count": count, "times": times, "unit_vnd": unit_vnd}
        is_free = first <= fee.free_units
        lines.append(
            _line(
                fee, FeeLineCode.FREE_UNITS if is_free else code, count * unit_vnd * times, **said
            )
        )
    over = sum_of_one - fee.cap_vnd if fee.cap_vnd is not None else 0
    if over > 0:
        lines.append(
            _line(fee, FeeLineCode.CAPPED, -over * times, cap_vnd=fee.cap_vnd, times=times)
        )
    return lines if times else []


def _spans(fee: Fee, units: int) -> list[tuple[int, int, int]]:
    """(first, last, đồng each) of the runs of units at one price, from 1 to `units`."""
    prices = sorted((tier.from_unit, tier.amount_vnd) for tier in fee.tiers)
    starts = [(1, fee.amount_vnd), *prices]
    if fee.free_units:
        after = [start for start in starts if start[0] > fee.free_units + 1]
        resumed = [start for start in starts if start[0] <= fee.free_units + 1][-1][1]
        starts = [(1, 0), (fee.free_units + 1, resumed), *after]
    ends = [start[0] - 1 for start in starts[1:]] + [units]
    return [
        (first, min(last, units), unit_vnd)
        for (first, unit_vnd), last in zip(starts, ends, strict=True)
        if first <= min(last, units)
    ]


def _preference(fee: Fee, case: FeeCase, gross: int) -> list[FeeSheetLine]:
    best = best_preference(fee.exemptions, case.groups)
    if best is None or not gross:
        return []
    off = -(-gross * best.percent // 100)
    code = FeeLineCode.WAIVED if best.percent == 100 else FeeLineCode.REDUCED
    return [_line(fee, code, -off, group=str(best.group), percent=best.percent)]


def preferences(codes: Collection[str]) -> frozenset[Preference]:
    """Codes as they come from outside. Refusal: PreferenceUnknown."""
    known = {str(group): group for group in Preference}
    for code in codes:
        if code not in known:
            raise PreferenceUnknown(field="groups", group=code[:40])
    return frozenset(known[code] for code in codes)


def best_preference(
    exemptions: Iterable[ExemptionRule], groups: frozenset[Preference]
) -> ExemptionRule | None:
    """The highest preference among those that fit; the first named one among equals."""
    fitting = [rule for rule in exemptions if rule.group in groups and rule.percent]
    return max(fitting, key=lambda rule: rule.percent, default=None)


def _open_points(fees: Sequence[Fee], case: FeeCase) -> tuple[OpenPoint, ...]:
    groups: dict[str, list[Fee]] = {}
    for fee in fees:
        if fee.choice_group:
            groups.setdefault(fee.choice_group, []).append(fee)
    choices = [
        OpenPoint(
            code=OpenPointCode.CHOOSE_CASE,
            fee_ids=tuple(fee.id for fee in options),
            params={"choice_group": group},
        )
        for group, options in groups.items()
        if not any(fee.id in case.chosen_fee_ids for fee in options)
    ]
    local = tuple(fee.id for fee in fees if fee.set_locally and _applies(fee, case))
    if local:
        choices.append(OpenPoint(code=OpenPointCode.SET_LOCALLY, fee_ids=local))
    return tuple(choices)


def basis_of(fee: Fee) -> str:
    """The text that sets a fee, of a note that goes on to tell what it says."""
    return _BASIS_ENDS.split(fee.source_note, maxsplit=1)[0].strip()[:200]


def _line(fee: Fee, code: FeeLineCode, amount_vnd: int, **params: Any) -> FeeSheetLine:
    if fee.asked_at is not AskedAt.RECEPTION:
        params["asked_at"] = str(fee.asked_at)
    if fee.source_note:
        params["basis"] = basis_of(fee)
    return FeeSheetLine(
        fee_id=fee.id,
        kind=fee.kind,
        name=fee.name,
        code=code,
        amount_vnd=amount_vnd,
        params=params,
    )
