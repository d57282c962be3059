"""An office moves from SQLite to PostgreSQL and back by the commands that people type."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from motcua.jobs.moving.manifest import Manifest, read_manifest
from motcua.jobs.quality.postgres import throwaway_server
from tests.support.installations import Installation

pytestmark = pytest.mark.slow
NOTED_BY_EXPORTING = "audit_accesslog"
TELL_REPORTS = """
import json
from hashlib import sha256
from motcua.jobs.command_line.operator import operator
from motcua.reports.formats import document
from motcua.reports.queries.building import report
from motcua.reports.queries.closed import closed_asked, closed_reports
from motcua.reports.vocabulary import ReportFormat
actor = operator("report")
told = {}
for row in closed_reports(actor).rows:
    asked, closed = closed_asked(actor, row.id)
    counted = report(actor, asked, at=row.closed_at)
    for form in ReportFormat:
        for kind, one in (("closed", closed), ("counted again", counted)):
            told[f"{row.name} {form} {kind}"] = sha256(document(one, form)).hexdigest()
print(json.dumps(told))
"""


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


@dataclass(frozen=True)
class Moved:
    """The office where it went to, and where it came back to, with what each packed again."""

    there: Installation
    back: Installation
    packed_there: Path
    packed_back: Path


@pytest.fixture(scope="module")
def moved(packed: Path, postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Moved:
    there = Installation(tmp_path_factory.mktemp("there"), postgresql)
    back = Installation(tmp_path_factory.mktemp("back"))
    packed_there = _moved(packed, there)
    return Moved(there, back, packed_there, _moved(packed_there, back))


def test_to_postgresql_and_back_nothing_changes(packed: Path, moved: Moved) -> None:
    before = _kept(read_manifest(packed))
    assert _kept(read_manifest(moved.packed_there)) == before
    assert _kept(read_manifest(moved.packed_back)) == before


def test_closed_reports_are_the_same_bytes_on_every_database(
    old_office: Installation, moved: Moved
) -> None:
    told = json.loads(old_office.python(TELL_REPORTS))
    assert len(told) == 4 * 2 * 3
    assert json.loads(moved.there.python(TELL_REPORTS)) == told
    assert json.loads(moved.back.python(TELL_REPORTS)) == told


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
