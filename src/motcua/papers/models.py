"""What an office changed on a form, by period. A form nobody changed has no row: its sheet holds."""

from __future__ import annotations

from django.db import models

from motcua.database.periods import Period, ends_after_start


class FormWording(Period):
    """The changed words of one form at one agency and below (null = everywhere) for a period.

    `words` maps keys of the form's sheet to values (`rules.words`), only what differs: an empty
    mapping says "as the sheet has it" again. `form_key` is "tt03-2025/02".
    """

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    form_key = models.CharField(max_length=60)
    words = models.JSONField()
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["form_key", "valid_from"], name="form_wording_by_form")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(form_key__gt=""), name="form_wording_names_form"
            ),
            ends_after_start("form_wording_period"),
        ]

    def __str__(self) -> str:
        return f"{self.form_key} {self.agency_id or 'VN'} {self.valid_from}"
