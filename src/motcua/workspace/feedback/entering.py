"""Enter what came by letter, telephone, mail or in person: into the register in one go."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from motcua.accounts.queries.colleagues import colleagues_of
from motcua.accounts.rules.roles import Permission
from motcua.agencies.queries import agency_on, units_of
from motcua.doors.uploads.reading import FilesSent, files_sent
from motcua.doors.uploads.showing import kept_rows
from motcua.feedback.codes import shown
from motcua.feedback.commands.send import PetitionRef, enter_petition
from motcua.feedback.queries.terms import terms_in_force
from motcua.feedback.refusal_words import sentence
from motcua.feedback.vocabulary import (
    STAFF_CHANNELS,
    Channel,
    FileIn,
    Kind,
    PetitionIn,
    SenderIn,
)
from motcua.feedback.wording import CHANNELS, KIND_HINTS, KINDS
from motcua.kernel.clock import local_day
from motcua.kernel.refusal import Refusal
from motcua.kernel.verdict import NotFound, NotPermitted
from motcua.ledger.recording import RequestKey
from motcua.ledger.rules.chain import content_digest
from motcua.workspace.announcing import DayField
from motcua.workspace.feedback.acting import HOLDING, UNIT
from motcua.workspace.numbers import whole_number
from motcua.workspace.staff import StaffView

NOTHING = FilesSent((), ())
KEY_LENGTH = 36
DAY_LENGTH_MAX = 20


class EnterFeedback(StaffView):
    """GET: the form, `?channel=PHONE_NOTE` for a call. POST: entered, and the slip of code and secret, shown
    once; the same form sent again shows the same."""

    permission = Permission.FEEDBACK_ENTER

    def get(self, request: HttpRequest) -> HttpResponse:
        data = QueryDict(mutable=True)
        data["key"] = str(uuid.uuid4())
        data["channel"] = request.GET.get("channel", "")
        return self._show(data, {}, NOTHING)

    def post(self, request: HttpRequest) -> HttpResponse:
        files = files_sent(self.actor, self.at, request, "files")
        errors = {"files": files.error} if files.error else {}
        given = self._given(request.POST, files, errors)
        if given is None or errors:
            return self._show(request.POST, errors, files, status=422)
        try:
            ref = enter_petition(
                actor=self.actor, at=self.at, given=given, request=_key(request.POST, given)
            )
        except (NotFound, NotPermitted):
            raise
        except Refusal as refusal:
            errors |= {one.field or "title": sentence(one) for one in refusal.reasons}
            return self._show(request.POST, errors, files, status=422)
        return self._slip(given, ref)

    def _slip(self, given: PetitionIn, ref: PetitionRef) -> HttpResponse:
        """What the sender takes along, or is told on the telephone."""
        agency = agency_on(given.agency_id, local_day(self.at))
        context = {
            "number": f"{ref.number}/{ref.year}",
            "code": ref.code,
            "secret": shown(ref.secret),
            "title": given.title,
            "kind": KINDS[given.kind],
            "channel": CHANNELS[given.channel],
            "agency": agency.name if agency else "",
            "phone": agency.phone if agency else "",
            "due_at": None if given.is_anonymous else ref.due_at,
            "now": self.at,
            "is_call": given.channel is Channel.PHONE_NOTE,
        }
        response = self.page("workspace/feedback/entered.html", context)
        response["Cache-Control"] = "private, no-store"
        return response

    def _given(
        self, data: QueryDict, files: FilesSent, errors: dict[str, str]
    ) -> PetitionIn | None:
        kind = next((one for one in Kind if str(one) == data.get("kind")), None)
        channel = next((one for one in STAFF_CHANNELS if str(one) == data.get("channel")), None)
        if kind is None:
            errors["kind"] = _("Chọn một loại.")
        if channel is None:
            errors["channel"] = _("Chọn cách gửi.")
        if kind is None or channel is None or self.actor.agency_id is None:
            return None
        about = data.get("about", "")
        stamped_on = self._stamp(data.get("stamped_on", ""), errors)
        return PetitionIn(
            agency_id=self.actor.agency_id,
            kind=kind,
            channel=channel,
            title=data.get("title", ""),
            content=data.get("content", ""),
            sender=SenderIn(**{name: data.get(name, "") for name in SENDER}),
            is_anonymous=data.get("is_anonymous") == "on",
            dossier_code=data.get("dossier_code", ""),
            stamped_on=stamped_on,
            about_unit_id=self._known(about, UNIT),
            about_holding_id=self._known(about, HOLDING),
            files=tuple(
                FileIn(digest=row.digest, name=row.name, size=row.size) for row in files.rows
            ),
        )

    def _stamp(self, text: str, errors: dict[str, str]) -> date | None:
        try:
            found: date | None = DayField(required=False).clean(text[:DAY_LENGTH_MAX])
        except ValidationError as fault:
            errors["stamped_on"] = " ".join(fault.messages)
            return None
        return found

    def _known(self, text: str, prefix: str) -> int | None:
        """The chosen unit or officer, if it is one of one's own agency."""
        offered = {value for value, _label in self._whom()}
        return whole_number(text[1:]) if text in offered and text.startswith(prefix) else None

    def _whom(self) -> list[tuple[str, str]]:
        agency_id, day = self.actor.agency_id, local_day(self.at)
        if agency_id is None:
            return []
        units = [(f"{UNIT}{one.id}", one.name) for one in units_of(agency_id, day)]
        people = colleagues_of(agency_id, day)
        return units + [
            (f"{HOLDING}{one.holding_id}", f"{one.name} – {one.title}") for one in people
        ]

    def _show(
        self, data: QueryDict, errors: dict[str, str], files: FilesSent, status: int = 200
    ) -> HttpResponse:
        radio = {"kind", "channel"}
        context: dict[str, Any] = {
            "typed": data,
            "errors": errors,
            "summary": [
                {"text": text, "field_id": name if name in radio else f"id_{name}"}
                for name, text in errors.items()
            ],
            "kinds": [
                {
                    "value": str(one),
                    "label": KINDS[one],
                    "hint": KIND_HINTS[one],
                    "chosen": data.get("kind") == str(one),
                }
                for one in Kind
            ],
            "channels": [_channel(one, data) for one in STAFF_CHANNELS],
            "about": [
                {"value": value, "label": label, "chosen": data.get("about") == value}
                for value, label in [("", _("Không nêu hoặc chưa rõ")), *self._whom()]
            ],
            "kept": kept_rows(files.rows),
            "terms": terms_in_force(self.actor.agency_id or 0, local_day(self.at)),
            "is_call": data.get("channel") == str(Channel.PHONE_NOTE),
        }
        return self.page("workspace/feedback/enter.html", context, status=status)


SENDER = ("name", "address", "phone", "email")


def _channel(one: Channel, data: QueryDict) -> dict[str, Any]:
    return {"value": str(one), "label": CHANNELS[one], "chosen": data.get("channel") == str(one)}


def _key(data: QueryDict, given: PetitionIn) -> RequestKey | None:
    key = data.get("key", "")[:KEY_LENGTH]
    told = {name: data.getlist(name) for name in sorted(data) if name != "csrfmiddlewaretoken"}
    digests = [one.digest for one in given.files]
    digest = content_digest({**told, "files": digests})
    return RequestKey(f"feedback-{key}", digest) if len(key) == KEY_LENGTH else None
