"""The pages of events and of refusals: what the ledger may say, and what a rule may answer."""

from __future__ import annotations

from dataclasses import fields

from motcua.jobs.reference.discovery import app_of, facts_told, refusals_told
from motcua.jobs.reference.layout import code, first_sentence, page, table


def events_page() -> str:
    rows = [
        [
            code(event.code),
            str(event.version),
            code(event.__name__),
            ", ".join(code(spec.name) for spec in fields(event)),
            first_sentence(event.__doc__),
        ]
        for event in sorted(facts_told(), key=lambda event: event.code)
    ]
    intro = "Facts of the ledger. A code never changes its meaning; a new meaning is a new version."
    return page("Events", intro, table(["code", "version", "class", "payload", "meaning"], rows))


def refusals_page() -> str:
    rows = [
        [
            code(refusal.code),
            app_of(refusal),
            code(refusal.__name__),
            first_sentence(refusal.__doc__),
        ]
        for refusal in sorted(
            refusals_told(), key=lambda refusal: (refusal.code, refusal.__module__)
        )
    ]
    intro = "What a rule answers when something may not be done. The API gives the code as the problem's `code`."
    return page("Refusals", intro, table(["code", "app", "class", "meaning"], rows))
