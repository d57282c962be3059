"""`import life-events` and `figures publish`: what an administrator types for the public pages."""

from __future__ import annotations

import copy
from pathlib import Path

import orjson
import pytest

from motcua.jobs.command_line.office import figures
from motcua.jobs.command_line.office.moving import import_catalogue
from motcua.procedures.models import LifeEvent
from motcua.procedures.shipped import shipped_life_events

pytestmark = pytest.mark.django_db


def type_import(*words: str) -> int:
    return import_catalogue.run(["life-events", *words])


def test_without_a_file_the_events_of_the_product_are_taken_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    count = len(shipped_life_events()["events"])
    assert type_import() == 0
    assert f"công bố: {count} (co-con-nho" in capsys.readouterr().out
    assert type_import() == 0
    assert f"giữ nguyên: {count}" in capsys.readouterr().out
    assert LifeEvent.objects.count() == count


def test_a_file_is_the_whole_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    type_import()
    document = copy.deepcopy(shipped_life_events())
    del document["events"][1:]
    place = tmp_path / "events.json"
    place.write_bytes(orjson.dumps(document))
    assert type_import(str(place)) == 0
    assert "kết thúc: 12 (ket-hon" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"format": "motcua-life-events/1"}'])
def test_a_file_that_is_none_is_answered_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    place = tmp_path / "events.json"
    place.write_bytes(content)
    assert type_import(str(place)) == 1
    assert "đọc được" in capsys.readouterr().err
    assert LifeEvent.objects.count() == 0


def test_figures_are_published_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert figures.run(["publish"]) == 0
    assert "Đã tính lại số liệu công khai: 0 dòng." in capsys.readouterr().out
