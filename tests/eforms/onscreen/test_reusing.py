"""Nothing is typed twice: who is known, and whatever stands elsewhere in the form, is taken over by one press,
also without a script, and never in place of what was typed."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from motcua.eforms.rules.reusing import Reuse, agree, taken_over, together
from motcua.eforms.showing import show
from motcua.eforms.turning import Turned, turn
from motcua.eforms.vocabulary import HOME_NATIONALITY
from tests.eforms.onscreen.drawing import drawn
from tests.eforms.real_answers import COMPLETE
from tests.eforms.shipped_cases import FORMS
from tests.support.posted_forms import filled_in

ON = date(2026, 11, 20)
BIRTH = FORMS["1.001193"]
HANH = {"name": "Trần Thị Hạnh", "personal_id": "036190000112", "birth_date": "1990-05-02"}
ME = {"name": "Trần Văn Bình", "phone": "0912345678"}
KNOWN = (HANH, ME)
APPLICANT = {"applicant": COMPLETE["1.001193"]["applicant"]}
AT_HOME = {"nationality": HOME_NATIONALITY}
HOME = APPLICANT["applicant"]["residence"]


def page_of(saved: dict[str, Any], page_key: str) -> str:
    return drawn(show(BIRTH, saved, on=ON, page_key=page_key, reuse=Reuse(KNOWN)))


def pressed(saved: dict[str, Any], page_key: str, button: str, **typed: str) -> Turned:
    data = filled_in(page_of(saved, page_key), {**typed, "turn": button})
    return turn(BIRTH, saved, data, on=ON, page_key=page_key, known=KNOWN)


def test_one_press_makes_the_represented_person_the_mother() -> None:
    saved = {"declares_mother": True}
    assert "Dùng thông tin của Trần Thị Hạnh" in page_of(saved, "mother")
    turned = pressed(saved, "mother", "use:mother:known-1")
    assert turned.answers["mother"] == {**HANH, **AT_HOME}
    assert (turned.is_sent, turned.shown.faults) == (False, ())
    assert 'value="02/05/1990"' in drawn(turned.shown)


def test_an_address_that_was_told_is_taken_over_elsewhere() -> None:
    saved = {**APPLICANT, "child": {"name": "An"}}
    assert 'value="use:child.hometown:applicant.residence"' in page_of(saved, "child")
    turned = pressed(saved, "child", "use:child.hometown:applicant.residence")
    assert turned.answers["child"] == {"name": "An", "hometown": HOME}
    again = pressed(turned.answers, "child", "use:birthplace:applicant.residence")
    assert again.answers["birthplace"] == HOME


def test_what_was_typed_is_never_overwritten_and_that_is_told() -> None:
    turned = pressed(
        {"declares_mother": True}, "mother", "use:mother:known-1", **{"a.mother.name": "Lê Thị Hoa"}
    )
    assert turned.answers["mother"]["name"] == "Lê Thị Hoa"
    assert "personal_id" not in turned.answers["mother"]
    page = drawn(turned.shown)
    assert "được giữ nguyên" in page
    assert "Dùng thông tin của" not in page


def test_what_is_half_typed_of_the_same_person_is_completed() -> None:
    turned = pressed(
        {"declares_mother": True}, "mother", "use:mother:known-1", **{"a.mother.ethnicity": "Tày"}
    )
    assert turned.answers["mother"] == {**HANH, **AT_HOME, "ethnicity": "Tày"}


def test_the_same_person_known_twice_is_offered_once_with_all_that_is_known() -> None:
    saved = {"applicant": {"name": HANH["name"], "residence": HOME}, "declares_mother": True}
    page = page_of(saved, "mother")
    assert page.count("Dùng thông tin của Trần Thị Hạnh") == 1
    turned = pressed(saved, "mother", "use:mother:known-1")
    assert turned.answers["mother"] == {**HANH, **AT_HOME, "residence": HOME}


def test_an_address_abroad_is_never_mixed_with_one_at_home() -> None:
    abroad = {"form": "abroad", "country": "Lào", "detail": "Viêng Chăn"}
    assert together({"form": "two_tier", "commune": "Xã Gia Lâm"}, abroad) is None
    assert together({"form": "two_tier"}, abroad) == abroad


def test_nothing_is_offered_where_nobody_said_that_it_may_be() -> None:
    page = drawn(show(BIRTH, APPLICANT, on=ON, page_key="child"))
    assert "use:" not in page


def test_a_source_that_does_not_exist_changes_nothing() -> None:
    for path, key in (("mother", "known-9"), ("nothing", "known-1"), ("child.name", "applicant")):
        assert taken_over(BIRTH, APPLICANT, KNOWN, path, key) is None


VALUES = st.recursive(
    st.sampled_from(["", "An", "Bình", "1990"]),
    lambda below: st.dictionaries(st.sampled_from("abc"), below, max_size=3),
    max_leaves=6,
)
OBJECTS = st.dictionaries(st.sampled_from("abc"), VALUES, max_size=3)


@given(OBJECTS, OBJECTS)
def test_whatever_was_said_is_still_said_afterwards(there: Any, value: Any) -> None:
    made = together(there, value)
    assert (made is None) is not agree(there, value)
    for path, text in _said(there):
        assert made is None or (path, text) in set(_said(made))


def _said(value: Any, above: str = "") -> list[tuple[str, str]]:
    pairs = value.items() if isinstance(value, dict) else ()
    below = [one for key, inner in pairs for one in _said(inner, f"{above}.{key}")]
    return below + [(above, value)] * (isinstance(value, str) and bool(value))
