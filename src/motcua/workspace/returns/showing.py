"""Results and people at the returns counter as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.dossiers.queries.returns import AtCounter, Candidate, Collectable
from motcua.dossiers.queries.to_collect import ReadyRow
from motcua.dossiers.vocabulary import Decision, PartyRole, ReturnMethod, Stage
from motcua.dossiers.wording import DECISIONS, PARTY_ROLES, RETURN_METHODS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day, short_moment
from motcua.kernel.money import dong
from motcua.payments.handing_over import due_with_result
from motcua.payments.queries.debts import debts_of
from motcua.payments.vocabulary import Owed
from motcua.workspace.returns.forms import back_name, may_collect, version_name
from motcua.workspace.showing import Shown, due_mark, due_words, stage_shown

DECISION_TONES = {Decision.GRANTED: "success", Decision.DECLINED: "warning"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOriginal:
    """One paper of which the office has the original."""

    value: str
    label: str
    note: str
    is_ticked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownResult:
    """One result ready to be handed over. `problem`: why it was not, just now."""

    code: str
    url: str
    fee_url: str
    version: int
    version_name: str
    back_name: str
    procedure_name: str
    owner_name: str
    collectors: str
    result: str
    decision: Shown
    since: str
    by: str
    debt: str
    due_first: str
    why_url: str
    originals: list[ShownOriginal]
    is_chosen: bool
    problem: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands ticked on the page, and what was wrong with each dossier the last time."""

    chosen: frozenset[str] | None = None
    given_back: Mapping[str, frozenset[str]] | None = None
    problems: Mapping[str, str] | None = None

    def is_chosen(self, code: str) -> bool:
        return self.chosen is None or code in self.chosen

    def is_given_back(self, code: str, value: str) -> bool:
        return value in (self.given_back or {}).get(code, frozenset())

    def problem(self, code: str) -> str:
        return (self.problems or {}).get(code, "")


def ready_rows(ready: Iterable[Collectable], at: datetime, marks: Marks) -> list[ShownResult]:
    """The results as rows to tick. One query, for the money of all of them."""
    rows = list(ready)
    debts = debts_of({one.id: one.fees for one in rows}) if rows else {}
    return [_ready(one, at, marks, debts[one.id]) for one in rows]


def _ready(one: Collectable, at: datetime, marks: Marks, debt: Owed) -> ShownResult:
    decision = Decision(one.decision)
    return ShownResult(
        code=one.code,
        url=reverse("workspace:dossier", args=[one.code]),
        fee_url=reverse("workspace:collect-fee", args=[one.code]),
        version=one.version,
        version_name=version_name(one.code),
        back_name=back_name(one.code),
        procedure_name=one.procedure_name,
        owner_name=one.owner.name,
        collectors=_collectors(one),
        result=result_words(one.result),
        decision=Shown(str(DECISIONS[decision]), DECISION_TONES[decision]),
        since=waited(one.ended_at or at, at),
        by=_method(one.return_method),
        debt=dong(debt.remaining_vnd) if debt.remaining_vnd else "",
        due_first=dong(due_with_result(debt)) if due_with_result(debt) else "",
        why_url=reverse("workspace:dossier-fee", args=[one.code]),
        originals=[
            ShownOriginal(
                value=str(place),
                label=paper.name,
                note=_copies(paper.originals),
                is_ticked=marks.is_given_back(one.code, str(place)),
            )
            for place, paper in one.originals
            # What was only shown went back at reception.
            if not paper.present_only
        ],
        is_chosen=marks.is_chosen(one.code),
        problem=marks.problem(one.code),
    )


def _method(method: ReturnMethod) -> str:
    """How it is to be collected, where that is not at the desk."""
    return "" if method is ReturnMethod.DESK else str(RETURN_METHODS[method])


def _copies(count: int) -> str:
    return ngettext("%(count)s bản chính", "%(count)s bản chính", count) % {"count": count}


