"""The runner of the batch doors: one line out for each line in."""

from __future__ import annotations

import io
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from motcua.jobs.batch import fold, lines
from motcua.jobs.batch.lines import LINE_BYTES_MAX, run
from motcua.kernel.rates import RateNegative

SOURCE = str(Path(__file__).parents[3] / "src")


def echo(line: dict[str, Any]) -> dict[str, Any]:
    return {"said": line["say"]}


def answers(text: bytes) -> list[dict[str, Any]]:
    stdout = io.BytesIO()
    assert run(echo, io.BytesIO(text), stdout) == 0
    assert stdout.getvalue().endswith(b"\n") >= bool(text)
    return [json.loads(line) for line in stdout.getvalue().decode().splitlines()]


def test_each_line_gets_its_answer_in_order() -> None:
    numbers = range(5000)
    text = "".join(f'{{"id":{number},"say":"ư"}}\n' for number in numbers).encode()
    assert answers(text) == [{"id": number, "said": "ư"} for number in numbers]


def test_nothing_in_gives_nothing_out() -> None:
    assert answers(b"") == []


def test_the_last_line_needs_no_end() -> None:
    assert answers(b'{"id":1,"say":2}') == [{"id": 1, "said": 2}]


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"   ",
        b"{",
        b"not json",
        b"[1]",
        b'"text"',
        b"null",
        b"\xff\xfe",
        b'{"id":1,"say":NaN}',
        b'{"id":1,"say":"\\ud800"}',
        b"[" * 5000,
        b"x" * (LINE_BYTES_MAX + 1),
        b'{"id":1,"say":"' + b"x" * (3 * LINE_BYTES_MAX) + b'"}',
    ],
)
def test_a_bad_line_is_answered_and_the_run_goes_on(bad: bytes) -> None:
    good = b'{"id":"g","say":1}'
    before, wrong, after = answers(good + b"\n" + bad + b"\n" + good + b"\n")
    assert before == after == {"id": "g", "said": 1}
    assert wrong["id"] is None
    assert "Hãy" in wrong["error"]


def test_a_line_too_long_at_the_end_is_answered() -> None:
    assert [found["id"] for found in answers(b"x" * (2 * LINE_BYTES_MAX))] == [None]


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter() -> None:
    assert answers(b'\xef\xbb\xbf{"id":1,"say":1}\r\n{"id":2,"say":2}\r\n') == [
        {"id": 1, "said": 1},
        {"id": 2, "said": 2},
    ]


@pytest.mark.parametrize("line_id", ["a", 7, 1.5, None, True, ["x"], {"k": "v"}])
def test_any_id_comes_back_as_it_was(line_id: object) -> None:
    text = json.dumps({"id": line_id, "say": "x"}).encode()
    assert answers(text) == [{"id": line_id, "said": "x"}]


def test_a_refusal_becomes_a_sentence_with_the_id() -> None:
    def refuse(line: dict[str, Any]) -> dict[str, Any]:
        raise RateNegative(field="numerator")

    stdout = io.BytesIO()
    assert run(refuse, io.BytesIO(b'{"id":"a"}\n'), stdout) == 0
    assert json.loads(stdout.getvalue()) == {
        "id": "a",
        "error": "Tử số và mẫu số không được âm. Hãy nhập số từ 0 trở lên.",
    }


def test_a_door_may_word_its_refusals_itself() -> None:
    def refuse(line: dict[str, Any]) -> dict[str, Any]:
        raise RateNegative

    stdout = io.BytesIO()
    run(refuse, io.BytesIO(b'{"id":1}'), stdout, say=lambda refusal: refusal.code.upper())
    assert json.loads(stdout.getvalue())["error"] == "RATE-NEGATIVE"


@pytest.mark.parametrize("broken", [{"said": object()}, {"said": 2**70}])
def test_a_fault_of_the_program_is_logged_and_the_run_goes_on(
    broken: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    stdout = io.BytesIO()
    with caplog.at_level(logging.ERROR):
        assert run(lambda _: broken, io.BytesIO(b'{"id":1}\n{"id":2}\n'), stdout) == 0
    found = [json.loads(line) for line in stdout.getvalue().splitlines()]
    assert [line["id"] for line in found] == [1, 2]
    assert all("Lỗi của chương trình" in line["error"] for line in found)
    assert len(caplog.records) == 2


def test_another_program_may_wait_for_each_answer_in_any_locale() -> None:
    script = (
        "import sys\nfrom motcua.jobs.batch import fold, lines\n"
        "sys.exit(lines.run(fold.answer, sys.stdin.buffer, sys.stdout.buffer))"
    )
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": SOURCE, "LC_ALL": "C"}
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write('{"id":"đ","text":"Đắk"}\n'.encode())
        process.stdin.flush()
        assert process.stdout.readline() == '{"id":"đ","key":"dak"}\n'.encode()
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


def test_the_doors_share_one_kind_of_answer() -> None:
    stdout = io.BytesIO()
    lines.run(fold.answer, io.BytesIO('{"id":1,"text":"Ưởng"}'.encode()), stdout)
    assert stdout.getvalue() == b'{"id":1,"key":"uong"}\n'
