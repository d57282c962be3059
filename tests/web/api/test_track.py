"""The public door tells no more than stage and date."""

from __future__ import annotations

import pytest

from motcua.api.v1 import track
from motcua.kernel.pacing import Pace
from tests.web.api.conftest import Caller
from tests.web.api.test_problems import problem


def test_anybody_may_know_stage_and_date(stranger: Caller, received: str) -> None:
    told = stranger.get(f"/track/{received}").json()
    trace = told.pop("trace")
    assert told == {
        "code": received,
        "status": {"code": "RECEIVED", "national_code": 2, "words": "Được tiếp nhận"},
        "received_at": "2026-06-10T09:00:00+07:00",
        "awaits": None,
        "original_due_at": "2026-06-10T17:00:00+07:00",
        "due_at": "2026-06-10T17:00:00+07:00",
        "appointment_at": None,
        "moves": [],
    }
    assert trace[-1] == {
        "at": "2026-06-10T17:00:00+07:00",
        "code": "DUE",
        "what": "Hạn trả kết quả: 17:00 thứ Tư 10/06/2026",
    }


@pytest.mark.parametrize(
    "word", ["Nhung", "001195001234", "0912345678", "Gia Lâm", "2.000815", "ứng thực"]
)
def test_tracking_tells_no_person_and_no_matter(stranger: Caller, received: str, word: str) -> None:
    assert word not in stranger.get(f"/track/{received}").content.decode()


def test_codes_that_nobody_has_are_answered_alike(stranger: Caller) -> None:
    answers = [stranger.get(f"/track/{code}").json() for code in ("H26.45-260610-9999", "x")]
    assert [answer.pop("request_id") != "" for answer in answers] == [True, True]
    assert answers[0] == answers[1]


def test_trying_codes_is_stopped(
    stranger: Caller, received: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(track, "misses", Pace(3))
    misses = [stranger.get(f"/track/H26.45-260610-9{n:03}").status_code for n in range(3)]
    assert misses == [404, 404, 404]
    problem(stranger.get(f"/track/{received}"), 429, "too-many-requests")


def test_looking_again_at_ones_own_is_not_stopped(
    stranger: Caller, received: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(track, "misses", Pace(3))
    assert [stranger.get(f"/track/{received}").status_code for _ in range(9)] == [200] * 9


def test_one_who_tries_codes_stops_nobody_else(
    stranger: Caller, received: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(track, "misses", Pace(1))
    guesser = {"X-Forwarded-For": "203.0.113.9"}
    for _ in range(3):
        stranger.client.get("/api/v1/track/x", headers=guesser)
    blocked = stranger.client.get(f"/api/v1/track/{received}", headers=guesser)
    assert blocked.status_code == 429
    assert stranger.get(f"/track/{received}").status_code == 200
