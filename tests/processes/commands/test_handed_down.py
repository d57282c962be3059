"""A new version that asks for the same work goes on by the process of the one before it; any other does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from motcua.kernel.actor import Actor
from motcua.ledger.caching import forget_all
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.commands.set_supplement_policy import set_supplement_policy
from motcua.procedures.queries.catalogue import CatalogueFilter, version_in_force
from motcua.procedures.queries.details import procedure_detail
from motcua.procedures.queries.policy_plan import PolicyWish
from motcua.procedures.rules.content import is_same_work
from motcua.procedures.shipped import shipped_catalogue
from motcua.processes.commands.drafting import begin_process_draft
from motcua.processes.queries.lacking import procedures_without_process
from motcua.processes.queries.processes import ProcessVersionRow, process_in_force
from motcua.worktime.vocabulary import PausePolicy
from tests.processes.rules.sample_processes import plain
from tests.support.publishing_processes import published

BIRTH = "1.001193"
TODAY = date(2026, 11, 20)
TOMORROW, IN_A_WEEK = TODAY + timedelta(days=1), TODAY + timedelta(days=7)


@pytest.fixture
def by(administrator: Actor, at: datetime) -> dict[str, Any]:
    return {"actor": administrator, "at": at}


def _publish(
    by: dict[str, Any], version_id: int, definition: dict[str, Any], since: date = TOMORROW
) -> int:
    process_id = begin_process_draft(**by, procedure_version_id=version_id, definition=definition)
    return published(by, process_id, definition, since)


def _pause_instead(by: dict[str, Any], version_id: int, since: date = IN_A_WEEK) -> int:
    """The same text from the day on, but for what a supplement does to the clock; its version."""
    detail = procedure_detail(version_id)
    policies = {PausePolicy.PAUSE, PausePolicy.RESTART} - {detail.supplement_policy}
    wish = PolicyWish(policy=policies.pop(), starts_on=since, procedure_id=detail.procedure_id)
    assert set_supplement_policy(**by, wish=wish) == 1
    return _version_on(since)


def _version_on(day: date) -> int:
    forget_all()
    found = version_in_force(BIRTH, day)
    assert found is not None
    return found.version_id


def _worked_by(version_id: int, day: date = IN_A_WEEK) -> ProcessVersionRow | None:
    forget_all()
    return process_in_force(version_id, None, None, day)


def test_the_process_outlives_a_version_that_only_changes_the_clock(
    by: dict[str, Any], birth: int
) -> None:
    first = _publish(by, birth, plain())
    after = _pause_instead(by, birth)
    assert after != birth
    found = _worked_by(after)
    assert found is not None
    assert found.version_id == first
    wanted = CatalogueFilter(day=IN_A_WEEK)
    lacking = procedures_without_process(by["actor"], wanted, agency_id=None)
    assert after not in {row.version_id for row in lacking.rows}
    assert lacking.rows, "the others of the catalogue have none"


def test_a_process_of_its_own_comes_first(by: dict[str, Any], birth: int) -> None:
    _publish(by, birth, plain())
    after = _pause_instead(by, birth)
    own = _publish(by, after, plain() | {"title": "Của bản mới"}, IN_A_WEEK)
    found = _worked_by(after)
    assert found is not None
    assert found.version_id == own


def test_a_version_to_come_that_is_replaced_hands_its_process_down(
    by: dict[str, Any], birth: int
) -> None:
    to_come = _pause_instead(by, birth)
    first = _publish(by, to_come, plain(), IN_A_WEEK)
    wish = PolicyWish(
        policy=PausePolicy.CONTINUE,
        starts_on=IN_A_WEEK,
        procedure_id=procedure_detail(birth).procedure_id,
    )
    set_supplement_policy(**by, wish=wish)
    last = _version_on(IN_A_WEEK)
    assert last != to_come
    found = _worked_by(last)
    assert found is not None
    assert found.version_id == first


def test_another_time_limit_asks_for_another_process(by: dict[str, Any], birth: int) -> None:
    _publish(by, birth, plain())
    records = [one for one in shipped_catalogue()["procedures"] if one["code"] == BIRTH]
    longer = {"value": 9, "unit": "working_days", "text": "9 ngày làm việc"}
    changed = {"procedures": [record | {"time_limit": longer} for record in records]}
    import_catalogue(**by, document=changed, valid_from=IN_A_WEEK)
    after = _version_on(IN_A_WEEK)
    assert after != birth
    assert not is_same_work(procedure_detail(birth), procedure_detail(after))
    assert _worked_by(after) is None


def test_a_process_that_branches_by_the_variant_is_not_handed_down(
    by: dict[str, Any], birth: int
) -> None:
    """It names variants by ids of its own version."""
    steps = plain()["steps"]
    when = {"is": ["variant", procedure_detail(birth).default_variant.id]}
    first = steps[0] | {
        "next": [{"to": "handle", "when": when}, {"to": "sign", "label": "đường khác"}]
    }
    _publish(by, birth, plain() | {"steps": [first, *steps[1:]]})
    assert _worked_by(birth) is not None
    assert _worked_by(_pause_instead(by, birth)) is None


def test_fees_are_not_the_work_and_papers_are(birth: int) -> None:
    detail = procedure_detail(birth)
    first, *others = detail.variants
    fewer = replace(first, documents=first.documents[1:])
    assert is_same_work(detail, replace(detail, fees=()))
    assert not is_same_work(detail, replace(detail, variants=(fewer, *others)))
