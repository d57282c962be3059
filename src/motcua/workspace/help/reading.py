"""The help texts: `pages/<key>.md` in Vietnamese, `pages/<key>.en.md` beside it; the key is the page's URL name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from motcua.ui.help_texts import HelpText, keys_in, text_in

PAGES = Path(__file__).parent / "pages"
OFFICER_ACTS = (
    "rename-officer",
    "change-contact",
    "give-position",
    "change-roles",
    "end-position",
    "open-account",
    "close-account",
    "reopen-account",
    "unlock-account",
    "reset-password",
    "reset-second-factor",
    "end-sessions",
    "issue-token",
    "revoke-token",
)
SAME_HELP = {
    "follow-up": "follow-ups",
    "questionnaire": "questionnaires",
    "new-questionnaire": "questionnaires",
    "help": "help-index",
    "dossier-file": "dossier",
    "paper-form": "paper-forms",
    "change-paper-form": "paper-forms",
    "notice-text": "notice-texts",
    "change-notice-text": "notice-texts",
    "tills": "till",
    "till-sheet": "till",
    "books-account": "books",
    "reliefs": "dossier-fee",
    "refund": "refunds",
    "ask-refund": "refunds",
    "ask-rest": "rests",
    "settlement": "settlements",
    "difference": "reconciliation",
    "explain-difference": "reconciliation",
    "settlement-terms": "settlements",
    "close-till": "till",
    "receipts": "receipt",
    "print-run": "print-papers",
    "posting": "postings",
    "register-closing": "register",
    "export": "exports",
    "certification-entry": "certification-register",
    "petition-act": "petition",
    "change-feedback-terms": "feedback-terms",
    "petition-file": "petition",
    "close-feedback-figures": "feedback-figures",
    "closed-feedback-figures": "feedback-figures",
    "report": "reports",
    "overview-behind": "report-behind",
    "durations": "overview",
    **dict.fromkeys(
        (
            "eform",
            "edit-eform",
            "edit-eform-item",
            "preview-eform",
            "publish-eform",
            "compare-eform",
            "import-eform",
        ),
        "eforms",
    ),
    **dict.fromkeys(
        (
            "begin-process",
            "process",
            "edit-process",
            "edit-process-step",
            "publish-process",
            "import-process",
            "try-process",
        ),
        "processes",
    ),
    "ask": "dossier-process",
    "give-order": "inbox",
    "time-behind": "where-time-goes",
    "closed-reports": "report-closing",
    "closed-report": "report-closing",
    "closed-behind": "report-behind",
} | dict.fromkeys(OFFICER_ACTS, "officer")
"""Pages that are told of in the text of another page."""


def keys() -> frozenset[str]:
    """Every page that has a help text of its own."""
    return keys_in(PAGES)


@cache
def help_text(key: str, language: str) -> HelpText | None:
    """The text for a page in that language, else in Vietnamese; None where there is none."""
    name = SAME_HELP.get(key, key)
    return text_in(PAGES, name, language)
