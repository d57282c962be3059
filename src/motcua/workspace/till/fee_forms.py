"""What is typed where a fee is worked out anew or let go unpaid. Checks shape only."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.inputs import SettleFee, WithReason
from motcua.dossiers.queries.detail import DossierDetail
from motcua.dossiers.rules.fees.reliefs import FeeStanding, offered_groups
from motcua.dossiers.vocabulary import ClaimState, ProofIn, ProofKind
from motcua.procedures.rules.fees import COUNT_MAX
from motcua.procedures.vocabulary import FeeUnit, Preference
from motcua.procedures.wording import PREFERENCES
from motcua.workspace.acts.forms.act_form import OptionalDayField, day_widget, long_text, short_text
from motcua.workspace.till.forms import PAGE_WORDS

COUNT_WORDS = _("Nhập số nguyên từ 1 trở lên.")
YES, NO = "yes", "no"


def count_field(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=COUNT_MAX,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Để trống nếu không đổi."),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), COUNT_WORDS),
    )


class FeeForm(forms.Form):
    """What every form about a fee carries."""

    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )
    seen_version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=0,
        max_value=2**31,
        error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS},
    )

    def __init__(self, detail: DossierDetail, data: Any = None) -> None:
        first = {"request_key": uuid.uuid4(), "seen_version": detail.version}
        super().__init__(data, initial=first)


class SettleForm(FeeForm):
    """One preference decided on, or other copies and pages."""

    group = forms.ChoiceField(label=_("Diện miễn, giảm"), required=False)
    accepted = forms.ChoiceField(
        label=_("Kết luận"),
        required=False,
        choices=[(YES, _("Chấp nhận")), (NO, _("Không chấp nhận"))],
        widget=forms.RadioSelect,
    )
    source = forms.ChoiceField(
        label=_("Giấy tờ chứng minh"),
        required=False,
        help_text=_("Giấy, tệp đã có trong hồ sơ; hoặc giấy người nộp đưa xem."),
    )
    number = short_text(_("Số của giấy"), length_max=60)
    issuer = short_text(_("Nơi cấp"), length_max=200)
    expires_on = OptionalDayField(
        label=_("Có giá trị đến hết ngày"),
        required=False,
        max_length=20,
        widget=day_widget(),
        help_text=_("Để trống nếu giấy không ghi hạn."),
    )
    copies = count_field(_("Số bản"))
    pages = count_field(_("Số trang mỗi bản"))
    reason = long_text(_("Lý do"), hint=_("Người nộp đọc được: ghi rõ vì sao."), rows=2)

    def __init__(self, detail: DossierDetail, standing: FeeStanding, data: Any = None) -> None:
        super().__init__(detail, data)
        self._settle_groups(standing)
        sources = [("", _t("Xem tại quầy (ghi số bên dưới)"))]
        sources += [(f"paper:{one.name}", one.name) for one in detail.papers]
        sources += [
            (f"file:{one['name']}", _t("Tệp: %(name)s") % {"name": one["name"]})
            for one in detail.files
            if not one.get("is_removed")
        ]
        if "source" in self.fields:
            self.fields["source"].choices = sources  # type: ignore[attr-defined]
        units = {fee.per for fee in standing.fees}
        if not units & {FeeUnit.COPY, FeeUnit.PAGE}:
            del self.fields["copies"]
        if FeeUnit.PAGE not in units:
            del self.fields["pages"]

    def _settle_groups(self, standing: FeeStanding) -> None:
        """Those that a fee names and those that were claimed; what waits stands first."""
        states = {one["group"]: one["state"] for one in standing.claims}
        known = {*map(str, offered_groups(standing.fees)), *states}
        waiting = [group for group in sorted(known) if states.get(group) == ClaimState.WAITING]
        order = [*waiting, *(group for group in map(str, Preference) if group in known)]
        told = [(group, PREFERENCES[Preference(group)]) for group in dict.fromkeys(order)]
        if not told:
            for name in ("group", "accepted", "source", "number", "issuer", "expires_on"):
                del self.fields[name]
            return
        self.fields["group"].choices = [("", _t("Không xét diện nào")), *told]  # type: ignore[attr-defined]
        if waiting:
            self.initial["group"] = waiting[0]

    def to_input(self) -> SettleFee:
        """What the command takes. The form is valid."""
        given = self.cleaned_data
        decided = {YES: True, NO: False}.get(given.get("accepted", ""))
        return SettleFee(
            reason=given["reason"],
            group=given.get("group", ""),
            accepted=decided,
            proof=self._proof(given) if given.get("group") else None,
            copies=given.get("copies"),
            pages=given.get("pages"),
        )

    def _proof(self, given: dict[str, Any]) -> ProofIn | None:
        """None where nothing was typed: then what was claimed counts as it is."""
        kind, _colon, source = given["source"].partition(":")
        names = ("number", "issuer", "expires_on")
        if not source and not any(given[name] for name in names):
            return None
        kinds = {"paper": ProofKind.PAPER, "file": ProofKind.FILE}
        return ProofIn(
            group=given["group"],
            kind=kinds.get(kind, ProofKind.SEEN),
            source=source,
            **{name: given[name] for name in names},
        )


class LetForm(FeeForm):
    """Why a result may go before its fee is paid."""

    let_reason = long_text(_("Vì sao cho trao khi chưa thu"), rows=2)

    def to_input(self) -> WithReason:
        return WithReason(reason=self.cleaned_data["let_reason"])
