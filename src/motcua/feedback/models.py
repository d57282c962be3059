"""Tables of feedback. Triggers (migration 0002) keep what was said and every step as it was."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.database.periods import Period, ends_after_start
from motcua.feedback.vocabulary import Channel, Kind, Publication, Satisfaction, State


def _one_of(field: str, words: type[Kind | Channel | State | Publication | Satisfaction]) -> Q:
    return Q(**{f"{field}__in": [str(one) for one in words]})


class PetitionBook(models.Model):
    """The register of an agency for a year: its last number."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="petition_book_one_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year}"


class Petition(models.Model):
    """One entry of the register: what was said, by whom, where it stands, what was answered.

    `version` counts the facts. `counts_from`: from when the time to answer runs, the receipt unless
    it was taken up again. `salt` goes into every digest of a text that the ledger keeps.
    `secret_digest`: of what its sender follows it with. `search_key` is folded text without the
    sender's contacts. `stamped_on`: the day of the post stamp of a letter.
    """

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=50, unique=True)
    kind = models.CharField(max_length=12)
    channel = models.CharField(max_length=12)
    state = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    is_anonymous = models.BooleanField()
    title = models.CharField(max_length=200)
    content = models.TextField()
    sender_name = models.CharField(max_length=120, blank=True)
    sender_address = models.CharField(max_length=250, blank=True)
    sender_phone = models.CharField(max_length=20, blank=True)
    sender_email = models.CharField(max_length=120, blank=True)
    citizen = models.ForeignKey("citizens.Citizen", models.PROTECT, null=True, related_name="+")
    dossier_code = models.CharField(max_length=50, blank=True)
    procedure_code = models.CharField(max_length=50, blank=True)
    about_unit = models.ForeignKey("agencies.Unit", models.PROTECT, null=True, related_name="+")
    about_holding = models.ForeignKey(
        "accounts.Holding", models.PROTECT, null=True, related_name="+"
    )
    unit = models.ForeignKey("agencies.Unit", models.PROTECT, null=True, related_name="+")
    handler = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    offered_agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, related_name="+"
    )
    forwarded_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    outside_body = models.CharField(max_length=200, blank=True)
    stamped_on = models.DateField(null=True)
    received_at = models.DateTimeField()
    counts_from = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    proposal = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answer_due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    publication = models.CharField(max_length=12)
    published_at = models.DateTimeField(null=True)
    published_title = models.CharField(max_length=200, blank=True)
    published_text = models.TextField(blank=True)
    published_answer = models.TextField(blank=True)
    published_key = models.TextField(blank=True)
    satisfaction = models.CharField(max_length=14, blank=True)
    salt = models.CharField(max_length=32)
    secret_digest = models.CharField(max_length=64)
    search_key = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["agency", "state", "due_at"], name="petition_waiting"),
            models.Index(
                fields=["-published_at"],
                name="petition_published",
                condition=Q(publication="PUBLISHED"),
            ),
            models.Index(
                fields=["procedure_code"],
                name="petition_of_procedure",
                condition=Q(publication="PUBLISHED"),
            ),
            models.Index(
                fields=["offered_agency"],
                name="petition_offered",
                condition=Q(offered_agency__isnull=False),
            ),
            models.Index(
                fields=["citizen"], name="petition_citizen", condition=Q(citizen__isnull=False)
            ),
            models.Index(fields=["agency", "received_at"], name="petition_received"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="petition_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1), name="petition_from_one"),
            models.CheckConstraint(condition=_one_of("kind", Kind), name="petition_kind_known"),
            models.CheckConstraint(
                condition=_one_of("channel", Channel), name="petition_channel_known"
            ),
            models.CheckConstraint(condition=_one_of("state", State), name="petition_state_known"),
            models.CheckConstraint(
                condition=_one_of("publication", Publication), name="petition_publication_known"
            ),
            models.CheckConstraint(
                condition=Q(satisfaction="") | _one_of("satisfaction", Satisfaction),
                name="petition_satisfaction_known",
            ),
            models.CheckConstraint(
                condition=Q(is_anonymous=False)
                | Q(sender_name="", sender_address="", sender_phone="", sender_email=""),
                name="petition_anonymous_is_unnamed",
            ),
            models.CheckConstraint(
                condition=~Q(publication="PUBLISHED")
                | Q(published_at__isnull=False) & ~Q(published_text=""),
                name="petition_published_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FeedbackTerms(Period):
    """What holds for feedback at one agency and below (null = everywhere) for a period, as `rules.terms`
    reads it; without a row what was shipped holds."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    document = models.JSONField()
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=200)

    class Meta:
        constraints = [ends_after_start("feedback_terms_period")]

    def __str__(self) -> str:
        return f"{self.agency_id or 'VN'} {self.valid_from}"


class PetitionStep(models.Model):
    """One act in the life of one, append-only. `due_at` is the day of its duty where it has one;
    `answer_due_at`: until when an answer was owed after it."""

    id = models.BigAutoField(primary_key=True)
    petition = models.ForeignKey(Petition, models.PROTECT, related_name="+")
    seq = models.PositiveIntegerField()
    act = models.CharField(max_length=20)
    state = models.CharField(max_length=12)
    at = models.DateTimeField()
    by = models.CharField(max_length=200, blank=True)
    holding = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    text = models.TextField(blank=True)
    reason = models.CharField(max_length=30, blank=True)
    due_at = models.DateTimeField(null=True)
    answer_due_at = models.DateTimeField(null=True)
    is_late = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["petition", "seq"], name="petition_step_once")
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.seq} {self.act}"


class PetitionEnclosure(models.Model):
    """A file that came with a step, append-only; its content is kept by `documents`."""

    id = models.BigAutoField(primary_key=True)
    petition = models.ForeignKey(Petition, models.PROTECT, related_name="+")
    seq = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    size = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["petition", "seq", "digest"], name="petition_enclosure_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.petition_id} {self.name}"


class ClosedFigures(models.Model):
    """The figures of an agency over a period, as they were told when it was closed; append-only. `told` is
    canonical JSON (`rules.closing`), `digest` its SHA-256. Basis: biểu II.05; law.md 8.3."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    from_day = models.DateField()
    to_day = models.DateField()
    told = models.TextField()
    digest = models.CharField(max_length=64)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    closer_name = models.CharField(max_length=200)
    closer_title = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "-to_day", "-id"], name="closed_figures_lately")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "from_day", "to_day"], name="closed_figures_once"
            ),
            models.CheckConstraint(
                condition=Q(to_day__gte=F("from_day")), name="closed_figures_forward"
            ),
            models.CheckConstraint(
                condition=~Q(told="") & ~Q(digest=""), name="closed_figures_whole"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.from_day} – {self.to_day}"
