"""Where the name of each person of a draft is changed; and a form that names somebody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.vocabulary import PartyRole
from motcua.eforms.rules.parties import page_telling
from motcua.filing.rules.people import other_name_told
from motcua.filing.vocabulary import ForWhom
from motcua.filing.whole import WholeDraft

OF_ANOTHER = (ForWhom.HELPER, ForWhom.REPRESENTATIVE)


def place_of_person(whole: WholeDraft, role: str, url: Callable[..., str]) -> str:
    """Where what is known of this person is said: the people, the form, the organization or the account."""
    row = whole.row
    if role == PartyRole.OWNER:
        if row.for_whom in OF_ANOTHER:
            return url("people")
        if row.for_whom is ForWhom.ORGANIZATION:
            return reverse("portal:organizations")
        owner = next((party for party in whole.parties if party.role is PartyRole.OWNER), None)
        if owner is not None and owner.name != whole.account.name:
            return _form_url(whole, "owner", url)
    return reverse("portal:account-details")


def names_doubted(whole: WholeDraft, url: Callable[..., str]) -> dict[str, Any]:
    """Both names, and the two places where one of them is put right; nothing where they agree."""
    row = whole.row
    other = other_name_told(whole.account, row.for_whom, row.beneficiary, whole.told)
    if not other:
        return {}
    if row.for_whom in OF_ANOTHER:
        name, known, known_words = row.beneficiary.name, url("people"), _("Sửa người được nộp thay")
        role = "owner"
    else:
        name, role = whole.account.name, "applicant"
        known, known_words = reverse("portal:account-details"), _("Sửa tên của tài khoản")
    return {
        "text": _(
            "Tờ khai ghi tên %(told)s, còn hồ sơ ghi tên %(name)s. Nếu là một người thì"
            " sửa cho giống nhau; nếu nộp thay người khác thì chọn lại “Nộp cho ai”."
        )
        % {"told": other, "name": name},
        "ways": [
            {"text": _("Sửa tờ khai"), "url": _form_url(whole, role, url)},
            {"text": known_words, "url": known},
            {"text": _("Chọn lại nộp cho ai"), "url": url("place")},
        ],
    }


def _form_url(whole: WholeDraft, role: str, url: Callable[..., str]) -> str:
    assert whole.version is not None
    form = whole.version.form
    page = page_telling(form, whole.row.answers, role) or form.pages[0].key
    return f"{url('form-page', page=page)}?lai=1"
