"""The settings: what they are unless said otherwise, what is refused, and that every one explains itself."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from facilitator.config import Config, describe, read
from facilitator.errors import Refused


def refused(environ: dict[str, str], **given: object) -> str:
    with pytest.raises(Refused) as refusal:
        read(environ, **given)
    assert refusal.value.why == "settings"
    return refusal.value.message


def test_nothing_has_to_be_set() -> None:
    config = read({})

    assert (config.host, config.port, config.data, config.k) == ("127.0.0.1", 8000, Path("var"), 4)
    assert config.languages == ("en", "es")
    assert config.is_loopback
    assert not config.insecure
    assert config.zone is not None


def test_the_environment_and_then_the_command_line_decide() -> None:
    config = read({"PORT": "9000", "HOST": "::1", "FACILITATOR_DATA": "/srv/group"}, port=9001, host=None)

    assert (config.port, config.host, config.data) == (9001, "::1", Path("/srv/group"))


def test_all_that_is_to_mend_is_told_at_once_with_what_to_write() -> None:
    message = refused({"PORT": "lots", "FACILITATOR_K": "2", "FACILITATOR_TIME_ZONE": "Mars/Olympus"})

    assert len(message.splitlines()) == 3
    assert 'PORT: Must be a whole number from 1 to 65535. It says "lots".' in message
    assert "from 3 to 50" in message
    assert "America/Chicago" in message


@pytest.mark.parametrize(
    ("variable", "written"),
    [
        ("FACILITATOR_K", "2"),
        ("PORT", "0"),
        ("PORT", ""),
        ("HOST", ""),
        ("FACILITATOR_DATA", " "),
        ("FACILITATOR_ASYNC_MODE", "gevent"),
        ("FACILITATOR_INSECURE_TRIAL", "maybe"),
        ("FACILITATOR_PUBLIC_ADDRESS", "group.example.org"),
        ("FACILITATOR_PUBLIC_ADDRESS", "https://group.example.org/join"),
        ("FACILITATOR_LANGUAGES", "en,tlh"),
        ("FACILITATOR_LANGUAGES", ","),
        ("FACILITATOR_TIME_ZONE", "../../etc/passwd"),
        ("FACILITATOR_WALK_TO", '{"en": 5}'),
        ("FACILITATOR_WALK_TO", "{"),
        ("FACILITATOR_CRISIS_LINES", "Call 988"),
        ("FACILITATOR_CRISIS_LINES", "[]"),
        ("FACILITATOR_CRISIS_LINES", '{"en": []}'),
        ("FACILITATOR_CRISIS_LINES", '{"en": [{"label": "Help", "href": "javascript:alert(1)"}]}'),
        ("FACILITATOR_CRISIS_LINES", '{"en": [{"label": "Help"}]}'),
        ("FACILITATOR_STAFF_IDLE_MINUTES", "4"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_name(variable: str, written: str) -> None:
    assert refused({variable: written}).startswith(f"{variable}: ")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "clinic.local", "::"])  # noqa: S104 - refused here
def test_a_network_without_tls_needs_to_be_said_aloud(host: str) -> None:
    assert "--insecure-trial" in refused({"HOST": host})
    trial = read({"HOST": host, "FACILITATOR_INSECURE_TRIAL": "yes"})
    safe = read({"HOST": host, "FACILITATOR_TLS_CERT": "a.pem", "FACILITATOR_TLS_KEY": "b.pem"})

    assert (trial.insecure, safe.insecure) == (True, False)


def test_a_certificate_and_its_key_belong_together() -> None:
    assert "give both or neither" in refused({"FACILITATOR_TLS_CERT": "a.pem"})
    assert "give both or neither" in refused({"FACILITATOR_TLS_KEY": "a.pem"})


def test_every_language_has_help_in_a_crisis() -> None:
    lines = read({}).crisis_lines
    only_english = {"FACILITATOR_CRISIS_LINES": '{"en": [{"label": "Call 112", "href": "tel:112"}]}'}

    assert set(lines) == {"en", "es"}
    assert [line["href"] for line in lines["en"]] == ["tel:988", "sms:988", "https://988lifeline.org/chat"]
    assert '"es"' in refused(only_english)
    assert read(only_english | {"FACILITATOR_LANGUAGES": "en"}).crisis_lines["en"][0]["label"] == "Call 112"


def test_whom_to_turn_to_is_one_sentence_or_one_for_each_language() -> None:
    assert read({"FACILITATOR_WALK_TO": "Room 4"}).walk_to == {"en": "Room 4", "es": "Room 4"}
    assert read({"FACILITATOR_WALK_TO": '{"en": "Room 4", "es": "Sala 4"}'}).walk_to["es"] == "Sala 4"
    assert '"es"' in refused({"FACILITATOR_WALK_TO": '{"en": "Room 4"}'})


def test_the_clinic_has_its_own_time_zone() -> None:
    assert read({"FACILITATOR_TIME_ZONE": "America/Chicago"}).zone == ZoneInfo("America/Chicago")


def test_every_setting_explains_itself_and_its_default_can_be_written() -> None:
    rows = describe()

    assert [row.name for row in rows] == list(Config.__dataclass_fields__)
    assert all(row.help.endswith(".") and row.type for row in rows)
    assert read({row.variable: row.default for row in rows}) == read({})
