"""Kinds of values that several shapes share. Every text has a length, every number a range."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from motcua.dossiers.rules.facts import REASON_LENGTH_MAX
from motcua.kernel.characters import plain_code, plain_words, without_unseen
from motcua.kernel.clock import ZONE, local
from motcua.procedures.rules.fees import LOCAL_AMOUNT_MAX_VND

ID_MAX = 2**53 - 1
AMOUNT_MAX = 10_000
YEAR_MIN, YEAR_MAX = 1900, 2200
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}([Tt ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([Zz]|[+-]\d{2}:\d{2})?)?", re.ASCII
)
_AMOUNT = re.compile(r"[0-9]{1,5}(\.[0-9]{1,3})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Given(BaseModel):
    """Something a caller sends: unknown names are refused, so that a slip of the pen is seen."""

    model_config = ConfigDict(extra="forbid")


class Asked(Given):
    """Parameters of a query. A name that is none of them is refused: a misspelt filter would
    otherwise answer with everything."""

    @model_validator(mode="before")
    @classmethod
    def _no_other_names(cls, data: Any, info: ValidationInfo) -> Any:
        request = (info.context or {}).get("request")
        known = {field.alias or name for name, field in cls.model_fields.items()}
        for name in request.GET if request else ():
            if name not in known:
                raise PydanticCustomError("query_unknown", "no such parameter", {"name": name})
        return data


class Told(BaseModel):
    """Something the API answers."""

    model_config = ConfigDict(frozen=True)


def read_instant(value: object) -> datetime:
    """ISO 8601; without a zone it is the wall clock of Việt Nam, a day alone is its beginning."""
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise PydanticCustomError("instant-form", "not an instant")
    try:
        moment = datetime.fromisoformat(value.upper())
    except ValueError:
        raise PydanticCustomError("instant-form", "not an instant") from None
    if not YEAR_MIN <= moment.year <= YEAR_MAX:
        raise PydanticCustomError("instant-form", "not an instant of our time")
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)


def read_day(value: object) -> date:
    """`2026-06-10`."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("day-form", "not a day")


def _note_text(text: str) -> str:
    return without_unseen(unicodedata.normalize("NFC", text)).strip()


def _code_text(text: str) -> str:
    return plain_code(text).upper()


def _exact(value: object) -> object:
    """A number or the text of one; a yes-or-no is neither."""
    is_text = isinstance(value, str) and _AMOUNT.fullmatch(value)
    if is_text or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise PydanticCustomError("decimal_type", "not a number")


def _shown_moment(at: datetime) -> str:
    return local(at).isoformat()


def _text(length_max: int, **more: Any) -> Any:
    return Annotated[str, Field(max_length=length_max, **more), AfterValidator(plain_words)]


Name = _text(200)
Line = _text(300)
Long = _text(500)
Number = _text(40)
Email = Annotated[
    str,
    Field(max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$"),
    AfterValidator(plain_words),
]
Note = Annotated[str, Field(max_length=1000), AfterValidator(_note_text)]
Reason = Annotated[str, Field(max_length=REASON_LENGTH_MAX), AfterValidator(_note_text)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the file.")]
Token = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Place = Annotated[int, Field(strict=True, ge=0, le=999)]
DossierCode = Annotated[str, Field(min_length=1, max_length=50), AfterValidator(_code_text)]
ProcedureCode = Annotated[str, Field(min_length=1, max_length=40), AfterValidator(plain_words)]
RowId = Annotated[int, Field(strict=True, ge=1, le=ID_MAX)]
RowIdAsked = Annotated[int, Field(ge=1, le=ID_MAX)]
Count = Annotated[int, Field(strict=True, ge=1, le=999)]
CountOrNone = Annotated[int, Field(strict=True, ge=0, le=999)]
AmountVnd = Annotated[int, Field(strict=True, ge=0, le=LOCAL_AMOUNT_MAX_VND)]
YesNo = Annotated[bool, Field(strict=True)]
Amount = Annotated[
    Decimal,
    BeforeValidator(_exact),
    Field(ge=0, le=AMOUNT_MAX, max_digits=8, decimal_places=3),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": AMOUNT_MAX, "multipleOf": 0.001},
                {"type": "string", "pattern": r"^[0-9]{1,5}(\.[0-9]{1,3})?$"},
            ],
            "description": "At most three decimals; exact when sent as text.",
        }
    ),
]
InstantIn = Annotated[
    datetime,
    BeforeValidator(read_instant),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date-time",
            "description": "ISO 8601. Without a zone: the wall clock of Việt Nam.",
            "examples": ["2026-06-10T09:30:00+07:00"],
        }
    ),
]
DayOrInstantIn = Annotated[
    datetime,
    BeforeValidator(read_instant),
    WithJsonSchema(
        {
            "type": "string",
            "maxLength": 40,
            "description": "ISO 8601 instant, or a day (its beginning in Việt Nam).",
            "examples": ["2026-06-12", "2026-06-12T17:00:00+07:00"],
        }
    ),
]
DayIn = Annotated[
    date,
    BeforeValidator(read_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-06-10"]}),
]
Cursor = Annotated[str, Field(pattern=r"^[0-9]{0,18}$", description="`next_cursor` of a page.")]
PageSize = Annotated[int, Field(ge=1, le=100, description="Rows of a page.")]
Moment = Annotated[
    datetime,
    PlainSerializer(_shown_moment, return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}, mode="serialization"),
]
Day = Annotated[date, PlainSerializer(date.isoformat, return_type=str),
                WithJsonSchema({"type": "string", "format": "date"}, mode="serialization")]  # fmt: skip
