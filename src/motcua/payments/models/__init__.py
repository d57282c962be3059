"""Tables of money: the counter's, attempts to pay without cash and what came of them, statements."""

from motcua.payments.models.cards import CardSlip
from motcua.payments.models.orders import (
    CollectingAccount,
    PaymentMessage,
    PaymentOrder,
    PaymentOrderLine,
)
from motcua.payments.models.reading import StatementRun
from motcua.payments.models.receipts import NUMBER_MAX, Receipt, ReceiptBook, ReceiptLine, Till
from motcua.payments.models.received import BankStatement, Payment, StatementLine

__all__ = [
    "NUMBER_MAX",
    "BankStatement",
    "CardSlip",
    "CollectingAccount",
    "Payment",
    "PaymentMessage",
    "PaymentOrder",
    "PaymentOrderLine",
    "Receipt",
    "ReceiptBook",
    "ReceiptLine",
    "StatementLine",
    "StatementRun",
    "Till",
]
