"""A parcel taken in on the database of this leg: equal row by row, or nothing at all."""

from __future__ import annotations

import hashlib
import json
import tarfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.accounts.models import User
from motcua.database.tables import all_tables
from motcua.documents.models import StoredFile
from motcua.documents.storage import opened as stored
from motcua.dossiers.commands.receive import receive_dossier
from motcua.dossiers.models import Dossier
from motcua.dossiers.proof import disagreements
from motcua.dossiers.queries.searching.mentioning import mentioned
from motcua.jobs.moving.belongings import belongings
from motcua.jobs.moving.manifest import line_of, lines_in, read_manifest
from motcua.jobs.moving.opening import opened
from motcua.jobs.moving.packing import pack
from motcua.jobs.moving.refusals import (
    OfficeNotEmpty,
    ParcelDamaged,
    ParcelOfOtherVersion,
    ParcelUnreadable,
    RowsRefused,
)
from motcua.jobs.moving.taking_in import take_in
from motcua.jobs.sample.dossiers import grounds_on, invent_reception
from motcua.kernel.clock import local_day
from motcua.ledger.models import Fact, Stream
from motcua.ledger.verification import verify
from motcua.payments.models import Receipt
from motcua.payments.proof import money_flaws
from motcua.worktime.proof import calendar_flaws
from tests.support.clock import PLAIN_MORNING
from tests.support.triggers import triggers
from tests.support.working_office import officer

Spoil = Callable[[list[dict[str, Any]]], None]


def _silent(_done: int, _total: int) -> None:
    pass


def _take(parcel: Path) -> None:
    with opened(parcel) as checked:
        take_in(checked, progress=_silent)


def _rows(parcel: Path, table: str) -> list[dict[str, Any]]:
    return list(lines_in(parcel / "tables" / f"{table}.jsonl"))


def _change(parcel: Path, table: str, spoil: Spoil) -> None:
    """Rows changed by somebody who makes the digests of the manifest fit again."""
    rows = _rows(parcel, table)
    spoil(rows)
    content = b"".join(line_of(row) for row in rows)
    (parcel / "tables" / f"{table}.jsonl").write_bytes(content)
    manifest = read_manifest(parcel)
    parts = [
        replace(part, rows=len(rows), sha256=hashlib.sha256(content).hexdigest())
        if part.name == table
        else part
        for part in manifest.tables
    ]
    replace(manifest, tables=parts).write(parcel)


def _everything() -> int:
    return sum(table.count() for table in belongings())


@pytest.mark.usefixtures("new_place")
def test_what_is_taken_in_packs_to_the_same_digests(packed: Path, tmp_path: Path) -> None:
    _take(packed)
    again = pack(tmp_path / "again", at=PLAIN_MORNING, with_secrets=True, progress=_silent)
    before = read_manifest(packed)
    assert (again.tables, again.chains, again.files) == (
        before.tables,
        before.chains,
        before.files,
    )
    assert before.rows > 5000


@pytest.mark.usefixtures("new_place")
def test_every_chain_and_every_dossier_is_proved_after(packed: Path) -> None:
    _take(packed)
    told = {part.name: part.rows for part in read_manifest(packed).tables}
    assert Dossier.objects.count() == told["dossiers_dossier"] > 100
    assert [*verify(), *disagreements(), *calendar_flaws(), *money_flaws()] == []


@pytest.mark.usefixtures("new_place")
def test_every_dossier_is_found_by_its_words_after(packed: Path) -> None:
    _take(packed)
    for dossier in Dossier.objects.order_by("id")[:5]:
        found = Dossier.objects.filter(mentioned(dossier.owner_name))
        assert dossier.pk in found.values_list("pk", flat=True)


