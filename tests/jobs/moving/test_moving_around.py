"""An office moves from SQLite to PostgreSQL and back by the commands that people type."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from motcua.jobs.moving.manifest import Manifest, read_manifest
from motcua.jobs.quality.postgres import throwaway_server
from tests.support.installations import Installation

pytestmark = pytest.mark.slow
NOTED_BY_EXPORTING = "audit_accesslog"


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    with throwaway_server() as address:
        yield address


def _moved(parcel: Path, place: Installation) -> Path:
    """Taken in there and exported again."""
    taken = place.motcua("import", "office", str(parcel))
    assert taken.returncode == 0, taken.stdout + taken.stderr
    again = place.data / "again"
    packed = place.motcua("export", "--with-secrets", str(again))
    assert packed.returncode == 0, packed.stderr
    return again


def _kept(manifest: Manifest) -> dict[str, object]:
    """What must not change on the way; each export notes itself in the access log."""
    parts = {part.name: part for part in manifest.tables if part.name != NOTED_BY_EXPORTING}
    return {"tables": parts, "chains": manifest.chains, "files": manifest.files}


def test_to_postgresql_and_back_nothing_changes(
    packed: Path, postgresql: str, tmp_path: Path
) -> None:
    there, back = tmp_path / "there", tmp_path / "back"
    there.mkdir()
    back.mkdir()
    on_postgresql = _moved(packed, Installation(there, postgresql))
    on_sqlite = _moved(on_postgresql, Installation(back))
    before = _kept(read_manifest(packed))
    assert _kept(read_manifest(on_postgresql)) == before
    assert _kept(read_manifest(on_sqlite)) == before


def test_one_file_moves_an_office_without_its_secrets(packed_plain: Path, tmp_path: Path) -> None:
    place = Installation(tmp_path)
    taken = place.motcua("import", "office", str(packed_plain))
    assert taken.returncode == 0, taken.stderr
    assert "Sổ cái nguyên vẹn" in taken.stdout
    assert "reset-password" in taken.stdout
    assert sorted(path.name for path in tmp_path.glob("parcel-*")) == []


def test_an_existing_file_is_not_written_over(old_office: Installation, packed: Path) -> None:
    before = (packed / "manifest.json").read_bytes()
    done = old_office.motcua("export", str(packed))
    assert (done.returncode, "đã có" in done.stderr) == (1, True)
    assert (packed / "manifest.json").read_bytes() == before


def test_a_place_in_use_is_told_what_to_do(old_office: Installation, packed: Path) -> None:
    done = old_office.motcua("import", "office", str(packed))
    assert (done.returncode, "MOTCUA_DATA" in done.stderr) == (1, True)


def test_a_place_that_cannot_be_written_is_told_in_words(
    old_office: Installation, packed: Path
) -> None:
    done = old_office.motcua("export", str(packed / "manifest.json" / "below.tar.gz"))
    assert (done.returncode, "chọn nơi khác" in done.stderr) == (1, True)


def test_a_parcel_that_is_not_there_is_told_in_words(tmp_path: Path) -> None:
    done = Installation(tmp_path).motcua("import", "office", str(tmp_path / "khong-co.tar.gz"))
    assert (done.returncode, "Không có" in done.stderr) == (1, True)


def test_an_archive_that_wants_to_write_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "evil").write_text("{}")
    with tarfile.open(tmp_path / "evil.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "evil", "../outside.json")
    data = tmp_path / "data"
    done = Installation(data).motcua("import", "office", str(tmp_path / "evil.tar.gz"))
    assert (done.returncode, "outside.json" in done.stderr) == (1, True)
    assert not (tmp_path / "outside.json").exists()


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").symlink_to("/etc/hostname")
    with tarfile.open(tmp_path / "link.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "manifest.json", "manifest.json")
    done = Installation(tmp_path / "data").motcua("import", "office", str(tmp_path / "link.tar.gz"))
    assert done.returncode == 1


def test_half_an_archive_is_refused(packed_plain: Path, tmp_path: Path) -> None:
    half = tmp_path / "half.tar.gz"
    half.write_bytes(packed_plain.read_bytes()[:20_000])
    done = Installation(tmp_path / "data").motcua("import", "office", str(half))
    assert (done.returncode, "chép lại gói" in done.stderr) == (1, True)


def test_the_parcel_is_for_the_one_who_made_it_only(packed: Path, packed_plain: Path) -> None:
    assert (packed.stat().st_mode & 0o077, packed_plain.stat().st_mode & 0o077) == (0, 0)
    assert json.loads((packed / "manifest.json").read_text())["format"] == "motcua-office"
