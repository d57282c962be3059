"""Deny by default: each address names its right, or stands here as open to all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import get_resolver

from motcua.accounts.rules.roles import Permission
from motcua.api.urls import api
from motcua.api.v1.acts import ACTS
from motcua.portal.account.door_view import DoorView
from motcua.portal.citizen_view import CitizenView
from motcua.workspace.staff import StaffView

OPEN_TO_ALL = {
    "portal:home",
    "portal:find",
    "portal:track",
    "portal:pay",
    "portal:procedures",
    "portal:procedure",
    "portal:blank-form",
    "portal:found-so-far",
    "portal:sector",
    "portal:versions",
    "portal:leaflet",
    "portal:figures",
    "portal:promises",
    "portal:promises-csv",
    "portal:promises-json",
    "portal:promises-dictionary",
    "portal:promises-schema",
    "portal:group",
    "portal:life-event",
    "portal:offices",
    "portal:office",
    "portal:choose-office",
    "portal:feedback",
    "portal:follow-feedback",
    "portal:published-feedback",
    "portal:published-one",
    "portal:feedback-board",
    "portal:check",
    "portal:check-file",
    "portal:check-paper",
    # Each answer needs an invitation.
    "portal:rate-start",
    "portal:rate",
    "portal:rated",
    "portal:rate-screen",
    "portal:health",
    # Each call is signed by the carrier.
    "hear-sms",
    "hear-zalo",
    # Each call is signed by the payment gateway.
    "hear-payment",
    # Each call is signed by the partner.
    "exchange-messages",
    "exchange-files",
    "portal:help",
    "portal:help-index",
    "portal:status",
    "portal:robots",
    "ui:look",
    "ui:gallery",
    "ui:communes",
    "changes:stamp",
    "api:openapi",
    "api:docs",
    "api:api-root",
    "api:?",
    "not-offered",
}
# Whoever is signed in, whatever the position: one's own things only.
SIGNED_IN_ONLY = {"workspace:positions", "workspace:help", "workspace:help-index"}
# allauth's own pages: signing in and out, one's own password and second factor. Each asks for a
# signed-in person itself where it must; signing up is closed by the adapter.
SIGN_IN = {
    "account_login",
    "account_logout",
    "account_inactive",
    "account_signup",
    "account_reauthenticate",
    "account_email",
    "account_email_verification_sent",
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_confirm_login_code",
    "account_confirm_email",
    "account_reset_password_from_key_done",
    "account_reset_password_from_key",
    "account_reset_password_done",
    "mfa_index",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes",
}
# Operations of the API; whether each asks for a token is looked up in its description.
OPERATIONS = {
    "api:list_procedures",
    "api:show_procedure",
    "api:list_processes",
    "api:show_process",
    "api:show_process_version",
    "api:process_as_bpmn",
    "api:show_form",
    "api:check_answers",
    "api:receive",
    "api:list_dossiers",
    "api:show_dossier",
    "api:show_timeline",
    "api:print_slip",
    "api:list_papers",
    "api:print_paper",
    *(f"api:act_{name.replace('-', '_')}" for name in ACTS),
    "api:refuse_unknown_act",
    "api:upload_file",
    "api:list_files",
    "api:read_file",
    "api:take_out",
    "api:list_work",
    "api:list_tasks",
    "api:show_task",
    "api:do_task",
    "api:answer",
    "api:ask_about",
    "api:list_officers",
    "api:list_units",
    "api:show_register",
    "api:list_indicators",
    "api:list_reports",
    "api:show_report",
    "api:list_dossiers_behind",
    "api:list_closed_reports",
    "api:show_closed_report",
    "api:list_differences",
    "api:close_report",
    "api:begin",
    "api:show_bulk",
    "api:show_export",
    "api:fetch_export",
    "api:head_export",
    "api:cancel",
    "api:collect",
    "api:show_money",
    "api:show_fee",
    "api:settle",
    "api:let_unpaid",
    "api:list_receipts",
    "api:show_receipt",
    "api:begin_to_pay",
    "api:list_payment_orders",
    "api:show_payment_order",
    "api:show_payment_state",
    "api:confirm",
    "api:list_tills",
    "api:show_till",
    "api:show_books",
    "api:show_satisfaction",
    "api:list_refunds",
    "api:list_settlements",
    "api:show_settlement",
    "api:list_settlement_items",
    "api:list_money_differences",
    "api:close",
    "api:enter",
    "api:send",
    "api:follow",
    "api:list_published",
    "api:list_feedback",
    "api:show_feedback",
    "api:list_entries",
    "api:track_dossier",
}
OPEN_OPERATIONS = {
    "track_dossier",
    "send_feedback",
    "follow_feedback",
    "list_published_feedback",
}


def _addresses(resolver: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _addresses(pattern, inner)
        else:
            yield f"{prefix}{pattern.name or '?'}", pattern.callback


def _is_staff_page(callback: Any) -> bool:
    view = getattr(callback, "view_class", None)
    return isinstance(view, type) and issubclass(view, StaffView) and view.permission in Permission


def _is_citizens_page(callback: Any) -> bool:
    view = getattr(callback, "view_class", None)
    return isinstance(view, type) and issubclass(view, CitizenView)


def _is_sign_in_page(callback: Any) -> bool:
    view = getattr(callback, "view_class", None)
    return isinstance(view, type) and issubclass(view, DoorView)


def _operations() -> Iterator[dict[str, Any]]:
    for methods in api.get_openapi_schema(path_prefix="/api/v1/")["paths"].values():
        yield from methods.values()


def test_every_address_is_guarded_or_known_to_be_open() -> None:
    known = OPEN_TO_ALL | SIGNED_IN_ONLY | SIGN_IN | OPERATIONS
    pages = _addresses(get_resolver())
    unguarded = {
        name
        for name, callback in pages
        if not (
            _is_staff_page(callback) or _is_citizens_page(callback) or _is_sign_in_page(callback)
        )
    }
    assert unguarded - known == set()


def test_what_is_said_to_be_open_exists() -> None:
    names = {name for name, _ in _addresses(get_resolver())}
    assert (OPEN_TO_ALL | SIGNED_IN_ONLY | SIGN_IN | OPERATIONS) - names == set()


def test_every_operation_of_the_api_asks_for_a_token_or_is_known_to_be_open() -> None:
    open_ones = {one["operationId"] for one in _operations() if not one.get("security")}
    assert open_ones == OPEN_OPERATIONS


def test_pages_for_the_signed_in_say_so() -> None:
    views = {
        name: callback.view_class
        for name, callback in _addresses(get_resolver())
        if name in SIGNED_IN_ONLY
    }
    assert [name for name, view in views.items() if not view.signed_in_only] == []
