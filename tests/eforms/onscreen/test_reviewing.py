"""Check your answers: every answer in words, every fault at its line, every line with its way back."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.template import engines

from motcua.eforms.reviewing import review
from motcua.eforms.rules.validation import check
from motcua.eforms.showing import show
from tests.eforms.onscreen.drawing import drawn
from tests.eforms.real_answers import COMPLETE
from tests.eforms.shipped_cases import FORMS

ON = date(2026, 11, 20)
BIRTH = FORMS["1.001193"]


@pytest.mark.parametrize("code", sorted(FORMS))
def test_every_way_back_leads_to_a_question_of_its_page(code: str) -> None:
    for page in review(FORMS[code], COMPLETE[code], on=ON):
        drawing = drawn(show(FORMS[code], COMPLETE[code], on=ON, page_key=page.key))
        anchors = [line.anchor for part in page.parts for line in part.lines]
        assert [one for one in anchors if f'id="{one}"' not in drawing] == []
        assert page.is_good


@pytest.mark.parametrize("code", sorted(FORMS))
def test_everything_that_is_missing_is_told_once(code: str) -> None:
    pages = review(FORMS[code], {}, on=ON)
    lines = [line for page in pages for part in page.parts for line in part.lines]
    told = sum(len(line.problems) for line in lines) + sum(len(page.problems) for page in pages)
    paths = {fault.path.rpartition(".")[0] for fault in check(FORMS[code], {}, on=ON).faults}
    assert len(paths) <= told <= len(check(FORMS[code], {}, on=ON).faults)


def test_an_answer_is_said_in_words_under_its_heading() -> None:
    (child,) = [page for page in review(BIRTH, COMPLETE["1.001193"], on=ON) if page.key == "child"]
    said = {line.label: line.words for part in child.parts for line in part.lines}
    assert child.parts[0].heading == "Thông tin của trẻ"
    assert said["Sinh ngày nào?"] == "01/11/2026"
    assert said["Trẻ sinh ở đâu?"] == "Ở bệnh viện, trạm y tế"


def test_a_wrong_answer_stands_as_typed_with_what_to_do() -> None:
    wrong = {"child": {"birth_date": "31/02/2026"}}
    (child,) = [page for page in review(BIRTH, wrong, on=ON) if page.key == "child"]
    (line,) = [one for one in child.parts[0].lines if one.path == "child.birth_date"]
    assert line.words == "31/02/2026"
    assert "Không có ngày này" in line.problems[0]
    assert not child.is_good


def test_the_page_has_a_link_to_each_question() -> None:
    source = '{% import "ui/review.html" as rv %}{{ rv.review(pages, {"child": "/nop/child"}) }}'
    pages = review(BIRTH, COMPLETE["1.001193"], on=ON)
    page = str(engines["jinja2"].env.from_string(source).render(pages=pages))  # type: ignore[attr-defined]
    assert 'href="/nop/child#f-child-name"' in page
    assert len(re.findall(r"<h2[^>]*>Người đi đăng ký</h2>", page)) == 1
