"""Property 4, *shred*: whoever copies the disk while answers wait reads none of them, then or after the close.

Copied: the data folder with its keys and its write-ahead log; and, by somebody else, the folder in memory without
the key of the run. After the close the folder in memory is empty and the write-ahead log is too.
"""

import json
from random import Random
from typing import Any

from cryptography.exceptions import InvalidTag

from facilitator.privacy.sealed import KEY_BYTES, open_frame
from facilitator.storage.fields import FieldLocks
from tests.privacy.path.outcome import Outcome
from tests.privacy.path.room import room

PEOPLE = ("Ana", "Ben", "Chris", "Dee", "Eli")


def run(prompts: int, seed: int) -> Outcome:
    outcome = Outcome("4 shred", seed)
    tried = 0
    for number in range(prompts):
        found, keys = look(seed + number)
        tried += keys
        outcome.wrong += [f"seed {seed + number}: {one}" for one in found]
    outcome.figures = {"prompts": prompts, "keys tried on frames": tried}
    return outcome


def look(seed: int) -> tuple[list[str], int]:
    chance = Random(seed)  # noqa: S311
    words = {name: chance.randbytes(20).hex() for name in PEOPLE}
    found: list[str] = []
    with room(seed) as here:
        here.group(PEOPLE)
        here.at("b1/words")
        for name in PEOPLE:
            here.gives(name, {"text": words[name]})
        disk, memory = _files(here.store.data), _files(here.staging)
        locks = here.store.locks
        here.seals()
        left, wal = _files(here.staging), here.wal
        database = here.store.path.read_bytes()
    keys = _keys_in(disk) + _keys_in({"now": database})
    keys += [bytes(key) for key in locks.keys.all.values()]
    found += ["the key of the run is on the disk"] if any(name.endswith("/key") for name in disk) else []
    found += [f"{len(left)} files are left in memory"] if left else []
    found += ["the write-ahead log is not empty"] if wal else []
    opened = _opened({name: one for name, one in memory.items() if not name.endswith("/key")}, keys)
    found += [f"{opened} frames open without their key"] if opened else []
    found += (
        ["an answer on the disk"] if any(w.encode() in one for w in words.values() for one in disk.values()) else []
    )
    found += _same_on_disk(memory, disk, locks)
    return found, len(keys)


def _files(folder: Any) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _keys_in(files: dict[str, bytes]) -> list[bytes]:
    """Everything on the disk that is as long as a key and stands by itself: whole small files, and hex in key files."""
    keys = [content[-KEY_BYTES:] for content in files.values() if KEY_BYTES <= len(content) <= 3 * KEY_BYTES]
    for name, content in files.items():
        if name.endswith(".key"):
            keys += [bytes.fromhex(key) for key in json.loads(content)["keys"].values()]
    return keys


def _opened(frames: dict[str, bytes], keys: list[bytes]) -> int:
    count = 0
    for name, frame in frames.items():
        where = name.rpartition("/")[2]
        if "frames/" not in name:
            continue
        for key in keys:
            try:
                open_frame(key, bytes.fromhex(where), frame)
            except InvalidTag:
                continue
            count += 1
    return count


def _same_on_disk(memory: dict[str, bytes], disk: dict[str, bytes], locks: FieldLocks) -> list[str]:
    """No part of a frame lies on the disk."""
    frames = [frame[:40] for name, frame in memory.items() if "frames/" in name]
    whole = b"".join(disk.values())
    return ["a frame lies on the disk"] if any(frame in whole for frame in frames) else []
