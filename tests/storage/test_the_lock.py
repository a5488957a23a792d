"""Who holds the data folder, and who is turned away."""

import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.errors import Refused
from facilitator.storage import lock

HOLD = """
import sys
from pathlib import Path
from facilitator.storage import lock
with lock.hold(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_is_turned_away_in_words(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(Refused, match="already running"), lock.hold(tmp_path):
            pass
        first.kill()
        first.wait()

        # The lock goes with its process, even a killed one.
        with lock.hold(tmp_path):
            pass


def test_the_folder_is_free_again_afterwards(tmp_path: Path) -> None:
    with lock.hold(tmp_path):
        pass

    with lock.hold(tmp_path):
        pass
