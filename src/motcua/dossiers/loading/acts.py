"""Which rule decides which act of a life that is loaded: the same that the desk's commands ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from motcua.dossiers.events import LifeEvent
from motcua.dossiers.rows import paper_values
from motcua.dossiers.rules import decision, ending, extension, handling, supplement, waiting
from motcua.dossiers.rules.facts import DossierFacts
from motcua.dossiers.vocabulary import Act
from motcua.kernel.actor import Actor

Rule = Callable[[DossierFacts, Any, Actor, datetime], LifeEvent]


def _signatory(actor: Actor) -> dict[str, str]:
    return {"decided_by": actor.name, "decided_by_title": actor.title}


RULES: dict[Act, Rule] = {
    Act.START: lambda facts, _given, actor, _at: handling.start(facts, holding_id=actor.holding_id),
    Act.PROPOSE: lambda facts, given, _actor, _at: handling.propose(facts, given),
    Act.SEND_BACK: lambda facts, given, _actor, _at: handling.send_back(facts, given),
    Act.REQUEST_SUPPLEMENT: lambda facts, given, actor, at: supplement.request_supplement(
        facts, given, holding_id=actor.holding_id, at=at
    ),
    Act.SUPPLEMENT: lambda facts, given, _actor, at: supplement.supplement(
        facts,
        given,
        supplement.Came(papers=tuple(paper_values(paper) for paper in given.papers)),
        at=at,
    ),
    Act.SUSPEND: lambda facts, given, _actor, at: waiting.suspend(facts, given, at),
    Act.RESUME: lambda facts, given, _actor, at: waiting.resume(facts, given, at),
    Act.EXTEND: lambda facts, given, _actor, at: extension.extend(facts, given, at),
    Act.APOLOGIZE: lambda facts, given, _actor, at: extension.apologize(facts, given, at),
    Act.WITHDRAW: lambda facts, given, _actor, at: ending.withdraw(facts, given, at),
    Act.DECIDE: lambda facts, given, actor, at: decision.decide(
        facts, given, signatory=_signatory(actor), at=at
    ),
    Act.ISSUE_RESULT: lambda facts, given, _actor, at: decision.issue(facts, given, at),
    Act.RETURN_RESULT: lambda facts, given, _actor, at: decision.return_result(facts, given, at),
    Act.CORRECT_RESULT: lambda facts, given, actor, at: decision.correct(
        facts, given, signatory=_signatory(actor), at=at
    ),
    Act.REOPEN: lambda facts, given, _actor, at: ending.reopen(facts, given, at),
}
"""Reception and acceptance are `lives.Life`'s own: they need the ground."""
