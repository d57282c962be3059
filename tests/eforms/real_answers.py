"""For each shipped form: the answers of an ordinary case, as people type them, by the code of its procedure."""

from __future__ import annotations

from typing import Any

GIA_LAM = {"form": "two_tier", "province_code": "01", "commune": "Xã Gia Lâm", "detail": "Thôn 3"}
OLD_GIA_LAM = {
    "form": "three_tier",
    "province": "Hà Nội",
    "district": "Huyện Gia Lâm",
    "commune": "Thị trấn Trâu Quỳ",
}
HOA = {
    "name": "Lê Thị Hoa",
    "personal_id": "001190012345",
    "residence": GIA_LAM,
    "phone": "0912 345 678",
    "email": "hoa.le@example.vn",
}
HOA_WHOLE = {
    **HOA,
    "birth_date": "15/08/1990",
    "sex": "Nữ",
    "ethnicity": "Kinh",
    "nationality": "Việt Nam",
}
NAM_WHOLE = {
    "name": "Trần Văn Nam",
    "birth_date": "02/03/1988",
    "sex": "Nam",
    "ethnicity": "Tày",
    "nationality": "Việt Nam",
    "personal_id": "001088054321",
    "residence": GIA_LAM,
}
OLD_MAN = {
    "name": "Lê Văn Tư",
    "birth_date": "1938",
    "sex": "Nam",
    "ethnicity": "Kinh",
    "nationality": "Việt Nam",
    "residence": GIA_LAM,
}
MARRIAGE = {"number": "25/2015", "issued_on": "10/10/2015", "issued_by": "UBND thị trấn Trâu Quỳ"}
ACCOUNT = {"bank": "Agribank", "number": "1500205123456", "holder": "LE THI HOA"}

