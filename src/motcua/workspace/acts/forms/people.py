"""The people of a dossier, put right: every field as it stands, to be typed over."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Party, PartyRole
from motcua.dossiers.wording import PARTY_ROLES
from motcua.workspace.acts.forms.act_form import ActForm, Problem, long_text, problems_of
from motcua.workspace.reception.forms import PartyForm
from motcua.workspace.reception.reading import parties_of, seen

NAMES = ("kind", "name", "personal_id", "tax_code", "sex", "address", "phone", "email", "old_id",
         "authority")  # fmt: skip


def values_of(party: Party) -> dict[str, str]:
    """A person as the fields show him."""
    born = "/".join(reversed(party.birth_date.split("-")))
    return {**{name: str(getattr(party, name)) for name in NAMES}, "birth_date": born}


class AmendForm(ActForm):
    """All four roles; one emptied is taken out, one filled in is added."""

    template = "workspace/acts/amend.html"
    reason = long_text(
        _("Lý do sửa"), hint=_("Ví dụ: gõ sai năm sinh so với thẻ căn cước."), rows=2
    )

    def __init__(self, standing: Any, data: QueryDict | None = None) -> None:
        typed = None if data is None else seen(data)
        self.people = {role: PartyForm(role, typed) for role in PartyRole}
        for party in standing.detail.parties:
            self.people[party.role].initial = values_of(party)
        super().__init__(standing, typed)

    @property
    def groups(self) -> list[dict[str, Any]]:
        """Each role with its form; roles that nobody has are folded away."""
        held = {party.role for party in self.standing.detail.parties}
        return [
            {
                "form": form,
                "title": str(PARTY_ROLES[role]),
                "is_open": role in held or (form.is_bound and form.is_filled),
                "is_representative": role is PartyRole.REPRESENTATIVE,
            }
            for role, form in self.people.items()
        ]

    def is_valid(self) -> bool:
        people = [form.is_valid() for form in self.people.values()]
        return super().is_valid() and all(people)

    def mark(self, field: str, text: str) -> None:
        """`owner-phone` is the field of a person."""
        prefix, _dash, name = field.partition("-")
        role = prefix.upper()
        if role not in PartyRole.__members__:
            super().mark(field, text)
            return
        form = self.people[PartyRole(role)]
        form.add_error(name if name in form.fields else None, text)

    def field_problems(self) -> list[Problem]:
        told = [
            {**problem, "text": f"{PARTY_ROLES[role]}: {problem['text']}"}
            for role, form in self.people.items()
            for problem in problems_of(form)
        ]
        return [*told, *super().field_problems()]

    def typed(self) -> list[dict[str, str]]:
        told = [
            {"label": f"{PARTY_ROLES[role]}: {bound.label}", "value": str(bound.value())}
            for role, form in self.people.items()
            for bound in form
            if not bound.is_hidden and str(bound.value() or "") != str(bound.initial or "")
        ]
        return [*told, *super().typed()]

    def to_input(self) -> inputs.Amend:
        return inputs.Amend(parties=parties_of(self.people), reason=self.cleaned_data["reason"])
