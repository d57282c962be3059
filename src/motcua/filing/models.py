"""Tables of drafts and messages. A draft is no legal fact: nothing of it is in the ledger until it is sent."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from motcua.filing.vocabulary import DraftKind, FileSource, ForWhom, PreparedState

DIGEST_LENGTH = 64


def _codes(enum: type) -> list[str]:
    return [str(member) for member in enum]  # type: ignore[attr-defined]


class Draft(models.Model):
    """What a citizen writes before it is sent: a new dossier, or the reply to a request to complete.

    `beneficiary`, `choices` and `answers` are canonical JSON; `answers` is what the newest pages say.
    `group_version`: it asks for a whole group, of which `procedure_version` is the first procedure.
    Once sent nothing of what was typed stands here any more: it is the dossier's.
    """

    token = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=8)
    citizen = models.ForeignKey(
        "citizens.Citizen", models.PROTECT, related_name="+", db_index=False
    )
    organization = models.ForeignKey(
        "citizens.Organization", models.PROTECT, null=True, related_name="+"
    )
    procedure_version = models.ForeignKey(
        "procedures.ProcedureVersion", models.PROTECT, related_name="+"
    )
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, null=True, related_name="+")
    eform_version = models.ForeignKey(
        "eforms.EFormVersion", models.PROTECT, null=True, related_name="+"
    )
    group_version = models.ForeignKey(
        "interlinked.InterlinkedVersion", models.PROTECT, null=True, related_name="+"
    )
    for_whom = models.CharField(max_length=16)
    beneficiary = models.TextField(default="{}")
    choices = models.TextField(default="{}")
    answers = models.TextField(default="{}")
    step = models.CharField(max_length=120, blank=True, default="")
    started_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    warned_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    request_seq = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=_codes(DraftKind), for_whom__in=_codes(ForWhom)),
                name="draft_codes_known",
            ),
            models.CheckConstraint(
                condition=Q(kind=str(DraftKind.NEW), request_seq__isnull=True)
                | Q(kind=str(DraftKind.REPLY), dossier__isnull=False, request_seq__isnull=False),
                name="draft_reply_has_request",
            ),
            models.CheckConstraint(
                condition=Q(group_version__isnull=True) | Q(kind=str(DraftKind.NEW)),
                name="draft_of_group_is_new",
            ),
            models.CheckConstraint(
                condition=Q(kind=str(DraftKind.REPLY))
                | Q(sent_at__isnull=True, dossier__isnull=True)
                | Q(sent_at__isnull=False, dossier__isnull=False),
                name="draft_sent_has_dossier",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("started_at")), name="draft_ends_later"
            ),
            models.UniqueConstraint(
                fields=["citizen", "dossier", "request_seq"],
                condition=Q(kind=str(DraftKind.REPLY), sent_at__isnull=True),
                name="draft_one_reply",
            ),
        ]
        indexes = [
            models.Index(
                fields=["citizen", "-updated_at"],
                name="draft_of_citizen",
                condition=Q(sent_at__isnull=True),
            ),
            models.Index(
                fields=["expires_at"], name="draft_expiry", condition=Q(sent_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"


class DraftPage(models.Model):
    """A page of the form as one device saved it; a few of the latest are kept, so that what two
    devices wrote can be told apart. `answers` is canonical JSON."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="+", db_index=False)
    page_key = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    answers = models.TextField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "page_key", "version"], name="draft_page_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.page_key} v{self.version}"


class DraftPaper(models.Model):
    """What was made and seen of a paper's files. `asked_for` names the files it was made of: when
    they are others by now, it is made again. `seen` is canonical JSON."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="+", db_index=False)
    paper_key = models.CharField(max_length=24)
    state = models.CharField(max_length=10)
    asked_for = models.CharField(max_length=DIGEST_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH, blank=True, default="")
    size = models.BigIntegerField(default=0)
    media_type = models.CharField(max_length=100, blank=True, default="")
    seen = models.TextField(default="{}")
    asked_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "paper_key"], name="draft_paper_once"),
            models.CheckConstraint(
                condition=Q(state__in=_codes(PreparedState)), name="draft_paper_state"
            ),
            models.CheckConstraint(
                condition=~Q(state=str(PreparedState.READY)) | ~Q(digest=""),
                name="draft_paper_ready_has_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.draft_id} {self.paper_key} {self.state}"


class DraftFile(models.Model):
    """A file of a paper, in its place among them; the bytes are those of `digest` in `documents`.

    They stay when the draft has been sent: what an officer doubts can be compared with what came.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="+", db_index=False)
    paper_key = models.CharField(max_length=24)
    position = models.PositiveSmallIntegerField()
    digest = models.CharField(max_length=DIGEST_LENGTH)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    source = models.CharField(max_length=4)
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "paper_key", "position"], name="draft_file_place"
            ),
            models.UniqueConstraint(fields=["draft", "digest"], name="draft_file_once"),
            models.CheckConstraint(
                condition=Q(source__in=_codes(FileSource)), name="draft_file_source"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Message(models.Model):
    """What a citizen and the office write to each other about a dossier. Never changed but for
    `seen_at`, which the other side sets."""

    dossier = models.ForeignKey(
        "dossiers.Dossier", models.PROTECT, related_name="+", db_index=False
    )
    seq = models.PositiveIntegerField()
    agency = models.ForeignKey("agencies.Agency", models.PROTECT, related_name="+", db_index=False)
    from_office = models.BooleanField()
    citizen = models.ForeignKey("citizens.Citizen", models.PROTECT, null=True, related_name="+")
    holding = models.ForeignKey("accounts.Holding", models.PROTECT, null=True, related_name="+")
    author = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    written_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="message_one_per_place"),
            models.CheckConstraint(condition=~Q(text=""), name="message_says_something"),
            models.CheckConstraint(
                condition=Q(from_office=True, holding__isnull=False, citizen__isnull=True)
                | Q(from_office=False, holding__isnull=True, citizen__isnull=False),
                name="message_has_one_author",
            ),
        ]
        indexes = [
            models.Index(
                fields=["agency", "id"],
                name="message_unread_by_office",
                condition=Q(from_office=False, seen_at__isnull=True),
            ),
            models.Index(
                fields=["dossier"],
                name="message_unread_by_citizen",
                condition=Q(from_office=True, seen_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}/{self.seq}"
