"""What was sent stays as it was, and no transfer is settled twice; SQLite has rebuilt the refunds' table
in 0003 and lost its triggers."""

from django.db import migrations

from motcua.database.operations import AppendOnly, NoOverlap, RefuseWhen, RefuseWhenAgain

BACK = (
    "(SELECT COALESCE(SUM(other.{kind}_vnd), 0) FROM settlements_refund other "
    "WHERE other.{of}_id = NEW.{of}_id AND other.state <> 'DENIED') + NEW.{kind}_vnd"
)
PAID = (
    "(SELECT COALESCE(SUM(line.amount_vnd), 0) FROM payments_receiptline line "
    "WHERE line.receipt_id = NEW.receipt_id AND line.kind = '{code}')"
)
REST = (
    "(SELECT COALESCE(SUM(came.rest_vnd), 0) FROM payments_payment came "
    "WHERE came.id = NEW.payment_id)"
)
BEYOND = " OR ".join(
    (
        *(
            f"{BACK.format(kind=kind, of='receipt')} > {PAID.format(code=kind.upper())}"
            for kind in ("fee", "charge")
        ),
        f"{BACK.format(kind='rest', of='payment')} > {REST}",
    )
)


def same(*columns: str) -> str:
    return " AND ".join(f"NEW.{column} = OLD.{column}" for column in columns)


SAME_REFUND = (
    same(
        "id", "agency_id", "reason", "note", "payee", "fee_vnd", "charge_vnd", "rest_vnd",
        "requested_at", "requested_by_id",
    )
    + " AND COALESCE(NEW.receipt_id, 0) = COALESCE(OLD.receipt_id, 0)"
    + " AND COALESCE(NEW.payment_id, 0) = COALESCE(OLD.payment_id, 0)"
)  # fmt: skip
STEPS_OF_A_REFUND = (
    "(OLD.state = 'REQUESTED' AND NEW.state IN ('APPROVED', 'DENIED')) "
    "OR (OLD.state = 'APPROVED' AND NEW.state = 'PAID' AND NEW.decided_by_id = OLD.decided_by_id "
    "AND NEW.decided_at = OLD.decided_at AND NEW.decision_note = OLD.decision_note)"
)
SAME_SETTLEMENT = same(
    "id", "agency_id", "due_agency_id", "first_day", "last_day", "kept_fee_bp", "kept_charge_bp",
    "drafted_at", "drafted_by_id",
)  # fmt: skip
STEPS = (
    "(OLD.state = 'DRAFT' AND NEW.state = 'SENT') "
    "OR (NEW.next_transfer = OLD.next_transfer AND ("
    "(OLD.state = 'SENT' AND NEW.state IN ('ACCEPTED', 'DISPUTED')) "
    "OR (OLD.state = 'DISPUTED' AND NEW.state = 'SENT') "
    "OR (OLD.state = 'ACCEPTED' AND NEW.state = 'PAID')))"
)
NOT_OF_THE_BOOKS = (
    "NOT EXISTS (SELECT 1 FROM books_transfer moved, settlements_settlement one "
    "WHERE moved.id = NEW.transfer_id AND one.id = NEW.settlement_id "
    "AND moved.agency_id = one.agency_id AND moved.amount_vnd = NEW.amount_vnd)"
)


class Migration(migrations.Migration):
    dependencies = [
        ("settlements", "0003_settle_with_the_agencies"),
        ("payments", "0005_keep_what_came"),
        ("books", "0003_keep_a_share"),
    ]

    operations = [
        RefuseWhenAgain(
            "settlements_refund", "settlements_refund_beyond_paid", act="insert", condition=BEYOND
        ),
        RefuseWhenAgain(
            "settlements_refund",
            "settlements_refund_decided",
            act="update",
            condition=f"NOT ({SAME_REFUND}) OR NOT ({STEPS_OF_A_REFUND})",
        ),
        RefuseWhenAgain(
            "settlements_refund", "settlements_refund_kept", act="delete", condition="1 = 1"
        ),
        RefuseWhen(
            "settlements_settlement",
            "settlements_settlement_sent",
            act="update",
            condition=f"NOT ({SAME_SETTLEMENT}) OR NOT ({STEPS})",
        ),
        RefuseWhen(
            "settlements_settlement", "settlements_settlement_kept", act="delete", condition="1 = 1"
        ),
        AppendOnly("settlements_settlementpart"),
        AppendOnly("settlements_settlementitem"),
        RefuseWhen(
            "settlements_settlementitem",
            "settlements_settlementitem_of_books",
            act="insert",
            condition=NOT_OF_THE_BOOKS,
        ),
        NoOverlap("settlements_settlementterms", ["agency_id"]),
    ]
