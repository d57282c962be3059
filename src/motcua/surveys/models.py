"""Tables of the citizen's satisfaction. An answer stands apart from every invitation: nothing joins them.

Answers have random keys and no instant, invitations say only that they were used; so neither order nor
time leads from one to the other. Triggers (migration 0002): answers are only added, what was used stays
used, periods of questionnaires never overlap.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.database.periods import Period, ends_after_start
from motcua.surveys.vocabulary import AnswerWay, FollowUpState, Occasion, TallyGrain


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


class Questionnaire(Period):
    """What an agency (null: every agency) asks after an occasion in a period; `definition` is canonical
    JSON of `rules.forms`. Without one the shipped one holds."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    occasion = models.CharField(max_length=12)
    definition = models.TextField()
    set_at = models.DateTimeField()
    set_by = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["occasion", "valid_from"], name="questionnaire_occasion")]
        constraints = [
            ends_after_start("questionnaire_ends_after_start"),
            models.CheckConstraint(
                condition=Q(occasion__in=_codes(Occasion)), name="questionnaire_occasion_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occasion} {self.valid_from}"


class SurveyPlace(models.Model):
    """How far the facts of one chain have been invited for."""

    stream = models.CharField(max_length=40, primary_key=True)
    last_seq = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.stream} {self.last_seq}"


class Invitation(models.Model):
    """Somebody of a dossier may say how it was, once. `round`: which supplement, else 1.

    `is_used` says that an answer came, never which. `was_late`, `is_online`, `is_older` (of
    `older_from_years`; null: nobody knows): to compare those who answered with those who did not.
    """

    id = models.BigAutoField(primary_key=True)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    procedure_id = models.BigIntegerField()
    occasion = models.CharField(max_length=12)
    round = models.PositiveSmallIntegerField(default=1)
    day = models.DateField()
    was_late = models.BooleanField()
    is_online = models.BooleanField()
    is_older = models.BooleanField(null=True)
    is_used = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["agency", "day"], name="invitation_agency_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "occasion", "round"], name="invitation_one_per_occasion"
            ),
            models.CheckConstraint(
                condition=Q(occasion__in=_codes(Occasion)), name="invitation_occasion_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occasion} {self.day}"


class InvitationKey(models.Model):
    """One way to an invitation: the digest of a random key that was told to the citizen."""

    digest = models.CharField(max_length=64, primary_key=True)
    invitation = models.ForeignKey(Invitation, models.CASCADE, related_name="+")
    way = models.CharField(max_length=8)
    expires_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(way__in=_codes(AnswerWay)), name="invitation_key_way_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.expires_on}"


class SurveyDevice(models.Model):
    """A screen at the counter, enrolled by the administrator; of its secrets only digests are kept."""

    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    name = models.CharField(max_length=100)
    pairing_digest = models.CharField(max_length=64, blank=True)
    pairing_until = models.DateTimeField(null=True)
    secret_digest = models.CharField(max_length=64, blank=True)
    takes_uninvited = models.BooleanField(default=False)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["secret_digest"],
                condition=~Q(secret_digest=""),
                name="survey_device_secret_once",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="survey_device_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class DeviceTurn(models.Model):
    """Whose turn it is at a screen: the invitation shown, and until when. One row for each device; it
    is emptied as soon as somebody has answered, so that nobody learns who it was."""

    device = models.OneToOneField(SurveyDevice, models.CASCADE, primary_key=True, related_name="+")
    invitation = models.ForeignKey(Invitation, models.CASCADE, null=True, related_name="+")
    shown_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.device_id} {self.shown_at}"


class DeviceHabit(models.Model):
    """What is remembered of a screen to notice stuffing: the last answer only, and how often an answer
    was the same as the one before it. `run_pattern` is the digest of the last choices."""

    device = models.OneToOneField(SurveyDevice, models.CASCADE, primary_key=True, related_name="+")
    last_at = models.DateTimeField(null=True)
    run_pattern = models.CharField(max_length=64, blank=True)
    run_length = models.PositiveIntegerField(default=0)
    pairs = models.PositiveIntegerField(default=0)
    pairs_same = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.device_id} {self.run_length}"


