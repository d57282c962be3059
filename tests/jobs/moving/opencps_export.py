"""A synthetic export in the public shapes of OpenCPS, with the faults that real ones have.

Three procedures by XML (`services/`, `processes/`, `templates/`, lists at the top), and one by JSON
rows of the tables. Invented; nothing comes from a real office.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

COPY, BUILD, STRANGE, LOCAL, BY_ROWS = "2.000815", "1.009994", "1.001193", "QN-LĐ-07", "1.004884"
BY_WORDS = "1.999999"
"""A code of no catalogue, whose fee is told in words."""
HTML_FEE = (
    "<p>Lệ phí:&nbsp;<b>2.000 đồng/trang</b></p><ul><li>Từ trang thứ ba: 1.000 đồng/trang</li></ul>"
)


def _xml(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_xml(name, one) for one in value)
    inner = (
        "".join(_xml(key, one) for key, one in value.items())
        if isinstance(value, dict)
        else escape(str(value))
    )
    return f"<{name}>{inner}</{name}>"


def as_xml(root: str, value: Any) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{_xml(root, value)}'


def service(code: str, name: str, process: str | list[str], **texts: Any) -> dict[str, Any]:
    names = [process] if isinstance(process, str) else process
    options = [
        {
            "optionName": "Chung",
            "seqOrder": 1,
            "templateNo": texts.pop("template", ""),
            "processNo": one,
        }
        for one in names
    ]
    return {
        "serviceCode": code,
        "serviceName": name,
        "processText": "",
        "methodText": "",
        "dossierText": "",
        "conditionText": "",
        "durationText": "",
        "applicantText": "",
        "resultText": "",
        "regularText": "",
        "feeText": "",
        "administrationName": "Ủy ban nhân dân cấp xã",
        "domainName": "Chứng thực",
        "maxLevel": 3,
        **texts,
        "configs": {
            "ServiceConfig": [
                {
                    "govAgencyCode": "UBND-GL",
                    "govAgencyName": "UBND xã Gia Lâm",
                    "serviceLevel": 3,
                    "postalService": "true",
                    "processes": {"ProcessOption": options},
                }
            ]
        },
    }


def process(
    number: str, count: Any, unit: Any, steps: list[tuple[str, str, Any]]
) -> dict[str, Any]:
    codes = [code for code, _name, _duration in steps]
    return {
        "processNo": number,
        "processName": f"Quy trình {number}",
        "durationCount": count,
        "durationUnit": unit,
        "steps": {
            "ProcessStep": [
                {
                    "stepCode": code,
                    "stepName": name,
                    "sequenceNo": place,
                    "dossierStatus": "processing",
                    "durationCount": duration,
                    "roles": {"StepRole": [{"roleCode": "CV", "roleName": "Chuyên viên"}]},
                }
                for place, (code, name, duration) in enumerate(steps, start=1)
            ]
        },
        "actions": {
            "ProcessAction": [
                {
                    "actionCode": "1100",
                    "actionName": "Tiếp nhận",
                    "preStepCode": "",
                    "postStepCode": codes[0],
                },
                {
                    "actionCode": "1200",
                    "actionName": "Chuyển",
                    "preStepCode": codes[0],
                    "postStepCode": "900",
                    "preCondition": "payok",
                },
            ]
        },
    }


TEMPLATE = {
    "templateNo": "MAU-CT",
    "templateName": "Chứng thực",
    "parts": {
        "DossierPart": [
            {
                "partNo": "TP1",
                "partName": "Bản chính <i>giấy tờ</i>",
                "partType": 1,
                "required": "true",
            },
            {"partNo": "TP2", "partName": "Giấy ủy quyền", "partType": 1, "required": "false"},
            {"partNo": "KQ1", "partName": "Bản sao chứng thực", "partType": 2, "required": "true"},
        ]
    },
}
HOLIDAYS = [
    ("01/09/2026", "Nghỉ Quốc khánh", 0),
    ("02/09/2026", "Quốc khánh", 0),
    ("05/12/2026", "Làm bù thứ Bảy", 1),
    ("07/12/2026", "Nghỉ bù", 0),
    ("07/12/2026", "Nghỉ bù (ghi lại)", 0),
    ("09/12/2026", "Nghỉ kỷ niệm", 0),
    ("09/12/2026", "Làm bù nhầm", 1),
    ("10/12/2026", "Loại lạ", 7),
    ("13/12/2026", "Làm bù Chủ nhật", 1),
    ("31/02/2027", "Ngày không có", 0),
    ("30/04/2015", "Đã qua", 0),
]
HOURS = [(day, "07:30-11:30,13:30-17:00") for day in range(2, 7)] + [(7, "08:00-11:30"), (1, "")]


def write_export(folder: Path) -> Path:
    """XML as its import folder holds it, with one JSON file of rows beside."""
    services = {
        COPY: service(
            f"{COPY}.000.00.00.H26", "Chứng thực bản sao từ bản chính", "QT-CT",
            template="MAU-CT", feeText=HTML_FEE, durationText="Trong ngày",
            applicantText="<p>Cá nhân</p><p>Tổ chức</p>",
            regularText="Nghị định số 23/2015/NĐ-CP; Thông tư 226/2016/TT-BTC", resultText="Bản sao được chứng thực",
        ),
        BUILD: service(
            BUILD, "Cấp giấy phép xây dựng", ["QT-XD1", "QT-XD2"], domainName="Xây dựng",
            dossierText="<ul><li>Đơn đề nghị</li><li>Bản vẽ</li></ul>", conditionText="Phù hợp quy hoạch",
        ),
        STRANGE: service(STRANGE, "Đăng ký khai sinh", "QT-LA", feeText="Không"),
        f"{STRANGE}-lan-hai": service(STRANGE, "Đăng ký khai sinh (bản cũ)", "QT-LA"),
        BY_WORDS: service(BY_WORDS, "Thủ tục chưa có", "QT-CT", feeText="Phí thẩm định: 50.000 đồng"),
        LOCAL: service(LOCAL, "Xác nhận của tỉnh", "QT-CT"),
    }  # fmt: skip
    processes = [
        process("QT-CT", "1", 0, [("100", "Tiếp nhận", "0.5"), ("200", "Chứng thực", "0.5")]),
        process("QT-XD1", "20", 0, [("100", "Tiếp nhận", 1), ("200", "Thẩm định", 12)]),
        process("QT-XD2", "15", 0, [("100", "Tiếp nhận", 1), ("200", "Thẩm định", 14)]),
        process("QT-LA", "3", 5, [("100", "Tiếp nhận", 1)]),
    ]
    for name, value in services.items():
        _write(folder / "services" / f"{name}.xml", as_xml("ServiceInfo", value))
    for value in processes:
        _write(folder / "processes" / f"{value['processNo']}.xml", as_xml("ServiceProcess", value))
    _write(folder / "templates" / "MAU-CT.xml", as_xml("DossierTemplate", TEMPLATE))
    days = [
        {"holidayDate": day, "description": name, "holidayType": kind}
        for day, name, kind in HOLIDAYS
    ]
    _write(folder / "HolidayList.xml", as_xml("HolidayList", {"Holiday": days}))
    hours = [{"workTimeDay": day, "workTimeHours": told} for day, told in HOURS]
    _write(folder / "WorkingTimeList.xml", as_xml("WorkingTimeList", {"WorkingTime": hours}))
    _write(
        folder / "MenuConfig.xml", as_xml("MenuConfigList", {"MenuConfig": [{"menuGroup": "1"}]})
    )
    _write(folder / "tables.json", json.dumps(rows(), ensure_ascii=False))
    return folder


def rows() -> dict[str, Any]:
    """Rows of tables, as the administration pages give them: joined by numbers."""
    return {
        "total": 7,
        "data": [
            {"serviceInfoId": 5, "serviceCode": BY_ROWS, "serviceName": "Đăng ký lại khai sinh", "maxLevel": 4},
            {"serviceConfigId": 8, "serviceInfoId": 5, "govAgencyCode": "UBND-GL",
             "govAgencyName": "UBND xã Gia Lâm", "serviceLevel": 4, "postService": False},
            {"processOptionId": 3, "serviceConfigId": 8, "optionName": "Chung", "serviceProcessId": 11,
             "dossierTemplateId": 2},
            {"serviceProcessId": 11, "processNo": "QT-KS", "processName": "Khai sinh lại", "durationCount": 40.0,
             "durationUnit": 1},
            {"serviceProcessId": 11, "stepCode": "100", "stepName": "Tiếp nhận", "sequenceNo": "1",
             "durationCount": 40.0},
            {"serviceProcessId": 11, "actionCode": "1", "actionName": "Nhận", "preStepCode": "",
             "postStepCode": "100"},
            {"dossierTemplateId": 2, "templateNo": "MAU-KS", "templateName": "Khai sinh"},
            {"templateNo": "MAU-KS", "partNo": "1", "partName": "Tờ khai", "partType": 1, "required": True},
            {"something": "else"},
        ],
    }  # fmt: skip


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
