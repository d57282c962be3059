"""Calls that write: a reception and each act of a whole life through the whole program, each beside
the driver alone with the rows of such an act."""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson
from django.test import Client

from motcua.api.tokens import pace
from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.counting import work_of
from motcua.jobs.bench.figures import Figure, Timed, figure
from motcua.jobs.bench.raw_act import act
from motcua.jobs.bench.raw_reception import ready_made, write
from motcua.jobs.bench.timing import in_turns
from motcua.jobs.bench.visiting.measuring import UNBOUNDED
from motcua.jobs.workload.people import Person, people_at
from motcua.jobs.workload.place import Place
from motcua.jobs.workload.raw import RawDriver, raw_driver
from motcua.jobs.workload.receptions import bodies
from motcua.kernel.actor import Role

ADDRESS = "/api/v1/dossiers"
RECEPTION_FLOOR = "the driver alone, the same rows with ready-made values in one transaction"
ACT_FLOOR = "the driver alone: the dossier's row moved on, one fact, the head of the chain"
SHARE = 4
LIVES_MAX, LIVES_MIN = 60, 5
LIVES_A_SECOND = 5
BODIES = 200
WORKERS = (Role.RECEPTION, Role.HANDLING, Role.UNIT_HEAD, Role.SIGNATORY, Role.REGISTRY_CLERK)
CREATED, OK = 201, 200
Line = Figure | dict[str, Any]


class Program:
    """A partner's program with a token of each person."""

    def __init__(self, people: list[Person]) -> None:
        self._tokens = {person.role: person.token for person in people}
        self._client = Client(SERVER_NAME="127.0.0.1")

    def post(self, role: Role, path: str, body: object) -> Any:
        return self._client.post(
            path,
            orjson.dumps(body),
            content_type="application/json",
            headers={
                "Authorization": f"Bearer {self._tokens[role]}",
                "Idempotency-Key": str(uuid.uuid4()),
            },
        )

    def receive(self, body: object) -> Any:
        answer = self.post(Role.RECEPTION, ADDRESS, body)
        assert answer.status_code == CREATED, answer.content
        return orjson.loads(answer.content)


@dataclass(frozen=True, slots=True)
class _Step:
    """One act, ready to be asked for of any dossier."""

    program: Program
    slug: str
    role: Role
    body: dict[str, Any]

    def ask(self, code: str) -> Any:
        return self.program.post(self.role, f"{ADDRESS}/{code}/acts/{self.slug}", self.body)


def life(people: dict[Role, Person]) -> tuple[tuple[str, Role, dict[str, Any]], ...]:
    """The acts of a dossier that is granted, by whom, with what."""
    handler = people[Role.HANDLING].holding_id
    return (
        ("note", Role.RECEPTION, {"text": "Người nộp hẹn đến lấy buổi chiều"}),
        ("assign", Role.UNIT_HEAD, {"holding_id": handler}),
        ("start", Role.HANDLING, {}),
        ("propose", Role.HANDLING, {"decision": "GRANTED", "opinion": "Đủ điều kiện"}),
        ("decide", Role.SIGNATORY, {"decision": "GRANTED"}),
        ("issue-result", Role.REGISTRY_CLERK, {"document_number": "12/GKS", "signed_by": "Đo"}),
        (
            "return-result",
            Role.RECEPTION,
            {"recipient_name": "Lê Văn Đạt", "authority": "Giấy ủy quyền"},
        ),
    )


def measure(asking: Asking, place: Place) -> Iterator[Line]:
    """The reception, then act after act on the same dossiers."""
    pace.per_minute = UNBOUNDED  # the pace of one program is not what is measured
    driver = raw_driver()
    people = people_at(place, WORKERS)
    program = Program(people)
    given = bodies(place, seed=asking.seed, count=BODIES)
    yield _receptions(asking, program, given, driver)
    count = max(LIVES_MIN, min(LIVES_MAX, int(asking.seconds * LIVES_A_SECOND)))
    ours, floors = _in_the_unit(program, place, given, driver, count)
    for step in life({person.role: person for person in people}):
        yield _act(asking, _Step(program, *step), ours, floors, driver)
    driver.close()


def _receptions(
    asking: Asking, program: Program, given: list[dict[str, Any]], driver: RawDriver
) -> Figure:
    def ours(number: int) -> object:
        return program.receive(given[number % len(given)])

    for number in range(LIVES_MIN):
        ours(number)
    ready = ready_made(driver, LIVES_MIN)
    timed, floor = in_turns(
        ours,
        lambda number: write(driver, ready[number % len(ready)]),
        seconds=asking.seconds / SHARE,
    )
    return figure(
        "call receive_dossier",
        database=asking.database,
        size=asking.size,
        ours=timed,
        floor=floor,
        floor_is=RECEPTION_FLOOR,
        work=work_of(ours),
    )


def _in_the_unit(
    program: Program, place: Place, given: list[dict[str, Any]], driver: RawDriver, count: int
) -> tuple[list[str], list[int]]:
    """Codes of dossiers for ours and ids of others for the floor, all of the unit that acts."""
    found: list[tuple[str, int]] = []
    for number in range(count * 40):
        code = program.receive(given[number % len(given)])["code"]
        ((dossier_id, unit_id),) = driver.rows(
            "SELECT id, unit_id FROM dossiers_dossier WHERE code = %s", (code,)
        )
        driver.commit()
        if unit_id == place.unit_id:
            found.append((code, dossier_id))
        if len(found) == 2 * count:
            break
    half = len(found) // 2
    return [code for code, _id in found[:half]], [dossier_id for _code, dossier_id in found[half:]]


def _act(
    asking: Asking,
    step: _Step,
    codes: list[str],
    floors: list[int],
    driver: RawDriver,
) -> Line:
    """Each dossier once, ours and the floor's turn about; the last two only counted."""
    name = f"call act {step.slug}"
    ready = ready_made(driver, 1)[0]
    seconds: list[float] = []
    floor_seconds: list[float] = []
    for code, dossier_id in zip(codes[:-2], floors, strict=False):
        started = time.perf_counter()
        answer = step.ask(code)
        seconds.append(time.perf_counter() - started)
        if answer.status_code != OK:
            why = f"answered {answer.status_code}: {answer.content[:200].decode(errors='replace')}"
            return {"not_shown": {"name": name, "why": why}}
        started = time.perf_counter()
        act(driver, ready, dossier_id)
        floor_seconds.append(time.perf_counter() - started)
    return figure(
        name,
        database=asking.database,
        size=asking.size,
        ours=Timed(seconds=tuple(seconds), wall_seconds=sum(seconds)),
        floor=Timed(seconds=tuple(floor_seconds), wall_seconds=sum(floor_seconds)),
        floor_is=ACT_FLOOR,
        work=work_of(lambda number: step.ask(codes[-2:][number])),
    )
