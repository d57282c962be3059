"""What one person has handed in together: the list, one slip for all, the minutes."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from motcua.accounts.rules.roles import Permission, may
from motcua.dossiers.papers_filled.filling import Wanted, fill, printed
from motcua.dossiers.queries.group_slip import GroupRow, received_together
from motcua.kernel.money import dong
from motcua.papers.vocabulary import PaperKind, PaperSize, SlipCopy
from motcua.payments.queries.owed import paid_of
from motcua.workspace.showing import due_words, stage_shown
from motcua.workspace.staff import StaffView

BOTH = (SlipCopy.APPLICANT, SlipCopy.OFFICE)


class ReceivedTogether(StaffView):
    """After a group reception: every dossier with its date, and the papers to print."""

    permission = Permission.DOSSIER_VIEW

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        rows = received_together(self.actor, code)
        paid = paid_of(row.id for row in rows)
        may_collect = bool(may(self.actor, Permission.FEE_COLLECT))
        self.note("dossier.list", detail={"found": [row.code for row in rows]})
        context = {
            "code": code,
            "owner_name": rows[0].owner_name,
            "rows": [
                {
                    "code": row.code,
                    "url": reverse("workspace:dossier", args=[row.code]),
                    "procedure": row.procedure_name,
                    "due": due_words(row.stage, row.due_at),
                    "stage": stage_shown(row.stage),
                    "fee": dong(row.fee_total_vnd),
                    "collect_url": reverse("workspace:collect-fee", args=[row.code]),
                    "remaining": self._due(row, paid[row.id]) if may_collect else "",
                }
                for row in rows
            ],
            "total": dong(sum(row.fee_total_vnd for row in rows)),
            "may_print": bool(may(self.actor, Permission.SLIP_PRINT)),
        }
        return self.page("workspace/reception/received.html", context)

    def _due(self, row: GroupRow, paid_vnd: int) -> str:
        """What is to be taken now, in words; nothing where all is paid or asked for later."""
        due_vnd = max(0, row.fee_total_vnd - row.fee_later_vnd - paid_vnd)
        return dong(due_vnd) if due_vnd else ""


class PrintGroupSlip(StaffView):
    """One slip for all of them as PDF. `?copies=both`, `?size=A4`."""

    permission = Permission.SLIP_PRINT
    kind = PaperKind.GROUP_SLIP

    def get(self, request: HttpRequest, code: str) -> HttpResponse:
        copies = BOTH if request.GET.get("copies") == "both" else (SlipCopy.APPLICANT,)
        wanted = Wanted(kind=self.kind, address=settings.PUBLIC_ADDRESS, copies=copies)
        filled = fill(self.actor, code, wanted)
        self.note("paper.printed", detail={"code": code, "paper": str(self.kind)})
        size = PaperSize.A4 if request.GET.get("size") == "A4" else None
        response = HttpResponse(printed(filled, size), content_type="application/pdf")
        response["Content-Disposition"] = f'inline; filename="{filled.file_name}"'
        return response


class PrintGroupMinutes(PrintGroupSlip):
    """The minutes of giving them in, to be signed by both sides."""

    kind = PaperKind.GROUP_MINUTES
