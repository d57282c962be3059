"""Words of envelopes and hand-over lists."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.rules.lists.hand_over_lists import ListKind
from motcua.dossiers.rules.lists.posting import Direction, PostedState

DIRECTIONS = {Direction.OUT: _("Gửi đi"), Direction.IN: _("Nhận về")}
POSTED_STATES = {
    PostedState.SENT: _("Đang gửi"),
    PostedState.DELIVERED: _("Đã phát"),
    PostedState.CAME_BACK: _("Hoàn lại"),
    PostedState.WAITING: _("Chờ tiếp nhận"),
    PostedState.RECEIVED: _("Đã vào sổ"),
}
POSTED_TONES = {
    PostedState.SENT: "info",
    PostedState.DELIVERED: "success",
    PostedState.CAME_BACK: "danger",
    PostedState.WAITING: "warning",
    PostedState.RECEIVED: "success",
}
LIST_KINDS = {
    ListKind.DOSSIERS: _("Hồ sơ: từ quầy đến đơn vị giải quyết"),
    ListKind.RESULTS: _("Kết quả: từ đơn vị giải quyết về quầy"),
}
