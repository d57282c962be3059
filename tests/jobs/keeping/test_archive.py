"""A backup holds the database and all its files, or says what it lacks; a cut or altered one is refused."""

from __future__ import annotations

import io
import os
import sqlite3
import subprocess
import tarfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from motcua.documents.storage import copy_synced, keep, kept_places, partial_path, place_of
from motcua.jobs.keeping import archive
from motcua.jobs.keeping.refusals import BackupUnsound
from tests.support.checkout import LAUNCHER
from tests.support.papers_sent import a_pdf

CONTENTS = [f"Tệp số {number}".encode() * 50_000 for number in range(3)]


@pytest.fixture
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.STORED_FILES = tmp_path / "files"
    return tmp_path


@pytest.fixture
def digests(folder: Path) -> list[str]:
    return sorted(_kept(content) for content in CONTENTS)


def _kept(content: bytes) -> str:
    copy = partial_path()
    copy_synced(io.BytesIO(content), copy, len(content))
    return keep(copy)


def _database(target: Path) -> None:
    target.write_bytes(b"the database" * 1000)


def _written(folder: Path, digests: list[str]) -> Path:
    target = folder / "backup"
    assert archive.write(target, _database, lambda: digests) == []
    return target


def _lose_all_files() -> None:
    for place in list(kept_places()):
        place.unlink()


def test_all_that_was_kept_comes_back(folder: Path, digests: list[str]) -> None:
    target = _written(folder, digests)
    _lose_all_files()
    assert archive.verify_files(target) == archive.restore_files(target) == 3
    assert sorted(place.read_bytes() for place in kept_places()) == sorted(CONTENTS)
    with archive.database_of(target, folder) as copy:
        assert copy.read_bytes() == b"the database" * 1000


def test_an_archive_is_one_file_and_leaves_no_other(folder: Path, digests: list[str]) -> None:
    target = _written(folder, digests)
    assert {path.name for path in folder.iterdir()} == {"files", target.name}


def test_what_is_there_already_stays_and_what_was_altered_is_healed(
    folder: Path, digests: list[str]
) -> None:
    target = _written(folder, digests)
    later = _kept("Sau khi sao lưu".encode())
    place_of(digests[0]).chmod(0o600)
    place_of(digests[0]).write_bytes(b"altered")
    archive.restore_files(target)
    assert sorted(place.name for place in kept_places()) == sorted([*digests, later])
    assert place_of(digests[0]).read_bytes() in CONTENTS


def test_a_file_that_is_missing_or_altered_is_left_out_and_named(
    folder: Path, digests: list[str]
) -> None:
    place_of(digests[0]).unlink()
    place_of(digests[1]).chmod(0o600)
    place_of(digests[1]).write_bytes(b"altered")
    target = folder / "backup"
    assert archive.write(target, _database, lambda: digests) == digests[:2]
    assert archive.verify_files(target) == 1


def test_a_failed_backup_leaves_no_file(folder: Path, digests: list[str]) -> None:
    def fail(_target: Path) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        archive.write(folder / "backup", fail, lambda: digests)
    assert [path.name for path in folder.iterdir()] == ["files"]


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9])
def test_an_archive_that_was_cut_off_is_refused(
    folder: Path, digests: list[str], share: float
) -> None:
    target = _written(folder, digests)
    os.truncate(target, int(target.stat().st_size * share))
    with pytest.raises(BackupUnsound):
        archive.verify_files(target)


def test_an_archive_that_was_cut_between_two_files_is_refused(
    folder: Path, digests: list[str]
) -> None:
    target = _written(folder, digests)
    with tarfile.open(target) as opened:
        last = opened.getmembers()[-1]
    os.truncate(target, last.offset)
    with pytest.raises(BackupUnsound):
        archive.verify_files(target)


def test_an_archive_with_one_bit_changed_is_refused(folder: Path, digests: list[str]) -> None:
    target = _written(folder, digests)
    with tarfile.open(target) as opened:
        place = opened.getmembers()[2].offset_data + 1000
    content = bytearray(target.read_bytes())
    content[place] ^= 1
    target.write_bytes(content)
    with pytest.raises(BackupUnsound):
        archive.verify_files(target)
    with pytest.raises(BackupUnsound):
        archive.restore_files(target)


