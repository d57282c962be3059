"""What is announced is told everywhere, what is measured is what was answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, OperationalError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from motcua.availability.backups import note_backup
from motcua.availability.commands.announcing import (
    AnnouncementOver,
    announce,
    end_announcement,
)
from motcua.availability.commands.probing import note_probe
from motcua.availability.models import Announcement, ProbeDay
from motcua.availability.publishing import announced, publish, published
from motcua.availability.queries import availability_at, parts_at
from motcua.availability.rules.announcing import AnnouncementInput, decide_announcement
from motcua.availability.rules.measuring import DayMeasured, measured
from motcua.availability.vocabulary import AnnouncementKind, Part, PartState, Phase
from motcua.kernel import clock
from motcua.kernel.actor import Actor, Door, Role, system
from motcua.kernel.refusal import ManyProblems
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.queries import facts_about
from motcua.portal.status import views as status
from tests.support.clock import PLAIN_MORNING

AT = PLAIN_MORNING
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SETUP = system("test")
TONIGHT = AnnouncementInput(
    kind=AnnouncementKind.MAINTENANCE,
    starts_at=AT + 11 * HOUR,
    ends_at=AT + 13 * HOUR,
    words_vi="Nâng cấp máy chủ, tạm không nộp được hồ sơ.",
    words_en="The server is upgraded; nothing can be handed in.",
)
INCIDENT = replace(
    TONIGHT, kind=AnnouncementKind.INCIDENT, starts_at=AT - HOUR, ends_at=None, words_vi="Mất điện."
)
OnCommit = Callable[..., Any]


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ANNOUNCEMENTS_FILE = tmp_path / "announcements.json"
    settings.LAST_BACKUP_FILE = tmp_path / "last-backup"
    monkeypatch.setattr(clock, "now", lambda: AT)


def at(moment: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: moment)


# -- rules


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"words_vi": " "}, "announcement-words-missing", "words_vi"),
        ({"words_en": "x" * 501}, "announcement-words-too-long", "words_en"),
        ({"ends_at": None}, "announcement-needs-an-end", "ends_at"),
        ({"ends_at": AT + 11 * HOUR}, "announcement-ends-before-it-starts", "ends_at"),
        (
            {"starts_at": AT - 2 * HOUR, "ends_at": AT - HOUR},
            "announcement-already-over",
            "ends_at",
        ),
        ({"ends_at": AT + 15 * DAY}, "announcement-lasts-too-long", "ends_at"),
        ({"kind": AnnouncementKind.INCIDENT}, "incident-not-yet-there", "starts_at"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_makes_no_sense_is_refused_at_its_field(
    changed: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(ManyProblems) as refused:
        decide_announcement(replace(TONIGHT, **changed), AT)
    assert [(one.code, one.field) for one in refused.value.problems] == [(code, field)]


@given(
    st.lists(st.integers(0, 1440), min_size=1, max_size=120),
    st.integers(0, 1439),
    st.integers(1, 120),
)
def test_availability_is_never_more_than_all_nor_less_than_nothing(
    minutes: list[int], into_day: int, last: int
) -> None:
    began = AT.replace(hour=0, minute=0)
    days = [
        DayMeasured((began + number * DAY).date(), began + number * DAY, up)
        for number, up in enumerate(minutes)
    ]
    now = began + (len(minutes) - 1) * DAY + timedelta(minutes=into_day)
    found = measured(days, began=began, at=now, last=last, asked=now)
    assert found is None or 0 <= found.minutes_up <= found.minutes
    assert found is None or found.minutes <= last * 1440
    assert found is None or 0 <= found.basis_points <= 10_000


# -- commands


@pytest.mark.django_db
def test_what_is_announced_is_kept_with_its_fact_and_published(
    django_capture_on_commit_callbacks: OnCommit,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row_id = announce(actor=SETUP, at=AT, given=TONIGHT)
    (fact,) = facts_about("announcement", row_id)
    assert (fact.code, fact.payload["words_vi"]) == ("announcement.made", TONIGHT.words_vi)
    assert [one.words_vi for one in published.now()] == [TONIGHT.words_vi]
    assert published.now() == announced(AT)


@pytest.mark.django_db
def test_what_has_not_begun_is_withdrawn_and_what_lasts_is_ended() -> None:
    planned = announce(actor=SETUP, at=AT, given=TONIGHT)
    incident = announce(actor=SETUP, at=AT, given=INCIDENT)
    for row_id in (planned, incident):
        end_announcement(actor=SETUP, at=AT, announcement_id=row_id)
        with pytest.raises(AnnouncementOver):
            end_announcement(actor=SETUP, at=AT + HOUR, announcement_id=row_id)
    assert [one.id for one in announced(AT)] == [incident]
    assert announced(AT)[0].phase(AT) is Phase.OVER
    codes = [fact.payload["is_withdrawn"] for fact in facts_about("announcement", planned)[1:]]
    assert codes == [True]


@pytest.mark.django_db
def test_only_administrators_announce() -> None:
    for role in set(Role) - {Role.ADMINISTRATOR}:
        actor = Actor(door=Door.PAGE, user_id=1, roles=frozenset({role}))
        with pytest.raises(NotPermitted):
            announce(actor=actor, at=AT, given=TONIGHT)
        with pytest.raises(NotPermitted):
            end_announcement(actor=actor, at=AT, announcement_id=1)
    with pytest.raises(NotFound):
        end_announcement(actor=SETUP, at=AT, announcement_id=1)


@pytest.mark.django_db
def test_the_table_itself_refuses_maintenance_without_an_end() -> None:
    with pytest.raises(IntegrityError):
        Announcement.objects.create(
            kind="MAINTENANCE", starts_at=AT, words_vi="a", words_en="b", announced_at=AT
        )


@pytest.mark.django_db
def test_a_minute_counts_once_however_many_ask() -> None:
    counted = [
        note_probe(at=AT + timedelta(seconds=step), has_answered=True) for step in (0, 20, 59)
    ]
    assert counted == [True, False, False]
    assert note_probe(at=AT + timedelta(seconds=60), has_answered=False)
    assert note_probe(at=AT + timedelta(seconds=120), has_answered=True)
    assert ProbeDay.objects.get().minutes_up == 2


@pytest.mark.django_db
def test_minutes_of_which_nothing_is_known_count_as_away() -> None:
    assert availability_at(AT) == {}
    for minute in range(10):
        note_probe(at=AT + timedelta(minutes=minute), has_answered=minute != 3)
    found = availability_at(AT + timedelta(minutes=20))
    assert {(one.minutes, one.minutes_up) for one in found.values()} == {(20, 9)}
    assert (found[7].basis_points, found[7].minutes_lost) == (4500, 11)


@pytest.mark.django_db
def test_the_minute_under_way_hides_none_that_was_lost() -> None:
    for minute in (0, 1, 3, 4):
        note_probe(at=AT + timedelta(minutes=minute), has_answered=True)
    found = availability_at(AT + timedelta(minutes=4, seconds=30))
    assert {(one.minutes, one.minutes_lost) for one in found.values()} == {(5, 1)}


@pytest.mark.django_db
def test_a_span_that_was_not_measured_is_not_shown(client: Client) -> None:
    for day in range(10):
        note_probe(at=AT - day * DAY, has_answered=True)
    assert {days: one.is_whole for days, one in availability_at(AT).items()} == {7: True, 30: False}
    text = client.get("/tinh-trang/").content.decode()
    assert "7 ngày qua" in text
    assert "Từ lúc bắt đầu đo" in text
    assert "90 ngày qua" not in text


# -- pages


@pytest.mark.django_db
def test_the_status_page_tells_of_every_part(client: Client) -> None:
    text = client.get("/tinh-trang/").content.decode()
    for words in (
        "Kho dữ liệu",
        "Gửi tin báo",
        "Việc chạy nền",
        "Quét vi-rút tệp",
    ):
        assert words in text
    assert "Sao lưu" not in text
    note_backup(AT - HOUR)
    assert "Sao lưu dữ liệu" in client.get("/tinh-trang/").content.decode()
    assert "Chưa có số đo" in text


@pytest.mark.django_db
def test_parts_are_told_as_they_are() -> None:
    note_probe(at=AT, has_answered=True)
    note_backup(AT - 2 * HOUR)
    states = {one.part: one.state for one in parts_at(AT)}
    assert states[Part.BACKGROUND] is PartState.WORKING
    assert states[Part.BACKUP] is PartState.WORKING
    later = {one.part: one.state for one in parts_at(AT + 2 * DAY)}
    assert later[Part.BACKGROUND] is PartState.AWAY
    assert later[Part.BACKUP] is PartState.SLOW


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/thu-tuc/", "/ho-so/", "/tinh-trang/"])
def test_every_public_page_says_so_two_days_before_and_while_it_lasts(
    client: Client, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(
        actor=SETUP, at=AT, given=replace(TONIGHT, starts_at=AT + 3 * DAY, ends_at=AT + 4 * DAY)
    )
    publish(AT)
    seen = []
    for moment in (AT, AT + DAY, AT + 3 * DAY, AT + 4 * DAY):
        at(moment, monkeypatch)
        seen.append('class="standing-note"' in client.get(path).content.decode())
    assert seen == [False, True, True, False]


@pytest.mark.django_db
def test_a_banner_comes_and_goes_on_a_page_that_is_kept(client: Client) -> None:
    before = client.get("/")
    announce(actor=SETUP, at=AT, given=INCIDENT)
    publish(AT)
    during = client.get("/", headers={"If-None-Match": before["ETag"]})
    assert (during.status_code, "Mất điện." in during.content.decode()) == (200, True)
    assert int(during["Content-Length"]) == len(during.content)
    client.cookies["motcua-language"] = "en"
    assert INCIDENT.words_en in client.get("/").content.decode()


@pytest.mark.django_db
def test_without_a_database_the_page_says_so_and_what_was_announced(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    announce(actor=SETUP, at=AT, given=INCIDENT)
    publish(AT)

    def gone(_at: datetime) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(status, "parts_at", gone)
    answer = client.get("/tinh-trang/")
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Đang gián đoạn" in text
    assert "Mất điện." in text
    assert "connection refused" not in text


@pytest.mark.parametrize("damage", ["", "[", '[{"id": 1}]', '{"a": 1}'])
def test_a_damaged_file_of_announcements_is_as_good_as_none(damage: str, settings: Any) -> None:
    Path(settings.ANNOUNCEMENTS_FILE).write_text(damage)
    assert published.now() == ()