def _collectors(one: Collectable) -> str:
    """The owner, and whoever showed an authority when it came in."""
    names = may_collect(one)
    told = [f"{names[0]} ({str(PARTY_ROLES[PartyRole.OWNER]).lower()})"]
    role = str(PARTY_ROLES[PartyRole.REPRESENTATIVE]).lower()
    told += [f"{name} ({role})" for name in names[1:]]
    return ", ".join(told)


def result_words(result: Mapping[str, Any]) -> str:
    """`12/GKS ngày 10/06/2026: Giấy khai sinh`."""
    number, subject = result.get("document_number", ""), result.get("subject", "")
    day = result.get("document_date", "")
    dated = _("%(number)s ngày %(day)s") % {
        "number": number,
        "day": short_day(date.fromisoformat(day)) if day else "",
    }
    told = [dated if number and day else number, subject]
    return ": ".join(part for part in told if part)


def waited(since: datetime, at: datetime) -> str:
    days = (local_day(at) - local_day(since)).days
    if days < 1:
        return _("Hôm nay")
    return ngettext("%(days)s ngày", "%(days)s ngày", days) % {"days": days}


def waiting_rows(rows: Iterable[ReadyRow], at: datetime) -> list[dict[str, Any]]:
    """The list of what waits, the longest first."""
    home = reverse("workspace:returns")
    return [
        {
            "url": f"{home}?q={row.code}",
            "code": row.code,
            "owner": row.owner_name,
            "procedure": row.procedure_name,
            "ended": short_moment(row.ended_at),
            "waited": waited(row.ended_at, at),
            "method": _method(row.return_method),
            "decision": Shown(
                str(DECISIONS[Decision(row.decision)]), DECISION_TONES[Decision(row.decision)]
            ),
        }
        for row in rows
    ]


def not_ready_rows(found: AtCounter, at: datetime) -> list[dict[str, Any]]:
    """Where each of the others stands, and its date."""
    return [
        {
            "url": reverse("workspace:dossier", args=[one.code]),
            "code": one.code,
            "owner": one.owner.name,
            "procedure": one.procedure_name,
            "stage": stage_shown(one.stage),
            "due": _due(one),
            "mark": due_mark(one, at) if one.stage is not Stage.RETURNED else None,
        }
        for one in found.not_ready
    ]


def _due(one: Collectable) -> str:
    if one.stage is Stage.RETURNED and one.hand_over:
        when = short_moment(datetime.fromisoformat(one.hand_over["returned_at"]))
        told = _("Đã trả cho %(name)s lúc %(moment)s")
        return told % {"name": one.hand_over["recipient_name"], "moment": when}
    if one.appointment_at is not None:
        return _("Hẹn lại %(moment)s") % {"moment": short_moment(one.appointment_at)}
    return due_words(one.stage, one.due_at)


def candidate_rows(candidates: Iterable[Candidate]) -> list[dict[str, Any]]:
    home = reverse("workspace:returns")
    return [
        {
            "url": f"{home}?q={one.code}",
            "code": one.code,
            "owner": one.owner_name,
            "procedure": one.procedure_name,
            "received": short_moment(one.received_at),
            "stage": stage_shown(one.stage),
        }
        for one in candidates
    ]


def known_recipient(found: Iterable[Collectable], asked: str) -> tuple[str, str]:
    """Who most likely stands there: whoever has the number asked for, else the first owner."""
    for one in found:
        for party in one.parties:
            if asked and asked in {party.personal_id, party.old_id, party.phone, party.tax_code}:
                return party.name, party.personal_id or party.old_id
    first = next(iter(found), None)
    return (first.owner.name, first.owner.personal_id) if first else ("", "")


def debt_of(chosen: list[Collectable]) -> int:
    """What these dossiers still owe together, in đồng."""
    owed = debts_of({one.id: one.fees for one in chosen})
    return sum(one.remaining_vnd for one in owed.values())
