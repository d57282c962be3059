"""Long work says how far it is, and not more often than anybody wants to read."""

from __future__ import annotations

import pytest

from motcua.jobs import metering
from motcua.jobs.metering import Meter, grouped


def test_it_tells_at_most_every_ten_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(metering, "monotonic", lambda: now[0])
    told: list[tuple[int, int]] = []
    meter = Meter(lambda done, speed: told.append((done, speed)), began=100.0, last=100.0)
    for _second in range(25):
        now[0] += 1
        meter.passed(40)
    assert told == [(400, 40), (800, 40)]


def test_numbers_are_written_as_in_vietnam() -> None:
    assert grouped(1_234_567) == "1.234.567"
