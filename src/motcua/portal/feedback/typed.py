"""What somebody typed into the form of feedback, as it stands on the page and as the command takes it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core import signing
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from motcua.agencies.one_stop import OfficeRow, offices_on
from motcua.documents.commands.uploads import keep_file
from motcua.documents.wording import REFUSALS as FILE_REFUSALS
from motcua.documents.wording import refusal_words
from motcua.doors.uploads.showing import size_words
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.refusal_words import sentence
from motcua.feedback.rules.terms import Terms
from motcua.feedback.shipped import terms_of
from motcua.feedback.vocabulary import Channel, FileIn, Kind, PetitionIn, SenderIn
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest

SALT = "feedback-file"
WORD_OF = {Kind.CONDUCT: "hanh-vi", Kind.REGULATION: "quy-dinh", Kind.QUESTION: "hoi-dap"}
KIND_OF = {word: kind for kind, word in WORD_OF.items()}
YES = "on"
KEY_LENGTH = 36
KEPT_MAX = 20
FIELD_OF = {"kind": "loai"}
"""What the rule calls a field, and what the page does."""


@dataclass
class Typed:
    """The form. `errors` by the name of the field, in words."""

    data: QueryDict
    at: datetime
    files: list[FileIn] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)

    @classmethod
    def empty(cls, request: HttpRequest, at: datetime) -> Typed:
        """As the address says: `?loai=hoi-dap&thu-tuc=…&noi=…&ho-so=…`."""
        data = QueryDict(mutable=True)
        for name in ("loai", "thu-tuc", "noi", "ho-so"):
            data[name] = request.GET.get(name, "")[:60]
        data["key"] = str(uuid.uuid4())
        return cls(data=data, at=at)

    @classmethod
    def sent(cls, request: HttpRequest, at: datetime) -> Typed:
        """As posted, with the files that were kept before and those that come now."""
        typed = cls(data=request.POST, at=at)
        kept = request.POST.getlist("kept")[:KEPT_MAX]
        typed.files = [one for one in map(_kept, kept) if one]
        return typed

    def take_files(self, request: HttpRequest) -> None:
        """Keep those that came with the form; what is refused is told at the field."""
        wrong = []
        for one in request.FILES.getlist("files")[
            : max(0, self.terms.files_max + 1 - len(self.files))
        ]:
            try:
                row = keep_file(at=self.at, stream=one, name=one.name or "")
            except Refusal as refusal:
                if refusal.code not in FILE_REFUSALS:
                    raise
                wrong.append(f"{one.name}: {refusal_words(refusal)}")
            else:
                kept = FileIn(digest=row.digest, name=row.name, size=row.size)
                if kept.digest not in {known.digest for known in self.files}:
                    self.files.append(kept)
        if wrong:
            self.errors["files"] = " ".join(wrong)

    def text(self, name: str) -> str:
        return str(self.data.get(name, ""))

    @property
    def offices(self) -> tuple[OfficeRow, ...]:
        return offices_on(local_day(self.at))

    @property
    def office(self) -> OfficeRow | None:
        """The one chosen, or the only one there is."""
        if len(self.offices) == 1:
            return self.offices[0]
        return next((one for one in self.offices if one.agency.slug == self.text("noi")), None)

    @property
    def terms(self) -> Terms:
        """What holds at the office chosen; before one is, at the first."""
        day = local_day(self.at)
        office = self.office or next(iter(self.offices), None)
        return terms_in_force(office.agency.id, day) if office else terms_of(day)

    @property
    def kind(self) -> Kind | None:
        return KIND_OF.get(self.text("loai"))

    @property
    def request_key(self) -> RequestKey | None:
        """So that a form sent twice is one entry."""
        key = self.text("key")[:KEY_LENGTH]
        told = {name: self.data.getlist(name) for name in sorted(self.data) if name not in SKIPPED}
        digest = content_digest({**told, "files": [one.digest for one in self.files]})
        return RequestKey(f"feedback-{key}", digest) if len(key) == KEY_LENGTH else None

    def given(self) -> PetitionIn | None:
        """None where office or kind is not chosen: `errors` say so."""
        office, kind = self.office, self.kind
        if office is None:
            self.errors["noi"] = _("Chọn cơ quan nhận.")
        if kind is None:
            self.errors["loai"] = _("Chọn một loại.")
        if office is None or kind is None:
            return None
        return PetitionIn(
            agency_id=office.agency.id,
            kind=kind,
            channel=Channel.PORTAL,
            title=self.text("title"),
            content=self.text("content"),
            sender=SenderIn(
                name=self.text("name"),
                address=self.text("address"),
                phone=self.text("phone"),
                email=self.text("email"),
            ),
            is_anonymous=self.text("is_anonymous") == YES,
            is_complaint=self.text("is_complaint") == "yes",
            dossier_code=self.text("ho-so"),
            procedure_code=self.text("thu-tuc"),
            files=tuple(self.files),
        )

    def refuse(self, refusal: Refusal) -> None:
        for one in refusal.reasons:
            self.errors[FIELD_OF.get(one.field or "", one.field or "form")] = sentence(one)

    @property
    def kept_rows(self) -> list[dict[str, Any]]:
        """Files that need not be chosen again."""
        return [
            {"token": _token(one), "name": one.name, "size": size_words(one.size)}
            for one in self.files
        ]


SKIPPED = frozenset({"csrfmiddlewaretoken", "kept"})


def _token(one: FileIn) -> str:
    """Signed, so that only what this office has kept comes back."""
    return signing.dumps([one.digest, one.name, one.size], salt=SALT, compress=True)


def _kept(token: str) -> FileIn | None:
    try:
        digest, name, size = signing.loads(token, salt=SALT, max_age=24 * 3600)
    except signing.BadSignature:
        return None
    return FileIn(digest=digest, name=name, size=size)
