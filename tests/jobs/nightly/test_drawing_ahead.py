"""What nobody has read can be read while the database is away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings

from motcua.jobs.drawing_ahead import draw_ahead
from motcua.kernel import clock
from motcua.portal.keeping.last_copies import copies
from tests.support.clock import PLAIN_MORNING
from tests.support.working_office import BIRTH_AGAIN, CODES, put_up_office


@pytest.mark.django_db
def test_every_procedure_is_kept_in_each_language(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.KEEP_LAST_COPIES, settings.LAST_COPIES = True, tmp_path / "copies"
    monkeypatch.setattr(clock, "now", lambda: PLAIN_MORNING)
    put_up_office()
    languages = [code for code, _name in django_settings.LANGUAGES]
    assert draw_ahead(at=PLAIN_MORNING) == len(languages) * (4 + len(CODES))
    for language in languages:
        kept = copies.read(f"/thu-tuc/{BIRTH_AGAIN}", language, PLAIN_MORNING)
        assert kept is not None
        assert f'<html lang="{language}"'.encode() in kept.body