COMPLETE: dict[str, dict[str, Any]] = {
    "1.001193": {
        "applicant": HOA,
        "relation": "mother",
        "child": {
            "name": "Trần Lê Minh An",
            "birth_date": "01/11/2026",
            "sex": "Nam",
            "ethnicity": "Kinh",
            "nationality": "Việt Nam",
            "hometown": OLD_GIA_LAM,
        },
        "born_where": "facility",
        "facility": "Bệnh viện đa khoa Gia Lâm",
        "birthplace": GIA_LAM,
        "declares_mother": "yes",
        "mother": {
            key: HOA_WHOLE[key] for key in ("name", "birth_date", "ethnicity", "nationality")
        }
        | {"residence": GIA_LAM, "personal_id": "001190012345"},
        "father_known": "married",
        "father": NAM_WHOLE,
        "marriage_paper": MARRIAGE,
        "proof": "birth_paper",
        "birth_paper": {"number": "1234/GCS", "issued_on": "02/11/2026"},
        "wants_copies": "yes",
        "copies_count": "3",
    },
    "1.000894": {
        "filled_by": "woman",
        "man": NAM_WHOLE,
        "man_before": "never",
        "woman": HOA_WHOLE,
        "woman_before": "divorced",
        "woman_times": "2",
        "woman_ended": {"number": "12/2020/HNGĐ-ST", "issued_by": "Tòa án nhân dân huyện Gia Lâm"},
        "free_will": "có",
        "not_related": "có",
        "sign_on": "30/11/2026",
        "wants_copies": "no",
    },
    "1.000656": {
        "applicant": HOA,
        "relation": "child",
        "deceased": OLD_MAN,
        "died_on": "18/11/2026",
        "died_hour": "4",
        "died_minute": "30",
        "death_place": GIA_LAM,
        "cause": "Già yếu",
        "proof": "death_notice",
        "proof_paper": {"number": "07/GBT", "issued_by": "Trạm y tế xã Gia Lâm"},
        "wants_copies": True,
        "copies_count": 2,
    },
    "1.004873": {
        "applicant": HOA,
        "for_self": "yes",
        "subject": HOA_WHOLE,
        "status": "divorced",
        "spouse_name": "Nguyễn Văn Bình",
        "status_paper": {"number": "12/2020/HNGĐ-ST", "issued_by": "Tòa án nhân dân huyện Gia Lâm"},
        "other_period": "yes",
        "periods": [{"place": OLD_GIA_LAM, "from_day": "01/09/2008", "until_day": "30/06/2012"}],
        "purpose": "marry",
        "partner": {
            "name": "Trần Văn Nam",
            "birth_date": "1988",
            "nationality": "Việt Nam",
            "residence": GIA_LAM,
        },
        "marry_at": "UBND xã Gia Lâm, thành phố Hà Nội",
        "had_one": "no",
        "certificates": "1",
    },
    "1.004859": {
        "applicant": HOA,
        "for_self": "no",
        "relation": "mother",
        "subject": {**NAM_WHOLE, "name": "Trần Lê Minh Anh", "birth_date": "05/05/2015"}
        | {"personal_id": "001215054321"},
        "act": "change",
        "certificate": "birth",
        "paper": {
            "number": "88/2015",
            "issued_on": "20/05/2015",
            "issued_by": "UBND thị trấn Trâu Quỳ",
        },
        "changes": [{"what": "name", "before": "Trần Lê Minh Anh", "after": "Trần Lê Minh An"}],
        "reason": "Gia đình gọi là An từ nhỏ.\nCó học bạ.",
        "consent": "yes",
        "wants_copies": "yes",
        "copies_count": "1",
    },
    "2.000635": {
        "applicant_kind": "person",
        "applicant": HOA,
        "for_self": "yes",
        "subject": HOA_WHOLE,
        "extracts": [
            {"event": "birth", "registered_at": "UBND thị trấn Trâu Quỳ", "copies": "3"},
            {
                "event": "marriage",
                "registered_at": "UBND thị trấn Trâu Quỳ",
                "registered_on": "2015",
                "number": "25/2015",
                "copies": "2",
            },
        ],
        "purpose": "Bổ sung hồ sơ xin việc",
    },
    "2.000815": {
        "applicant_kind": "person",
        "applicant": HOA,
        "papers": [
            {
                "name": "Bằng tốt nghiệp đại học",
                "issued_by": "Đại học Bách khoa Hà Nội",
                "foreign": "no",
                "pages": "2",
                "copies": "5",
                "has_original": "yes",
            },
            {
                "name": "Chứng chỉ tiếng Anh",
                "issued_by": "British Council",
                "foreign": "yes",
                "legalized": "yes",
                "pages": "1",
                "copies": "3",
                "has_original": "yes",
            },
        ],
        "form": ["paper"],
    },
    "1.001612": {
        "owner": HOA_WHOLE,
        "founded_by": "family",
        "members": [
            {
                "name": "Trần Văn Nam",
                "birth_date": "1988",
                "sex": "nam",
                "personal_id": "001088054321",
            }
        ],
        "own_name": "Phở Hoa Sen",
        "seat": GIA_LAM,
        "phone": "0912345678",
        "capital": "200.000.000",
        "starts_on": "01/12/2026",
        "lines": [
            {"name": "Nhà hàng, quán ăn", "code": "5610", "is_main": "yes", "licensed": "no"}
        ],
        "workers": "3",
        "insurance": "monthly",
        "other_address": "no",
        "e_invoice": "yes",
    },
    "1.116909": {
        "for_self": "no",
        "declarant": {**HOA, "birth_date": "1990"},
        "relation": "child",
        "person": {key: value for key, value in OLD_MAN.items() if key != "nationality"},
        "group": "elderly",
        "household": "poor",
        "provider": "none",
        "pension": "no",
        "merit": "no",
        "health_card": "yes",
        "health_card_number": "BT2010123456789",
        "pay_by": "account",
        "account": ACCOUNT,
    },
    "1.116910": {
        "deceased": {key: OLD_MAN[key] for key in ("name", "birth_date", "sex", "residence")},
        "died_on": "18/11/2026",
        "death_certificate": {"number": "41/2026", "issued_by": "UBND xã Gia Lâm"},
        "ground": "over_80",
        "organizer_kind": "person",
        "organizer": HOA,
        "relation": "child",
        "pay_by": "cash",
    },
    "1.013978": {
        "user_kind": "couple",
        "applicant": {**HOA, "birth_date": "1990"},
        "co_users": [
            {
                "name": "Trần Văn Nam",
                "birth_date": "02/03/1988",
                "personal_id": "001088054321",
                "relation": "Chồng",
            }
        ],
        "place": GIA_LAM,
        "area": "250,5",
        "private_area": "250,5",
        "common_area": "0",
        "purpose": "garden",
        "used_since": "1995",
        "origin": "inherited",
        "origin_words": "Ông bà để lại năm 1995, có giấy chia đất viết tay.",
        "has_house": "yes",
        "house": {
            "type": "detached",
            "footprint": "80",
            "floor_area": "160",
            "storeys": "2",
            "structure": "Tường gạch, mái bê tông",
            "built_in": "2005",
        },
        "papers": ["rights", "tax"],
        "dispute": "no",
        "wants_certificate": "yes",
        "defer": "no",
    },
}

