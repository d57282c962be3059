"""A closed till takes no later receipt and changes no more; receipts are only ever canceled, lines never.

An office that moves in brings closed tills with their receipts, so the time of the receipt decides; a
receipt slipped in with an earlier time is named by `payments.proof` (sums and facts).
"""

from django.db import migrations

from motcua.database.operations import AppendOnly, RefuseWhen

CLOSED_TILL = "EXISTS (SELECT 1 FROM payments_till till WHERE till.id = {row}.till_id AND till.closed_at IS NOT NULL)"
SAME_RECEIPT = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in (
        "id", "agency_id", "till_id", "year", "number", "book_symbol", "payer_name", "payer_number",
        "address", "collected_at", "collected_by_id", "method", "slip_number", "total_vnd",
    )
)  # fmt: skip
SAME_TILL = (
    "NEW.agency_id = OLD.agency_id AND NEW.holding_id = OLD.holding_id AND NEW.day = OLD.day"
)


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]

    operations = [
        RefuseWhen(
            "payments_till",
            "payments_till_closed",
            act="update",
            condition=f"OLD.closed_at IS NOT NULL OR NOT ({SAME_TILL})",
        ),
        RefuseWhen("payments_till", "payments_till_kept", act="delete", condition="1 = 1"),
        RefuseWhen(
            "payments_receipt",
            "payments_receipt_into_closed_till",
            act="insert",
            condition=f"{CLOSED_TILL.format(row='NEW')[:-1]} AND NEW.collected_at > till.closed_at)",
        ),
        RefuseWhen(
            "payments_receipt",
            "payments_receipt_booked",
            act="update",
            condition=f"{CLOSED_TILL.format(row='OLD')} OR OLD.state = 'CANCELLED' "
            f"OR NOT ({SAME_RECEIPT})",
        ),
        RefuseWhen("payments_receipt", "payments_receipt_kept", act="delete", condition="1 = 1"),
        AppendOnly("payments_receiptline"),
    ]
