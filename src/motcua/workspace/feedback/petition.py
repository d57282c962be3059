"""One entry of the register, and the files that came with it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.accounts.rules.roles import Permission
from motcua.documents.rules.refusals import FileInfected
from motcua.documents.serving import file_response
from motcua.feedback.queries.detail import PetitionDetail, file_of_petition, petition_detail
from motcua.feedback.refusal_words import sentence
from motcua.feedback.vocabulary import Act
from motcua.feedback.wording import ACTS
from motcua.workspace.feedback.showing import detail_shown
from motcua.workspace.staff import StaffView

FIRST = (Act.REGISTER, Act.ROUTE, Act.PROPOSE, Act.ANSWER, Act.PUBLISH, Act.ACCEPT_OFFER)
"""The usual next step of each stage: its button is the one that stands out."""
WHO_MAX = 6


def slug_of(act: Act) -> str:
    """`ASK_CLARITY` in an address: `ask-clarity`."""
    return act.lower().replace("_", "-")


class ShowPetition(StaffView):
    """What was said, by whom, what has been done, what may be done now."""

    permission = Permission.FEEDBACK_VIEW

    def get(self, request: HttpRequest, petition_code: str) -> HttpResponse:
        found = petition_detail(self.actor, petition_code, self.at)
        self.note("petition.read", subject_kind="petition", subject_id=found.row.id)
        acts = [
            {
                "url": reverse("workspace:petition-act", args=[found.row.code, slug_of(act)]),
                "label": ACTS[act],
                "variant": "primary" if act in FIRST else "secondary",
            }
            for act in found.acts
        ]
        return self.page(
            "workspace/feedback/petition.html",
            {**detail_shown(found, self.at), "acts": acts, "publishing": _publishing(found)},
        )


def _publishing(found: PetitionDetail) -> str:
    """Why there is no button to publish, and who has one."""
    if found.publishing is None:
        return ""
    why, who = sentence(found.publishing.problem), ", ".join(found.publishing.who_may[:WHO_MAX])
    if not who:
        return f"{why} {_('Lúc này cơ quan chưa có ai như thế.')}"
    return f"{why} {_('Công khai được: %(people)s.') % {'people': who}}"


class PetitionFile(StaffView):
    """One file, as it came."""

    permission = Permission.FEEDBACK_VIEW

    def get(self, request: HttpRequest, petition_code: str, digest: str) -> HttpResponseBase:
        found = file_of_petition(self.actor, petition_code, digest)
        self.note(
            "petition.file",
            subject_kind="petition",
            subject_id=found.petition_id,
            detail={"digest": found.digest},
        )
        try:
            return file_response(request, digest=found.digest, name=found.name, inline=True)
        except FileInfected:
            raise Http404("infected") from None
