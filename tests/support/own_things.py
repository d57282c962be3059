"""What a citizen of the sample office has at his door: a draft half done, a dossier that is asked about."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from motcua.citizens.commands.organizations import invite_member
from motcua.citizens.commands.sample_citizens import SAMPLE_CITIZENS
from motcua.citizens.queries import actor_for_citizen
from motcua.citizens.queries.organizations import own_organizations
from motcua.citizens.queries.sign_in import account_of
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.vocabulary import MemberRole
from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Act
from motcua.eforms.posted import items_of
from motcua.eforms.queries.forms import FormInForce, form_in_force
from motcua.filing.commands.drafting import begin_draft, save_page
from motcua.filing.commands.messages import write_message
from motcua.filing.commands.papers import choose_way
from motcua.filing.commands.sending import send_draft
from motcua.filing.queries.drafts import draft_of
from motcua.filing.vocabulary import ForWhom, PaperWay
from motcua.filing.whole import whole_draft
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.procedures.queries.catalogue import version_in_force
from tests.support.acts import do
from tests.support.working_office import officer

COPIES = "2.000815"
BINH = SAMPLE_CITIZENS[-1]
ANSWERS = {
    "applicant_kind": "person",
    "applicant": {
        "name": BINH.person.full_name,
        "personal_id": BINH.person.personal_id,
        "phone": BINH.phone,
        "residence": {
            "form": "two_tier",
            "province_code": "01",
            "commune": "Xã Gia Lâm",
            "detail": "Thôn 3",
        },
    },
    "papers": [
        {
            "name": "Bằng tốt nghiệp trung học phổ thông",
            "issued_by": "Sở Giáo dục và Đào tạo Hà Nội",
            "foreign": "no",
            "pages": "1",
            "copies": "3",
            "has_original": "yes",
        }
    ],
    "form": ["paper"],
}
DRAFT_PAGES = ("go-on", "place", "people", "papers", "result", "review", "delete-draft")
DOSSIER_PAGES = ("my-dossier", "reply", "withdraw", "messages")


def own_paths(at: datetime) -> list[str]:
    """Every page of them, made by the real commands."""
    binh = _binh(at)
    half, sent = _begun(binh, at, ForWhom.REPRESENTATIVE), _begun(binh, at, ForWhom.MYSELF)
    _answer(binh, at, half, all_pages=False)
    _answer(binh, at, sent, all_pages=True)
    papers = [paper.key for paper in whole_draft(binh, at, draft_of(binh, half), {}).wanted]
    for key in [
        one.key
        for one in whole_draft(binh, at, draft_of(binh, sent), {}).wanted
        if not one.is_settled
    ]:
        choose_way(actor=binh, at=at, token=sent, paper_key=key, way=PaperWay.BRING)
    code = send_draft(actor=binh, at=at, token=sent, pledged=True).code
    _asked_about(binh, at, code)
    there = {"code": COPIES, "token": half}
    return [
        *(reverse(f"portal:{name}", kwargs=there) for name in DRAFT_PAGES),
        *(
            reverse("portal:form-page", kwargs=there | {"page": page.key})
            for page in _form(at).form.pages
        ),
        *(reverse("portal:paper", kwargs=there | {"paper": key}) for key in (papers[0], "other")),
        reverse("portal:sent", kwargs=there | {"token": sent}),
        *(reverse(f"portal:{name}", kwargs={"code": code}) for name in DOSSIER_PAGES),
        *_of_organization(binh, at),
    ]


def _binh(at: datetime) -> Actor:
    entrance = account_of(parse_contact(BINH.phone))
    assert entrance is not None
    return actor_for_citizen(entrance.user_id, at)


def _form(at: datetime) -> FormInForce:
    detail = version_in_force(COPIES, local_day(at))
    assert detail is not None
    found = form_in_force(detail.procedure_id, local_day(at))
    assert found is not None
    return found


def _begun(binh: Actor, at: datetime, for_whom: ForWhom) -> str:
    detail = version_in_force(COPIES, local_day(at))
    agency_id = officer("tiepnhan1", at).agency_id
    assert detail is not None
    assert agency_id is not None
    return begin_draft(
        actor=binh,
        at=at,
        procedure_version_id=detail.version_id,
        agency_id=agency_id,
        for_whom=for_whom,
    )


def _answer(binh: Actor, at: datetime, token: str, *, all_pages: bool) -> None:
    """Half done: the first page only."""
    form = _form(at).form
    for page in form.pages[: None if all_pages else 1]:
        keys = frozenset(item.key for item in items_of(form, page.key))
        save_page(
            actor=binh,
            at=at,
            token=token,
            page_key=page.key,
            item_keys=keys,
            seen=0,
            answers=ANSWERS,
        )


def _asked_about(binh: Actor, at: datetime, code: str) -> None:
    """Messages from both sides, and the office asks for a paper."""
    write_message(actor=binh, at=at, code=code, text="Tôi mang bản chính đến buổi nào thì tiện ạ?")
    write_message(actor=officer("tiepnhan1", at), at=at, code=code, text="Buổi sáng, bác nhé.")
    item = inputs.AskedItem(name="Bằng tốt nghiệp", what="Chụp lại cho rõ")
    asked = inputs.AskToComplete(items=(item,), reason="Ảnh mờ")
    do(code, Act.ASK_TO_COMPLETE, asked, by="tiepnhan1", at=at)


def _of_organization(binh: Actor, at: datetime) -> list[str]:
    """Its page with an invitation, and an invitation to whoever looks."""
    number = own_organizations(binh, at)[0].id
    mine = parse_contact(BINH.email)
    token = invite_member(
        actor=binh, at=at, organization_id=number, contact=mine, role=MemberRole.MEMBER
    )
    return [
        reverse("portal:organization", args=[number]),
        reverse("portal:invitation", args=[token]),
    ]
