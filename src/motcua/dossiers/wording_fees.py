"""Words of what is owed: proofs, claims, what is refused."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.dossiers.vocabulary import ClaimState, ProofKind

PROOF_KINDS = {
    ProofKind.PAPER: _("Giấy tờ trong hồ sơ"),
    ProofKind.FILE: _("Tệp trong hồ sơ"),
    ProofKind.SEEN: _("Xem tại quầy"),
}
CLAIM_STATES = {
    ClaimState.WAITING: _("Chờ xét"),
    ClaimState.ACCEPTED: _("Được chấp nhận"),
    ClaimState.REFUSED: _("Không được chấp nhận"),
}

FEE_FACTS = {
    "dossier.fee-settled": _("Tính lại phí, lệ phí: %(reason)s"),
    "dossier.unpaid-return-allowed": _("Cho trả kết quả khi chưa thu tiền: %(reason)s"),
}

FEE_REFUSALS = {
    "proof-expired": _(
        "Giấy tờ chứng minh đã hết hạn trước ngày nộp hồ sơ nên không được tính. "
        "Xem lại ngày, hoặc nộp giấy còn hạn."
    ),
    "proof-missing": _(
        "Chưa có giấy tờ chứng minh. Chọn giấy trong hồ sơ, hoặc ghi số của giấy đã xem."
    ),
    "relief-not-offered": _("Không khoản thu nào của thủ tục này được miễn, giảm cho diện ấy."),
    "fee-case-unknown": _(
        "Không tính lại được: phí của hồ sơ này do nơi khác tính, hoặc danh mục không còn mức ấy."
    ),
    "fee-unchanged": _("Chưa có gì thay đổi: xét một diện miễn giảm, hoặc sửa số bản, số trang."),
    "claims-wait": _(
        "Người nộp xin miễn, giảm phí. Xét giấy tờ chứng minh ở mục Phí, lệ phí của hồ sơ trước khi tiếp nhận."
    ),
    "claim-decision-missing": _("Chọn chấp nhận hoặc không chấp nhận."),
    "nothing-to-let-go": _("Hồ sơ này không phải nộp tiền nên không có gì để cho nợ."),
    "fee-closed": _("Hồ sơ đã kết thúc mà không có kết quả nên không tính lại phí."),
}
