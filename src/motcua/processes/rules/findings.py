"""What looking at a process finds: a fault that stands in the way, or a warning to be answered for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from motcua.processes.vocabulary import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """`step` is the key of the step it is about ("" for the whole); `params` plain values for the
    sentence. `name` tells it from every other finding of the process: whoever publishes answers for
    the warnings by their names, so one that looks different next time is asked about again."""

    code: str
    severity: Severity = Severity.FAULT
    step: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        said = ",".join(f"{key}={value}" for key, value in sorted(self.params.items()))
        return ":".join(part for part in (self.code, self.step, said) if part)

    @property
    def is_warning(self) -> bool:
        return self.severity is Severity.WARNING


def fault(code: str, step: str = "", **params: Any) -> Finding:
    return Finding(code=code, step=step, params=params)


def warning(code: str, step: str = "", **params: Any) -> Finding:
    return Finding(code=code, step=step, params=params, severity=Severity.WARNING)
