"""A page posted without a script: rows come and go, what is newly asked appears before it is missed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import QueryDict

from motcua.eforms.posted import posted_answers
from motcua.eforms.rules.definition import Form, form_of
from motcua.eforms.showing import show, tell_all
from motcua.eforms.shown import ShownField, ShownRepeat
from motcua.eforms.turning import Turned, turn
from motcua.eforms.vocabulary import ITEMS_MAX
from tests.eforms.onscreen.drawing import drawn
from tests.eforms.real_answers import COMPLETE, GIA_LAM
from tests.eforms.rules.sample_forms import a_field, a_form, words
from tests.eforms.shipped_cases import FORMS
from tests.support.posted_forms import filled_in

ON = date(2026, 11, 20)
BIRTH = FORMS["1.001193"]


def witnesses(**more: Any) -> Form:
    name = a_field("name", "text", is_required=True)
    repeat = a_field("witnesses", "repeat", item_label=words("Người"), fields=[name], **more)
    return form_of(a_form(repeat))


def sent(form: Form, saved: dict[str, Any], page_key: str = "", **fields: str) -> Turned:
    page = drawn(show(form, saved, on=ON, page_key=page_key))
    return turn(form, saved, filled_in(page, fields), on=ON, page_key=page_key)


def test_a_row_is_added_and_taken_away_with_all_that_was_typed() -> None:
    form = witnesses(max_items=2)
    more = sent(form, {"witnesses": [{"name": "Hoa"}]}, turn="add:witnesses")
    assert more.answers == {"witnesses": [{"name": "Hoa"}, {}]}
    assert (more.is_sent, more.shown.faults) == (False, ())
    full = sent(form, more.answers, turn="add:witnesses", **{"a.witnesses.1.name": "Nam"})
    assert full.answers == {"witnesses": [{"name": "Hoa"}, {"name": "Nam"}]}
    fewer = sent(form, full.answers, turn="remove:witnesses.0")
    assert fewer.answers == {"witnesses": [{"name": "Nam"}]}


def test_a_row_that_is_only_offered_counts_when_something_is_typed_in_it() -> None:
    form = witnesses(min_items=1, max_items=3)
    untouched = sent(form, {})
    assert untouched.answers == {}
    assert [fault.code for fault in untouched.checked.faults] == ["too-few-items"]
    assert sent(form, {}, **{"a.witnesses.0.name": "Hoa"}).is_settled


def test_buttons_that_no_page_has_change_nothing() -> None:
    form = witnesses(max_items=2)
    saved = {"witnesses": [{"name": "Hoa"}]}
    for value in ("add:nothing", "remove:witnesses.9", "remove:witnesses.x", "add:", "remove:"):
        assert sent(form, saved, turn=value).answers == saved


def test_no_more_rows_are_offered_than_the_form_takes() -> None:
    form = witnesses(max_items=2)
    shown = show(form, {"witnesses": [{}, {}]}, on=ON).pages[0].items[0]
    assert isinstance(shown, ShownRepeat)
    assert shown.add == ""
    posted = QueryDict("a.witnesses.rows=999&turn=add:witnesses")
    assert len(turn(form, {}, posted, on=ON).answers["witnesses"]) == ITEMS_MAX


def test_questions_that_an_answer_made_appear_are_shown_before_they_are_missed() -> None:
    saved = {key: COMPLETE["1.001193"][key] for key in ("child", "birthplace")}
    first = sent(BIRTH, saved, "child", **{"a.born_where": "facility"})
    assert first.appeared == ("facility",)
    assert [one.field_id for one in first.new_questions] == ["f-facility"]
    assert first.shown.faults == ()
    assert not first.is_settled
    second = sent(BIRTH, first.answers, "child")
    assert [fault.field_id for fault in second.shown.faults] == ["f-facility"]
    assert sent(BIRTH, second.answers, "child", **{"a.facility": "Trạm y tế"}).is_settled


def test_a_note_that_appears_is_read_before_going_on() -> None:
    saved = {key: COMPLETE["1.001193"][key] for key in ("child", "birthplace", "born_where")}
    saved["facility"] = "Trạm y tế"
    late = sent(BIRTH, saved, "child", **{"a.child.birth_date": "01/01/2026"})
    assert late.appeared == ("late",)
    assert [one.field_id for one in late.new_questions] == [""]
    assert sent(BIRTH, late.answers, "child").new_questions == ()
    assert sent(BIRTH, late.answers, "child").is_settled


def test_another_form_of_address_asks_for_its_own_parts() -> None:
    chosen = sent(BIRTH, {}, "child", turn="redraw", **{"a.birthplace.form": "three_tier"})
    page = drawn(chosen.shown)
    assert 'name="a.birthplace.district"' in page
    assert 'value="three_tier" checked' in page


def test_answers_of_other_pages_stay_as_they_were() -> None:
    turned = sent(BIRTH, dict(COMPLETE["1.001193"]), "child", **{"a.child.name": "Lê An"})
    assert turned.answers["child"]["name"] == "Lê An"
    assert turned.answers["father"] == COMPLETE["1.001193"]["father"]


def test_what_was_typed_wrong_stands_as_typed_with_its_sentence() -> None:
    turned = sent(BIRTH, {}, "child", **{"a.child.birth_date": "31/02/2026"})
    page = drawn(turned.shown)
    assert 'value="31/02/2026"' in page
    assert "Không có ngày này." in page


def test_other_words_drop_the_code_of_a_commune_that_stood_beside_them() -> None:
    strange = {**GIA_LAM, "commune_code": "99999"}
    page = drawn(show(BIRTH, {"birthplace": strange}, on=ON, page_key="child"))
    kept = posted_answers(BIRTH, filled_in(page, {}), page_key="child")
    mended = posted_answers(
        BIRTH, filled_in(page, {"a.birthplace.commune": "Xã Bát Tràng"}), page_key="child"
    )
    assert kept["birthplace"]["commune_code"] == "99999"
    assert "commune_code" not in mended["birthplace"]


def test_a_commune_nearly_called_so_is_named() -> None:
    wrong = {"birthplace": {**GIA_LAM, "commune": "Gia Lâmm"}}
    assert "Gần giống: Xã Gia Lâm." in drawn(show(BIRTH, wrong, on=ON, page_key="child"))


def test_browsers_may_fill_in_only_what_is_about_the_reader() -> None:
    own = drawn(show(BIRTH, {}, on=ON, is_own=True))
    assert own.count('autocomplete="tel"') == 1
    assert 'autocomplete="name"' in own
    assert 'autocomplete="name"' not in drawn(show(BIRTH, {}, on=ON))


def test_what_was_filled_in_beforehand_says_so() -> None:
    shown = show(BIRTH, {"applicant": {"name": "Hoa"}}, on=ON, prefilled={"applicant.name"})
    assert drawn(shown).count("Đã điền sẵn, hãy xem lại.") == 1


def test_faults_are_told_only_where_it_is_asked() -> None:
    assert show(BIRTH, {}, on=ON).faults == ()
    told = show(BIRTH, {}, on=ON, telling=lambda path: path == "relation").faults
    assert [fault.field_id for fault in told] == ["f-relation_0"]
    assert len(show(BIRTH, {}, on=ON, telling=tell_all).faults) > 5


def test_an_optional_choice_can_be_taken_back() -> None:
    form = form_of(a_form(a_field("sex", "sex")))
    shown = show(form, {"sex": "Nam"}, on=ON).pages[0].items[0]
    assert isinstance(shown, ShownField)
    assert [one.value for one in shown.choices] == ["Nam", "Nữ", ""]
    assert sent(form, {"sex": "Nam"}, **{"a.sex": ""}).checked.answers == {}
