"""Reading one dossier, today's list and search: the query beside the driver alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from motcua.dossiers.queries.detail import dossier_detail
from motcua.dossiers.queries.lists import DossierFilter, dossiers_of
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.counting import work_of
from motcua.jobs.bench.figures import Figure, figure
from motcua.jobs.bench.timing import Operation, in_turns
from motcua.jobs.bench.visiting.things import Known, known
from motcua.jobs.workload.people import people_at
from motcua.jobs.workload.place import Place
from motcua.jobs.workload.raw import RawDriver, raw_driver
from motcua.kernel.actor import Actor, Role
from motcua.kernel.folding import fold

BY_DRIVER = "the driver alone: the same rows selected"

LIST = (
    "SELECT d.id, d.code, d.status, d.channel, d.owner_name, p.code, v.name, d.received_at, d.due_at "
    "FROM dossiers_dossier d JOIN procedures_procedureversion v ON v.id = d.procedure_version_id "
    "JOIN procedures_procedure p ON p.id = v.procedure_id "
    "WHERE (d.agency_id = %s OR d.competent_agency_id = %s) "
)
NEWEST = "ORDER BY d.id DESC LIMIT 51"
ONE = (
    "SELECT * FROM dossiers_dossier d JOIN procedures_procedureversion v "
    "ON v.id = d.procedure_version_id JOIN procedures_procedure p ON p.id = v.procedure_id "
    "WHERE d.code = %s AND (d.agency_id = %s OR d.competent_agency_id = %s)"
)
OF_ONE = (
    "SELECT * FROM dossiers_dossierparty WHERE dossier_id = %s ORDER BY id",
    "SELECT * FROM dossiers_submitteddocument WHERE dossier_id = %s ORDER BY position",
    "SELECT * FROM dossiers_feeline WHERE dossier_id = %s ORDER BY position",
    "SELECT * FROM ledger_fact WHERE subject_kind = 'dossier' AND subject_id = %s "
    "ORDER BY subject_seq",
)


def measure(asking: Asking, place: Place) -> Iterator[Figure]:
    """Five queries."""
    driver = raw_driver()
    actor = people_at(place, [Role.RECEPTION])[0].actor(place.at)
    for name, ours, floor in _queries(actor, driver, known(driver, place), place):
        yield _figure(name, asking, ours, floor)
    driver.close()


def _figure(name: str, asking: Asking, ours: Operation, floor: Operation) -> Figure:
    ours_timed, floor_timed = in_turns(ours, floor, seconds=asking.seconds / 6)
    return figure(
        name,
        database=asking.database,
        size=asking.size,
        ours=ours_timed,
        floor=floor_timed,
        floor_is=BY_DRIVER,
        work=work_of(ours),
    )


def _queries(
    actor: Actor, driver: RawDriver, known: Known, place: Place
) -> Iterator[tuple[str, Operation, Operation]]:
    today = place.day
    agency = (actor.agency_id, actor.agency_id)
    yield (
        "query: one dossier in full",
        lambda number: dossier_detail(actor, known.codes[number % len(known.codes)]),
        lambda number: _one(driver, known.codes[number % len(known.codes)], agency),
    )
    day = today.isoformat() if not driver.lock else today
    yield (
        "query: today's list",
        lambda _number: dossiers_of(actor, DossierFilter(received_on=today)),
        lambda _number: driver.rows(LIST + "AND d.received_on = %s " + NEWEST, (*agency, day)),
    )
    for what, texts in _looked_for(known):
        yield (
            f"query: search by {what}",
            partial(_search, actor, texts),
            partial(_raw_search, driver, agency, texts),
        )


def _looked_for(known: Known) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("name", known.names), ("phone", known.phones), ("code", known.codes))


def _search(actor: Actor, texts: tuple[str, ...], number: int) -> object:
    return dossiers_of(actor, DossierFilter(text=texts[number % len(texts)]))


def _raw_search(
    driver: RawDriver, agency: tuple[Any, ...], texts: tuple[str, ...], number: int
) -> object:
    words = [f"%{word}%" for word in fold(texts[number % len(texts)]).split()]
    held = "AND d.search_key LIKE %s " * len(words)
    return driver.rows(LIST + held + NEWEST, (*agency, *words))


def _one(driver: RawDriver, code: str, agency: tuple[Any, ...]) -> object:
    (dossier,) = driver.rows(ONE, (code, *agency))
    return [driver.rows(sql, (dossier[0],)) for sql in OF_ONE]
