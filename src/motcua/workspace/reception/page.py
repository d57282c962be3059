"""The state of one reception page: what is typed, what it means, what is still wrong."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.dossiers.preparation import AgencyNotInForce, Ground, ground_for
from motcua.dossiers.queries.people import KnownPerson, known_people
from motcua.dossiers.rules.intake import party_problems
from motcua.dossiers.vocabulary import PartyRole, ReceptionInput
from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.kernel.identifiers.citizen_card import parse_citizen_card
from motcua.kernel.refusal import Refusal
from motcua.kernel.wording import word_doubt
from motcua.procedures.queries.catalogue import FoundRow
from motcua.procedures.rules.content import Fee, Variant
from motcua.procedures.rules.fees import FeeSheet
from motcua.procedures.vocabulary import Channel
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception import cards
from motcua.workspace.reception.choosing import find_meant, is_asked
from motcua.workspace.reception.forms import MatterForm, PartyForm
from motcua.workspace.reception.reading import (
    Problem,
    extra_papers,
    local_fees,
    paper_lines,
    papers_of,
    parties_of,
    problems_of,
    reception_input,
    seen,
    typed_limit,
)
from motcua.worktime.rules.due import Promise

# What the parts of the page not drawn yet would send.
DEFAULTS = {
    "sets": "1",
    "copies": "1",
    "pages": "1",
    "channel": "DESK",
    "return_method": "DESK",
    "limit_unit": "WORKING_DAYS",
    "request_key": "",
}
REMEMBERED = ("phone", "email", "address", "tax_code")


@dataclass
class ReceptionPage:
    """Built for each request; nothing of it is kept between requests but the fields themselves."""

    actor: Actor
    at: datetime
    data: QueryDict
    is_sent: bool
    notices: list[tuple[str, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    found: list[FoundRow] | None = None
    known: dict[PartyRole, KnownPerson] = field(default_factory=dict)

    @classmethod
    def fresh(cls, actor: Actor, at: datetime, procedure: str = "") -> ReceptionPage:
        data = QueryDict(mutable=True)
        data["request_key"] = str(uuid.uuid4())
        data["procedure"] = procedure
        return cls(actor=actor, at=at, data=data, is_sent=False)

    @classmethod
    def sent(
        cls, actor: Actor, at: datetime, data: QueryDict, *, recognizes: bool = True
    ) -> ReceptionPage:
        """What was typed. `recognizes`: the people will be seen, so what is known of them may fill in."""
        filled = seen(data)
        for name, value in DEFAULTS.items():
            filled.setdefault(name, value)
        page = cls(actor=actor, at=at, data=filled, is_sent=True)
        page.has_card = page._read_card()
        if recognizes or page.has_card:
            page._recognize_people()
        page.was_chosen = page._choose_procedure()
        page._settle_variant()
        for problem in page.problems:
            page._mark(problem)
        return page

    has_card: bool = False
    was_chosen: bool = False
    variant_is_foreign: bool = False

    def _read_card(self) -> bool:
        """Put a card's person into the fields. True when a card was there, readable or not."""
        found = cards.find_card(self.data)
        if found is None:
            return False
        try:
            card = parse_citizen_card(found.text, today=local_day(self.at))
        except Refusal as refusal:
            place = _place(found.field)
            self.problems += [Problem(text=one.text, field=place) for one in problems_of(refusal)]
            return True
        self.data = cards.fill(self.data, found, card)
        self.notices.append(("success", _("Đã đọc thẻ của %(name)s.") % {"name": card.name}))
        self.notices += [("warning", word_doubt(doubt, _)) for doubt in card.doubts]
        return True

    def _recognize_people(self) -> None:
        """Who has been here before: offer what they gave then, never over what is typed now."""
        for role in PartyRole:
            prefix = str(role).lower()
            number = self.data.get(f"{prefix}-personal_id") or self.data.get(f"{prefix}-tax_code")
            people = known_people(self.actor, (number or "").strip())
            if not people:
                continue
            self.known[role] = people[0]
            self._remember(prefix, people[0])

    def _remember(self, prefix: str, person: KnownPerson) -> None:
        if not self.data.get(f"{prefix}-name", "").strip():
            for name in ("kind", "name", "birth_date", "sex", "personal_id"):
                self.data[f"{prefix}-{name}"] = self._shown(name, getattr(person, name))
        for name in REMEMBERED:
            if not self.data.get(f"{prefix}-{name}", "").strip():
                self.data[f"{prefix}-{name}"] = getattr(person, name)

    @staticmethod
    def _shown(name: str, value: str) -> str:
        return "/".join(reversed(value.split("-"))) if name == "birth_date" else value

    def _choose_procedure(self) -> bool:
        """Without a script the text is searched here. True when this changed what is shown."""
        if not is_asked(self.data):
            return False
        self.found = find_meant(self.data, self.actor, self.at)
        if self.found is not None and not self.found:
            told = _("Không tìm thấy thủ tục “%(text)s”. Thử từ khác hoặc mã thủ tục.")
            text = self.data.get("procedure-text", "").strip()
            self.problems.append(Problem(text=told % {"text": text}, field="procedure"))
        return True

    def _settle_variant(self) -> None:
        """A case of the procedure chosen before is no case of this one: start from its usual one."""
        asked = self.data.get("variant", "").strip()
        if self.ground is None or not asked:
            return
        known = {str(variant.id) for variant in self.ground.detail.variants}
        self.variant_is_foreign = asked not in known
        if self.variant_is_foreign:
            self.data["variant"] = ""

    @cached_property
    def parties(self) -> dict[PartyRole, PartyForm]:
        return {role: PartyForm(role, self.data if self.is_sent else None) for role in PartyRole}

    @cached_property
    def matter(self) -> MatterForm:
        return MatterForm(self.data) if self.is_sent else MatterForm(initial=self.data.dict())

    @cached_property
    def ground(self) -> Ground | None:
        """The chosen procedure on the day of reception, if one is chosen and known."""
        chosen = whole_number(self.data.get("procedure", ""))
        if chosen is None or self.actor.agency_id is None:
            return None
        # A day before the office was founded is told by the rule; until mended, today's ground is shown.
        for day in (local_day(self.received_at), local_day(self.at)):
            try:
                return ground_for(
                    agency_id=self.actor.agency_id, procedure_version_id=chosen, day=day
                )
            except AgencyNotInForce:
                continue
            except Refusal:
                return None
        return None

    @property
    def told(self) -> dict[str, Any]:
        """What could be read of the matter, whatever else of it is faulty."""
        if not self.is_sent:
            return {}
        self.matter.is_valid()
        return self.matter.cleaned_data

    @cached_property
    def received_at(self) -> datetime:
        """The moment typed, whatever else of the page is faulty; now where none can be read."""
        moment: datetime | None = self.told.get("received_at")
        return moment or self.at

    @property
    def channel(self) -> Channel:
        return Channel(self.told.get("channel") or Channel.DESK)

    @property
    def choices(self) -> tuple[int, ...]:
        """The alternatives chosen among the fees of the procedure."""
        assert self.ground is not None
        known = {str(fee.id): fee.id for fee in self.ground.detail.fees}
        return tuple(known[text] for text in self.data.getlist("fee_choice") if text in known)

    @property
    def fees_set_locally(self) -> tuple[Fee, ...]:
        """The fees whose amount is to be typed. A procedure is chosen."""
        assert self.ground is not None
        return self.ground.fees_set_locally(
            variant_id=self.variant.id, channel=self.channel, choices=self.choices
        )

    @property
    def variant(self) -> Variant:
        """The case chosen, else the usual one. A procedure is chosen."""
        assert self.ground is not None
        return self.ground.variant(whole_number(self.data.get("variant", "")))

    @cached_property
    def given(self) -> ReceptionInput | None:
        """What would be received now; None while a field cannot be read."""
        if not self.is_sent or self.ground is None or not self.matter.is_valid():
            return None
        lines = paper_lines(self.data, self.variant.papers)
        try:
            papers = papers_of(lines, extra_papers(self.data))
            amounts = local_fees(self.data, self.fees_set_locally)
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return None
        if not all(form.is_valid() for form in self.parties.values()):
            return None
        return reception_input(
            self.matter,
            variant_id=self.variant.id,
            parties=parties_of(self.parties),
            papers=papers,
            fee_choices=self.choices,
            local_fees=amounts,
        )

    @cached_property
    def promise(self) -> Promise | None:
        """The date that would be promised if it were received now."""
        if self.ground is None:
            return None
        try:
            limit = self.ground.limit(
                variant_id=self.variant.id, channel=self.channel, typed=typed_limit(self.told)
            )
            return self.ground.promise(self.ground.clock(limit, self.received_at))
        except Refusal as refusal:
            self.notices.append(("warning", problems_of(refusal)[0].text))
            return None

    @cached_property
    def fee_sheet(self) -> FeeSheet | None:
        if self.ground is None:
            return None
        try:
            return self.ground.fee_sheet(self.given) if self.given else None
        except Refusal as refusal:
            self.problems += problems_of(refusal)
            return None

    def field_problems(self) -> list[Problem]:
        """Everything wrong with the fields themselves, in the order of the page.

        What the rule would say of the people is said with it: nobody mends a page twice.
        """
        problems = []
        for form in (*self.parties.values(), self.matter):
            for name, errors in form.errors.items():
                place = form.add_prefix(name)
                problems += [Problem(text=str(error), field=place) for error in errors]
        problems = [one for one in problems if not cards.has_bar(self.data.get(one.field, ""))]
        problems += self._bar_problems()
        if self.ground is None and not self.found and not self.problems:
            problems.append(Problem(text=_("Chưa chọn thủ tục."), field="procedure"))
        if self.variant_is_foreign:
            told = _("Trường hợp đã chọn không thuộc thủ tục này. Xem lại trường hợp và giấy tờ.")
            problems.append(Problem(text=told, field="variant"))
        if problems or self.problems:
            told_of = {problem.field for problem in problems}
            problems += [one for one in self._people_problems() if one.field not in told_of]
        if "request_key" in self.matter.errors:
            self.data["request_key"] = str(uuid.uuid4())
        for problem in problems:
            self._mark(problem)
        return sorted(problems, key=_in_page_order)

    def _bar_problems(self) -> list[Problem]:
        """A piece of a card in a field is told there, whatever else is wrong with that field."""
        told = _(
            "Ô này có dấu gạch đứng “|”, có thể là thẻ đọc chưa trọn. Quét lại thẻ, hoặc xóa dấu đó."
        )
        places = cards.fields_with_bars(self.data)
        return [Problem(text=told, field=_place(field)) for field in places]

    def _people_problems(self) -> list[Problem]:
        people = [
            form.to_party()
            for role, form in self.parties.items()
            if role is PartyRole.OWNER or form.is_filled
        ]
        refusals = [refusal for party in people for refusal in party_problems(party, self.at)]
        return [problem for refusal in refusals for problem in problems_of(refusal)]

    def refuse(self, refusal: Refusal) -> None:
        """Lay the refusal onto its fields, so that the page shows it where it must be mended."""
        for problem in problems_of(refusal):
            self.problems.append(problem)
            self._mark(problem)

    def offer_anew(self) -> None:
        """The page has received a dossier and was changed since: a new key makes a new one."""
        self.data["request_key"] = str(uuid.uuid4())
        told = _(
            "Trang này đã tiếp nhận một hồ sơ, từ đó nội dung đã thay đổi. "
            "Nếu đây là hồ sơ mới, nhấn Tiếp nhận lần nữa."
        )
        self.problems.append(Problem(text=told))

    def _mark(self, problem: Problem) -> None:
        prefix, _dash, name = problem.field.partition("-")
        role = prefix.upper()
        form: Any = self.parties[PartyRole(role)] if role in PartyRole.__members__ else self.matter
        name = name or prefix
        if name not in form.fields or problem.text in form.errors.get(name, ()):
            return
        form.add_error(name, problem.text)
        if cards.has_bar(self.data.get(problem.field, "")):
            # Of a card that is too long for its field only this one sentence helps.
            form.errors[name] = form.error_class([problem.text])


def _place(field: str) -> str:
    """Where a field's problem is shown: the search box of `procedure` is `procedure-text`."""
    return field.removesuffix("-text")


def _in_page_order(problem: Problem) -> int:
    """People first, in their order, then the matter: as the page goes."""
    role = problem.field.partition("-")[0].upper()
    return (
        list(PartyRole).index(PartyRole(role)) if role in PartyRole.__members__ else len(PartyRole)
    )
