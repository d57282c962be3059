"""`motcua vietqr`: builds the payload of a transfer QR.

`{"id", "bin", "account", "service", "amount", "bill_number", "purpose"}` -> `{"id", "payload"}`. `service`,
`amount`, `bill_number` and `purpose` may be left out or null; `amount` is a whole number or a string of its
digits; `bin` and `account` are strings.
"""

from __future__ import annotations

import re
from typing import Any, Final

from motcua.jobs.batch.fields import optional_text, text
from motcua.kernel.vietqr import TO_ACCOUNT, VietQrAmount, build_vietqr

Line = dict[str, Any]
_WHOLE: Final = re.compile(r"[1-9]\d{0,17}", re.ASCII)


def _amount(value: Any) -> int | None:
    if value is None:
        return None
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise VietQrAmount(field="amount", amount=str(value))


def answer(line: Line) -> Line:
    """The payload for one line. Refuses what `build_vietqr` refuses and fields of a wrong type."""
    payload = build_vietqr(
        bank_bin=text(line, "bin"),
        account=text(line, "account"),
        service=optional_text(line, "service") or TO_ACCOUNT,
        amount=_amount(line.get("amount")),
        bill_number=optional_text(line, "bill_number"),
        purpose=optional_text(line, "purpose"),
    )
    return {"id": line.get("id"), "payload": payload}
