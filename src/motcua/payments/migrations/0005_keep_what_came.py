"""What was booked without cash stays as it was: messages and lines of orders for good, amounts of orders
and payments, what the bank wrote. Receipts without a till are kept like the others; SQLite has rebuilt
their table in 0004 and lost its triggers.
"""

from django.db import migrations

from motcua.database.operations import AppendOnly, NoOverlap, RefuseWhen, RefuseWhenAgain

CLOSED_TILL = "EXISTS (SELECT 1 FROM payments_till till WHERE till.id = {row}.till_id AND till.closed_at IS NOT NULL)"


def same(*columns: str) -> str:
    return " AND ".join(f"NEW.{column} = OLD.{column}" for column in columns)


def same_or_null(*columns: str) -> str:
    return " AND ".join(
        f"COALESCE(NEW.{column}, 0) = COALESCE(OLD.{column}, 0)" for column in columns
    )


def kept_if_set(*columns: str) -> str:
    return " AND ".join(
        f"(OLD.{column} IS NULL OR COALESCE(NEW.{column}, 0) = OLD.{column})" for column in columns
    )


SAME_RECEIPT = " AND ".join(
    (
        same(
            "id", "agency_id", "year", "number", "book_symbol", "payer_name", "payer_number",
            "address", "collected_at", "method", "slip_number", "total_vnd",
        ),
        same_or_null("till_id", "collected_by_id"),
    )
)  # fmt: skip
SAME_ORDER = same(
    "id", "agency_id", "dossier_id", "account_id", "number", "amount_vnd", "gateway", "merchant",
    "opened_at", "expires_at",
)  # fmt: skip
SAME_PAYMENT = " AND ".join(
    (
        same(
            "id", "agency_id", "dossier_id", "amount_vnd", "booked_vnd", "rest_vnd", "method",
            "reference", "cause", "came_at", "booked_at",
        ),
        same_or_null("order_id", "receipt_id"),
        kept_if_set("message_id", "line_id", "told_by_id"),
    )
)  # fmt: skip
SAME_LINE = same(
    "id", "agency_id", "account_id", "statement_id", "key", "day", "amount_vnd", "text",
    "bank_reference", "payer_name",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("payments", "0004_pay_without_cash")]

    operations = [
        RefuseWhenAgain(
            "payments_receipt",
            "payments_receipt_into_closed_till",
            act="insert",
            condition=f"{CLOSED_TILL.format(row='NEW')[:-1]} AND NEW.collected_at > till.closed_at)",
        ),
        RefuseWhenAgain(
            "payments_receipt",
            "payments_receipt_booked",
            act="update",
            condition=f"{CLOSED_TILL.format(row='OLD')} OR OLD.state = 'CANCELLED' "
            f"OR NOT ({SAME_RECEIPT})",
        ),
        RefuseWhenAgain(
            "payments_receipt", "payments_receipt_kept", act="delete", condition="1 = 1"
        ),
        NoOverlap("payments_collectingaccount", ["agency_id"]),
        AppendOnly("payments_paymentmessage"),
        AppendOnly("payments_paymentorderline"),
        AppendOnly("payments_bankstatement"),
        RefuseWhen(
            "payments_paymentorder",
            "payments_order_fixed",
            act="update",
            condition=f"NOT ({SAME_ORDER}) OR NEW.state = 'OPEN' "
            "OR OLD.state IN ('PAID', 'PAID_LATE', 'PAID_WRONG_AMOUNT')",
        ),
        RefuseWhen("payments_paymentorder", "payments_order_kept", act="delete", condition="1 = 1"),
        RefuseWhen(
            "payments_payment",
            "payments_payment_fixed",
            act="update",
            condition=f"NOT ({SAME_PAYMENT})",
        ),
        RefuseWhen("payments_payment", "payments_payment_kept", act="delete", condition="1 = 1"),
        RefuseWhen(
            "payments_statementline",
            "payments_line_fixed",
            act="update",
            condition=f"NOT ({SAME_LINE}) OR OLD.state <> 'WAITING'",
        ),
        RefuseWhen("payments_statementline", "payments_line_kept", act="delete", condition="1 = 1"),
    ]
