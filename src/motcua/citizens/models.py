"""Tables of citizens: who they are, the organizations they act for, codes, invitations, consents."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from motcua.citizens.vocabulary import (
    CodePurpose,
    ConsentPurpose,
    ContactKind,
    IdentityLevel,
    MemberRole,
)
from motcua.database.periods import ends_after_start

NOTHING_LEFT = Q(full_name="", identity="", personal_id="", phone="", email="", birth_date=None)


class Citizen(models.Model):
    """Somebody with an account of his own. A phone or mailbox stands here only once he has proved to
    hold it. `level` 2: name, birth date and personal number come from the national identity.

    `identity`: whom the provider of the national identity says he is; "" when he has not come that way.
    `erase_at`: he has asked to close the account, and until then may change his mind.
    """

    user = models.OneToOneField("accounts.User", on_delete=models.PROTECT, related_name="+")
    full_name = models.CharField(max_length=120, blank=True)
    birth_date = models.DateField(null=True)
    personal_id = models.CharField(max_length=12, blank=True)
    identity = models.CharField(max_length=120, blank=True, default="")
    phone = models.CharField(max_length=20, blank=True)
    phone_confirmed_at = models.DateTimeField(null=True)
    email = models.CharField(max_length=254, blank=True)
    email_confirmed_at = models.DateTimeField(null=True)
    level = models.PositiveSmallIntegerField(default=int(IdentityLevel.CONTACT))
    level_proven_at = models.DateTimeField(null=True)
    language = models.CharField(max_length=2, default="vi")
    opened_at = models.DateTimeField()
    erase_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["phone"], condition=~Q(phone=""), name="citizen_phone_of_one"
            ),
            models.UniqueConstraint(
                fields=["email"], condition=~Q(email=""), name="citizen_email_of_one"
            ),
            models.UniqueConstraint(
                fields=["identity"], condition=~Q(identity=""), name="citizen_subject_of_one"
            ),
            models.UniqueConstraint(
                fields=["personal_id"], condition=Q(level=2), name="citizen_identity_of_one"
            ),
            models.CheckConstraint(
                condition=Q(level=1) | (Q(level=2) & ~Q(personal_id="") & ~Q(full_name="")),
                name="citizen_level_has_identity",
            ),
            models.CheckConstraint(
                condition=(Q(phone="") | Q(phone_confirmed_at__isnull=False))
                & (Q(email="") | Q(email_confirmed_at__isnull=False)),
                name="citizen_contacts_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | NOTHING_LEFT, name="citizen_erased_whole"
            ),
        ]
        indexes = [
            models.Index(
                fields=["erase_at"], name="citizen_to_erase", condition=Q(erase_at__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"citizen {self.pk}"


class OneTimeCode(models.Model):
    """A code on its way to somebody. Neither the code nor the contact stands here: keyed digests do.

    A new code for the same contact and purpose takes the place of the one before.
    """

    contact_digest = models.CharField(max_length=64)
    purpose = models.CharField(max_length=10)
    code_digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(purpose__in=[str(one) for one in CodePurpose]),
                name="one_time_code_purpose",
            )
        ]
        indexes = [
            models.Index(fields=["contact_digest", "-made_at"], name="one_time_code_newest"),
            models.Index(fields=["expires_at"], name="one_time_code_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.made_at:%Y-%m-%d %H:%M}"


class Organization(models.Model):
    """An enterprise, cooperative or household business whose members act for it.

    `confirmed_at`: whose it is was proved, to the office or by the national identity; until then anybody
    may have said the tax code. `closed_at`: taken away from those who should not have it.
    """

    tax_code = models.CharField(max_length=14)
    name = models.CharField(max_length=250)
    address = models.CharField(max_length=250, blank=True)
    opened_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tax_code"],
                condition=Q(confirmed_at__isnull=False, closed_at__isnull=True),
                name="organization_confirmed_once",
            )
        ]
        indexes = [
            models.Index(fields=["tax_code"], name="organization_by_code"),
            models.Index(
                fields=["id"],
                name="organization_to_check",
                condition=Q(confirmed_at__isnull=True, closed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.tax_code


class Membership(models.Model):
    """A citizen acts for an organization from one instant up to, not including, another."""

    citizen = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            ends_after_start("membership_period"),
            models.CheckConstraint(
                condition=Q(role__in=[str(one) for one in MemberRole]), name="membership_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citizen_id} for {self.organization_id}"


class Invitation(models.Model):
    """A manager asks somebody, by a contact, to act for the organization. The link opens once.

    `contact` is forgotten when the invitation has ended.
    """

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=10)
    contact_kind = models.CharField(max_length=5)
    contact = models.CharField(max_length=254, blank=True)
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[str(one) for one in MemberRole])
                & Q(contact_kind__in=[str(one) for one in ContactKind]),
                name="invitation_codes_known",
            )
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Consent(models.Model):
    """What a citizen agreed to, from when on; taken back, it stays on record that he once did."""

    citizen = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=20)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["citizen", "purpose"],
                condition=Q(withdrawn_at=None),
                name="consent_given_once",
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=[str(one) for one in ConsentPurpose]),
                name="consent_purpose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.citizen_id} {self.purpose}"
