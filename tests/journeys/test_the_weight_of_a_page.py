"""What a phone asks for before its check-in can be answered, as it came over the wire; `tests/web` adds files up."""

import json
import os
import subprocess
import sys

from scripts.page_weight import CHECK_IN, JOIN_FORM, OTHER_KINDS, kinds
from tests.evening.server import ROOT


def test_nothing_that_can_wait_comes_before_the_first_answer(chromium: str) -> None:
    # Spanish words are longer than English ones. By itself, since it has a browser of its own.
    command = [sys.executable, "scripts/page_weight.py", "--language", "es"]
    said = subprocess.run(command, cwd=ROOT, env={**os.environ, "CHROMIUM": chromium}, capture_output=True, check=True)
    weighed = json.loads(said.stdout)

    assert weighed["join_form"]["bytes"] <= JOIN_FORM
    assert weighed["check_in"]["bytes"] <= CHECK_IN, weighed["check_in"]["files"]
    assert weighed["at_rest"]["bytes"] > CHECK_IN, "What comes later should have come by now."


def test_no_other_kind_is_heavy() -> None:
    too_heavy = {kind: weighs for kind, weighs in kinds().items() if weighs > OTHER_KINDS}

    assert not too_heavy