@pytest.mark.usefixtures("new_place")
def test_a_closed_till_comes_with_its_receipts_and_takes_no_more(packed: Path) -> None:
    """The rule that stood aside while they came is back at its post."""
    _take(packed)
    receipt = Receipt.objects.filter(till__closed_at__isnull=False).latest("number")
    assert receipt.till.closed_at is not None
    receipt.pk, receipt.number = None, receipt.number + 1
    receipt.collected_at = receipt.till.closed_at + timedelta(minutes=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        receipt.save(force_insert=True)


@pytest.mark.usefixtures("new_place")
def test_every_trigger_stands_after_as_before(packed: Path) -> None:
    before = triggers()
    _take(packed)
    assert triggers() == before
    assert len(before) > 20


@pytest.mark.usefixtures("new_place")
def test_the_next_dossier_goes_on_with_serial_key_and_chain(packed: Path) -> None:
    _take(packed)
    last = Dossier.objects.latest("received_at")
    last_fact, last_id = Fact.objects.latest("id").pk, Dossier.objects.latest("id").pk
    at = last.received_at  # a minute later might be another day, whose numbers begin again
    actor = officer("tiepnhan1", at)
    chain = Stream.objects.get(name=f"agency-{actor.agency_id}")
    ground = grounds_on(last.agency_id, local_day(at))[0]
    received = receive_dossier(actor=actor, at=at, given=invent_reception(Random(1), ground))
    assert (received.id, _serial(received.code)) == (last_id + 1, _serial(last.code) + 1)
    fact = Fact.objects.get(subject_kind="dossier", subject_id=received.id)
    assert (fact.stream_seq, fact.previous_digest) == (chain.last_seq + 1, chain.last_digest)
    assert fact.pk == last_fact + 1
    assert [*verify(), *disagreements()] == []


def _serial(code: str) -> int:
    return int(code.rpartition("-")[2])


@pytest.mark.usefixtures("new_place")
def test_stored_files_come_along_and_prove_themselves(packed: Path) -> None:
    _take(packed)
    (kept,) = StoredFile.objects.all()
    with stored(kept.digest) as content:
        assert content.read().decode() == "Tờ khai của bà Nhung"


@pytest.mark.usefixtures("new_place")
def test_without_secrets_no_account_can_be_used_before_its_password_is_set(
    packed_plain: Path,
) -> None:
    _take(packed_plain)
    users = list(User.objects.all())
    assert users
    assert not any(user.has_usable_password() for user in users)
    assert all(user.must_change_password for user in users)


def test_without_secrets_no_hash_leaves_the_house(packed: Path, packed_plain: Path) -> None:
    hashes = [row["password"] for row in _rows(packed, "accounts_user")]
    with tarfile.open(packed_plain) as archive:
        parts = [archive.extractfile(member) for member in archive.getmembers()]
        told = b"".join(part.read() for part in parts if part).decode()
    assert hashes
    assert [one for one in hashes if one in told] == []


@pytest.mark.usefixtures("new_place")
def test_an_office_that_has_rows_takes_nothing_in(packed: Path) -> None:
    _take(packed)
    before = _everything()
    with pytest.raises(OfficeNotEmpty):
        _take(packed)
    assert _everything() == before


@pytest.mark.usefixtures("new_place")
def test_one_changed_byte_is_found_before_anything_is_written(own_copy: Path) -> None:
    place = own_copy / "tables" / "dossiers_dossierparty.jsonl"
    content = place.read_bytes()
    place.write_bytes(content[:-3] + b"x" + content[-2:])
    with pytest.raises(ParcelDamaged):
        _take(own_copy)
    assert _everything() == 0


@pytest.mark.usefixtures("new_place")
def test_a_changed_file_is_found_before_anything_is_written(own_copy: Path) -> None:
    (place,) = [path for path in (own_copy / "files").rglob("*") if path.is_file()]
    place.chmod(0o600)
    place.write_bytes(b"khac")
    with pytest.raises(ParcelDamaged):
        _take(own_copy)
    assert _everything() == 0


@pytest.mark.usefixtures("new_place")
def test_a_row_that_points_to_nothing_leaves_no_row_and_no_file(
    own_copy: Path, tmp_path: Path
) -> None:
    _change(own_copy, "dossiers_dossierparty", lambda rows: rows[5].update(dossier_id=999_999))
    with pytest.raises(RowsRefused):
        _take(own_copy)
    assert _everything() == 0
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []


@pytest.mark.usefixtures("new_place")
def test_a_row_that_a_constraint_forbids_is_refused_by_its_table(own_copy: Path) -> None:
    _change(own_copy, "dossiers_dossier", lambda rows: rows.append({**rows[0], "id": 999_999}))
    with pytest.raises(RowsRefused) as refused:
        _take(own_copy)
    assert refused.value.params["table"] == "dossiers_dossier"
    assert _everything() == 0


@pytest.mark.usefixtures("new_place")
def test_a_row_without_a_column_is_refused(own_copy: Path) -> None:
    _change(own_copy, "dossiers_dossier", lambda rows: rows[0].pop("code"))
    with pytest.raises(ParcelUnreadable):
        _take(own_copy)
    assert _everything() == 0


@pytest.mark.usefixtures("new_place")
def test_a_ledger_altered_before_it_was_packed_is_named_after(own_copy: Path) -> None:
    _change(own_copy, "ledger_fact", lambda rows: rows[-1].update(payload='{"x":1}'))
    _take(own_copy)
    assert {flaw.kind for flaw in verify()} == {"altered"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda known: known["dossiers"].append("0999_of_tomorrow"), "ahead"),
        (lambda known: known["dossiers"].pop(), "behind"),
    ],
    ids=["newer", "older"],
)
@pytest.mark.usefixtures("new_place")
def test_a_parcel_of_another_version_is_refused_and_says_which(
    own_copy: Path, change: Callable[[Any], None], told: str
) -> None:
    manifest = read_manifest(own_copy)
    change(manifest.migrations)
    manifest.write(own_copy)
    with pytest.raises(ParcelOfOtherVersion) as refused:
        _take(own_copy)
    assert [name for name, apart in refused.value.params.items() if apart] == [told]


def test_a_folder_that_is_no_parcel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"format": "something-else"}))
    with pytest.raises(ParcelUnreadable), opened(tmp_path):
        pass


def test_every_table_of_this_program_is_in_the_parcel(packed: Path) -> None:
    told = {part.name for part in read_manifest(packed).tables}
    assert {table.name for table in all_tables() if table.is_ours} - told <= {
        "accounts_usersession",
        "citizens_onetimecode",
        "documents_upload",
        "dossiers_exportrun",
        "dossiers_printrun",
    }
