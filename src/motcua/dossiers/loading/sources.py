"""Where lots come from: one after the other in this process, or from processes of their own."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Protocol

from motcua.database.filling import Row, Sheet, copy_text, is_postgresql, sqlite_rows
from motcua.dossiers.loading.desk import Books, Lot

Piece = bytes | list[Row]
FORKED = get_context("fork")
PATIENCE_SECONDS = 5


class Source(Protocol):
    """Agencies whose lives are worked out together. It reads no database."""

    def lots(self) -> Iterator[Lot]:
        """The rows of one day after the other."""
        ...

    def books(self) -> list[Books]:
        """Where the books stand after the last lot."""
        ...


@dataclass(frozen=True, slots=True)
class Load:
    """One lot made ready for the database: by the place of its sheet, and how many dossiers."""

    pieces: dict[int, Piece]
    count: int


class SourceFailed(Exception):
    """A process that worked lives out has failed; the text is what it said."""


def packed(lot: Lot, sheets: Sequence[Sheet], *, for_copy: bool) -> Load:
    """`sheets[0]` is that of the dossiers themselves."""
    pieces: dict[int, Piece] = {}
    for place, sheet in enumerate(sheets):
        rows = lot.get(sheet)
        if rows:
            pieces[place] = copy_text(rows) if for_copy else sqlite_rows(rows, sheet.instants())  # type: ignore[arg-type]
    return Load(pieces, len(lot.get(sheets[0], ())))


class Streams:
    """All sources in step: the loads of each day, source after source, so that the order of rows
    does not hang on which process was quicker."""

    def __init__(self, given: Sequence[Iterator[Any]]) -> None:
        self._given = list(given)
        self.books: list[Books] = []

    def loads(self) -> Iterator[Load]:
        going = list(self._given)
        while going:
            for one in list(going):
                told = next(one)
                if isinstance(told, Load):
                    yield told
                else:
                    self.books += told
                    going.remove(one)


def _told_by(source: Source, sheets: Sequence[Sheet], *, for_copy: bool) -> Iterator[Any]:
    for lot in source.lots():
        yield packed(lot, sheets, for_copy=for_copy)
    yield source.books()


@contextmanager
def opened(
    sources: Sequence[Source], sheets: Sequence[Sheet], *, in_processes: bool
) -> Iterator[Streams]:
    """Begin to work the lives out. No connection to the database may be open when processes of
    their own are asked for. Faults: SourceFailed."""
    for_copy = is_postgresql()
    if not in_processes:
        yield Streams([_told_by(one, sheets, for_copy=for_copy) for one in sources])
        return
    with _processes(sources, sheets, for_copy=for_copy) as pipes:
        yield Streams([_from(pipe) for pipe in pipes])


@contextmanager
def _processes(
    sources: Sequence[Source], sheets: Sequence[Sheet], *, for_copy: bool
) -> Iterator[list[Connection]]:
    running, pipes = [], []
    try:
        for source in sources:
            ours, theirs = FORKED.Pipe(duplex=False)
            process = FORKED.Process(
                target=_work, args=(source, sheets, theirs), kwargs={"for_copy": for_copy}
            )
            process.daemon = True
            process.start()
            theirs.close()
            running.append(process)
            pipes.append(ours)
        yield pipes
    finally:
        for pipe in pipes:
            pipe.close()
        for process in running:
            process.join(PATIENCE_SECONDS)
            process.kill()
            process.join()


def _work(source: Source, sheets: Sequence[Sheet], pipe: Connection, *, for_copy: bool) -> None:
    # What is made here is handed over and forgotten: there are no rings to look for.
    gc.disable()
    try:
        for told in _told_by(source, sheets, for_copy=for_copy):
            pipe.send(told)
    except BrokenPipeError:
        pass
    except BaseException:
        pipe.send(traceback.format_exc())
        raise


def _from(pipe: Connection) -> Iterator[Any]:
    while True:
        try:
            told = pipe.recv()
        except EOFError:
            raise SourceFailed("ended early") from None
        if isinstance(told, str):
            raise SourceFailed(told)
        yield told
