"""The processes of the sample office are in order: nothing to mend, nothing to answer for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from motcua.accounts.commands.sample_officers import create_sample_officers
from motcua.agencies.commands.import_agencies import import_agencies
from motcua.agencies.queries import agency_called
from motcua.agencies.shipped import SAMPLE_AGENCY, shipped_today
from motcua.kernel.actor import system
from motcua.ledger.caching import forget_all
from motcua.procedures.commands.import_catalogue import import_catalogue
from motcua.procedures.queries.catalogue import version_in_force
from motcua.procedures.shipped import shipped_catalogue
from motcua.processes.commands.publish_samples import publish_samples
from motcua.processes.models import ProcessVersion
from motcua.processes.queries.processes import process_in_force
from motcua.processes.rules.checking import findings
from motcua.processes.rules.definition import process_of
from motcua.processes.shipped import sample_processes

FROM_DAY = date(2025, 7, 1)


@pytest.mark.parametrize(("code", "pattern"), sample_processes())
def test_each_sample_adds_up(code: str, pattern: dict[str, Any]) -> None:
    assert findings(process_of({"title": code, **pattern})) == ()


def test_the_sample_office_works_by_them(db: Any, at: datetime) -> None:
    codes = {code for code, _pattern in sample_processes()}
    records = [one for one in shipped_catalogue()["procedures"] if one["code"] in codes]
    actor = system("demo")
    import_agencies(actor=actor, at=at, document=shipped_today())
    create_sample_officers(actor=actor, at=at, password="Mot-Mat-Khau-Dai-2026!")
    import_catalogue(actor=actor, at=at, document={"procedures": records})
    forget_all()
    agency = agency_called(SAMPLE_AGENCY, at.date())
    assert agency is not None
    given: dict[str, Any] = {"actor": actor, "at": at, "agency_id": agency.id}
    given |= {"samples": sample_processes(), "valid_from": FROM_DAY}
    assert set(publish_samples(**given)) == codes
    forget_all()
    assert publish_samples(**given) == ()
    asked_about = {one for version in ProcessVersion.objects.all() for one in version.acknowledged}
    assert asked_about == {"begins-in-the-past:day=2025-07-01"}
    birth = version_in_force("1.001193", at.date())
    assert birth is not None
    found = process_in_force(birth.version_id, agency.id, None, at.date())
    assert found is not None
    assert found.process.title == "Thủ tục đăng ký khai sinh"
    assert process_in_force(birth.version_id, agency.id + 1, None, at.date()) is None
