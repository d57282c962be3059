"""Lists as files: every line once, in the memory of one piece, by the rights of the moment."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from motcua.dossiers.exporting import lines, running, writers
from motcua.dossiers.exporting.columns import DOSSIER_COLUMNS
from motcua.dossiers.exporting.lines import plain_filter, read_filter
from motcua.dossiers.exporting.places import place_of
from motcua.dossiers.exporting.running import begin_export, cancel_export, work_on_export
from motcua.dossiers.exporting.standing import (
    export_standing,
    exported_file,
    exports_of,
    stalled_exports,
    sweep_exports,
)
from motcua.dossiers.exporting.writers import Sheet, Words, write_all
from motcua.dossiers.models import Dossier, ExportRun
from motcua.dossiers.queries.finding import Against, Finding
from motcua.dossiers.queries.register import RegisterFilter
from motcua.dossiers.queries.urgency import Urgency
from motcua.dossiers.queries.work import Whose, WorkFilter
from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.rules import exports as rules
from motcua.dossiers.rules.exports import (
    KEPT_FOR,
    PIECE,
    RUNNING_MAX,
    STILL_AFTER,
    Exported,
    ExportFormUnfit,
    ExportOutdated,
    ExportUnreadable,
    FileForm,
    RunOutcome,
    TooManyExports,
)
from motcua.dossiers.vocabulary import Stage, Status
from motcua.kernel.actor import Actor, Role
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from tests.support.acts import bring
from tests.support.clock import PLAIN_MORNING
from tests.support.many_dossiers import copy_dossier
from tests.support.offices import agency_id
from tests.support.reception import receive
from tests.support.working_office import officer

pytestmark = pytest.mark.django_db
EVERYTHING = Finding()
BY = "lanhdao"


@pytest.fixture(autouse=True)
def _office(office: None, db: None) -> None:
    """Without the proof of facts: most dossiers here are copies of rows."""


def asked(
    what: Exported = Exported.DOSSIERS,
    which: lines.Which = EVERYTHING,
    form: FileForm = FileForm.CSV,
    by: str = BY,
    **more: Any,
) -> int:
    return begin_export(
        actor=officer(by), at=PLAIN_MORNING, what=what, which=which, form=form, **more
    )


def made(*args: Any, **more: Any) -> Path:
    """The path of the file after the worker has made it."""
    run_id = asked(*args, **more)
    work_on_export(run_id, now=lambda: PLAIN_MORNING)
    run = ExportRun.objects.get(pk=run_id)
    assert run.outcome == RunOutcome.DONE, run.failure
    return place_of(run_id, run.attempt)


def codes_in(path: Path) -> list[str]:
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    return [row[0] for row in rows[1:]]


@pytest.mark.parametrize(
    ("what", "which"),
    [
        (Exported.DOSSIERS, EVERYTHING),
        (
            Exported.DOSSIERS,
            Finding(
                text="Nguyễn",
                status=Status.PROCESSING,
                against=Against.OVERDUE,
                received_from=date(2026, 1, 2),
                due_before=PLAIN_MORNING,
                unit_id=7,
            ),
        ),
        (Exported.WORK, WorkFilter(whose=Whose.MINE, urgency=Urgency.OVERDUE, unassigned=True)),
        (
            Exported.REGISTER,
            RegisterFilter(agency_id=3, year=2026, last=date(2026, 3, 4), late=True),
        ),
    ],
)
def test_a_filter_is_kept_and_read_again(what: Exported, which: lines.Which) -> None:
    assert read_filter(what, plain_filter(which)) == which


def test_a_filter_of_another_list_is_refused() -> None:
    with pytest.raises(ExportUnreadable):
        read_filter(Exported.REGISTER, plain_filter(EVERYTHING))
    with pytest.raises(ExportUnreadable):
        asked(Exported.WORK, EVERYTHING)


def test_the_file_has_every_line_once_newest_first() -> None:
    codes = [receive().code for _number in range(3)]
    assert codes_in(made()) == codes[::-1]


def test_the_filter_is_that_of_the_page() -> None:
    kept = receive()
    other = receive()
    bring(other.code, Stage.PROCESSING)
    assert codes_in(made(which=Finding(stage=Stage.RECEIVED))) == [kept.code]
    assert codes_in(made(Exported.WORK, WorkFilter(whose=Whose.ALL, stage=Stage.RECEIVED))) == [
        kept.code
    ]


def test_the_lines_of_a_register_stand_in_its_order() -> None:
    codes = [receive().code for _number in range(3)]
    book = RegisterFilter(agency_id=agency_id(), year=2026)
    rows = list(csv.reader(io.StringIO(made(Exported.REGISTER, book).read_text("utf-8-sig"))))
    assert [(row[0], row[1]) for row in rows[1:]] == [
        (str(place), code) for place, code in enumerate(codes, start=1)
    ]


def test_no_query_reads_more_than_a_piece_and_nothing_more_is_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy_dossier(receive().code, 2 * PIECE + 10)
    limits: list[int] = []
    held: list[int] = []

    def watching(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = re.search(r"FROM \"dossiers_dossier\" .*LIMIT (\d+)", sql)
        limits.extend([int(found[1])] if found else [])
        return execute(sql, params, many, context)

    class Watched(writers.Csv):
        def write(self, piece: lines.Piece) -> None:
            held.append(len(piece))
            super().write(piece)

    monkeypatch.setitem(writers.WRITERS, FileForm.CSV, Watched)
    with connection.execute_wrapper(watching):
        path = made()
    assert limits == [PIECE] * 3
    assert held == [PIECE, PIECE, 11]
    assert len(set(codes_in(path))) == 2 * PIECE + 11


def test_progress_is_kept_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    copy_dossier(receive().code, PIECE)
    told: list[tuple[int | None, int]] = []
    tell = running._mine

    def overheard(run: ExportRun, **said: Any) -> None:
        tell(run, **said)
        told.append(tuple(ExportRun.objects.values_list("total", "done").get()))

    monkeypatch.setattr(running, "_mine", overheard)
    made()
    whole = PIECE + 1
    assert told[:3] == [(whole, 0), (whole, PIECE), (whole, whole)]


def test_an_attempt_begins_anew_and_leaves_no_line_twice(exported_files: Path) -> None:
    copy_dossier(receive().code, PIECE + 5)
    undisturbed = made().read_bytes()
    run_id = asked()
    calls = 0

    def dies_after_a_piece() -> datetime:
        nonlocal calls
        calls += 1
        if calls > 4:
            raise KeyboardInterrupt
        return PLAIN_MORNING

    with pytest.raises(KeyboardInterrupt):
        work_on_export(run_id, now=dies_after_a_piece)
    run = ExportRun.objects.get(pk=run_id)
    assert (run.outcome, run.attempt) == ("", 1)
    assert run.done >= PIECE
    work_on_export(run_id, now=lambda: PLAIN_MORNING)
    assert ExportRun.objects.get(pk=run_id).outcome == ""
    later = PLAIN_MORNING + STILL_AFTER + timedelta(seconds=1)
    assert stalled_exports(at=later) == [run_id]
    work_on_export(run_id, now=lambda: later)
    assert place_of(run_id, 2).read_bytes() == undisturbed
    assert [path.name for path in exported_files.glob(f"export-{run_id}-*")] == [
        f"export-{run_id}-2"
    ]


def test_what_was_canceled_stops_at_the_next_piece(exported_files: Path) -> None:
    copy_dossier(receive().code, 2 * PIECE)
    run_id = asked()
    calls = 0

    def canceled_meanwhile() -> datetime:
        nonlocal calls
        calls += 1
        if calls == 4:
            cancel_export(actor=officer(BY), at=PLAIN_MORNING, run_id=run_id)
        return PLAIN_MORNING

    work_on_export(run_id, now=canceled_meanwhile)
    run = ExportRun.objects.get(pk=run_id)
    assert (run.outcome, run.digest) == (RunOutcome.CANCELED, "")
    assert run.done < 2 * PIECE
    assert list(exported_files.iterdir()) == []
    with pytest.raises(NotFound):
        exported_file(officer(BY), run_id)


def test_only_a_few_are_in_the_making_at_once() -> None:
    runs = [asked() for _number in range(RUNNING_MAX)]
    with pytest.raises(TooManyExports) as refused:
        asked()
    assert str(RUNNING_MAX) in sentence(refused.value)
    asked(by="vanthu")
    cancel_export(actor=officer(BY), at=PLAIN_MORNING, run_id=runs[1])
    assert asked()


def test_a_request_that_is_repeated_is_one_run() -> None:
    key = RequestKey("k", "d")
    assert asked(request=key) == asked(request=key)
    with pytest.raises(RequestKeyReused):
        asked(request=RequestKey("k", "other"))


def test_it_is_written_with_the_rights_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    receive()
    run_id = asked()
    bare = replace(officer(BY), roles=frozenset({Role.RECEPTION}))
    monkeypatch.setattr(running, "actor_for_user", lambda *_args, **_more: bare)
    work_on_export(run_id, now=lambda: PLAIN_MORNING)
    standing = export_standing(officer(BY), run_id)
    assert standing.outcome is RunOutcome.FAILED
    assert standing.refusal is not None
    assert standing.refusal.code == "not-permitted"


def test_only_whoever_asked_fetches_it_and_only_as_long_as_he_sees_the_same() -> None:
    receive()
    path = made()
    run_id = ExportRun.objects.get().pk
    standing, place = exported_file(officer(BY), run_id)
    assert place == path
    assert standing.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert standing.size == path.stat().st_size
    for other in (officer("vanthu"), officer("giamsat")):
        with pytest.raises(NotFound):
            exported_file(other, run_id)
    me = officer(BY)
    with pytest.raises(NotPermitted):
        exported_file(replace(me, roles=frozenset({Role.RECEPTION})), run_id)
    with pytest.raises(ExportOutdated):
        exported_file(replace(me, unit_id=(me.unit_id or 0) + 1), run_id)
    with pytest.raises(NotFound):
        exported_file(replace(me, holding_id=(me.holding_id or 0) + 1), run_id)


def test_who_may_not_export_begins_nothing() -> None:
    for name in ("tiepnhan1", "thuly1", "quantri"):
        with pytest.raises(NotPermitted):
            asked(by=name)


def test_the_file_holds_only_what_he_may_see() -> None:
    mine = receive()
    theirs = receive()
    Dossier.objects.filter(code=theirs.code).update(unit=None)
    head = officer("truongphong")
    assert head.unit_id == Dossier.objects.get(code=mine.code).unit_id
    assert codes_in(made(by="truongphong")) == [mine.code]


def test_one_sheet_has_its_bound_and_the_other_forms_have_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy_dossier(receive().code, 3)
    monkeypatch.setattr(rules, "SHEET_ROWS_MAX", 3)
    run_id = asked(form=FileForm.XLSX)
    work_on_export(run_id, now=lambda: PLAIN_MORNING)
    refusal = export_standing(officer(BY), run_id).refusal
    assert refusal is not None
    assert "CSV" in sentence(refusal)
    assert len(codes_in(made(form=FileForm.CSV))) == 4


def test_a_form_that_a_list_does_not_have_is_refused() -> None:
    with pytest.raises(ExportFormUnfit):
        asked(form=FileForm.PDF)


def test_the_night_takes_away_what_nobody_fetched_and_what_belongs_to_nobody(
    exported_files: Path,
) -> None:
    receive()
    path = made()
    (exported_files / "register-7").write_text("left by an older program")
    (exported_files / "export-999-1.partial").mkdir()
    assert sweep_exports(at=PLAIN_MORNING + KEPT_FOR) == 0
    assert [one.name for one in exported_files.iterdir()] == [path.name]
    assert sweep_exports(at=PLAIN_MORNING + KEPT_FOR + timedelta(seconds=1)) == 1
    assert list(exported_files.iterdir()) == []
    assert exports_of(officer(BY)).rows == ()


def told_by(form: FileForm, words: Words, *values: Any) -> bytes:
    out = io.BytesIO()
    columns = DOSSIER_COLUMNS[: len(values)]
    sheet = Sheet(columns=columns, words=words, about={"Lập cho": "Ai đó"})
    assert write_all([[values]], form, sheet, out) == 1
    return out.getvalue()


@pytest.mark.parametrize("evil", ["=1+1", "+84", "-2", "@SUM(A1)", "\tx", "\rx", "\n=1"])
def test_no_text_becomes_a_formula(evil: str) -> None:
    line = next(
        csv.reader(
            io.StringIO(
                told_by(FileForm.CSV, Words.CODES, evil).decode("utf-8-sig").partition("\n")[2]
            )
        )
    )
    assert line == [f"'{evil}"]
    with zipfile.ZipFile(io.BytesIO(told_by(FileForm.XLSX, Words.CODES, evil))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_a_text_with_the_signs_that_part_columns_stays_one_value() -> None:
    told = told_by(FileForm.CSV, Words.CODES, 'Nhà số 1; ngõ "Đoài", xã')
    assert told.startswith(b"\xef\xbb\xbf")
    assert '"Nhà số 1; ngõ ""Đoài"", xã"' in told.decode()
    assert json.loads(told_by(FileForm.JSONL, Words.CODES, "Đoài\n"))["code"] == "Đoài\n"


def test_people_read_words_and_programs_codes() -> None:
    receive()
    people = made().read_text("utf-8-sig")
    assert "Đã tiếp nhận, chờ giải quyết" in people
    assert PLAIN_MORNING.strftime("%d/%m/%Y") in people
    (line,) = made(form=FileForm.JSONL).read_text().splitlines()
    told = json.loads(line)
    assert (told["stage"], told["channel"]) == ("RECEIVED", "DESK")
    assert datetime.fromisoformat(told["received_at"]) == PLAIN_MORNING


def test_a_workbook_says_what_it_is_and_for_whom() -> None:
    receive()
    with zipfile.ZipFile(made(form=FileForm.XLSX, which=Finding(text="nguyen"))) as book:
        about = book.read("xl/worksheets/sheet2.xml").decode()
    actor: Actor = officer(BY)
    assert actor.name in about
    assert "nguyen" in about
