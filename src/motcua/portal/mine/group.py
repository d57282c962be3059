"""What was handed in together: each matter, who has it, what it waits for, when it can be expected."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.dossiers.vocabulary import STATUS_OF
from motcua.interlinked.queries.submissions import MemberDossier, submission_around
from motcua.interlinked.vocabulary import AwaitedState
from motcua.interlinked.wording import FAILED_BECAUSE
from motcua.kernel.actor import Actor
from motcua.portal.stages import meaning_of, stage_word
from motcua.ui.formats import moment


def group_shown(actor: Actor, dossier_id: int) -> dict[str, Any] | None:
    """For the card of a dossier's page; None: it came alone."""
    found = submission_around(actor, dossier_id, permission=Permission.DOSSIER_FOLLOW)
    if found is None:
        return None
    return {
        "name": found.name,
        "why_longer": found.why_longer,
        "last": moment(found.last_at) if found.last_at else "",
        "rows": [_row(one, one.code) for one in found.members],
    }


def _row(one: MemberDossier, code: str) -> dict[str, Any]:
    told = {
        "name": one.name,
        "agency": one.agency_name,
        "url": reverse("portal:my-dossier", kwargs={"code": code}) if one.is_seen else "",
        "waits": [_wait(awaited) for awaited in one.waits_for if one.awaits_companion],
        "date": _date(one),
        "word": "",
        "tone": "neutral",
    }
    if one.stage is None:
        return told
    waits = one.awaits_companion
    word = stage_word(one.stage, str(STATUS_OF[one.stage]), awaits_companion=waits)
    return {**told, "word": word, "tone": meaning_of(one.stage, awaits_companion=waits).tone}


def _wait(awaited: Any) -> str:
    if awaited.state is AwaitedState.FAILED:
        why = str(FAILED_BECAUSE[awaited.reason]) if awaited.reason else ""
        return _(
            "“%(name)s” không có kết quả: %(why)s. Cơ quan sẽ hỏi bạn muốn làm tiếp hay thôi."
        ) % {
            "name": awaited.name,
            "why": why,
        }
    return _(
        "Chờ kết quả của “%(name)s”. Có kết quả thì tự chuyển tiếp, bạn không phải làm gì."
    ) % {"name": awaited.name}


def _date(one: MemberDossier) -> str:
    if one.is_expected and one.expected_at is not None:
        return _("Dự kiến xong: %(moment)s") % {"moment": moment(one.expected_at)}
    if one.due_at is not None and one.ended_at is None:
        return _("Hẹn trả: %(moment)s") % {"moment": moment(one.due_at)}
    return ""