# What is changed in the ordinary case, and what is then wrong where.
WRONG: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "1.001193": (
        {
            "applicant": {**HOA, "personal_id": "12345"},
            "born_where": "found",
            "father": {**NAM_WHOLE, "birth_date": "2026-11-02"},
            "copies_count": "",
        },
        [
            ("applicant.personal_id", "personal-id-length"),
            ("father", "not-so"),
            ("proof", "not-so"),
            ("copies_count", "answer-required"),
        ],
    ),
    "1.000894": (
        {"woman": {**HOA_WHOLE, "birth_date": "23/11/2008"}, "woman_times": "1", "free_will": "no"},
        [("woman", "not-so"), ("woman_times", "number-too-small"), ("free_will", "not-so")],
    ),
    "1.000656": (
        {"died_on": "18/11/1937", "death_place": {"form": "two_tier", "province_code": "00"}},
        [
            ("died_on", "not-so"),
            ("death_place.commune", "answer-required"),
            ("death_place.province_code", "province-unknown"),
        ],
    ),
    "1.004873": (
        {
            "periods": [
                {"place": OLD_GIA_LAM, "from_day": "01/07/2012", "until_day": "30/06/2012"}
            ],
            "partner": None,
        },
        [
            ("periods.0.until_day", "not-so"),
            ("partner.name", "answer-required"),
            ("partner.birth_date", "answer-required"),
            ("partner.nationality", "answer-required"),
            ("partner.residence", "answer-required"),
        ],
    ),
    "1.004859": (
        {"changes": [{"what": "name", "before": "An", "after": "An"}], "consent": "no"},
        [("changes.0.after", "not-so"), ("consent", "not-so")],
    ),
    "2.000635": (
        {"extracts": [], "relation": "mother"},
        [("extracts", "too-few-items")],
    ),
    "2.000815": (
        {
            "papers": [
                {
                    "name": "Bằng",
                    "issued_by": "Đại học",
                    "foreign": "yes",
                    "legalized": "no",
                    "pages": "0",
                    "copies": "1",
                    "has_original": "no",
                }
            ],
            "form": [],
        },
        [
            ("papers.0.legalized", "not-so"),
            ("papers.0.pages", "number-too-small"),
            ("papers.0.has_original", "not-so"),
            ("form", "answer-required"),
        ],
    ),
    "1.001612": (
        {"owner": {**HOA_WHOLE, "birth_date": "2010"}, "capital": "0", "lines": []},
        [("owner", "not-so"), ("capital", "number-too-small"), ("lines", "too-few-items")],
    ),
    "1.116909": (
        {"group": "small_child", "account": {"bank": "Agribank"}},
        [
            ("group", "not-so"),
            ("care", "answer-required"),
            ("account.number", "answer-required"),
            ("account.holder", "answer-required"),
        ],
    ),
    "1.116910": (
        {"deceased": {**OLD_MAN, "birth_date": "1950"}, "organizer": {**HOA, "phone": "1900 1234"}},
        [("age", "not-so"), ("organizer.phone", "phone-service")],
    ),
    "1.013978": (
        {
            "common_area": "10",
            "house": {"type": "detached", "footprint": "100", "floor_area": "80"},
        },
        [
            ("common_area", "not-so"),
            ("house.floor_area", "not-so"),
            ("house.storeys", "answer-required"),
            ("house.structure", "answer-required"),
        ],
    ),
}
