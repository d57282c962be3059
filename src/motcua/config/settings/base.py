"""What the product is made of: apps, order of the layers a request passes, words and time."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.config.settings.env import PROJECT

INSTALLED_APPS = [
    "motcua.ui",
    "motcua.ledger",
    "motcua.audit",
    "motcua.agencies",
    "motcua.accounts",
    "motcua.citizens",
    "motcua.papers",
    "motcua.documents",
    "motcua.worktime",
    "motcua.procedures",
    "motcua.eforms",
    "motcua.processes",
    "motcua.dossiers",
    "motcua.workflow",
    "motcua.books",
    "motcua.payments",
    "motcua.surveys",
    "motcua.feedback",
    "motcua.settlements",
    "motcua.reconciliation",
    "motcua.certifications",
    "motcua.interlinked",
    "motcua.filing",
    "motcua.exchange",
    "motcua.notices",
    "motcua.availability",
    "motcua.reports",
    "motcua.workspace",
    "motcua.portal",
    "motcua.api",
    "motcua.jobs",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.ui.middleware.CompressMiddleware",
    "motcua.ui.middleware.RequestIdMiddleware",
    "motcua.ui.middleware.ChosenLanguageMiddleware",
    # What it keeps bears the headers of those below it.
    "motcua.portal.keeping.middleware.KeptPagesMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "motcua.portal.addresses.SlashTooManyMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "motcua.workspace.middleware.ActorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "vi"
# Below these, `Accept-Language` chooses the language of a caller without a cookie.
PROGRAM_ADDRESSES = ("/api/",)
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [PROJECT / "locale"]
LANGUAGE_COOKIE_NAME = "motcua-language"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "motcua.ui.jinja.environment",
            "context_processors": [
                "motcua.ui.context.look",
                "motcua.portal.help.context.ways_of_the_portal",
                "motcua.portal.chrome.chrome",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {
        # For the pages of libraries that we do not replace.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "long"]}}
