"""Public pages as a stranger reads them, beside a minimal page of the same framework: kept; kept, and the
database asked each time whether they hold; drawn anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.test import Client

from motcua.jobs.bench.asking import Asking
from motcua.jobs.bench.counting import work_of
from motcua.jobs.bench.figures import Figure, figure
from motcua.jobs.bench.timing import Operation, in_turns
from motcua.jobs.bench.visiting.measuring import ADDRESSES, OK, SHARE, WARM_UP, Line
from motcua.jobs.bench.visiting.things import CODE, Known, known
from motcua.jobs.bench.visiting.visits import Visit
from motcua.jobs.workload.place import Place
from motcua.jobs.workload.raw import raw_driver
from motcua.portal.keeping.answers import answers

MINIMAL = "/bench/minimal/"
FLOOR_IS = "a short page of one Django view and one Jinja template, through the same middleware"
SEARCHES = ("khai sinh", "sao y ban chinh", "ket hon", "ho kinh doanh")


def measure_public(asking: Asking, place: Place) -> Iterator[Line]:
    """Three figures for each public page."""
    settings.ROOT_URLCONF = ADDRESSES
    driver = raw_driver()
    found = known(driver, place)
    driver.close()
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
    for visit in visits(found):
        texts = tuple(text for text in visit.texts if _answers(client, visit, text))
        if not texts:
            yield {"not_shown": {"name": visit.name, "why": "no address answered"}}
            continue
        yield from _figures(asking, client, replace(visit, texts=texts))


def visits(found: Known) -> Iterator[Visit]:
    yield Visit("public home", "/", (), ("",))
    yield Visit("public catalogue", "/thu-tuc/", (), ("",))
    yield Visit("public search", f"/thu-tuc/?q={CODE}", (), SEARCHES)
    yield Visit("public procedure", f"/thu-tuc/{CODE}", (), found.procedures)
    yield Visit("public tracking", f"/ho-so/{CODE}", (), found.codes)


def _answers(client: Client, visit: Visit, text: str) -> bool:
    return client.get(replace(visit, texts=(text,)).path_of(0)).status_code == OK


def _figures(asking: Asking, client: Client, visit: Visit) -> Iterator[Figure]:
    trusted = settings.STAMP_TRUSTED_SECONDS

    def kept(number: int) -> object:
        response = client.get(visit.path_of(number))
        assert response.status_code == OK, visit.path_of(number)
        return response.content

    def drawn(number: int) -> object:
        answers.forget_all()
        return kept(number)

    def floor(_number: int) -> object:
        response = client.get(MINIMAL)
        assert response.status_code == OK
        return response.content

    yield _figure(asking, visit.name, kept, floor)
    settings.STAMP_TRUSTED_SECONDS = 0.0
    yield _figure(asking, f"{visit.name}, asked each time", kept, floor)
    yield _figure(asking, f"{visit.name}, drawn anew", drawn, floor)
    settings.STAMP_TRUSTED_SECONDS = trusted


def _figure(asking: Asking, name: str, ours: Operation, floor: Operation) -> Figure:
    ours_timed, floor_timed = in_turns(ours, floor, seconds=asking.seconds / SHARE, warm_up=WARM_UP)
    return figure(
        name,
        database=asking.database,
        size=asking.size,
        ours=ours_timed,
        floor=floor_timed,
        floor_is=FLOOR_IS,
        work=work_of(ours),
    )
