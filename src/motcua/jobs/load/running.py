"""The morning itself: the office is opened, everybody comes, some things are killed, all is reckoned."""

from __future__ import annotations

import argparse
import logging
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import orjson
from django.db import connections

from motcua.jobs.bench import machine
from motcua.jobs.bench.visiting.things import known
from motcua.jobs.command_line.speech import say
from motcua.jobs.load.browser import GaveUpError
from motcua.jobs.load.crowd import Coming, crowd
from motcua.jobs.load.killing import Killer
from motcua.jobs.load.log import Log
from motcua.jobs.load.morning import Morning, Somebody
from motcua.jobs.load.reckoning import Reckoning, newest, reckon
from motcua.jobs.load.tables import lines
from motcua.jobs.quality.postgres import Server
from motcua.jobs.serving.preparation import prepare
from motcua.jobs.workload.building import build
from motcua.jobs.workload.office import Office, memory_of, open_office
from motcua.jobs.workload.place import Place, find_place
from motcua.jobs.workload.raw import RawDriver, raw_driver
from motcua.kernel.dates_vi import short_day

STARTING_SHARE, STARTING_SECONDS_MAX = 3, 30.0
"""Within this time everybody has begun: nobody's office opens all its pages in one second."""
FINISHING_SECONDS_MAX = 90.0
STACK_BYTES = 512 * 1024
ERRORS_NAMED_MAX = 20


def run(asked: argparse.Namespace, server: Server | None) -> int:
    """The document on standard output, the table on standard error."""
    logging.getLogger("django.request").setLevel(logging.ERROR)
    log = Log(are_faults_expected=asked.kills > 0)
    killed, since, memory = _morning_of(asked, server, log)
    driver = raw_driver()
    reckoning = reckon(driver, log, since)
    driver.close()
    document = _document(asked, log, killed, reckoning) | {"memory": memory}
    if not asked.json:
        print("\n".join(lines(document)), file=sys.stderr)
    if not asked.table:
        option = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE
        sys.stdout.buffer.write(orjson.dumps(document, option=option))
    return 0 if reckoning.is_sound and not log.errors else 1


def _morning_of(
    asked: argparse.Namespace, server: Server | None, log: Log
) -> tuple[Counter[str], int, dict[str, Any]]:
    """What was killed, after which dossier those of this morning come, what the programs hold."""
    prepare(_tell)
    build(asked.size, _tell)
    driver = raw_driver()
    place = find_place(driver)
    with open_office(place.ahead) as office:
        morning = _morning(asked, driver, place, office, log)
        # On data that are kept other people come each morning: who comes twice is asked whether it
        # is the same matter.
        seed = asked.seed + newest(driver)
        people = list(crowd(Coming(asked.desks, asked.citizens), place, morning, seed))
        since = newest(driver)
        driver.close()
        connections.close_all()
        _tell(f"{len(people)} người trong {asked.seconds:.0f} giây …")
        killer = Killer(office, server, asked.seed)
        _live(asked, morning, people, killer)
        return killer.killed, since, memory_of(office)


def _morning(
    asked: argparse.Namespace, driver: RawDriver, place: Place, office: Office, log: Log
) -> Morning:
    there = known(driver, place)
    return Morning(
        place=(office.address.host, office.address.port),
        log=log,
        over=threading.Event(),
        hurry=asked.hurry,
        codes=list(there.codes),
        names=there.names,
        procedures=there.procedures,
        reports=("/reports/", *_reports(place), "/work/late/", f"/registers/{place.day.year}/"),
    )


def _reports(place: Place) -> Iterator[str]:
    """The year's report, and that of five years."""
    for years in (1, 5):
        first = place.day.replace(year=place.day.year - years, day=1)
        yield f"/reports/ii06a/?first={short_day(first)}&last={short_day(place.day)}"


def _live(
    asked: argparse.Namespace, morning: Morning, people: Iterable[Somebody], killer: Killer
) -> None:
    """Everybody goes on until the time is over, and ends what was begun."""
    threading.stack_size(STACK_BYTES)
    threads = [threading.Thread(target=_go_on, args=(morning, one), daemon=True) for one in people]
    end = time.monotonic() + asked.seconds
    starting = min(STARTING_SECONDS_MAX, asked.seconds / STARTING_SHARE)
    for thread in threads:
        thread.start()
        time.sleep(starting / len(threads))
    if asked.kills:
        killer.kill(asked.kills, morning.over)
    while time.monotonic() < end:
        killer.look_after()
        time.sleep(0.1)
    morning.over.set()
    last = time.monotonic() + FINISHING_SECONDS_MAX
    for thread in threads:
        while thread.is_alive() and time.monotonic() < last:
            killer.look_after()
            thread.join(0.2)
    still = sum(thread.is_alive() for thread in threads)
    if still:
        morning.log.went_wrong(f"{still} did not come to an end")


def _go_on(morning: Morning, one: Somebody) -> None:
    while not morning.over.is_set():
        try:
            one.step()
        except GaveUpError:
            return
        except Exception as fault:  # noqa: BLE001  # told in the report, which then is not sound
            morning.log.went_wrong(f"{type(one).__name__}: {type(fault).__name__}: {fault}")
            return


def _document(
    asked: argparse.Namespace, log: Log, killed: Counter[str], reckoning: Reckoning
) -> dict[str, Any]:
    return {
        "machine": machine.described(),
        "database": asked.database,
        "dossiers": asked.size,
        "desks": asked.desks,
        "citizens": asked.citizens,
        "seconds": asked.seconds,
        "hurry": asked.hurry,
        "kills": dict(killed),
        "requests": log.rows(),
        "reckoning": reckoning.to_plain(),
        "errors": log.errors[:ERRORS_NAMED_MAX],
        "errors_total": len(log.errors),
        "refusals": log.refusals,
        "is_sound": reckoning.is_sound and not log.errors,
    }


def _tell(words: str) -> None:
    say(f"  {words}", f"  {words}", to=sys.stderr)
