"""What stands in the database that addresses can be filled with."""

from __future__ import annotations

from dataclasses import dataclass

from motcua.jobs.workload.place import Place
from motcua.jobs.workload.raw import RawDriver

CODES = 200
CODE = "~code~"
"""Stands in an address for one of many codes."""
PROCEDURES = (
    "SELECT DISTINCT p.code FROM procedures_procedure p JOIN procedures_procedureversion v "
    "ON v.procedure_id = p.id WHERE v.id IN ({}) ORDER BY 1"
)
LATEST = {
    "officer_id": "SELECT min(h.officer_id) FROM accounts_holding h JOIN accounts_holdingrole r "
    "ON r.holding_id = h.id JOIN agencies_position p ON p.id = h.position_id "
    "WHERE p.agency_id = %s AND r.role = 'RECEPTION'",
    "holding_id": "SELECT max(assignee_id) FROM dossiers_dossier WHERE agency_id = %s AND ended_at IS NULL",
    "receipt_id": "SELECT max(id) FROM payments_receipt WHERE agency_id = %s",
    "till_id": "SELECT max(id) FROM payments_till WHERE agency_id = %s",
    "account_id": "SELECT min(id) FROM books_account WHERE agency_id = %s AND code = 'OWED_CHARGE'",
    "certification_id": "SELECT max(id) FROM certifications_certification",
    "posting_id": "SELECT max(id) FROM dossiers_posting",
    "list_id": "SELECT max(id) FROM dossiers_handoverlist",
    "run_id": "SELECT max(id) FROM dossiers_bulkrun",
    "closed_id": "SELECT max(id) FROM reports_closedreport",
    "export_id": "SELECT max(id) FROM dossiers_exportrun",
    "task_id": "SELECT max(id) FROM workflow_task WHERE agency_id = %s AND state = 'OPEN'",
    "process_id": "SELECT max(id) FROM processes_internalprocess",
    "interlinked_id": "SELECT max(id) FROM interlinked_interlinkedgroup",
    "partner_id": "SELECT max(id) FROM exchange_partner",
}
EDGES = "SELECT min(id), max(id) FROM dossiers_dossier WHERE agency_id = %s"
AT_OR_AFTER = (
    "SELECT d.code, d.owner_name, p.phone FROM dossiers_dossier d JOIN dossiers_dossierparty p "
    "ON p.dossier_id = d.id AND p.role = 'OWNER' WHERE d.agency_id = %s AND d.id >= %s "
    "ORDER BY d.id LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Known:
    """Dossiers of the agency, evenly spread over its years, by what they are looked for."""

    codes: tuple[str, ...]
    procedures: tuple[str, ...]
    names: tuple[str, ...]
    phones: tuple[str, ...]


class Things(dict[str, str]):
    """For each part of an address the thing that fills it; "" for what is not there."""

    def __missing__(self, _name: str) -> str:
        return ""


def known(driver: RawDriver, place: Place) -> Known:
    """At most 200 of them, the newest last."""
    ((first, last),) = driver.rows(EDGES, (place.agency_id,))
    found = dict.fromkeys(
        row
        for number in range(CODES)
        for row in driver.rows(
            AT_OR_AFTER, (place.agency_id, first + (last - first) * number // max(1, CODES - 1))
        )
    )
    marks = ", ".join(["%s"] * len(place.version_ids))
    procedures = driver.rows(PROCEDURES.format(marks), place.version_ids)
    driver.commit()
    codes, names, phones = (tuple(column) for column in zip(*found, strict=True))
    return Known(
        codes=codes,
        procedures=tuple(code for (code,) in procedures),
        names=names,
        phones=tuple(phone for phone in phones if phone),
    )


def things(driver: RawDriver, place: Place) -> Things:
    """The newest of each kind."""
    found = Things(
        {
            "code": CODE,
            "slug": place.slug,
            "version_id": str(place.version_ids[0]),
            "act": "note",
            "key": "desk",
            "kind": "slip",
            "year": str(place.day.year),
            "report_name": "ii06a",
            "name": "ii06a",
            "ending": "json",
            "rest": "x",
            "mark": "TN1-0000-0000-0000",
            "topic": "tra-cuu",
            "asking": "opinion",
        }
    )
    for name, asked in LATEST.items():
        ((newest,),) = driver.rows(asked, (place.agency_id,) * asked.count("%s"))
        if newest is not None:
            found[name] = str(newest)
    driver.commit()
    return found
