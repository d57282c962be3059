"""What the office asks to complete is answered item by item, and only what was asked for is taken."""

from __future__ import annotations

import pytest

from motcua.accounts.rules.roles import Permission
from motcua.documents.vocabulary import MediaType
from motcua.dossiers import inputs
from motcua.dossiers.queries.detail import DossierDetail, dossier_detail
from motcua.dossiers.vocabulary import Act, Stage
from motcua.filing.commands.papers import add_files, prepare_draft_paper
from motcua.filing.commands.replying import begin_reply, send_reply
from motcua.filing.queries.of_dossier import sent_papers
from motcua.filing.rules.refusals import ReplyEmpty, ReplyNotAsked
from motcua.filing.vocabulary import PreparedState, item_key
from motcua.kernel.actor import Actor
from motcua.kernel.verdict import NotFound
from tests.support.acts import do
from tests.support.clock import PLAIN_MORNING
from tests.support.drafting import complete, send, uploaded
from tests.support.photographs import as_jpeg, photographed, printed_page
from tests.support.working_office import officer

PAPER = inputs.AskedItem(name="Giấy chứng sinh", what="Chụp lại cho rõ")
FIELD = inputs.AskedItem(name="Tên con", what="Ghi lại cho đúng", field="child")


@pytest.fixture
def code(lan: Actor) -> str:
    """A dossier that the desk wants completed in two items."""
    made = send(lan, complete(lan)).code
    asking = inputs.AskToComplete(items=(PAPER, FIELD), reason="Ảnh mờ, tên sai")
    do(made, Act.ASK_TO_COMPLETE, asking, by="tiepnhan1")
    return made


def detail_of(actor: Actor, code: str) -> DossierDetail:
    return dossier_detail(actor, code, permission=Permission.DOSSIER_FOLLOW)


def photograph(actor: Actor, code: str) -> int:
    token = begin_reply(actor=actor, at=PLAIN_MORNING, code=code)
    content = as_jpeg(photographed(printed_page(), size=(600, 800)))
    upload = uploaded(actor, content=content, name="anh.jpg")
    key = item_key(0)
    return add_files(actor=actor, at=PLAIN_MORNING, token=token, paper_key=key, uploads=[upload])


def test_a_photograph_is_sent_straightened_and_the_office_sees_what_came(
    lan: Actor, code: str
) -> None:
    draft_id = photograph(lan, code)
    assert prepare_draft_paper(draft_id, item_key(0), at=PLAIN_MORNING) is PreparedState.READY
    send_reply(actor=lan, at=PLAIN_MORNING, code=code)
    detail = detail_of(lan, code)
    assert detail.stage is Stage.COMPLETION_ASKED
    assert [bool(item.get("state")) for item in detail.requests[0]["items"]] == [True, False]
    assert detail.files[-1]["media_type"] == MediaType.PDF
    (shown,) = [one for one in sent_papers(officer("tiepnhan1"), code) if one.digest]
    assert [file.media_type for file in shown.originals] == [MediaType.JPEG]


def test_what_was_not_ready_in_time_goes_as_it_came(lan: Actor, code: str) -> None:
    photograph(lan, code)
    send_reply(actor=lan, at=PLAIN_MORNING, code=code)
    assert detail_of(lan, code).files[-1]["media_type"] == MediaType.JPEG


def test_with_all_items_answered_it_waits_at_the_desk_again(lan: Actor, code: str) -> None:
    declared = detail_of(lan, code).declared
    assert declared is not None
    photograph(lan, code)
    child = {**declared.answers["child"], "name": "Lê Minh Ánh"}
    elsewhere = {"relation": "father"}
    answers = {**declared.answers, "child": child, **elsewhere}
    send_reply(actor=lan, at=PLAIN_MORNING, code=code, answers=answers)
    detail = detail_of(lan, code)
    assert detail.stage is Stage.REGISTERED
    assert detail.declared is not None
    assert detail.declared.answers["child"]["name"] == "Lê Minh Ánh"
    assert detail.declared.answers["relation"] == declared.answers["relation"]


def test_an_empty_reply_is_not_sent(lan: Actor, code: str) -> None:
    with pytest.raises(ReplyEmpty):
        send_reply(actor=lan, at=PLAIN_MORNING, code=code)


def test_nobody_else_replies(nam: Actor, code: str) -> None:
    with pytest.raises(NotFound):
        begin_reply(actor=nam, at=PLAIN_MORNING, code=code)


def test_nothing_is_replied_to_what_was_not_asked(lan: Actor) -> None:
    with pytest.raises(ReplyNotAsked):
        begin_reply(actor=lan, at=PLAIN_MORNING, code=send(lan, complete(lan)).code)
