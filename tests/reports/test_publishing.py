"""Published figures are those of the reports and of the dossiers behind them, counted again as often as one likes."""

from __future__ import annotations

from typing import Any

import pytest

from motcua.dossiers.queries.figures import Behind, Measure, Period, count_behind
from motcua.kernel.clock import local_day
from motcua.procedures.queries.labels import procedure_called
from motcua.reports.models import PromiseRow, PublishedFigure
from motcua.reports.publishing import publish_figures
from motcua.reports.publishing_promises import publish_promises
from motcua.reports.queries.published import figures_by_office, published_figures
from motcua.reports.rules.published import year_before
from tests.support.reception import BIRTH, BUSINESS
from tests.support.reporting import AFTER_JULY, Communes

pytestmark = pytest.mark.usefixtures("proved")
MEASURES = {
    "received": Measure.RECEIVED_IN_PERIOD,
    "online": Measure.RECEIVED_ONLINE,
    "settled": Measure.SETTLED,
    "in_time": Measure.IN_TIME,
}


def _full_disk(*_rows: object, **_options: object) -> None:
    raise OSError("no space")


def rows() -> list[dict[str, Any]]:
    return list(PublishedFigure.objects.order_by("code", "agency").values())


@pytest.mark.parametrize("column", MEASURES)
def test_every_number_is_that_of_the_dossiers_behind_it(communes: Communes, column: str) -> None:
    publish_figures(at=AFTER_JULY)
    every = frozenset(one.id for one in communes.all)
    period = Period(*year_before(local_day(AFTER_JULY)))
    counted = {}
    for row in PublishedFigure.objects.all():
        procedure_id = procedure_called(row.scope, row.code, "")
        assert procedure_id is not None
        which = Behind(
            agency_ids=frozenset({row.agency_id}) if row.agency_id else every,
            period=period,
            measure=MEASURES[column],
            procedure_ids=frozenset({procedure_id}),
        )
        counted[row.pk] = count_behind(communes.supervisor(), which, at=AFTER_JULY)
    assert counted == dict(PublishedFigure.objects.values_list("pk", column))
    assert sum(counted.values()) > 0


def test_counted_again_they_are_the_same(communes: Communes) -> None:
    count = publish_figures(at=AFTER_JULY)
    first = [{**row, "id": 0} for row in rows()]
    assert publish_figures(at=AFTER_JULY) == count
    assert [{**row, "id": 0} for row in rows()] == first


def test_a_fault_leaves_yesterdays_figures(
    communes: Communes, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_figures(at=AFTER_JULY)
    before = rows()
    monkeypatch.setattr(PublishedFigure.objects, "bulk_create", _full_disk)
    with pytest.raises(OSError, match="no space"):
        publish_figures(at=AFTER_JULY)
    assert rows() == before


def test_one_office_and_all_are_read_in_one_query(
    communes: Communes, django_assert_num_queries: Any
) -> None:
    publish_figures(at=AFTER_JULY)
    home = communes.all[0].id
    with django_assert_num_queries(1):
        whole, own = published_figures("NATIONAL", BIRTH, home)
    assert whole is not None
    assert own is not None
    assert (whole.agency_id, own.agency_id) == (None, home)
    with django_assert_num_queries(1):
        places = figures_by_office("NATIONAL", BUSINESS)
    assert places[0].agency_id is None
    assert published_figures("NATIONAL", "9.999999", home) == (None, None)


def test_the_questions_grow_with_the_agencies_not_with_the_dossiers(
    communes: Communes, django_assert_max_num_queries: Any
) -> None:
    publish_figures(at=AFTER_JULY)
    with django_assert_max_num_queries(6 + 5 * len(communes.all)):
        publish_figures(at=AFTER_JULY)


def test_what_the_table_of_promises_leaves_out_the_year_leaves_out_too(communes: Communes) -> None:
    publish_promises(at=AFTER_JULY)
    publish_figures(at=AFTER_JULY)
    first = year_before(local_day(AFTER_JULY))[0]
    withheld = 0
    for row in PromiseRow.objects.filter(until_day__gte=first).exclude(code=""):
        if row.received is not None and row.settled is not None:
            continue
        found = {one.agency_id: one.figures for one in figures_by_office(row.scope, row.code)}
        figures = found.get(row.agency_id)
        assert figures is not None
        withheld += 1
        assert row.received is not None or figures.received is None
        assert row.settled is not None or (figures.settled, figures.median_days) == (None, None)
    assert withheld
    assert communes.all
