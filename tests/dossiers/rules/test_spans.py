"""Where the time of a dossier went: spans lie end to end and add up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from motcua.dossiers.rules.spans import spans
from motcua.dossiers.vocabulary import Stage
from tests.support.clock import PLAIN_MORNING


@dataclass(frozen=True)
class Told:
    """A fact as the spans read it."""

    occurred_at: datetime
    payload: dict[str, Any]
    code: str = "dossier.assigned"
    actor: dict[str, Any] = field(default_factory=lambda: {"name": "Lê Thị Hoa"})


RECEIVED = Told(
    PLAIN_MORNING, {"unit_id": 1, "clock": {}, "dossier_code": "H1"}, code="dossier.received"
)
CHANGES = st.fixed_dictionaries(
    {}, optional={"unit_id": st.integers(1, 3), "assignee_id": st.integers(1, 3) | st.none()}
)
LATER = st.lists(
    st.tuples(st.integers(0, 5000), st.sampled_from(Stage), CHANGES), min_size=1, max_size=20
)


@given(LATER)
def test_spans_lie_end_to_end_and_add_up_to_the_life_of_the_dossier(
    steps: list[tuple[int, Stage, dict[str, Any]]],
) -> None:
    at, facts = PLAIN_MORNING, [RECEIVED]
    for minutes, stage, changes in steps:
        at += timedelta(minutes=minutes)
        facts.append(Told(at, {"stage": str(stage), "changes": changes}))
    found = spans(facts)
    assert found[0].from_at == PLAIN_MORNING
    assert found[-1].to_at is None
    assert all(one.to_at == other.from_at for one, other in pairwise(found))
    lengths = [(span.to_at or at) - span.from_at for span in found]
    assert sum(lengths, timedelta()) == at - PLAIN_MORNING


def test_a_fact_that_changes_nothing_opens_no_span() -> None:
    note = Told(PLAIN_MORNING + timedelta(hours=1), {"stage": "RECEIVED", "changes": {}})
    assert len(spans([RECEIVED, note])) == 1


def test_whose_turn_it_is_follows_from_the_stage() -> None:
    asked = Told(
        PLAIN_MORNING + timedelta(hours=1), {"stage": "SUPPLEMENT_REQUESTED", "changes": {}}
    )
    first, second = spans([RECEIVED, asked])
    assert (first.is_office_turn, first.is_applicant_turn) == (True, False)
    assert (second.is_office_turn, second.is_applicant_turn) == (False, True)
