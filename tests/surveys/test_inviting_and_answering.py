"""Everybody is invited, an invitation is used once, and nothing leads from an answer to a dossier."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from motcua.kernel.actor import Role
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import ManyProblems, Refusal
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_of_kind
from motcua.surveys.commands import inviting
from motcua.surveys.commands.answering import answer, asking_of
from motcua.surveys.commands.inviting import invite_at_desk, invite_everybody, skip_to_heads
from motcua.surveys.commands.questionnaires import (
    QuestionnaireBeginsInThePast,
    QuestionnaireInput,
    set_questionnaire,
)
from motcua.surveys.models import (
    FollowUp,
    Invitation,
    InvitationKey,
    Questionnaire,
    SurveyAnswer,
    SurveyTally,
)
from motcua.surveys.proof import survey_flaws
from motcua.surveys.queries.forms import form_in_force
from motcua.surveys.queries.scores import scores_of, scores_of_procedures
from motcua.surveys.refusals import (
    InvitationExpired,
    InvitationUnknown,
    InvitationUsed,
    NothingAsked,
    StaffMayNotRate,
)
from motcua.surveys.rules.forms import document_of
from motcua.surveys.sealing import broken_survey_seals, seal_answers
from motcua.surveys.shipped import SHORT, SIPAS, shipped_forms
from motcua.surveys.vocabulary import NOBODY, Occasion
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.rating import SOMEBODY, key_of, rated, returned, said
from tests.support.reception import an_officer
from tests.support.tampering import without_triggers
from tests.support.working_office import SETUP, officer

AT = PLAIN_MORNING
TODAY = local_day(AT)
DAY = timedelta(days=1)
pytestmark = pytest.mark.usefixtures("proved")


def test_everybody_whose_result_was_handed_over_is_invited_once() -> None:
    skip_to_heads()
    ids = {returned(), returned()}
    assert invite_everybody(at=AT) == 4, "after reception and after the return"
    assert invite_everybody(at=AT) == 0
    assert set(Invitation.objects.values_list("dossier_id", flat=True)) == ids
    assert scores_of([agency_id()], TODAY, TODAY)[agency_id()].invited == 2


def test_who_asks_for_a_key_first_finds_the_same_invitation() -> None:
    skip_to_heads()
    dossier_id = returned()
    assert key_of(dossier_id) != key_of(dossier_id)
    assert invite_everybody(at=AT) == 1, "after reception; after the return it is there"
    assert Invitation.objects.count() == 2
    assert InvitationKey.objects.count() == 4, "two that were asked for, two on paper"


def test_an_old_fact_invites_nobody() -> None:
    skip_to_heads()
    returned()
    assert invite_everybody(at=AT + 31 * DAY) == 0


def test_what_is_new_is_read_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    skip_to_heads()
    monkeypatch.setattr(inviting, "PIECE", 1)
    ids = {returned(), returned()}
    assert invite_everybody(at=AT) == 4
    assert set(Invitation.objects.values_list("dossier_id", flat=True)) == ids
    assert invite_everybody(at=AT) == 0


def test_years_of_old_facts_are_passed_over_in_one_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """An office that begins to ask after years has millions of them."""
    skip_to_heads()
    monkeypatch.setattr(inviting, "PIECE", 1)
    asked = []
    for count in (1, 4):
        for _time in range(count):
            returned()
        with CaptureQueriesContext(connection) as queries:
            assert invite_everybody(at=AT + 31 * DAY) == 0
        asked.append(len(queries))
    assert asked[1] <= asked[0]
    assert invite_everybody(at=AT) == 0, "they are behind the kept place"


def test_a_key_is_kept_as_its_digest_only() -> None:
    key = key_of(returned())
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM surveys_invitationkey")
        assert key not in repr(cursor.fetchall())


def test_an_answer_counts_once_by_whatever_key_it_comes() -> None:
    dossier_id = returned()
    first, second = key_of(dossier_id), key_of(dossier_id)
    answer(actor=SOMEBODY, at=AT, key=first.lower(), given=said())
    for key in (first, second):
        with pytest.raises(InvitationUsed):
            answer(actor=SOMEBODY, at=AT, key=key, given=said())
    with pytest.raises(InvitationUsed):
        key_of(dossier_id)
    assert SurveyAnswer.objects.count() == 1


def test_a_key_that_nobody_has_and_one_whose_time_is_over() -> None:
    key = key_of(returned())
    with pytest.raises(InvitationUnknown):
        asking_of(actor=SOMEBODY, at=AT, key="0000-0000-0000")
    assert asking_of(actor=SOMEBODY, at=AT + 30 * DAY, key=key)
    with pytest.raises(InvitationExpired):
        asking_of(actor=SOMEBODY, at=AT + 31 * DAY, key=key)


def test_staff_do_not_answer_for_citizens() -> None:
    key = key_of(returned())
    for who in ("tiepnhan1", "lanhdao", "quantri"):
        with pytest.raises(StaffMayNotRate):
            answer(actor=officer(who), at=AT, key=key, given=said())
    assert not SurveyAnswer.objects.exists()


def test_nothing_kept_leads_from_an_answer_to_the_dossier() -> None:
    dossier_id = returned()
    facts = Fact.objects.count()
    answer(actor=SOMEBODY, at=AT, key=key_of(dossier_id), given=said(1))
    names = {field.attname for field in SurveyAnswer._meta.concrete_fields}
    assert not {name for name in names if "invitation" in name or "dossier" in name}
    assert not [f for f in SurveyAnswer._meta.concrete_fields if "DateTime" in type(f).__name__]
    assert not [f for f in FollowUp._meta.concrete_fields if f.name in {"dossier", "procedure_id"}]
    # Neither has the ledger an instant for it.
    assert Fact.objects.count() == facts
    used = {field.attname for field in Invitation._meta.concrete_fields} & {"used_at", "used_on"}
    assert not used


def test_answers_are_only_added_and_what_was_used_stays_used() -> None:
    rated()
    for change in (
        lambda: SurveyAnswer.objects.update(points=0),
        lambda: SurveyAnswer.objects.all().delete(),
        lambda: Invitation.objects.update(is_used=False),
        lambda: Invitation.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_a_bad_answer_says_why_and_is_followed_up() -> None:
    key = key_of(returned())
    with pytest.raises(ManyProblems) as refused:
        answer(actor=SOMEBODY, at=AT, key=key, given=said(1, reasons=frozenset()))
    assert [one.code for one in refused.value.problems] == ["survey-reason-missing"]
    given = said(1, comment="Hẹn ba lần", contact="0912345678")
    answer(actor=SOMEBODY, at=AT, key=key, given=given)
    row = FollowUp.objects.get()
    assert (row.comment, row.contact, row.reasons) == ("Hẹn ba lần", "0912345678", '["late"]')
    assert row.due_on == TODAY + 7 * DAY
    rated(3)
    assert FollowUp.objects.count() == 1


def test_few_answers_tell_no_share_and_enough_do() -> None:
    for level in (3, 3, 2, 1):
        rated(level)
    here = agency_id()
    assert scores_of([here], TODAY, TODAY)[here].percent is None
    rated(2)
    score = scores_of([here], TODAY, TODAY)[here]
    assert (score.percent, score.answered, score.invited) == (80.0, 5, 5)
    assert score.low is not None
    assert score.high is not None
    assert score.low < 80 < score.high
    assert scores_of([here], TODAY + DAY, TODAY + 40 * DAY)[here] == NOBODY
    (of_procedure,) = scores_of_procedures([here], TODAY - 400 * DAY, TODAY).values()
    assert of_procedure == score


def test_scores_take_one_query_whatever_the_span(django_assert_num_queries: Any) -> None:
    rated()
    here = agency_id()
    with django_assert_num_queries(1):
        scores_of([here, 10**6], TODAY.replace(month=1, day=7), TODAY)


def test_a_tally_that_was_bent_is_named() -> None:
    rated()
    with transaction.atomic():
        SurveyTally.objects.update(satisfied=9)
        assert {flaw.fields for flaw in survey_flaws()} == {("satisfied",)}
        transaction.set_rollback(True)


def test_the_nightly_seal_binds_what_came_and_nothing_else_is_told() -> None:
    rated()
    rated()
    assert seal_answers(actor=SETUP, at=AT) == 2
    assert seal_answers(actor=SETUP, at=AT) == 0
    rated()
    assert seal_answers(actor=SETUP, at=AT) == 1
    told = [set(fact.payload) for fact in facts_of_kind("survey-answers")]
    assert told == [{"answers", "sha256"}] * 2


def test_a_sealed_answer_that_is_gone_is_noticed() -> None:
    rated()
    seal_answers(actor=SETUP, at=AT)
    with transaction.atomic():
        with without_triggers("surveys_surveyanswer"):
            SurveyAnswer.objects.update(points=1)
        assert [(one.sealed, one.found) for one in broken_survey_seals()] == [(1, 1)]
        transaction.set_rollback(True)


def test_a_new_questionnaire_holds_from_its_day_and_periods_never_overlap() -> None:
    given = QuestionnaireInput(
        occasion=Occasion.RETURN,
        document=document_of(shipped_forms()[SIPAS]),
        valid_from=TODAY + DAY,
    )
    set_questionnaire(actor=SETUP, at=AT, agency_id=None, given=given)
    here = agency_id()
    asked = [form_in_force(here, Occasion.RETURN, TODAY + n * DAY) for n in (0, 1)]
    assert [form.key if form else "" for form in asked] == [SHORT, SIPAS]
    row = Questionnaire.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    ("who", "day", "refused"),
    [
        ("tiepnhan1", TODAY + DAY, NotPermitted),
        ("quantri", TODAY + DAY, NotPermitted),
        ("", TODAY, QuestionnaireBeginsInThePast),
    ],
)
def test_who_may_not_set_what_is_asked_everywhere(
    who: str, day: Any, refused: type[Refusal]
) -> None:
    given = QuestionnaireInput(
        occasion=Occasion.RETURN, document=document_of(shipped_forms()[SHORT]), valid_from=day
    )
    actor = officer(who) if who else SETUP
    with pytest.raises(refused):
        set_questionnaire(actor=actor, at=AT, agency_id=None, given=given)


def test_nothing_is_asked_where_an_administrator_has_set_so() -> None:
    desk = an_officer(Role.RECEPTION)
    dossier_id = returned()
    asked: dict[str, Any] = {"actor": desk, "dossier_id": dossier_id}
    nothing = QuestionnaireInput(occasion=Occasion.RECEPTION, document=None, valid_from=TODAY + DAY)
    set_questionnaire(actor=SETUP, at=AT, agency_id=None, given=nothing)
    with pytest.raises(NothingAsked):
        invite_at_desk(**asked, at=AT + DAY, occasion=Occasion.RECEPTION)
    assert invite_at_desk(**asked, at=AT, occasion=Occasion.RECEPTION)
    with pytest.raises(NotPermitted):
        invite_at_desk(
            actor=officer("thuly1"), at=AT, dossier_id=dossier_id, occasion=Occasion.RETURN
        )
