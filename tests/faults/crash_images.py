"""What a disk may hold after the power has gone, made from recorded writes and fsyncs.

The model: what was written before a file's last fsync is on the disk. Of what came after it, each write has
happened wholly, not at all, or in some of its sectors, whatever the order they were made in; so with a change
of length. A deleted file may come back until the next fsync in its folder: SQLite syncs the folder with
the first fsync of a new file, and file systems with a journal keep such changes in their order.
Not in the model: a disk that lies about fsync, and bytes that rot by themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.faults.recorder import Op

SECTOR = 512
Image = dict[str, bytes]


@dataclass
class _OnDisk:
    """One file: what is on the disk for certain, and what may be."""

    certain: bytearray = field(default_factory=bytearray)
    perhaps: list[Op] = field(default_factory=list)


class Disk:
    """Follows the operations; `image` is one way in which a power cut at this moment may leave it."""

    def __init__(self) -> None:
        self._files: dict[str, _OnDisk] = {}

    def follow(self, op: Op) -> None:
        if op.what == "mark":
            return
        file = self._files.setdefault(op.file, _OnDisk())
        if op.what == "sync":
            for each in file.perhaps:
                _apply(file.certain, each)
            file.perhaps.clear()
            self._forget_deleted()
        elif op.what != "open":
            file.perhaps.append(op)

    def _forget_deleted(self) -> None:
        for name, file in list(self._files.items()):
            if file.perhaps and file.perhaps[-1].what == "delete":
                del self._files[name]

    def image(self, chance: Random) -> Image:
        made: Image = {}
        for name, file in self._files.items():
            content = _one_way(file, chance)
            if content is not None:
                made[name] = content
        return made


def _one_way(file: _OnDisk, chance: Random) -> bytes | None:
    content: bytearray | None = bytearray(file.certain)
    likely = chance.choice((0.0, 0.3, 0.7, 1.0))
    for op in file.perhaps:
        if op.what == "delete":
            content = None if chance.random() < likely else content
        elif chance.random() < likely:
            content = bytearray() if content is None else content
            _apply(content, op)
        elif op.what == "write" and chance.random() < 0.5 and content is not None:
            _torn(content, op, chance)
    return None if content is None else bytes(content)


def _apply(content: bytearray, op: Op) -> None:
    if op.what == "delete":
        content.clear()
    elif op.what == "truncate":
        del content[op.at :]
    else:
        content.extend(bytes(max(0, op.at - len(content))))
        content[op.at : op.at + len(op.content)] = op.content


def _torn(content: bytearray, op: Op, chance: Random) -> None:
    """Some of its sectors."""
    begin = op.at - op.at % SECTOR
    for start in range(begin, op.at + len(op.content), SECTOR):
        if chance.random() < 0.5:
            low, high = max(start, op.at), min(start + SECTOR, op.at + len(op.content))
            _apply(content, Op("write", op.file, low, op.content[low - op.at : high - op.at]))


def images(ops: Sequence[Op], chance: Random, wanted: int) -> Iterator[tuple[int, Image]]:
    """About `wanted` images of power cuts spread over the whole recording, with how many operations came before.

    Most are taken where something is undecided: elsewhere every image would be the same.
    """
    disk, points = Disk(), sum(op.what != "mark" for op in ops)
    rate = wanted / max(1, points)
    due = 0.0
    for place, op in enumerate(ops):
        disk.follow(op)
        if op.what == "mark":
            continue
        due += rate
        while due >= 1:
            due -= 1
            yield place + 1, disk.image(chance)
