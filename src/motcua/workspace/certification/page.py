"""The state of one page of entering: who stands there, which documents, what they cost, what is wrong."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import Colleague, colleagues_of
from motcua.certifications.preparation import Basis, basis_for, offered
from motcua.certifications.refusal_words import sentence
from motcua.certifications.rules.everyday import written_out
from motcua.certifications.vocabulary import CertificationInput, DocumentIn
from motcua.dossiers.queries.people import known_people
from motcua.dossiers.repeating import RequestKeyReused
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.actor import Actor, Role
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_doubt
from motcua.procedures.queries.details import ProcedureDetail
from motcua.procedures.rules.fees import FeeSheet
from motcua.procedures.vocabulary import Preference
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception import cards
from motcua.workspace.reception.forms import PartyForm
from motcua.workspace.reception.reading import Problem, seen

ROWS = 3
ROWS_MAX = 30
COUNT_LENGTH_MAX = 4
REMEMBERED = ("phone", "address", "tax_code")
UNREAD = -1
"""Stands for a count that is no number: the rule then says what may be typed."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One row as typed; `prefix` names its fields."""

    prefix: str
    name: str
    pages: str
    copies: str
    sheets: str

    @property
    def is_empty(self) -> bool:
        return not self.name.strip()

    def to_document(self) -> DocumentIn:
        return DocumentIn(
            name=written_out(self.name),
            pages=_count(self.pages, 1),
            copies=_count(self.copies, 1),
            sheets=_count(self.sheets, 0),
        )


def _count(text: str, empty: int) -> int:
    plain = text.strip()
    if not plain:
        return empty
    number = whole_number(plain) if len(plain) <= COUNT_LENGTH_MAX else None
    return UNREAD if number is None else number


