"""Several matters of one person: all or none, one key, one head; and what is answered no at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from motcua.dossiers.commands.receive_group import (
    GROUP_MAX,
    GroupMemberRefused,
    GroupSizeFaulty,
    receive_group,
)
from motcua.dossiers.commands.reception import ask_at_the_counter, refuse_at_the_counter
from motcua.dossiers.inputs import AskedItem, AskToComplete, WithReason
from motcua.dossiers.models import Dossier, SupplementRequest
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.rules.facts import ReasonMissing
from motcua.dossiers.rules.supplement import ItemsMissing
from motcua.dossiers.vocabulary import ReceptionInput, Stage
from motcua.kernel.actor import Role
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.recording import RequestKey
from tests.support.clock import PLAIN_MORNING
from tests.support.reception import BIRTH, CERTIFIED_COPY, a_reception, an_officer

KEY = RequestKey(key="page:1:group", digest="a" * 64)
ITEMS = (AskedItem(name="Tờ khai", what="Nộp bổ sung"),)
ASKING = AskToComplete(items=ITEMS, reason="Chưa đủ giấy tờ")
pytestmark = pytest.mark.usefixtures("standing")


def two() -> tuple[ReceptionInput, ...]:
    return a_reception(BIRTH), a_reception(CERTIFIED_COPY)


def test_all_come_in_and_the_first_is_the_head() -> None:
    refs = receive_group(actor=an_officer(), at=PLAIN_MORNING, given=two())
    groups = list(Dossier.objects.order_by("id").values_list("id", "group"))
    assert groups == [(refs[0].id, None), (refs[1].id, refs[0].id)]


def test_one_that_cannot_come_in_keeps_all_out() -> None:
    spoiled = replace(a_reception(CERTIFIED_COPY), papers=())
    facts = Fact.objects.count()
    with pytest.raises(GroupMemberRefused) as refused:
        receive_group(actor=an_officer(), at=PLAIN_MORNING, given=(a_reception(BIRTH), spoiled))
    assert refused.value.place == 2
    assert Dossier.objects.count() == 0
    assert Fact.objects.count() == facts


@pytest.mark.parametrize("count", [0, 1, GROUP_MAX + 1])
def test_a_group_is_neither_one_nor_too_many(count: int) -> None:
    with pytest.raises(GroupSizeFaulty):
        receive_group(actor=an_officer(), at=PLAIN_MORNING, given=(a_reception(),) * count)
    assert Dossier.objects.count() == 0


def test_asked_for_twice_it_is_one_group() -> None:
    given = two()
    first = receive_group(actor=an_officer(), at=PLAIN_MORNING, given=given, request=KEY)
    again = receive_group(actor=an_officer(), at=PLAIN_MORNING, given=given, request=KEY)
    assert [ref.id for ref in again] == [ref.id for ref in first]
    assert all(ref.repeated for ref in again)
    with pytest.raises(RequestKeyReused):
        receive_group(
            actor=an_officer(),
            at=PLAIN_MORNING,
            given=given,
            request=replace(KEY, digest="b" * 64),
        )


def test_whoever_may_not_receive_is_refused_as_always() -> None:
    with pytest.raises(NotPermitted):
        receive_group(actor=an_officer(Role.HANDLING), at=PLAIN_MORNING, given=two())


def test_what_lacks_is_registered_and_asked_for_as_one() -> None:
    incomplete = replace(a_reception(), papers=())
    ref = ask_at_the_counter(
        actor=an_officer(), at=PLAIN_MORNING, given=incomplete, asking=ASKING, request=KEY
    )
    again = ask_at_the_counter(
        actor=an_officer(), at=PLAIN_MORNING, given=incomplete, asking=ASKING, request=KEY
    )
    dossier = Dossier.objects.get()
    assert (dossier.stage, dossier.due_at, dossier.version) == (Stage.COMPLETION_ASKED, None, 2)
    assert SupplementRequest.objects.get().before_reception
    assert (again.id, again.repeated) == (ref.id, True)


def test_an_answer_that_is_refused_leaves_nothing_registered() -> None:
    with pytest.raises(ItemsMissing):
        ask_at_the_counter(
            actor=an_officer(),
            at=PLAIN_MORNING,
            given=a_reception(),
            asking=replace(ASKING, items=()),
        )
    with pytest.raises(ReasonMissing):
        refuse_at_the_counter(
            actor=an_officer(),
            at=PLAIN_MORNING,
            given=a_reception(),
            refusing=WithReason(reason=" "),
        )
    assert Dossier.objects.count() == 0


def test_a_refusal_at_the_counter_ends_it() -> None:
    refuse_at_the_counter(
        actor=an_officer(),
        at=PLAIN_MORNING,
        given=a_reception(),
        refusing=WithReason(reason="Không thuộc thẩm quyền"),
    )
    dossier = Dossier.objects.get()
    assert dossier.stage == Stage.NOT_RECEIVED
    assert dossier.ended_at == PLAIN_MORNING
    assert dossier.register_number is None
