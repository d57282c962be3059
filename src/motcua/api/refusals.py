"""What this door itself refuses, before or beside the rules of the domain."""

from __future__ import annotations

from collections.abc import Iterable

from motcua.kernel.refusal import ManyProblems, Refusal


class TokenMissing(Refusal):
    """No bearer token came with the request."""

    code = "token-missing"


class TokenInvalid(Refusal):
    """The token is unknown, expired or revoked, or its position is no longer held."""

    code = "token-invalid"


class BodyUnreadable(Refusal):
    """The body is not JSON in UTF-8, or is nested too deep."""

    code = "body-unreadable"


class BodyTooLarge(Refusal):
    """The body is longer than `kilobytes_max`."""

    code = "body-too-large"


class MediaTypeUnsupported(Refusal):
    """The body does not call itself `application/json`."""

    code = "media-type-unsupported"


class MethodNotAllowed(Refusal):
    """The address is known, but not with this method."""

    code = "method-not-allowed"


class TooManyRequests(Refusal):
    """More requests in a minute than one asker may send."""

    code = "too-many-requests"


class InputInvalid(Refusal):
    """Some values do not have the shape that the schema asks for; each is told in `errors`."""

    code = "input-invalid"


class CardUnreadable(Refusal):
    """The text of a citizen card cannot be taken apart. `why` carries the kernel's code."""

    code = "card-unreadable"


class BirthDateFaulty(Refusal):
    """The date of birth is in no calendar."""

    code = "birth-date-faulty"


class FeeChoiceUnknown(Refusal):
    """A chosen fee is none of the procedure's."""

    code = "fee-choice-unknown"


class ActUnknown(Refusal):
    """The life cycle knows no act of this name."""

    code = "act-unknown"


class UploadUnknown(Refusal):
    """No finished upload of this position has this token, or it has expired."""

    code = "upload-unknown"


class AgencyUnknown(Refusal):
    """No agency has this identification code on that day."""

    code = "agency-unknown"


class GroupRefused(ManyProblems):
    """Nothing of the group was received; `problems` says what of which dossier, by its path."""

    code = "group-refused"

    def __init__(self, problems: Iterable[Refusal]) -> None:
        super().__init__(problems, field="dossiers")


class ServerFault(Refusal):
    """A fault of ours; the request id leads to it in the log."""

    code = "server-fault"
