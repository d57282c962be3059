"""Every reason why a file is not taken, not kept or not given. Worded in `wording.py`."""

from __future__ import annotations

from motcua.kernel.refusal import Refusal


class FileEmpty(Refusal):
    """There is nothing in it."""

    code = "file-empty"


class FileTooLarge(Refusal):
    """More than one file may have; params: megabytes_max."""

    code = "file-too-large"


class FileTypeRefused(Refusal):
    """Not one of the kinds that are kept; params: name."""

    code = "file-type-refused"


class FileIsProgram(Refusal):
    """A program or a script; params: name."""

    code = "file-is-program"


class FileIsWebPage(Refusal):
    """HTML or SVG: text that a browser carries out; params: name."""

    code = "file-is-web-page"


class FileIsHeic(Refusal):
    """A photograph in the form of Apple's phones, which most machines of an office cannot show; params: name."""

    code = "file-is-heic"


class FileIsOldOffice(Refusal):
    """A .doc or .xls of before 2007, whose macros cannot be ruled out; params: name."""

    code = "file-is-old-office"


class FileHasMacros(Refusal):
    """A Word or Excel file with a program inside; params: name."""

    code = "file-has-macros"


class FileIsArchive(Refusal):
    """A ZIP or the like: what is inside must be sent file by file; params: name."""

    code = "file-is-archive"


class FileEncrypted(Refusal):
    """It opens only with a password; params: name."""

    code = "file-encrypted"


class FileBroken(Refusal):
    """It says what it is, but cannot be opened; params: name."""

    code = "file-broken"


class FileIsBomb(Refusal):
    """Small as it is sent, it unfolds beyond all measure; params: name."""

    code = "file-is-bomb"


class FileIsTwoThings(Refusal):
    """One kind of file with another hidden in it; params: name."""

    code = "file-is-two-things"


class ChunkOutOfPlace(Refusal):
    """The piece does not begin where the last one ended; params: received, the place to go on from."""

    code = "chunk-out-of-place"


class ChunkTooLarge(Refusal):
    """A piece is longer than the program takes, or than what is left; params: received."""

    code = "chunk-too-large"


class UploadIncomplete(Refusal):
    """Finished too early; params: received, size."""

    code = "upload-incomplete"


class UploadsTooMany(Refusal):
    """One person has too much on its way at once; params: megabytes_max."""

    code = "uploads-too-many"


class FileMissing(Refusal):
    """Known, but its content is not on the disk."""

    code = "file-missing"


class FileAltered(Refusal):
    """Its content is no longer that of its digest."""

    code = "file-altered"


class FileInfected(Refusal):
    """The scanner found something harmful in it; params: found."""

    code = "file-infected"


class FileIsAnother(Refusal):
    """What was brought is not the content of the digest it was announced with; params: name."""

    code = "file-is-another"
