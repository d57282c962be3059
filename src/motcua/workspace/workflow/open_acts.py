"""What can be done on the dossier of a task now, where an act on the dossier ends its step."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.queries.colleagues import names_of
from motcua.agencies.queries import place_name
from motcua.dossiers.policies import available_acts
from motcua.dossiers.policies.clauses import own_holdings
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.vocabulary import Act, Stage
from motcua.dossiers.wording import ACTS, STAGES
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.workspace.acts.buttons import NEXT
from motcua.workspace.acts.table import slug_of

WAITS = {
    Stage.REGISTERED: gettext_lazy("Đang chờ bộ phận một cửa tiếp nhận."),
    Stage.COMPLETION_ASKED: gettext_lazy("Đang chờ người nộp nộp đủ giấy tờ."),
    Stage.IN_TRANSIT: gettext_lazy("Đang chờ cơ quan giải quyết nhận hồ sơ."),
    Stage.SUPPLEMENT_REQUESTED: gettext_lazy("Đang chờ người nộp bổ sung giấy tờ."),
    Stage.OBLIGATION_DUE: gettext_lazy("Đang chờ người nộp làm xong việc của họ."),
    Stage.PROPOSED: gettext_lazy("Đang chờ người ký quyết định."),
    Stage.DECIDED: gettext_lazy("Đang chờ văn thư phát hành kết quả."),
    Stage.SETTLED: gettext_lazy("Đang chờ bộ phận một cửa trả kết quả."),
    Stage.NOT_RECEIVED: gettext_lazy("Hồ sơ đã kết thúc, không làm gì thêm."),
    Stage.TERMINATED: gettext_lazy("Hồ sơ đã kết thúc, không làm gì thêm."),
    Stage.RETURNED: gettext_lazy("Hồ sơ đã kết thúc, không làm gì thêm."),
}
"""Whose turn it is, where the stage alone tells."""


def step_act(actor: Actor, code: str, act: Act, at: datetime) -> dict[str, Any]:
    """The act that ends the step as a button; where it does not fit yet, those that lead on instead.
    `stands`: at which stage the dossier is, and `waits` for whom, told where nothing can be done."""
    try:
        dossier = dossier_detail(actor, code)
    except NotFound:
        return {"title": str(ACTS[act]), "buttons": [], "stands": "", "waits": "", "is_now": False}
    open_now = () if _is_away(actor, dossier) else available_acts(actor, dossier.stage, dossier)
    is_now = act in open_now
    shown = [act] if is_now else [one for one in NEXT if one in open_now and one is not Act.ASSIGN]
    return {
        "title": str(ACTS[act]),
        "buttons": [_button(dossier, one) for one in shown],
        "stands": str(STAGES[dossier.stage]),
        "waits": "" if shown else waits_for(actor, dossier, act, at),
        "is_now": is_now,
    }


def _is_away(actor: Actor, dossier: DossierDetail) -> bool:
    """Whether another agency has it in hand: until it is handed back nothing is done here."""
    return dossier.held_agency_id is not None and dossier.held_agency_id not in actor.own_agency_ids


def waits_for(actor: Actor, dossier: DossierDetail, act: Act, at: datetime) -> str:
    """Who has to act before this act can be done. One query where it is a person."""
    if _is_away(actor, dossier) and dossier.held_agency_id is not None:
        place = place_name(dossier.held_agency_id, dossier.held_unit_id, local_day(at))
        return _("Đang chờ %(place)s làm xong việc được giao và giao trả hồ sơ.") % {"place": place}
    if dossier.stage in WAITS:
        return str(WAITS[dossier.stage])
    handler = dossier.assignee_id
    if handler is not None and handler not in own_holdings(actor):
        name = names_of(frozenset({handler})).get(handler, "")
        return _("Đang chờ %(name)s, người giải quyết hồ sơ.") % {"name": name}
    return _("Việc “%(act)s” do vị trí công tác khác làm.") % {"act": ACTS[act]}


def _button(dossier: DossierDetail, act: Act) -> dict[str, str]:
    url = reverse("workspace:act", args=[dossier.code, slug_of(act)])
    return {"title": str(ACTS[act]), "url": url}
