"""Eight pretend participants who join a live session over real sockets, for the demo and for rehearsing.

Runs as a process of its own beside the server: it knows no more than a phone does. The address and the QR's
secret come on its standard input, so that neither stands in a list of processes.
"""

import json
import sys
import threading
from random import Random

from facilitator.demo.phone import Gone, Phone, join

NAMES = ("Ana", "Ben", "Chris", "Dee", "Eli", "Flor", "Gus", "Hana")
_LANGUAGES = ("en", "en", "en", "es", "en", "es", "en", "en")


def live(address: str, secret: str, number: int, over: threading.Event) -> None:
    """One participant's evening: joins after a while, answers or passes, loses the network and comes back."""
    chance = Random(number)  # noqa: S311 - a pretend evening, not a secret
    name, language = NAMES[number], _LANGUAGES[number]
    if over.wait(chance.uniform(0.2, 1.0) + number * 0.6):
        return
    cookie = join(address, secret, name, language)
    while not over.is_set():
        phone = Phone(address, cookie, language, chance)
        # Two of the eight have bad reception: their phone goes now and then, and comes back.
        stays = chance.uniform(25, 50) if number in (3, 6) else None
        try:
            phone.take_part(over, stays)
        except Gone as gone:
            if gone.for_good:
                return
        over.wait(chance.uniform(4, 12))


def main() -> None:
    """Read `{"address": …, "secret": …}` from standard input; end when that closes."""
    told = json.loads(sys.stdin.readline())
    over = threading.Event()
    phones = [
        threading.Thread(target=live, args=(told["address"], told["secret"], number, over), daemon=True)
        for number in range(len(NAMES))
    ]
    for phone in phones:
        phone.start()
    sys.stdin.read()
    over.set()


if __name__ == "__main__":
    main()
