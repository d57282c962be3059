"""One dossier as its page shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import names_of
from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.policies import can
from motcua.dossiers.queries.companions import companions_of
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.vocabulary import BEFORE_RECEPTION, PaperIn, Party, PartyKind, ReturnMethod
from motcua.dossiers.wording import CHANNELS, PARTY_ROLES, RETURN_METHODS
from motcua.exchange.queries.on_paper import paper_standing
from motcua.interlinked.queries.submissions import is_submitted
from motcua.kernel.actor import Actor
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.payments.queries.owed import owed
from motcua.payments.showing import later_told
from motcua.procedures.rules.fees import FeeSheetLine
from motcua.procedures.vocabulary import Channel
from motcua.procedures.wording import FEE_KINDS, signed_dong
from motcua.procedures.wording_fees import line_why
from motcua.workflow.queries.of_dossier import work_beside
from motcua.workspace.acts.buttons import ShownActs, acts_shown, nothing_to_do
from motcua.workspace.acts.life import (
    date_changes,
    files_shown,
    hand_overs_shown,
    requests_shown,
    results_shown,
)
from motcua.workspace.acts.standing import Standing
from motcua.workspace.changes.watching import watch_dossier
from motcua.workspace.custody.showing import holder_shown, offers_shown
from motcua.workspace.papers.showing import fresh_papers
from motcua.workspace.showing import due_mark, due_words, stage_shown, status_shown
from motcua.workspace.workflow.beside import open_shown, timeline_shown
from motcua.worktime.vocabulary import TraceLine, Unit
from motcua.worktime.wording import limit_words, word


def dossier_context(actor: Actor, detail: DossierDetail, at: datetime) -> dict[str, Any]:
    """Everything `workspace/dossiers/show.html` lays out. At most six queries: a name, the money
    paid, the dossiers that came with it, the work on it."""
    standing = Standing(actor, at, detail)
    acts = acts_shown(standing)
    return {
        "dossier": detail,
        "status": status_shown(detail.status),
        "stage": stage_shown(detail.stage, awaits_companion=detail.awaits_companion),
        "due_mark": due_mark(detail, at),
        "due": due_words(detail.stage, detail.due_at),
        "due_moved": _moved(detail),
        "date_changes": date_changes(detail),
        "trace": trace_lines(detail.trace),
        "limit": limit_words(Unit(detail.clock["unit"]), detail.clock["value"], _),
        "channel": str(CHANNELS[Channel(detail.channel)]),
        "return_method": str(RETURN_METHODS[ReturnMethod(detail.return_method)]),
        "in_hand": _in_hand(standing),
        "people": [_person(party) for party in detail.parties],
        "papers": [_paper(paper) for paper in detail.papers],
        "requests": requests_shown(detail),
        "results": results_shown(detail),
        "hand_overs": hand_overs_shown(detail),
        "holder": holder_shown(detail, at),
        "offers": offers_shown(detail),
        "paper_url": _paper_url(actor, detail, at),
        "files": files_shown(detail),
        "fees": [_fee(line) for line in detail.fees],
        "fee_total": dong(detail.fee_total_vnd),
        **_paid(actor, detail),
        **_together(actor, detail),
        **_ways_on(actor, detail),
        "acts": acts,
        **_work(standing, acts),
        "may_print": bool(may(actor, Permission.SLIP_PRINT)) and detail.is_accepted,
        "fresh_papers": [] if _is_slip_fresh(detail) else fresh_papers(actor, detail),
        "papers_url": (
            reverse("workspace:papers", args=[detail.code])
            if may(actor, Permission.PAPER_PRINT)
            else ""
        ),
        "declaration_url": (
            reverse("workspace:declaration", args=[detail.code]) if detail.declared else ""
        ),
        "notices_url": reverse("workspace:dossier-notices", args=[detail.code]),
        "may_invite": bool(may(actor, Permission.SURVEY_INVITE))
        and detail.stage not in BEFORE_RECEPTION,
        "may_receive": bool(may(actor, Permission.DOSSIER_RECEIVE)),
        "changes": watch_dossier(detail.id, detail.code, detail.version),
    }


def _work(standing: Standing, acts: ShownActs) -> dict[str, Any]:
    """What is open on it, and what happened to it and to its tasks. Three queries at most."""
    work = work_beside(standing.actor, standing.detail.id)
    tasks = open_shown(work, standing.at)
    has_own = any(one["is_own"] for one in tasks)
    return {
        "tasks": tasks,
        "nothing_to_do": "" if has_own else nothing_to_do(acts),
        "timeline": timeline_shown(standing.detail.facts, work),
    }


def _paper_url(actor: Actor, detail: DossierDetail, at: datetime) -> str:
    """Where to write down what an agency without software answers on paper; "" if none is to answer."""
    if not may(actor, Permission.DOSSIER_OFFER) or paper_standing(actor, at, detail) is None:
        return ""
    return reverse("workspace:paper-answer", args=[detail.code])


def _in_hand(standing: Standing) -> list[dict[str, str]]:
    """Who has it: the officer, the unit, the agency that settles it, the one that received it."""
    detail = standing.detail
    names = {one.holding_id: one.name for one in standing.colleagues}
    assignee = ""
    if detail.assignee_id is not None:
        # One who has left the office is no colleague any more, and still the name to tell.
        known = names.get(detail.assignee_id)
        assignee = known or names_of(frozenset({detail.assignee_id})).get(detail.assignee_id, "")
    is_elsewhere = detail.agency_id != detail.competent_agency_id
    rows = [
        (_("Người giải quyết"), assignee or _("Chưa phân công")),
        (_("Đơn vị"), standing.unit_name(detail.unit_id)),
        (_("Cơ quan giải quyết"), detail.competent_agency.name),
        (_("Cơ quan tiếp nhận"), detail.agency.name if is_elsewhere else ""),
    ]
    return [{"label": label, "value": value} for label, value in rows if value]


def _paid(actor: Actor, detail: DossierDetail) -> dict[str, Any]:
    """What is still to be paid, and the way to take it."""
    what = owed(detail)
    owes = bool(what.due_vnd) and detail.is_accepted
    return {
        "fee_left": dong(what.due_vnd) if owes else "",
        "fee_later": [f"{one['label']}: {one['value']}" for one in later_told(what)],
        "fee_why_url": reverse("workspace:dossier-fee", args=[detail.code]) if detail.fees else "",
        "fee_over": dong(what.over_vnd) if what.over_vnd else "",
        "fee_paid": dong(what.paid_vnd) if what.paid_vnd else "",
        "collect_url": (
            reverse("workspace:collect-fee", args=[detail.code])
            if owes and can(actor, Permission.FEE_COLLECT, detail)
            else ""
        ),
    }


def _together(actor: Actor, detail: DossierDetail) -> dict[str, Any]:
    """What came with it; where the whole is shown, if it came as a group of procedures."""
    companions = _companions(actor, detail)
    in_group = companions or detail.group_id
    return {"companions": companions, "group_url": _group_url(detail) if in_group else ""}


def _group_url(detail: DossierDetail) -> str:
    """Where the whole submission is shown, if it came with a group."""
    if not is_submitted(detail.id):
        return ""
    return reverse("workspace:interlinked-submission", args=[detail.code])


def _companions(actor: Actor, detail: DossierDetail) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "url": reverse("workspace:dossier", args=[one.code]),
            "procedure": one.procedure_name,
            "stage": stage_shown(one.stage),
        }
        for one in companions_of(actor, detail.id, detail.group_id)
    ]


def trace_lines(trace: tuple[TraceLine, ...]) -> list[dict[str, str]]:
    """The reasons of a date as the component `explain` draws them."""
    return [{"text": word(line, _)} for line in trace]


def _moved(detail: DossierDetail) -> str:
    if detail.original_due_at is None or detail.original_due_at == detail.due_at:
        return ""
    return _("Hẹn ban đầu: %(moment)s") % {"moment": short_moment(detail.original_due_at)}


def _person(party: Party) -> dict[str, Any]:
    number = party.personal_id or party.old_id
    rows = [
        (_("Số định danh"), number if party.kind == PartyKind.CITIZEN else ""),
        (_("Mã số thuế"), party.tax_code),
        (_("Ngày sinh"), "/".join(reversed(party.birth_date.split("-")))),
        (_("Giới tính"), _(party.sex) if party.sex else ""),
        (_("Địa chỉ"), party.address),
        (_("Điện thoại"), party.phone),
        (_("Thư điện tử"), party.email),
        (_("Căn cứ đại diện"), party.authority),
    ]
    return {
        "role": str(PARTY_ROLES[party.role]),
        "name": party.name,
        "rows": [{"label": label, "value": value} for label, value in rows if value],
    }


def _paper(paper: PaperIn) -> dict[str, Any]:
    return {
        "name": paper.name,
        "originals": paper.originals or "–",
        "copies": paper.copies or "–",
        "note": _("Chỉ xuất trình") if paper.present_only else paper.note,
    }


def _fee(line: FeeSheetLine) -> dict[str, str]:
    return {
        "text": f"{FEE_KINDS[line.kind]}: {line.name}" if line.name else str(FEE_KINDS[line.kind]),
        "note": line_why(line),
        "amount": signed_dong(line.amount_vnd),
    }


def _is_slip_fresh(detail: DossierDetail) -> bool:
    """Just received: the slip's own button is there."""
    return detail.is_accepted and detail.version == 1


def _ways_on(actor: Actor, detail: DossierDetail) -> dict[str, str]:
    return {
        "messages_url": _messages_url(actor, detail),
        "process_url": _process_url(actor, detail),
    }


def _process_url(actor: Actor, detail: DossierDetail) -> str:
    """Where it stands in its process, and what was asked about it."""
    if not may(actor, Permission.TASK_VIEW):
        return ""
    return reverse("workspace:dossier-process", args=[detail.code])


def _messages_url(actor: Actor, detail: DossierDetail) -> str:
    """Where one writes with whoever filed it by web; "" when nobody did, or one may not."""
    by_web = detail.received_by.get("citizen") is not None
    may_write = by_web and can(actor, Permission.MESSAGE_WRITE, detail)
    return reverse("workspace:dossier-messages", args=[detail.code]) if may_write else ""
