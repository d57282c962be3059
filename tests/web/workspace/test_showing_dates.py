"""How a dossier stands against its date, said the same in every list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from motcua.dossiers.vocabulary import BEFORE_RECEPTION, WAITING_STAGES, Stage
from motcua.workspace.showing import STAGE_TONES, Shown, due_mark, due_words, stage_shown
from tests.support.clock import PLAIN_MORNING

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Row:
    """What of a dossier its date is told by."""

    stage: Stage = Stage.PROCESSING
    due_at: datetime | None = PLAIN_MORNING + 9 * DAY
    due_soon_at: datetime | None = PLAIN_MORNING + 7 * DAY
    timeliness: str = ""


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (Row(), None),
        (Row(due_at=PLAIN_MORNING - HOUR), "Quá hạn"),
        (Row(stage=Stage.SUPPLEMENT_REQUESTED, due_at=PLAIN_MORNING - HOUR), "Quá hạn"),
        (Row(stage=Stage.SUPPLEMENT_REQUESTED, due_at=None), "Chờ người nộp"),
        (Row(stage=Stage.OBLIGATION_DUE, due_at=None), "Chờ người nộp"),
        (Row(due_at=PLAIN_MORNING + HOUR, due_soon_at=PLAIN_MORNING), "Hẹn trả hôm nay"),
        (Row(due_at=PLAIN_MORNING + DAY, due_soon_at=PLAIN_MORNING), "Sắp đến hạn"),
        (Row(stage=Stage.REGISTERED, due_at=None), None),
        (Row(stage=Stage.IN_TRANSIT, due_at=None), None),
        (Row(stage=Stage.RETURNED, timeliness="EARLY"), "Trước hạn"),
        (Row(stage=Stage.SETTLED, timeliness="ON_TIME"), "Đúng hạn"),
        (Row(stage=Stage.TERMINATED, timeliness="OVERDUE"), "Quá hạn"),
    ],
)
def test_the_mark_of_a_date(row: Row, words: str | None) -> None:
    mark = due_mark(row, PLAIN_MORNING)
    assert (mark and mark.word) == words


def test_a_citizen_who_collects_late_makes_nobody_late() -> None:
    row = Row(stage=Stage.SETTLED, due_at=PLAIN_MORNING - DAY, timeliness="EARLY")
    assert due_mark(row, PLAIN_MORNING) == Shown("Trước hạn", "success")


@pytest.mark.parametrize("stage", Stage, ids=str)
def test_every_stage_says_in_words_why_it_has_no_date(stage: Stage) -> None:
    told = due_words(stage, None)
    assert told
    assert ("người nộp" in told) == (stage in WAITING_STAGES)
    assert (told in ("Chưa tiếp nhận", "Không tiếp nhận")) == (stage in BEFORE_RECEPTION)
    assert due_words(stage, PLAIN_MORNING).startswith("09:00")


@pytest.mark.parametrize("stage", Stage, ids=str)
def test_every_stage_has_its_word_and_tone(stage: Stage) -> None:
    assert stage_shown(stage).word
    assert stage_shown(stage).tone == STAGE_TONES.get(stage, "neutral")
