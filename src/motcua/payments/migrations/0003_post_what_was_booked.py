"""Post receipts, cancellations and tills of before the books, as `rules.booking` said on this day.

Written out here, so that it does the same whatever the rule says later; `booked` proves it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from django.db import migrations

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PIECE = 500
HELD = {"CARD_SLIP": "CARD_CLEARING", "TRANSFER_SLIP": "TRANSFER_CLEARING"}
OWED = {"FEE": "OWED_FEE", "CHARGE": "OWED_CHARGE"}

Key = tuple[str, str]
Moved = tuple[Key, Key, int]


def day_of(at: datetime) -> date:
    return at.astimezone(ZONE).date()


class Poster:
    def __init__(self, apps: Any) -> None:
        self.Account = apps.get_model("books", "Account")
        self.Transfer = apps.get_model("books", "Transfer")
        self.known: dict[tuple[int, str, str], int] = {}
        self.waiting: list[Any] = []

    def account(self, agency_id: int, code: str, ref: str) -> int:
        key = (agency_id, code, ref)
        if key not in self.known:
            made, _new = self.Account.objects.get_or_create(agency_id=agency_id, code=code, ref=ref)
            self.known[key] = made.pk
        return self.known[key]

    def post(
        self,
        agency_id: int,
        source: tuple[str, int, str],
        at: datetime,
        lines: list[Moved],
        dossier_id: int | None = None,
    ) -> None:
        for position, (debit, credit, amount) in enumerate(lines):
            self.waiting.append(
                self.Transfer(
                    agency_id=agency_id, source_kind=source[0], source_id=source[1],
                    purpose=source[2], position=position, day=day_of(at), posted_at=at,
                    dossier_id=dossier_id, debit_id=self.account(agency_id, *debit),
                    credit_id=self.account(agency_id, *credit), amount_vnd=amount,
                )
            )  # fmt: skip
        if len(self.waiting) >= PIECE:
            self.flush()

    def flush(self) -> None:
        self.Transfer.objects.bulk_create(self.waiting)
        self.waiting = []


def lines_of(receipt: Any, lines: Iterable[Any]) -> list[Moved]:
    due = receipt.dossier.competent_agency_id if receipt.dossier_id else receipt.agency_id
    held = (HELD[receipt.method], "") if receipt.method in HELD else ("CASH", str(receipt.till_id))
    sums: dict[str, int] = {}
    for line in lines:
        sums[line.kind] = sums.get(line.kind, 0) + line.amount_vnd
    return [
        (held, (OWED[kind], str(due)), sums[kind]) for kind in ("FEE", "CHARGE") if kind in sums
    ]


def closing_lines(till: Any) -> list[Moved]:
    cash, float_ = ("CASH", str(till.pk)), ("FLOAT", "")
    holder = str(till.holding_id)
    lines: list[Moved] = []
    if till.difference_vnd < 0:
        lines.append((("TILL_SHORT", holder), cash, -till.difference_vnd))
    if till.difference_vnd > 0:
        lines.append((cash, ("TILL_OVER", holder), till.difference_vnd))
    if till.opening_vnd:
        lines.append((float_, cash, till.opening_vnd))
    rest = till.counted_vnd - till.opening_vnd
    if rest > 0:
        lines.append((("SAFE", ""), cash, rest))
    if rest < 0:
        lines.append((cash, ("SAFE", ""), -rest))
    return lines


def post_receipts(apps: Any, poster: Poster) -> None:
    Receipt = apps.get_model("payments", "Receipt")
    ReceiptLine = apps.get_model("payments", "ReceiptLine")
    receipts = iter(Receipt.objects.select_related("dossier").order_by("pk").iterator(PIECE))
    while piece := list(islice(receipts, PIECE)):
        lines: dict[int, list[Any]] = {}
        for line in ReceiptLine.objects.filter(receipt__in=piece).order_by("position"):
            lines.setdefault(line.receipt_id, []).append(line)
        for one in piece:
            moved = lines_of(one, lines.get(one.pk, []))
            source = ("receipt", one.pk, "issued")
            poster.post(one.agency_id, source, one.collected_at, moved, one.dossier_id)
            if one.cancelled_at is not None:
                back = [(credit, debit, amount) for debit, credit, amount in moved]
                source = ("receipt", one.pk, "cancelled")
                poster.post(one.agency_id, source, one.cancelled_at, back, one.dossier_id)


def post_tills(apps: Any, poster: Poster) -> None:
    for till in apps.get_model("payments", "Till").objects.order_by("pk").iterator(PIECE):
        cash = ("CASH", str(till.pk))
        if till.opening_vnd:
            lines = [(cash, ("FLOAT", ""), till.opening_vnd)]
            poster.post(till.agency_id, ("till", till.pk, "opened"), till.opened_at, lines)
        if till.closed_at is not None:
            poster.post(
                till.agency_id, ("till", till.pk, "closed"), till.closed_at, closing_lines(till)
            )


def post_all(apps: Any, _schema_editor: Any) -> None:
    poster = Poster(apps)
    post_receipts(apps, poster)
    post_tills(apps, poster)
    poster.flush()


class Migration(migrations.Migration):
    dependencies = [
        ("payments", "0002_keep_what_was_booked"),
        ("books", "0002_keep_what_was_posted"),
    ]

    operations = [migrations.RunPython(post_all, migrations.RunPython.noop)]
