"""Who handles it, what is thought of it, what is decided."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Decision
from motcua.dossiers.wording import DECISIONS
from motcua.workspace.acts.forms.act_form import ActForm, long_text, radio

DECISION_CHOICES = [(str(one), words) for one, words in DECISIONS.items()]
PROPOSED = "dossier.decision-proposed"


def assigned(given: dict[str, Any]) -> inputs.Assign:
    return inputs.Assign(holding_id=int(given["holding_id"]), reason=given["reason"])


def proposed(given: dict[str, Any]) -> inputs.Propose:
    return inputs.Propose(decision=Decision(given["decision"]), opinion=given["opinion"])


def decided(given: dict[str, Any]) -> inputs.Decide:
    return inputs.Decide(decision=Decision(given["decision"]), grounds=given["grounds"])


class AssignForm(ActForm):
    """To whom, seen beside how much each has in hand."""

    template = "workspace/acts/assign.html"
    holding_id = radio(_("Giao cho"))
    reason = long_text(_("Lý do"), rows=2, needed=False)

    def settle(self) -> None:
        choices = [(str(one.holding_id), one.name) for one in self.standing.handlers]
        self.fields["holding_id"].choices = choices  # type: ignore[attr-defined]
        if self.standing.detail.assignee_id is not None:
            self.fields["reason"].required = True
            self.fields["reason"].help_text = _t("Đổi người giải quyết phải ghi lý do.")

    @property
    def people(self) -> list[dict[str, Any]]:
        """The choices with place and load, for radio buttons."""
        chosen = str(self["holding_id"].value() or "")
        return [
            {
                "value": one.holding_id,
                "label": one.name,
                "hint": " · ".join(
                    part
                    for part in (
                        one.title,
                        self.standing.unit_name(one.unit_id),
                        _load(self.standing.open_counts.get(one.holding_id, 0)),
                    )
                    if part
                ),
                "chosen": str(one.holding_id) == chosen,
            }
            for one in self.standing.handlers
        ]

    def to_input(self) -> inputs.Assign:
        return assigned(self.cleaned_data)


def _load(count: int) -> str:
    if not count:
        return _t("chưa có hồ sơ nào")
    words = ngettext("đang có %(count)s hồ sơ", "đang có %(count)s hồ sơ", count)
    return words % {"count": count}


class ForwardForm(ActForm):
    unit_id = radio(_("Chuyển đến"))
    reason = long_text(_("Lý do"), rows=2)

    def settle(self) -> None:
        here = self.standing.detail.unit_id
        choices = [(str(unit.id), unit.name) for unit in self.standing.units if unit.id != here]
        self.fields["unit_id"].choices = choices  # type: ignore[attr-defined]

    def to_input(self) -> inputs.Forward:
        given = self.cleaned_data
        return inputs.Forward(unit_id=int(given["unit_id"]), reason=given["reason"])


class ProposeForm(ActForm):
    decision = radio(_("Đề xuất"), DECISION_CHOICES)
    opinion = long_text(
        _("Ý kiến thẩm định"),
        hint=_("Không đủ điều kiện thì phải nêu căn cứ."),
        rows=5,
        needed=False,
    )

    def first_values(self) -> dict[str, Any]:
        return {"decision": str(Decision.GRANTED)}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("decision") == Decision.DECLINED and not given.get("opinion", "").strip():
            self.add_error(
                "opinion", _t("Chưa ghi ý kiến. Không đủ điều kiện thì phải nêu căn cứ.")
            )
        return given

    def to_input(self) -> inputs.Propose:
        return proposed(self.cleaned_data)


class DecideForm(ActForm):
    """What was proposed stands in the fields; the one who decides may choose otherwise."""

    template = "workspace/acts/decide.html"
    decision = radio(_("Quyết định"), DECISION_CHOICES)
    grounds = long_text(
        _("Căn cứ"),
        hint=_("Không đủ điều kiện thì phải nêu căn cứ: in vào văn bản trả lời."),
        rows=5,
        needed=False,
    )

    @property
    def proposal(self) -> dict[str, str] | None:
        """What the handling officer thinks, if he said so since it was taken up."""
        for fact in reversed(self.standing.detail.facts):
            if fact.code == PROPOSED:
                return {
                    "by": str(fact.actor.get("name", "")),
                    "decision": str(DECISIONS[Decision(fact.payload["decision"])]),
                    "code": fact.payload["decision"],
                    "opinion": fact.payload.get("opinion", ""),
                }
        return None

    def first_values(self) -> dict[str, Any]:
        proposal = self.proposal
        if proposal is None:
            return {}
        declined = proposal["code"] == Decision.DECLINED
        return {
            "decision": proposal["code"],
            "grounds": proposal["opinion"] if declined else "",
        }

    def to_input(self) -> inputs.Decide:
        return decided(self.cleaned_data)
