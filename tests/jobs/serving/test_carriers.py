"""The sample office gets carriers to try with; an office that names its own never does."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from motcua.jobs.processes import stop
from motcua.jobs.serving.carriers import carriers_to_try
from tests.support.checkout import ROOT

SECONDS_MAX = 20


def test_an_office_with_carriers_of_its_own_gets_none_to_try(settings: Any) -> None:
    settings.NOTICE_SMS_GATEWAY = "https://sms.example.vn"
    assert carriers_to_try() is None


def test_each_setting_points_at_this_machine() -> None:
    trying = carriers_to_try()
    assert trying is not None
    addresses = [value for value in trying.settings.values() if "://" in value]
    assert len(addresses) == 4
    assert all(address.partition("://")[2].startswith("127.0.0.1:") for address in addresses)
    assert len({trying.web_port, trying.mail_port, trying.bank_port}) == 3


def test_the_program_shows_its_page_and_ends_when_told(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    trying = carriers_to_try()
    assert trying is not None
    program = trying.program({"PYTHONPATH": str(ROOT / "src")})
    process = subprocess.Popen(program.command, env=program.environment, text=True)
    try:
        assert "Tin báo thử" in _page(trying.page)
        assert "Ngân hàng thử" in _page(trying.bank)
    finally:
        stop(process, signal.SIGTERM, patience_seconds=SECONDS_MAX)
    assert process.returncode == 0


def _page(url: str) -> str:
    end = time.monotonic() + SECONDS_MAX
    while True:
        try:
            with urlopen(url, timeout=5) as answer:
                return str(answer.read().decode())
        except URLError:
            assert time.monotonic() < end, "the simulated carriers do not answer"
            time.sleep(0.05)


@pytest.fixture(autouse=True)
def _no_carriers(settings: Any) -> None:
    settings.NOTICE_SMTP = settings.NOTICE_SMS_GATEWAY = settings.NOTICE_ZALO_GATEWAY = ""
