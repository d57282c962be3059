"""The pages of permissions (which role may do what) and of the acts on a dossier."""

from __future__ import annotations

from motcua.accounts.rules.roles import PERMISSIONS_OF, SYSTEM_MAY, Permission
from motcua.dossiers.rules.transitions import TRANSITIONS
from motcua.dossiers.vocabulary import (
    CLOCK_RUNS,
    ENDED,
    NATIONAL_CODE,
    OPEN,
    STATUS_OF,
    Act,
    Stage,
    Status,
)
from motcua.dossiers.wording import ACTS, STAGES, STATUSES
from motcua.jobs.reference.layout import code, page, table
from motcua.jobs.reference.life import life
from motcua.kernel.actor import Role


def permissions_page() -> str:
    rows = [
        [
            code(permission),
            *("yes" if permission in PERMISSIONS_OF[role] else "" for role in Role),
            "yes" if permission in SYSTEM_MAY else "",
        ]
        for permission in Permission
    ]
    heads = ["permission", *(role.lower().replace("_", " ") for role in Role), "system"]
    intro = (
        "What each role may do. Whose dossiers it covers is decided by the policies of each app: "
        "a role alone never reaches beyond the officer's own agency (a supervisor: it and all below)."
    )
    return page("Permissions", intro, table(heads, rows))


def acts_page() -> str:
    acts = table(
        ["act", "tiếng Việt", "permission", "from", "to"],
        [[code(act.name), str(ACTS[act]), code(act.value), *_moves(act)] for act in Act],
    )
    groups = {"open": OPEN, "clock runs": CLOCK_RUNS, "ended": ENDED}
    statuses = table(
        ["national code", "status", "tiếng Việt", "groups"],
        [
            [
                str(NATIONAL_CODE[status]),
                code(status),
                str(STATUSES[status]),
                ", ".join(name for name, members in groups.items() if status in members),
            ]
            for status in Status
        ],
    )
    stages = table(
        ["stage", "tiếng Việt", "status"],
        [[code(stage), str(STAGES[stage]), code(STATUS_OF[stage])] for stage in Stage],
    )
    return page(
        "Acts and states",
        "The life of a dossier; `./motcua graph life` prints the diagram alone.",
        f"## Acts\n\n{acts}",
        f"## States\n\n{statuses}",
        f"## Stages\n\n{stages}",
        "## Diagram\n\n```mermaid\n" + "\n".join(life()) + "\n```",
    )


def _moves(act: Act) -> tuple[str, str]:
    """From which stages the act leads to which; an act that leaves them as they are says so."""
    moves = {start: end for (start, each), end in TRANSITIONS.items() if each is act}
    ends = {str(end) for start, end in moves.items() if start is not end}
    starts = ", ".join(code(str(start or "–")) for start in moves)
    return starts, ", ".join(code(end) for end in sorted(ends)) or "stays"
