"""Tables of accounts: users, officers, positions held, roles, stand-ins, sessions, tokens."""

from __future__ import annotations

from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from motcua.accounts.vocabulary import AccountKind, DisabledReason, EmploymentKind
from motcua.database.periods import Period, ends_after_start


class User(AbstractBaseUser):
    """Someone who can sign in: one person, one account (personal accounts only, law.md 11.2).

    What a person may do hangs on the positions held (`Holding`), never on the account.
    """

    username = models.CharField(max_length=60, unique=True)
    display_name = models.CharField(max_length=120)
    kind = models.CharField(
        max_length=10,
        choices=[(item.value, item.value) for item in AccountKind],
        default=AccountKind.OPERATION.value,
    )
    is_active = models.BooleanField(default=True)
    disabled_at = models.DateTimeField(null=True)
    disabled_reason = models.CharField(
        max_length=20, choices=[(item.value, item.value) for item in DisabledReason], blank=True
    )
    must_change_password = models.BooleanField(default=True)
    password_changed_at = models.DateTimeField(null=True)
    last_totp_counter = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    def __str__(self) -> str:
        return self.username


class PasswordHistory(models.Model):
    """A password once used, hashed, so that it is not used again."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    password = models.CharField(max_length=128)
    set_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "-set_at"], name="password_history_recent")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.set_at:%Y-%m-%d}"


class UserSession(models.Model):
    """A signed-in browser. The token is kept in the session; deleting the row ends it at once."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=43, unique=True)
    opened_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    address = models.CharField(max_length=45, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "opened_at"], name="user_session_oldest")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.opened_at:%Y-%m-%d %H:%M}"


class Officer(Period):
    """A person who works for an agency, with an account or without."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="+", null=True)
    full_name = models.CharField(max_length=120)
    full_name_key = models.CharField(max_length=120, db_index=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.CharField(max_length=120, blank=True)
    employment_kind = models.CharField(
        max_length=20,
        choices=[(item.value, item.value) for item in EmploymentKind],
        default=EmploymentKind.CIVIL_SERVANT.value,
    )

    class Meta:
        constraints = [ends_after_start("officer_period")]

    def __str__(self) -> str:
        return self.full_name


class Holding(Period):
    """An officer holds a position for a period. Roles hang on it, and acts are done in it."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    position = models.ForeignKey("agencies.Position", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["officer", "position", "valid_from"], name="holding_start"
            ),
            ends_after_start("holding_period"),
        ]

    def __str__(self) -> str:
        return f"{self.officer_id} @ {self.position_id}"


class HoldingRole(Period):
    """A role that a position held gives for a period (kernel `Role`)."""

    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["holding", "role", "valid_from"], name="holding_role_start"
            ),
            ends_after_start("holding_role_period"),
        ]

    def __str__(self) -> str:
        return f"{self.holding_id}: {self.role}"


class StandIn(models.Model):
    """An officer acts for an absent holder between two instants, for a reason."""

    absent_holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    stand_in_officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    reason = models.CharField(max_length=250)

    class Meta:
        constraints = [ends_after_start("stand_in_period")]
        indexes = [
            models.Index(fields=["stand_in_officer", "valid_from"], name="stand_in_of_officer")
        ]

    def __str__(self) -> str:
        return f"{self.stand_in_officer_id} for {self.absent_holding_id}"


class ApiToken(models.Model):
    """A key for a program that acts in one position. Only the digest is kept."""

    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    token_digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
