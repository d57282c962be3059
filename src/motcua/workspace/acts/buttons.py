"""The acts that a dossier's page offers: those of `available_acts`, the next step first.

Acts that the rule would refuse as things stand are told with the reason, so that nobody wonders.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.policies import available_acts
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import Act
from motcua.kernel.refusal import Refusal
from motcua.workspace.acts.rehearsal import rehearse
from motcua.workspace.acts.standing import Standing
from motcua.workspace.acts.table import AT_ONCE, PLANS, QUIET, slug_of

NEXT = (
    Act.RECEIVE,
    Act.TAKE_OVER,
    Act.ACCEPT_OFFER,
    Act.SUPPLEMENT,
    Act.RESUME,
    Act.START,
    Act.DECIDE,
    Act.ISSUE_RESULT,
    Act.RETURN_RESULT,
    Act.PROPOSE,
    Act.ASSIGN,
)
"""What moves a dossier on; the first of these that can be done stands out."""
SHOWN_MAX = 5
ICONS = {
    Act.RECEIVE: "file-check",
    Act.TAKE_OVER: "file-check",
    Act.SUPPLEMENT: "file-plus",
    Act.START: "circle-play",
    Act.DECIDE: "gavel",
    Act.ISSUE_RESULT: "stamp",
    Act.RETURN_RESULT: "hand",
    Act.PROPOSE: "send",
    Act.ASSIGN: "user-check",
    Act.FORWARD: "arrow-right",
    Act.RELEASE: "arrow-right",
    Act.OFFER: "arrow-right",
    Act.ACCEPT_OFFER: "file-check",
    Act.REFUSE_OFFER: "undo-2",
    Act.TAKE_BACK_OFFER: "undo-2",
    Act.REFUSE_TAKE_OVER: "undo-2",
    Act.REDIRECT: "arrow-right",
    Act.REQUEST_SUPPLEMENT: "list-checks",
    Act.EXTEND: "calendar-clock",
    Act.APOLOGIZE: "calendar-clock",
    Act.AMEND: "pencil",
    Act.SUSPEND: "circle-pause",
    Act.RESUME: "circle-play",
    Act.SEND_BACK: "undo-2",
    Act.ALLOW_SUPPLEMENT: "circle-check",
    Act.ASK_TO_COMPLETE: "list-checks",
    Act.REFUSE_RECEPTION: "circle-x",
    Act.WITHDRAW: "log-out",
    Act.TERMINATE: "octagon-x",
    Act.CORRECT_RESULT: "pencil",
    Act.REOPEN: "rotate-ccw",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAct:
    """One button. `is_at_once`: it does the act itself; else it leads to the act's page."""

    slug: str
    title: str
    url: str
    icon: str
    is_at_once: bool
    is_grave: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownActs:
    """`first` stands out; `more` are folded away; `not_now` say why they cannot be done."""

    first: ShownAct | None
    others: list[ShownAct]
    more: list[ShownAct]
    not_now: list[dict[str, str]]
    may_note: bool
    may_attach: bool
    key: str


def acts_shown(standing: Standing) -> ShownActs:
    detail = standing.detail
    acts = available_acts(standing.actor, detail.stage, detail)
    offered = [act for act in acts if slug_of(act) in PLANS and act not in QUIET]
    refused = {act: why for act in offered if (why := _why_not(standing, act))}
    ready = [_shown(detail.code, act) for act in _in_order(offered) if act not in refused]
    leads = bool(ready) and any(slug_of(act) == ready[0].slug for act in NEXT)
    others = ready[1:] if leads else ready
    return ShownActs(
        first=ready[0] if leads else None,
        others=others[:SHOWN_MAX],
        more=others[SHOWN_MAX:],
        not_now=[{"title": str(PLANS[slug_of(act)].title), "why": refused[act]} for act in refused],
        may_note=Act.NOTE in acts,
        may_attach=Act.ATTACH in acts,
        key=str(uuid.uuid4()),
    )


def _in_order(acts: list[Act]) -> list[Act]:
    """What moves it on first, then as in the life of a dossier; ending it comes last."""
    grave = [act for act in acts if PLANS[slug_of(act)].form.is_grave]
    plain = [act for act in acts if act not in grave]
    return [*sorted(plain, key=_rank), *grave]


def _rank(act: Act) -> int:
    return NEXT.index(act) if act in NEXT else len(NEXT)


def _why_not(standing: Standing, act: Act) -> str:
    """The sentence of the rule that would refuse it now; "" where none would."""
    try:
        rehearse(standing, act)
    except Refusal as refusal:
        return sentence(refusal)
    return ""


def _shown(code: str, act: Act) -> ShownAct:
    plan = PLANS[slug_of(act)]
    return ShownAct(
        slug=plan.slug,
        title=str(plan.title),
        url=reverse("workspace:act", args=[code, plan.slug]),
        icon=ICONS.get(act, ""),
        is_at_once=act in AT_ONCE,
        is_grave=plan.form.is_grave,
    )


def nothing_to_do(shown: ShownActs) -> str:
    """Why the page has no button at all."""
    if shown.first or shown.others or shown.not_now:
        return ""
    return _("Lúc này không có việc nào dành cho vị trí công tác của bạn ở hồ sơ này.")
