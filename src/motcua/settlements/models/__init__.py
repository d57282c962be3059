"""Tables of money given back, and of money handed on to the agencies it was collected for."""

from motcua.settlements.models.periods import (
    Settlement,
    SettlementItem,
    SettlementPart,
    SettlementTerms,
)
from motcua.settlements.models.refunds import Refund, VoucherBook

__all__ = [
    "Refund",
    "Settlement",
    "SettlementItem",
    "SettlementPart",
    "SettlementTerms",
    "VoucherBook",
]
