"""Forms and their words as the pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.agencies.queries import agency_on
from motcua.kernel.sorting import sort_key
from motcua.papers.form_sets import form_sets
from motcua.papers.queries import FormRow, WordingRow
from motcua.papers.rules.words import MARGINS, OPTIONAL, SIZE, Changes, WordSheet, default_of
from motcua.workspace.from_a_day import period_shown

GROUPS = {
    "title": gettext_lazy("Tên giấy"),
    "head": gettext_lazy("Đầu trang"),
    "lines": gettext_lazy("Tên các dòng"),
    "columns": gettext_lazy("Tên các cột"),
    "sentences": gettext_lazy("Các câu"),
    "kinds": gettext_lazy("Tên các loại"),
    "copies": gettext_lazy("Tên các liên"),
    "signatures": gettext_lazy("Chữ ký"),
    "optional": gettext_lazy("Được in hay không"),
    "page": gettext_lazy("Khổ giấy và lề"),
}
PAGE_WORDS = {
    SIZE: gettext_lazy("Khổ giấy"),
    "page.top": gettext_lazy("Lề trên"),
    "page.bottom": gettext_lazy("Lề dưới"),
    "page.left": gettext_lazy("Lề trái"),
    "page.right": gettext_lazy("Lề phải"),
}
EMPTY_SENTENCES = {
    "sentences.note": gettext_lazy("Ghi chú riêng của cơ quan, in cuối giấy"),
    "sentences.cover": gettext_lazy("Câu in cuối bìa sổ"),
}
"""Words whose default is nothing: what they are for."""


def label_of(sheet: WordSheet, key: str) -> str:
    """What a word is called: for a text, what the form says by default."""
    if key in EMPTY_SENTENCES:
        return str(EMPTY_SENTENCES[key])
    if key in sheet.texts:
        return sheet.texts[key].replace("|", " ")
    if key in PAGE_WORDS:
        return str(PAGE_WORDS[key])
    return sheet.optional.get(key.removeprefix(OPTIONAL), key)


def value_words(key: str, value: Any) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return _("Có in") if value else _("Không in")
    if key in MARGINS and value is not None:
        return _("%(count)s mm") % {"count": value}
    return str(value) if value not in ("", None) else _("(bỏ trống)")


def agency_names(agency_ids: Iterable[int | None], day: date) -> dict[int | None, str]:
    rows = [agency_on(agency_id, day) for agency_id in agency_ids if agency_id is not None]
    return {row.id: row.name for row in rows if row is not None}


def form_url(name: str, key: str) -> str:
    return f"{reverse(f'workspace:{name}')}?{urlencode({'form': key})}"


def form_groups(
    rows: tuple[FormRow, ...], names: dict[int | None, str], today: date
) -> list[dict[str, Any]]:
    """The forms under their sets: the set in force, earlier ones, the companions."""
    in_force = {one.code: one.is_in_force(today) for one in form_sets()}
    codes = list(dict.fromkeys(row.set_code for row in rows))
    groups = []
    for code in codes:
        own = [row for row in rows if row.set_code == code]
        shown = [_form_row(row, names) for row in own]
        groups.append(
            {
                "source": own[0].source,
                "is_circular": code in in_force,
                "is_in_force": in_force.get(code, True),
                "rows": shown if code in in_force else sorted(shown, key=_by_title),
            }
        )
    return groups


def _by_title(row: dict[str, Any]) -> Any:
    return sort_key(row["title"])


def _form_row(row: FormRow, names: dict[int | None, str]) -> dict[str, Any]:
    return {
        "number": row.form_no if row.form_no.isdigit() else "",
        "title": row.title,
        "is_changed": row.is_changed,
        "owner": names.get(row.set_by_agency_id, ""),
        "valid_from": row.valid_from,
        "url": form_url("paper-form", row.key),
        "print_url": form_url("paper-form-specimen", row.key),
    }


def word_rows(sheet: WordSheet, changes: Changes) -> list[dict[str, str]]:
    """The changed words, in the order of the sheet: what it was, what it is."""
    return [
        {
            "label": label_of(sheet, key),
            "value": value_words(key, changes[key]),
            "before": value_words(key, default_of(sheet, key)) if key in PAGE_WORDS else "",
        }
        for key in sheet.keys
        if key in changes
    ]


def history_rows(
    sheet: WordSheet, rows: tuple[WordingRow, ...], names: dict[int | None, str], today: date
) -> list[dict[str, Any]]:
    """The periods, in the order given, each with its changed words."""
    return [period_shown(row, names, today, word_rows(sheet, row.words)) for row in rows]
