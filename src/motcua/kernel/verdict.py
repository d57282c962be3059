"""The answer to "may I": yes or no, and why."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.kernel.refusal import Refusal


class NotPermitted(Refusal):
    """The actor has no right to this. Doors show it exactly as they show `NotFound`."""

    code = "not-permitted"


class NotFound(Refusal):
    """No such thing, or none that this actor may know of."""

    code = "not-found"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason` is a code for the log; it is never shown to the one refused."""

    allowed: bool
    reason: str

    def __bool__(self) -> bool:
        return self.allowed

    def demand(self) -> None:
        """Raise NotPermitted unless allowed."""
        if not self.allowed:
            raise NotPermitted(reason=self.reason)
