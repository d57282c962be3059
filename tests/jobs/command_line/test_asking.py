"""A command typed wrongly is explained in Vietnamese, and in English where LANG starts with `en`."""

from __future__ import annotations

import pytest

from motcua.jobs.command_line.asking import EXIT_TYPED_WRONG, Asker, worded


def asker() -> Asker:
    asked = Asker(prog="./motcua x")
    asked.add_argument("--officer", required=True)
    asked.add_argument("--days", type=int)
    asked.add_argument("--role", choices=["A", "B"])
    return asked


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Còn thiếu: --officer."),
        (["--officer"], "Sau --officer còn thiếu một giá trị."),
        (["--officer", "a", "--days", "ba"], "--days phải là số nguyên, không phải “ba”."),
        (["--officer", "a", "--role", "C"], "--role không nhận “C”."),
        (["--officer", "a", "more"], "Không có tham số này: more."),
        (["--officer", "a", "--oficer", "b"], "Không có tham số này: --oficer b."),
    ],
)
def test_what_was_wrong_is_said_in_vietnamese(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    with pytest.raises(SystemExit) as ended:
        asker().parse_args(words)
    told = capsys.readouterr().err
    assert ended.value.code == EXIT_TYPED_WRONG
    assert said in told
    assert told.startswith("Cách dùng: ./motcua x")


def test_english_is_spoken_where_the_locale_does(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    with pytest.raises(SystemExit):
        asker().parse_args([])
    assert "required: --officer" in capsys.readouterr().err


def test_a_complaint_never_heard_of_is_still_a_sentence() -> None:
    assert worded("something new") == "Cách gõ chưa đúng; xem dòng cách dùng ở trên."
