"""The writer's thread beside green threads: in a process of its own, patched as the server is."""

import subprocess
import sys
import textwrap
from pathlib import Path

SCRIPT = """
    from facilitator import _boot
    _boot.patch()

    import sys
    from functools import partial
    from pathlib import Path
    from sqlalchemy import func, select
    from facilitator.server.hub import make_hub
    from facilitator.server.native import native_threads
    from facilitator.storage import people
    from facilitator.storage.database import open_store
    from facilitator.storage.tables import names
    from facilitator.storage.writer import Writer

    hub, store = make_hub(), open_store(Path(sys.argv[1]))
    threads = native_threads()
    writer = Writer(store, tell=hub.tell, threads=threads, waiter=hub.waiter)
    writer.start()
    here, told_on = threads.get_ident(), set()

    def count():
        with store.reading() as conn:
            return conn.execute(select(func.count()).select_from(names)).scalar()

    def told(outcome):
        outcome.get()
        told_on.add(threads.get_ident())

    def phone(number):
        for turn in range(20):
            writer.submit(partial(people.keep_name, owner=f"seat:{number}-{turn}", name="Ana"), urgent=False, then=told)
            count()
            hub.sleep(0)
        writer.wait(partial(people.keep_name, owner=f"seat:{number}-end", name="Ben"))
        hub.run_blocking(count)
        left.remove(number)

    left = set(range(12))
    for number in list(left):
        hub.spawn(phone, number)
    while left:
        hub.sleep(0.01)
    writer.stop()
    print(count(), told_on == {here}, threads is not sys.modules["threading"])
"""


def run(folder: Path, mode: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(SCRIPT), str(folder)],
        env={"FACILITATOR_ASYNC_MODE": mode},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_green_threads_read_and_wait_while_the_native_writer_writes(tmp_path: Path) -> None:
    assert run(tmp_path, "eventlet") == "252 True True"


def test_the_same_works_with_threads(tmp_path: Path) -> None:
    assert run(tmp_path, "threading").split()[0] == "252"
