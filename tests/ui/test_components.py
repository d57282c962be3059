"""Components escape what they are given and tie their parts together for screen readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Draw = Callable[..., str]
EVIL = '<img src=x onerror="alert(1)">'


@pytest.mark.parametrize(
    "call",
    [
        "ui.button(evil)",
        "ui.link_button(evil, evil)",
        "ui.text_field('a', evil, value=evil, hint=evil, error=evil)",
        "ui.text_area('a', evil, value=evil)",
        "ui.select_field('a', evil, [{'value': evil, 'label': evil}])",
        "ui.radio_group('a', evil, [{'value': evil, 'label': evil}])",
        "ui.checkbox('a', evil, hint=evil)",
        "ui.notice(evil, evil)",
        "ui.tag(evil)",
        "ui.data_table(evil, [{'key': 'a', 'label': evil}], [{'a': evil}])",
        "ui.summary_rows([{'label': evil, 'value': evil}])",
        "ui.timeline([{'title': evil, 'moment': evil, 'by': evil}])",
        "ui.explain(evil, [{'text': evil, 'note': evil}])",
        "ui.suggestions([{'value': evil, 'label': evil, 'note': evil}])",
        "ui.paper_row('p', evil, note=evil)",
        "ui.money_total(evil, [{'label': evil, 'amount': evil}])",
        "ui.error_summary([{'text': evil, 'field_id': evil}])",
        "ui.breadcrumb([{'label': evil}])",
        "ui.page_header(evil)",
    ],
)
def test_a_component_escapes_what_people_typed(draw: Draw, call: str) -> None:
    drawn = draw("{{ " + call + " }}", evil=EVIL)
    assert "<img" not in drawn
    assert "&lt;img" in drawn


def test_a_field_in_error_names_its_hint_and_its_error(draw: Draw) -> None:
    drawn = draw("{{ ui.text_field('name', 'Họ tên', hint='Như trên giấy tờ', error='Hãy nhập') }}")
    assert 'aria-describedby="id_name-hint id_name-error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'id="id_name-error"' in drawn


def test_a_field_without_fault_claims_none(draw: Draw) -> None:
    drawn = draw("{{ ui.text_field('name', 'Họ tên') }}")
    assert "aria-invalid" not in drawn
    assert "aria-describedby" not in drawn
    assert 'aria-required="true"' in drawn


def test_an_optional_field_says_so_in_words(draw: Draw) -> None:
    drawn = draw("{{ ui.text_field('phone', 'Điện thoại', optional=True) }}")
    assert "(không bắt buộc)" in drawn
    assert "aria-required" not in drawn


def test_a_password_is_never_sent_back(draw: Draw) -> None:
    assert "secret" not in draw(
        "{{ ui.text_field('p', 'Mật khẩu', value='secret', type='password') }}"
    )


def test_a_tag_carries_a_picture_beside_its_color(draw: Draw) -> None:
    assert "<svg" in draw("{{ ui.tag('Quá hạn', 'danger') }}")


def test_a_table_cell_repeats_its_heading_for_the_phone(draw: Draw) -> None:
    drawn = draw(
        "{{ ui.data_table('Hồ sơ', [{'key': 'a', 'label': 'Mã', 'header': True}], [{'a': 'H26'}]) }}"
    )
    assert 'data-label="Mã"' in drawn
    assert 'scope="row"' in drawn
    assert "<caption" in drawn


def test_a_select_keeps_the_order_of_its_groups(draw: Draw) -> None:
    choices = [
        {"value": "1", "label": "x", "group": "Ninh Bình"},
        {"value": "2", "label": "y", "group": "An Giang", "chosen": True},
        {"value": "3", "label": "z"},
    ]
    drawn = draw("{{ ui.select_field('a', 'Nơi', choices) }}", choices=choices)
    assert drawn.index("Ninh Bình") < drawn.index("An Giang") < drawn.index(">z<")
    assert drawn.count("</optgroup>") == 2
    assert '<option value="2" selected>' in drawn


def test_an_error_summary_leads_to_the_field(draw: Draw) -> None:
    drawn = draw("{{ ui.error_summary([{'text': 'Hãy nhập', 'field_id': 'id_name'}]) }}")
    assert 'role="alert"' in drawn
    assert 'href="#id_name"' in drawn


def test_no_errors_make_no_summary(draw: Draw) -> None:
    assert draw("{{ ui.error_summary([]) }}").strip() == ""


def test_the_present_tab_is_marked(draw: Draw) -> None:
    drawn = draw(
        "{{ ui.tabs([{'url': '/a', 'label': 'A', 'current': True}, {'url': '/b', 'label': 'B', 'current': False}], 'Lọc') }}"
    )
    assert drawn.count('aria-current="page"') == 1


def test_a_paper_only_shown_has_no_counts(draw: Draw) -> None:
    drawn = draw("{{ ui.paper_row('p', 'Căn cước', present_only=True) }}")
    assert 'name="p-received"' in drawn
    assert "p-originals" not in drawn


def test_reasons_are_an_ordered_list_that_opens_without_script(draw: Draw) -> None:
    drawn = draw("{{ ui.explain('27/11/2026', [{'text': 'Nhận 16:10', 'value': '23/11/2026'}]) }}")
    assert "<details" in drawn
    assert "<ol" in drawn
