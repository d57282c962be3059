"""Documents that people bring every day, by the letters that an officer types for them."""

from __future__ import annotations

from motcua.kernel.folding import fold

EVERYDAY: dict[str, str] = {
    "cc": "Căn cước, căn cước công dân",
    "ks": "Giấy khai sinh",
    "kh": "Giấy chứng nhận kết hôn",
    "hn": "Giấy xác nhận tình trạng hôn nhân",
    "kt": "Giấy chứng tử",
    "hb": "Học bạ",
    "bt": "Bằng tốt nghiệp trung học phổ thông",
    "bd": "Bằng tốt nghiệp đại học, cao đẳng",
    "bc": "Bằng cấp, chứng chỉ khác",
    "bl": "Giấy phép lái xe",
    "dk": "Giấy đăng ký xe",
    "qs": "Giấy chứng nhận quyền sử dụng đất",
    "hc": "Hộ chiếu",
    "kd": "Giấy chứng nhận đăng ký kinh doanh",
    "bh": "Thẻ bảo hiểm y tế",
    "qd": "Quyết định",
    "hd": "Hợp đồng",
    "sl": "Sơ yếu lý lịch",
    "uq": "Giấy ủy quyền",
    "ck": "Giấy cam kết, cam đoan",
    "bk": "Bản khai, tờ khai",
    "bg": "Bản dịch giấy tờ",
    "dc": "Di chúc",
}
"""Copies first, then what is signed. Two letters each, none a word."""


def written_out(text: str) -> str:
    """The name that the letters stand for; any other text as it is, in single spaces."""
    words = " ".join(text.split())
    return EVERYDAY.get(fold(words), words)
