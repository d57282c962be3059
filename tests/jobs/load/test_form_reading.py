"""A form is sent as a browser would send it."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest

from motcua.jobs.load.form_reading import form_of

PAGE = """
<form id="other"><input name="not-mine" value="1"></form>
<form id="act-form" method="post">
  <input type="hidden" name="csrfmiddlewaretoken" value="abc">
  <input name="reason" value="Đ&amp;Đ"><textarea name="text">
hai dòng</textarea>
  <input type="checkbox" name="ticked" value="1" checked><input type="checkbox" name="empty" value="1">
  <input type="radio" name="who" value="OWNER"><input type="radio" name="who" value="OTHER" checked>
  <input type="radio" name="how" value="DESK"><input type="radio" name="how" value="POST">
  <select name="unit"><option value="">–</option><option value="7">Bảy</option></select>
  <select name="chosen"><option value="1">Một</option><option value="2" selected>Hai</option></select>
  <input type="file" name="file"><button name="do" value="look">Xem</button>
</form>
<form id="after"><input name="not-mine-either" value="1"></form>
"""


def test_fields_are_sent_with_what_was_typed_over_them() -> None:
    sent = parse_qsl(form_of(PAGE, "act-form", {"do": "apply", "reason": "Vì"}).decode())
    assert dict(sent) == {
        "csrfmiddlewaretoken": "abc",
        "reason": "Vì",
        "text": "hai dòng",
        "ticked": "1",
        "who": "OTHER",
        "how": "DESK",
        "unit": "7",
        "chosen": "2",
        "do": "apply",
    }


def test_a_page_without_the_form_is_a_fault() -> None:
    with pytest.raises(LookupError):
        form_of(PAGE, "no-such-form", {})
