"""The server as it runs, in a process of its own: `python -m tests.privacy.path.leaking run`.

Nothing in it is changed, unless the environment names a mistake to plant or a file of orders to break by.
"""

from facilitator import _boot

_boot.patch()

import os  # noqa: E402 - nothing may be imported before it is patched
from pathlib import Path  # noqa: E402

from facilitator.__main__ import main  # noqa: E402
from facilitator.server import running  # noqa: E402
from tests.privacy.path.breaking import break_when_told  # noqa: E402
from tests.privacy.path.mistakes_as_it_runs import IN_THE_SERVER, ORDERS, PLANTED  # noqa: E402

if __name__ == "__main__":
    if os.environ.get(PLANTED):
        IN_THE_SERVER[os.environ[PLANTED]]().__enter__()
    if os.environ.get(ORDERS):
        break_when_told(Path(os.environ[ORDERS]))
        # Each wave that broke waits for the next look at the room: five ticks.
        running.TICK = 0.1
    main()
