"""What was asked of others about a dossier, beside the form of who weighs it."""

from __future__ import annotations

from typing import Any

from motcua.accounts.rules.roles import Permission, may
from motcua.workflow.queries.of_dossier import asked_about
from motcua.workspace.acts.standing import Standing
from motcua.workspace.workflow.showing import answer_rows, task_shown


def asked_shown(standing: Standing) -> list[dict[str, Any]]:
    """Opinions, inspections and second looks, with who answered for which place; the open ones too."""
    if not may(standing.actor, Permission.TASK_VIEW):
        return []
    return [
        task_shown(row, standing.at) | {"answers": answer_rows(row), "is_open": not row.closed_at}
        for row in asked_about(standing.actor, standing.detail.id)
    ]
