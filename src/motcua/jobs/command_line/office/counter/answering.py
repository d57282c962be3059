"""An act typed at the command line for an officer: its answers as JSON, or every reason why not."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from motcua.accounts.queries import actor_for_user, any_account, user_id_called
from motcua.jobs.command_line.no_office import say_no_office
from motcua.jobs.command_line.speech import complain
from motcua.kernel.actor import Actor, Door
from motcua.kernel.clock import now
from motcua.kernel.refusal import Refusal

Told = Iterator[dict[str, Any]]
Act = Callable[[Actor, datetime, argparse.Namespace], Told]


def answered(act: Act, asked: argparse.Namespace, sentence: Callable[[Refusal], str]) -> int:
    """0 when done, what `act` tells one a line; 1 when refused, every reason on standard error."""
    at = now()
    if not any_account():
        return say_no_office()
    try:
        actor = actor_for_user(user_id_called(asked.officer), at, Door.COMMAND_LINE)
        for told in act(actor, at, asked):
            print(json.dumps(told, ensure_ascii=False, default=str))
    except Refusal as refusal:
        for reason in refusal.reasons:
            complain(sentence(reason), f"{sentence(reason)} ({reason.code})")
        return 1
    return 0
