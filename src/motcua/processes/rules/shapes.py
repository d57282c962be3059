"""What an internal process says: frozen values. `rules.definition` reads them from JSON, `rules.document`
writes them back.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from motcua.eforms.rules.conditions import Condition, read_condition
from motcua.kernel.actor import Role
from motcua.processes.vocabulary import Join, Need, Split, WhoKind
from motcua.worktime.rules.limits import Limit
from motcua.worktime.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class StepLimit:
    """So much time, exact. `limit` is what `worktime` counts with."""

    unit: Unit
    value: Decimal

    @property
    def limit(self) -> Limit:
        """Refusals: LimitNotValid, for what checking would not publish."""
        return Limit.of(self.unit, Fraction(self.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Who does a step. An empty `agency` (a slug) is the agency that settles the dossier; an empty
    `unit` (a slug, or the code of a sector: the unit that handles it) is any unit of it. `is_lead`: of
    several agencies, the one that answers for the whole. `words` are those of the table it came from."""

    kind: WhoKind
    role: Role | None = None
    unit: str = ""
    agency: str = ""
    is_lead: bool = False
    words: str = ""

    @property
    def is_nobody(self) -> bool:
        """Whether nothing says who it is."""
        named = {
            WhoKind.ROLE: self.role is not None,
            WhoKind.UNIT: bool(self.unit),
            WhoKind.AGENCY: bool(self.agency),
        }
        return not named[self.kind]


@dataclass(frozen=True, slots=True)
class Next:
    """The way to another step. `when`: a condition over what is known of the dossier (JSON as in
    `eforms.rules.conditions`), None = always, or by hand where there are several; `label` says it."""

    to: str
    when: dict[str, Any] | None = None
    label: str = ""

    @property
    def condition(self) -> Condition | None:
        return None if self.when is None else read_condition(self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the table. `returns_to`: steps that whoever does this one may hand it back to.
    `four_eyes_with`: the step that somebody else must have done. `is_outside`: done by somebody who
    is no office (the applicant, a bank), so no time of the office runs."""

    key: str
    number: str
    name: str
    who: Who
    limit: StepLimit | None = None
    takes_in: str = ""
    gives_out: str = ""
    form: str = ""
    next: tuple[Next, ...] = ()
    split: Split = Split.ONE
    join: Join = Join.ANY
    returns_to: tuple[str, ...] = ()
    act: str | None = None
    is_outside: bool = False
    four_eyes_with: str | None = None
    needs: tuple[Need, ...] = ()
    note: str = ""

    @property
    def is_last(self) -> bool:
        return not self.next


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """`limit` is what the process as a whole is meant to take; None: that of the procedure."""

    title: str
    steps: tuple[Step, ...]
    limit: StepLimit | None = None
    basis: str = ""

    @property
    def first(self) -> Step:
        """The step a dossier begins with; only a process with steps is ever published."""
        return self.steps[0]

    def step(self, key: str) -> Step:
        """The step with that key. KeyError without one: published processes point nowhere else."""
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)

    def has(self, key: str) -> bool:
        return any(step.key == key for step in self.steps)

    def before(self, key: str) -> tuple[str, ...]:
        """The steps from which a branch leads to this one, in the order of the table."""
        return tuple(step.key for step in self.steps if any(one.to == key for one in step.next))
