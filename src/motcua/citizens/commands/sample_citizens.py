"""Citizens of the sample office, made by the real commands: so that whoever tries it can sign in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from motcua.citizens.commands.codes import make_code
from motcua.citizens.commands.contacts import confirm_contact
from motcua.citizens.commands.methods import choose_password
from motcua.citizens.commands.opening import open_account
from motcua.citizens.commands.organizations import open_organization
from motcua.citizens.queries.actors import actor_for_citizen
from motcua.citizens.queries.sign_in import account_of
from motcua.citizens.rules.contacts import parse_contact
from motcua.citizens.vocabulary import CodePurpose, Person
from motcua.kernel.actor import Actor


@dataclass(frozen=True, kw_only=True, slots=True)
class SampleCitizen:
    person: Person
    phone: str
    email: str
    organization: tuple[str, str] | None = None


SAMPLE_CITIZENS = (
    SampleCitizen(
        person=Person(
            full_name="Hoàng Thị Lan", birth_date=date(1946, 11, 5), personal_id="001146000111"
        ),
        phone="0912000111",
        email="lan@example.vn",
    ),
    SampleCitizen(
        person=Person(
            full_name="Trần Văn Bình", birth_date=date(1988, 3, 2), personal_id="001088000222"
        ),
        phone="0912000222",
        email="binh@example.vn",
        organization=("0100109106", "Hợp tác xã Chè Sông Cầu"),
    ),
)


def create_sample_citizens(*, actor: Actor, at: datetime, password: str) -> tuple[str, ...]:
    """Those who are not there yet; returns their names. Refusals: those of the commands used."""
    made = []
    for sample in SAMPLE_CITIZENS:
        if account_of(parse_contact(sample.phone)) is None:
            _make(sample, actor, at, password)
            made.append(sample.person.full_name)
    return tuple(made)


def _make(sample: SampleCitizen, actor: Actor, at: datetime, password: str) -> None:
    phone, email = parse_contact(sample.phone), parse_contact(sample.email)
    opened = open_account(actor=actor, at=at, person=sample.person, contact=phone)
    own = actor_for_citizen(opened.user_id, at)
    code = make_code(at=at, contact=email, purpose=CodePurpose.CONTACT)
    confirm_contact(actor=own, at=at, contact=email, code=code)
    choose_password(actor=own, at=at, password=password, kept_token="")
    if sample.organization:
        tax_code, name = sample.organization
        open_organization(actor=own, at=at, tax_code=tax_code, name=name)
