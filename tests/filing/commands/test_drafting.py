"""A draft is kept as one types, on several devices, for its citizen alone; and sent once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.dossiers.models import Dossier, DossierFile, DossierParty, SubmittedDocument
from motcua.filing.commands.drafting import delete_draft
from motcua.filing.commands.sending import send_draft
from motcua.filing.commands.upkeep import forget_expired, soon_gone
from motcua.filing.models import Draft, DraftPage
from motcua.filing.queries.drafts import draft_of, drafts_of, papers_of
from motcua.filing.rules.bounds import DRAFTS_MAX, LIFE, PAGE_VERSIONS_KEPT
from motcua.filing.rules.refusals import (
    DraftNotReady,
    DraftSentAlready,
    DraftsTooMany,
    FileInDraftAlready,
)
from motcua.filing.vocabulary import ForWhom
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import begun, complete, send, sent_file, told_of, typed, whole

PAGE = "child"


def test_what_was_typed_is_there_again_even_when_it_is_wrong(lan: Actor) -> None:
    token = begun(lan)
    typed(lan, token, PAGE, {"child": {"name": "an", "birth_date": "32/13"}})
    assert draft_of(lan, token).answers == {"child": {"name": "an", "birth_date": "32/13"}}


def test_a_page_takes_no_answers_of_other_pages(lan: Actor) -> None:
    token = begun(lan)
    typed(lan, token, PAGE, {"child": {"name": "An"}, "mother": {"name": "không phải ở đây"}})
    assert draft_of(lan, token).answers == {"child": {"name": "An"}}


def test_saving_the_same_again_makes_no_new_version(lan: Actor) -> None:
    token = begun(lan)
    first = typed(lan, token, PAGE, {"child": {"name": "An"}})
    again = typed(lan, token, PAGE, {"child": {"name": "An"}}, seen=first.version)
    assert again.version == first.version == 1


def test_two_devices_lose_nothing_and_are_told_where_they_differ(lan: Actor) -> None:
    token = begun(lan)
    start = typed(lan, token, PAGE, {"child": {"name": "An", "sex": "Nam"}})
    typed(lan, token, PAGE, {"child": {"name": "Bình", "sex": "Nữ"}}, seen=start.version)
    late = typed(lan, token, PAGE, {"child": {"name": "Cường", "sex": "Nam"}}, seen=start.version)
    assert late.answers == {"child": {"name": "Cường", "sex": "Nữ"}}
    assert [(one.path, one.theirs) for one in late.differences] == [("child.name", "Bình")]


def test_only_so_many_versions_of_a_page_are_kept(lan: Actor) -> None:
    token = begun(lan)
    version = 0
    for number in range(PAGE_VERSIONS_KEPT + 5):
        version = typed(lan, token, PAGE, {"child": {"name": f"An {number}"}}, seen=version).version
    assert DraftPage.objects.count() == PAGE_VERSIONS_KEPT


def test_a_draft_leaves_no_fact(lan: Actor) -> None:
    before = Fact.objects.count()
    complete(lan)
    assert Fact.objects.count() == before


def test_another_citizen_never_sees_it(lan: Actor, nam: Actor) -> None:
    token = complete(lan)
    attempts = (
        lambda: draft_of(nam, token),
        lambda: papers_of(nam, token),
        lambda: typed(nam, token, PAGE, {"child": {"name": "X"}}),
        lambda: delete_draft(actor=nam, at=PLAIN_MORNING, token=token),
        lambda: send(nam, token),
    )
    for attempt in attempts:
        with pytest.raises(NotFound):
            attempt()
    assert drafts_of(nam) == ()


def test_it_is_deleted_whole(lan: Actor) -> None:
    token = complete(lan)
    delete_draft(actor=lan, at=PLAIN_MORNING, token=token)
    assert (Draft.objects.count(), DraftPage.objects.count()) == (0, 0)


def test_there_are_not_endlessly_many(lan: Actor) -> None:
    for _number in range(DRAFTS_MAX):
        begun(lan)
    with pytest.raises(DraftsTooMany):
        begun(lan)


def test_it_is_told_of_and_then_forgotten_when_nobody_writes_in_it(lan: Actor) -> None:
    begun(lan)
    near_the_end = PLAIN_MORNING + LIFE - timedelta(days=3)
    assert (forget_expired(at=near_the_end), soon_gone(at=near_the_end)) == (0, 1)
    assert soon_gone(at=near_the_end) == 0
    assert forget_expired(at=PLAIN_MORNING + LIFE) == 1


def test_one_file_belongs_to_one_paper(lan: Actor) -> None:
    token = begun(lan)
    sent_file(lan, token, "other")
    sent_file(lan, token, "other")
    assert len(papers_of(lan, token)["other"].files) == 1
    with pytest.raises(FileInDraftAlready):
        sent_file(lan, token, "authority", words="other")


def test_sent_it_is_a_dossier_with_its_people_papers_files_and_answers(lan: Actor) -> None:
    ref = send(lan, complete(lan))
    dossier = Dossier.objects.get(pk=ref.id)
    assert (dossier.channel, dossier.stage) == ("ONLINE", "REGISTERED")
    assert DossierParty.objects.filter(dossier=dossier, role="OWNER").exists()
    notes = set(SubmittedDocument.objects.filter(dossier=dossier).values_list("note", flat=True))
    assert "Đã khai trên biểu mẫu điện tử" in notes
    assert DossierFile.objects.filter(dossier=dossier, paper_position__isnull=False).exists()
    fact = facts_about("dossier", ref.id)[0]
    assert fact.code == "dossier.registered"
    assert fact.payload["declaration"]["answers"]["child"]["name"]


def test_sent_twice_it_is_one_dossier_and_nothing_typed_stays_in_the_draft(lan: Actor) -> None:
    token = complete(lan)
    first, again = send(lan, token), send(lan, token)
    assert (first.code, again.repeated) == (again.code, True)
    assert Dossier.objects.count() == 1
    row = draft_of(lan, token)
    assert (row.answers, row.dossier_code) == ({}, first.code)
    with pytest.raises(DraftSentAlready):
        typed(lan, token, PAGE, {"child": {"name": "X"}})


def test_a_crash_while_sending_leaves_the_draft_as_it_was(lan: Actor, monkeypatch) -> None:
    token = complete(lan)
    before = draft_of(lan, token)

    def broken(*_args: object) -> None:
        raise RuntimeError("mất điện")

    with monkeypatch.context() as patched:
        patched.setattr("motcua.filing.commands.sending.close_draft", broken)
        with pytest.raises(RuntimeError):
            send(lan, token)
    assert Dossier.objects.count() == 0
    assert draft_of(lan, token) == before
    assert send(lan, token).code


def test_all_that_is_missing_is_told_at_once(lan: Actor) -> None:
    token = begun(lan, agency_id=None)
    with pytest.raises(DraftNotReady) as refused:
        send(lan, token, pledged=False)
    codes = {problem.code for problem in refused.value.problems}
    assert codes == {"office-missing", "answers-incomplete", "paper-wanted", "pledge-missing"}


def test_a_helper_names_whom_he_helps_and_by_which_number_that_one_is_told(lan: Actor) -> None:
    token = complete(lan, for_whom=ForWhom.HELPER)
    told_of(lan, token, name="Cụ Tư", personal_id="001040000123", phone="0912 000 111")
    with pytest.raises(DraftNotReady) as refused:
        send(lan, token)
    assert [one.code for one in refused.value.problems] == ["beneficiary-phone-is-helpers"]
    told_of(lan, token, phone="0987654321")
    ref = send(lan, token)
    parties = dict(DossierParty.objects.filter(dossier=ref.id).values_list("role", "name"))
    assert parties == {"OWNER": "Cụ Tư", "HELPER": "Hoàng Thị Lan"}


def test_a_representative_says_on_what_ground_and_sends_the_paper(lan: Actor) -> None:
    token = complete(lan, for_whom=ForWhom.REPRESENTATIVE)
    told_of(lan, token, name="Cụ Tư", personal_id="001040000123", authority="Giấy ủy quyền")
    assert "authority" in {paper.key for paper in whole(lan, token).wanted}
    ref = send_draft(actor=lan, at=PLAIN_MORNING, token=token, pledged=True)
    roles = set(DossierParty.objects.filter(dossier=ref.id).values_list("role", flat=True))
    assert roles == {"OWNER", "REPRESENTATIVE", "SUBMITTER"}
