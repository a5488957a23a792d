"""The product without its store, to see what storing costs: answers are checked and acknowledged, and not written.

Runs as a server of its own: `python -m bench.targets.without_storage run`.
"""

from facilitator import _boot

_boot.patch()

from functools import partial  # noqa: E402 - patching comes first
from typing import Any  # noqa: E402

from facilitator.cli import cli  # noqa: E402
from facilitator.storage import answers  # noqa: E402
from facilitator.storage.batches import Outcome  # noqa: E402
from facilitator.storage.writer import Writer  # noqa: E402

_writes = Writer.submit


def _submit(self: Writer, job: Any, *, then: Any, **how: Any) -> None:
    if isinstance(job, answers.Keep):
        self._tell(partial(then, Outcome(True)))
    else:
        _writes(self, job, then=then, **how)


Writer.submit = _submit  # type: ignore[method-assign]

if __name__ == "__main__":
    cli()
