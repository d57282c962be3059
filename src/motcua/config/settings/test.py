"""For tests: everything as in an office, but cheap passwords and plain static names."""

from __future__ import annotations

from motcua.config.settings.base import *  # noqa: F403
from motcua.config.settings.citizens import *  # noqa: F403
from motcua.config.settings.database import *  # noqa: F403
from motcua.config.settings.env import DATA
from motcua.config.settings.exchange import *  # noqa: F403
from motcua.config.settings.files import *  # noqa: F403
from motcua.config.settings.logging import *  # noqa: F403
from motcua.config.settings.notices import *  # noqa: F403
from motcua.config.settings.payments import *  # noqa: F403
from motcua.config.settings.security import *  # noqa: F403

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PUBLIC_ADDRESS = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Nothing is collected for tests: static files come from where they are written.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True
if "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    # A file, not memory: tests of several processes share it.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA / "test.sqlite3")}  # noqa: F405
# Pages outlive the database here: only the tests of that keep them.
KEEP_LAST_COPIES = False
STAMP_TRUSTED_SECONDS = 0.0
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405  # whitenoise warns when it is missing
