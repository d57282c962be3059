"""The uploads of officers; what is answered is the same at every entrance."""

from __future__ import annotations

from motcua.accounts.rules.roles import Permission
from motcua.doors.uploads.answering import BeginAnswers, FinishAnswers, PieceAnswers
from motcua.workspace.staff import StaffView


class BeginUpload(BeginAnswers, StaffView):
    permission = Permission.DOSSIER_ATTACH


class UploadPieces(PieceAnswers, StaffView):
    permission = Permission.DOSSIER_ATTACH


class FinishUpload(FinishAnswers, StaffView):
    permission = Permission.DOSSIER_ATTACH
