"""Which pages and calls there are, and as whom each is tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from motcua.api.urls import api
from motcua.jobs.bench.visiting.things import CODE, Known, Things
from motcua.jobs.quality.addresses import addresses
from motcua.jobs.workload.place import Place
from motcua.kernel.actor import Role
from motcua.kernel.dates_vi import short_day

API = "/api/v1/"
EVERYBODY = (
    Role.RECEPTION,
    Role.HANDLING,
    Role.UNIT_HEAD,
    Role.SIGNATORY,
    Role.REGISTRY_CLERK,
    Role.SUPERVISOR,
    Role.ACCOUNTANT,
    Role.ADMINISTRATOR,
)
BEST = {
    "workspace:work": Role.HANDLING,
    "workspace:due": Role.SIGNATORY,
    "workspace:unit": Role.UNIT_HEAD,
    "workspace:dossiers": Role.SIGNATORY,
    "call list_work": Role.HANDLING,
    "workspace:report": Role.SIGNATORY,
    "workspace:reports": Role.SIGNATORY,
    "workspace:report-behind": Role.SIGNATORY,
    "reports of a whole district": Role.SUPERVISOR,
    "workspace:inbox": Role.HANDLING,
    "workspace:where-time-goes": Role.SIGNATORY,
    "inboxes of a leader": Role.SIGNATORY,
    "workspace:tills": Role.ACCOUNTANT,
    "workspace:receipts": Role.ACCOUNTANT,
    "workspace:reliefs": Role.ACCOUNTANT,
    "workspace:refunds": Role.ACCOUNTANT,
    "call list_receipts": Role.ACCOUNTANT,
}
"""Who has most to see there."""
OF_A_PROCEDURE = {"portal:procedure", "show_procedure"}
"""Their code is that of a procedure."""
OPEN = ("portal:", "ui:", "changes:", "account_", "not-offered", "api:")
A_YEAR, FIVE_YEARS = timedelta(days=365), timedelta(days=5 * 365 + 1)


@dataclass(frozen=True, slots=True)
class Visit:
    """An address, with several codes in turn where it names a dossier; `roles` in the order in
    which they are tried, none for somebody who is not signed in."""

    name: str
    path: str
    roles: tuple[Role, ...]
    texts: tuple[str, ...]
    blanks: tuple[str, ...] = ()
    is_call: bool = False

    def path_of(self, number: int) -> str:
        return self.path.replace(CODE, quote(self.texts[number % len(self.texts)]))


def pages(things: Things, known: Known, place: Place) -> Iterator[Visit]:
    """Every page of the product, then the heavy ones as they are asked for."""
    for page in addresses(things):
        if not page.name.startswith(("api:", "not-offered")):
            roles = () if page.name.startswith(OPEN) else _roles(page.name)
            texts = known.procedures if page.name in OF_A_PROCEDURE else known.codes
            yield Visit(f"page {page.name}", page.path, roles, texts, page.blanks)
    for name, path, texts in _asked_for(known, place):
        yield Visit(f"page {name}", path, _roles("workspace:dossiers"), texts)
    for name, path in _reports(place):
        yield Visit(f"page {name}", path, _roles("workspace:report"), known.codes)
    for box in ("WARNED", "LED"):
        path, roles = f"/inbox/?box={box}", _roles("inboxes of a leader")
        yield Visit(f"page inbox of a leader, {box}", path, roles, known.codes)
    name, path = "II.06a over five years, all below", f"/reports/ii06a/?{_years(place)}&below=on"
    yield Visit(f"page {name}", path, _roles("reports of a whole district"), known.codes)


def _reports(place: Place) -> Iterator[tuple[str, str]]:
    for report in ("ii06a", "officers"):
        yield f"{report} over five years", f"/reports/{report}/?{_years(place)}"
    behind = f"/reports/behind/?report=ii06a&row=total&column=received&{_years(place)}"
    yield "behind a number of five years", behind


def _years(place: Place) -> str:
    """The five years until the day, as they are typed."""
    return f"first={short_day(place.day - FIVE_YEARS)}&last={short_day(place.day)}"


def _asked_for(known: Known, place: Place) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    year_ago = (place.day - A_YEAR).isoformat()
    for what, texts in (("name", known.names), ("phone", known.phones), ("code", known.codes)):
        yield f"search by {what}", f"/dossiers/?q={CODE}", texts or ("0900000000",)
    yield "search by the end of a name", f"/dossiers/?q={CODE}", _ends(known.names)
    yield "search that finds nothing", f"/dossiers/?q={CODE}", ("khong co ten nay dau",)
    yield "today's list", f"/desk/?day={place.day.isoformat()}", known.codes
    yield "the list of a day a year ago", f"/desk/?day={year_ago}", known.codes


def _ends(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(" ".join(name.split()[-2:]) for name in names)


def calls(things: Things, known: Known, place: Place) -> Iterator[Visit]:
    """Every operation of the API that reads, and the heavy lists as they are asked for."""
    for path, methods in api.get_openapi_schema(path_prefix=API)["paths"].items():
        if "get" in methods:
            address = path + _needed(methods["get"], place)
            yield _call(methods["get"]["operationId"], address, things, known)
    for what, texts in (("name", known.names), ("code", known.codes)):
        path = f"{API}dossiers?q={CODE}"
        roles = _roles("workspace:dossiers")
        yield Visit(f"call list_dossiers by {what}", path, roles, texts, is_call=True)


def _needed(operation: dict[str, Any], place: Place) -> str:
    """What must stand behind the address: five years, and the column that counts most."""
    given = {"from": f"{place.day - FIVE_YEARS}", "to": f"{place.day}", "column": "received"}
    asked = [
        one["name"]
        for one in operation.get("parameters", ())
        if one["in"] == "query" and one.get("required")
    ]
    return "?" + "&".join(f"{name}={given.get(name, '')}" for name in asked) if asked else ""


def _call(operation: str, path: str, things: Things, known: Known) -> Visit:
    names = [piece.partition("}")[0] for piece in path.split("{")[1:]]
    for name in names:
        path = path.replace("{" + name + "}", things[name])
    blanks = tuple(name for name in names if not things[name])
    name = f"call {operation}"
    texts = known.procedures if operation in OF_A_PROCEDURE else known.codes
    return Visit(name, path, _roles(name), texts, blanks, is_call=True)


def _roles(name: str) -> tuple[Role, ...]:
    first = BEST.get(name)
    return ((first,) if first else ()) + tuple(role for role in EVERYBODY if role is not first)
