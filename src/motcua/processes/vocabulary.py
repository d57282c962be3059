"""Words of internal processes: how a step is joined to others, who does it, which act finishes it."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from motcua.kernel.actor import Role


class Split(StrEnum):
    """What follows a step: one of its branches (chosen by condition or by hand), or all at once."""

    ONE = "ONE"
    ALL = "ALL"


class Join(StrEnum):
    """When a step with several branches before it begins.

    ALL: when every branch has arrived. ANY: with the first that arrives; where only one of them is
    ever taken (after a split of ONE) that is the usual way.
    """

    ALL = "ALL"
    ANY = "ANY"


class WhoKind(StrEnum):
    """ROLE: whoever holds `role`, in `unit` where one is named. UNIT: anybody who works in `unit`.
    AGENCY: another agency, at its own desk or in `unit` of it."""

    ROLE = "ROLE"
    UNIT = "UNIT"
    AGENCY = "AGENCY"


class Need(StrEnum):
    """What must be there before the step may be finished (law.md 4.3)."""

    OPINION = "OPINION"
    MINUTES = "MINUTES"
    FILE = "FILE"


class StepAct(StrEnum):
    """The act on the dossier that finishes a step. The values are those of `dossiers.vocabulary.Act`,
    which is above; a test holds them equal. A step without one is finished in the inbox."""

    RECEIVE = "dossier.receive"
    ASSIGN = "dossier.assign"
    START = "dossier.start"
    FORWARD = "dossier.forward"
    PROPOSE = "dossier.propose"
    DECIDE = "dossier.decide"
    ISSUE_RESULT = "dossier.issue-result"
    RETURN_RESULT = "dossier.return-result"
    TERMINATE = "dossier.terminate"


GIVING_THE_RESULT: Final = frozenset(
    {StepAct.ISSUE_RESULT, StepAct.RETURN_RESULT, StepAct.TERMINATE}
)
"""A path that passes none of these ends without an answer to whoever asked."""

RECEIVING_NOTHING: Final = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR, Role.CITIZEN})
"""Roles that work on no dossier: a step given to one of them reaches nobody."""


class Severity(StrEnum):
    """FAULT stands in the way of publishing; a WARNING must be read and answered for by name."""

    FAULT = "FAULT"
    WARNING = "WARNING"


KNOWN_PATHS: Final = ("channel", "online", "outside_territory", "decision", "variant", "way")
"""What conditions can look at of any dossier (the work knows it: `workflow.rules.known`, a test holds them
equal); besides these, whatever the declaration asks."""


class Outcome(StrEnum):
    """What became of a table that was taken over. DRAFT: it is a draft now; SAME: that draft was there
    already; KEPT: somebody writes another draft, which stays; NO_PROCEDURE: the catalogue has no such
    procedure; NO_STEPS: the table has none."""

    DRAFT = "DRAFT"
    SAME = "SAME"
    KEPT = "KEPT"
    NO_PROCEDURE = "NO_PROCEDURE"
    NO_STEPS = "NO_STEPS"


# Bounds that no definition may go beyond.
STEPS_MAX = 80
BRANCHES_MAX = 12
KEY_LENGTH_MAX = 40
NUMBER_LENGTH_MAX = 12
NAME_LENGTH_MAX = 300
TEXT_LENGTH_MAX = 1_000
