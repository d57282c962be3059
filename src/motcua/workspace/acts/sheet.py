"""One answer in the making."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.workspace.acts.forms.act_form import ActForm
from motcua.workspace.acts.standing import Standing
from motcua.workspace.acts.table import ActPlan


@dataclass
class Sheet:
    """The act, the dossier, the form, and why it may not be done now (`hindrance`, "" when it may).

    `seen`: the version that was on the screen. `done`: how many steps have been carried out.
    `is_checked`: whether what is typed is told to be right or wrong.
    """

    plan: ActPlan
    standing: Standing
    form: ActForm
    hindrance: str = ""
    is_conflict: bool = False
    is_checked: bool = False
    seen: int = 0
    done: int = 0
