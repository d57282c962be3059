"""One sentence for any refusal that feedback may meet."""

from __future__ import annotations

from django.utils.translation import gettext as _

from motcua.feedback.wording import REFUSALS
from motcua.kernel.refusal import Refusal


def sentence(refusal: Refusal) -> str:
    """What is wrong and what to do, in the language of the reader."""
    words = REFUSALS.get(refusal.code)
    return str(words) % refusal.params if words else _("Không thực hiện được. Tải lại trang.")
