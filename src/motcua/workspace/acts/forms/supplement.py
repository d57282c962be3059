"""Asking for papers and answers item by item, and taking in what comes. Rows are added by sending the
form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from motcua.dossiers import inputs
from motcua.dossiers.rules.supplement import ITEMS_MAX
from motcua.dossiers.vocabulary import PaperIn
from motcua.dossiers.wording import REFUSALS
from motcua.eforms.queries.forms import form_version
from motcua.eforms.rules.cutting import items_by_path
from motcua.eforms.rules.shapes import Field, Form
from motcua.eforms.vocabulary import FieldKind
from motcua.kernel.refusal import Refusal
from motcua.workspace.acts.forms.act_form import ActForm, long_text
from motcua.workspace.reception.reading import count, extra_papers, papers_of

PARTS = ("name", "what", "why", "basis")
WHAT_USUALLY = (
    _("Nộp thêm bản chính"),
    _("Nộp thêm bản sao chứng thực"),
    _("Nộp lại bản đọc được"),
    _("Sửa lại cho đúng với giấy tờ gốc"),
    _("Ký tên, ghi đủ thông tin"),
)


@dataclass(frozen=True, slots=True)
class AskRow:
    """One thing to ask for, as typed."""

    place: int
    name: str = ""
    what: str = ""
    why: str = ""
    basis: str = ""

    @property
    def prefix(self) -> str:
        return f"items-{self.place}"

    @property
    def is_typed(self) -> bool:
        return any(getattr(self, part).strip() for part in PARTS)


def rows_typed(data: QueryDict) -> list[AskRow]:
    """Rows with anything in them, closed up, so that their places are those of the request."""
    found: list[AskRow] = []
    for place in range(ITEMS_MAX):
        typed = {part: data.get(f"items-{place}-{part}", "") for part in PARTS}
        row = AskRow(len(found), **typed)
        if row.is_typed:
            found.append(row)
    return found


class AskForm(ActForm):
    """Everything at once: each paper or answer, what is to be done with it, why."""

    template = "workspace/acts/ask.html"
    reason = long_text(
        _("Lý do chung"), hint=_("In ở đầu phiếu: vì sao hồ sơ chưa giải quyết được."), rows=2
    )

    def __init__(self, standing: Any, data: QueryDict | None = None) -> None:
        self.row_errors: dict[str, str] = {}
        self.rows = [AskRow(0)] if data is None else rows_typed(data)
        super().__init__(standing, data)
        if data is not None and (data.get("do") == "add-row" or not self.rows):
            self.rows.append(AskRow(len(self.rows)))

    @property
    def names(self) -> dict[str, int]:
        """Papers of the procedure, to choose a name from."""
        detail = self.standing.detail
        papers = detail.procedure.variant(detail.variant_id).papers
        return {" ".join(paper.name.split()): paper.id for paper in papers}

    @property
    def questions(self) -> dict[str, str]:
        """Items of the declaration by what they are called, to ask for a new answer."""
        declared = self.standing.detail.declared
        version = form_version(declared.eform_version_id) if declared else None
        return questions_of(version.form) if version else {}

    @property
    def usual(self) -> list[str]:
        return [str(words) for words in WHAT_USUALLY]

    @property
    def may_add(self) -> bool:
        return len(self.rows) < ITEMS_MAX

    def clean(self) -> dict[str, Any]:
        """What lacks of any row is told at once, with what lacks of the rest."""
        typed = [row for row in self.rows if row.is_typed]
        for row in typed:
            if not (row.name.strip() and row.what.strip()):
                self.mark(row.prefix, str(REFUSALS["item-faulty"]))
        if not typed and self.data.get("do") == "apply":
            self.mark("items", str(REFUSALS["items-missing"]))
        return self.cleaned_data

    def is_valid(self) -> bool:
        return super().is_valid() and not self.more_problems

    def mark(self, field: str, text: str) -> None:
        """A row's error stands at the row."""
        if not field.startswith("items"):
            super().mark(field, text)
            return
        _items, _dash, rest = field.partition("-")
        place, _dash, part = rest.partition("-")
        row = self.rows[min(int(place or 0), len(self.rows) - 1)]
        lacks = [one for one in ("name", "what") if not getattr(row, one).strip()]
        where = f"{row.prefix}-{part or (lacks or ['name'])[0]}"
        self.row_errors[where] = text
        self.more_problems.append({"text": text, "field_id": f"id_{where}"})

    def typed(self) -> list[dict[str, str]]:
        told = [
            {
                "label": _t("Mục %(number)s") % {"number": row.place + 1},
                "value": " – ".join(getattr(row, part) for part in PARTS if getattr(row, part)),
            }
            for row in self.rows
            if row.is_typed
        ]
        return [*told, *super().typed()]

    def to_input(self) -> inputs.AskToComplete:
        names, questions = self.names, self.questions
        items = tuple(
            inputs.AskedItem(
                name=" ".join(row.name.split()),
                what=row.what,
                why=row.why,
                basis=row.basis,
                required_document_id=names.get(" ".join(row.name.split())),
                field=questions.get(" ".join(row.name.split()), ""),
            )
            for row in self.rows
            if row.is_typed
        )
        return inputs.AskToComplete(items=items, reason=self.cleaned_data["reason"])


