"""What is not received at the counter: asked to be completed (Form 02) or refused (Form 03)."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.dossiers.models import Dossier, SupplementRequest
from motcua.dossiers.vocabulary import Stage
from tests.support.counter_pages import PAGE, a_page, fields_of, papers_asked, problems_told
from tests.support.working_office import BIRTH_AGAIN
from tests.web.workspace.conftest import SignIn, text_of


@pytest.fixture
def counter(browser: SignIn) -> Any:
    return browser("tiepnhan1")


def opened(counter: Any, kind: str, **changes: str) -> dict[str, Any]:
    """The fields of the page once the panel is open."""
    page = text_of(counter.post(PAGE, a_page(BIRTH_AGAIN, do=kind, ticked=False, **changes)))
    return fields_of(page)


def test_asking_names_every_paper_that_is_not_ticked(counter: Any) -> None:
    fields = opened(counter, "ask", owner__phone="0912345678")
    names = [" ".join(paper.name.split()) for paper in papers_asked(BIRTH_AGAIN)]
    assert [fields[f"items-{place}-name"] for place in range(len(names))] == names
    assert fields["items-0-what"]
    assert fields["items-0-why"]
    assert fields["owner-phone"] == "0912345678"
    assert Dossier.objects.count() == 0


def test_a_ticked_paper_is_not_asked_for(counter: Any) -> None:
    first, *others = papers_asked(BIRTH_AGAIN)
    form = a_page(BIRTH_AGAIN, do="ask", ticked=False) | {f"paper-{first.id}-received": "1"}
    page = text_of(counter.post(PAGE, form))
    asked = [value for name, value in fields_of(page).items() if name.endswith("-name")]
    assert " ".join(first.name.split()) not in asked
    assert " ".join(others[0].name.split()) in asked


def test_enter_does_what_the_open_panel_is_for(counter: Any) -> None:
    page = text_of(counter.post(PAGE, a_page(BIRTH_AGAIN, do="ask", ticked=False)))
    form = page.partition('id="reception"')[2]
    assert form.index('value="ask-now"') < form.index('name="do" value="receive-instead"')
    assert 'name="do" value="receive"' not in form


def test_what_lacks_is_asked_for_and_registered_as_one(counter: Any) -> None:
    fields = opened(counter, "ask")
    answer = counter.post(PAGE, fields | {"do": "ask-now", "items-0-what": "Nộp lại bản rõ chữ"})
    dossier = Dossier.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == f"/dossiers/{dossier.code}/"
    assert dossier.stage == Stage.COMPLETION_ASKED
    assert dossier.due_at is None
    assert "Nộp lại bản rõ chữ" in SupplementRequest.objects.get().items
    shown = text_of(counter.get(answer["Location"]))
    assert "In phiếu yêu cầu cho người nộp" in shown


def test_asking_twice_by_one_page_makes_one_dossier(counter: Any) -> None:
    fields = opened(counter, "ask") | {"do": "ask-now"}
    places = {counter.post(PAGE, fields)["Location"] for _time in range(2)}
    assert len(places) == 1
    assert Dossier.objects.count() == 1


def test_an_item_without_what_to_do_is_told_at_its_field(counter: Any) -> None:
    fields = opened(counter, "ask") | {"do": "ask-now", "items-1-what": " "}
    answer = counter.post(PAGE, fields)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "id_items-1-what" in problems_told(page)
    assert fields_of(page)["items-0-name"] == fields["items-0-name"]
    assert Dossier.objects.count() == 0


def test_a_row_more_keeps_the_rows_before_it(counter: Any) -> None:
    fields = opened(counter, "ask")
    count = len([name for name in fields if name.endswith("-what")])
    more = fields_of(text_of(counter.post(PAGE, fields | {"do": "ask-row"})))
    assert len([name for name in more if name.endswith("-what")]) == count + 1
    assert more["items-0-name"] == fields["items-0-name"]


@pytest.mark.parametrize(("kind", "field"), [("ask", "ask_reason"), ("refuse", "refuse_reason")])
def test_an_answer_needs_its_reason(counter: Any, kind: str, field: str) -> None:
    fields = opened(counter, kind)
    answer = counter.post(PAGE, fields | {"do": f"{kind}-now", field: "  "})
    assert answer.status_code == 422
    assert f"id_{field}" in problems_told(text_of(answer))
    assert Dossier.objects.count() == 0


def test_a_refusal_ends_it_with_its_reason(counter: Any) -> None:
    fields = opened(counter, "refuse")
    typed = {"do": "refuse-now", "refuse_reason": "Không thuộc thẩm quyền; nộp tại xã Phù Đổng"}
    answer = counter.post(PAGE, fields | typed)
    dossier = Dossier.objects.get()
    assert answer.status_code == 302
    assert dossier.stage == Stage.NOT_RECEIVED
    assert dossier.ended_at is not None
    assert "nộp tại xã Phù Đổng" in text_of(counter.get(answer["Location"]))


def test_a_fault_of_the_people_is_told_and_the_reason_stays(counter: Any) -> None:
    fields = opened(counter, "refuse", owner__name="")
    answer = counter.post(PAGE, fields | {"do": "refuse-now", "refuse_reason": "Thiếu căn cứ"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "id_owner-name" in problems_told(page)
    assert fields_of(page)["refuse_reason"] == "Thiếu căn cứ"


def test_one_may_think_better_of_it_and_receive(counter: Any) -> None:
    fields = opened(counter, "ask")
    page = text_of(counter.post(PAGE, fields | {"do": "receive-instead"}))
    assert "answer-panel" not in page
    assert fields_of(page)["owner-name"] == fields["owner-name"]


@pytest.mark.parametrize("reason", ["Đ" * 10_000, "<script>alert(1)</script>"])
def test_hostile_reasons_are_told_or_kept_as_text(counter: Any, reason: str) -> None:
    fields = opened(counter, "refuse")
    answer = counter.post(PAGE, fields | {"do": "refuse-now", "refuse_reason": reason})
    assert answer.status_code in (302, 422)
    assert "<script>alert(1)" not in text_of(answer)
