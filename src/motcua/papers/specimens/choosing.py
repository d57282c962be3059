"""The specimen of each form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from motcua.papers.form_sets import FormVersion
from motcua.papers.specimens import of_dossiers, of_lists
from motcua.papers.specimens.people import IN_2020, IN_2026
from motcua.papers.vocabulary import PaperKind

_SPECIMENS: Final[Mapping[PaperKind, Callable[[datetime], Any]]] = MappingProxyType(
    {
        PaperKind.SLIP: of_dossiers.slip,
        PaperKind.SUPPLEMENT_REQUEST: of_dossiers.supplement_request,
        PaperKind.RECEPTION_REFUSAL: of_dossiers.reception_refusal,
        PaperKind.APOLOGY: of_dossiers.apology,
        PaperKind.STOP_NOTICE: of_dossiers.stop_notice,
        PaperKind.CONTROL_SLIP: of_dossiers.control_slip,
        PaperKind.TRANSFER_SLIP: of_dossiers.transfer_slip,
        PaperKind.DOSSIER_REGISTER: of_lists.dossier_register,
        PaperKind.GROUP_SLIP: of_lists.group_slip,
        PaperKind.GROUP_MINUTES: of_lists.group_slip,
        PaperKind.DOSSIER_HAND_OVER: of_lists.dossier_hand_over,
        PaperKind.RESULT_HAND_OVER: of_lists.result_hand_over,
        PaperKind.RETURN_RECEIPT: of_dossiers.return_receipt,
        PaperKind.PROCESSING_HISTORY: of_dossiers.processing_history,
        PaperKind.FEE_RECEIPT: of_dossiers.fee_receipt,
        PaperKind.CERTIFICATION_REGISTER: of_lists.certification_register,
        PaperKind.POST_OUT: of_lists.post_list,
        PaperKind.POST_IN: of_lists.post_list,
    }
)


def specimen_of(form: FormVersion) -> Any:
    """Data to print the form with, of a day on which it was in use."""
    at = IN_2020 if form.form_set == "tt01-2018" else IN_2026
    return _SPECIMENS[form.kind](at)
