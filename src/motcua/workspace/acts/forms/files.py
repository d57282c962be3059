"""Files of a dossier: attached, chosen as the result, taken out again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from motcua.documents.vocabulary import StoredFileRow
from motcua.doors.uploads.showing import kept_rows
from motcua.dossiers import inputs
from motcua.dossiers.vocabulary import Act, FileKind
from motcua.dossiers.wording import FILE_KINDS
from motcua.workspace.acts.forms.act_form import ActForm, long_text, radio

Steps = list[tuple[Act, Any]]


class WithFiles(ActForm):
    """A form with a field of files: they are kept as soon as they are sent, whatever else is wrong."""

    takes_files = True
    file_kind = FileKind.PAPER

    def __init__(self, standing: Any, data: QueryDict | None = None) -> None:
        self.sent_files: tuple[StoredFileRow, ...] = ()
        self.file_error = ""
        super().__init__(standing, data)

    def take_files(self, rows: Iterable[StoredFileRow], error: str) -> None:
        self.sent_files = tuple(rows)
        if error:
            self.mark("file", error)

    @property
    def kept(self) -> list[dict[str, Any]]:
        return kept_rows(self.sent_files)

    def mark(self, field: str, text: str) -> None:
        if field != "file":
            super().mark(field, text)
            return
        self.file_error = text
        self.more_problems.append({"text": text, "field_id": "id_file"})

    def is_valid(self) -> bool:
        return super().is_valid() and not self.file_error

    @property
    def new_files(self) -> list[StoredFileRow]:
        """Those sent that are no part of the dossier yet, each once."""
        known = self.standing.facts.file_digests
        rows = {row.digest: row for row in self.sent_files if row.digest not in known}
        return list(rows.values())

    def attaching(self, row: StoredFileRow, *, position: int | None = None) -> inputs.Attach:
        return inputs.Attach(
            digest=row.digest,
            name=row.name,
            media_type=str(row.media_type),
            size=row.size,
            kind=self.file_kind,
            paper_position=position,
        )

    def steps_before(self) -> Steps:
        """What is done before the act itself: the files become part of the dossier."""
        return [(Act.ATTACH, self.attaching(row)) for row in self.new_files]


class AttachForm(WithFiles):
    """Several files at once, all of one kind."""

    template = "workspace/acts/attach.html"
    kind = radio(_("Là"), [(str(kind), words) for kind, words in FILE_KINDS.items()])
    paper_position = forms.ChoiceField(
        label=_("Bản chụp của giấy tờ"),
        required=False,
        error_messages={"invalid_choice": _("Giấy tờ này không có trong hồ sơ. Chọn lại.")},
    )

    def first_values(self) -> dict[str, Any]:
        return {"kind": str(FileKind.PAPER)}

    def settle(self) -> None:
        papers = enumerate(self.standing.detail.papers)
        choices = [("", _("Không gắn với giấy tờ nào")), *((str(n), p.name) for n, p in papers)]
        self.fields["paper_position"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if not self.sent_files and not self.file_error:
            self.mark("file", str(_("Chưa chọn tệp nào.")))
        return self.cleaned_data

    def steps_before(self) -> Steps:
        return [(Act.ATTACH, given) for given in self._inputs()[:-1]]

    def to_input(self) -> inputs.Attach:
        return self._inputs()[-1]

    def _inputs(self) -> list[inputs.Attach]:
        kind = FileKind(self.cleaned_data["kind"])
        place = self.cleaned_data["paper_position"] if kind is FileKind.PAPER else ""
        self.file_kind = kind
        rows = self.new_files or list(self.sent_files)[:1]
        return [self.attaching(row, position=int(place) if place else None) for row in rows]


class RemoveFileForm(ActForm):
    """Which file, and why; `?file=` chooses one."""

    is_grave = True
    position = forms.ChoiceField(
        label=_("Tệp"),
        error_messages={
            "required": _("Chưa chọn tệp."),
            "invalid_choice": _("Tệp này không còn trong hồ sơ. Chọn lại."),
        },
    )
    reason = long_text(_("Lý do bỏ"))

    def settle(self) -> None:
        files = [file for file in self.standing.detail.files if not file.get("is_removed")]
        choices = [(str(file["position"]), file["name"]) for file in files]
        self.fields["position"].choices = choices  # type: ignore[attr-defined]

    def to_input(self) -> inputs.RemoveFile:
        given = self.cleaned_data
        return inputs.RemoveFile(position=int(given["position"]), reason=given["reason"])
