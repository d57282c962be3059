"""The pages of the simulated bank: pay an order, or transfer by what a QR code says."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qs, urlencode, urlsplit

from motcua.jobs.simulator.bank import Bank, Behavior
from motcua.payments.gateways.signed_web import signature_of

BODY_BYTES_MAX = 16 * 1024
MERCHANT = "UBND-MAU"
WORDS = {
    Behavior.GOOD: "Báo ngay, đúng (good)",
    Behavior.LOST: "Mất tin (lost)",
    Behavior.DOUBLED: "Báo hai lần (doubled)",
    Behavior.REORDERED: "Báo sau lần trả tiếp theo (reordered)",
    Behavior.FORGED: "Tin giả chữ ký (forged)",
    Behavior.WRONG_AMOUNT: "Sai số tiền (wrong amount)",
    Behavior.WRONG_CURRENCY: "Sai loại tiền (wrong currency)",
    Behavior.LATE: "Báo trả trễ (late)",
    Behavior.SLOW: "Báo chậm vài giây (slow)",
    Behavior.REPLAYED: "Gửi lại tin cũ (replayed)",
    Behavior.BROKEN: "Hỏng: hỏi gì cũng lỗi 500 (broken)",
}
FRAME = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>body{{font:16px/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}}
input,select,button{{font:inherit;padding:.5rem;max-width:100%;box-sizing:border-box}}label{{display:block;margin:.75rem 0 .25rem}}
button{{margin-top:1rem;background:#0b5d3b;color:#fff;border:0;border-radius:.25rem;padding:.75rem 1.5rem}}</style></head>
<body><main><h1>{title}</h1><p><strong>Ngân hàng giả để thử: không có đồng nào được chuyển.</strong> Simulated bank: no money moves.</p>{content}</main></body></html>"""
FORM = """<form method="post" action="/pay">{hidden}{fields}
<label for="how">Cổng thanh toán báo thế nào? / How is it told?</label><select id="how" name="how">{choices}</select>
<div><button>Trả tiền / Pay</button></div></form>"""


class BankServer(ThreadingHTTPServer):
    """Listens on loopback; port 0 takes a free one."""

    daemon_threads = True

    def __init__(self, bank: Bank, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Call)
        self.bank = bank

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_fault: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is no news."""


class _Call(BaseHTTPRequestHandler):
    server: BankServer
    timeout = 30

    def do_GET(self) -> None:  # the name that http.server looks for
        parts = urlsplit(self.path)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/pay":
            self._ask_to_pay(asked)
        elif parts.path.startswith("/orders/"):
            self._tell_of(parts.path.removeprefix("/orders/"), asked)
        elif parts.path == "/":
            self._page("Ngân hàng thử", _transfer_form())
        else:
            self._answer(404, "text/plain", b"")

    def do_POST(self) -> None:  # the name that http.server looks for
        size = min(int(self.headers.get("Content-Length", "0") or 0), BODY_BYTES_MAX)
        read = parse_qs(self.rfile.read(size).decode("utf-8", "replace"))
        given = {name: values[-1].strip() for name, values in read.items()}
        try:
            amount = int(given["amount"])
            how = Behavior(given.get("how", "good"))
            order, merchant = given["order"].replace(" ", "").upper(), given["merchant"]
        except (KeyError, ValueError):
            self._page("Chưa trả được", "<p>Nhập nội dung và số tiền. / Fill in both.</p>", 422)
            return
        paid = self.server.bank.pay(order, merchant, amount, given.get("means", ""), how)
        back = given.get("back", "")
        link = f'<p><a href="{escape(back)}">Về trang của cơ quan / Back</a></p>' if back else ""
        done = f"<p>Đã trả {amount} đồng, số giao dịch {escape(paid.transaction)}.</p>"
        self._page("Đã trả tiền", done + link)

    def _is_signed(self, asked: Mapping[str, str]) -> bool:
        rest = urlencode(sorted((n, v) for n, v in asked.items() if n != "signature"))
        return asked.get("signature") == signature_of(rest.encode(), self.server.bank.secret)

    def _ask_to_pay(self, asked: Mapping[str, str]) -> None:
        if not self._is_signed(asked):
            self._page("Không nhận yêu cầu này", "<p>Chữ ký sai. / Not signed.</p>", 403)
            return
        names = ("order", "merchant", "amount", "back")
        hidden = "".join(_hidden(name, asked.get(name, "")) for name in names)
        told = f"<p>Nội dung: <strong>{escape(asked['order'])}</strong><br>Số tiền: <strong>{escape(asked['amount'])}</strong> đồng</p>"
        self._page("Trả tiền", told + FORM.format(hidden=hidden, fields="", choices=_choices()))

    def _tell_of(self, order: str, asked: Mapping[str, str]) -> None:
        if self.server.bank.is_broken or not self._is_signed(asked):
            self._answer(500 if self.server.bank.is_broken else 403, "text/plain", b"")
            return
        body = self.server.bank.about(order)
        self._answer(200, "application/json", body, signature_of(body, self.server.bank.secret))

    def _page(self, title: str, content: str, status: int = 200) -> None:
        page = FRAME.format(title=title, content=content)
        self._answer(status, "text/html; charset=utf-8", page.encode())

    def _answer(self, status: int, kind: str, body: bytes, signature: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if signature:
            self.send_header("X-Signature", signature)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # that of http.server
        """Says nothing."""


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def _choices() -> str:
    return "".join(f'<option value="{one}">{escape(WORDS[one])}</option>' for one in Behavior)


def _transfer_form() -> str:
    """As in a bank's app: what the QR code says, typed."""
    fields = (
        '<label for="order">Nội dung chuyển khoản / Purpose</label><input id="order" name="order" size="20">'
        '<label for="amount">Số tiền (đồng) / Amount</label><input id="amount" name="amount" inputmode="numeric">'
    )
    hidden = _hidden("merchant", MERCHANT) + _hidden("means", "VIETQR")
    return FORM.format(hidden=hidden, fields=fields, choices=_choices())


def settings_for(server_port: int, secret: str) -> dict[str, str]:
    """What makes an office use it."""
    return {
        "MOTCUA_PAYMENT_GATEWAYS": f"simulator=http://127.0.0.1:{server_port}",
        "MOTCUA_PAYMENT_SECRETS": f"simulator={secret}",
    }
