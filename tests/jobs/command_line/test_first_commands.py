"""Every command may be the first one typed: tables are made, and what is missing is said in a sentence."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.checkout import LAUNCHER


def _type(data: Path, *words: str, text: str = "") -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(data), "MOTCUA_DATA": str(data)}
    return subprocess.run(
        [LAUNCHER, *words],
        input=text,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which one command has been typed, the first ever."""
    place = tmp_path_factory.mktemp("data")
    done = _type(place, "ledger", "verify")
    assert (done.returncode, done.stdout) == (0, "✓ Sổ cái nguyên vẹn.\n")
    assert "Tạo các bảng của cơ sở dữ liệu" in done.stderr
    return place


def test_the_next_command_finds_nothing_to_prepare_and_keeps_quiet(data: Path) -> None:
    done = _type(data, "ledger", "verify")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", [("token", "--officer", "ai"), ("receive", "--officer", "ai")])
def test_where_nobody_works_yet_one_sentence_says_what_to_type(
    data: Path, words: tuple[str, ...]
) -> None:
    done = _type(data, *words, text="{}")
    assert (done.returncode, done.stdout) == (1, "")
    assert "./motcua run" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_record_left_out_is_explained_in_words(data: Path, tmp_path: Path) -> None:
    document = tmp_path / "catalogue.json"
    document.write_text('{"procedures": [{"name": "Không mã"}]}')
    done = _type(data, "import", "procedures", str(document))
    assert done.returncode == 1
    assert "Bản ghi không có mã thủ tục" in done.stdout
    assert "NO_CODE" not in done.stdout


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("agencies", '{"format": "x"}', "Mục “format” không phải dạng tệp cơ quan"),
        ("agencies", "[]", "Tệp phải là một đối tượng"),
        ("procedures", "{}", "thiếu danh sách “procedures”"),
        ("procedures", '{"a":', "không đọc được từ dòng 1"),
    ],
)
def test_a_document_that_cannot_be_read_is_explained_in_words(
    data: Path, tmp_path: Path, kind: str, text: str, said: str
) -> None:
    document = tmp_path / "document.json"
    document.write_text(text)
    done = _type(data, "import", kind, str(document))
    assert done.returncode == 1
    assert said in done.stderr


def test_a_restoration_over_data_asks_first(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    assert _type(data, "backup", str(copy)).returncode == 0
    refused = _type(data, "restore", str(copy))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "./motcua restore --yes" in refused.stderr
    agreed = _type(data, "restore", "--yes", str(copy))
    assert agreed.returncode == 0
    assert "Dữ liệu trước đó giữ ở" in agreed.stdout


def test_a_restoration_where_nothing_was_needs_no_asking(data: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    _type(data, "backup", str(copy))
    done = _type(tmp_path / "new", "restore", str(copy))
    assert done.returncode == 0
    assert "Dữ liệu trước đó" not in done.stdout