def questions_of(form: Form) -> dict[str, str]:
    """“Tờ khai: Quê quán” → `hometown`, “Tờ khai: Người được khai sinh – Họ tên” → `child.name`: each
    item that a person answers, alone or with its group."""
    silent = (FieldKind.NOTE, FieldKind.COMPUTED)
    asked = items_by_path(form).items()
    return {
        _t("Tờ khai: %(question)s") % {"question": " – ".join(one.label.vi for one in way)}: path
        for path, way in asked
        if not (isinstance(way[-1], Field) and way[-1].kind in silent)
    }


ANSWERED, WAIVED, NOT_YET = "ANSWERED", "WAIVED", ""


class SupplementForm(ActForm):
    """Each item that waits: handed in, no longer needed, or not yet."""

    template = "workspace/acts/supplement.html"
    looks = _("Xem trước")
    note = long_text(
        _("Ghi chú"), hint=_("Bỏ mục nào phải ghi vì sao không còn cần."), rows=2, needed=False
    )

    def __init__(self, standing: Any, data: QueryDict | None = None) -> None:
        self.sent = QueryDict() if data is None else data
        self.row_errors: dict[str, str] = {}
        self.papers: tuple[PaperIn, ...] = ()
        super().__init__(standing, data)

    @property
    def items(self) -> list[dict[str, Any]]:
        """The items of the open request with what was marked; those settled before say how."""
        request = self.standing.detail.open_request
        items = request["items"] if request else []
        return [{**item, **self._marked(place)} for place, item in enumerate(items)]

    def _marked(self, place: int) -> dict[str, Any]:
        prefix = f"item-{place}"
        return {
            "place": place,
            "prefix": prefix,
            "answer": self.sent.get(prefix, NOT_YET),
            "originals": self.sent.get(f"{prefix}-originals", "1"),
            "copies": self.sent.get(f"{prefix}-copies", "0"),
        }

    @property
    def waiting(self) -> list[dict[str, Any]]:
        return [item for item in self.items if not item.get("state")]

    @property
    def papers_handed_in(self) -> list[dict[str, Any]]:
        """An answer of the declaration is no paper."""
        handed_in = [item for item in self.waiting if item["answer"] == ANSWERED]
        return [item for item in handed_in if not item.get("field")]

    @property
    def extras(self) -> Any:
        return extra_papers(self.sent)

    def clean(self) -> dict[str, Any]:
        """The numbers of originals and copies can be read."""
        try:
            self.papers = (
                *(self._paper(item) for item in self.papers_handed_in),
                *papers_of((), self.extras),
            )
        except Refusal as refusal:
            self.refuse(refusal)
        return self.cleaned_data

    def _paper(self, item: dict[str, Any]) -> PaperIn:
        prefix = item["prefix"]
        return PaperIn(
            name=item["name"],
            required_document_id=item.get("required_document_id"),
            originals=count(item["originals"], f"{prefix}-originals"),
            copies=count(item["copies"], f"{prefix}-copies"),
        )

    def mark(self, field: str, text: str) -> None:
        if not field.startswith(("item", "extra-")):
            super().mark(field, text)
            return
        at_items = field == "items"
        first = self.waiting[0]["prefix"] if self.waiting else ""
        where = f"{first}_0" if at_items else field
        self.row_errors[first if at_items else field] = text
        self.more_problems.append({"text": text, "field_id": f"id_{where}"})

    def is_valid(self) -> bool:
        return super().is_valid() and not self.more_problems

    def to_input(self) -> inputs.Supplement:
        return inputs.Supplement(
            answered=self._places(ANSWERED),
            waived=self._places(WAIVED),
            papers=self.papers,
            note=self.cleaned_data["note"],
        )

    def _places(self, answer: str) -> tuple[int, ...]:
        return tuple(item["place"] for item in self.waiting if item["answer"] == answer)
