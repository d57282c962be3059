"""Which version of a form follows which. Pure.

What has begun is never rewritten: people fill in what they saw. A new version closes the one in force
on its first day, and those planned for later are withdrawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import orjson

from motcua.kernel.refusal import ManyProblems, Refusal


class FormBeginsInThePast(Refusal):
    """The form is in use already: a new version begins on `earliest` at the soonest."""

    code = "form-begins-in-the-past"


class FormNotPublishable(ManyProblems):
    """The form has faults; `problems` are FormFaulty, each with its path as field."""

    code = "form-not-publishable"


class FormFaulty(Refusal):
    """One fault of publishing: `why` is its code (`publishing.PublishingFault`)."""

    code = "form-faulty"


class FormOfNoProcedure(Refusal):
    """The catalogue has no such procedure (`scope`, `procedure_code`, `place`)."""

    code = "form-of-no-procedure"


class FormFileMalformed(Refusal):
    """The file is no shipped form; `part` is missing or wrong."""

    code = "form-file-malformed"


class FormDraftChanged(Refusal):
    """Somebody else has saved the draft meanwhile (`saved_by`); what was typed here is not taken over."""

    code = "form-draft-changed"


class FormDraftMissing(Refusal):
    """There is no draft of this form."""

    code = "form-draft-missing"


class FormVersionHasBegun(Refusal):
    """A version that holds already, or never will, is not withdrawn."""

    code = "form-version-has-begun"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingForm:
    """A version that is there already."""

    id: int
    version_number: int
    valid_from: date
    valid_until: date | None
    digest: str

    @property
    def is_withdrawn(self) -> bool:
        return self.valid_until == self.valid_from

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStep:
    """Close each of `closes` on its day, then publish `version_number`; None = nothing to do."""

    version_number: int | None
    closes: tuple[tuple[StandingForm, date], ...] = ()


def digest_of(definition: Any) -> str:
    """The same for the same definition, however its names are ordered."""
    return hashlib.sha256(orjson.dumps(definition, option=orjson.OPT_SORT_KEYS)).hexdigest()


def next_step(
    chain: Sequence[StandingForm], *, digest: str, valid_from: date, today: date
) -> FormStep:
    """What publishing on that day does to the versions there are. The first version of all may begin
    on any day. Refusals: FormBeginsInThePast."""
    alive = [one for one in chain if not one.is_withdrawn]
    number = max((one.version_number for one in chain), default=0) + 1
    if not alive:
        return FormStep(version_number=number)
    standing = next((one for one in alive if one.holds_on(valid_from)), None)
    later = [one for one in alive if one.valid_from > valid_from]
    if standing is not None and standing.digest == digest and not later:
        return FormStep(version_number=None)
    begun_today = any(one.valid_from == today for one in alive)
    earliest = today + timedelta(days=1) if begun_today else today
    if valid_from < earliest:
        raise FormBeginsInThePast(field="valid_from", earliest=earliest)
    closes = [(one, one.valid_from) for one in later]
    if standing is not None:
        closes.insert(0, (standing, valid_from))
    return FormStep(version_number=number, closes=tuple(closes))


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawStep:
    """End `version` on its own first day; `before` goes on until `until` (None: without an end)."""

    version: StandingForm
    before: StandingForm | None
    until: date | None


def withdraw_step(chain: Sequence[StandingForm], *, version_id: int, today: date) -> WithdrawStep:
    """What withdrawing a planned version does. Refusals: FormVersionHasBegun."""
    version = next((one for one in chain if one.id == version_id and not one.is_withdrawn), None)
    if version is None or version.valid_from <= today:
        raise FormVersionHasBegun()
    before = next(
        (
            one
            for one in chain
            if one.valid_until == version.valid_from and one != version and not one.is_withdrawn
        ),
        None,
    )
    return WithdrawStep(version=version, before=before, until=version.valid_until)
