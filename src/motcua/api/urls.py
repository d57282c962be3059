"""All addresses of the API. `config.urls` mounts `api.urls` at `/api/v1/`."""

from __future__ import annotations

from motcua.api.application import Api
from motcua.api.v1 import (
    acts,
    bulk,
    certifications,
    dossiers,
    files,
    papers,
    procedures,
    receipts,
    registers,
    tills,
    track,
    work,
)
from motcua.api.v1.accounting import reading as accounting
from motcua.api.v1.exports import operations as exports
from motcua.api.v1.feedback import operations as feedback
from motcua.api.v1.fees import operations as fees
from motcua.api.v1.forms import operations as forms
from motcua.api.v1.groups import interlinked, together
from motcua.api.v1.paying import operations as paying
from motcua.api.v1.processes import operations as processes
from motcua.api.v1.reporting import reports
from motcua.api.v1.satisfaction import operations as satisfaction
from motcua.api.v1.tasks import operations as tasks

api = Api()
api.add_router("/procedures", procedures.router)
api.add_router("/procedures", forms.router)
api.add_router("/processes", processes.router)
api.add_router("/dossiers", together.router)
api.add_router("/dossiers", interlinked.router)
api.add_router("/dossiers", dossiers.router)
api.add_router("/dossiers", acts.router)
api.add_router("/dossiers", papers.router)
api.add_router("", files.router)
api.add_router("", work.router)
api.add_router("", tasks.router)
api.add_router("/registers", registers.router)
api.add_router("", reports.router)
api.add_router("/bulk", bulk.router)
api.add_router("/exports", exports.router)
api.add_router("", receipts.router)
api.add_router("", fees.router)
api.add_router("", paying.router)
api.add_router("/certifications", certifications.router)
api.add_router("/tills", tills.router)
api.add_router("/feedback", feedback.router)
api.add_router("", accounting.router)
api.add_router("/satisfaction", satisfaction.router)
api.add_router("/track", track.router)
