"""From the page's fields to one typed reception, and from refusals back onto the fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from motcua.dossiers.refusal_words import sentence
from motcua.dossiers.vocabulary import (
    Limit,
    PaperIn,
    Party,
    PartyRole,
    ReceptionInput,
    ReturnMethod,
)
from motcua.kernel.characters import without_unseen
from motcua.kernel.refusal import Refusal
from motcua.procedures.rules.content import Document, Fee
from motcua.procedures.rules.fees import LOCAL_AMOUNT_MAX_VND, LocalAmountInvalid
from motcua.procedures.vocabulary import Channel
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.forms import MatterForm, PartyForm
from motcua.worktime.vocabulary import Unit

EXTRA_PAPERS = 3
COUNT_MAX = 999
DRAWN = {"request_key", "procedure", "variant"}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper on the page: what the catalogue asks for, and what the officer has marked."""

    document: Document
    received: bool
    originals: str
    copies: str

    @property
    def prefix(self) -> str:
        return f"paper-{self.document.id}"


@dataclass(frozen=True, slots=True)
class ExtraPaper:
    """A paper that the catalogue does not ask for."""

    prefix: str
    name: str
    originals: str
    copies: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the sentence, and the field to go to."""

    text: str
    field: str = ""

    @property
    def field_id(self) -> str:
        return f"id_{self.field}" if self.field else ""


def seen(data: QueryDict) -> QueryDict:
    """What was typed, without the characters that nobody sees: readers and web pages add them."""
    plain = data.copy()
    for name, values in data.lists():
        plain.setlist(name, [without_unseen(value) for value in values])
    return plain


def carried(data: QueryDict) -> list[tuple[str, str]]:
    """What was typed into the parts that are not drawn while no procedure is chosen."""
    kept = [*MatterForm.base_fields, *(name for name in data if name.startswith("extra-"))]
    return [(name, value) for name in kept if name not in DRAWN for value in data.getlist(name)]


def paper_lines(data: QueryDict, documents: tuple[Document, ...]) -> tuple[PaperLine, ...]:
    """The papers of the chosen procedure with the officer's marks; unmarked ones keep what is asked."""
    return tuple(
        PaperLine(
            document=document,
            received=bool(data.get(f"paper-{document.id}-received")),
            originals=data.get(f"paper-{document.id}-originals", str(document.originals or 0)),
            copies=data.get(f"paper-{document.id}-copies", str(document.copies or 0)),
        )
        for document in documents
    )


def extra_papers(data: QueryDict) -> tuple[ExtraPaper, ...]:
    return tuple(
        ExtraPaper(
            prefix=f"extra-{place}",
            name=data.get(f"extra-{place}-name", ""),
            originals=data.get(f"extra-{place}-originals", "1"),
            copies=data.get(f"extra-{place}-copies", "0"),
        )
        for place in range(EXTRA_PAPERS)
    )


def fee_field(fee: Fee) -> str:
    """The field of the amount that the province sets for a fee."""
    return f"fee_local-{fee.id}"


def local_fees(data: QueryDict, fees: tuple[Fee, ...]) -> tuple[tuple[int, int], ...]:
    """(fee id, đồng) of what was typed; an empty field says nothing. Refusals: LocalAmountInvalid."""
    typed = [(fee, data.get(fee_field(fee), "").strip()) for fee in fees]
    return tuple((fee.id, dong_typed(text, fee_field(fee))) for fee, text in typed if text)


def dong_typed(text: str, field: str) -> int:
    """`8.000`, `8 000 đ` or `8000` as đồng. Refusals: LocalAmountInvalid."""
    figures = re.sub(r"(đồng|đ|vnđ|vnd)$", "", text.casefold().strip())
    amount = whole_number(re.sub(r"(?<=\d)[.,\s](?=\d{3}(?!\d))", "", figures).strip())
    if amount is None or amount > LOCAL_AMOUNT_MAX_VND:
        raise LocalAmountInvalid(field=field)
    return amount


def parties_of(forms: dict[PartyRole, PartyForm]) -> tuple[Party, ...]:
    """The owner, and whoever else was typed. The forms are valid."""
    return tuple(
        form.to_party() for role, form in forms.items() if role is PartyRole.OWNER or form.is_filled
    )


def count(text: str, field: str) -> int:
    """A small number as typed. Refusals: CountFaulty."""
    stripped = text.strip() or "0"
    number = whole_number(stripped)
    if number is None or number > COUNT_MAX:
        raise CountFaulty(field=field, count_min=0, count_max=COUNT_MAX)
    return number


class CountFaulty(Refusal):
    """A number of originals or copies is not a whole number within bounds."""

    code = "count-out-of-range"


def papers_of(lines: tuple[PaperLine, ...], extras: tuple[ExtraPaper, ...]) -> tuple[PaperIn, ...]:
    """The papers marked as received. Refusals: CountFaulty."""
    marked = tuple(
        PaperIn(
            name=line.document.name,
            required_document_id=line.document.id,
            originals=count(line.originals, f"{line.prefix}-originals"),
            copies=count(line.copies, f"{line.prefix}-copies"),
            present_only=line.document.present_only,
        )
        for line in lines
        if line.received
    )
    added = tuple(
        PaperIn(
            name=" ".join(extra.name.split())[:500],
            originals=count(extra.originals, f"{extra.prefix}-originals"),
            copies=count(extra.copies, f"{extra.prefix}-copies"),
        )
        for extra in extras
        if extra.name.strip()
    )
    return marked + added


def reception_input(
    matter: MatterForm,
    *,
    variant_id: int,
    parties: tuple[Party, ...],
    papers: tuple[PaperIn, ...],
    fee_choices: tuple[int, ...],
    local_fees: tuple[tuple[int, int], ...],
    competent_agency_id: int | None = None,
    counter_id: int | None = None,
) -> ReceptionInput:
    """The typed input of `receive_dossier`. The form is valid and a procedure is chosen."""
    given = matter.cleaned_data
    received_at: datetime | None = given["received_at"]
    return ReceptionInput(
        procedure_version_id=given["procedure"],
        variant_id=variant_id,
        channel=Channel(given["channel"] or Channel.DESK),
        parties=parties,
        papers=papers,
        complete_confirmed=given["complete_confirmed"],
        sets=_or_one(given["sets"]),
        copies=_or_one(given["copies"]),
        pages=_or_one(given["pages"]),
        preference_groups=tuple(str(group) for group in matter.groups),
        fee_choices=fee_choices,
        local_fees=local_fees,
        typed_limit=typed_limit(given),
        return_method=ReturnMethod(given["return_method"] or ReturnMethod.DESK),
        received_at=received_at,
        counter_id=counter_id,
        competent_agency_id=competent_agency_id,
        note=given["note"],
    )


def typed_limit(given: dict[str, Any]) -> Limit | None:
    """The limit that the officer typed, if any. A same-day limit has no number."""
    unit = Unit(given.get("limit_unit") or Unit.WORKING_DAYS)
    value = given.get("limit_value")
    if value is None:
        return None
    return Limit(unit=unit, value=Decimal(0) if unit is Unit.SAME_DAY else value)


def _or_one(number: int | None) -> int:
    return 1 if number is None else number


def problems_of(refusal: Refusal) -> list[Problem]:
    """Every reason of a refusal as a sentence with its field."""
    return [Problem(text=sentence(one), field=one.field or "") for one in refusal.reasons]
