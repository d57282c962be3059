"""What the sample citizens do by web: one has filed and asks about it, one has begun and not finished."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from motcua.citizens.commands.sample_citizens import SAMPLE_CITIZENS
from motcua.citizens.queries.actors import actor_for_citizen
from motcua.citizens.queries.sign_in import account_of
from motcua.citizens.rules.contacts import parse_contact
from motcua.eforms.posted import items_of
from motcua.eforms.queries.forms import form_in_force
from motcua.eforms.rules.shapes import Form
from motcua.filing.commands.drafting import begin_draft, save_page
from motcua.filing.commands.messages import write_message
from motcua.filing.commands.papers import choose_way
from motcua.filing.commands.sending import send_draft
from motcua.filing.queries.drafts import draft_of
from motcua.filing.vocabulary import PaperWay
from motcua.filing.whole import whole_draft
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.queries.details import ProcedureDetail

COPIES = "2.000815"
FILED_BEFORE, BEGUN_BEFORE = timedelta(hours=20), timedelta(hours=2)
HOME = {"form": "two_tier", "province_code": "01", "commune": "Xã Gia Lâm", "detail": "Thôn 3"}
QUESTION = "Tôi mang bản chính đến buổi sáng hay buổi chiều thì tiện ạ?"


def file_by_web(*, at: datetime, agency_id: int) -> None:
    """Drafts, a dossier and a message, by the commands that the pages call."""
    first, second = SAMPLE_CITIZENS[:2]
    lan, binh = _actor(first.phone, at), _actor(second.phone, at)
    day = local_day(at - FILED_BEFORE)
    detail = version_in_force(COPIES, day)
    found = form_in_force(detail.procedure_id, day) if detail else None
    if detail is None or found is None:
        return
    answers = _answers(first.person.full_name, first.person.personal_id, first.phone)
    token = _begun(lan, at - FILED_BEFORE, detail, agency_id)
    _typed(lan, at - FILED_BEFORE, token, found.form, answers)
    _bring_all(lan, at - FILED_BEFORE, token)
    ref = send_draft(actor=lan, at=at - FILED_BEFORE, token=token, pledged=True)
    write_message(actor=lan, at=at - BEGUN_BEFORE, code=ref.code, text=QUESTION)
    begun = _begun(binh, at - BEGUN_BEFORE, detail, agency_id)
    half = _answers(second.person.full_name, second.person.personal_id, second.phone)
    del half["papers"]
    _typed(binh, at - BEGUN_BEFORE, begun, found.form, half)


def _actor(phone: str, at: datetime) -> Actor:
    entrance = account_of(parse_contact(phone))
    assert entrance is not None
    return actor_for_citizen(entrance.user_id, at)


def _begun(actor: Actor, at: datetime, detail: ProcedureDetail, agency_id: int) -> str:
    version_id = detail.version_id
    return begin_draft(actor=actor, at=at, procedure_version_id=version_id, agency_id=agency_id)


def _typed(actor: Actor, at: datetime, token: str, form: Form, answers: dict[str, Any]) -> None:
    for page in form.pages:
        keys = frozenset(item.key for item in items_of(form, page.key))
        if keys & answers.keys():
            save_page(
                actor=actor,
                at=at,
                token=token,
                page_key=page.key,
                item_keys=keys,
                seen=0,
                answers=answers,
            )


def _bring_all(actor: Actor, at: datetime, token: str) -> None:
    whole = whole_draft(actor, at, draft_of(actor, token), {})
    for paper in whole.wanted:
        if not paper.is_settled:
            way = PaperWay.BRING
            choose_way(actor=actor, at=at, token=token, paper_key=paper.key, way=way)


def _answers(name: str, personal_id: str, phone: str) -> dict[str, Any]:
    applicant = {"name": name, "personal_id": personal_id, "phone": phone, "residence": HOME}
    paper = {
        "name": "Bằng tốt nghiệp trung học phổ thông",
        "issued_by": "Sở Giáo dục và Đào tạo Hà Nội",
        "foreign": "no",
        "pages": "1",
        "copies": "3",
        "has_original": "yes",
    }
    return {
        "applicant_kind": "person",
        "applicant": applicant,
        "papers": [paper],
        "form": ["paper"],
    }
