"""What the page that receives a group draws."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.vocabulary import PartyRole, ReturnMethod
from motcua.dossiers.wording import PARTY_ROLES, RETURN_METHODS
from motcua.interlinked.rules.awaiting import last_of
from motcua.interlinked.rules.merging import MergedPaper
from motcua.interlinked.whole_limit import why_longer
from motcua.interlinked.wording import BRANCHES
from motcua.kernel.dates_vi import short_moment
from motcua.kernel.money import dong
from motcua.procedures.vocabulary import Channel
from motcua.workspace.interlinked.page import EMPTY, GroupPage, MemberLine, paper_prefix
from motcua.workspace.reception.counters import counter_choices
from motcua.workspace.reception.reading import fee_field


def context_of(page: GroupPage) -> dict[str, Any]:
    """Everything but the frame. Problems come last: drawing finds some."""
    found: dict[str, Any] = {
        "group": page.held.group,
        "version_id": page.held.version_id,
        "members": [_member(page, one) for one in page.lines],
        "owner": page.parties[PartyRole.OWNER],
        "others": _others(page),
        "return_methods": _return_methods(page),
        "note": page.data.get("note", ""),
        "counters": counter_choices(page.actor, page.at, page.data.get("counter", "")),
        "confirmations": _confirmations(page),
        "request_key": page.data.get("request_key") or str(uuid.uuid4()),
        **_papers(page),
        **_dates(page),
        **_fees(page),
    }
    told: dict[str, None] = {}
    summary = []
    for one in page.problems:
        if one.text not in told:
            told[one.text] = None
            summary.append({"text": one.text, "field_id": one.field_id})
    return {**found, "problems": summary}


def _member(page: GroupPage, line: MemberLine) -> dict[str, Any]:
    names = {one.key: one.name for one in page.held.group.members}
    chosen = {one.member.key for one in page.chosen}
    return {
        "prefix": line.prefix,
        "name": line.member.name,
        "is_chosen": line.is_chosen,
        "is_optional": line.member.is_optional,
        "branch": str(BRANCHES[line.member.settled_by]),
        "agency": next((name for pk, name in line.agencies if pk == line.agency_id), line.text),
        "agencies": [
            {"value": pk, "label": name, "chosen": pk == line.agency_id}
            for pk, name in line.agencies
        ],
        "text": line.text,
        "agency_id": line.agency_id or "",
        "waits_for": [names[key] for key in line.member.waits_for if key in chosen],
        "alone": [names[key] for key in line.member.waits_for if key not in chosen],
        "needs_limit": _needs_limit(page, line),
        "limit": page.data.get(f"{line.prefix}-limit", ""),
        "local_fees": [
            {
                "name": fee_field(fee),
                "label": _("Mức thu của địa phương: %(name)s") % {"name": fee.name},
                "value": page.data.get(fee_field(fee), ""),
            }
            for fee in (page.local_fees_of(line.member.key) if line.is_chosen else ())
        ],
    }


def _needs_limit(page: GroupPage, line: MemberLine) -> bool:
    if not line.is_chosen or line.member.limit_unit or page.prepared is None:
        return False
    ground = page.prepared.grounds[line.member.key]
    return ground.states_no_limit(variant_id=None, channel=Channel.DESK)


def _others(page: GroupPage) -> list[dict[str, Any]]:
    return [
        {
            "form": form,
            "title": str(PARTY_ROLES[role]),
            "is_open": form.is_filled if page.is_sent else False,
            "needs_authority": role is PartyRole.REPRESENTATIVE,
        }
        for role, form in page.parties.items()
        if role is not PartyRole.OWNER
    ]


def _return_methods(page: GroupPage) -> list[dict[str, Any]]:
    return [
        {
            "value": str(one),
            "label": str(RETURN_METHODS[one]),
            "chosen": one is page.return_method,
        }
        for one in ReturnMethod
    ]


def _papers(page: GroupPage) -> dict[str, Any]:
    """Each paper once: those that everybody brings, those of some cases, those that come by themselves."""
    papers = page.prepared.papers if page.prepared else ()
    names = {one.key: one.name for one in page.held.group.members}
    asked = [one for one in papers if not one.comes_from]
    return {
        "papers": [_paper(page, one, names) for one in asked if not one.is_optional],
        "papers_sometimes": [_paper(page, one, names) for one in asked if one.is_optional],
        "papers_given": [
            {"title": one.name, "by": names[one.comes_from]} for one in papers if one.comes_from
        ],
    }


def _confirmations(page: GroupPage) -> list[dict[str, Any]]:
    """Each matter whose always needed papers are not all ticked: somebody looks at it by itself."""
    if page.prepared is None:
        return []
    given = page.given or EMPTY
    lacking = {one.key: page.prepared.lacking(one, given) for one in page.prepared.members}
    return [
        {
            "key": one.key,
            "name": one.name,
            "papers": [paper.name for paper in lacking[one.key]],
            "is_confirmed": one.key in page.confirmed,
        }
        for one in page.prepared.members
        if lacking[one.key]
    ]


def _paper(page: GroupPage, paper: MergedPaper, names: dict[str, str]) -> dict[str, Any]:
    prefix = paper_prefix(paper)
    whose = list(dict.fromkeys(names[one.member] for one in paper.askings))
    used = _("Dùng cho: %(names)s.") % {"names": "; ".join(whose)}
    return {
        "prefix": prefix,
        "title": paper.name,
        "note": used,
        "received": bool(page.data.get(f"{prefix}-received")),
        "originals": page.data.get(f"{prefix}-originals", str(paper.originals)),
        "copies": page.data.get(f"{prefix}-copies", str(paper.copies)),
        "present_only": paper.present_only,
    }


def _dates(page: GroupPage) -> dict[str, Any]:
    if page.prepared is None:
        return {"dates": [], "last": "", "why_longer": ""}
    dates = page.prepared.dates(page.at)
    names = {one.key: one.name for one in page.held.group.members}
    last = last_of(dates)
    return {
        "dates": [
            {
                "name": names[key],
                "date": short_moment(day) if day else _("Chưa tính được: chưa có thời hạn"),
                "is_after": bool(page.held.group.member(key).waits_for),
            }
            for key, day in dates.items()
        ],
        "last": short_moment(last) if last else "",
        "why_longer": why_longer(
            page.held.group,
            agency_id=page.actor.agency_id or 0,
            begins_at=page.at,
            last_at=last,
        ),
    }


def _fees(page: GroupPage) -> dict[str, Any]:
    fees = page.fees
    if fees is None:
        return {"fee_lines": [], "fee_total": ""}
    return {"fee_lines": list(_fee_lines(page)), "fee_total": dong(fees.total_vnd)}


def _fee_lines(page: GroupPage) -> Iterator[dict[str, str]]:
    assert page.fees is not None
    for one in page.held.group.members:
        lines = page.fees.of(one.key)
        if lines:
            total = sum(line.amount_vnd for line in lines)
            yield {"label": one.name, "amount": dong(total)}
