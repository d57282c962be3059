"""Why a record of a catalogue document did not become a version."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from motcua.kernel.refusal import Refusal


class RefusedReason(StrEnum):
    """Reasons; words in `wording.py`."""

    NO_CODE = "NO_CODE"
    CODE_ONLY_BY_NAME = "CODE_ONLY_BY_NAME"
    DUPLICATE = "DUPLICATE"
    UNREADABLE = "UNREADABLE"
    UNKNOWN_PERIOD = "UNKNOWN_PERIOD"
    PERIOD_OVER = "PERIOD_OVER"
    PERIOD_TAKEN = "PERIOD_TAKEN"
    WOULD_REWRITE_PAST = "WOULD_REWRITE_PAST"


class DocumentUnreadable(Refusal):
    """The file as a whole is no catalogue (`what`)."""

    code = "catalogue-document-unreadable"


class RecordRefused(Refusal):
    """One record cannot be taken (`reason`, and what the reason needs)."""

    code = "catalogue-record-refused"

    def __init__(self, reason: RefusedReason, *, field: str | None = None, **params: Any) -> None:
        super().__init__(field=field, reason=str(reason), **params)
        self.reason = reason


@dataclass(frozen=True, kw_only=True, slots=True)
class RefusedRecord:
    """A record that was left out, and why; `params` feed the sentence in `wording.py`."""

    record_id: str
    code: str
    name: str
    reason: RefusedReason
    params: dict[str, Any] = field(default_factory=dict)


def refused(no: RecordRefused, *, record_id: str, code: str, name: str) -> RefusedRecord:
    """The refusal as a line of the report."""
    params = {key: value for key, value in no.params.items() if key != "reason"}
    if no.field:
        params["field"] = no.field
    return RefusedRecord(record_id=record_id, code=code, name=name, reason=no.reason, params=params)
