"""An office in a process of its own, on the schema that DATABASE_URL names: its tables are made, one
dossier is received and looked for, its chain is walked; what came of it is told in a line of JSON."""

from __future__ import annotations

import json
import os
from importlib import import_module

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings.test")
    django.setup()
    import_module("django.core.management").call_command("migrate", verbosity=0)
    reception = import_module("tests.support.reception")
    lists = import_module("motcua.dossiers.queries.lists")
    verification = import_module("motcua.ledger.verification")
    proof = import_module("motcua.dossiers.tallies.proof")
    reception.a_ground(codes=())
    actor = reception.an_officer()
    ref = reception.receive(actor=actor)
    found = lists.dossiers_of(actor, lists.DossierFilter(text="nguyen thi hong nhung")).rows
    print(
        json.dumps(
            {
                "code": ref.code,
                "found": [row.code for row in found],
                "flaws": len(list(verification.verify())) + len(list(proof.tally_flaws())),
            }
        )
    )


if __name__ == "__main__":
    main()
