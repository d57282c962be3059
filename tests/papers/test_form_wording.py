"""Words of forms through time: who may change them, where they hold, what the ledger keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.agencies.queries import ancestors
from motcua.kernel.actor import system
from motcua.kernel.clock import local_day
from motcua.kernel.verdict import NotPermitted
from motcua.ledger.models import Fact
from motcua.ledger.queries import facts_about
from motcua.papers.commands.set_form_wording import WordingBeginsInThePast, set_form_wording
from motcua.papers.form_sets import FormUnknown
from motcua.papers.models import FormWording
from motcua.papers.queries import form_words, forms_at, wordings_seen, words_for
from motcua.papers.rendering import render
from motcua.papers.rules.words import FormWordsRefused
from motcua.papers.specimens.of_dossiers import apology
from motcua.papers.specimens.people import IN_2026
from motcua.papers.vocabulary import PaperKind
from tests.papers.reading import text_of
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.working_office import officer

TODAY = local_day(PLAIN_MORNING)
FORM = "tt03-2025/04"
SYSTEM = system("test")
Set = Callable[..., int]


@pytest.fixture
def set_words(standing: None) -> Set:
    """Sets words of the apology, today at the commune, by the system; changes replace."""

    def done(words: dict[str, Any] | None = None, **changes: Any) -> int:
        asked: dict[str, Any] = {
            "actor": SYSTEM,
            "at": PLAIN_MORNING,
            "agency_id": agency_id(),
            "form_key": FORM,
            "valid_from": TODAY,
            "words": {"lines.reason": "Nguyên nhân"} if words is None else words,
        }
        return set_form_wording(**asked | changes)

    return done


def words_on(day: date) -> dict[str, Any]:
    return dict(form_words(agency_id(), day, FORM))


def test_a_form_nobody_changed_has_the_words_of_its_sheet(standing: None) -> None:
    assert words_on(TODAY) == {}


def test_words_hold_from_their_day_on_and_not_before(set_words: Set) -> None:
    set_words(valid_from=TODAY + timedelta(days=3))
    assert words_on(TODAY + timedelta(days=2)) == {}
    assert words_on(TODAY + timedelta(days=3)) == {"lines.reason": "Nguyên nhân"}


def test_new_words_close_the_old_period_and_an_old_paper_prints_as_it_was(set_words: Set) -> None:
    set_words()
    later = TODAY + timedelta(days=10)
    set_words({"lines.reason": "Vì sao"}, valid_from=later)
    assert words_on(later - timedelta(days=1)) == {"lines.reason": "Nguyên nhân"}
    assert words_on(later) == {"lines.reason": "Vì sao"}
    periods = FormWording.objects.order_by("valid_from").values_list("valid_from", "valid_until")
    assert list(periods) == [(TODAY, later), (later, None)]


def test_words_planned_for_later_give_way_to_newer_ones(set_words: Set) -> None:
    set_words(valid_from=TODAY + timedelta(days=10))
    set_words({"lines.reason": "Vì sao"}, valid_from=TODAY + timedelta(days=5))
    assert words_on(TODAY + timedelta(days=20)) == {"lines.reason": "Vì sao"}
    assert FormWording.objects.count() == 1


def test_no_words_at_all_mean_the_sheet_again(set_words: Set) -> None:
    set_words()
    set_words({}, valid_from=TODAY + timedelta(days=1))
    assert words_on(TODAY + timedelta(days=1)) == {}


def test_only_what_differs_is_kept(set_words: Set) -> None:
    set_words({"lines.reason": "Lý do", "lines.to": " Gửi  ông bà ", "page.left": None})
    assert words_on(TODAY) == {"lines.to": "Gửi ông bà"}


def test_words_of_everywhere_hold_until_an_agency_has_its_own(set_words: Set) -> None:
    set_words({"lines.reason": "Mọi nơi"}, agency_id=None)
    assert words_on(TODAY) == {"lines.reason": "Mọi nơi"}
    set_words({"lines.to": "Kính trình"})
    assert words_on(TODAY) == {"lines.to": "Kính trình"}


def test_the_nearest_agency_above_wins(set_words: Set) -> None:
    above = ancestors(agency_id(), TODAY)
    set_words({"lines.reason": "Mọi nơi"}, agency_id=None)
    set_words({"lines.reason": "Cấp trên"}, agency_id=above[0])
    assert words_on(TODAY) == {"lines.reason": "Cấp trên"}


def test_the_paper_says_the_words_of_its_day(set_words: Set) -> None:
    set_words(valid_from=TODAY)
    data = apology(IN_2026)
    dated = replace(data, head=replace(data.head, at=PLAIN_MORNING))
    words = words_for(PaperKind.APOLOGY, agency_id(), TODAY)
    assert "Nguyên nhân: Ủy ban" in text_of(render(PaperKind.APOLOGY, dated, words=words))


def test_the_fact_keeps_what_was_set(set_words: Set) -> None:
    set_words()
    fact = facts_about("paper-form", agency_id())[-1]
    assert fact.code == "paper-form.wording-set"
    assert fact.payload["words"] == {"lines.reason": "Nguyên nhân"}
    assert fact.payload["form_title"] == "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"valid_from": TODAY - timedelta(days=1)}, WordingBeginsInThePast),
        ({"form_key": "tt03-2025/99"}, FormUnknown),
        ({"words": {"lines.nothing": "x"}}, FormWordsRefused),
    ],
)
def test_what_is_refused_leaves_neither_row_nor_fact(
    set_words: Set, changes: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        set_words(**changes)
    assert not FormWording.objects.exists()
    assert not Fact.objects.filter(code="paper-form.wording-set").exists()


@pytest.mark.parametrize("username", ["tiepnhan1", "lanhdao", "truongphong"])
def test_who_is_no_administrator_may_not_change_words(set_words: Set, username: str) -> None:
    with pytest.raises(NotPermitted):
        set_words(actor=officer(username))


def test_an_administrator_changes_the_words_of_his_own_agency_only(set_words: Set) -> None:
    administrator = officer("quantri")
    assert set_words(actor=administrator)
    for elsewhere in (None, ancestors(agency_id(), TODAY)[0]):
        with pytest.raises(NotPermitted):
            set_words(actor=administrator, agency_id=elsewhere)


def test_the_list_tells_what_is_changed_and_by_whom(set_words: Set) -> None:
    set_words()
    rows = {row.key: row for row in forms_at(officer("lanhdao"), PLAIN_MORNING, agency_id())}
    assert rows[FORM].is_changed
    assert rows[FORM].set_by_agency_id == agency_id()
    assert not rows["tt03-2025/02"].is_changed
    above = ancestors(agency_id(), TODAY)[0]
    with pytest.raises(NotPermitted):
        forms_at(officer("lanhdao"), PLAIN_MORNING, above)


def test_the_history_is_newest_first(set_words: Set) -> None:
    set_words()
    set_words({"lines.to": "Gửi"}, valid_from=TODAY + timedelta(days=2))
    seen = wordings_seen(officer("quantri"), PLAIN_MORNING, FORM)
    assert [row.valid_from for row in seen] == [TODAY + timedelta(days=2), TODAY]
    with pytest.raises(NotPermitted):
        wordings_seen(officer("tiepnhan1"), PLAIN_MORNING, FORM)


def test_the_database_keeps_periods_of_a_form_apart(set_words: Set) -> None:
    set_words()
    with pytest.raises(IntegrityError), transaction.atomic():
        FormWording.objects.create(
            agency_id=agency_id(),
            form_key=FORM,
            valid_from=TODAY + timedelta(days=1),
            words={},
            set_at=PLAIN_MORNING,
            set_by="",
        )
