"""What is wrong with a reception page, each thing at its field, in the order of the page."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext as _

from motcua.dossiers.rules.intake import party_problems
from motcua.dossiers.vocabulary import PartyRole
from motcua.kernel.refusal import Refusal
from motcua.workspace.reception import cards
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.people import place_of
from motcua.workspace.reception.reading import Problem, problems_of


def field_problems(page: ReceptionPage) -> list[Problem]:
    """Everything wrong with the fields themselves, in the order of the page.

    What the rule would say of the people is said with it: nobody mends a page twice.
    """
    problems = []
    for form in (*page.parties.values(), page.matter):
        for name, errors in form.errors.items():
            place = form.add_prefix(name)
            problems += [Problem(text=str(error), field=place) for error in errors]
    problems = [one for one in problems if not cards.has_bar(page.data.get(one.field, ""))]
    problems += _bar_problems(page)
    if page.ground is None and not page.found and not page.problems:
        problems.append(Problem(text=_("Chưa chọn thủ tục."), field="procedure"))
    if page.variant_is_foreign:
        told = _("Trường hợp đã chọn không thuộc thủ tục này. Xem lại trường hợp và giấy tờ.")
        problems.append(Problem(text=told, field="variant"))
    if problems or page.problems:
        told_of = {problem.field for problem in problems}
        problems += [one for one in _people_problems(page) if one.field not in told_of]
    if "request_key" in page.matter.errors:
        page.data["request_key"] = str(uuid.uuid4())
    for problem in problems:
        mark(page, problem)
    return sorted(problems, key=_in_page_order)


def _bar_problems(page: ReceptionPage) -> list[Problem]:
    """A piece of a card in a field is told there, whatever else is wrong with that field."""
    told = _(
        "Ô này có dấu gạch đứng “|”, có thể là thẻ đọc chưa trọn. Quét lại thẻ, hoặc xóa dấu đó."
    )
    places = cards.fields_with_bars(page.data)
    return [Problem(text=told, field=place_of(field)) for field in places]


def _people_problems(page: ReceptionPage) -> list[Problem]:
    people = [
        form.to_party()
        for role, form in page.parties.items()
        if role is PartyRole.OWNER or form.is_filled
    ]
    refusals = [refusal for party in people for refusal in party_problems(party, page.at)]
    return [problem for refusal in refusals for problem in problems_of(refusal)]


def refuse(page: ReceptionPage, refusal: Refusal) -> None:
    """Lay the refusal onto its fields, so that the page shows it where it must be mended."""
    for problem in problems_of(refusal):
        page.problems.append(problem)
        mark(page, problem)


def offer_anew(page: ReceptionPage) -> None:
    """The page has received a dossier and was changed since: a new key makes a new one."""
    page.data["request_key"] = str(uuid.uuid4())
    told = _(
        "Trang này đã tiếp nhận một hồ sơ, từ đó nội dung đã thay đổi. "
        "Nếu đây là hồ sơ mới, bấm Tiếp nhận lần nữa."
    )
    page.problems.append(Problem(text=told))


def mark(page: ReceptionPage, problem: Problem) -> None:
    """The problem stands at its field too, where the page has a form for it."""
    prefix, _dash, name = problem.field.partition("-")
    role = prefix.upper()
    form: Any = page.parties[PartyRole(role)] if role in PartyRole.__members__ else page.matter
    name = name or prefix
    if name not in form.fields or problem.text in form.errors.get(name, ()):
        return
    form.add_error(name, problem.text)
    if cards.has_bar(page.data.get(problem.field, "")):
        # Of a card that is too long for its field only this one sentence helps.
        form.errors[name] = form.error_class([problem.text])


def _in_page_order(problem: Problem) -> int:
    """People first, in their order, then the matter: as the page goes."""
    role = problem.field.partition("-")[0].upper()
    return (
        list(PartyRole).index(PartyRole(role)) if role in PartyRole.__members__ else len(PartyRole)
    )
