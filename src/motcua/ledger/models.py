"""Tables of the ledger. `Fact` is append-only by trigger; `Stream` is the head of one chain."""

from __future__ import annotations

from django.db import models


class Stream(models.Model):
    """One chain of facts: that of an agency (`agency-12`), or of the catalogue (`office`).

    One row is locked for each append, so the facts of one agency stand in one certain order,
    while agencies do not wait for each other.
    """

    name = models.CharField(max_length=40, primary_key=True)
    last_seq = models.BigIntegerField(default=0)
    last_digest = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return self.name


class Fact(models.Model):
    """What happened, to whom it belongs, who did it, and the digest that binds it to the last.

    `payload` and `actor` hold canonical JSON text, so that the same bytes are hashed again on
    any database. `request_key` makes an act happen once however often it is asked for.
    """

    id = models.BigAutoField(primary_key=True)
    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="+")
    stream_seq = models.BigIntegerField()
    subject_kind = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    subject_seq = models.IntegerField()
    code = models.CharField(max_length=80)
    code_version = models.SmallIntegerField()
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    actor = models.TextField()
    payload = models.TextField()
    request_id = models.CharField(max_length=64, blank=True)
    request_key = models.CharField(max_length=80, null=True, unique=True)  # noqa: DJ001  # null = not asked with a key
    request_digest = models.CharField(max_length=64, blank=True)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "stream_seq"], name="fact_place_in_stream"),
            models.UniqueConstraint(
                fields=["subject_kind", "subject_id", "subject_seq"], name="fact_place_in_subject"
            ),
            models.CheckConstraint(condition=models.Q(stream_seq__gte=1), name="fact_seq_from_1"),
        ]

    def __str__(self) -> str:
        return f"{self.stream_id}#{self.stream_seq} {self.code}"
