"""What is typed when results are handed over. Checks shape only; the rule says who may collect."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.inputs import ReturnResult
from motcua.dossiers.queries.returns import Collectable
from motcua.dossiers.rules.decision import NAME_MAX
from motcua.dossiers.rules.giving_back import NOTE_MAX, note_with
from motcua.dossiers.vocabulary import PartyRole, party_of
from motcua.kernel.folding import fold
from motcua.workspace.reception.forms import let_cards_in

PAGE_WORDS = _("Trang này đã cũ hoặc bị thay đổi. Xem lại rồi bấm lần nữa.")
NAME_WORDS = _("Chưa ghi người nhận kết quả. Ghi họ tên người nhận.")
NUMERIC = {"inputmode": "numeric", "autocomplete": "off"}


class HandOverForm(forms.Form):
    """Who takes the results away. A card in any field fills the person in."""

    recipient_name = forms.CharField(
        label=_("Người nhận"),
        max_length=NAME_MAX,
        error_messages={"required": NAME_WORDS},
        help_text=_("Quét thẻ căn cước vào đây, hoặc gõ họ tên."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    recipient_number = forms.CharField(
        label=_("Số định danh"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs=dict(NUMERIC)),
    )
    authority = forms.CharField(
        label=_("Giấy ủy quyền hoặc quan hệ"),
        required=False,
        max_length=300,
        help_text=_("Chỉ khi người nhận không phải chủ hồ sơ hay người được ủy quyền."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Ghi chú"),
        required=False,
        max_length=NOTE_MAX,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    request_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages={"required": PAGE_WORDS, "invalid": PAGE_WORDS}
    )

    def __init__(self, data: Any = None, *, recipient: str = "", number: str = "") -> None:
        known = {"recipient_name": recipient, "recipient_number": number}
        super().__init__(data, initial={**known, "request_key": uuid.uuid4()})
        let_cards_in(self)

    def to_input(self, one: Collectable, given_back: tuple[str, ...]) -> ReturnResult:
        """What the act takes for this dossier. The form is valid."""
        given = self.cleaned_data
        return ReturnResult(
            recipient_name=" ".join(given["recipient_name"].split()),
            recipient_number=given["recipient_number"].strip(),
            authority=" ".join(given["authority"].split()),
            note=note_with(given_back, given["note"]),
        )


def back_name(code: str) -> str:
    """The field of the papers of a dossier that are given back."""
    return f"back-{code}"


def version_name(code: str) -> str:
    return f"version-{code}"


def given_back_of(data: QueryDict, one: Collectable) -> tuple[str, ...]:
    """The names of the originals ticked as given back."""
    ticked = set(data.getlist(back_name(one.code)))
    return tuple(paper.name for place, paper in one.originals if str(place) in ticked)


COLLECTORS = (PartyRole.OWNER, PartyRole.REPRESENTATIVE)


def may_collect(one: Collectable) -> list[str]:
    """Those who may collect without an authority."""
    parties = [party_of(one.parties, role) for role in COLLECTORS]
    return [party.name for party in parties if party]


def needs_authority(one: Collectable, name: str) -> bool:
    return fold(" ".join(name.split())) not in {fold(known) for known in may_collect(one)}
