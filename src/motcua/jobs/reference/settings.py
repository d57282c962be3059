"""The page of settings: every name that the program reads from the environment."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from motcua.jobs.reference.layout import code, page, table

SOURCES = Path(__file__).resolve().parents[2]
MEANINGS = {
    "ALLOWED_HOSTS": "Names the program answers to, separated by commas. Production has no default.",
    "DATABASE_URL": "The database: `sqlite:///…` or `postgres://user:password@host:port/name`.",
    "DJANGO_SETTINGS_MODULE": "Which settings: `motcua.config.settings.local` (one office on its own machine, "
    "the default) or `motcua.config.settings.production` (behind TLS).",
    "LANG": "The language of the command line: English where it starts with `en`, else Vietnamese.",
    "LC_ALL": "As LANG, before it.",
    "LC_MESSAGES": "As LANG, before it.",
    "MOTCUA_CHROMIUM": "The browser that the journeys drive, if it is not in the path.",
    "MOTCUA_CLAMD": "Where the virus scanner ClamAV listens: `unix:/run/clamav/clamd.ctl` or `tcp:host:3310`. Empty: "
    "files are kept unscanned, and say so.",
    "MOTCUA_CONNECTION_SECONDS": "How long a connection to the database is kept open.",
    "MOTCUA_DATA": "Where the data lives: the SQLite file, the files of dossiers, the secret key, gathered static files.",
    "MOTCUA_BENCH_AHEAD": "Set by `bench` and `load` for the programs they start themselves: by how many seconds "
    "their clock runs ahead. No program of an office reads it.",
    "MOTCUA_DIGEST_AT": "When what is wished bundled goes out, on the office's clock.",
    "MOTCUA_EXCHANGE_KEY": "The private key by which other installations know this one: 64 hexadecimal digits. Empty: "
    "made once and kept in the data folder.",
    "MOTCUA_EXCHANGE_TIMEOUT_SECONDS": "How long another installation is waited for.",
    "MOTCUA_FILE_MEGABYTES": "How large one file brought along or given out may be.",
    "MOTCUA_HOST": "The address `./motcua run` listens on.",
    "MOTCUA_LAST_COPIES_MEGABYTES": "How much room public pages may take on disk, as they last were, for the time when "
    "the database does not answer.",
    "MOTCUA_MAIL_FROM": "From whom letters to citizens are: `Một Cửa <mot-cua@xa.gov.vn>`. Needed with `MOTCUA_SMTP`.",
    "MOTCUA_NOTICE_TIMEOUT_SECONDS": "How long a carrier of notices is waited for.",
    "MOTCUA_OIDC_CLIENT_ID": "The name by which the provider of the national identity knows this office.",
    "MOTCUA_OIDC_CLIENT_SECRET": "Its secret, shown to the provider alone.",
    "MOTCUA_OIDC_ISSUER": "The OpenID provider of the national identity (`https://…`). Empty: this way in is not offered.",
    "MOTCUA_OIDC_LEVEL_2": "What the level claim says for level 2; several, separated by commas.",
    "MOTCUA_OIDC_LEVEL_CLAIM": "Which claim says how well the person is known.",
    "MOTCUA_OIDC_NAME": "How the national identity is called on the button.",
    "MOTCUA_OIDC_PERSONAL_ID_CLAIM": "Which claim holds the personal number.",
    "MOTCUA_PAYMENT_GATEWAYS": "Payment gateways, parted by spaces: `name=https://…` (their shape: docs/explain/paying.md). "
    "Empty: paid by QR code and transfer only.",
    "MOTCUA_PAYMENT_KEYS": "The public key (Ed25519, 64 hexadecimal digits) of each gateway that signs with one: `name=…`.",
    "MOTCUA_PAYMENT_SECRETS": "The secret shared with each gateway, at least 32 characters: `name=…`.",
    "MOTCUA_PAYMENT_TIMEOUT_SECONDS": "How long a payment gateway is waited for.",
    "MOTCUA_PG_BIN": "The folder of PostgreSQL's programs, for backup, restore and the tests.",
    "MOTCUA_PREPARED_STATEMENTS": "Whether PostgreSQL prepares the statements of the everyday acts; `0` behind a "
    "pooler that gives each transaction another server.",
    "MOTCUA_PUBLIC_ADDRESS": "How people reach the program, printed in links and QR codes.",
    "MOTCUA_QUIET_HOURS": "When nobody is disturbed by a notice, on the office's clock; `00:00-00:00`: never quiet.",
    "MOTCUA_SMS_GATEWAY": "The adapter that sends SMS (`https://…`, its shape: docs/explain/notices.md). Empty: no SMS.",
    "MOTCUA_SMS_SECRET": "Shown to the SMS adapter as a bearer token.",
    "MOTCUA_SMTP": "The mail server for letters to citizens: `smtp://host:25`, `smtp+tls://user:password@host:587` or "
    "`smtp+ssl://user:password@host:465`. Empty: no e-mail.",
    "MOTCUA_TEST_POSTGRES": "A PostgreSQL for the tests (a DATABASE_URL) instead of a throw-away one.",
    "MOTCUA_WORKERS": "How many processes of the web server; one per core if not given, two at most on SQLite.",
    "MOTCUA_ZALO_GATEWAY": "The adapter that sends by Zalo, in the same shape. Empty: nothing goes by Zalo.",
    "MOTCUA_ZALO_SECRET": "Shown to the Zalo adapter as a bearer token.",
    "PORT": "The port `./motcua run` listens on.",
    "SECRET_KEY": "Signs sessions. Made once and kept in the data folder; production has no default.",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One place where a name is read; `default` is its source text, empty when there is none."""

    name: str
    default: str
    place: str


def readings() -> list[Reading]:
    """Every reading of the environment in the sources, by name and place."""
    found = {reading for path in SOURCES.rglob("*.py") for reading in _in_file(path)}
    return sorted(found, key=lambda reading: (reading.name, reading.place))


def settings_page() -> str:
    found, rows = readings(), []
    for name in sorted({reading.name for reading in found}):
        mine = [reading for reading in found if reading.name == name]
        default = next((reading.default for reading in mine if reading.default), "")
        places = ", ".join(dict.fromkeys(code(reading.place) for reading in mine))
        rows.append([code(name), MEANINGS[name], code(default), places])
    intro = "All of them are read from the environment, where they are first used."
    return page("Settings", intro, table(["name", "meaning", "default", "read in"], rows))


def _in_file(path: Path) -> Iterator[Reading]:
    place = str(path.relative_to(SOURCES.parent))
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and _reads_environment(node.func):
            yield from _of_call(node, place)


def _reads_environment(function: ast.expr) -> bool:
    """`env.int(…)`, `os.environ.get(…)`, `environment.setdefault(…)` of the settings module."""
    return ast.unparse(function).startswith(("env.", "os.environ."))


def _of_call(call: ast.Call, place: str) -> Iterator[Reading]:
    first = call.args[0] if call.args else None
    if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
        return
    named = [word.value for word in call.keywords if word.arg == "default"]
    given = [*named, *call.args[1:2]]
    yield Reading(first.value, ast.unparse(given[0]) if given else "", place)
