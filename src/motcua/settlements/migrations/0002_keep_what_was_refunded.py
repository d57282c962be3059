"""Never more goes back than was paid; what was asked, decided and paid stays as it was."""

from django.db import migrations

from motcua.database.operations import RefuseWhen

BACK = (
    "(SELECT COALESCE(SUM(other.{kind}_vnd), 0) FROM settlements_refund other "
    "WHERE other.receipt_id = NEW.receipt_id AND other.state <> 'DENIED') + NEW.{kind}_vnd"
)
PAID = (
    "(SELECT COALESCE(SUM(line.amount_vnd), 0) FROM payments_receiptline line "
    "WHERE line.receipt_id = NEW.receipt_id AND line.kind = '{code}')"
)
SAME = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in (
        "id", "agency_id", "receipt_id", "reason", "note", "payee", "fee_vnd", "charge_vnd",
        "requested_at", "requested_by_id",
    )
)  # fmt: skip
STEPS = (
    "(OLD.state = 'REQUESTED' AND NEW.state IN ('APPROVED', 'DENIED')) "
    "OR (OLD.state = 'APPROVED' AND NEW.state = 'PAID' AND NEW.decided_by_id = OLD.decided_by_id "
    "AND NEW.decided_at = OLD.decided_at AND NEW.decision_note = OLD.decision_note)"
)


class Migration(migrations.Migration):
    dependencies = [("settlements", "0001_initial")]

    operations = [
        RefuseWhen(
            "settlements_refund",
            "settlements_refund_beyond_paid",
            act="insert",
            condition=" OR ".join(
                f"{BACK.format(kind=kind)} > {PAID.format(code=kind.upper())}"
                for kind in ("fee", "charge")
            ),
        ),
        RefuseWhen(
            "settlements_refund",
            "settlements_refund_decided",
            act="update",
            condition=f"NOT ({SAME}) OR NOT ({STEPS})",
        ),
        RefuseWhen(
            "settlements_refund", "settlements_refund_kept", act="delete", condition="1 = 1"
        ),
    ]