@pytest.mark.parametrize("name", ["files/../../evil", "/etc/evil", "files/" + "0" * 63, "evil"])
def test_an_archive_with_anything_else_in_it_is_refused(folder: Path, name: str) -> None:
    target = folder / "backup"
    with tarfile.open(target, "w") as made:
        for entry, content in ((archive.DATABASE, b"1"), (name, b"evil"), (archive.END, b"1")):
            info = tarfile.TarInfo(entry)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
    with pytest.raises(BackupUnsound):
        archive.restore_files(target)
    assert not (folder.parent / "evil").exists()


def test_a_link_is_no_file(folder: Path) -> None:
    target = folder / "backup"
    with tarfile.open(target, "w") as made:
        made.addfile(tarfile.TarInfo(archive.DATABASE))
        link = tarfile.TarInfo("files/" + "0" * 64)
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(link)
    with pytest.raises(BackupUnsound):
        archive.restore_files(target)


def test_an_archive_without_a_database_is_refused(folder: Path) -> None:
    target = folder / "backup"
    with tarfile.open(target, "w") as made:
        made.addfile(tarfile.TarInfo("files/" + "0" * 64))
    with pytest.raises(BackupUnsound), archive.database_of(target, folder):
        pass


def test_a_backup_of_before_files_were_kept_is_the_database_itself(folder: Path) -> None:
    _database(folder / "old")
    with archive.database_of(folder / "old", folder) as copy:
        assert copy == folder / "old"
    assert archive.verify_files(folder / "old") == archive.restore_files(folder / "old") == 0


# -- the doors, typed as people type them


def _type(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(data), "MOTCUA_DATA": str(data)}
    return subprocess.run(
        [LAUNCHER, *words], env=environment, capture_output=True, text=True, check=False
    )


def _place(data: Path, digest: str) -> Path:
    return data / "files" / digest[:2] / digest[2:4] / digest


@pytest.fixture
def data(folder: Path, settings: Any) -> tuple[Path, str]:
    """A data folder with one file that the database knows."""
    data = folder / "data"
    assert _type(data, "migrate").returncode == 0
    settings.STORED_FILES = data / "files"
    content = a_pdf("sao lưu")
    digest = _kept(content)
    with closing(sqlite3.connect(data / "motcua.sqlite3", isolation_level=None)) as opened:
        opened.execute(
            "INSERT INTO documents_storedfile (digest, size, media_type, stored_at) VALUES (?, ?, ?, ?)",
            [digest, len(content), "application/pdf", "2026-06-10 02:00:00"],
        )
    return data, digest


def test_what_was_lost_is_named_and_restored(data: tuple[Path, str], tmp_path: Path) -> None:
    place, digest = data
    done = _type(place, "backup", str(tmp_path / "copy"))
    assert (done.returncode, done.stderr) == (0, "")
    _place(place, digest).unlink()
    lost = _type(place, "documents", "verify")
    assert lost.returncode == 1
    assert f"{digest}: bị mất" in lost.stderr
    incomplete = _type(place, "backup", str(tmp_path / "incomplete"))
    assert incomplete.returncode == 1
    assert digest in incomplete.stderr
    restored = _type(place, "restore", "--yes", str(tmp_path / "copy"))
    assert restored.returncode == 0, restored.stderr
    sound = _type(place, "documents", "verify")
    assert (sound.returncode, sound.stdout) == (0, "✓ Tệp hồ sơ nguyên vẹn.\n")


def test_an_office_moves_to_another_machine_with_its_files(
    data: tuple[Path, str], tmp_path: Path
) -> None:
    place, digest = data
    _type(place, "backup", str(tmp_path / "copy"))
    moved = tmp_path / "moved"
    done = _type(moved, "restore", str(tmp_path / "copy"))
    assert done.returncode == 0, done.stderr
    assert _place(moved, digest).read_bytes() == _place(place, digest).read_bytes()
    assert _type(moved, "documents", "verify").returncode == 0
