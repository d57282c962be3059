"""The result: issued, put right, handed over."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import inputs
from motcua.dossiers.rules.decision import NAME_MAX, NUMBER_MAX, SUBJECT_MAX
from motcua.dossiers.vocabulary import FileKind, Party, PartyRole, ReturnMethod
from motcua.dossiers.wording import PARTY_ROLES, RETURN_METHODS
from motcua.kernel.clock import local_day
from motcua.kernel.dates_vi import short_day
from motcua.kernel.folding import fold
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.refusal import Refusal
from motcua.payments.queries.owed import owed_for
from motcua.payments.vocabulary import Owed
from motcua.workspace.acts.forms.act_form import (
    ActForm,
    OptionalDayField,
    day_widget,
    long_text,
    radio,
    short_text,
)
from motcua.workspace.acts.forms.files import WithFiles
from motcua.workspace.reception.cards import find_card
from motcua.workspace.reception.reading import seen
from motcua.workspace.returns.debts import DebtShown, debt_shown, unpaid_asked

UNNAMED_WORDS = _(
    "Chưa ghi số, trích yếu và chưa có tệp: nơi khác không biết kết quả là giấy nào. "
    "Ghi ít nhất một mục, hoặc đánh dấu vào đây nếu đúng là không có."
)


class IssueForm(WithFiles):
    """Number, date, subject; the files that are the result."""

    template = "workspace/acts/issue.html"
    file_kind = FileKind.RESULT
    document_number = short_text(_("Số, ký hiệu"), length_max=NUMBER_MAX)
    document_date = OptionalDayField(
        label=_("Ngày ban hành"),
        required=False,
        max_length=20,
        help_text=_("Ngày/tháng/năm. Để trống là hôm nay."),
        widget=day_widget(),
    )
    subject = short_text(_("Trích yếu"), length_max=SUBJECT_MAX)
    signed_by = short_text(_("Người ký"), length_max=NAME_MAX)
    digests = forms.MultipleChoiceField(
        label=_("Tệp kết quả đã có trong hồ sơ"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Tệp này không còn trong hồ sơ. Chọn lại.")},
    )
    unnamed = forms.BooleanField(
        label=_("Đúng vậy: kết quả này không có số, trích yếu và tệp"), required=False
    )

    def first_values(self) -> dict[str, Any]:
        results = self.standing.detail.results
        last = results[-1] if results else {}
        return {
            "document_date": short_day(local_day(self.standing.at)),
            "signed_by": last.get("signed_by") or last.get("decided_by", ""),
            "subject": last.get("subject", ""),
            "digests": [file["digest"] for file in self._files if file["kind"] == FileKind.RESULT],
        }

    @property
    def _files(self) -> list[dict[str, Any]]:
        return [file for file in self.standing.detail.files if not file.get("is_removed")]

    def settle(self) -> None:
        if not self._files:
            del self.fields["digests"]
            return
        choices = [(file["digest"], file["name"]) for file in self._files]
        self.fields["digests"].choices = choices  # type: ignore[attr-defined]

    @property
    def is_told_by_nothing(self) -> bool:
        """Nobody could tell which paper it is, not the next agency either that waits for it."""
        given = self.cleaned_data
        told = [given.get(name) for name in ("document_number", "subject", "digests")]
        return not any([*told, self.sent_files, self.file_error])

    @property
    def asks_once_more(self) -> bool:
        """Whether the page shows the box by which it is issued all the same."""
        return "unnamed" in self.errors or bool(self["unnamed"].value())

    def clean(self) -> dict[str, Any]:
        if self.is_told_by_nothing and not self.cleaned_data.get("unnamed"):
            self.mark("unnamed", str(UNNAMED_WORDS))
        return self.cleaned_data

    @property
    def paper(self) -> dict[str, Any]:
        """Number, date, subject, signer and files, as both inputs take them."""
        given = self.cleaned_data
        files = [*given.get("digests", ()), *(row.digest for row in self.sent_files)]
        names = ("document_number", "document_date", "subject", "signed_by")
        return {**{name: given[name] for name in names}, "digests": tuple(dict.fromkeys(files))}

    def to_input(self) -> Any:
        return inputs.IssueResult(**self.paper)


class CorrectForm(IssueForm):
    """The new result stands beside the wrong one, which stays on record."""

    reason = long_text(_("Sai ở đâu, vì sao đính chính"))
    field_order = ("reason",)

    def first_values(self) -> dict[str, Any]:
        return {**super().first_values(), "digests": []}

    def to_input(self) -> inputs.CorrectResult:
        return inputs.CorrectResult(reason=self.cleaned_data["reason"], **self.paper)


OTHER = "OTHER"
COLLECTORS = (PartyRole.OWNER, PartyRole.REPRESENTATIVE, PartyRole.SUBMITTER)


class ReturnForm(ActForm):
    """Who collects: known from the dossier, or somebody else with authority. A card fills it in."""

    template = "workspace/acts/return.html"
    who = radio(_("Người nhận"))
    recipient_name = short_text(_("Họ và tên"), length_max=NAME_MAX)
    recipient_number = short_text(_("Số định danh"), length_max=20)
    authority = short_text(
        _("Giấy ủy quyền hoặc quan hệ"),
        hint=_("Bắt buộc khi người nhận không phải chủ hồ sơ hay người được ủy quyền."),
    )
    method = radio(
        _("Cách trả"), [(str(method), words) for method, words in RETURN_METHODS.items()]
    )
    tracking_number = short_text(
        _("Số hiệu bưu gửi"), length_max=NUMBER_MAX, hint=_("Khi trả qua bưu chính.")
    )
    note = short_text(_("Ghi chú"))
    unpaid = forms.BooleanField(required=False)

    def __init__(self, standing: Any, data: QueryDict | None = None) -> None:
        self.card_notices: list[tuple[str, str]] = []
        super().__init__(standing, None if data is None else self._read_card(standing, seen(data)))
        self.notices += self.card_notices
        for name in ("recipient_name", "recipient_number", "authority", "note"):
            self.fields[name].widget.attrs.pop("maxlength", None)

    def _read_card(self, standing: Any, data: QueryDict) -> QueryDict:
        """A card reader types into whichever field has the focus."""
        found = find_card(data)
        if found is None:
            return data
        data[found.field] = found.before
        try:
            card = parse_citizen_card(found.text, today=local_day(standing.at))
        except Refusal:
            self.card_notices.append(("warning", _t("Không đọc được thẻ. Quét lại, hoặc gõ tay.")))
            return data
        known = [role for role in COLLECTORS if _is(standing.detail.party(role), card.name)]
        data["who"] = str(known[0]) if known else OTHER
        data["recipient_name"] = card.name
        data["recipient_number"] = card.personal_id
        self.card_notices.append(("success", _t("Đã đọc thẻ của %(name)s.") % {"name": card.name}))
        return data

    @property
    def only_looks(self) -> bool:
        return bool(self.card_notices)

    @property
    def known(self) -> dict[str, Party]:
        people = {role: self.standing.detail.party(role) for role in COLLECTORS}
        return {str(role): party for role, party in people.items() if party}

    def settle(self) -> None:
        choices = [
            (role, f"{party.name} ({PARTY_ROLES[PartyRole(role)].lower()})")
            for role, party in self.known.items()
        ]
        self.fields["who"].choices = [*choices, (OTHER, _t("Người khác"))]  # type: ignore[attr-defined]
        if self.debt is None:
            del self.fields["unpaid"]
        else:
            words = _t("Trao khi còn nợ %(amount)s")
            self.fields["unpaid"].label = words % {"amount": self.debt.amount}

    @cached_property
    def owed(self) -> Owed:
        """All that is still to be paid for the dossier. One query, two more where something was paid."""
        detail = self.standing.detail
        return owed_for(detail.id, detail.fees)

    @property
    def debt(self) -> DebtShown | None:
        return debt_shown(self.standing.actor, self.standing.detail.code, self.owed)

    def clean(self) -> dict[str, Any]:
        """A debt is asked about once; it never forbids."""
        if "unpaid" in self.fields and not self.cleaned_data.get("unpaid"):
            self.mark("unpaid", unpaid_asked(self.owed.remaining_vnd))
        return self.cleaned_data

    def first_values(self) -> dict[str, Any]:
        return {"who": str(PartyRole.OWNER), "method": self.standing.detail.return_method}

    def to_input(self) -> inputs.ReturnResult:
        given = self.cleaned_data
        party = self.known.get(given["who"])
        number = given["recipient_number"]
        if party is not None:
            number = party.personal_id or party.old_id or party.tax_code or number
        return inputs.ReturnResult(
            method=ReturnMethod(given["method"]),
            recipient_name=party.name if party else given["recipient_name"],
            recipient_number=number,
            authority=given["authority"] or (party.authority if party else ""),
            tracking_number=given["tracking_number"],
            note=given["note"],
        )


def _is(party: Party | None, name: str) -> bool:
    return party is not None and fold(party.name) == fold(name)
