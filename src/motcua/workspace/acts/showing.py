"""The page of an act as its template lays it out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from motcua.dossiers.vocabulary import Act
from motcua.ledger.queries import FactRow
from motcua.workspace.acts.answers import asked_shown
from motcua.workspace.acts.sheet import Sheet
from motcua.workspace.acts.table import PLANS, slug_of
from motcua.workspace.showing import due_mark, due_words, stage_shown
from motcua.workspace.showing_facts import happened

WEIGHING = frozenset({Act.PROPOSE, Act.DECIDE})
"""Acts before which one reads what others answered."""
INSTEAD = {Act.EXTEND: Act.APOLOGIZE, Act.APOLOGIZE: Act.EXTEND}
"""Where one of these cannot be, the other often can."""


def act_context(sheet: Sheet, told: list[str]) -> dict[str, Any]:
    """Everything the templates of `workspace/acts/` lay out."""
    plan, detail, form = sheet.plan, sheet.standing.detail, sheet.form
    back = reverse("workspace:dossier", args=[detail.code])
    return {
        "plan": plan,
        "title": str(plan.title),
        "dossier": detail,
        "form": form,
        "problems": form.problems() if sheet.is_checked else [],
        "told": told,
        "hindrance": sheet.hindrance,
        "instead": _instead(plan.act) if sheet.hindrance else None,
        "back": back,
        "stage": stage_shown(detail.stage),
        "due_mark": due_mark(detail, sheet.standing.at),
        "due": due_words(detail.stage, detail.due_at),
        "changes": _changes(detail.facts, sheet.seen) if sheet.is_conflict else [],
        "kept": form.typed() if sheet.is_conflict else [],
        "sendable": not sheet.hindrance,
        "asked": asked_shown(sheet.standing) if plan.act in WEIGHING else [],
    }


def _instead(act: Act) -> dict[str, str] | None:
    other = INSTEAD.get(act)
    if other is None:
        return None
    return {"slug": slug_of(other), "title": str(PLANS[slug_of(other)].title)}


def _changes(facts: Iterable[FactRow], seen: int) -> list[dict[str, Any]]:
    """What others did since the page was drawn, newest first."""
    since = [happened(fact) for fact in facts if fact.subject_seq > seen]
    return list(reversed(since))
