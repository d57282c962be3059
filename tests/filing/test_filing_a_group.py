"""A group asked for by web: papers once, one sending, one receipt, one row at the desk."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from motcua.accounts.models import User
from motcua.accounts.rules.roles import Permission
from motcua.citizens.commands.opening import Opened
from motcua.dossiers.models import Dossier, DossierFile
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.vocabulary import Stage
from motcua.filing.commands.drafting import begin_draft, begin_group_draft, change_draft
from motcua.filing.commands.papers import choose_way
from motcua.filing.models import Draft
from motcua.filing.queries.drafts import draft_of
from motcua.filing.queries.of_dossier import original_file, sent_papers
from motcua.filing.rules.refusals import DraftNotReady, ProcedureNotOnline
from motcua.filing.vocabulary import ForWhom, PaperWay
from motcua.filing.whole import problems_of
from motcua.interlinked.models import Submission, SubmissionMember
from motcua.interlinked.queries.groups import GroupInForce, group_in_force
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotFound
from motcua.ledger.caching import forget_all
from motcua.ledger.queries import facts_about
from motcua.ledger.verification import verify
from motcua.notices.rules.telling import told_of
from tests.support.citizens import a_citizen, citizen_actor, citizens_browser
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import publish_forms, real_answers, the_form
from tests.support.drafting import send, sent_file, typed, whole
from tests.support.interlinked import (
    BIRTH,
    CARD,
    INSURANCE,
    RESIDENCE,
    put_up_groups,
    seat_members,
)
from tests.support.offices import agency_id
from tests.support.working_office import kept_for_a_module, officer, put_up_office
from tests.web.workspace.conftest import BACKEND, text_of

KILOBYTES_LATER_MAX = 30 * 1024
QUERIES_MAX = 36
TODAY = local_day(PLAIN_MORNING)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        put_up_office()
        put_up_groups()
        seat_members()
        publish_forms(BIRTH)
        yield


@pytest.fixture(autouse=True)
def morning(standing: None) -> Iterator[None]:
    with time_machine.travel(PLAIN_MORNING, tick=False):
        yield


@pytest.fixture
def owner() -> Opened:
    return a_citizen()


@pytest.fixture
def lan(owner: Opened) -> Actor:
    return citizen_actor(owner)


@pytest.fixture
def desk(standing: None) -> Client:
    client = Client()
    client.force_login(User.objects.get(username="tiepnhan1"), backend=BACKEND)
    client.get("/positions/")
    return client


@pytest.fixture(autouse=True)
def _proved() -> Iterator[None]:
    yield
    forget_all()
    assert list(disagreements()) == []
    assert list(verify()) == []


def the_group() -> GroupInForce:
    held = group_in_force("3.000722", TODAY)
    assert held is not None
    return held


def begun(actor: Actor, *left_out: str, **more: Any) -> str:
    given: dict[str, Any] = {"agency_id": agency_id(), "for_whom": ForWhom.MYSELF} | more
    token = begin_group_draft(
        actor=actor, at=PLAIN_MORNING, group_version_id=the_group().version_id, **given
    )
    choices = replace(draft_of(actor, token).choices, left_out=left_out)
    change_draft(actor=actor, at=PLAIN_MORNING, token=token, choices=choices)
    return token


def complete(actor: Actor, *left_out: str) -> str:
    """All answers; of the papers that are needed the first sent, the others to be brought."""
    token = begun(actor, *left_out)
    for page in the_form().form.pages:
        typed(actor, token, page.key, real_answers())
    wanted = [one for one in whole(actor, token).wanted if not one.is_settled]
    needed = [one for one in wanted if not one.is_optional]
    sent_file(actor, token, needed[0].key)
    for paper in needed[1:]:
        choose_way(
            actor=actor, at=PLAIN_MORNING, token=token, paper_key=paper.key, way=PaperWay.BRING
        )
    return token


def of_the_group() -> dict[str, Dossier]:
    rows = SubmissionMember.objects.select_related("dossier")
    return {row.key: row.dossier for row in rows}


def test_each_paper_is_asked_once_and_what_another_matter_gives_is_not_asked(lan: Actor) -> None:
    wanted = whole(lan, begun(lan)).wanted
    names = [paper.name.casefold().strip(" .") for paper in wanted]
    assert len(names) == len(set(names))
    assert len({paper.key for paper in wanted}) == len(wanted)
    alone = begin_draft(
        actor=lan,
        at=PLAIN_MORNING,
        procedure_version_id=draft_version(lan),
        agency_id=agency_id(),
    )
    assert {paper.name for paper in whole(lan, alone).wanted} <= {one.name for one in wanted}


def draft_version(lan: Actor) -> int:
    return Draft.objects.values_list("procedure_version", flat=True)[0]


def test_one_sending_makes_a_dossier_of_each_that_is_asked_for(lan: Actor) -> None:
    token = complete(lan, CARD)
    head = send(lan, token)
    assert set(of_the_group()) == {BIRTH, RESIDENCE, INSURANCE}
    assert {row.stage for row in of_the_group().values()} == {str(Stage.REGISTERED)}
    assert of_the_group()[BIRTH].code == head.code
    declared = {
        key: dossier_detail(lan, row.code, permission=Permission.DOSSIER_FOLLOW).declared
        for key, row in of_the_group().items()
    }
    assert declared[BIRTH] is not None
    assert declared[RESIDENCE] is None


def test_sent_again_there_is_still_one_group(lan: Actor) -> None:
    token = complete(lan)
    first, again = send(lan, token), send(lan, token)
    assert (first.code, again.code, again.repeated) == (first.code, first.code, True)
    assert Submission.objects.count() == 1
    assert Dossier.objects.count() == len(of_the_group())


def test_nothing_is_sent_before_all_is_there_and_all_that_is_missing_is_told(lan: Actor) -> None:
    token = begun(lan)
    with pytest.raises(DraftNotReady) as refused:
        send(lan, token, pledged=False)
    told = {one.code for one in refused.value.problems}
    assert {"answers-incomplete", "paper-wanted", "pledge-missing"} <= told
    assert not Dossier.objects.exists()


def test_a_group_of_one_is_none(lan: Actor) -> None:
    token = begun(lan, RESIDENCE, INSURANCE, CARD)
    codes = {one.code for one in problems_of(whole(lan, token))}
    assert "interlinked-members-too-few" in codes


def test_where_nobody_of_the_sector_sits_the_matter_is_not_offered(lan: Actor) -> None:
    token = begun(lan, agency_id=agency_id("thanh-pho-ha-noi"))
    group = whole(lan, token).group
    assert group is not None
    why = {one.member.key: one.why_not for one in group.offered}
    assert why[BIRTH] is None
    assert why[RESIDENCE] == "NOBODY_THERE"


def test_a_group_whose_first_form_is_not_there_is_not_filed_online(lan: Actor) -> None:
    held = group_in_force("2.002913", TODAY)
    assert held is not None
    with pytest.raises(ProcedureNotOnline):
        begin_group_draft(
            actor=lan,
            at=PLAIN_MORNING,
            group_version_id=held.version_id,
            agency_id=agency_id(),
        )


def test_a_scan_goes_with_each_who_asks_for_it_and_an_officer_sees_only_what_is_his(
    lan: Actor,
) -> None:
    send(lan, complete(lan))
    birth, police = of_the_group()[BIRTH], of_the_group()[RESIDENCE]
    held = DossierFile.objects.filter(dossier=birth.pk).values_list("digest", flat=True)
    assert len(held) == 1
    (paper,) = sent_papers(officer("tiepnhan1"), birth.code)
    there = DossierFile.objects.filter(dossier=police.pk, digest__in=held).exists()
    assert bool(sent_papers(officer("congan1"), police.code)) is there
    first = paper.originals[0]
    assert original_file(officer("tiepnhan1"), birth.code, first.id).digest == first.digest
    insurance = of_the_group()[CARD]
    with pytest.raises(NotFound):
        original_file(officer("congan1"), insurance.code, first.id)


def test_its_people_are_told_once_by_the_first(lan: Actor) -> None:
    send(lan, complete(lan))
    facts = {key: facts_about("dossier", row.pk)[0] for key, row in of_the_group().items()}
    told = [key for key, one in facts.items() if told_of(one.code, one.payload, None)]
    assert told == [BIRTH]


# Pages


def urls(token: str) -> dict[str, str]:
    there = {"code": BIRTH, "token": token}
    names = ("members", "place", "papers", "result", "review", "delete-draft")
    return {name: reverse(f"portal:{name}", kwargs=there) for name in names}


def test_the_page_of_the_procedure_leads_to_the_group_and_on_to_its_draft(owner: Opened) -> None:
    browser = citizens_browser(owner)
    group = reverse("portal:group", args=[the_group().group.code])
    assert group in browser.get(reverse("portal:procedure", args=[BIRTH])).content.decode()
    page = browser.get(group).content.decode()
    start = reverse("portal:start-group", args=[the_group().group.code])
    assert start in page
    given = {"agency": str(agency_id()), "for_whom": "MYSELF"}
    assert browser.post(start, {**given, "agency": ""}).status_code == 422
    answer = browser.post(start, given)
    token = Draft.objects.values_list("token", flat=True).get()
    assert answer.headers["Location"] == urls(token)["members"]
    assert the_group().group.name in browser.get(reverse("portal:mine")).content.decode()


def test_matters_are_chosen_and_a_choice_of_one_is_told_beside_them(owner: Opened) -> None:
    token = begun(citizen_actor(owner))
    browser, there = citizens_browser(owner), urls(token)["members"]
    few = browser.post(there, {})
    assert few.status_code == 422
    assert "ít nhất hai" in few.content.decode()
    assert browser.post(there, {"member": [RESIDENCE]}).status_code == 302
    page = browser.get(there).content.decode()
    assert page.count(" checked") == 1


def test_its_pages_are_its_citizens_only_small_and_ask_little(owner: Opened) -> None:
    token = complete(citizen_actor(owner))
    mine, another = citizens_browser(owner), citizens_browser(a_citizen("0987000111"))
    pages = urls(token)
    assert {another.get(path).status_code for path in pages.values()} == {404}
    assert another.post(pages["members"], {}).status_code == 404
    asked, sizes = {}, {}
    for name, path in pages.items():
        mine.get(path)
        with CaptureQueriesContext(connection) as queries:
            answer = mine.get(path)
        asked[name], sizes[name] = len(queries), len(gzip.compress(answer.content))
    assert {name: count for name, count in asked.items() if count > QUERIES_MAX} == {}
    assert {name: size for name, size in sizes.items() if size > KILOBYTES_LATER_MAX} == {}


def test_before_sending_every_date_is_seen_and_afterwards_one_receipt(owner: Opened) -> None:
    token = complete(citizen_actor(owner), CARD)
    browser, pages = citizens_browser(owner), urls(token)
    page = browser.get(pages["review"]).content.decode()
    assert page.count("dự kiến xong") == 3 + 1
    assert browser.post(pages["review"], {}).status_code == 422
    for _time in range(2):
        answer = browser.post(pages["review"], {"pledge": "on"}, follow=True)
        assert "Đã nộp 3 việc cùng một lần" in answer.content.decode()
    codes = {key: row.code for key, row in of_the_group().items()}
    assert all(code in answer.content.decode() for code in codes.values())
    for code in codes.values():
        there = reverse("portal:my-acknowledgement", kwargs={"code": code})
        sheet = PdfReader(BytesIO(browser.get(there).content))
        words = " ".join(one.extract_text() for one in sheet.pages)
        assert all(one in words for one in codes.values())


def test_the_desk_sees_one_row_and_receives_all_with_one_button(
    owner: Opened, desk: Client
) -> None:
    send(citizen_actor(owner), complete(citizen_actor(owner), CARD))
    codes = [row.code for row in of_the_group().values()]
    waiting = desk.get(reverse("workspace:waiting")).content.decode()
    there = reverse("workspace:accept-submission", args=[codes[0]])
    assert there in waiting
    assert codes[1] not in waiting
    page = desk.get(there)
    assert "Giấy chứng sinh" in text_of(page)
    data = {"request_key": "one", "confirmed": [BIRTH, RESIDENCE, INSURANCE]}
    assert desk.post(there, {"request_key": "one"}).status_code == 422
    for _time in range(2):
        assert desk.post(there, data).status_code == 302
    stages = {key: row.stage for key, row in of_the_group().items()}
    assert stages == {
        BIRTH: str(Stage.RECEIVED),
        RESIDENCE: str(Stage.IN_TRANSIT),
        INSURANCE: str(Stage.IN_TRANSIT),
    }
    mine = reverse("portal:my-dossier", kwargs={"code": codes[0]})
    assert "Chờ việc khác làm xong" in citizens_browser(owner).get(mine).content.decode()
