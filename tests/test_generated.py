"""What can be generated is generated, and says what the code says."""

from pathlib import Path

import pytest

from facilitator.activities.activity import ActivityKind
from facilitator.config import describe
from facilitator.generate import main, outdated, write_all
from facilitator.generating.activities_md import activities_md, example_of, kinds_of_the_house
from facilitator.generating.protocol_ts import protocol_ts
from tests.curriculum.pages import module

ROOT = Path(__file__).resolve().parent.parent


def test_the_generated_files_say_what_the_code_says():
    assert outdated(ROOT) == [], "run: python -m facilitator.generate"


def test_a_generated_file_edited_by_hand_is_noticed(tmp_path, capsys):
    write_all(tmp_path)
    protocol = tmp_path / "static" / "protocol.ts"
    protocol.write_text(protocol.read_text().replace("from_step", "from_page", 1))

    assert main(["--check", "--root", str(tmp_path)]) == 1
    assert "static/protocol.ts" in capsys.readouterr().err


def test_what_the_conductor_fills_in_is_not_asked_of_clients():
    assert "call_staff: { call: string };" in protocol_ts()


def test_a_field_with_a_default_may_be_left_out():
    assert 'admit: { seat: string; when?: "now" | "next_step" };' in protocol_ts()


def test_every_setting_stands_in_the_document():
    document = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")

    assert [s.variable for s in describe() if f"`{s.variable}`" not in document] == []


@pytest.mark.parametrize("kind", kinds_of_the_house(), ids=lambda kind: kind.kind)
def test_an_example_in_the_document_can_be_copied_into_a_module(kind: ActivityKind):
    assert example_of(kind) in activities_md()
    step = module(f"## Together\n\n{example_of(kind)}").steps[0]

    assert step.activity is not None
    assert step.activity.kind == kind.kind