class SurveyAnswer(models.Model):
    """What somebody said. `key` is random; `day` is the day of the invitation, there is no instant.

    `choices`, `reasons`, `signs` are canonical JSON; `procedure_id` 0: nobody was invited.
    """

    key = models.CharField(max_length=32, primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    procedure_id = models.BigIntegerField()
    occasion = models.CharField(max_length=12)
    day = models.DateField()
    way = models.CharField(max_length=8)
    device = models.ForeignKey(SurveyDevice, models.PROTECT, null=True, related_name="+")
    form_key = models.CharField(max_length=40)
    choices = models.TextField()
    reasons = models.TextField()
    points = models.PositiveIntegerField()
    is_satisfied = models.BooleanField()
    is_bad = models.BooleanField()
    is_invited = models.BooleanField()
    signs = models.TextField(default="[]")

    class Meta:
        indexes = [models.Index(fields=["agency", "day"], name="survey_answer_agency_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(occasion__in=_codes(Occasion)), name="survey_answer_occasion_known"
            ),
            models.CheckConstraint(
                condition=Q(way__in=_codes(AnswerWay)), name="survey_answer_way_known"
            ),
            models.CheckConstraint(condition=Q(points__lte=10_000), name="survey_answer_points"),
            models.CheckConstraint(
                condition=Q(way=AnswerWay.TABLET.value) | Q(device__isnull=True, is_invited=True),
                name="survey_answer_device_only_at_counter",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occasion} {self.day}"


class SurveySeal(models.Model):
    """Which sealing of the ledger bound an answer; see `sealing`."""

    answer = models.OneToOneField(SurveyAnswer, models.PROTECT, primary_key=True, related_name="+")
    lot = models.PositiveIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.lot}"


class SurveyTally(models.Model):
    """Counts of an agency, procedure (0: nobody was invited) and occasion, of a day and of its month."""

    id = models.BigAutoField(primary_key=True)
    agency_id = models.BigIntegerField()
    grain = models.CharField(max_length=5)
    day = models.DateField()
    procedure_id = models.BigIntegerField()
    occasion = models.CharField(max_length=12)
    invited = models.IntegerField(default=0)
    used = models.IntegerField(default=0)
    answered = models.IntegerField(default=0)
    satisfied = models.IntegerField(default=0)
    points = models.BigIntegerField(default=0)
    flagged = models.IntegerField(default=0)
    flagged_satisfied = models.IntegerField(default=0)
    flagged_points = models.BigIntegerField(default=0)
    late_invited = models.IntegerField(default=0)
    late_used = models.IntegerField(default=0)
    online_invited = models.IntegerField(default=0)
    online_used = models.IntegerField(default=0)
    aged_invited = models.IntegerField(default=0)
    aged_used = models.IntegerField(default=0)
    older_invited = models.IntegerField(default=0)
    older_used = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_id", "grain", "day", "procedure_id", "occasion"],
                name="survey_tally_one_cell",
            ),
            models.CheckConstraint(
                condition=Q(grain__in=_codes(TallyGrain)), name="survey_tally_grain_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.grain} {self.day}"


class FollowUp(models.Model):
    """A bad answer that somebody looks after. It keeps what the citizen wrote by own will, and neither
    the dossier nor the procedure. `owner` null: whoever leads the agency."""

    id = models.BigAutoField(primary_key=True)
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+")
    occasion = models.CharField(max_length=12)
    opened_on = models.DateField()
    due_on = models.DateField()
    reasons = models.TextField()
    comment = models.CharField(max_length=1000, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    owner = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, default=FollowUpState.OPEN.value)
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "state", "due_on"], name="follow_up_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=FollowUpState.OPEN.value, closed_at__isnull=True, outcome="")
                | Q(state=FollowUpState.CLOSED.value, closed_at__isnull=False) & ~Q(outcome=""),
                name="follow_up_closed_with_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opened_on} {self.state}"
