"""Every setting as data: its name, its kind, what it is unless said otherwise, and what it is for.

`docs/configuration.md` is written from `describe()`. Settings come from the environment; the command line
may give some of them again and wins.
"""

import dataclasses
import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from marshmallow import ValidationError, fields, validate

from facilitator import config_fields as own
from facilitator.errors import Refused

LEAST_K = 3


def _setting(variable: str, kind: fields.Field[Any], default: str, what_for: str) -> dict[str, Any]:
    """`default` is written as one would write it in the environment."""
    return {"variable": variable, "kind": kind, "default": default, "help": what_for}


@dataclass(frozen=True)
class Config:
    """The settings of one server. Get one with `read`."""

    host: str = field(
        metadata=_setting(
            "HOST",
            fields.String(validate=validate.Length(min=1)),
            "127.0.0.1",
            "The address to listen on. `0.0.0.0` lets phones on the same network in: with TLS or as an insecure trial.",
        )
    )
    port: int = field(metadata=_setting("PORT", own.whole(1, 65535), "8000", "The port to listen on."))
    data: Path = field(
        metadata=_setting(
            "FACILITATOR_DATA",
            own.FilePath(),
            "./var",
            "The folder that holds everything stored: the database, and in `keys/` the key that opens it, unless "
            "`FACILITATOR_KEY_FILE` names another place. Back up both, apart from each other.",
        )
    )
    key_file: Path | None = field(
        metadata=_setting(
            "FACILITATOR_KEY_FILE",
            own.FilePath(allow_none=True),
            "",
            "Where the key of the record lies, best outside the data folder and of whatever is backed up with it. "
            "Empty: `keys/field.key` in the data folder.",
        )
    )
    async_mode: str = field(
        metadata=_setting(
            "FACILITATOR_ASYNC_MODE",
            fields.String(validate=validate.OneOf(["eventlet", "threading"])),
            "eventlet",
            "How many phones are served at once: `eventlet` or `threading`.",
        )
    )
    wire: str = field(
        metadata=_setting(
            "FACILITATOR_WIRE",
            fields.String(validate=validate.OneOf(["fast", "stock"])),
            "fast",
            "How sockets are served: `fast`, directly, where the libraries allow it; `stock`, by the library alone.",
        )
    )
    seat_rate: int = field(
        metadata=_setting(
            "FACILITATOR_SEAT_RATE",
            own.whole(1, 1_000_000),
            "20",
            "Messages a second that one phone or tablet may send for long. Five times as many are taken at once; "
            "what is more is asked to slow down.",
        )
    )
    metrics: str = field(
        metadata=_setting(
            "FACILITATOR_METRICS",
            fields.String(validate=validate.Regexp(r"(\[[0-9a-fA-F:]+\]|[^\s:\[\]]+):[0-9]{1,5}\Z|\Z")),
            "",
            "Where figures for Prometheus are served, such as `127.0.0.1:9100`; they name nobody. Empty: nowhere.",
        )
    )
    tls_cert: Path | None = field(
        metadata=_setting(
            "FACILITATOR_TLS_CERT",
            own.FilePath(allow_none=True),
            "",
            "The certificate file (PEM, with its chain), to serve over TLS. Needs `FACILITATOR_TLS_KEY`.",
        )
    )
    tls_key: Path | None = field(
        metadata=_setting(
            "FACILITATOR_TLS_KEY", own.FilePath(allow_none=True), "", "The private key file of the certificate (PEM)."
        )
    )
    hsts: str = field(
        metadata=_setting(
            "FACILITATOR_HSTS",
            fields.String(validate=validate.OneOf(["host", "subdomains", "off"])),
            "host",
            "Whether browsers are told, for a year, to come over TLS alone (Strict-Transport-Security): for this "
            "`host`, for its `subdomains` too, or `off`. It is told only where browsers come over TLS.",
        )
    )
    insecure_trial: bool = field(
        metadata=_setting(
            "FACILITATOR_INSECURE_TRIAL",
            fields.Boolean(),
            "no",
            "Serve a network without TLS, to try things out. Every screen says so. Never with real patients.",
        )
    )
    public_address: str = field(
        metadata=_setting(
            "FACILITATOR_PUBLIC_ADDRESS",
            own.WebAddress(),
            "",
            "What phones type and the QR holds, such as `https://group.example.org`. "
            "Empty: worked out from the address and port that are served.",
        )
    )
    languages: tuple[str, ...] = field(
        metadata=_setting(
            "FACILITATOR_LANGUAGES",
            own.Languages(),
            "en,es",
            "The languages that phones and room screens can choose, the first one unless they do.",
        )
    )
    time_zone: str = field(
        metadata=_setting(
            "FACILITATOR_TIME_ZONE",
            own.TimeZone(),
            "",
            "The clinic's time zone, such as `America/Chicago`. Empty: this machine's.",
        )
    )
    k: int = field(
        metadata=_setting(
            "FACILITATOR_K",
            own.whole(LEAST_K, 50),
            "4",
            f"How many anonymous answers must come out together, so that each can hide. Never less than {LEAST_K}.",
        )
    )
    crisis_lines: Mapping[str, tuple[Mapping[str, str], ...]] = field(
        metadata=_setting(
            "FACILITATOR_CRISIS_LINES",
            own.CrisisLines(),
            own.UNITED_STATES,
            "Help in a crisis, shown on every phone even without a network. "
            "JSON: language → list of `label` and `href` (`tel:`, `sms:` or `https:`).",
        )
    )
    walk_to: Mapping[str, str] = field(
        metadata=_setting(
            "FACILITATOR_WALK_TO",
            own.ByLanguage(),
            "",
            "Whom else to turn to when a call does not reach the tablet, such as `the front desk`. Phones say "
            "“You can also go to: …”. A few words, or JSON: language → words.",
        )
    )
    staff_idle_minutes: int = field(
        metadata=_setting(
            "FACILITATOR_STAFF_IDLE_MINUTES",
            own.whole(5, 720),
            "30",
            "After so many quiet minutes staff have to sign in again. A live cockpit stays signed in.",
        )
    )
    staff_longest_hours: int = field(
        metadata=_setting(
            "FACILITATOR_STAFF_LONGEST_HOURS",
            own.whole(4, 72),
            "16",
            "After so many hours staff have to sign in again, however busy they are.",
        )
    )
    second_factor: str = field(
        metadata=_setting(
            "FACILITATOR_SECOND_FACTOR",
            fields.String(validate=validate.OneOf(["optional", "required", "everyone"])),
            "optional",
            "Who must have a second step of signing in (a code from an app): nobody (`optional`), operators "
            "(`required`), or all staff (`everyone`). Whoever need not may.",
        )
    )
    curricula: Path | None = field(
        metadata=_setting(
            "FACILITATOR_CURRICULA",
            own.FilePath(allow_none=True),
            "",
            "The folder with your curricula, agreement and concern script. Empty: those that come with Facilitator.",
        )
    )
    keep_days: Mapping[str, int] = field(
        metadata=_setting(
            "FACILITATOR_KEEP_DAYS",
            own.KeepDays(),
            ",".join(f"{what}={days}" for what, days in own.KEPT_UNLESS_SAID.items()),
            "For how many days after a session each kind of thing is kept; see `keeping-and-forgetting.md`. "
            "What is left out keeps its default.",
        )
    )
    part2_notice: str = field(
        metadata=_setting(
            "FACILITATOR_PART2_NOTICE",
            own.Notice(),
            "",
            "The notice (42 CFR Part 2) that goes with every record that leaves Facilitator, in your programme's own "
            "words, or `@` and the path of a text file. Until it is set, nothing with a name can be printed or saved.",
        )
    )

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def has_tls(self) -> bool:
        return self.tls_cert is not None

    @property
    def reached_over_tls(self) -> bool:
        """Whether browsers come over TLS: by our own certificate, or through the proxy of an `https://` address."""
        return self.has_tls or self.public_address.startswith("https://")

    @property
    def insecure(self) -> bool:
        """Whether others on the network could read along: every screen then says so."""
        return not self.is_loopback and not self.has_tls

    @property
    def zone(self) -> tzinfo:
        """The time zone that people see."""
        return ZoneInfo(self.time_zone) if self.time_zone else _zone_of_this_machine()


