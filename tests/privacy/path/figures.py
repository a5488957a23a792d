"""Property 8, *counter*, on the page of figures of a server that runs: the real `/metrics`, read before and after.

Each thing said is followed by as long a time in which nothing is said. What moves with an answer, and not by itself,
is told by that page to whoever may read it.
"""

import urllib.request
from collections import Counter
from random import Random
from threading import Event

from tests.evening.server import free_port
from tests.privacy.path.as_it_runs import Evening, a_house
from tests.privacy.path.outcome import Outcome

SPEAK, HIDE = ("Ana", "Ben"), ("Chris", "Dee", "Eli", "Six")
SAID_IN_AN_EVENING = 24
OFTEN = 2
"""What the clock moves may move beside an answer once."""


def run(evenings: int, seed: int) -> Outcome:
    outcome = Outcome("8 counter, on a running server's own page of figures", seed)
    moved, quiet = Counter[str](), Counter[str]()
    port = free_port()
    with a_house(FACILITATOR_METRICS=f"127.0.0.1:{port}") as house:
        for number in range(evenings):
            with house.evening() as evening:
                _one(evening, port, Random(seed + number), moved, quiet)  # noqa: S311
        lines = len(_page(port))
    with_answers = {name: count for name, count in moved.items() if count >= OFTEN and count > 3 * quiet[name]}
    outcome.wrong = [f"{name} moved with {count} things said" for name, count in sorted(with_answers.items())]
    outcome.figures = {
        "things said": evenings * SAID_IN_AN_EVENING,
        "figures on the page": lines,
        "moved while something was said, while nothing was": f"{sum(moved.values())}, {sum(quiet.values())}",
    }
    return outcome


def _one(evening: Evening, port: int, chance: Random, moved: Counter[str], quiet: Counter[str]) -> None:
    evening.come(*SPEAK, *HIDE)
    run_id = evening.at("words")
    for _ in range(SAID_IN_AN_EVENING):
        before = _page(port)
        phone, do = evening.phones[chance.choice(SPEAK)], chance.choice(("answer", "answer", "pass", "withdraw"))
        phone.says(do, {"text": chance.randbytes(9).hex()} if do == "answer" else None, run=run_id)
        after = _page(port)
        Event().wait(0.01)
        moved.update(_differing(before, after))
        quiet.update(_differing(after, _page(port)))


def _page(port: int) -> dict[str, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as told:
        lines = [line for line in told.read().decode().splitlines() if not line.startswith("#")]
    found = {name: value for name, _, value in (line.rpartition(" ") for line in lines)}
    assert "facilitator_named_answers" in found
    return found


def _differing(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)]
