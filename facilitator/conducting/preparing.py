"""What a command needs before it is decided: ids, rows beside the log, modules from the library.

Names and composed words never enter a command that is written down; they become rows of the same transaction.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial, singledispatchmethod
from secrets import token_hex

from facilitator.conducting import living, pieces
from facilitator.conducting.live_room import LiveRoom
from facilitator.conducting.planning import planned_break, planned_module, versions_of
from facilitator.conducting.prepared import Prepared
from facilitator.curriculum.library import Library
from facilitator.errors import Refused
from facilitator.live_session import commands as c
from facilitator.live_session.commands import Command
from facilitator.people import seats, walls
from facilitator.storage import pins, texts

LONGEST_COPY = 1000


class Preparations:
    """Knows how to prepare each command that needs it; the others go as they are."""

    def __init__(self, library: Library, pairing: walls.Pairing, clock: Callable[[], int]) -> None:
        """`clock` gives ms UTC."""
        self._library = library
        self._pairing = pairing
        self._clock = clock

    def prepare(self, room: LiveRoom, command: Command) -> Prepared:
        """Raises `Refused` where what is asked for does not exist."""
        return self._prepare(command, room)

    @singledispatchmethod
    def _prepare(self, command: Command, room: LiveRoom) -> Prepared:
        return Prepared(command)

    @_prepare.register
    def _(self, command: c.AddSeat, room: LiveRoom) -> Prepared:
        name = seats.tidy_name(command.name)
        seat = token_hex(16)
        return Prepared(
            replace(command, name="", seat=seat),
            (lambda conn: seats.add(conn, seat, room.id, name=name, language=room.facts.languages[0]),),
            lambda: room.facts.names.__setitem__(seat, name),
        )

    @_prepare.register
    def _(self, command: c.ShowResponse, room: LiveRoom) -> Prepared:
        if command.text is None:
            return Prepared(command)
        text = command.text.strip()
        if not text or len(text) > LONGEST_COPY:
            raise Refused("text", f"Write between 1 and {LONGEST_COPY} characters.")
        copy = token_hex(16)
        return Prepared(
            replace(command, text=None, copy=copy),
            (lambda conn: texts.add(conn, room.id, copy, text),),
            lambda: room.facts.copies.__setitem__(copy, text),
        )

    @_prepare.register
    def _(self, command: c.AddModule, room: LiveRoom) -> Prepared:
        block_id = next_block_id(room)
        if command.ref == "break":
            return Prepared(replace(command, block=planned_break(block_id, command.minutes or 10)))
        kept = room.facts.modules.get(command.ref)
        versions = kept or versions_of(self._library.snapshot(), command.ref)
        block = planned_module(block_id, versions, command.minutes)
        if kept:
            return Prepared(replace(command, block=block))
        return Prepared(
            replace(command, block=block),
            (partial(pins.pin_modules, live_session=room.id, pinned=list(versions.values())),),
            lambda: room.facts.modules.__setitem__(command.ref, versions),
        )

    @_prepare.register
    def _(self, command: c.PairWall, room: LiveRoom) -> Prepared:
        wall = self._pairing.wall_of(command.code)
        return Prepared(
            replace(command, code="", wall=wall.id),
            (partial(walls.attach, live_session=room.id, wall=wall),),
            lambda: self._pairing.paired(wall),
        )

    @_prepare.register
    def _(self, command: c.UnpairWall, room: LiveRoom) -> Prepared:
        return Prepared(command, (partial(walls.detach, wall=command.wall),))

    @_prepare.register
    def _(self, command: c.StepPiece, room: LiveRoom) -> Prepared:
        return pieces.stepped(room, command, self._clock())

    @_prepare.register
    def _(self, command: c.Move, room: LiveRoom) -> Prepared:
        return living.moved(room, command, self._clock())

    @_prepare.register
    def _(self, command: c.Lead, room: LiveRoom) -> Prepared:
        return living.led(room, command, self._clock())

    @_prepare.register
    def _(self, command: c.Undo, room: LiveRoom) -> Prepared:
        return living.taken_back(room, command)


def next_block_id(room: LiveRoom) -> str:
    """A block id that this session has never used, dropped blocks included."""
    used = [block.id for block in (*room.ahead.blocks, *room.ahead.dropped)]
    used += [run.step.split("/")[0] for run in room.ahead.runs.values()]
    used += [visit.step.split("/")[0] for visit in room.ahead.visits]
    return f"b{1 + max((int(name[1:]) for name in used), default=0)}"
