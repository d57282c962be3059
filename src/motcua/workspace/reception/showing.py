"""The reception page as its template lays it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission, may
from motcua.documents.vocabulary import StoredFileRow
from motcua.doors.uploads.showing import kept_rows
from motcua.dossiers.queries.duplicates import Duplicate
from motcua.dossiers.vocabulary import PartyRole
from motcua.dossiers.wording import PARTY_ROLES
from motcua.kernel.dates_vi import short_day
from motcua.procedures.queries.catalogue import FoundRow
from motcua.workspace.declarations.declaring import FAULTS, TYPED
from motcua.workspace.reception import matters
from motcua.workspace.reception.asking import Panel
from motcua.workspace.reception.counters import counter_choices
from motcua.workspace.reception.doubles import doubles_shown
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.reading import extra_papers
from motcua.workspace.reception.showing_group import group_shown
from motcua.workspace.reception.showing_matter import (
    closed_shown,
    fees_shown,
    procedure_shown,
    promise_shown,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that a page shows besides its fields. `stops`: it was to be received, and was not, because
    of the doubles."""

    page: ReceptionPage
    panel: Panel | None
    doubles: tuple[Duplicate, ...]
    stops: bool
    scans: tuple[StoredFileRow, ...]
    scans_error: str


def reception_context(told: Shown) -> dict[str, Any]:
    """Everything `workspace/reception/page.html` lays out."""
    page = told.page
    context: dict[str, Any] = {
        "owner": page.parties[PartyRole.OWNER],
        "others": [_other(page, role) for role in PartyRole if role is not PartyRole.OWNER],
        "matter": page.matter,
        "known": _known(page),
        "found": _found(page),
        "procedure_text": _procedure_text(page),
        "extras": extra_papers(page.data),
        "next_focus": "" if told.panel or told.stops else _next_focus(page),
        **procedure_shown(page),
        **promise_shown(page),
        **group_shown(page),
        **_elsewhere(page),
        **_beside(told),
        "closed": closed_shown(page),
    }
    # Last: working out the date and the fee may have added to these.
    return {**context, **fees_shown(page), "notices": page.notices, **_declaration(page)}


def _declaration(page: ReceptionPage) -> dict[str, Any]:
    """The form of the procedure, and all that is to mend: of the declaration each at its question."""
    own = [one for one in page.problems if not one.field.startswith(FAULTS)]
    if page.form_version is None or page.ground is None:
        return {
            "declaration_choices": [],
            "declaration": None,
            "blank_url": "",
            "problems": page.problems,
        }
    tells = len(own) < len(page.problems)
    shown = page.declaring.shown(tells=tells) if page.declaring else None
    told = shown.faults if shown and tells else ()
    return {
        "declaration_choices": [
            {
                "value": value,
                "label": label,
                "hint": hint,
                "chosen": (value == TYPED) == (page.declaring is not None),
            }
            for value, label, hint in (
                ("", _("Tờ khai giấy, kèm trong hồ sơ"), ""),
                (TYPED, _("Điền tại đây"), _("Được kiểm tra ngay, in ra cho người nộp ký.")),
            )
        ],
        "declaration": shown,
        "blank_url": reverse("portal:blank-form", args=[page.ground.detail.code]),
        "problems": [*own, *told],
    }


def _beside(told: Shown) -> dict[str, Any]:
    """What stands beside the matter: duplicates, the panel of a dossier not received, counter, scans."""
    page = told.page
    seen = page.data.get("doubles_seen", "").split()
    codes = [one.code for one in told.doubles] if told.stops else []
    return {
        "panel": told.panel,
        "doubles": doubles_shown(told.doubles),
        "stops": told.stops,
        "doubles_seen": " ".join(dict.fromkeys([*seen, *codes])),
        "counters": counter_choices(page.actor, page.at, page.data.get("counter", "")),
        "may_ask": bool(may(page.actor, Permission.DOSSIER_ASK_TO_COMPLETE)),
        "may_refuse": bool(may(page.actor, Permission.DOSSIER_REFUSE_RECEPTION)),
        "may_scan": bool(may(page.actor, Permission.DOSSIER_ATTACH)),
        "scans": kept_rows(told.scans),
        "scans_error": told.scans_error,
        "is_typing": matters.is_begun(page.data),
    }


def _elsewhere(page: ReceptionPage) -> dict[str, Any]:
    """The agency that settles it, when another does; words that were not found stay as typed."""
    may_send = bool(may(page.actor, Permission.DOSSIER_RECEIVE_FOR_ANOTHER))
    found = page.found_agencies
    return {
        "may_send_elsewhere": may_send,
        "competent": page.data.get("competent", ""),
        "competent_sure": page.data.get("competent-sure", ""),
        "competent_text": page.data.get("competent-text", ""),
        "competent_error": " ".join(one.text for one in page.problems if one.field == "competent"),
        "found_agencies": [
            {"value": one.id, "label": one.name, "hint": one.above, "chosen": False}
            for one in found
        ]
        if found
        else None,
    }


def _other(page: ReceptionPage, role: PartyRole) -> dict[str, Any]:
    form = page.parties[role]
    return {
        "form": form,
        "title": str(PARTY_ROLES[role]),
        "is_open": page.is_sent and form.is_filled,
        "needs_authority": role is PartyRole.REPRESENTATIVE,
    }


def _known(page: ReceptionPage) -> list[dict[str, str]]:
    words = _("%(name)s đã nộp hồ sơ %(code)s ngày %(day)s; phần còn trống được điền theo lần đó.")
    return [
        {
            "text": words
            % {
                "name": person.name,
                "code": person.dossier_code,
                "day": short_day(person.received_at.date()),
            },
            "code": person.dossier_code,
            "procedure": person.procedure_name,
        }
        for person in page.known.values()
    ]


def _found(page: ReceptionPage) -> list[dict[str, Any]] | None:
    """What to choose from; the hands are led to the first of them."""
    if not page.found:
        return None
    first, *others = [_hit(hit) for hit in page.found]
    led = {} if page.problems else {"data-focus-next": "", "autofocus": ""}
    return [{**first, "attrs": led}, *others]


def _hit(hit: FoundRow) -> dict[str, Any]:
    return {
        "value": hit.row.version_id,
        "label": hit.row.name,
        "hint": hit.row.code,
        "chosen": False,
    }


def _procedure_text(page: ReceptionPage) -> str:
    if page.ground is not None and not page.found:
        return page.ground.detail.name
    return page.data.get("procedure-text", "")


def _next_focus(page: ReceptionPage) -> str:
    """Where the hands go next: the first thing not done yet."""
    if page.problems or page.found:
        return ""
    if not page.data.get("owner-name", "").strip():
        return "id_owner-personal_id"
    if page.ground is None:
        return "id_procedure"
    return ""
