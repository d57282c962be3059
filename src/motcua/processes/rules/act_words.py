"""Which act finishes a step, by the words of the column "Trình tự". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from motcua.kernel.actor import Role
from motcua.kernel.folding import fold
from motcua.processes.vocabulary import StepAct

_GIVING: Final = re.compile(
    r"tra ket qua|giao tra|tra cong dan|tra ca nhan|tra nguoi|ban giao the|tra cho nguoi"
)
_RECEIVING: Final = "tiep nhan"
_LAYING: Final = re.compile(r"\btrinh\b|du thao|tham dinh|tham tra|giai quyet|xu ly|thu ly")
_BY_ROLE: Final = (
    (Role.UNIT_HEAD, re.compile(r"phan cong|chuyen chuyen vien"), StepAct.ASSIGN),
    (Role.SIGNATORY, re.compile(r"\bky\b|quyet dinh|phe duyet|duyet"), StepAct.DECIDE),
    (Role.REGISTRY_CLERK, re.compile(r"vao so|dong dau|phat hanh|ban hanh"), StepAct.ISSUE_RESULT),
)


def acts_of(steps: Sequence[tuple[str, Role | None]]) -> tuple[StepAct | None, ...]:
    """By step, from (action, role): the first reception receives, the last that gives the result gives it.
    "Tiếp nhận … hẹn trả kết quả" receives; it gives nothing yet."""
    acts: list[StepAct | None] = [_by_role(action, role) for action, role in steps]
    receiving = [at for at, (action, _role) in enumerate(steps) if _RECEIVING in fold(action)]
    if receiving:
        acts[receiving[0]] = StepAct.RECEIVE
    giving = [
        at
        for at, (action, _role) in enumerate(steps)
        if _GIVING.search(fold(action)) and acts[at] is not StepAct.RECEIVE
    ]
    if giving:
        acts[giving[-1]] = StepAct.RETURN_RESULT
    return tuple(_once(acts))


def proposed_acts(steps: Sequence[tuple[str, Role | None]]) -> tuple[StepAct | None, ...]:
    """As `acts_of`, for whoever writes the table and sees what is proposed: the last of those who handle
    before the signer lays the draft before him."""
    acts = list(acts_of(steps))
    signing = acts.index(StepAct.DECIDE) if StepAct.DECIDE in acts else 0
    for at in reversed(range(signing)):
        action, role = steps[at]
        if role is Role.HANDLING and acts[at] is None and _LAYING.search(fold(action)):
            acts[at] = StepAct.PROPOSE
            break
    return tuple(acts)


def act_said(action: str, role: Role | None, *, is_first: bool) -> StepAct | None:
    """The act that one step says by itself, whatever the others say."""
    if role is not Role.RECEPTION:
        return _by_role(action, role)
    folded = fold(action)
    if _GIVING.search(folded) and not (is_first and _RECEIVING in folded):
        return StepAct.RETURN_RESULT
    return StepAct.RECEIVE if _RECEIVING in folded else None


def _by_role(action: str, role: Role | None) -> StepAct | None:
    folded = fold(action)
    for wanted, pattern, act in _BY_ROLE:
        if role is wanted and pattern.search(folded):
            return act
    return None


def _once(acts: Sequence[StepAct | None]) -> list[StepAct | None]:
    """An act on the dossier is done once: the last step with it does it (the first that receives)."""
    return [
        act if act is None or act is StepAct.RECEIVE or act not in acts[at + 1 :] else None
        for at, act in enumerate(acts)
    ]
