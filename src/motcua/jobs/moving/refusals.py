"""What packing, or taking in, refuses."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal


class ParcelExists(Refusal):
    """Something of that name (`file`) is there already; nothing is overwritten."""

    code = "parcel-exists"


class ParcelUnreadable(Refusal):
    """`file` is no parcel of an office, or a part of it is gone; `detail` says what."""

    code = "parcel-unreadable"


class ParcelDamaged(Refusal):
    """A part (`file`) does not have the digest that the manifest tells."""

    code = "parcel-damaged"


class ParcelOfOtherVersion(Refusal):
    """The tables of the parcel and of this installation were made by different migrations.

    `ahead`: what the parcel has and this program does not know; `behind`: the other way round.
    """

    code = "parcel-of-other-version"


class OfficeNotEmpty(Refusal):
    """This installation holds `rows` rows in `table` already."""

    code = "office-not-empty"


class RowsRefused(Refusal):
    """The database does not take the rows of `table`; `detail` is what it said."""

    code = "rows-refused"


class RowsDiffer(Refusal):
    """What was written to `table` does not read back as it stands in the parcel."""

    code = "rows-differ"