_SETTINGS = dataclasses.fields(Config)


@dataclass(frozen=True)
class Setting:
    """A row of `docs/configuration.md`. `default` as one would write it."""

    name: str
    variable: str
    type: str
    default: str
    help: str


def read(environ: Mapping[str, str], **given: object) -> Config:
    """The settings from `environ` (`os.environ`), then those that the command line gave (None: not given).

    Raises `Refused("settings")` with one line for each thing to mend, all at once.
    """
    values: dict[str, Any] = {}
    problems: list[str] = []
    for setting in _SETTINGS:
        variable = setting.metadata["variable"]
        written = given.get(setting.name)
        if written is None:
            written = environ.get(variable, setting.metadata["default"])
        try:
            values[setting.name] = setting.metadata["kind"].deserialize(written)
        except ValidationError as problem:
            said = " ".join(str(message) for message in problem.messages)
            problems.append(f'{variable}: {said} It says "{written}".')
    if not problems:
        problems = _problems_between(Config(**values))
    if problems:
        raise Refused("settings", "\n".join(problems))
    return Config(**values)


def describe() -> list[Setting]:
    """Every setting, in the order of the document."""
    return [
        Setting(
            setting.name,
            setting.metadata["variable"],
            own.kind_of(setting.metadata["kind"]),
            setting.metadata["default"],
            setting.metadata["help"],
        )
        for setting in _SETTINGS
    ]


def _problems_between(config: Config) -> list[str]:
    problems: list[str] = []
    if (config.tls_cert is None) != (config.tls_key is None):
        problems.append("FACILITATOR_TLS_CERT and FACILITATOR_TLS_KEY belong together: give both or neither.")
    elif config.insecure and not config.insecure_trial:
        problems.append(
            f"HOST {config.host} lets others on the network read along. Give a certificate (--tls-cert, --tls-key), "
            "or say --insecure-trial to try it without patients, or use HOST 127.0.0.1."
        )
    for variable, told in (("FACILITATOR_CRISIS_LINES", config.crisis_lines), ("FACILITATOR_WALK_TO", config.walk_to)):
        missing = [language for language in config.languages if language not in told]
        problems += [f'{variable}: It says nothing for the language "{language}".' for language in missing]
    return problems


def _zone_of_this_machine() -> tzinfo:
    _, found, key = str(Path("/etc/localtime").resolve()).partition("/zoneinfo/")
    return ZoneInfo(key) if found else UTC
