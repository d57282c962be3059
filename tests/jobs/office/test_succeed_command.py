"""A merger ordered by a file: only tried at first, done when told to, refused in words."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from motcua.agencies.queries import agency_called, agency_on
from motcua.jobs.command_line.office.succeed import run
from motcua.kernel import clock
from motcua.ledger.caching import forget_all
from motcua.ledger.models import Fact
from tests.support.clock import PLAIN_MORNING
from tests.support.offices import agency_id
from tests.support.working_office import put_up_office

TODAY = date(2026, 6, 10)
ORDER: dict[str, Any] = {
    "kind": "REPLACE",
    "from": "2026-06-10",
    "basis": "Nghị quyết 12",
    "predecessors": ["xa-gia-lam"],
    "successors": [
        {
            "name": "Ủy ban nhân dân phường Gia Lâm",
            "short_name": "UBND phường Gia Lâm",
            "code": "H26.700",
            "desk_name": "Trung tâm Phục vụ hành chính công phường Gia Lâm",
        }
    ],
}


@pytest.fixture(autouse=True)
def _office(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    forget_all()
    put_up_office()
    moment: datetime = PLAIN_MORNING
    monkeypatch.setattr("motcua.jobs.command_line.office.succeed.now", lambda: moment)
    monkeypatch.setattr(clock, "now", lambda: moment)


def told(tmp_path: Path, content: Any, *options: str) -> int:
    file = tmp_path / "order.json"
    file.write_text(content if isinstance(content, str) else json.dumps(content))
    return run([str(file), *options])


def test_without_being_told_to_it_is_only_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = Fact.objects.count()
    assert told(tmp_path, ORDER) == 0
    assert Fact.objects.count() == facts
    assert "H26.700-260610-0001" in capsys.readouterr().out
    assert agency_called("phuong-gia-lam", TODAY) is None


def test_told_to_it_is_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(tmp_path, ORDER, "--do") == 0
    done = capsys.readouterr().out
    assert "Đã thực hiện" in done or "Done" in done
    assert agency_called("phuong-gia-lam", TODAY) is not None
    assert agency_on(agency_id(), TODAY) is None


BAD: dict[str, Any] = {
    "not JSON": "{",
    "a list": [],
    "no kind": {**ORDER, "kind": "X"},
    "no day": {**ORDER, "from": "mai"},
    "no predecessors": {**ORDER, "predecessors": []},
    "an agency of nowhere": {**ORDER, "predecessors": ["khong-co"]},
    "no name": {**ORDER, "successors": [{"short_name": "A"}]},
    "a number for a name": {**ORDER, "successors": [{"name": 1, "short_name": "A"}]},
    "a unit of nowhere": {**ORDER, "units": {"khong-co": 0}},
    "units that are a list": {**ORDER, "units": []},
    "a merger of one": {**ORDER, "kind": "MERGE"},
}


@pytest.mark.parametrize("case", BAD)
def test_what_cannot_be_read_or_done_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    facts = Fact.objects.count()
    assert told(tmp_path, BAD[case], "--do") == 1
    assert capsys.readouterr().err.strip()
    assert Fact.objects.count() == facts


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(tmp_path / "khong-co.json")]) == 1
    assert capsys.readouterr().err.strip()
