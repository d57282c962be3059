"""The pages of permissions (which role may do what) and of the acts on a dossier."""

from __future__ import annotations

from motcua.accounts.rules.roles import PERMISSIONS_OF, SYSTEM_MAY, Permission
from motcua.dossiers.vocabulary import CLOCK_RUNS, ENDED, NATIONAL_CODE, OPEN, Act, Status
from motcua.dossiers.wording import STATUSES
from motcua.jobs.reference.layout import code, page, table
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
    acts = table(["act", "permission"], [[code(act.name), code(act.value)] for act in Act])
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
    return page(
        "Acts and states",
        "The life of a dossier.",
        f"## Acts\n\n{acts}",
        f"## States\n\n{statuses}",
    )
