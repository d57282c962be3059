"""From a request to a reception page: what was typed, with cards read and words looked up."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.http import QueryDict
from django.utils.translation import gettext as _

from motcua.kernel.actor import Actor
from motcua.kernel.clock import local_day
from motcua.workspace.numbers import whole_number
from motcua.workspace.reception.choosing import find_meant, is_asked
from motcua.workspace.reception.elsewhere import choose_agency, is_odd
from motcua.workspace.reception.mending import mark
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.people import read_card, recognize_people
from motcua.workspace.reception.reading import Problem, seen

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


def fresh_page(actor: Actor, at: datetime, **first: str) -> ReceptionPage:
    """An empty page, but for the fields named."""
    data = QueryDict(mutable=True)
    data["request_key"] = str(uuid.uuid4())
    data["procedure"] = ""
    for name, value in first.items():
        data[name] = value
    return ReceptionPage(actor=actor, at=at, data=data, is_sent=False)


def sent_page(
    actor: Actor, at: datetime, data: QueryDict, *, recognizes: bool = True
) -> ReceptionPage:
    """What was typed. `recognizes`: the people will be seen, so what is known of them may fill in."""
    filled = seen(data)
    for name, value in DEFAULTS.items():
        filled.setdefault(name, value)
    page = ReceptionPage(actor=actor, at=at, data=filled, is_sent=True)
    page.has_card = read_card(page)
    if recognizes or page.has_card:
        recognize_people(page)
    page.was_chosen = _choose_procedure(page)
    page.was_chosen = _choose_agency(page) or page.was_chosen
    _settle_variant(page)
    for problem in page.problems:
        mark(page, problem)
    return page


def _choose_procedure(page: ReceptionPage) -> bool:
    """Without a script the text is searched here. True when this changed what is shown."""
    if not is_asked(page.data):
        return False
    page.found = find_meant(page.data, page.actor, page.at)
    if page.found is not None and not page.found:
        told = _("Không tìm thấy thủ tục “%(text)s”. Thử từ khác hoặc mã thủ tục.")
        text = page.data.get("procedure-text", "").strip()
        page.problems.append(Problem(text=told % {"text": text}, field="procedure"))
    return True


def _choose_agency(page: ReceptionPage) -> bool:
    """As the procedure: by its name, where none was chosen from a list. True when it is to be shown."""
    if not page.data.get("competent") and not page.data.get("competent-text"):
        return False
    before = page.data.get("competent", "")
    page.found_agencies = choose_agency(page.data, page.actor, page.at)
    if page.found_agencies is not None and not page.found_agencies:
        told = _("Không tìm thấy cơ quan “%(text)s” trong tỉnh, thành phố. Thử từ khác.")
        text = page.data.get("competent-text", "").strip()
        page.problems.append(Problem(text=told % {"text": text}, field="competent"))
    if _is_doubtful(page):
        return True
    return page.data.get("competent", "") != before or page.found_agencies is not None


def _is_doubtful(page: ReceptionPage) -> bool:
    """An agency that the catalogue does not name is asked about once; sent again it is meant."""
    chosen = page.data.get("competent", "")
    agency_id, version_id = whole_number(chosen), whole_number(page.data.get("procedure", ""))
    if agency_id is None or version_id is None or page.data.get("competent-sure") == chosen:
        return False
    if not is_odd(agency_id, version_id, local_day(page.at)):
        return False
    page.data["competent-sure"] = chosen
    told = _(
        "Theo danh mục, %(name)s không giải quyết thủ tục này. Hãy chọn lại cơ quan; nếu vẫn đúng thì bấm lần nữa."
    )
    name = page.data.get("competent-text", "")
    page.problems.append(Problem(text=told % {"name": name}, field="competent"))
    return True


def _settle_variant(page: ReceptionPage) -> None:
    """A case of the procedure chosen before is no case of this one: start from its usual one."""
    asked = page.data.get("variant", "").strip()
    if page.ground is None or not asked:
        return
    known = {str(variant.id) for variant in page.ground.detail.variants}
    page.variant_is_foreign = asked not in known
    if page.variant_is_foreign:
        page.data["variant"] = ""
