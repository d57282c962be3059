"""An entry is only ever signed or struck through, never changed or deleted; a closed book stands still."""

from django.db import migrations

from motcua.database.operations import RefuseWhen

CLOSED_BOOK = (
    "EXISTS (SELECT 1 FROM certifications_certificationbook book WHERE book.agency_id = {row}.agency_id "
    "AND book.year = {row}.year AND book.kind = {row}.kind AND book.closed_at IS NOT NULL{more})"
)
SAME_ENTRY = " AND ".join(
    f"NEW.{column} = OLD.{column}"
    for column in (
        "id", "agency_id", "kind", "year", "number", "dossier_id", "position", "document_name",
        "pages", "copies", "sheets", "requester_name", "requester_number", "fee_vnd", "entered_at",
        "entered_on", "note",
    )
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("certifications", "0001_initial")]

    operations = [
        RefuseWhen(
            "certifications_certification",
            "certifications_entry_changed",
            act="update",
            condition=f"OLD.state = 'CANCELLED' OR NOT ({SAME_ENTRY})",
        ),
        RefuseWhen(
            "certifications_certification",
            "certifications_entry_kept",
            act="delete",
            condition="1 = 1",
        ),
        RefuseWhen(
            "certifications_certification",
            "certifications_entry_into_closed_book",
            act="insert",
            condition=CLOSED_BOOK.format(row="NEW", more=" AND NEW.entered_at > book.closed_at"),
        ),
        RefuseWhen(
            "certifications_certificationbook",
            "certifications_book_closed",
            act="update",
            condition="OLD.closed_at IS NOT NULL",
        ),
        RefuseWhen(
            "certifications_certificationbook",
            "certifications_book_kept",
            act="delete",
            condition="1 = 1",
        ),
    ]
