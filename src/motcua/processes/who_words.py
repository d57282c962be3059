"""Who does a step, in the words of the column "Trách nhiệm"."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from motcua.accounts.wording import ROLES
from motcua.processes.rules.shapes import Who
from motcua.processes.vocabulary import WhoKind

NO_NAMES: Mapping[str, str] = {}


def who_words(who: Who, names: Mapping[str, str] = NO_NAMES) -> str:
    """ "Thụ lý – Tư pháp – Hộ tịch"; `names`: what units, sectors and agencies are called, by their slug.
    Where nobody is chosen, what the table says."""
    if who.is_nobody:
        return who.words or _("Chưa chọn ai")
    parts = []
    if who.role is not None and who.kind is not WhoKind.UNIT:
        parts.append(str(ROLES[who.role]))
    parts += [names.get(name, name) for name in (who.unit, who.agency) if name]
    told = " – ".join(parts)
    return _("%(who)s (chủ trì)") % {"who": told} if who.is_lead else told
