"""In a process of its own: eventlet's hub belongs to a thread, and these tests run without it."""

import subprocess
import sys

_WAITS = """
import os, eventlet
from facilitator.server.readable import Readable

read, write = os.pipe()
os.set_blocking(read, False)
said = []

def listens():
    told = Readable(read)
    while True:
        told.wait()
        said.append(os.read(read, 100))
        # Meanwhile more comes, and what it waits for here is something else.
        eventlet.sleep(0.05)

eventlet.spawn(listens)
for word in (b"one", b"two", b"three"):
    eventlet.sleep(0.02)
    os.write(write, word)
eventlet.sleep(0.3)
print(b"|".join(said).decode())
"""


def test_whoever_waits_hears_of_everything_and_is_never_woken_out_of_another_wait() -> None:
    said = subprocess.run([sys.executable, "-c", _WAITS], capture_output=True, text=True, check=True, timeout=60)

    assert said.stdout.strip() == "one|twothree"
