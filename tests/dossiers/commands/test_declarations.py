"""A declaration comes in with its dossier, is checked by the one check, and answered anew when asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import orjson
import pytest

from motcua.dossiers import inputs
from motcua.dossiers.commands.receive import register_dossier
from motcua.dossiers.declared import declared_form
from motcua.dossiers.models import Declaration, DossierFile
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.rules.intake import ReceptionRefused
from motcua.dossiers.rules.submitted.declaring import DeclarationMissing, FormFacts, declare
from motcua.dossiers.rules.supplement import AskedFieldUnknown
from motcua.dossiers.vocabulary import Act, Declared, FileIn, PaperIn, Party, PartyRole
from motcua.ledger.queries import facts_about
from tests.support.acts import do
from tests.support.clock import PLAIN_MORNING
from tests.support.declaring import a_declaration, publish_forms, real_answers, the_form
from tests.support.reception import BIRTH, BUSINESS, OWNER, a_ground, a_reception, receive
from tests.support.working_office import kept_for_a_module, officer

SCAN = FileIn(digest="a" * 64, name="chung-sinh.pdf", media_type="application/pdf", size=1200)


@pytest.fixture(scope="module")
def office(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with kept_for_a_module(django_db_blocker):
        a_ground()
        publish_forms(BIRTH, BUSINESS)
        yield


pytestmark = pytest.mark.usefixtures("standing")


def _answers(ref: DossierRef) -> dict[str, Any]:
    found = declared_form(ref.id)
    assert found is not None
    return found.declared.answers


def _registered(**changes: Any) -> DossierRef:
    given = a_reception(declared=a_declaration(**changes))
    return register_dossier(actor=officer("tiepnhan1"), at=PLAIN_MORNING, given=given)


def _ask(ref: DossierRef, *fields: str) -> None:
    items = tuple(inputs.AskedItem(name=f"Mục {one}", what="Khai lại", field=one) for one in fields)
    asking = inputs.AskToComplete(items=items, reason="Chưa khớp với giấy chứng sinh")
    do(ref.code, Act.ASK_TO_COMPLETE, asking, by="tiepnhan1")


def test_row_and_fact_keep_the_answers_made_plain_by_the_one_check() -> None:
    ref = receive(a_reception(declared=a_declaration()))
    row = Declaration.objects.get(pk=ref.id)
    kept = {"eform_version_id": row.eform_version_id, "answers": orjson.loads(row.answers)}
    assert kept["answers"]["child"]["birth_date"] == "2026-06-01"
    assert facts_about("dossier", ref.id)[0].payload["declaration"] == kept
    assert kept["eform_version_id"] == the_form().version_id


def test_without_a_declaration_nothing_is_kept_of_one() -> None:
    ref = receive()
    assert not Declaration.objects.filter(pk=ref.id).exists()
    assert "declaration" not in facts_about("dossier", ref.id)[0].payload


def test_every_faulty_answer_is_told_at_once_with_all_other_problems() -> None:
    faulty = a_declaration(copies_count="rất nhiều", relation="hàng xóm")
    given = a_reception(declared=faulty, parties=())
    with pytest.raises(ReceptionRefused) as refused:
        receive(given)
    fields = {one.field for one in refused.value.problems}
    assert {"owner-name", "declaration.copies_count", "declaration.relation"} <= fields
    assert all(sentence(one) for one in refused.value.problems)
    assert not Declaration.objects.exists()


@pytest.mark.parametrize("version", ["another procedure's", "none"])
def test_only_a_form_of_this_procedure_is_taken(version: str) -> None:
    ids = {"another procedure's": the_form(BUSINESS).version_id, "none": 987_654}
    declared = Declared(eform_version_id=ids[version], answers=real_answers())
    with pytest.raises(ReceptionRefused) as refused:
        receive(a_reception(declared=declared))
    assert [one.code for one in refused.value.problems] == ["form-unknown"]


def test_a_form_that_does_not_hold_that_day_is_refused() -> None:
    version, day = the_form(), PLAIN_MORNING.date()
    ended = FormFacts(
        version_id=version.version_id,
        valid_from=version.valid_from,
        valid_until=day,
        form=version.form,
    )
    told = declare(a_declaration(), ended, day)
    assert [one.code for one in told.problems] == ["form-not-in-force"]
    assert declare(a_declaration(), ended, day - timedelta(days=1)).problems == ()


def test_files_come_in_with_the_papers_they_are_scans_of() -> None:
    first = FileIn(digest="b" * 64, name="trang 1.jpg", media_type="image/jpeg", size=10)
    on_paper = FileIn(**{**vars(SCAN), "paper_position": 1})
    ref = receive(a_reception(files=(first, on_paper)))
    rows = DossierFile.objects.filter(dossier=ref.id).order_by("position")
    assert list(rows.values_list("name", "paper_position", "kind")) == [
        ("trang 1.jpg", None, "PAPER"),
        ("chung-sinh.pdf", 1, "PAPER"),
    ]


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ((SCAN, SCAN), "file-attached-already"),
        ((FileIn(**{**vars(SCAN), "paper_position": 50}),), "file-unknown"),
        ((FileIn(**{**vars(SCAN), "size": 600_000_000}),), "too-many-files"),
    ],
)
def test_files_that_cannot_be_part_of_it_are_refused(files: Any, code: str) -> None:
    with pytest.raises(ReceptionRefused) as refused:
        receive(a_reception(files=files))
    assert [one.code for one in refused.value.problems] == [code]


def test_only_what_was_asked_for_is_answered_anew() -> None:
    ref = _registered()
    before = _answers(ref)
    _ask(ref, "child")
    sent = real_answers(child={**real_answers()["child"], "name": "Trần Lê Minh Ân"}, relation="x")
    do(ref.code, Act.SUPPLEMENT, inputs.Supplement(answered=(0,), answers=sent), by="tiepnhan1")
    after = _answers(ref)
    assert after["child"]["name"] == "Trần Lê Minh Ân"
    assert {**after, "child": before["child"]} == before


def test_what_only_now_is_asked_is_answered_too() -> None:
    ref = _registered(wants_copies="no")
    _ask(ref, "wants_copies")
    sent = real_answers(wants_copies="yes", copies_count="5")
    do(ref.code, Act.SUPPLEMENT, inputs.Supplement(answered=(0,), answers=sent), by="tiepnhan1")
    assert _answers(ref)["copies_count"] == 5


def test_faulty_new_answers_are_refused_and_nothing_changes() -> None:
    ref = _registered()
    _ask(ref, "copies_count")
    given = inputs.Supplement(answered=(0,), answers=real_answers(copies_count="nhiều"))
    with pytest.raises(ReceptionRefused):
        do(ref.code, Act.SUPPLEMENT, given, by="tiepnhan1")
    assert _answers(ref)["copies_count"] == 3


def test_papers_and_their_files_come_in_for_a_request() -> None:
    ref = receive(a_reception(files=(SCAN,)))
    papers = len(a_reception().papers)
    item = inputs.AskedItem(name="Giấy ủy quyền", what="Nộp bản chính")
    asking = inputs.AskToComplete(items=(item,), reason="Người nộp không phải cha mẹ")
    do(ref.code, Act.REQUEST_SUPPLEMENT, asking, by="thuly1")
    came = inputs.Supplement(
        answered=(0,),
        papers=(PaperIn(name="Giấy ủy quyền", originals=1),),
        files=(FileIn(digest="c" * 64, name="uq.pdf", media_type="application/pdf", size=9,
                      paper_position=0),),
    )  # fmt: skip
    do(ref.code, Act.SUPPLEMENT, came, by="tiepnhan1")
    row = DossierFile.objects.get(dossier=ref.id, digest="c" * 64)
    assert (row.position, row.paper_position) == (1, papers)


def test_a_field_that_the_declaration_lacks_cannot_be_asked_for() -> None:
    with pytest.raises(AskedFieldUnknown) as refused:
        _ask(_registered(), "child.shoe_size")
    assert "“child.shoe_size”" in sentence(refused.value)


def test_one_field_of_a_group_is_asked_for_and_answered_alone() -> None:
    ref = _registered()
    before = _answers(ref)
    _ask(ref, "child.name")
    child = {**real_answers()["child"], "name": "Trần Lê Minh Ân", "birth_date": "2026-11-02"}
    sent = real_answers(child=child)
    do(ref.code, Act.SUPPLEMENT, inputs.Supplement(answered=(0,), answers=sent), by="tiepnhan1")
    assert _answers(ref)["child"] == {**before["child"], "name": "Trần Lê Minh Ân"}


def test_an_answer_as_it_was_is_no_answer_to_the_request() -> None:
    ref = _registered()
    _ask(ref, "child")
    given = inputs.Supplement(answered=(0,), answers=real_answers(relation="x"))
    with pytest.raises(ReceptionRefused) as refused:
        do(ref.code, Act.SUPPLEMENT, given, by="tiepnhan1")
    assert [one.code for one in refused.value.problems] == ["answer-unchanged"]


def test_what_was_typed_into_the_declaration_is_put_right_with_a_reason() -> None:
    ref = receive(a_reception(declared=a_declaration()))
    people = (Party(role=PartyRole.OWNER, name=OWNER.name),)
    amend = inputs.Amend(
        parties=people, reason="Gõ sai", answers=real_answers(facility="Bệnh viện Đức Giang")
    )
    do(ref.code, Act.AMEND, amend, by="tiepnhan1")
    assert _answers(ref)["facility"] == "Bệnh viện Đức Giang"


def test_a_declaration_on_paper_cannot_be_answered_anew() -> None:
    ref = receive()
    amend = inputs.Amend(parties=(OWNER,), reason="Gõ sai", answers=real_answers())
    with pytest.raises(DeclarationMissing):
        do(ref.code, Act.AMEND, amend, by="tiepnhan1")
