"""Rows ticked in a table, read the same with and without script."""

from __future__ import annotations

from collections.abc import Callable

from django.http import QueryDict

from motcua.ui.choosing import chosen_of

Draw = Callable[..., str]
COLUMNS = [{"key": "code", "label": "Mã", "header": True}]


def test_only_what_was_on_offer_can_be_chosen_in_the_order_offered() -> None:
    chosen = chosen_of(QueryDict("chosen=7&chosen=3&chosen=99"), [3, 5, 7])
    assert chosen.values == ("3", "7")
    assert not chosen.only_ticking


def test_asking_for_all_ticks_all_and_does_nothing_yet() -> None:
    chosen = chosen_of(QueryDict("select=all&chosen=3"), [3, 5])
    assert (chosen.values, chosen.only_ticking) == (("3", "5"), True)


def test_asking_for_none_unticks() -> None:
    chosen = chosen_of(QueryDict("select=none&chosen=3"), [3, 5])
    assert (chosen.values, chosen.only_ticking) == ((), True)


def _table(draw: Draw, rows: list[dict[str, object]]) -> str:
    source = (
        "{% call ui.checklist_table('Hồ sơ', columns, rows) %}{{ ui.button('Giao') }}{% endcall %}"
    )
    return draw(source, columns=COLUMNS, rows=rows)


def test_each_row_says_which_it_chooses(draw: Draw) -> None:
    drawn = _table(draw, [{"value": 1, "code": "H26-1", "chosen": True}])
    assert 'aria-label="Chọn H26-1" checked' in drawn
    assert "Đã chọn 1 trên 1" in drawn


def test_a_row_that_cannot_be_chosen_says_why_in_words(draw: Draw) -> None:
    drawn = _table(draw, [{"value": 1, "code": "H26-1", "blocked": "Đang chờ bổ sung"}])
    assert 'type="checkbox"' not in drawn
    assert "Đang chờ bổ sung" in drawn


def test_all_are_chosen_without_script_by_a_button(draw: Draw) -> None:
    drawn = _table(draw, [{"value": 1, "code": "H26-1"}])
    assert (
        '<button class="button button-quiet button-small" type="submit" name="select" value="all"'
        in drawn
    )


def test_watched_work_stops_asking_when_it_is_over(draw: Draw) -> None:
    running = draw("{{ ui.progress_watch('/viec/', 1, 4, 'Đang làm') }}{{ ui.refresh_every(5) }}")
    over = draw(
        "{{ ui.progress_watch('/viec/', 4, 4, 'Xong', is_over=True) }}{{ ui.refresh_every(5, True) }}"
    )
    assert 'data-watch="/viec/"' in running
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in running
    assert "data-watch" not in over
    assert "refresh" not in over


def test_a_conflict_names_who_did_what_and_keeps_what_was_typed(draw: Draw) -> None:
    drawn = draw(
        "{{ ui.conflict_notice([{'title': 'Trình ký', 'moment': '09:00', 'by': 'Lê An'}], see_url='/hs/',"
        " form_id='f', kept=[{'label': 'Ý kiến', 'value': '<b>Đồng ý</b>'}]) }}"
    )
    assert "Lê An" in drawn
    assert "&lt;b&gt;Đồng ý&lt;/b&gt;" in drawn
    assert 'form="f"' in drawn
    assert 'role="alert"' in drawn


def test_a_count_is_typed_without_script(draw: Draw) -> None:
    drawn = draw("{{ ui.stepper_field('copies', 'Số bản', value=2, least=1, most=50) }}")
    assert 'name="copies" value="2"' in drawn
    assert drawn.count("data-script-shows") == 2


def test_a_file_field_names_what_is_there_already(draw: Draw) -> None:
    drawn = draw(
        "{{ ui.file_field('scan', 'Bản chụp', limit='Không quá 20 MB.', kept=[{'name': 'a.pdf'}]) }}"
    )
    assert "Không quá 20 MB." in drawn
    assert "a.pdf" in drawn
    assert 'type="file"' in drawn