@dataclass
class EnterPage:
    """Built for each request; nothing of it is kept between requests but the fields themselves."""

    actor: Actor
    at: datetime
    data: QueryDict
    notices: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    has_card: bool = False
    found_codes: list[str] = field(default_factory=list)

    @classmethod
    def fresh(cls, actor: Actor, at: datetime, kept: QueryDict) -> EnterPage:
        """Empty for the next person; the matter, the signer and the ticking of cash stay."""
        data = QueryDict(mutable=True)
        for name in ("matter", "signer", "collect"):
            data[name] = kept.get(name, "")
        data["request_key"] = str(uuid.uuid4())
        return cls(actor=actor, at=at, data=data)

    @classmethod
    def sent(cls, actor: Actor, at: datetime, data: QueryDict) -> EnterPage:
        """What was typed, a card put into the person's fields."""
        page = cls(actor=actor, at=at, data=seen(data))
        page._read_card()
        return page

    def _read_card(self) -> None:
        found = cards.find_card(self.data)
        if found is None:
            return
        self.has_card = True
        try:
            card = parse_citizen_card(found.text, today=local_day(self.at))
        except Refusal as refusal:
            self.problems.append(Problem(text=sentence(refusal), field=found.field))
            return
        self.data = cards.fill(self.data, found, card)
        self.notices.append(("success", _("Đã đọc thẻ của %(name)s.") % {"name": card.name}))
        self.notices += [("warning", word_doubt(doubt, _)) for doubt in card.doubts]
        self.recognize()

    def recognize(self) -> None:
        """Who has been here before: fill what the card does not say, never over what is typed."""
        number = self.data.get("owner-personal_id", "").replace(" ", "").replace(".", "")
        people = known_people(self.actor, number)
        if not people:
            return
        self.found_codes.append(people[0].dossier_code)
        for name in ("name", *REMEMBERED):
            if not self.data.get(f"owner-{name}", "").strip():
                self.data[f"owner-{name}"] = getattr(people[0], name)

    @cached_property
    def owner(self) -> PartyForm:
        return PartyForm(PartyRole.OWNER, self.data)

    @cached_property
    def matters(self) -> tuple[ProcedureDetail, ...]:
        return offered(local_day(self.at))

    @property
    def matter(self) -> ProcedureDetail | None:
        """What is to be certified: as chosen, else the most usual."""
        chosen = self.data.get("matter", "")
        named = [one for one in self.matters if one.code == chosen]
        return next(iter(named or self.matters), None)

    @cached_property
    def signers(self) -> tuple[Colleague, ...]:
        if self.actor.agency_id is None:
            return ()
        people = colleagues_of(self.actor.agency_id, local_day(self.at))
        return tuple(one for one in people if Role.SIGNATORY in one.roles)

    @property
    def signer(self) -> Colleague | None:
        """Who will sign: as chosen, else the only one there is."""
        chosen = whole_number(self.data.get("signer", ""))
        named = [one for one in self.signers if one.holding_id == chosen]
        if named:
            return named[0]
        return self.signers[0] if len(self.signers) == 1 else None

    @cached_property
    def rows(self) -> tuple[TypedRow, ...]:
        """Those typed, and a few empty ones to type into."""
        asked = whole_number(self.data.get("rows", "")) or ROWS
        return tuple(self._row(place) for place in range(min(max(asked, ROWS), ROWS_MAX)))

    def _row(self, place: int) -> TypedRow:
        prefix = f"documents-{place}"
        return TypedRow(
            prefix=prefix,
            name=self.data.get(f"{prefix}-name", ""),
            pages=self.data.get(f"{prefix}-pages", "1"),
            copies=self.data.get(f"{prefix}-copies", "1"),
            sheets=self.data.get(f"{prefix}-sheets", ""),
        )

    @property
    def typed(self) -> tuple[TypedRow, ...]:
        return tuple(row for row in self.rows if not row.is_empty)

    def more_rows(self) -> None:
        self.data["rows"] = str(min(len(self.rows) + ROWS, ROWS_MAX))
        self.__dict__.pop("rows", None)

    @cached_property
    def basis(self) -> Basis | None:
        if self.matter is None or self.actor.agency_id is None:
            return None
        return basis_for(
            agency_id=self.actor.agency_id,
            procedure_version_id=self.matter.version_id,
            day=local_day(self.at),
        )

    @property
    def given(self) -> CertificationInput | None:
        """What would be entered now; None when nothing can be certified here."""
        if self.matter is None:
            return None
        known = {str(one) for one in Preference}
        signer = self.signer
        return CertificationInput(
            procedure_version_id=self.matter.version_id,
            requester=self.owner.to_party(),
            documents=tuple(row.to_document() for row in self.typed),
            preference_groups=tuple(
                one for one in self.data.getlist("preference_groups") if one in known
            ),
            signer_name=signer.name if signer else "",
            signer_title=signer.title if signer else "",
            note=self.data.get("note", "")[:1000],
        )

    @property
    def fee_sheet(self) -> FeeSheet | None:
        """What it costs so far; nothing while a count cannot be read."""
        given = self.given
        if self.basis is None or given is None or not given.documents:
            return None
        try:
            return self.basis.fee_sheet(given)
        except Refusal:
            return None

    def refuse(self, refusal: Refusal) -> None:
        """Each reason as a sentence at its field: a document's place is that of its row."""
        if isinstance(refusal, RequestKeyReused):
            # Changed after it was entered: a page of its own from here on.
            self.data["request_key"] = str(uuid.uuid4())
        for one in refusal.reasons:
            self.problems.append(Problem(text=sentence(one), field=self._field_of(one)))

    def _field_of(self, refusal: Refusal) -> str:
        named = refusal.field or ""
        if named == "documents":
            return f"{self.rows[0].prefix}-name"
        first, _dash, rest = named.removeprefix("documents-").partition("-")
        place = whole_number(first)
        if not named.startswith("documents-") or place is None or place >= len(self.typed):
            return named
        return f"{self.typed[place].prefix}-{rest}"
