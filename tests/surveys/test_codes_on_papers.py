"""The slip, the receipt and the notices carry codes that follow from facts: the same each time, open to one answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from motcua.dossiers import inputs
from motcua.dossiers.models import Dossier
from motcua.dossiers.papers_filled.filling import Wanted, fill
from motcua.dossiers.reaching import ids_of_codes
from motcua.dossiers.rules.paper_checks import RATED_FACTS, rating_code
from motcua.dossiers.vocabulary import Act, Stage
from motcua.kernel.clock import local_day
from motcua.ledger.queries import facts_about
from motcua.papers.vocabulary import PaperKind
from motcua.surveys.commands.answering import answer, asking_of
from motcua.surveys.commands.inviting import (
    OCCASION_OF,
    invite_everybody,
    key_for_notice,
    skip_to_heads,
)
from motcua.surveys.commands.questionnaires import QuestionnaireInput, set_questionnaire
from motcua.surveys.models import Invitation, InvitationKey, SurveyAnswer
from motcua.surveys.refusals import InvitationExpired, InvitationUnknown, InvitationUsed
from motcua.surveys.rules.answers import AnswerInput
from motcua.surveys.shipped import STAGE, shipped_forms
from motcua.surveys.vocabulary import AnswerWay, Occasion
from tests.support.acts import bring, do, register
from tests.support.clock import PLAIN_MORNING
from tests.support.rating import SOMEBODY, returned, said
from tests.support.reception import a_reception, receive
from tests.support.working_office import BIRTH_AGAIN, SETUP, officer

AT = PLAIN_MORNING
DAY = timedelta(days=1)
ADDRESS = "https://motcua.example.vn"
pytestmark = pytest.mark.usefixtures("proved")


def printed_code(dossier_id: int, kind: PaperKind) -> str:
    code = Dossier.objects.get(pk=dossier_id).code
    data = fill(officer("tiepnhan1"), code, Wanted(kind=kind, address=ADDRESS)).data
    assert data.rating_url == f"{ADDRESS}/danh-gia/{data.rating_code.replace('-', '')}/"
    return str(data.rating_code)


def test_every_fact_after_which_one_is_asked_has_a_code_and_no_other() -> None:
    assert set(OCCASION_OF) == RATED_FACTS
    a, b = rating_code("0" * 64, "PAPER"), rating_code("0" * 64, "LINK")
    assert a != b
    assert rating_code("0" * 64, "PAPER") == a


def test_the_code_on_the_slip_asks_of_reception_and_that_on_the_receipt_of_the_whole() -> None:
    skip_to_heads()
    dossier_id = returned()
    slip, receipt = (
        printed_code(dossier_id, kind) for kind in (PaperKind.SLIP, PaperKind.RETURN_RECEIPT)
    )
    with pytest.raises(InvitationUnknown):
        asking_of(actor=SOMEBODY, at=AT, key=slip)
    invite_everybody(at=AT)
    asked = {key: asking_of(actor=SOMEBODY, at=AT, key=key) for key in (slip, receipt)}
    assert [one.occasion for one in asked.values()] == [Occasion.RECEPTION, Occasion.RETURN]
    assert {one.way for one in asked.values()} == {AnswerWay.PAPER}
    stage = {one.key: "3" for one in shipped_forms()[STAGE].questions}
    answer(actor=SOMEBODY, at=AT, key=slip.lower(), given=AnswerInput(choices=stage))
    answer(actor=SOMEBODY, at=AT, key=receipt, given=said())
    with pytest.raises(InvitationUsed):
        asking_of(actor=SOMEBODY, at=AT, key=slip)
    # Printed again it says the same, whatever became of it: nobody at the counter learns who answered.
    assert printed_code(dossier_id, PaperKind.SLIP) == slip
    assert SurveyAnswer.objects.count() == 2


def printed_at(dossier_id: int, kind: PaperKind, code: str) -> str:
    """The code of the paper that tells of this fact."""
    fact = next(one for one in facts_about("dossier", dossier_id) if one.code == code)
    wanted = Wanted(kind=kind, address=ADDRESS, seq=fact.subject_seq)
    data = fill(officer("tiepnhan1"), Dossier.objects.get(pk=dossier_id).code, wanted).data
    assert data.rating_url.startswith(f"{ADDRESS}/danh-gia/")
    return str(data.rating_code)


def test_a_request_to_complete_asks_how_it_was_and_what_is_then_brought_asks_no_second_time() -> (
    None
):
    skip_to_heads()
    code = receive(a_reception(BIRTH_AGAIN, at=AT), actor=officer("tiepnhan1", AT), at=AT).code
    bring(code, Stage.SUPPLEMENT_REQUESTED, AT)
    do(code, Act.SUPPLEMENT, inputs.Supplement(answered=(0,)), by="tiepnhan1", at=AT)
    do(code, Act.SUPPLEMENT, inputs.Supplement(answered=(1,)), by="tiepnhan1", at=AT)
    dossier_id = ids_of_codes([code])[code]
    asked = "dossier.supplement-requested"
    key = printed_at(dossier_id, PaperKind.SUPPLEMENT_REQUEST, asked)
    invite_everybody(at=AT)
    place = next(
        one.subject_seq
        for one in facts_about("dossier", dossier_id)
        if one.code == "dossier.supplemented"
    )
    link = key_for_notice(dossier_id=dossier_id, fact_seq=place, at=AT)
    of_supplement = Invitation.objects.filter(occasion=Occasion.SUPPLEMENT)
    assert of_supplement.count() == 1
    assert asking_of(actor=SOMEBODY, at=AT, key=key).occasion is Occasion.SUPPLEMENT
    stage = {one.key: "3" for one in shipped_forms()[STAGE].questions}
    answer(actor=SOMEBODY, at=AT, key=link, given=AnswerInput(choices=stage))
    with pytest.raises(InvitationUsed):
        asking_of(actor=SOMEBODY, at=AT, key=key)


def test_who_is_refused_at_the_desk_is_asked_too() -> None:
    skip_to_heads()
    code = register(AT)
    do(
        code,
        Act.REFUSE_RECEPTION,
        inputs.WithReason(reason="Không đúng nơi"),
        by="tiepnhan1",
        at=AT,
    )
    dossier_id = ids_of_codes([code])[code]
    key = printed_at(dossier_id, PaperKind.RECEPTION_REFUSAL, "dossier.reception-refused")
    invite_everybody(at=AT)
    assert asking_of(actor=SOMEBODY, at=AT, key=key).occasion is Occasion.RECEPTION
    assert Invitation.objects.filter(dossier=dossier_id).count() == 1


def test_the_key_in_a_notice_is_another_way_to_the_same_invitation() -> None:
    skip_to_heads()
    dossier_id = returned()
    place = next(
        fact.subject_seq
        for fact in facts_about("dossier", dossier_id)
        if fact.code == "dossier.result-returned"
    )
    key = key_for_notice(dossier_id=dossier_id, fact_seq=place, at=AT)
    assert key == key_for_notice(dossier_id=dossier_id, fact_seq=place, at=AT)
    invite_everybody(at=AT)
    assert Invitation.objects.filter(occasion=Occasion.RETURN).count() == 1
    assert InvitationKey.objects.filter(way=AnswerWay.LINK).count() == 1
    assert asking_of(actor=SOMEBODY, at=AT, key=key).way is AnswerWay.LINK
    with pytest.raises(InvitationExpired):
        asking_of(actor=SOMEBODY, at=AT + 31 * DAY, key=key)
    answer(actor=SOMEBODY, at=AT, key=key, given=said())
    with pytest.raises(InvitationUsed):
        asking_of(actor=SOMEBODY, at=AT, key=printed_code(dossier_id, PaperKind.RETURN_RECEIPT))


def test_a_notice_has_no_key_where_nothing_is_asked_or_it_is_long_ago() -> None:
    nothing = QuestionnaireInput(
        occasion=Occasion.RECEPTION, document=None, valid_from=local_day(AT) + DAY
    )
    set_questionnaire(actor=SETUP, at=AT, agency_id=None, given=nothing)
    dossier_id = returned(AT + DAY)
    facts = facts_about("dossier", dossier_id)
    keys = [
        key_for_notice(dossier_id=dossier_id, fact_seq=fact.subject_seq, at=AT + DAY)
        for fact in facts
    ]
    assert [fact.code for fact, key in zip(facts, keys, strict=True) if key] == [
        "dossier.result-returned"
    ]
    last = facts[-1].subject_seq
    assert key_for_notice(dossier_id=dossier_id, fact_seq=last, at=AT + 40 * DAY) == ""
