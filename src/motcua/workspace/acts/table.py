"""Every act by the last part of its address: its form, and who carries it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from motcua.dossiers.acting import Asked
from motcua.dossiers.commands.performing import PERFORMERS
from motcua.dossiers.commands.upkeep import remove_file
from motcua.dossiers.repeating import DossierRef
from motcua.dossiers.vocabulary import Act
from motcua.dossiers.wording import ACTS
from motcua.workspace.acts.forms import (
    custody,
    ending,
    files,
    handling,
    people,
    plain,
    results,
    supplement,
)
from motcua.workspace.acts.forms.act_form import ActForm
from motcua.workspace.acts.words import LEADS, REMOVE_FILE, REMOVE_FILE_LEAD

FORMS: dict[Act, type[ActForm]] = {
    Act.RECEIVE: plain.AcceptForm,
    Act.ASK_TO_COMPLETE: supplement.AskForm,
    Act.REFUSE_RECEPTION: plain.RefuseReceptionForm,
    Act.RELEASE: plain.ReasonForm,
    Act.TAKE_OVER: plain.NothingForm,
    Act.REFUSE_TAKE_OVER: plain.ReasonForm,
    Act.REDIRECT: custody.RedirectForm,
    Act.ASSIGN: handling.AssignForm,
    Act.START: plain.NothingForm,
    Act.FORWARD: handling.ForwardForm,
    Act.OFFER: custody.OfferForm,
    Act.ACCEPT_OFFER: custody.AcceptOfferForm,
    Act.REFUSE_OFFER: plain.ReasonForm,
    Act.TAKE_BACK_OFFER: plain.ReasonForm,
    Act.PROPOSE: handling.ProposeForm,
    Act.SEND_BACK: plain.ReasonForm,
    Act.REQUEST_SUPPLEMENT: supplement.AskForm,
    Act.ALLOW_SUPPLEMENT: plain.ReasonForm,
    Act.SUPPLEMENT: supplement.SupplementForm,
    Act.SUSPEND: plain.SuspendForm,
    Act.RESUME: plain.ResumeForm,
    Act.EXTEND: ending.ExtendForm,
    Act.APOLOGIZE: ending.ExtendForm,
    Act.WITHDRAW: plain.WithdrawForm,
    Act.TERMINATE: ending.TerminateForm,
    Act.DECIDE: handling.DecideForm,
    Act.ISSUE_RESULT: results.IssueForm,
    Act.RETURN_RESULT: results.ReturnForm,
    Act.CORRECT_RESULT: results.CorrectForm,
    Act.REOPEN: plain.ReopenForm,
    Act.AMEND: people.AmendForm,
    Act.NOTE: plain.NoteForm,
    Act.ATTACH: files.AttachForm,
}
AT_ONCE = frozenset({Act.START, Act.TAKE_OVER})
"""Acts of which nothing is asked: one button on the dossier's page does them."""
QUIET = frozenset({Act.NOTE, Act.ATTACH})
"""Acts that have their place beside what they are about, not among the buttons."""


def slug_of(act: Act) -> str:
    """`request-supplement`: the last part of the address."""
    return str(act).partition(".")[2]


@dataclass(frozen=True, slots=True)
class ActPlan:
    """One page: the act as the table of acts knows it, its form, its command and its words."""

    slug: str
    act: Act
    form: type[ActForm]
    command: Callable[[Asked, Any], DossierRef]
    title: Any
    lead: Any


PLANS: dict[str, ActPlan] = {
    slug_of(act): ActPlan(
        slug_of(act), act, FORMS[act], PERFORMERS[act].command, ACTS[act], LEADS[act]
    )
    for act in PERFORMERS
}
PLANS["remove-file"] = ActPlan(
    "remove-file", Act.ATTACH, files.RemoveFileForm, remove_file, REMOVE_FILE, REMOVE_FILE_LEAD
)
