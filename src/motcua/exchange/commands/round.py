"""One round of the worker: do what partners told, then tell them. At any moment killed."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.exchange.asking import Asking
from motcua.exchange.commands.carrying_out import carry_out_due
from motcua.exchange.commands.sending import send_due


@dataclass(frozen=True, slots=True)
class ExchangeRound:
    """How many messages of partners were carried out, and how many of ours arrived."""

    done: int
    arrived: int

    @property
    def got_on(self) -> bool:
        """Whether there may be more to do at once."""
        return bool(self.done or self.arrived)


def exchange_round(asking: Asking) -> ExchangeRound:
    """Everything that is due now, a bounded piece of each."""
    return ExchangeRound(done=carry_out_due(asking.now), arrived=send_due(asking))
