"""Several senders of one content, and several questions about one upload, in the same moment."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from motcua.documents.commands.uploads import (
    append_chunk,
    begin_upload,
    finish_upload,
    store_file,
)
from motcua.documents.models import StoredFile
from motcua.documents.queries.files import open_file
from motcua.documents.rules.refusals import ChunkOutOfPlace
from motcua.documents.storage import kept_places
from motcua.kernel.actor import Actor
from motcua.ledger.caching import forget_all
from tests.support.clock import PLAIN_MORNING
from tests.support.papers_sent import a_pdf
from tests.support.working_office import officer, put_up_office

AT = PLAIN_MORNING
TOGETHER = 6
PDF = a_pdf("cùng lúc")


@pytest.fixture
def clerk(transactional_db: None, folder: object) -> Actor:
    forget_all()
    put_up_office()
    return officer("tiepnhan1")


def _together(act: Callable[[int], object]) -> list[object]:
    gate = threading.Barrier(TOGETHER)

    def one(number: int) -> object:
        gate.wait()
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as pool:
        return list(pool.map(one, range(TOGETHER)))


def test_senders_of_one_content_keep_one_file(clerk: Actor) -> None:
    digests = _together(
        lambda number: (
            store_file(actor=clerk, at=AT, stream=io.BytesIO(PDF), name=f"{number}.pdf").digest
        )
    )
    assert len(set(digests)) == StoredFile.objects.count() == len(list(kept_places())) == 1


def test_one_piece_sent_many_times_counts_once_and_all_finish_alike(clerk: Actor) -> None:
    token = begin_upload(actor=clerk, at=AT, name="a.pdf", size=len(PDF)).token

    def send(_number: int) -> str:
        try:
            append_chunk(actor=clerk, at=AT, token=token, offset=0, data=PDF)
        except ChunkOutOfPlace as refusal:
            return f"go on from {refusal.params['received']}"
        return "taken"

    answers = _together(send)
    assert sorted(map(str, answers)) == [f"go on from {len(PDF)}"] * (TOGETHER - 1) + ["taken"]
    rows = _together(lambda _number: finish_upload(actor=clerk, at=AT, token=token))
    assert len(set(rows)) == 1
    assert b"".join(open_file(rows[0].digest)) == PDF  # type: ignore[attr-defined]
