"""Static files, served by the program itself with long caching; and the files of dossiers, kept under their digest."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

from motcua.config.settings.env import DATA, env

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "motcua.ui.finders.TypefaceFinder",
]

STORED_FILES = DATA / "files"
# On the same disk as the files: a finished upload is moved there in one step.
UPLOAD_PARTS = DATA / "uploads"
# Lists made into files in the background, until they are fetched; the night takes them away.
EXPORTED_FILES = DATA / "exports"
FILE_BYTES_MAX = env.int("MOTCUA_FILE_MEGABYTES", default=20) * 1024 * 1024
# Where clamd listens: unix:/run/clamav/clamd.ctl or tcp:host:3310; empty: files are not scanned.
CLAMD_ADDRESS = env.str("MOTCUA_CLAMD", default="")
if CLAMD_ADDRESS and not CLAMD_ADDRESS.startswith(("unix:/", "tcp:")):
    raise ImproperlyConfigured(f"MOTCUA_CLAMD is no address of a scanner: {CLAMD_ADDRESS}")
FILE_UPLOAD_HANDLERS = [
    "motcua.documents.posted.BoundedForm",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Public pages as they last were, for the time when the database does not answer.
KEEP_LAST_COPIES = True
LAST_COPIES = DATA / "last-copies"
LAST_COPIES_BYTES_MAX = env.int("MOTCUA_LAST_COPIES_MEGABYTES", default=128) * 1024 * 1024
# What is announced to everybody, for pages shown while the database is away; when the last backup was made.
ANNOUNCEMENTS_FILE = DATA / "announcements.json"
LAST_BACKUP_FILE = DATA / "last-backup"
# For so long a web process believes that a page still holds, before it asks again.
STAMP_TRUSTED_SECONDS = 1.0
