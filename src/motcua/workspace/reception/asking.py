"""Not received at the counter: what to complete (Form 02), or why not (Form 03), on the same page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from motcua.dossiers.inputs import AskedItem, AskToComplete, WithReason
from motcua.dossiers.refusal_words import sentence
from motcua.kernel.refusal import Refusal
from motcua.workspace.acts.forms.supplement import PARTS, WHAT_USUALLY, AskRow, rows_typed
from motcua.workspace.reception.page import ReceptionPage
from motcua.workspace.reception.reading import PaperLine, Problem, paper_lines

ASK, REFUSE = "ask", "refuse"
PANELS = frozenset({ASK, REFUSE})
REASON_FIELDS = {ASK: "ask_reason", REFUSE: "refuse_reason"}


@dataclass
class Panel:
    """The open panel of a page: which one, what is typed in it, what is wrong with it."""

    kind: str
    rows: list[AskRow]
    reason: str
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def usual(self) -> list[str]:
        return [str(words) for words in WHAT_USUALLY]

    def error(self, name: str) -> str:
        return self.errors.get(name, "")


def panel_of(page: ReceptionPage, do: str) -> Panel | None:
    """The panel that the page shows: the one just asked for, else the one that stood open."""
    kind = do if do in PANELS else page.data.get("panel", "")
    if kind not in PANELS or do == "receive-instead":
        return None
    rows = rows_typed(page.data)
    if kind == ASK and (do == ASK or not rows):
        rows = _with_missing(page, rows)
    if do == "ask-row" or not rows:
        rows.append(AskRow(len(rows)))
    reason = page.data.get(REASON_FIELDS[kind], "")
    if do == ASK and not reason:
        reason = _("Hồ sơ chưa đủ giấy tờ theo quy định của thủ tục.")
    return Panel(kind, rows, reason)


def _with_missing(page: ReceptionPage, rows: list[AskRow]) -> list[AskRow]:
    """What is typed, and every paper asked of everybody that is not ticked and not named yet."""
    if page.ground is None:
        return rows
    named = {row.name for row in rows}
    lines = paper_lines(page.data, page.variant.papers)
    missing = [line for line in lines if not (line.received or line.document.is_optional)]
    new = [_missing(line) for line in missing if _name(line) not in named]
    return [replace(row, place=place) for place, row in enumerate([*rows, *new])]


def _name(line: PaperLine) -> str:
    return " ".join(line.document.name.split())


def _missing(line: PaperLine) -> AskRow:
    what = _("Xuất trình bản chính") if line.document.present_only else _("Nộp bổ sung")
    return AskRow(0, name=_name(line), what=what, why=_("Thủ tục yêu cầu, chưa nộp"))


def asking(page: ReceptionPage, panel: Panel) -> AskToComplete:
    """What the panel says, for the command; its refusals come back onto it."""
    papers = page.variant.papers if page.ground is not None else ()
    ids = {" ".join(paper.name.split()): paper.id for paper in papers}
    items = tuple(
        AskedItem(
            name=" ".join(row.name.split()),
            what=row.what,
            why=row.why,
            basis=row.basis,
            required_document_id=ids.get(" ".join(row.name.split())),
        )
        for row in panel.rows
        if row.is_typed
    )
    return AskToComplete(items=items, reason=panel.reason)


def refusing(panel: Panel) -> WithReason:
    return WithReason(reason=panel.reason)


def refuse_panel(page: ReceptionPage, panel: Panel, refusal: Refusal) -> bool:
    """Lay a refusal onto the panel. False when it is not the panel's."""
    name = refusal.field or ""
    if name == "reason":
        where = REASON_FIELDS[panel.kind]
    elif name.startswith("items"):
        where = _item_field(panel, name)
    else:
        return False
    told = sentence(refusal)
    panel.errors[where] = told
    page.problems.append(Problem(text=told, field=where))
    return True


def _item_field(panel: Panel, name: str) -> str:
    """`items-2-what`: the part named, else the first that is needed and empty."""
    _items, _dash, rest = name.partition("-")
    place, _dash, part = rest.partition("-")
    row = panel.rows[min(int(place or 0), len(panel.rows) - 1)]
    lacks = [one for one in PARTS[:2] if not getattr(row, one).strip()]
    return f"{row.prefix}-{part or (lacks or list(PARTS))[0]}"
