"""An administrator announces maintenance, and says that it is over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from motcua.availability.models import Announcement

TYPED = {
    "kind": "MAINTENANCE",
    "start_day": "12/06/2026",
    "start_time": "20:00",
    "end_day": "12/06/2026",
    "end_time": "22:30",
    "words_vi": "Nâng cấp máy chủ.",
    "words_en": "The server is upgraded.",
}
Browser = Callable[[str], Client]


@pytest.fixture
def desk(browser: Browser, tmp_path: Path, settings: Any) -> Client:
    settings.ANNOUNCEMENTS_FILE = tmp_path / "announcements.json"
    return browser("quantri")


def test_maintenance_is_announced_and_ended(desk: Client) -> None:
    sent = desk.post("/announcements/new/", TYPED, follow=True)
    assert "Nâng cấp máy chủ." in sent.content.decode()
    assert "20:00 12/06/2026" in sent.content.decode()
    row = Announcement.objects.get()
    ended = desk.post("/announcements/", {"end": str(row.pk)}, follow=True)
    assert "Chưa có thông báo nào" in ended.content.decode()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"words_en": ""}, "Chưa có lời thông báo"),
        ({"end_day": "", "end_time": ""}, "Bảo trì cần ghi rõ đến khi nào"),
        ({"end_time": "19:00"}, "Lúc xong phải sau lúc bắt đầu"),
        ({"start_day": "32/06/2026"}, "Nhập ngày như 05/02/2026"),
        ({"end_time": ""}, "Nhập giờ như 20:30"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_is_lost(
    desk: Client, changed: dict[str, str], told: str
) -> None:
    answer = desk.post("/announcements/new/", TYPED | changed)
    text = answer.content.decode()
    assert (answer.status_code, told in text) == (422, True)
    assert "Nâng cấp máy chủ." in text
    assert not Announcement.objects.exists()
